package dev.stockwright.server.picking;

import static dev.stockwright.db.tables.Tables.LOCATION;
import static dev.stockwright.db.tables.Tables.PICK;
import static dev.stockwright.db.tables.Tables.SALES_ORDER_LINE;
import static dev.stockwright.db.tables.Tables.TASK;
import static dev.stockwright.db.tables.Tables.WAVE;

import dev.stockwright.protocol.DocumentKind;
import dev.stockwright.protocol.DocumentRefusal;
import dev.stockwright.protocol.Refusal;
import dev.stockwright.server.orders.Order;
import dev.stockwright.server.orders.OrderBook;
import dev.stockwright.server.orders.OrderState;
import dev.stockwright.server.picking.AllocationRules.Choice;
import dev.stockwright.server.picking.AllocationRules.Taking;
import dev.stockwright.server.stock.Step;
import dev.stockwright.server.tasks.NewTask;
import dev.stockwright.server.tasks.Task;
import dev.stockwright.server.tasks.TaskBook;
import dev.stockwright.server.tasks.TaskKind;
import dev.stockwright.server.tasks.TaskRules;
import dev.stockwright.server.tasks.TaskStack;
import dev.stockwright.server.work.Work;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.Record4;

/// What all commands of picking do: look at spots, keep tasks and orders true.
final class PickWork {
  final Work work;
  final WarehouseCode warehouse;
  final PickBook picks;
  final PickedGoods goods;
  final TaskBook tasks;
  final OrderBook orders;

  PickWork(Work work, WarehouseCode warehouse) {
    this.work = work;
    this.warehouse = warehouse;
    this.picks = new PickBook(work, warehouse);
    this.goods = new PickedGoods(work, warehouse);
    this.tasks = new TaskBook(work);
    this.orders = new OrderBook(work);
  }

  LocalDate today() {
    return work.today(warehouse);
  }

  /// What lies where of these products.
  Map<Sku, List<Spot>> spots(Collection<Sku> skus, boolean aged) {
    work.learnProducts(skus);
    Set<Integer> ids =
        skus.stream()
            .map(sku -> work.productId(sku).orElseThrow())
            .collect(java.util.stream.Collectors.toSet());
    return new SpotBook(work.sql(), work.warehouseId(warehouse)).spots(ids, aged);
  }

  /// How goods are chosen, from the place where ways begin.
  Choice choice(Allocation how) {
    Optional<LocationCode> start = work.setting(warehouse, "picking.start").map(LocationCode::new);
    var place =
        start.flatMap(
            code ->
                work.sql()
                    .select(LOCATION.X_MM, LOCATION.Y_MM)
                    .from(LOCATION)
                    .where(LOCATION.WAREHOUSE_ID.eq(work.warehouseId(warehouse)))
                    .and(LOCATION.CODE.eq(code.code()))
                    .fetchOptional());
    return new Choice(
        how,
        today(),
        place.map(row -> row.value1()).orElse(0),
        place.map(r -> r.value2()).orElse(0));
  }

  /// Chooses goods for what is wanted.
  AllocationRules.Plan plan(List<Demand> demands, Allocation how) {
    List<Sku> skus = demands.stream().map(Demand::sku).distinct().toList();
    return AllocationRules.allocate(demands, spots(skus, how == Allocation.FIFO), choice(how));
  }

  /// Why this person cannot work on the pick's task now; empty when they can. Who works on a task
  /// that nobody holds takes it.
  Optional<Refusal> held(PickLine pick) {
    Optional<Task> task = task(pick.task());
    return task.isEmpty()
        ? Optional.of(
            new DocumentRefusal.WrongState(
                DocumentKind.PICK, pick.number(), "without a task", "given to somebody"))
        : TaskRules.refusal(task.get(), work.author());
  }

  Optional<Task> task(String number) {
    return number.isEmpty()
        ? Optional.empty()
        : tasks.find(warehouse, new Reference(number)).filter(task -> task.state().waiting());
  }

  /// The lease of the task begins anew.
  List<Step> keep(String number) {
    return task(number)
        .map(
            task -> {
              boolean mine = task.holder().filter(work.author()::equals).isPresent();
              Step leased = tasks.lease(task, work.author());
              return mine ? List.<Step>of() : List.of(leased);
            })
        .orElse(List.of());
  }

