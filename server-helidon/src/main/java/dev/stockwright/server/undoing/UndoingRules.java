package dev.stockwright.server.undoing;

import dev.stockwright.protocol.Refusal;
import dev.stockwright.protocol.UndoCommand;
import dev.stockwright.server.stock.Decision;
import dev.stockwright.server.stock.PileKey;
import dev.stockwright.server.stock.Posting;
import dev.stockwright.server.stock.RecordedMovement;
import dev.stockwright.server.stock.Stock;
import dev.stockwright.vocabulary.Condition;
import dev.stockwright.vocabulary.ReasonCode;
import dev.stockwright.vocabulary.VirtualLocation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// The rules of undoing: the same goods go back the same way, if they are still where they were
/// put.
public final class UndoingRules {
  private static final ReasonCode UNDO = new ReasonCode("undo");

  private UndoingRules() {}

  /// The reversing movements, last first, or why not.
  public static Decision decide(UndoCommand command, Stock stock) {
    List<RecordedMovement> movements = stock.movementsOf(command.undone());
    if (movements.isEmpty()) {
      return new Decision.Refuse(new Refusal.NothingToUndo(command.undone()));
    }
    List<Posting> postings = new ArrayList<>();
    Map<PileKey, Long> claimed = new HashMap<>();
    for (RecordedMovement movement : movements.reversed()) {
      if (movement.reversed()) {
        return new Decision.Refuse(new Refusal.AlreadyUndone(command.undone()));
      }
      Optional<Refusal> gone = gone(movement, stock, claimed);
      if (gone.isPresent()) {
        return new Decision.Refuse(gone.get());
      }
      postings.add(
          new Posting(
              movement.warehouse(),
              movement.sku(),
              movement.goods().at(movement.to()),
              movement.goods().location(),
              movement.quantity(),
              UNDO,
              movement.reference(),
              Optional.empty(),
              OptionalLong.of(movement.n())));
    }
    return new Decision.Post(postings);
  }

  /// Two movements may have filled one pile; both must find their goods there.
  private static Optional<Refusal> gone(
      RecordedMovement movement, Stock stock, Map<PileKey, Long> claimed) {
    if (VirtualLocation.is(movement.to())) {
      return Optional.empty();
    }
    PileKey pile = movement.goods().at(movement.to());
    long before = claimed.getOrDefault(pile, 0L);
    claimed.merge(pile, movement.quantity(), Long::sum);
    long there = stock.onHand(movement.warehouse(), movement.sku(), pile) - before;
    boolean leaves = VirtualLocation.is(movement.goods().location());
    boolean sellable = movement.goods().condition() == Condition.AVAILABLE;
    long free =
        leaves && sellable
            ? Math.min(there, stock.available(movement.warehouse(), movement.sku()) - before)
            : there;
    return free >= movement.quantity()
        ? Optional.empty()
        : Optional.of(
            new Refusal.InsufficientStock(
                movement.warehouse(),
                movement.sku(),
                Optional.of(movement.to()),
                movement.quantity(),
                free));
  }
}
