package dev.stockwright.server.transferring;

import static dev.stockwright.db.tables.Tables.TRANSFER_LINE;

import dev.stockwright.protocol.DocumentRefusal;
import dev.stockwright.protocol.Refusal;
import dev.stockwright.protocol.TransferCommand;
import dev.stockwright.server.moving.Bin;
import dev.stockwright.server.moving.Bins;
import dev.stockwright.server.putaway.ProductCard;
import dev.stockwright.server.putaway.ProductCards;
import dev.stockwright.server.stock.Checks;
import dev.stockwright.server.stock.Decision;
import dev.stockwright.server.stock.PileKey;
import dev.stockwright.server.stock.Step;
import dev.stockwright.server.tasks.NewTask;
import dev.stockwright.server.tasks.TaskBook;
import dev.stockwright.server.tasks.TaskKind;
import dev.stockwright.server.units.HandlingUnits;
import dev.stockwright.server.work.Work;
import dev.stockwright.vocabulary.Condition;
import dev.stockwright.vocabulary.HandlingUnit;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.LotCode;
import dev.stockwright.vocabulary.ReasonCode;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.VirtualLocation;
import dev.stockwright.vocabulary.WarehouseCode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The receiving side of a transfer: goods arrive whole, short, damaged or over, and what does not
/// arrive is explained.
final class TransferArrival {
  private static final ReasonCode OVER = new ReasonCode("transfer_over");

  /// Taken as the papers say; nobody has counted it.
  private static final ReasonCode UNVERIFIED = new ReasonCode("transfer_unverified");

  /// Losses with these reasons are known to be gone.
  private static final Set<String> SCRAPPED = Set.of("damage", "damaged");

  private static final LocationCode WAY = VirtualLocation.IN_TRANSIT.code();

  Decision receive(TransferCommand.ReceiveTransfer c, Transfer transfer, Work work) {
    Bins bins = new Bins(work);
    LocationCode place = c.to().orElseGet(() -> work.stock().receivingLocation(transfer.to()));
    TransferCommand.ReceiveTransfer told =
        work.by().insisted() ? new LateArrival(transfer, bins, work).told(c) : c;
    Optional<Refusal> refusal =
        TransferRules.refusal(transfer, act(c, transfer, work))
            .or(
                () ->
                    bins.find(transfer.to(), place).isPresent()
                        ? Optional.empty()
                        : Optional.of(new Refusal.UnknownLocation(transfer.to(), place)))
            .or(() -> unknownUnit(told.units(), transfer, bins));
    if (refusal.isPresent()) {
      return new Decision.Refuse(refusal.get());
    }
    Set<HandlingUnit> whole = new LinkedHashSet<>();
    told.units().forEach(unit -> whole.addAll(bins.whole(unit)));
    return switch (TransferRules.arrived(
        transfer, in(transfer, whole), told.arrived(), pieces(transfer, work))) {
      case TransferRules.Counted.Wrong(Refusal why) -> new Decision.Refuse(why);
      case TransferRules.Counted.Settled settled -> {
        told.arrived().forEach(each -> each.unit().ifPresent(whole::add));
        yield received(
            transfer, settled, bins.find(transfer.to(), place).orElseThrow(), whole, c, work);
      }
    };
  }

  private static TransferRules.Act act(
      TransferCommand.ReceiveTransfer c, Transfer transfer, Work work) {
    boolean over =
        transfer.state() == TransferState.RECEIVED || transfer.state() == TransferState.CLOSED;
    if (over && work.by().insisted()) {
      return TransferRules.Act.RECEIVE_LATE;
    }
    return c.last() ? TransferRules.Act.RECEIVE_LAST : TransferRules.Act.RECEIVE;
  }

  private static boolean unverified(TransferCommand.ReceiveTransfer c) {
    return c.unverified().orElse(false);
  }

  /// Those of its products that have serial numbers.
  private static Set<Sku> pieces(Transfer transfer, Work work) {
    return ProductCards.read(work.sql(), transfer.lines().stream().map(Transfer.Line::sku).toList())
        .values()
        .stream()
        .filter(card -> card.tracking().serial())
        .map(ProductCard::sku)
        .collect(Collectors.toSet());
  }

