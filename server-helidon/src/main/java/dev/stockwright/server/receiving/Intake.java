package dev.stockwright.server.receiving;

import static dev.stockwright.db.tables.Tables.HANDLING_UNIT;
import static dev.stockwright.db.tables.Tables.WAREHOUSE;

import dev.stockwright.protocol.DocumentKind;
import dev.stockwright.protocol.DocumentRefusal;
import dev.stockwright.protocol.Refusal;
import dev.stockwright.server.orders.Kits;
import dev.stockwright.server.purchasing.TrackingRules;
import dev.stockwright.server.putaway.Goods;
import dev.stockwright.server.putaway.ProductCard;
import dev.stockwright.server.putaway.ProductCards;
import dev.stockwright.server.putaway.PutAways;
import dev.stockwright.server.stock.Decision;
import dev.stockwright.server.stock.PileKey;
import dev.stockwright.server.stock.Posting;
import dev.stockwright.server.stock.Step;
import dev.stockwright.server.units.HandlingUnits;
import dev.stockwright.server.work.Work;
import dev.stockwright.vocabulary.Condition;
import dev.stockwright.vocabulary.HandlingUnit;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.LotCode;
import dev.stockwright.vocabulary.ReasonCode;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.VirtualLocation;
import dev.stockwright.vocabulary.WarehouseCode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Takes goods in: the checks that hold for every delivery and return, and the steps that follow.
final class Intake {
  private static final ReasonCode RECEIPT = new ReasonCode("receipt");
  private static final ReasonCode RETURN = new ReasonCode("return");

  private final Work work;
  private final WarehouseCode warehouse;
  private final ReceiptBook book;
  private final HandlingUnits units;
  private final PutAways putAways;

  Intake(Work work, WarehouseCode warehouse, ReceiptBook book) {
    this.work = work;
    this.warehouse = warehouse;
    this.book = book;
    this.units = new HandlingUnits(work);
    this.putAways = new PutAways(work, warehouse);
  }

  /// Is it a real place here?
  Optional<Refusal> unknownPlace(LocationCode place) {
    return work.locationId(warehouse, place).isPresent() && work.stock().knows(warehouse, place)
        ? Optional.empty()
        : Optional.of(new Refusal.UnknownLocation(warehouse, place));
  }

  /// What is missing, does not agree, is here already or too old, or cannot be set down there.
  ///
  /// @param told what was said of it
  Optional<Refusal> wrong(Delivered goods, TrackingRules.Told told, Delivered.Place place) {
    return Kits.refusal(work.sql(), List.of(goods.card().sku()))
        .or(() -> TrackingRules.missing(goods.card(), told))
        .or(
            () ->
                TrackingRules.tooOld(
                    goods.card(), told.date(), work.today(warehouse), place.condition()))
        .or(() -> pieceHere(goods));
  }

  Optional<Refusal> pieceHere(Delivered goods) {
    return goods.card().tracking().serial()
        ? ReceiptRules.pieceHere(goods, work.stock().piles(warehouse, goods.card().sku()))
            .map(why -> Arrivals.told(why, warehouse, work))
        : Optional.empty();
  }

  /// Why the goods cannot be set down there; nobody is asked who insists.
  Optional<Refusal> noRoom(List<Delivered> goods, Delivered.Place place) {
    Goods all =
        new Goods(
            goods.stream().map(Delivered::part).toList(),
            place.condition(),
            !place.handlingUnit().isEmpty());
    return work.by().insisted() ? Optional.empty() : putAways.refusal(all, place.at());
  }

  /// What was said of goods, with what is known of their lot.
  ///
  /// @param units how many pieces were counted, whatever the serial numbers say
  TrackingRules.Told told(
      Delivered goods, long units, Optional<LotCode> lot, Optional<LocalDate> expiry) {
    boolean pieces = goods.card().tracking().serial();
    return new TrackingRules.Told(
        units,
        lot,
        expiry,
        lot.flatMap(code -> book.expiry(goods.card(), code.code())),
        pieces
            ? goods.piles().stream()
                .filter(pile -> !pile.lot().isEmpty())
                .map(pile -> new dev.stockwright.vocabulary.SerialNumber(pile.lot()))
                .toList()
            : List.of());
  }

