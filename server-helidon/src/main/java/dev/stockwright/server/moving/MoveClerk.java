package dev.stockwright.server.moving;

import dev.stockwright.protocol.DocumentKind;
import dev.stockwright.protocol.DocumentRefusal;
import dev.stockwright.protocol.MoveCommand;
import dev.stockwright.protocol.Refusal;
import dev.stockwright.server.picking.CarriedBack;
import dev.stockwright.server.shipping.MovedPackages;
import dev.stockwright.server.stock.Checks;
import dev.stockwright.server.stock.Decision;
import dev.stockwright.server.stock.Documents;
import dev.stockwright.server.stock.Documents.Document;
import dev.stockwright.server.stock.GuardRules;
import dev.stockwright.server.stock.Pile;
import dev.stockwright.server.stock.PileKey;
import dev.stockwright.server.stock.Step;
import dev.stockwright.server.stock.UndoneWork;
import dev.stockwright.server.units.HandlingUnits;
import dev.stockwright.server.work.Clerk;
import dev.stockwright.server.work.Work;
import dev.stockwright.vocabulary.Condition;
import dev.stockwright.vocabulary.HandlingUnit;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.LotCode;
import dev.stockwright.vocabulary.ReasonCode;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.WarehouseCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Moves goods and handling units within a warehouse.
public final class MoveClerk implements Clerk<MoveCommand> {
  private static final ReasonCode MOVE = new ReasonCode("move");

  /// Units in these states stand in the warehouse and can be moved.
  private static final Set<String> HERE = Set.of("open", "closed");

  @Override
  public Decision handle(MoveCommand command, Work work) {
    return switch (command) {
      case MoveCommand.MoveGoods c -> goods(c, work);
      case MoveCommand.MoveHandlingUnit c -> unit(c, work);
      case MoveCommand.NestHandlingUnit c -> nest(c, work);
      case MoveCommand.FreeHandlingUnit c -> free(c, work);
    };
  }

  /// A move that made or moved a handling unit is undone.
  public static Decision undone(UndoneWork undone, Work work) {
    return new UndoneMove(work, undone).back();
  }

  private static Decision goods(MoveCommand.MoveGoods c, Work work) {
    work.productId(c.sku());
    Optional<Refusal> unknown = Checks.known(work.stock(), c.warehouse(), c.sku());
    if (unknown.isPresent()) {
      return new Decision.Refuse(unknown.get());
    }
    Bins bins = new Bins(work);
    Optional<Bin> from = bins.find(c.warehouse(), c.from());
    Optional<Bin> to = bins.find(c.warehouse(), c.to());
    if (from.isEmpty() || to.isEmpty()) {
      return unknown(c.warehouse(), from.isEmpty() ? c.from() : c.to());
    }
    PileKey goods =
        new PileKey(
            c.from(),
            c.lot().map(LotCode::code).orElse(""),
            c.outOf().map(HandlingUnit::code).orElse(""),
            c.condition().orElse(Condition.AVAILABLE),
            "");
    String onto = c.onto().map(HandlingUnit::code).orElse("");
    if (c.from().equals(c.to()) && onto.equals(goods.handlingUnit())) {
      return new Decision.Refuse(new Refusal.SamePlace(c.from().code()));
    }
    long wanted = c.quantity().units();
    Optional<Refusal> refusal =
        toTake(work, from.get())
            .or(() -> tooFew(work, c, goods, wanted))
            .or(() -> c.onto().flatMap(unit -> GuardRules.filling(unit, work.stock().documents())))
            .or(
                () ->
                    c.from().equals(c.to())
                        ? Optional.empty()
                        : toPut(work, to.get(), List.of(bins.load(c.sku(), goods.lot(), wanted))))
            .or(() -> c.onto().flatMap(unit -> refusalToFill(work, c, unit)));
    if (refusal.isPresent()) {
      return new Decision.Refuse(refusal.get());
    }
    List<Step> steps =
        new ArrayList<>(
            new Repack(
                    c.warehouse(),
                    c.sku(),
                    goods,
                    c.to(),
                    onto,
                    wanted,
                    c.reason().orElse(MOVE),
                    Optional.empty())
                .steps());
    c.onto().flatMap(unit -> register(work, c.warehouse(), unit)).ifPresent(steps::add);
    return new Decision.Act(steps);
  }

  private static Optional<Refusal> tooFew(
      Work work, MoveCommand.MoveGoods c, PileKey goods, long wanted) {
    long there = work.stock().onHand(c.warehouse(), c.sku(), goods);
    return there >= wanted
        ? GuardRules.taking(
            work.stock(),
            new GuardRules.Wanted(c.warehouse(), c.sku(), c.from(), wanted),
            List.of(new Pile(goods, there)))
        : Optional.of(
            new Refusal.InsufficientStock(
                c.warehouse(), c.sku(), Optional.of(c.from()), wanted, there));
  }