  static List<Transfer.Content> in(Transfer transfer, Set<HandlingUnit> units) {
    return transfer.contents().stream()
        .filter(content -> !content.unit().isEmpty())
        .filter(content -> units.contains(new HandlingUnit(content.unit())))
        .toList();
  }

  private static Optional<Refusal> unknownUnit(
      List<HandlingUnit> units, Transfer transfer, Bins bins) {
    for (HandlingUnit unit : units) {
      boolean comes =
          in(transfer, bins.whole(unit)).stream().anyMatch(content -> content.open() > 0);
      if (!comes) {
        String expected =
            transfer.contents().stream()
                .filter(content -> content.open() > 0 && !content.unit().isEmpty())
                .map(Transfer.Content::unit)
                .distinct()
                .limit(5)
                .collect(Collectors.joining(", "));
        return Optional.of(
            new DocumentRefusal.Mismatch(
                "handling unit", expected.isEmpty() ? "none" : expected, unit.code()));
      }
    }
    return Optional.empty();
  }

  private static Decision received(
      Transfer transfer,
      TransferRules.Counted.Settled settled,
      Bin place,
      Set<HandlingUnit> units,
      TransferCommand.ReceiveTransfer c,
      Work work) {
    TransferBook book = new TransferBook(work);
    TaskBook tasks = new TaskBook(work);
    Arriving arriving = new Arriving(transfer, place, unverified(c), new SentCosts(transfer, work));
    List<Step> steps = new ArrayList<>();
    List<Onward.Part> here = new ArrayList<>();
    for (TransferRules.Part part : settled.parts()) {
      Transfer.Content content = part.content();
      book.settle(content, part.units());
      if (part.good() > 0) {
        book.add(transfer, content.line(), TRANSFER_LINE.GOOD, part.good());
        steps.add(arriving.step(part, Condition.AVAILABLE));
        here.add(onward(part, Condition.AVAILABLE, part.good()));
      }
      if (part.damaged() > 0) {
        book.add(transfer, content.line(), TRANSFER_LINE.DAMAGED, part.damaged());
        steps.add(arriving.step(part, Condition.DAMAGED));
        here.add(onward(part, Condition.DAMAGED, part.damaged()));
      }
    }
    steps.addAll(new Onward(transfer, transfer.to(), work).open(place.code(), here));
    for (TransferRules.Over over : settled.over()) {
      book.add(transfer, over.line().line(), TRANSFER_LINE.OVER, over.units());
      PileKey goods =
          new PileKey(
              VirtualLocation.UNRECONCILED.code(), over.lot(), over.unit(), Condition.HOLD, "");
      steps.add(
          transfer.move(transfer.to(), over.line().sku(), goods, place.code(), over.units(), OVER));
      steps.add(tasks.open(check(transfer, over.line(), over.units())));
    }
    steps.addAll(arrivedUnits(transfer, units, work));
    Transfer now = book.find(transfer.number()).orElseThrow();
    steps.addAll(emptied(now, work));
    TransferState state =
        TransferRules.after(transfer.state(), act(c, transfer, work), now.progress());
    if (state != transfer.state()) {
      steps.addAll(TransferClerk.overAll(tasks, transfer.to(), transfer, false));
    }
    if (state == TransferState.SHORT && transfer.state() == TransferState.SHIPPED) {
      now.lines().stream()
          .filter(line -> line.inTransit() > 0)
          .forEach(line -> steps.add(tasks.open(check(transfer, line, line.inTransit()))));
    }
    steps.addAll(book.turn(transfer, state, words(settled, unverified(c), now)));
    return new Decision.Act(steps);
  }

  private static String words(
      TransferRules.Counted.Settled settled, boolean unverified, Transfer now) {
    long good = settled.parts().stream().mapToLong(TransferRules.Part::good).sum();
    long damaged = settled.parts().stream().mapToLong(TransferRules.Part::damaged).sum();
    long over = settled.over().stream().mapToLong(TransferRules.Over::units).sum();
    return "good "
        + good
        + (damaged > 0 ? ", damaged " + damaged : "")
        + (over > 0 ? ", over " + over : "")
        + ", still in transit "
        + now.progress().inTransit()
        + (unverified ? ", unverified lines " + lines(settled) : "");
  }

  private static String lines(TransferRules.Counted.Settled settled) {
    return settled.parts().stream()
        .map(part -> part.content().line())
        .distinct()
        .sorted()
        .map(Object::toString)
        .collect(Collectors.joining(", "));
  }

