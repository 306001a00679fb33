package dev.stockwright.server.reserving;

import dev.stockwright.protocol.ConfirmReservation;
import dev.stockwright.protocol.PlaceReservation;
import dev.stockwright.protocol.Refusal;
import dev.stockwright.protocol.ReleaseReservation;
import dev.stockwright.server.stock.Checks;
import dev.stockwright.server.stock.Decision;
import dev.stockwright.server.stock.Promise;
import dev.stockwright.server.stock.PromiseState;
import dev.stockwright.server.stock.Stock;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The rules of reserving: all lines or none, and the demand of a product is added up before it is
/// checked, so that two lines of one order cannot both take the last piece.
public final class ReservingRules {
  private ReservingRules() {}

  /// Promise, or why not.
  public static Decision place(PlaceReservation command, Stock stock) {
    for (PlaceReservation.Line line : command.lines()) {
      Optional<Refusal> unknown = Checks.known(stock, line.warehouse(), line.sku());
      if (unknown.isPresent()) {
        return new Decision.Refuse(unknown.get());
      }
    }
    if (stock.promise(command.order()).filter(open -> open.state().holding()).isPresent()) {
      return new Decision.Refuse(new Refusal.OrderAlreadyReserved(command.order()));
    }
    List<Promise.Line> lines = addedUp(command.lines());
    return shortage(lines, stock)
        .<Decision>map(Decision.Refuse::new)
        .orElseGet(() -> new Decision.Reserve(command.order(), lines, command.ttlSeconds()));
  }

  /// Make the promise lasting. One whose time has passed is promised again, or it is said why not.
  public static Decision confirm(ConfirmReservation command, Stock stock) {
    Optional<Promise> promise = stock.promise(command.order());
    if (promise.isEmpty()) {
      return new Decision.Refuse(new Refusal.UnknownReservation(command.order()));
    }
    return switch (promise.get().state()) {
      case PLACED -> new Decision.ChangePromise(command.order(), PromiseState.COMMITTED);
      case COMMITTED -> new Decision.Post(List.of());
      case RELEASED, SHIPPED -> ended(promise.get());
      case EXPIRED ->
          shortage(promise.get().lines(), stock)
              .<Decision>map(Decision.Refuse::new)
              .orElseGet(() -> new Decision.ChangePromise(command.order(), PromiseState.COMMITTED));
    };
  }

  /// Take the promise back.
  public static Decision release(ReleaseReservation command, Stock stock) {
    Optional<Promise> promise = stock.promise(command.order());
    if (promise.isEmpty()) {
      return new Decision.Refuse(new Refusal.UnknownReservation(command.order()));
    }
    return promise.get().state().holding()
        ? new Decision.ChangePromise(command.order(), PromiseState.RELEASED)
        : ended(promise.get());
  }

  private static Decision ended(Promise promise) {
    return new Decision.Refuse(
        new Refusal.ReservationEnded(promise.order(), promise.state().code()));
  }

  private static List<Promise.Line> addedUp(List<PlaceReservation.Line> lines) {
    record Key(WarehouseCode warehouse, Sku sku) {}
    Map<Key, Long> sums = new LinkedHashMap<>();
    for (PlaceReservation.Line line : lines) {
      sums.merge(new Key(line.warehouse(), line.sku()), line.quantity().units(), Math::addExact);
    }
    List<Promise.Line> added = new ArrayList<>();
    sums.forEach((key, sum) -> added.add(new Promise.Line(key.warehouse(), key.sku(), sum)));
    return added;
  }

  private static Optional<Refusal> shortage(List<Promise.Line> lines, Stock stock) {
    for (Promise.Line line : lines) {
      long available = stock.available(line.warehouse(), line.sku());
      if (available < line.quantity()) {
        return Optional.of(
            new Refusal.InsufficientStock(
                line.warehouse(), line.sku(), Optional.empty(), line.quantity(), available));
      }
    }
    return Optional.empty();
  }
}
