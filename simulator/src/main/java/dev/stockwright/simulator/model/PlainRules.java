package dev.stockwright.simulator.model;

import dev.stockwright.protocol.AdjustStock;
import dev.stockwright.protocol.Command;
import dev.stockwright.protocol.ConfirmReservation;
import dev.stockwright.protocol.DocumentRefusal;
import dev.stockwright.protocol.GuardRefusal;
import dev.stockwright.protocol.MoveStock;
import dev.stockwright.protocol.PlaceReservation;
import dev.stockwright.protocol.ReceiveGoods;
import dev.stockwright.protocol.Refusal;
import dev.stockwright.protocol.ReleaseReservation;
import dev.stockwright.protocol.TransferStock;
import dev.stockwright.protocol.UndoCommand;
import dev.stockwright.protocol.WorkCommand;
import dev.stockwright.vocabulary.CommandId;
import dev.stockwright.vocabulary.Condition;
import dev.stockwright.vocabulary.HandlingUnit;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.LotCode;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.SerialNumber;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.VirtualLocation;
import dev.stockwright.vocabulary.WarehouseCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// What each command must do to the [Books], written down a second time and as plainly as can be.
final class PlainRules {
  private static final Set<String> SCRAPPED = Set.of("damage", "damaged", "expired", "scrap");

  private final Names names;
  private final Books books;

  PlainRules(Names names, Books books) {
    this.names = names;
    this.books = books;
  }

  /// Judges a new command and, when it is accepted, books it.
  Verdict judge(CommandId id, Command command, boolean insisted, Instant now) {
    return switch (command) {
      case ReceiveGoods receive -> receive(id, receive, insisted);
      case MoveStock move -> move(id, move, insisted);
      case AdjustStock adjust -> adjust(id, adjust, now);
      case TransferStock transfer -> transfer(id, transfer, now);
      case PlaceReservation place -> place(place, now);
      case ConfirmReservation confirm -> confirm(confirm.order(), now);
      case ReleaseReservation release -> release(release.order(), now);
      case UndoCommand undo -> undo(id, undo.undone(), now);
      case WorkCommand work ->
          throw new IllegalArgumentException("histories are of stock commands, this is " + work);
    };
  }

  private Verdict receive(CommandId id, ReceiveGoods c, boolean insisted) {
    Optional<Verdict> unknown =
        unknown(c.warehouse(), c.sku()).or(() -> unknownPlace(c.location()));
    if (unknown.isPresent()) {
      return unknown.get();
    }
    Shelf shelf = new Shelf(c.warehouse(), c.sku());
    if (c.serial().isPresent()) {
      if (c.quantity().units() != 1) {
        return new Verdict.Refuse(Refusal.SerialNotSingle.class);
      }
      String piece = c.serial().get().code();
      if (books.piles(shelf).keySet().stream().anyMatch(goods -> goods.lot().equals(piece))) {
        return new Verdict.Refuse(Refusal.SerialAlreadyHere.class);
      }
    }
    boolean known =
        c.purchaseOrder().equals(Optional.of(names.purchaseOrder()))
            && c.warehouse().equals(Names.WAREHOUSES.getFirst());
    boolean onOrder = known && c.sku().equals(names.products().getFirst());
    if (c.purchaseOrder().isPresent() && !insisted) {
      long most = Names.ORDERED + Names.ORDERED * 5 / 100;
      if (!known) {
        return new Verdict.Refuse(Refusal.UnknownOrder.class);
      }
      if (!onOrder) {
        return new Verdict.Refuse(Refusal.NotOnOrder.class);
      }
      if (books.receivedOnOrder() + c.quantity().units() > most) {
        return new Verdict.Refuse(Refusal.OverReceipt.class);
      }
    }
    String lot = c.serial().map(SerialNumber::code).orElse(c.lot().map(LotCode::code).orElse(""));
    Goods from = goods(VirtualLocation.SUPPLIER.code(), lot, c.handlingUnit(), c.condition());
    Optional<Reference> order = onOrder ? c.purchaseOrder() : Optional.empty();
    LocationCode to = c.location().orElse(Names.dock());
    return post(id, List.of(new Books.Move(shelf, from, to, c.quantity().units(), order)));
  }