  /// The task says where to go next and how much is left, and ends with its last pick.
  List<Step> refresh(String number) {
    Optional<Task> task = task(number);
    if (task.isEmpty()) {
      return List.of();
    }
    List<PickLine> all = picks.ofTask(number);
    List<PickLine> open = all.stream().filter(PickLine::open).toList();
    if (open.isEmpty()) {
      boolean any = all.stream().anyMatch(pick -> pick.picked() > 0);
      return List.of(any ? tasks.finish(task.get()) : tasks.cancel(task.get()));
    }
    LocationCode next = open.getFirst().bin();
    var place =
        work.sql()
            .select(LOCATION.ZONE, LOCATION.PICK_SEQUENCE)
            .from(LOCATION)
            .where(LOCATION.WAREHOUSE_ID.eq(work.warehouseId(warehouse)))
            .and(LOCATION.CODE.eq(next.code()))
            .fetchSingle();
    work.sql()
        .update(TASK)
        .set(TASK.PLACE, next.code())
        .set(TASK.ZONE, place.value1())
        .set(TASK.SEQUENCE, place.value2())
        .set(TASK.QUANTITY, open.stream().mapToLong(PickLine::left).sum())
        .where(TASK.ID.eq(task.get().id()))
        .execute();
    return List.of();
  }

  /// The wave that picks belong to.
  record Wave(long id, Reference number, PickMethod method) {
    static Wave of(PickLine pick) {
      return new Wave(pick.waveId(), pick.wave(), pick.method());
    }
  }

  /// Gives takings to tasks of their own.
  List<Step> give(Wave wave, List<Taking> takings) {
    long size =
        wave.method() == PickMethod.CLUSTER
            ? work.setting(warehouse, "picking.cluster_totes", 8)
            : work.setting(warehouse, "picking.batch_orders", 20);
    List<WaveRules.Round> rounds = WaveRules.rounds(wave.method(), takings, (int) size);
    List<NewTask> wanted =
        rounds.stream()
            .map(
                round ->
                    new NewTask(
                        warehouse,
                        TaskKind.PICK,
                        round.priority(),
                        DocumentKind.WAVE,
                        wave.number(),
                        0,
                        Optional.of(round.takings().getFirst().spot().location()),
                        Optional.empty(),
                        Optional.empty(),
                        round.quantity(),
                        "",
                        "",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()))
            .toList();
    TaskStack.Opened opened = new TaskStack(work).open(warehouse, wanted);
    List<PickBook.Adding> adding = new ArrayList<>();
    for (int i = 0; i < rounds.size(); i++) {
      String task = opened.numbers().get(i).code();
      rounds
          .get(i)
          .stops()
          .forEach(
              (taking, stop) ->
                  adding.add(
                      new PickBook.Adding(new PickBook.Home(wave.id(), task), taking, stop)));
    }
    picks.add(adding);
    return opened.steps();
  }

  /// Gives takings to a task that waits already, where it has a place on its way for them; to tasks
  /// of their own when there is none.
  List<Step> join(Wave wave, Optional<Task> task, List<Taking> takings) {
    if (takings.isEmpty()) {
      return List.of();
    }
    boolean fits =
        task.isPresent()
            && (wave.method() != PickMethod.ZONE
                || takings.stream()
                    .allMatch(taking -> taking.spot().place().zone().equals(task.get().zone())));
    if (!fits) {
      return give(wave, takings);
    }
    PickBook.Home home = new PickBook.Home(wave.id(), task.orElseThrow().number().code());
    picks.add(takings.stream().map(taking -> new PickBook.Adding(home, taking, 0)).toList());
    return reroute(home.task());
  }

  /// The way of a task anew, because its bins have changed.
  List<Step> reroute(String task) {
    renumber(task);
    return refresh(task);
  }

  /// Somebody has begun with the wave.
  List<Step> began(PickLine any) {
    int turned =
        work.sql()
            .update(WAVE)
            .set(WAVE.STATE, "picking")
            .where(WAVE.ID.eq(any.waveId()))
            .and(WAVE.STATE.eq("released"))
            .execute();
    return turned == 0
        ? List.of()
        : List.of(Work.note(warehouse, DocumentKind.WAVE, any.wave(), "picking"));
  }

  /// Something of the wave is to be picked again; perhaps nobody has begun with it now.
  List<Step> again(PickLine any) {
    boolean begun = picks.ofWave(any.waveId()).stream().anyMatch(pick -> pick.picked() > 0);
    String state = begun ? "picking" : "released";
    boolean turns =
        work.sql().fetchExists(WAVE, WAVE.ID.eq(any.waveId()).and(WAVE.STATE.ne(state)));
    return turns ? List.of(picks.turnWave(any, state)) : List.of();
  }

