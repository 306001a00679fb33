package dev.stockwright.server.undoing;

import dev.stockwright.protocol.Refusal;
import dev.stockwright.protocol.UndoCommand;
import dev.stockwright.server.stock.KitRules;
import dev.stockwright.server.stock.PileKey;
import dev.stockwright.server.stock.Posting;
import dev.stockwright.server.stock.RecordedMovement;
import dev.stockwright.server.stock.Stock;
import dev.stockwright.server.stock.UndoneWork;
import dev.stockwright.vocabulary.Condition;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.ReasonCode;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.VirtualLocation;
import dev.stockwright.vocabulary.WarehouseCode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// The rules of undoing: the same goods go back the same way, if they are still where they were
/// put. What documents say of the work is taken back with it where [DocumentWork] knows how.
public final class UndoingRules {
  static final ReasonCode UNDO = new ReasonCode("undo");

  private UndoingRules() {}

  /// The reversing movements, last first, or why not.
  static Undoing decide(UndoCommand command, Stock stock) {
    List<RecordedMovement> movements = stock.movementsOf(command.undone());
    if (movements.isEmpty()) {
      return new Undoing.Refused(new Refusal.NothingToUndo(command.undone()));
    }
    if (movements.stream().anyMatch(RecordedMovement::reversed)) {
      return new Undoing.Refused(new Refusal.AlreadyUndone(command.undone()));
    }
    UndoneWork work =
        new UndoneWork(command.undone(), movements, stock.documents().of(command.undone()));
    Optional<WorkKind> kind = DocumentWork.kind(work);
    if (kind.isEmpty()) {
      return new Undoing.Refused(DocumentWork.refusal(work));
    }
    boolean own = kind.get() == WorkKind.PICK || kind.get() == WorkKind.PACKING;
    Optional<Undoing> gone = gone(movements, own, stock);
    if (gone.isPresent()) {
      return gone.get();
    }
    Optional<Refusal> wrong =
        promised(movements, stock)
            .or(
                () ->
                    movements.stream()
                        .flatMap(movement -> kit(movement, stock).stream())
                        .findFirst());
    return wrong
        .<Undoing>map(Undoing.Refused::new)
        .orElseGet(() -> new Undoing.Back(work, kind.get(), reversing(movements)));
  }

  /// A product that has become a kit since comes back to no shelf.
  private static Optional<Refusal> kit(RecordedMovement movement, Stock stock) {
    return VirtualLocation.is(movement.goods().location())
        ? Optional.empty()
        : KitRules.refusal(movement.sku(), stock.gates());
  }

  private static List<Posting> reversing(List<RecordedMovement> movements) {
    List<Posting> postings = new ArrayList<>();
    for (RecordedMovement movement : movements.reversed()) {
      postings.add(
          new Posting(
              movement.warehouse(),
              movement.sku(),
              movement.target(),
              movement.goods().location(),
              movement.quantity(),
              UNDO,
              movement.reference(),
              Optional.empty(),
              OptionalLong.of(movement.n())));
    }
    return postings;
  }

  private record PileAt(WarehouseCode warehouse, Sku sku, PileKey pile) {}

  private record ProductAt(WarehouseCode warehouse, Sku sku) {}

  /// The first goods that have left since, or belong to a document now. Several movements may have
  /// filled one pile.
  ///
  /// @param own the goods belong to the document whose work is undone
  private static Optional<Undoing> gone(
      List<RecordedMovement> movements, boolean own, Stock stock) {
    Map<PileAt, Long> claims = new LinkedHashMap<>();
    Optional<Undoing> held = Optional.empty();
    for (RecordedMovement movement : movements.reversed()) {
      if (!VirtualLocation.is(movement.to())) {
        PileAt at = new PileAt(movement.warehouse(), movement.sku(), movement.target());
        long claim = claims.merge(at, movement.quantity(), Long::sum);
        long there = stock.onHand(at.warehouse, at.sku, at.pile);
        long before = claim - movement.quantity();
        if (there < claim) {
          return Optional.of(new Undoing.Gone(movement, tooFew(movement, there - before)));
        }
        long free = own ? there : stock.documents().free(at.warehouse, at.sku, at.pile, there);
        if (free < claim && held.isEmpty()) {
          held = Optional.of(new Undoing.Refused(tooFew(movement, free - before)));
        }
      }
    }
    return held;
  }

  /// What leaves the warehouse must not be promised to anybody; several piles may share what is
  /// promised of a product, and what only changes its unit or condition does not leave.
  private static Optional<Refusal> promised(List<RecordedMovement> movements, Stock stock) {
    Map<ProductAt, Long> leaving = new LinkedHashMap<>();
    for (RecordedMovement movement : movements) {
      if (movement.goods().condition() == Condition.AVAILABLE) {
        ProductAt product = new ProductAt(movement.warehouse(), movement.sku());
        leaving.merge(product, came(movement) * movement.quantity(), Long::sum);
      }
    }
    for (RecordedMovement movement : movements.reversed()) {
      ProductAt product = new ProductAt(movement.warehouse(), movement.sku());
      long leaves = leaving.getOrDefault(product, 0L);
      long available = leaves > 0 ? stock.available(movement.warehouse(), movement.sku()) : 0;
      if (leaves > available) {
        return Optional.of(tooFew(movement, leaves, available));
      }
    }
    return Optional.empty();
  }

  /// 1 when goods came to a real place from outside, -1 when they went there, else 0.
  private static int came(RecordedMovement movement) {
    boolean from = VirtualLocation.is(movement.goods().location());
    boolean to = VirtualLocation.is(movement.to());
    return from == to ? 0 : from ? 1 : -1;
  }

  private static Refusal tooFew(RecordedMovement movement, long free) {
    return tooFew(movement, movement.quantity(), free);
  }

  private static Refusal tooFew(RecordedMovement movement, long wanted, long free) {
    Optional<LocationCode> place =
        VirtualLocation.is(movement.to()) ? Optional.empty() : Optional.of(movement.to());
    return new Refusal.InsufficientStock(
        movement.warehouse(), movement.sku(), place, wanted, Math.max(0, free));
  }
}
