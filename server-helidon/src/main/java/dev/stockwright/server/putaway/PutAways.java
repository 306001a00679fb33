package dev.stockwright.server.putaway;

import dev.stockwright.protocol.DocumentKind;
import dev.stockwright.protocol.InboundRefusal;
import dev.stockwright.protocol.Refusal;
import dev.stockwright.server.putaway.PutAwayBook.Arrival;
import dev.stockwright.server.putaway.PutAwayBook.Entry;
import dev.stockwright.server.putaway.PutAwayRules.Choice;
import dev.stockwright.server.stock.Step;
import dev.stockwright.server.tasks.NewTask;
import dev.stockwright.server.tasks.TaskBook;
import dev.stockwright.server.tasks.TaskKind;
import dev.stockwright.server.work.Work;
import dev.stockwright.vocabulary.Condition;
import dev.stockwright.vocabulary.HandlingUnit;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.WarehouseCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Opens the tasks that bring goods from where they were set down to where they belong, for one
/// command at work. Goods that an order waits for go to the shipping lane instead.
public final class PutAways {
  /// Goods that an order waits for come before others.
  private static final int WAITED_FOR = 20;

  /// Into how many bins the goods of one command are divided at most.
  private static final int BINS_MAX = 20;

  private static final int REFUSED_SHOWN = 5;

  private final Work work;
  private final WarehouseCode warehouse;
  private final PutAwayBook book;
  private final TaskBook tasks;
  private final Bins bins;
  private final ZonePlan plan;

  public PutAways(Work work, WarehouseCode warehouse) {
    this.work = work;
    this.warehouse = warehouse;
    this.book = new PutAwayBook(work, warehouse);
    this.tasks = new TaskBook(work);
    this.bins = new Bins(work.sql(), work.warehouseId(warehouse));
    this.plan = bins.plan();
  }

  /// Goods of one product have come to a place.
  ///
  /// @param document what brought them, for instance a receipt
  public record Come(
      DocumentKind document, Reference reference, LocationCode at, Goods.Part part) {}

  /// Opens tasks for loose goods; none when they stay where they are.
  public List<Step> open(Come come, Condition condition) {
    if (plan.stays(condition) || !onTheWay(come.at())) {
      return List.of();
    }
    Arrival arrival = arrival(come, condition, "", come.part().units());
    List<Step> steps = new ArrayList<>();
    long left = come.part().units();
    if (condition == Condition.AVAILABLE) {
      left -= crossDock(arrival, steps);
    }
    Optional<Entry> same = left > 0 ? book.sameGoods(arrival) : Optional.empty();
    if (same.isPresent() && enlarge(same.get(), left, steps)) {
      return steps;
    }
    for (int i = 0; left > 0; i++) {
      Optional<Choice> best =
          i < BINS_MAX
              ? best(
                  Goods.loose(come.part().card(), come.part().lot(), left, condition), come.at(), 0)
              : Optional.empty();
      long part =
          best.map(choice -> Math.min(choice.room().fits(), come.part().units())).orElse(left);
      part = Math.min(part, left);
      List<String> reasons = best.map(Choice::reasons).orElse(List.of());
      if (best.isEmpty()) {
        reasons =
            noBin(Goods.loose(come.part().card(), come.part().lot(), left, condition), come.at());
      }
      steps.add(
          task(
              arrival(come, condition, "", part),
              best.map(choice -> choice.bin().code()),
              reasons,
              ""));
      left -= part;
    }
    return steps;
  }

  /// Goods have come on a handling unit, or more of them: one task moves all of it.
  ///
  /// @param content everything on it, with what this command brings
  public List<Step> openUnit(Come come, HandlingUnit unit, Goods content) {
    if (plan.stays(content.condition()) || !onTheWay(come.at())) {
      return List.of();
    }
    Optional<LocationCode> lane = lane(come.at());
    String forOrder =
        lane.flatMap(code -> orderForAll(content, code)).map(Reference::code).orElse("");
    Optional<Choice> best = best(content, come.at(), 0);
    Optional<LocationCode> to = forOrder.isEmpty() ? best.map(choice -> choice.bin().code()) : lane;
    List<String> reasons =
        forOrder.isEmpty()
            ? best.map(Choice::reasons).orElseGet(() -> noBin(content, come.at()))
            : List.of("order " + forOrder + " waits for it");
    Optional<Entry> known = book.waiting(unit);
    if (known.isPresent()) {
      Optional<Choice> again = best(content, come.at(), known.get().task().id());
      boolean bin = known.get().forOrder().isEmpty();
      book.direct(
          known.get().task().id(),
          bin ? again.map(choice -> choice.bin().code()) : known.get().to(),
          content.units(),
          bin ? again.map(Choice::reasons).orElse(reasons) : reasons);
      return List.of(changed(known.get()));
    }
    Arrival arrival = arrival(come, content.condition(), unit.code(), content.units());
    return List.of(task(arrival, to, reasons, forOrder));
  }

