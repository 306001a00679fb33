package dev.stockwright.server.undoing;

import dev.stockwright.protocol.Refusal;
import dev.stockwright.protocol.UndoCommand;
import dev.stockwright.server.stock.Decision;
import dev.stockwright.server.stock.KitRules;
import dev.stockwright.server.stock.PileKey;
import dev.stockwright.server.stock.Posting;
import dev.stockwright.server.stock.RecordedMovement;
import dev.stockwright.server.stock.Stock;
import dev.stockwright.vocabulary.Condition;
import dev.stockwright.vocabulary.ReasonCode;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.VirtualLocation;
import dev.stockwright.vocabulary.WarehouseCode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// The rules of undoing: the same goods go back the same way, if they are still where they were
/// put and belong to no document. What was work for a document is undone with the document.
public final class UndoingRules {
  private static final ReasonCode UNDO = new ReasonCode("undo");

  private UndoingRules() {}

  /// The reversing movements, last first, or why not.
  public static Decision decide(UndoCommand command, Stock stock) {
    List<RecordedMovement> movements = stock.movementsOf(command.undone());
    if (movements.isEmpty()) {
      return new Decision.Refuse(new Refusal.NothingToUndo(command.undone()));
    }
    Optional<Refusal> document =
        DocumentWork.refusal(command.undone(), stock.documents().of(command.undone()));
    if (document.isPresent()) {
      return new Decision.Refuse(document.get());
    }
    List<Posting> postings = new ArrayList<>();
    Claims claims = new Claims(stock);
    for (RecordedMovement movement : movements.reversed()) {
      if (movement.reversed()) {
        return new Decision.Refuse(new Refusal.AlreadyUndone(command.undone()));
      }
      Optional<Refusal> gone = claims.claim(movement).or(() -> kit(movement, stock));
      if (gone.isPresent()) {
        return new Decision.Refuse(gone.get());
      }
      postings.add(reversing(movement));
    }
    return new Decision.Post(postings);
  }

  /// A product that has become a kit since comes back to no shelf.
  private static Optional<Refusal> kit(RecordedMovement movement, Stock stock) {
    return VirtualLocation.is(movement.goods().location())
        ? Optional.empty()
        : KitRules.refusal(movement.sku(), stock.gates());
  }

  private static Posting reversing(RecordedMovement movement) {
    return new Posting(
        movement.warehouse(),
        movement.sku(),
        movement.goods().at(movement.to()),
        movement.goods().location(),
        movement.quantity(),
        UNDO,
        movement.reference(),
        Optional.empty(),
        OptionalLong.of(movement.n()));
  }

  /// What the movements before this one already take back: several may have filled one pile, and
  /// several piles may share what is promised of a product.
  private static final class Claims {
    private record PileAt(WarehouseCode warehouse, Sku sku, PileKey pile) {}

    private record ProductAt(WarehouseCode warehouse, Sku sku) {}

    private final Stock stock;
    private final Map<PileAt, Long> piles = new HashMap<>();
    private final Map<ProductAt, Long> leaving = new HashMap<>();

    Claims(Stock stock) {
      this.stock = stock;
    }

    /// Empty when the goods are still there and free to leave.
    Optional<Refusal> claim(RecordedMovement movement) {
      if (VirtualLocation.is(movement.to())) {
        return Optional.empty();
      }
      PileKey pile = movement.goods().at(movement.to());
      PileAt at = new PileAt(movement.warehouse(), movement.sku(), pile);
      long there = stock.onHand(movement.warehouse(), movement.sku(), pile);
      long free =
          stock.documents().free(movement.warehouse(), movement.sku(), pile, there)
              - taken(piles, at);
      piles.merge(at, movement.quantity(), Long::sum);
      boolean leaves = VirtualLocation.is(movement.goods().location());
      if (leaves && movement.goods().condition() == Condition.AVAILABLE) {
        ProductAt product = new ProductAt(movement.warehouse(), movement.sku());
        long available = stock.available(movement.warehouse(), movement.sku());
        free = Math.min(free, available - taken(leaving, product));
        leaving.merge(product, movement.quantity(), Long::sum);
      }
      return free >= movement.quantity()
          ? Optional.empty()
          : Optional.of(
              new Refusal.InsufficientStock(
                  movement.warehouse(),
                  movement.sku(),
                  Optional.of(movement.to()),
                  movement.quantity(),
                  Math.max(0, free)));
    }

    private static <K> long taken(Map<K, Long> claims, K key) {
      return claims.getOrDefault(key, 0L);
    }
  }
}
