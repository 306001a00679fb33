package dev.stockwright.server.receiving;

import dev.stockwright.protocol.DocumentKind;
import dev.stockwright.protocol.DocumentRefusal;
import dev.stockwright.protocol.ReceivingCommand;
import dev.stockwright.protocol.ReceivingCommand.CloseReceipt;
import dev.stockwright.protocol.ReceivingCommand.GatherReceipt;
import dev.stockwright.protocol.ReceivingCommand.HoldGoods;
import dev.stockwright.protocol.ReceivingCommand.MatchReceipt;
import dev.stockwright.protocol.ReceivingCommand.ReceiveLine;
import dev.stockwright.protocol.ReceivingCommand.ReceiveReturn;
import dev.stockwright.protocol.ReceivingCommand.ReceiveUnit;
import dev.stockwright.protocol.ReceivingCommand.RejectGoods;
import dev.stockwright.protocol.ReceivingCommand.ReleaseGoods;
import dev.stockwright.protocol.ReceivingCommand.StartReceipt;
import dev.stockwright.protocol.ReceivingCommand.TakeBackLine;
import dev.stockwright.protocol.Refusal;
import dev.stockwright.server.ledger.Needs;
import dev.stockwright.server.stock.Decision;
import dev.stockwright.server.stock.UndoneWork;
import dev.stockwright.server.work.Clerk;
import dev.stockwright.server.work.Work;
import dev.stockwright.vocabulary.Condition;
import dev.stockwright.vocabulary.Reference;
import java.util.Optional;
import java.util.function.Function;
import org.jooq.DSLContext;

/// Takes deliveries and returns in, and records what is decided about their quality.
public final class ReceivingClerk implements Clerk<ReceivingCommand> {
  /// Promises that have lapsed must not stand in the way of what is held.
  @Override
  public void prepare(ReceivingCommand command, DSLContext sql, Needs needs) {
    if (command instanceof HoldGoods hold) {
      needs.taken(hold.warehouse(), hold.sku());
    }
  }

  /// A delivery is undone: what it brought is expected again.
  public static Decision undone(UndoneWork undone, Work work) {
    return new UndoneDelivery(work, undone).back(undone);
  }

  @Override
  public Decision handle(ReceivingCommand command, Work work) {
    return switch (command) {
      case StartReceipt c -> new Deliveries(work, c.warehouse()).start(c);
      case ReceiveLine c ->
          into(
              c,
              c.receipt(),
              false,
              work,
              receipt -> new Deliveries(work, c.warehouse()).line(c, receipt));
      case ReceiveUnit c -> new UnitDeliveries(work, c.warehouse()).unit(c);
      case TakeBackLine c ->
          known(
              c,
              c.receipt(),
              work,
              receipt -> new Closing(work, c.warehouse()).takeBack(c, receipt));
      case CloseReceipt c ->
          known(c, c.receipt(), work, receipt -> new Closing(work, c.warehouse()).close(receipt));
      case GatherReceipt c -> new Matching(work, c.warehouse()).gather(c);
      case MatchReceipt c -> new Matching(work, c.warehouse()).match(c);
      case ReceiveReturn c -> new Returns(work, c.warehouse()).take(c);
      case HoldGoods c ->
          new Quality(work, c.warehouse())
              .judge(
                  new Quality.Judged(
                      c.sku(), c.at(), c.quantity(), c.lot(), c.handlingUnit(), c.why()),
                  Condition.AVAILABLE,
                  Condition.HOLD);
      case ReleaseGoods c ->
          new Quality(work, c.warehouse())
              .judge(
                  new Quality.Judged(
                      c.sku(), c.at(), c.quantity(), c.lot(), c.handlingUnit(), c.why()),
                  c.condition().orElse(Condition.QUARANTINE),
                  Condition.AVAILABLE);
      case RejectGoods c ->
          new Quality(work, c.warehouse())
              .judge(
                  new Quality.Judged(
                      c.sku(), c.at(), c.quantity(), c.lot(), c.handlingUnit(), c.why()),
                  c.condition().orElse(Condition.QUARANTINE),
                  Condition.DAMAGED);
    };
  }

  /// Does something with a receipt that is known, open or not.
  private static Decision known(
      ReceivingCommand command, Reference number, Work work, Function<Receipt, Decision> doing) {
    return new ReceiptBook(work, command.warehouse())
        .find(number)
        .map(
            receipt ->
                ReceiptRules.open(receipt, receipt.returned())
                    .<Decision>map(Decision.Refuse::new)
                    .orElseGet(() -> doing.apply(receipt)))
        .orElseGet(
            () ->
                new Decision.Refuse(
                    new DocumentRefusal.UnknownDocument(DocumentKind.RECEIPT, number)));
  }

  /// The same with one that is open and a delivery (or a return).
  private static Decision into(
      ReceivingCommand command,
      Reference number,
      boolean returned,
      Work work,
      Function<Receipt, Decision> doing) {
    return known(
        command,
        number,
        work,
        receipt -> {
          Optional<Refusal> wrong = ReceiptRules.open(receipt, returned);
          return wrong.<Decision>map(Decision.Refuse::new).orElseGet(() -> doing.apply(receipt));
        });
  }
}