  /// Fewer goods of a kind wait in a place: their tasks are about fewer, or about none any more.
  public List<Step> fewer(LocationCode at, Goods.Part part, Condition condition) {
    List<Step> steps = new ArrayList<>();
    long left = part.units();
    for (Entry entry : book.waiting(at, part.card().sku(), part.lot(), condition)) {
      long gone = Math.min(left, entry.quantity());
      if (gone == 0) {
        break;
      }
      if (gone == entry.quantity()) {
        steps.add(tasks.cancel(entry.task()));
      } else {
        book.quantity(entry.task().id(), entry.quantity() - gone);
        steps.add(changed(entry));
      }
      left -= gone;
    }
    return steps;
  }

  /// The same for a handling unit: `content` is what is left on it, absent when nothing is.
  public List<Step> fewer(HandlingUnit unit, Optional<Goods> content) {
    return book.waiting(unit)
        .map(
            entry -> {
              if (content.isEmpty()) {
                return List.of(tasks.cancel(entry.task()));
              }
              book.quantity(entry.task().id(), content.get().units());
              return List.of(changed(entry));
            })
        .orElse(List.of());
  }

  /// What is on a handling unit; absent when nothing is.
  public Optional<Goods> content(HandlingUnit unit) {
    return book.goods(unit);
  }

  /// Where a handling unit with goods stands.
  public Optional<LocationCode> place(HandlingUnit unit) {
    return book.content(unit).stream().map(PutAwayBook.UnitPile::at).findFirst();
  }

  /// Goods have another condition now: tasks for them as they were are about fewer, and new ones
  /// bring them to where they belong.
  public List<Step> judged(Come come, Condition from, Condition to, Optional<HandlingUnit> unit) {
    if (unit.isEmpty()) {
      List<Step> steps = new ArrayList<>(fewer(come.at(), come.part(), from));
      steps.addAll(open(come, to));
      return steps;
    }
    List<PutAwayBook.UnitPile> piles = book.content(unit.get());
    boolean alike =
        piles.stream()
            .allMatch(
                pile ->
                    pile.condition() == to
                        || (pile.condition() == from
                            && pile.sku().equals(come.part().card().sku())
                            && pile.lot().equals(come.part().lot())
                            && pile.units() == come.part().units()));
    return alike
        ? openUnit(
            come, unit.get(), new Goods(book.goods(unit.get()).orElseThrow().parts(), to, true))
        : List.of();
  }

  /// Why goods cannot be set down there; empty when they can.
  public Optional<Refusal> refusal(Goods goods, LocationCode place) {
    return room(goods, place, 0, true)
        .filter(room -> room.fits() < goods.units())
        .map(
            room ->
                new InboundRefusal.BinRefuses(
                    place, goods.sku(), room.because(), room.fits(), Optional.empty()));
  }

  /// The best place for the goods of a task.
  Optional<Choice> best(Goods goods, LocationCode from, long exceptTask) {
    return PutAwayRules.ranked(goods, bins.candidates(goods, plan, from, exceptTask), plan).stream()
        .findFirst();
  }

  /// Why no bin takes them.
  List<String> noBin(Goods goods, LocationCode from) {
    List<String> refused =
        PutAwayRules.refused(goods, bins.candidates(goods, plan, from, 0), plan, REFUSED_SHOWN);
    return refused.isEmpty() ? List.of("no bin takes these goods") : refused;
  }

  /// How a place would take goods.
  ///
  /// @param standing look only at what lies there, not at what is on its way
  Optional<PutAwayRules.Room> room(
      Goods goods, LocationCode place, long exceptTask, boolean standing) {
    return bins.find(place, place, exceptTask)
        .map(bin -> PutAwayRules.room(goods, standing ? bin.asItStands() : bin, plan));
  }

  /// A task for a part of another one's goods, to a place that somebody named.
  Step split(Entry entry, ProductCard card, LocationCode to, long units, List<String> reasons) {
    Come come =
        new Come(
            DocumentKind.of(entry.task().document()),
            new Reference(entry.task().reference()),
            entry.at(),
            new Goods.Part(card, entry.lot(), units));
    return task(
        arrival(come, entry.condition(), "", units), Optional.of(to), reasons, entry.forOrder());
  }

