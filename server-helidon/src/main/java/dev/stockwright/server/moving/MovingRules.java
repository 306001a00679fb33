package dev.stockwright.server.moving;

import dev.stockwright.protocol.MoveStock;
import dev.stockwright.protocol.Refusal;
import dev.stockwright.server.stock.Checks;
import dev.stockwright.server.stock.Decision;
import dev.stockwright.server.stock.PileKey;
import dev.stockwright.server.stock.Posting;
import dev.stockwright.server.stock.Stock;
import dev.stockwright.vocabulary.Condition;
import dev.stockwright.vocabulary.HandlingUnit;
import dev.stockwright.vocabulary.LotCode;
import dev.stockwright.vocabulary.ReasonCode;
import dev.stockwright.vocabulary.VirtualLocation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The rules of moving. A move is a fact: insisted on, what the books cannot explain comes from
/// UNRECONCILED and stands in the bin on hold, so that nobody can promise it before it is cleared
/// up.
public final class MovingRules {
  private static final ReasonCode MOVE = new ReasonCode("move");
  private static final ReasonCode UNEXPLAINED = new ReasonCode("unexplained");

  private MovingRules() {}

  /// Bin -> bin, or why not.
  public static Decision decide(MoveStock command, boolean insisted, Stock stock) {
    Optional<Refusal> refusal =
        Checks.known(stock, command.warehouse(), command.sku())
            .or(() -> Checks.known(stock, command.warehouse(), Optional.of(command.from())))
            .or(() -> Checks.known(stock, command.warehouse(), Optional.of(command.to())));
    if (refusal.isPresent()) {
      return new Decision.Refuse(refusal.get());
    }
    if (command.from().equals(command.to())) {
      return new Decision.Refuse(new Refusal.SamePlace(command.from().code()));
    }
    PileKey goods =
        new PileKey(
            command.from(),
            command.lot().map(LotCode::code).orElse(""),
            command.handlingUnit().map(HandlingUnit::code).orElse(""),
            command.condition().orElse(Condition.AVAILABLE),
            "");
    long wanted = command.quantity().units();
    long there = stock.onHand(command.warehouse(), command.sku(), goods);
    if (there < wanted && !insisted) {
      return new Decision.Refuse(
          new Refusal.InsufficientStock(
              command.warehouse(), command.sku(), Optional.of(command.from()), wanted, there));
    }
    List<Posting> postings = new ArrayList<>();
    if (there > 0) {
      ReasonCode reason = command.reason().orElse(MOVE);
      postings.add(posting(command, goods, Math.min(there, wanted), reason));
    }
    if (there < wanted) {
      PileKey unexplained =
          new PileKey(
              VirtualLocation.UNRECONCILED.code(),
              goods.lot(),
              goods.handlingUnit(),
              Condition.HOLD,
              goods.owner());
      postings.add(posting(command, unexplained, wanted - there, UNEXPLAINED));
    }
    return new Decision.Post(postings);
  }

  private static Posting posting(
      MoveStock command, PileKey goods, long quantity, ReasonCode reason) {
    return new Posting(
        command.warehouse(),
        command.sku(),
        goods,
        command.to(),
        quantity,
        reason,
        Optional.empty(),
        Optional.empty(),
        Decision.REVERSES_NOTHING);
  }
}