  private Verdict move(CommandId id, MoveStock c, boolean insisted) {
    Optional<Verdict> unknown =
        unknown(c.warehouse(), c.sku())
            .or(() -> unknownPlace(Optional.of(c.from())))
            .or(() -> unknownPlace(Optional.of(c.to())));
    if (unknown.isPresent()) {
      return unknown.get();
    }
    if (c.from().equals(c.to())) {
      return new Verdict.Refuse(Refusal.SamePlace.class);
    }
    Shelf shelf = new Shelf(c.warehouse(), c.sku());
    String lot = c.lot().map(LotCode::code).orElse("");
    Goods goods = goods(c.from(), lot, c.handlingUnit(), c.condition());
    long wanted = c.quantity().units();
    long there = books.at(shelf, goods);
    if (there < wanted && !insisted) {
      return new Verdict.Refuse(Refusal.InsufficientStock.class);
    }
    List<Books.Move> moves = new ArrayList<>();
    if (there > 0) {
      moves.add(move(shelf, goods, c.to(), Math.min(there, wanted)));
    }
    if (there < wanted) {
      Goods unexplained =
          new Goods(VirtualLocation.UNRECONCILED.code(), lot, goods.handlingUnit(), Condition.HOLD);
      moves.add(move(shelf, unexplained, c.to(), wanted - there));
    }
    return post(id, moves);
  }

  private Verdict adjust(CommandId id, AdjustStock c, Instant now) {
    Optional<Verdict> unknown =
        unknown(c.warehouse(), c.sku()).or(() -> unknownPlace(c.location()));
    if (unknown.isPresent()) {
      return unknown.get();
    }
    Shelf shelf = new Shelf(c.warehouse(), c.sku());
    String lot = c.lot().map(LotCode::code).orElse("");
    if (c.quantityChange() > 0) {
      Goods found =
          goods(VirtualLocation.LOST_AND_FOUND.code(), lot, c.handlingUnit(), c.condition());
      LocationCode to = c.location().orElse(Names.dock());
      return post(id, List.of(move(shelf, found, to, c.quantityChange())));
    }
    long wanted = -c.quantityChange();
    boolean sellable = c.condition().orElse(Condition.AVAILABLE) == Condition.AVAILABLE;
    Map<Goods, Long> parts = new HashMap<>();
    if (c.location().isPresent()) {
      Goods goods = goods(c.location().get(), lot, c.handlingUnit(), c.condition());
      parts.put(goods, Math.min(wanted, books.at(shelf, goods)));
    } else {
      parts =
          taken(
              shelf,
              wanted,
              goods ->
                  goods.condition() == c.condition().orElse(Condition.AVAILABLE)
                      && c.lot().map(LotCode::code).map(goods.lot()::equals).orElse(true)
                      && c.handlingUnit()
                          .map(HandlingUnit::code)
                          .map(goods.handlingUnit()::equals)
                          .orElse(true));
    }
    if (sum(parts) < wanted || sellable && books.available(shelf, now) < wanted) {
      return new Verdict.Refuse(Refusal.InsufficientStock.class);
    }
    VirtualLocation to =
        SCRAPPED.contains(c.reason().orElseThrow().code())
            ? VirtualLocation.SCRAP
            : VirtualLocation.LOST_AND_FOUND;
    List<Books.Move> moves = new ArrayList<>();
    parts.forEach((goods, part) -> moves.add(move(shelf, goods, to.code(), part)));
    return post(id, moves);
  }