  /// Do goods only wait in this place?
  boolean onTheWay(LocationCode at) {
    return book.waitingPlace(at) || plan.quarantine().filter(book.zone(at)::equals).isPresent();
  }

  private boolean enlarge(Entry entry, long more, List<Step> steps) {
    ProductCard card = ProductCards.read(work.sql(), entry.sku().orElseThrow()).orElseThrow();
    long all = entry.quantity() + more;
    Goods goods = Goods.loose(card, entry.lot(), all, entry.condition());
    Optional<Choice> best = best(goods, entry.at(), entry.task().id());
    if (best.isEmpty() || best.get().room().fits() < all) {
      return false;
    }
    book.direct(entry.task().id(), Optional.of(best.get().bin().code()), all, best.get().reasons());
    steps.add(changed(entry));
    return true;
  }

  private long crossDock(Arrival arrival, List<Step> steps) {
    Optional<LocationCode> lane = lane(arrival.at());
    if (lane.isEmpty()) {
      return 0;
    }
    long left = arrival.units();
    WaitingOrders orders = new WaitingOrders(work.sql(), work.warehouseId(warehouse));
    for (WaitingOrders.Waiting waiting : orders.of(arrival.card().id(), lane.get())) {
      long part = Math.min(left, waiting.units());
      if (part == 0) {
        break;
      }
      Arrival some =
          new Arrival(
              arrival.document(),
              arrival.reference(),
              arrival.at(),
              arrival.card(),
              arrival.lot(),
              part,
              arrival.condition(),
              "");
      String order = waiting.order().code();
      steps.add(
          task(some, lane, List.of("order " + order + " waits for " + waiting.units()), order));
      left -= part;
    }
    return arrival.units() - left;
  }

  /// The order that needs everything on a unit; a unit is not divided for one.
  private Optional<Reference> orderForAll(Goods content, LocationCode lane) {
    boolean one = content.parts().stream().map(part -> part.card().id()).distinct().count() == 1;
    if (!one || content.condition() != Condition.AVAILABLE) {
      return Optional.empty();
    }
    int product = content.parts().getFirst().card().id();
    return new WaitingOrders(work.sql(), work.warehouseId(warehouse))
        .of(product, lane).stream()
            .filter(waiting -> waiting.units() >= content.units())
            .map(WaitingOrders.Waiting::order)
            .findFirst();
  }

  /// Where goods go that an order waits for; absent when the warehouse has no such place.
  private Optional<LocationCode> lane(LocationCode from) {
    return work.setting(warehouse, "cross_dock.lane")
        .map(LocationCode::new)
        .filter(lane -> !lane.equals(from))
        .filter(lane -> work.locationId(warehouse, lane).orElse(0) > 0);
  }

  private Step task(
      Arrival arrival, Optional<LocationCode> to, List<String> reasons, String forOrder) {
    NewTask task =
        NewTask.of(warehouse, TaskKind.PUT_AWAY, arrival.document(), arrival.reference())
            .at(arrival.at(), to)
            .ranked(0, forOrder.isEmpty() ? NewTask.ORDINARY : WAITED_FOR);
    Step opened =
        tasks.open(
            arrival.handlingUnit().isEmpty()
                ? task.of(arrival.card().sku(), arrival.units(), arrival.lot(), "")
                : unit(task, arrival));
    if (opened instanceof Step.Note note) {
      book.describe(note.number(), arrival.condition(), reasons, forOrder);
    }
    return opened;
  }

  private static NewTask unit(NewTask task, Arrival arrival) {
    return new NewTask(
        task.warehouse(),
        task.kind(),
        task.priority(),
        task.document(),
        task.reference(),
        task.line(),
        task.place(),
        task.to(),
        Optional.empty(),
        arrival.units(),
        "",
        arrival.handlingUnit(),
        task.notFor(),
        task.onlyFor(),
        task.dueAt());
  }

  private static Arrival arrival(Come come, Condition condition, String unit, long units) {
    return new Arrival(
        come.document(),
        come.reference(),
        come.at(),
        come.part().card(),
        come.part().lot(),
        units,
        condition,
        unit);
  }

  private Step changed(Entry entry) {
    return Work.note(
        warehouse,
        DocumentKind.TASK,
        entry.task().number(),
        entry.task().state().code(),
        "goods changed");
  }
}
