package dev.stockwright.server.transferring;

import static dev.stockwright.db.tables.Tables.HANDLING_UNIT;

import dev.stockwright.protocol.DocumentKind;
import dev.stockwright.protocol.DocumentRefusal;
import dev.stockwright.protocol.Refusal;
import dev.stockwright.protocol.TransferCommand;
import dev.stockwright.server.moving.Bin;
import dev.stockwright.server.moving.BinRules;
import dev.stockwright.server.moving.Bins;
import dev.stockwright.server.moving.Repack;
import dev.stockwright.server.stock.Decision;
import dev.stockwright.server.stock.GuardRules;
import dev.stockwright.server.stock.Pile;
import dev.stockwright.server.stock.PileKey;
import dev.stockwright.server.stock.Step;
import dev.stockwright.server.tasks.TaskBook;
import dev.stockwright.server.tasks.TaskKind;
import dev.stockwright.server.units.HandlingUnits;
import dev.stockwright.server.work.Work;
import dev.stockwright.vocabulary.Condition;
import dev.stockwright.vocabulary.HandlingUnit;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.LotCode;
import dev.stockwright.vocabulary.ReasonCode;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Goods of a transfer are made ready, loose or in handling units.
final class TransferPacking {
  private static final ReasonCode PACK = new ReasonCode("pack");

  Decision pack(TransferCommand.PackTransfer c, Transfer transfer, Work work) {
    Optional<Refusal> refusal = TransferRules.refusal(transfer, TransferRules.Act.PACK);
    Optional<Transfer.Line> line = transfer.line(c.sku());
    if (refusal.isEmpty() && line.isEmpty()) {
      refusal = Optional.of(TransferRules.product(transfer, c.sku()));
    }
    if (refusal.isPresent()) {
      return new Decision.Refuse(refusal.get());
    }
    Bins bins = new Bins(work);
    LocationCode to = c.to().orElseGet(() -> stage(transfer.from(), work));
    Optional<Bin> source = bins.find(transfer.from(), c.from());
    Optional<Bin> stage = bins.find(transfer.from(), to);
    if (source.isEmpty() || stage.isEmpty()) {
      LocationCode unknown = source.isEmpty() ? c.from() : to;
      return new Decision.Refuse(new Refusal.UnknownLocation(transfer.from(), unknown));
    }
    PileKey goods =
        new PileKey(
            c.from(),
            c.lot().map(LotCode::code).orElse(""),
            c.outOf().map(HandlingUnit::code).orElse(""),
            Condition.AVAILABLE,
            "");
    refusal =
        BinRules.refusalToTake(source.get())
            .or(() -> tooMuch(line.get(), c.sku(), c.quantity().units()))
            .or(() -> tooFew(c, transfer, goods, work))
            .or(() -> c.onto().flatMap(unit -> refusalToFill(transfer, unit, to, work)));
    if (refusal.isPresent()) {
      return new Decision.Refuse(refusal.get());
    }
    String onto = c.onto().map(HandlingUnit::code).orElse("");
    List<Step> steps =
        new ArrayList<>(
            new Repack(
                    transfer.from(),
                    c.sku(),
                    goods,
                    to,
                    onto,
                    c.quantity().units(),
                    PACK,
                    Optional.of(transfer.number()))
                .steps());
    TransferBook book = new TransferBook(work);
    book.pack(transfer, line.get(), goods.lot(), onto, to, c.quantity().units());
    c.onto().ifPresent(unit -> steps.add(put(transfer, unit, work)));
    steps.addAll(packed(transfer, Set.of(line.get().line()), work));
    return new Decision.Act(steps);
  }

  private static LocationCode stage(WarehouseCode warehouse, Work work) {
    return work.setting(warehouse, "transfer.staging")
        .map(LocationCode::new)
        .orElseGet(() -> work.stock().receivingLocation(warehouse));
  }

  private static Optional<Refusal> tooMuch(Transfer.Line line, Sku sku, long units) {
    long left = line.approved() - line.packed();
    return units <= left
        ? Optional.empty()
        : Optional.of(
            new DocumentRefusal.OutOfRange("quantity of " + sku, "0 to " + left, "" + units));
  }

  /// What orders and transfers have standing ready there is not to be had.
  private static Optional<Refusal> tooFew(
      TransferCommand.PackTransfer c, Transfer transfer, PileKey goods, Work work) {
    long there = work.stock().onHand(transfer.from(), c.sku(), goods);
    long wanted = c.quantity().units();
    return there >= wanted
        ? GuardRules.taking(
            work.stock(),
            new GuardRules.Wanted(transfer.from(), c.sku(), c.from(), wanted),
            List.of(new Pile(goods, there)))
        : Optional.of(
            new Refusal.InsufficientStock(
                transfer.from(), c.sku(), Optional.of(c.from()), wanted, there));
  }