  /// Why goods cannot be put onto a unit: it is elsewhere, or has gone, or holds goods of another
  /// condition.
  Optional<Refusal> wrongUnit(HandlingUnit unit, Delivered.Place place) {
    Reference number = new Reference(unit.code());
    Optional<Refusal> state =
        work.sql()
            .select(HANDLING_UNIT.STATE, WAREHOUSE.CODE)
            .from(HANDLING_UNIT)
            .join(WAREHOUSE)
            .on(WAREHOUSE.ID.eq(HANDLING_UNIT.WAREHOUSE_ID))
            .where(HANDLING_UNIT.CODE.eq(unit.code()))
            .fetchOptional()
            .filter(row -> !row.value1().equals("gone"))
            .filter(
                row ->
                    !row.value2().equals(warehouse.code())
                        || !List.of("open", "announced").contains(row.value1()))
            .map(
                row ->
                    new DocumentRefusal.WrongState(
                        DocumentKind.HANDLING_UNIT,
                        number,
                        row.value1() + " in " + row.value2(),
                        "open in " + warehouse));
    if (state.isPresent()) {
      return state;
    }
    Optional<LocationCode> stands = putAways.place(unit).filter(at -> !at.equals(place.at()));
    if (stands.isPresent()) {
      return Optional.of(
          new DocumentRefusal.Mismatch(
              "location of " + unit, stands.get().code(), place.at().code()));
    }
    return putAways
        .content(unit)
        .map(Goods::condition)
        .filter(condition -> condition != place.condition())
        .map(
            condition ->
                new DocumentRefusal.Mismatch(
                    "condition of the goods on " + unit,
                    condition.code(),
                    place.condition().code()));
  }

  /// Takes the goods in: they are written down, come from the supplier or customer, and wait to be
  /// put away.
  List<Step> take(Receipt receipt, List<Delivered> goods, Delivered.Place place) {
    List<Step> steps = new ArrayList<>();
    DocumentKind kind = receipt.returned() ? DocumentKind.RETURN : DocumentKind.RECEIPT;
    Optional<HandlingUnit> unit =
        place.handlingUnit().isEmpty()
            ? Optional.empty()
            : Optional.of(new HandlingUnit(place.handlingUnit()));
    List<Goods.Part> onUnit = new ArrayList<>();
    unit.flatMap(putAways::content).ifPresent(content -> onUnit.addAll(content.parts()));
    for (Delivered each : goods) {
      int line = book.add(receipt, each, place);
      each.piles().forEach(pile -> steps.add(move(receipt, each, pile, place)));
      steps.add(
          Work.note(
              warehouse,
              kind,
              receipt.number(),
              "open",
              "line " + line + ": " + each.units() + " of " + each.card().sku()));
      onUnit.add(each.part());
    }
    if (unit.isPresent()) {
      steps.add(
          units.put(
              new HandlingUnits.Unit(
                  unit.get(), warehouse, "pallet", "open", kind.code(), receipt.number().code())));
      var come = new PutAways.Come(kind, receipt.number(), place.at(), goods.getFirst().part());
      steps.addAll(putAways.openUnit(come, unit.get(), new Goods(onUnit, place.condition(), true)));
    } else {
      for (Delivered each : goods) {
        var come = new PutAways.Come(kind, receipt.number(), place.at(), each.part());
        steps.addAll(putAways.open(come, place.condition()));
      }
    }
    return steps;
  }