  /// Goods of a receipt.
  ///
  /// @param unverified nobody has counted them
  private record Arriving(Transfer transfer, Bin place, boolean unverified, SentCosts costs) {
    Step step(TransferRules.Part part, Condition condition) {
      Transfer.Content content = part.content();
      PileKey goods = new PileKey(WAY, content.lot(), part.unit(), condition, "");
      long units = condition == Condition.DAMAGED ? part.damaged() : part.good();
      Step step =
          unverified
              ? transfer.move(transfer.to(), content.sku(), goods, place.code(), units, UNVERIFIED)
              : transfer.move(transfer.to(), content.sku(), goods, place.code(), units);
      return costs.priced(step, content.sku(), content.lot());
    }
  }

  private static Onward.Part onward(TransferRules.Part part, Condition condition, long units) {
    return new Onward.Part(
        part.content().sku(), part.content().lot(), part.unit(), units, condition);
  }

  /// Somebody in the sending warehouse has to look what really left.
  private static NewTask check(Transfer transfer, Transfer.Line line, long units) {
    NewTask task =
        NewTask.of(transfer.from(), TaskKind.CHECK, Transfer.KIND, transfer.number())
            .of(line.sku(), units, "", "")
            .ranked(line.line(), NewTask.ORDINARY);
    return transfer.contents().stream()
        .filter(content -> content.line() == line.line())
        .findFirst()
        .map(content -> task.at(content.place(), Optional.empty()))
        .orElse(task);
  }

  /// The units stand in the receiving warehouse now and are free for other things.
  private static List<Step> arrivedUnits(Transfer transfer, Set<HandlingUnit> units, Work work) {
    HandlingUnits book = new HandlingUnits(work);
    List<Step> steps = new ArrayList<>();
    for (HandlingUnit unit : units) {
      Optional<HandlingUnits.Unit> known = book.find(transfer.from(), unit);
      known
          .map(each -> new HandlingUnits.Unit(unit, transfer.to(), each.kind(), "open", "", ""))
          .ifPresent(each -> steps.add(book.put(each)));
    }
    return steps;
  }

  /// Units under way of which all that was in them has arrived without them or been explained: they
  /// are free for other things.
  private static List<Step> emptied(Transfer now, Work work) {
    Bins bins = new Bins(work);
    return TransferPacking.units(
        now,
        work,
        unit -> in(now, bins.whole(unit)).stream().noneMatch(content -> content.open() > 0),
        unit -> new HandlingUnits.Unit(unit.code(), now.from(), unit.kind(), "gone", "", ""));
  }

  Decision close(TransferCommand.CloseTransfer c, Transfer transfer, Work work) {
    c.foundIn().ifPresent(place -> work.locationId(transfer.from(), place));
    Optional<Refusal> refusal =
        TransferRules.refusal(transfer, TransferRules.Act.CLOSE)
            .or(() -> work.wrongReason(c.reason(), "transfer"))
            .or(() -> Checks.known(work.stock(), transfer.from(), c.foundIn()));
    if (refusal.isPresent()) {
      return new Decision.Refuse(refusal.get());
    }
    return switch (TransferRules.missing(transfer, c.missing())) {
      case TransferRules.Counted.Wrong(Refusal why) -> new Decision.Refuse(why);
      case TransferRules.Counted.Settled settled -> explained(c, transfer, settled, work);
    };
  }