  private void renumber(String task) {
    Map<Long, LocationCode> places = new LinkedHashMap<>();
    List<PickPath.Stop> stops = new ArrayList<>();
    work.sql()
        .select(PICK.ID, LOCATION.CODE, LOCATION.PICK_SEQUENCE, LOCATION.X_MM, LOCATION.Y_MM)
        .from(PICK)
        .join(LOCATION)
        .on(LOCATION.ID.eq(PICK.LOCATION_ID))
        .where(PICK.WAREHOUSE_ID.eq(work.warehouseId(warehouse)))
        .and(PICK.TASK.eq(task))
        .and(PICK.STATE.eq(PickLine.OPEN))
        .forEach(
            row -> {
              LocationCode place = new LocationCode(row.value2());
              places.put(row.value1(), place);
              stops.add(new PickPath.Stop(place, row.value3(), row.value4(), row.value5()));
            });
    Map<LocationCode, Integer> order = PickPath.order(stops);
    places.forEach(
        (id, place) ->
            work.sql()
                .update(PICK)
                .set(PICK.STOP, order.get(place))
                .where(PICK.ID.eq(id))
                .execute());
  }

  /// More (or fewer, below 0) units of a line were picked.
  void picked(long order, int line, long units) {
    work.sql()
        .update(SALES_ORDER_LINE)
        .set(SALES_ORDER_LINE.PICKED, SALES_ORDER_LINE.PICKED.plus(units))
        .where(SALES_ORDER_LINE.ORDER_ID.eq(order))
        .and(SALES_ORDER_LINE.LINE.eq(line))
        .execute();
  }

  /// More units of a line are promised to nobody.
  void backOrdered(long order, int line, long units) {
    work.sql()
        .update(SALES_ORDER_LINE)
        .set(SALES_ORDER_LINE.BACK_ORDERED, SALES_ORDER_LINE.BACK_ORDERED.plus(units))
        .where(SALES_ORDER_LINE.ORDER_ID.eq(order))
        .and(SALES_ORDER_LINE.LINE.eq(line))
        .execute();
  }

  /// The wave and the order say how far they are after picks of theirs have changed.
  List<Step> progress(PickLine any) {
    List<Step> steps = new ArrayList<>();
    if (!picks.unfinished(any.waveId())) {
      steps.add(picks.turnWave(any, "picked"));
    }
    steps.addAll(progress(any.order()));
    return steps;
  }

  /// The same of an order.
  List<Step> progress(Reference number) {
    Optional<Order> order = orders.find(warehouse, number);
    if (order.isEmpty()
        || !Set.of(OrderState.PICKING, OrderState.PICKED).contains(order.get().state())) {
      return List.of();
    }
    boolean open =
        picks.ofOrder(order.get().id()).stream()
            .anyMatch(pick -> pick.open() || pick.state().equals(PickLine.WAITING));
    boolean any = order.get().lines().stream().anyMatch(line -> line.picked() > line.shipped());
    OrderState state = open ? OrderState.PICKING : any ? OrderState.PICKED : OrderState.COMMITTED;
    return state == order.get().state() ? List.of() : List.of(orders.turn(order.get(), state, ""));
  }

  /// Which of these goods are not where they were put; empty when all are.
  Optional<Refusal> missing(List<PickedGoods.Lot> lots) {
    record Goods(Sku sku, dev.stockwright.server.stock.PileKey key) {}
    Map<Goods, Long> wanted = new LinkedHashMap<>();
    lots.forEach(lot -> wanted.merge(new Goods(lot.sku(), lot.goods()), lot.quantity(), Long::sum));
    for (Map.Entry<Goods, Long> each : wanted.entrySet()) {
      Goods goods = each.getKey();
      long there = work.stock().onHand(warehouse, goods.sku(), goods.key());
      if (there < each.getValue()) {
        return Optional.of(
            new Refusal.InsufficientStock(
                warehouse,
                goods.sku(),
                Optional.of(goods.key().location()),
                each.getValue(),
                there));
      }
    }
    return Optional.empty();
  }

  /// The kind of a location, absent when the warehouse does not have it.
  Optional<Record4<String, Boolean, Boolean, String>> place(LocationCode code) {
    return work.sql()
        .select(LOCATION.KIND, LOCATION.LOCKED_IN, LOCATION.ACTIVE, LOCATION.LOCK_REASON)
        .from(LOCATION)
        .where(LOCATION.WAREHOUSE_ID.eq(work.warehouseId(warehouse)))
        .and(LOCATION.CODE.eq(code.code()))
        .fetchOptional();
  }

  /// Why the place is none of these kinds; empty when it is. The place is known to the ledger then.
  Optional<Refusal> wrongPlace(LocationCode code, Set<String> kinds) {
    var place = place(code);
    if (place.isEmpty() || work.locationId(warehouse, code).isEmpty()) {
      return Optional.of(new Refusal.UnknownLocation(warehouse, code));
    }
    return kinds.contains(place.get().value1())
        ? Optional.empty()
        : Optional.of(
            new DocumentRefusal.Mismatch(
                "location",
                "a place of kind " + String.join(" or ", kinds.stream().sorted().toList()),
                code + ", which is of kind " + place.get().value1()));
  }
}