  private Step move(Receipt receipt, Delivered goods, Delivered.Pile pile, Delivered.Place place) {
    LocationCode from =
        receipt.returned() ? VirtualLocation.CUSTOMER.code() : VirtualLocation.SUPPLIER.code();
    return new Step.Move(
        new Posting(
            warehouse,
            goods.card().sku(),
            new PileKey(from, pile.lot(), place.handlingUnit(), place.condition(), ""),
            place.at(),
            pile.units(),
            receipt.returned() ? RETURN : RECEIPT,
            Optional.of(receipt.purchaseOrder().orElse(receipt.number())),
            pile.lot().isEmpty() ? Optional.empty() : goods.expiry(),
            Decision.REVERSES_NOTHING));
  }

  /// What a line of a receipt brought goes back to where it came from.
  Step takeBack(Receipt receipt, ReceiptBook.Line line) {
    LocationCode to =
        receipt.returned() ? VirtualLocation.CUSTOMER.code() : VirtualLocation.SUPPLIER.code();
    PileKey pile =
        new PileKey(line.location(), line.lot(), line.handlingUnit(), line.condition(), "");
    return new Step.Move(
        new Posting(
            warehouse,
            line.sku(),
            pile,
            to,
            line.units(),
            new ReasonCode("taken_back"),
            Optional.of(receipt.purchaseOrder().orElse(receipt.number())),
            Optional.empty(),
            Decision.REVERSES_NOTHING));
  }

  /// What the lines brought is put away no more. Lines on a handling unit are on the same one.
  List<Step> fewer(List<ReceiptBook.Line> lines) {
    List<Step> steps = new ArrayList<>();
    String unit = lines.getFirst().handlingUnit();
    Optional<Goods> left =
        unit.isEmpty() ? Optional.empty() : putAways.content(new HandlingUnit(unit));
    for (ReceiptBook.Line line : lines) {
      ProductCard card = ProductCards.read(work.sql(), line.sku()).orElseThrow();
      boolean piece = card.tracking().serial() && unit.isEmpty();
      var part = new Goods.Part(card, piece ? "" : line.lot(), line.units());
      left = without(left, part);
      if (unit.isEmpty()) {
        steps.addAll(putAways.fewer(line.location(), part, line.condition()));
      }
    }
    if (!unit.isEmpty()) {
      steps.addAll(putAways.fewer(new HandlingUnit(unit), left));
    }
    return steps;
  }

  private static Optional<Goods> without(Optional<Goods> content, Goods.Part part) {
    if (content.isEmpty()) {
      return content;
    }
    List<Goods.Part> left = new ArrayList<>();
    long gone = part.units();
    for (Goods.Part each : content.get().parts()) {
      boolean same = each.card().id() == part.card().id() && each.lot().equals(part.lot());
      long units = same ? Math.max(0, each.units() - gone) : each.units();
      gone -= each.units() - units;
      if (units > 0) {
        left.add(new Goods.Part(each.card(), each.lot(), units));
      }
    }
    return left.isEmpty()
        ? Optional.empty()
        : Optional.of(new Goods(left, content.get().condition(), true));
  }

  /// What the stock has of a line's goods, and may leave: not what is promised to somebody.
  Optional<Refusal> gone(ReceiptBook.Line line) {
    PileKey pile =
        new PileKey(line.location(), line.lot(), line.handlingUnit(), line.condition(), "");
    long there = work.stock().onHand(warehouse, line.sku(), pile);
    long free =
        line.condition() == Condition.AVAILABLE
            ? Math.min(there, work.stock().available(warehouse, line.sku()))
            : there;
    return free >= line.units()
        ? Optional.empty()
        : Optional.of(
            new Refusal.InsufficientStock(
                warehouse,
                line.sku(),
                Optional.of(line.location()),
                line.units(),
                Math.max(0, free)));
  }

  /// A new unit of our own.
  HandlingUnit mint() {
    return units.mint(warehouse);
  }

  /// The unit is as it was before it came.
  Step unitAgain(HandlingUnit unit, String state) {
    return units.put(new HandlingUnits.Unit(unit, warehouse, "pallet", state, "", ""));
  }
}