  private static Decision explained(
      TransferCommand.CloseTransfer c,
      Transfer transfer,
      TransferRules.Counted.Settled settled,
      Work work) {
    LocationCode gone =
        SCRAPPED.contains(c.reason().code())
            ? VirtualLocation.SCRAP.code()
            : VirtualLocation.LOST_AND_FOUND.code();
    LocationCode to = c.foundIn().orElse(gone);
    TransferBook book = new TransferBook(work);
    TaskBook tasks = new TaskBook(work);
    SentCosts costs = new SentCosts(transfer, work);
    List<Step> steps = new ArrayList<>();
    long units = 0;
    for (TransferRules.Part part : settled.parts()) {
      Transfer.Content content = part.content();
      book.settle(content, part.units());
      book.add(transfer, content.line(), TRANSFER_LINE.EXPLAINED, part.units());
      PileKey goods = new PileKey(WAY, content.lot(), "", Condition.AVAILABLE, "");
      steps.add(
          costs.priced(
              transfer.move(transfer.from(), content.sku(), goods, to, part.units(), c.reason()),
              content.sku(),
              content.lot()));
      units += part.units();
    }
    Transfer now = book.find(transfer.number()).orElseThrow();
    steps.addAll(emptied(now, work));
    TransferState state =
        TransferRules.after(transfer.state(), TransferRules.Act.CLOSE, now.progress());
    if (state == TransferState.CLOSED) {
      steps.addAll(TransferClerk.overAll(tasks, transfer.from(), transfer, false));
      steps.addAll(TransferClerk.overAll(tasks, transfer.to(), transfer, true));
    }
    steps.addAll(book.turn(transfer, state, c.reason() + " " + units));
    return new Decision.Act(steps);
  }

  Decision accept(TransferCommand.AcceptOver c, Work work) {
    work.locationId(c.fromWarehouse(), c.from());
    work.locationId(c.toWarehouse(), c.heldIn());
    TransferBook book = new TransferBook(work);
    Optional<Transfer> found =
        book.find(c.transfer())
            .filter(t -> t.from().equals(c.fromWarehouse()) && t.to().equals(c.toWarehouse()));
    if (found.isEmpty()) {
      return new Decision.Refuse(new DocumentRefusal.UnknownDocument(Transfer.KIND, c.transfer()));
    }
    Transfer transfer = found.get();
    Optional<Transfer.Line> line = transfer.line(c.sku());
    long left = line.map(each -> each.over() - each.kept()).orElse(0L);
    long units = c.quantity().units();
    String lot = c.lot().map(LotCode::code).orElse("");
    PileKey sent = new PileKey(c.from(), lot, "", Condition.AVAILABLE, "");
    PileKey held = new PileKey(c.heldIn(), lot, "", Condition.HOLD, "");
    Optional<Refusal> refusal =
        TransferRules.refusal(transfer, TransferRules.Act.ACCEPT_OVER)
            .or(
                () ->
                    units <= left
                        ? Optional.empty()
                        : Optional.of(
                            new DocumentRefusal.OutOfRange(
                                "quantity of " + c.sku(), "0 to " + left, "" + units)))
            .or(() -> tooFew(work, c, c.fromWarehouse(), sent))
            .or(() -> tooFew(work, c, c.toWarehouse(), held))
            .or(() -> promised(work, c));
    if (refusal.isPresent()) {
      return new Decision.Refuse(refusal.get());
    }
    book.add(transfer, line.orElseThrow().line(), TRANSFER_LINE.KEPT, units);
    LocationCode doubt = VirtualLocation.UNRECONCILED.code();
    List<Step> steps = new ArrayList<>();
    steps.add(transfer.move(transfer.from(), c.sku(), sent, WAY, units));
    steps.add(transfer.move(transfer.to(), c.sku(), held, doubt, units, OVER));
    steps.add(transfer.move(transfer.to(), c.sku(), sent.at(WAY), c.heldIn(), units));
    TaskBook tasks = new TaskBook(work);
    TransferClerk.waiting(
            tasks, transfer.from(), transfer, TaskKind.CHECK, line.orElseThrow().line())
        .forEach(task -> steps.add(tasks.finish(task)));
    steps.addAll(book.turn(transfer, transfer.state(), "over accepted " + units));
    return new Decision.Act(steps);
  }

  private static Optional<Refusal> tooFew(
      Work work, TransferCommand.AcceptOver c, WarehouseCode warehouse, PileKey goods) {
    long there = work.stock().onHand(warehouse, c.sku(), goods);
    return there >= c.quantity().units()
        ? Optional.empty()
        : Optional.of(
            new Refusal.InsufficientStock(
                warehouse, c.sku(), Optional.of(goods.location()), c.quantity().units(), there));
  }

  private static Optional<Refusal> promised(Work work, TransferCommand.AcceptOver c) {
    long available = work.stock().available(c.fromWarehouse(), c.sku());
    return available >= c.quantity().units()
        ? Optional.empty()
        : Optional.of(
            new Refusal.InsufficientStock(
                c.fromWarehouse(), c.sku(), Optional.empty(), c.quantity().units(), available));
  }
}