  private Verdict transfer(CommandId id, TransferStock c, Instant now) {
    Optional<Verdict> unknown =
        unknown(c.fromWarehouse(), c.sku())
            .or(() -> unknown(c.toWarehouse(), c.sku()))
            .or(() -> unknownPlace(c.fromLocation()))
            .or(() -> unknownPlace(c.toLocation()));
    if (unknown.isPresent()) {
      return unknown.get();
    }
    if (c.fromWarehouse().equals(c.toWarehouse())) {
      return new Verdict.Refuse(Refusal.SamePlace.class);
    }
    Shelf from = new Shelf(c.fromWarehouse(), c.sku());
    long wanted = c.quantity().units();
    Predicate<Goods> meant =
        goods ->
            goods.sellable()
                && c.fromLocation().map(goods.location()::equals).orElse(true)
                && c.lot().map(LotCode::code).map(goods.lot()::equals).orElse(true);
    if (sum(taken(from, wanted, meant)) < wanted || books.available(from, now) < wanted) {
      return new Verdict.Refuse(Refusal.InsufficientStock.class);
    }
    Map<Goods, Long> parts =
        taken(from, wanted, meant.and(goods -> goods.handlingUnit().isEmpty()));
    if (sum(parts) < wanted) {
      return new Verdict.Refuse(DocumentRefusal.OutOfRange.class);
    }
    Shelf to = new Shelf(c.toWarehouse(), c.sku());
    LocationCode way = VirtualLocation.IN_TRANSIT.code();
    LocationCode place = c.toLocation().orElse(Names.dock());
    List<Books.Move> moves = new ArrayList<>();
    parts.forEach((goods, part) -> moves.add(move(from, goods, way, part)));
    parts.forEach((goods, part) -> moves.add(move(to, goods.at(way), place, part)));
    return post(id, moves);
  }

  private Verdict place(PlaceReservation c, Instant now) {
    for (PlaceReservation.Line line : c.lines()) {
      Optional<Verdict> unknown = unknown(line.warehouse(), line.sku());
      if (unknown.isPresent()) {
        return unknown.get();
      }
    }
    if (books.hold(c.order()).filter(hold -> hold.holds(now)).isPresent()) {
      return new Verdict.Refuse(Refusal.OrderAlreadyReserved.class);
    }
    Map<Shelf, Long> lines = new HashMap<>();
    for (PlaceReservation.Line line : c.lines()) {
      lines.merge(new Shelf(line.warehouse(), line.sku()), line.quantity().units(), Long::sum);
    }
    if (tooShort(lines, now)) {
      return new Verdict.Refuse(Refusal.InsufficientStock.class);
    }
    books.hold(c.order(), new Books.Hold(lines, "placed", now.plusSeconds(c.ttlSeconds())));
    return accept(lines.keySet());
  }

  private Verdict confirm(Reference order, Instant now) {
    Optional<Books.Hold> hold = books.hold(order);
    if (hold.isEmpty()) {
      return new Verdict.Refuse(Refusal.UnknownReservation.class);
    }
    if (hold.get().state().equals("released")) {
      return new Verdict.Refuse(Refusal.ReservationEnded.class);
    }
    if (hold.get().state().equals("committed")) {
      return accept(Set.of());
    }
    if (!hold.get().holds(now) && tooShort(hold.get().lines(), now)) {
      return new Verdict.Refuse(Refusal.InsufficientStock.class);
    }
    books.hold(order, hold.get().in("committed"));
    return accept(hold.get().lines().keySet());
  }

  private Verdict release(Reference order, Instant now) {
    Optional<Books.Hold> hold = books.hold(order);
    if (hold.isEmpty()) {
      return new Verdict.Refuse(Refusal.UnknownReservation.class);
    }
    if (!hold.get().holds(now)) {
      return new Verdict.Refuse(Refusal.ReservationEnded.class);
    }
    books.hold(order, hold.get().in("released"));
    return accept(hold.get().lines().keySet());
  }