  /// A unit of this transfer, or an empty one, that stands where it is filled.
  private static Optional<Refusal> refusalToFill(
      Transfer transfer, HandlingUnit unit, LocationCode to, Work work) {
    Optional<HandlingUnits.Unit> known = new HandlingUnits(work).find(transfer.from(), unit);
    Optional<Refusal> refusal = known.flatMap(each -> refusalToUse(transfer, each));
    if (refusal.isPresent()) {
      return refusal;
    }
    boolean ours =
        known.map(each -> each.reference().equals(transfer.number().code())).orElse(false);
    List<Bins.Content> there = new Bins(work).contents(transfer.from(), Set.of(unit));
    if (!ours && !there.isEmpty()) {
      return Optional.of(
          new DocumentRefusal.Mismatch("handling unit", "an empty one", unit.code()));
    }
    return there.stream()
        .map(each -> each.pile().key().location())
        .filter(place -> !place.equals(to))
        .findFirst()
        .map(place -> new DocumentRefusal.Mismatch("location", place.code(), to.code()));
  }

  /// Why a unit cannot serve this transfer.
  private static Optional<Refusal> refusalToUse(Transfer transfer, HandlingUnits.Unit unit) {
    if (!unit.state().equals("open") && !unit.state().equals("closed")) {
      return Optional.of(
          new DocumentRefusal.WrongState(
              DocumentKind.HANDLING_UNIT,
              new Reference(unit.code().code()),
              unit.state(),
              "open or closed"));
    }
    boolean free =
        unit.document().isEmpty()
            || (unit.document().equals(Transfer.KIND.code())
                && unit.reference().equals(transfer.number().code()));
    return free
        ? Optional.empty()
        : Optional.of(
            new DocumentRefusal.Mismatch(
                "handling unit",
                "one of " + transfer.number() + " or of none",
                unit.code() + " of " + unit.reference()));
  }

  private static Step put(Transfer transfer, HandlingUnit unit, Work work) {
    HandlingUnits units = new HandlingUnits(work);
    Optional<HandlingUnits.Unit> known = units.find(transfer.from(), unit);
    return units.put(
        new HandlingUnits.Unit(
            unit,
            transfer.from(),
            known.map(HandlingUnits.Unit::kind).orElse("carton"),
            known.map(HandlingUnits.Unit::state).orElse("open"),
            Transfer.KIND.code(),
            transfer.number().code()));
  }

  Decision packUnit(TransferCommand.PackTransferUnit c, Transfer transfer, Work work) {
    Bins bins = new Bins(work);
    Set<HandlingUnit> whole = bins.whole(c.unit());
    List<Bins.Content> contents = bins.contents(transfer.from(), whole);
    Optional<Refusal> refusal =
        TransferRules.refusal(transfer, TransferRules.Act.PACK)
            .or(() -> unfitUnit(c, transfer, whole, contents, work))
            .or(() -> unfitContents(transfer, contents))
            .or(() -> held(transfer, contents, work))
            .or(() -> unfitPlaces(c, transfer, contents, bins));
    if (refusal.isPresent()) {
      return new Decision.Refuse(refusal.get());
    }
    TransferBook book = new TransferBook(work);
    List<Step> steps = new ArrayList<>();
    for (Bins.Content each : contents) {
      PileKey key = each.pile().key();
      LocationCode to = c.to().orElse(key.location());
      steps.addAll(
          new Repack(
                  transfer.from(),
                  each.sku(),
                  key,
                  to,
                  key.handlingUnit(),
                  each.pile().onHand(),
                  PACK,
                  Optional.of(transfer.number()))
              .steps());
      Transfer.Line line = transfer.line(each.sku()).orElseThrow();
      book.pack(transfer, line, key.lot(), key.handlingUnit(), to, each.pile().onHand());
    }
    whole.forEach(unit -> steps.add(put(transfer, unit, work)));
    Set<Integer> lines =
        contents.stream()
            .map(each -> transfer.line(each.sku()).orElseThrow().line())
            .collect(Collectors.toSet());
    steps.addAll(packed(transfer, lines, work));
    return new Decision.Act(steps);
  }

  private static Optional<Refusal> unfitUnit(
      TransferCommand.PackTransferUnit c,
      Transfer transfer,
      Set<HandlingUnit> whole,
      List<Bins.Content> contents,
      Work work) {
    if (contents.isEmpty()) {
      return Optional.of(
          new DocumentRefusal.UnknownDocument(
              DocumentKind.HANDLING_UNIT, new Reference(c.unit().code())));
    }
    boolean packedBefore =
        transfer.contents().stream()
            .anyMatch(
                each -> !each.unit().isEmpty() && whole.contains(new HandlingUnit(each.unit())));
    if (packedBefore) {
      return Optional.of(
          new DocumentRefusal.Mismatch(
              "handling unit", "one that is not packed yet", c.unit().code()));
    }
    HandlingUnits units = new HandlingUnits(work);
    return whole.stream()
        .flatMap(unit -> units.find(transfer.from(), unit).stream())
        .flatMap(unit -> refusalToUse(transfer, unit).stream())
        .findFirst();
  }