  /// A unit is filled where it stands, and only while it is not closed or gone.
  private static Optional<Refusal> refusalToFill(
      Work work, MoveCommand.MoveGoods c, HandlingUnit unit) {
    Optional<HandlingUnits.Unit> known = new HandlingUnits(work).find(c.warehouse(), unit);
    if (known.isPresent() && !known.get().state().equals("open")) {
      return Optional.of(wrongState(known.get(), "open"));
    }
    return places(work, c.warehouse(), Set.of(unit)).stream()
        .filter(place -> !place.equals(c.to()))
        .findFirst()
        .map(place -> new DocumentRefusal.Mismatch("location", place.code(), c.to().code()));
  }

  private static Decision unit(MoveCommand.MoveHandlingUnit c, Work work) {
    Bins bins = new Bins(work);
    Optional<Bin> to = bins.find(c.warehouse(), c.to());
    if (to.isEmpty()) {
      return unknown(c.warehouse(), c.to());
    }
    Optional<HandlingUnits.Unit> known = new HandlingUnits(work).find(c.warehouse(), c.unit());
    if (known.isPresent() && !HERE.contains(known.get().state())) {
      return new Decision.Refuse(wrongState(known.get(), "open or closed"));
    }
    Set<HandlingUnit> whole = bins.whole(c.unit());
    List<Bins.Content> all = bins.contents(c.warehouse(), whole);
    if (all.isEmpty()) {
      return new Decision.Refuse(
          known.isEmpty()
              ? new DocumentRefusal.UnknownDocument(
                  DocumentKind.HANDLING_UNIT, new Reference(c.unit().code()))
              : new DocumentRefusal.Mismatch(
                  "handling unit", "one with goods in it", c.unit().code()));
    }
    List<Bins.Content> moving =
        all.stream().filter(each -> !each.pile().key().location().equals(c.to())).toList();
    if (moving.isEmpty()) {
      return new Decision.Refuse(new Refusal.SamePlace(c.to().code()));
    }
    MovedPackages packages = new MovedPackages(work, c.warehouse(), whole);
    boolean bin = to.get().kind().equals("bin");
    Optional<Refusal> refusal =
        sources(work, c.warehouse(), moving)
            .or(() -> packages.refusal(bin))
            .or(
                () ->
                    toPut(
                        work,
                        to.get(),
                        moving.stream()
                            .map(m -> bins.load(m.sku(), m.pile().key().lot(), m.pile().onHand()))
                            .toList()));
    if (refusal.isPresent()) {
      return new Decision.Refuse(refusal.get());
    }
    List<Step> steps =
        new ArrayList<>(steps(c.warehouse(), moving, c.to(), c.reason().orElse(MOVE)));
    steps.addAll(packages.follow(c.to()));
    steps.addAll(new CarriedBack(work, c.warehouse()).moved(whole, c.to(), bin));
    bins.carrier(c.unit()).ifPresent(any -> bins.free(c.unit()));
    steps.add(
        Work.note(
            c.warehouse(),
            DocumentKind.HANDLING_UNIT,
            new Reference(c.unit().code()),
            known.map(HandlingUnits.Unit::state).orElse("open"),
            c.to().code()));
    return new Decision.Act(steps);
  }

  /// Everything to one place, each pile in the unit that it is in.
  public static List<Step> steps(
      WarehouseCode warehouse, List<Bins.Content> contents, LocationCode to, ReasonCode reason) {
    List<Step> steps = new ArrayList<>();
    for (Bins.Content each : contents) {
      PileKey key = each.pile().key();
      steps.addAll(
          new Repack(
                  warehouse,
                  each.sku(),
                  key,
                  to,
                  key.handlingUnit(),
                  each.pile().onHand(),
                  reason,
                  Optional.empty())
              .steps());
    }
    return steps;
  }

  private static Optional<Refusal> sources(
      Work work, WarehouseCode warehouse, List<Bins.Content> moving) {
    Bins bins = new Bins(work);
    return moving.stream()
        .map(each -> each.pile().key().location())
        .distinct()
        .flatMap(place -> bins.find(warehouse, place).flatMap(bin -> toTake(work, bin)).stream())
        .findFirst();
  }

  /// Why nothing may be taken there; insisted on, it has been taken.
  private static Optional<Refusal> toTake(Work work, Bin bin) {
    return work.by().insisted() ? Optional.empty() : BinRules.refusalToTake(bin);
  }

  /// Why the bin does not take it; insisted on, it lies there.
  private static Optional<Refusal> toPut(Work work, Bin bin, List<Bin.Load> coming) {
    return work.by().insisted() ? Optional.empty() : BinRules.refusalToPut(bin, coming);
  }