  /// Legal when every pile that would lose goods has them, and nothing promised would leave.
  private Verdict undo(CommandId id, CommandId undone, Instant now) {
    List<Books.Move> moves = books.movesOf(undone);
    if (moves.isEmpty()) {
      return new Verdict.Refuse(Refusal.NothingToUndo.class);
    }
    if (books.undone(undone)) {
      return new Verdict.Refuse(Refusal.AlreadyUndone.class);
    }
    Map<Shelf, Long> sellableLoss = new HashMap<>();
    Map<Shelf, Map<Goods, Long>> loss = new HashMap<>();
    List<Books.Move> back = new ArrayList<>();
    for (Books.Move move : moves.reversed()) {
      back.add(
          new Books.Move(
              move.shelf(), move.target(), move.from().location(), move.quantity(), move.order()));
      if (!VirtualLocation.is(move.to())) {
        loss.computeIfAbsent(move.shelf(), s -> new HashMap<>())
            .merge(move.target(), move.quantity(), Long::sum);
        if (VirtualLocation.is(move.from().location()) && move.from().sellable()) {
          sellableLoss.merge(move.shelf(), move.quantity(), Long::sum);
        }
      }
    }
    boolean there =
        loss.entrySet().stream()
            .allMatch(
                shelf ->
                    shelf.getValue().entrySet().stream()
                        .allMatch(
                            pile -> books.at(shelf.getKey(), pile.getKey()) >= pile.getValue()));
    boolean free =
        sellableLoss.entrySet().stream()
            .allMatch(entry -> books.available(entry.getKey(), now) >= entry.getValue());
    if (!there) {
      return new Verdict.Refuse(GuardRefusal.UndoBuiltOn.class); // somebody took from them
    }
    if (!free) {
      return new Verdict.Refuse(Refusal.InsufficientStock.class);
    }
    if (books.part(back)) {
      return new Verdict.Refuse(GuardRefusal.UndoSplitsUnit.class);
    }
    books.markUndone(undone);
    return post(id, back);
  }

  private Verdict post(CommandId id, List<Books.Move> moves) {
    if (books.part(moves)) {
      return new Verdict.Refuse(DocumentRefusal.Mismatch.class);
    }
    books.apply(id, moves);
    for (Books.Move move : moves) {
      if (move.order().isPresent()) {
        boolean in = VirtualLocation.is(move.from().location());
        books.receivedOnOrder(in ? move.quantity() : -move.quantity());
      }
    }
    return accept(Set.copyOf(moves.stream().map(Books.Move::shelf).toList()));
  }

  private Verdict accept(Set<Shelf> touched) {
    Map<Shelf, Long> onHand = new HashMap<>();
    touched.forEach(shelf -> onHand.put(shelf, books.onHand(shelf)));
    return new Verdict.Accept(onHand);
  }

  /// Fullest first.
  private Map<Goods, Long> taken(Shelf shelf, long wanted, Predicate<Goods> fits) {
    Map<Goods, Long> parts = new LinkedHashMap<>();
    long left = wanted;
    for (Map.Entry<Goods, Long> pile : books.piles(shelf).entrySet()) {
      Goods goods = pile.getKey();
      if (left > 0 && fits.test(goods)) {
        parts.put(goods, Math.min(left, pile.getValue()));
        left -= parts.get(goods);
      }
    }
    return parts;
  }

  private boolean tooShort(Map<Shelf, Long> lines, Instant now) {
    return lines.entrySet().stream()
        .anyMatch(line -> books.available(line.getKey(), now) < line.getValue());
  }

  private Optional<Verdict> unknown(WarehouseCode warehouse, Sku sku) {
    if (!Names.WAREHOUSES.contains(warehouse)) {
      return Optional.of(new Verdict.Refuse(Refusal.UnknownWarehouse.class));
    }
    return names.products().contains(sku)
        ? Optional.empty()
        : Optional.of(new Verdict.Refuse(Refusal.UnknownProduct.class));
  }

  private static Optional<Verdict> unknownPlace(Optional<LocationCode> place) {
    return place
        .filter(code -> !Names.BINS.contains(code) && !code.equals(Names.dock()))
        .map(code -> new Verdict.Refuse(Refusal.UnknownLocation.class));
  }

  private static Books.Move move(Shelf shelf, Goods from, LocationCode to, long quantity) {
    return new Books.Move(shelf, from, to, quantity, Optional.empty());
  }

  private static long sum(Map<Goods, Long> parts) {
    return parts.values().stream().mapToLong(Long::longValue).sum();
  }

  private static Goods goods(
      LocationCode at, String lot, Optional<HandlingUnit> unit, Optional<Condition> condition) {
    return new Goods(
        at, lot, unit.map(HandlingUnit::code).orElse(""), condition.orElse(Condition.AVAILABLE));
  }
}
