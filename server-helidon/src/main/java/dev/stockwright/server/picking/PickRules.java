package dev.stockwright.server.picking;

import dev.stockwright.protocol.DocumentKind;
import dev.stockwright.protocol.DocumentRefusal;
import dev.stockwright.protocol.PickingCommand;
import dev.stockwright.protocol.PickingRefusal;
import dev.stockwright.protocol.Refusal;
import dev.stockwright.server.stock.Promise;
import dev.stockwright.vocabulary.HandlingUnit;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.LotCode;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Judges what a picker scans. Pure.
final class PickRules {
  private PickRules() {}

  /// So much of a line.
  record Portion(PickLine pick, long quantity) {}

  /// Why the line cannot be worked on; empty when it can.
  static Optional<Refusal> notOpen(PickLine pick) {
    return pick.open()
        ? Optional.empty()
        : Optional.of(
            new DocumentRefusal.WrongState(
                DocumentKind.PICK, pick.number(), pick.state(), PickLine.OPEN));
  }

  /// Why an order's goods may not be taken any more: its promise is over.
  static Optional<Refusal> promiseOver(Reference order, Optional<Promise> promise) {
    if (promise.isEmpty()) {
      return Optional.of(new Refusal.UnknownReservation(order));
    }
    return promise.get().state().holding()
        ? Optional.empty()
        : Optional.of(new Refusal.ReservationEnded(order, promise.get().state().code()));
  }

  /// What was scanned that does not belong to this stop; empty when all does.
  static Optional<Refusal> mismatch(PickLine pick, PickingCommand.PickStock scan) {
    Optional<LocationCode> from = scan.from().filter(bin -> !bin.equals(pick.bin()));
    if (from.isPresent()) {
      return wrong("location", pick.bin().code(), from.get().code());
    }
    Optional<Sku> sku = scan.sku().filter(code -> !code.equals(pick.sku()));
    if (sku.isPresent()) {
      return wrong("product", pick.sku().code(), sku.get().code());
    }
    String lot = pick.goods().orElseThrow().lot();
    Optional<LotCode> other = scan.lot().filter(code -> !code.code().equals(lot));
    return other.isPresent() && !pick.serials()
        ? wrong("lot", lot.isEmpty() ? "goods without lot" : lot, other.get().code())
        : Optional.empty();
  }

  /// Why the goods of this order cannot go into that tote.
  ///
  /// @param owner the order that the tote is for already, if it is for one
  static Optional<Refusal> wrongTote(
      PickLine pick, Optional<HandlingUnit> tote, Optional<Reference> owner) {
    if (tote.isEmpty()) {
      boolean wanted = pick.method() == PickMethod.CLUSTER;
      return wanted
          ? wrong("tote", pick.tote().isEmpty() ? "an empty tote" : pick.tote(), "none")
          : Optional.empty();
    }
    if (!pick.tote().isEmpty() && !pick.tote().equals(tote.get().code())) {
      return wrong("tote", pick.tote(), tote.get().code());
    }
    return owner
        .filter(order -> !order.equals(pick.order()))
        .map(order -> new PickingRefusal.ToteTaken(tote.get(), order));
  }

  /// Why so much of a pick is not undone: it was ended otherwise since, or the goods are not where
  /// they were put for it.
  ///
  /// @param there what of it lies there and is still for its order
  static Optional<Refusal> notBack(
      PickLine pick, long quantity, LocationCode cart, Optional<Long> there) {
    boolean stands = pick.open() || pick.state().equals(PickLine.DONE);
    if (!stands || pick.picked() < quantity || pick.goods().isEmpty()) {
      return Optional.of(
          new DocumentRefusal.WrongState(
              DocumentKind.PICK, pick.number(), pick.state(), "open or done"));
    }
    return there.filter(units -> units >= quantity).isPresent()
        ? Optional.empty()
        : Optional.of(
            new PickingRefusal.NothingThere(cart, "goods picked for order " + pick.order()));
  }

  /// Spreads what was taken over the lines of the stop, the one that was named first. Empty when
  /// it is more than all of them want.
  static Optional<List<Portion>> spread(long quantity, PickLine named, List<PickLine> stop) {
    List<PickLine> order = new ArrayList<>();
    order.add(named);
    if (named.method() == PickMethod.BATCH) {
      stop.stream()
          .filter(other -> other.id() != named.id() && other.open() && other.sameStop(named))
          .forEach(order::add);
    }
    List<Portion> portions = new ArrayList<>();
    long open = quantity;
    for (PickLine line : order) {
      long part = Math.min(open, line.left());
      if (part > 0) {
        portions.add(new Portion(line, part));
        open -= part;
      }
    }
    return open > 0 ? Optional.empty() : Optional.of(portions);
  }

  /// What all lines of the stop want together.
  static long most(PickLine named, List<PickLine> stop) {
    return named.method() == PickMethod.BATCH
        ? stop.stream()
            .filter(other -> other.open() && other.sameStop(named))
            .mapToLong(PickLine::left)
            .sum()
        : named.left();
  }

  private static Optional<Refusal> wrong(String what, String expected, String given) {
    return Optional.of(new DocumentRefusal.Mismatch(what, expected, given));
  }
}