  private static Decision nest(MoveCommand.NestHandlingUnit c, Work work) {
    Bins bins = new Bins(work);
    if (bins.whole(c.unit()).contains(c.into())) {
      return new Decision.Refuse(new Refusal.SamePlace(c.into().code()));
    }
    Set<LocationCode> inner = places(work, c.warehouse(), bins.whole(c.unit()));
    Set<LocationCode> outer = places(work, c.warehouse(), bins.whole(c.into()));
    if (inner.isEmpty()) {
      return new Decision.Refuse(
          new DocumentRefusal.UnknownDocument(
              DocumentKind.HANDLING_UNIT, new Reference(c.unit().code())));
    }
    if (!outer.isEmpty() && !outer.equals(inner)) {
      return new Decision.Refuse(
          new DocumentRefusal.Mismatch("location", text(outer), text(inner)));
    }
    Optional<Refusal> stranger = stranger(c, work.stock().documents());
    if (stranger.isPresent()) {
      return new Decision.Refuse(stranger.get());
    }
    HandlingUnits units = new HandlingUnits(work);
    for (HandlingUnit each : List.of(c.unit(), c.into())) {
      Optional<HandlingUnits.Unit> known = units.find(c.warehouse(), each);
      if (known.isPresent() && !HERE.contains(known.get().state())) {
        return new Decision.Refuse(wrongState(known.get(), "open or closed"));
      }
    }
    List<Step> steps = new ArrayList<>();
    register(work, c.warehouse(), c.unit()).ifPresent(steps::add);
    register(work, c.warehouse(), c.into()).ifPresent(steps::add);
    bins.nest(c.unit(), c.into());
    steps.add(
        Work.note(
            c.warehouse(),
            DocumentKind.HANDLING_UNIT,
            new Reference(c.unit().code()),
            "nested",
            c.into().code()));
    return new Decision.Act(steps);
  }

  /// What a document has takes only what the same document has: anything else would be sent along,
  /// or be left behind without anybody knowing.
  private static Optional<Refusal> stranger(MoveCommand.NestHandlingUnit c, Documents documents) {
    Optional<Document> has = documents.carrying(c.into());
    boolean same =
        has.isEmpty()
            || documents
                .carrying(c.unit())
                .filter(by -> by.kind() == has.get().kind())
                .filter(by -> by.number().equals(has.get().number()))
                .isPresent();
    return same ? Optional.empty() : GuardRules.filling(c.into(), documents);
  }

  private static Decision free(MoveCommand.FreeHandlingUnit c, Work work) {
    Bins bins = new Bins(work);
    Reference number = new Reference(c.unit().code());
    Optional<HandlingUnits.Unit> known = new HandlingUnits(work).find(c.warehouse(), c.unit());
    if (known.isEmpty()) {
      return new Decision.Refuse(
          new DocumentRefusal.UnknownDocument(DocumentKind.HANDLING_UNIT, number));
    }
    if (bins.carrier(c.unit()).isEmpty()) {
      return new Decision.Refuse(
          new DocumentRefusal.WrongState(
              DocumentKind.HANDLING_UNIT, number, "standing alone", "on another unit"));
    }
    bins.free(c.unit());
    return new Decision.Act(
        List.of(Work.note(c.warehouse(), DocumentKind.HANDLING_UNIT, number, known.get().state())));
  }

  private static Set<LocationCode> places(
      Work work, WarehouseCode warehouse, Set<HandlingUnit> units) {
    return new Bins(work)
        .contents(warehouse, units).stream()
            .map(each -> each.pile().key().location())
            .collect(Collectors.toSet());
  }

  private static String text(Set<LocationCode> places) {
    return String.join(
        ", ",
        places.stream().map(LocationCode::code).collect(Collectors.toCollection(TreeSet::new)));
  }

  /// Units that only stood in the balances get a row of their own.
  private static Optional<Step> register(Work work, WarehouseCode warehouse, HandlingUnit unit) {
    HandlingUnits units = new HandlingUnits(work);
    return units.find(warehouse, unit).isPresent()
        ? Optional.empty()
        : Optional.of(units.put(new HandlingUnits.Unit(unit, warehouse, "carton", "open", "", "")));
  }

  private static Refusal wrongState(HandlingUnits.Unit unit, String expected) {
    return new DocumentRefusal.WrongState(
        DocumentKind.HANDLING_UNIT, new Reference(unit.code().code()), unit.state(), expected);
  }

  private static Decision unknown(WarehouseCode warehouse, LocationCode place) {
    return new Decision.Refuse(new Refusal.UnknownLocation(warehouse, place));
  }
}