  private static Optional<Refusal> unfitContents(Transfer transfer, List<Bins.Content> contents) {
    Map<Sku, Long> units = new LinkedHashMap<>();
    for (Bins.Content each : contents) {
      if (each.pile().key().condition() != Condition.AVAILABLE
          || !each.pile().key().owner().isEmpty()) {
        return Optional.of(
            new DocumentRefusal.Mismatch(
                "condition of " + each.sku(), "available", each.pile().key().condition().code()));
      }
      if (transfer.line(each.sku()).isEmpty()) {
        return Optional.of(TransferRules.product(transfer, each.sku()));
      }
      units.merge(each.sku(), each.pile().onHand(), Long::sum);
    }
    return units.entrySet().stream()
        .flatMap(
            each ->
                tooMuch(transfer.line(each.getKey()).orElseThrow(), each.getKey(), each.getValue())
                    .stream())
        .findFirst();
  }

  private static Optional<Refusal> held(Transfer transfer, List<Bins.Content> contents, Work work) {
    work.stock().bring(transfer.from(), contents.stream().map(Bins.Content::sku).toList());
    return contents.stream()
        .flatMap(
            each ->
                GuardRules.taking(
                    work.stock(),
                    new GuardRules.Wanted(
                        transfer.from(),
                        each.sku(),
                        each.pile().key().location(),
                        each.pile().onHand()),
                    List.of(each.pile()))
                    .stream())
        .findFirst();
  }

  private static Optional<Refusal> unfitPlaces(
      TransferCommand.PackTransferUnit c,
      Transfer transfer,
      List<Bins.Content> contents,
      Bins bins) {
    if (c.to().isPresent() && bins.find(transfer.from(), c.to().get()).isEmpty()) {
      return Optional.of(new Refusal.UnknownLocation(transfer.from(), c.to().get()));
    }
    return contents.stream()
        .map(each -> each.pile().key().location())
        .distinct()
        .flatMap(
            place -> bins.find(transfer.from(), place).flatMap(BinRules::refusalToTake).stream())
        .findFirst();
  }

  private static List<Step> packed(Transfer before, Set<Integer> lines, Work work) {
    TransferBook book = new TransferBook(work);
    TaskBook tasks = new TaskBook(work);
    Transfer now = book.find(before.number()).orElseThrow();
    List<Step> steps = new ArrayList<>();
    for (Transfer.Line line : now.lines()) {
      if (lines.contains(line.line()) && line.packed() == line.approved()) {
        TransferClerk.waiting(tasks, now.from(), now, TaskKind.TRANSFER, line.line())
            .forEach(task -> steps.add(tasks.finish(task)));
      }
    }
    TransferState state =
        TransferRules.after(before.state(), TransferRules.Act.PACK, now.progress());
    Transfer.Progress progress = now.progress();
    steps.addAll(
        book.turn(before, state, "packed " + progress.packed() + " of " + progress.approved()));
    return steps;
  }

  /// Changes every unit that this transfer has a hold of in the sending warehouse.
  static List<Step> units(
      Transfer transfer, Work work, Function<HandlingUnits.Unit, HandlingUnits.Unit> change) {
    return units(transfer, work, unit -> true, change);
  }

  /// The same for those that are like that.
  static List<Step> units(
      Transfer transfer,
      Work work,
      Predicate<HandlingUnit> which,
      Function<HandlingUnits.Unit, HandlingUnits.Unit> change) {
    HandlingUnits units = new HandlingUnits(work);
    return work
        .sql()
        .select(HANDLING_UNIT.CODE)
        .from(HANDLING_UNIT)
        .where(HANDLING_UNIT.DOCUMENT.eq(Transfer.KIND.code()))
        .and(HANDLING_UNIT.REFERENCE.eq(transfer.number().code()))
        .and(HANDLING_UNIT.WAREHOUSE_ID.eq(work.warehouseId(transfer.from())))
        .orderBy(HANDLING_UNIT.CODE)
        .fetch(row -> new HandlingUnit(row.value1()))
        .stream()
        .filter(which)
        .flatMap(code -> units.find(transfer.from(), code).stream())
        .map(unit -> units.put(change.apply(unit)))
        .toList();
  }

  /// It belongs to no document any more.
  static Function<HandlingUnits.Unit, HandlingUnits.Unit> freed(WarehouseCode warehouse) {
    return unit ->
        new HandlingUnits.Unit(unit.code(), warehouse, unit.kind(), unit.state(), "", "");
  }
}
