package dev.stockwright.server.desk;

import dev.stockwright.protocol.AdjustStock;
import dev.stockwright.protocol.Command;
import dev.stockwright.protocol.ReceiveGoods;
import dev.stockwright.protocol.Refusal;
import dev.stockwright.protocol.StockCommand;
import dev.stockwright.protocol.UndoCommand;
import dev.stockwright.protocol.WorkCommand;
import dev.stockwright.server.adjusting.CorrectingAlone;
import dev.stockwright.server.catalogue.Catalogue;
import dev.stockwright.server.ledger.LockedStock;
import dev.stockwright.server.receiving.Arrivals;
import dev.stockwright.server.stock.Decision;
import dev.stockwright.server.work.Clerks;
import dev.stockwright.server.work.Work;
import java.sql.Connection;
import java.util.Optional;
import java.util.function.Supplier;

/// Gives the commands of one transaction to the rules and clerks of their activities.
final class Deciding {
  private final Clerks clerks;
  private final Catalogue catalogue;
  private final CorrectingAlone alone = new CorrectingAlone();

  Deciding(Clerks clerks, Catalogue catalogue) {
    this.clerks = clerks;
    this.catalogue = catalogue;
  }

  Decision decide(
      Command command,
      Submission submission,
      Clerks.Together together,
      LockedStock stock,
      Connection connection) {
    Supplier<Work> work = () -> new Work(connection, catalogue, stock, submission, stock.now());
    return switch (command) {
      case UndoCommand c -> clerks.undo(c, work.get());
      case StockCommand c -> {
        Decision decision = Judge.decide(c, submission.insisted(), stock);
        if (c instanceof ReceiveGoods come && decision instanceof Decision.Refuse(Refusal why)) {
          yield new Decision.Refuse(Arrivals.told(why, come.warehouse(), work.get()));
        }
        decision = OnUnits.are(c) ? OnUnits.checked(c, decision, work.get()) : decision;
        yield c instanceof AdjustStock adjust && !(decision instanceof Decision.Refuse)
            ? alone.refusal(adjust, work.get()).<Decision>map(Decision.Refuse::new).orElse(decision)
            : decision;
      }
      case WorkCommand c -> {
        Optional<Refusal> unknown =
            c.warehouses().stream()
                .filter(warehouse -> !stock.knows(warehouse))
                .findFirst()
                .map(Refusal.UnknownWarehouse::new);
        if (unknown.isPresent()) {
          yield new Decision.Refuse(unknown.get());
        }
        yield clerks.together(c) ? together.handle(c, work.get()) : clerks.handle(c, work.get());
      }
    };
  }
}
