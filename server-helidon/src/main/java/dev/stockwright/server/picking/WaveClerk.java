package dev.stockwright.server.picking;

import static dev.stockwright.db.tables.Tables.PICK;
import static dev.stockwright.db.tables.Tables.PRODUCT;
import static dev.stockwright.db.tables.Tables.RESERVATION;
import static dev.stockwright.db.tables.Tables.SALES_ORDER;
import static dev.stockwright.db.tables.Tables.SALES_ORDER_HISTORY;
import static dev.stockwright.db.tables.Tables.SALES_ORDER_LINE;
import static dev.stockwright.db.tables.Tables.WAVE;

import dev.stockwright.db.tables.tables.records.WaveOrderRecord;
import dev.stockwright.protocol.DocumentKind;
import dev.stockwright.protocol.DocumentRefusal;
import dev.stockwright.protocol.PickingCommand;
import dev.stockwright.protocol.Refusal;
import dev.stockwright.server.orders.OrderState;
import dev.stockwright.server.picking.PickWork.Wave;
import dev.stockwright.server.picking.WantedRules.Wanted;
import dev.stockwright.server.stock.Decision;
import dev.stockwright.server.stock.Step;
import dev.stockwright.server.work.Work;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.impl.DSL;

/// Makes waves out of orders, and ends them.
final class WaveClerk {
  private final PickWork floor;
  private final Work work;
  private final WarehouseCode warehouse;

  WaveClerk(PickWork floor) {
    this.floor = floor;
    this.work = floor.work;
    this.warehouse = floor.warehouse;
  }

  Decision release(PickingCommand.ReleaseToPick command) {
    String method = said(command.method(), "picking.method", PickMethod.SINGLE.code());
    String how = said(command.allocation(), "picking.allocation", Allocation.FEFO.code());
    if (PickMethod.of(method).isEmpty()) {
      return refuse("method", "single, batch, cluster or zone", method);
    }
    if (Allocation.of(how).isEmpty()) {
      return refuse("allocation", "fefo, fifo, closest or fewest_stops", how);
    }
    if (command.number().filter(this::waveKnown).isPresent()) {
      return new Decision.Refuse(
          new DocumentRefusal.DocumentExists(DocumentKind.WAVE, command.number().get()));
    }
    Map<Reference, Wanted> found = wanted(command.orders());
    for (Reference number : command.orders()) {
      Optional<Refusal> refusal =
          WantedRules.refusal(number, Optional.ofNullable(found.get(number)));
      if (refusal.isPresent()) {
        return new Decision.Refuse(refusal.get());
      }
    }
    List<Wanted> orders = List.copyOf(found.values());
    Allocation allocation = Allocation.of(how).orElseThrow();
    var plan =
        floor.plan(orders.stream().flatMap(order -> order.demands().stream()).toList(), allocation);
    Wave wave = open(command.number(), PickMethod.of(method).orElseThrow(), allocation);
    join(wave, orders);
    List<Step> steps = new ArrayList<>();
    steps.add(Work.note(warehouse, DocumentKind.WAVE, wave.number(), "released"));
    steps.addAll(floor.give(wave, plan.takings()));
    floor.picks.wait(wave.id(), plan.missing());
    steps.addAll(begin(wave, orders));
    return new Decision.Act(steps);
  }

  private String said(Optional<String> word, String setting, String otherwise) {
    return word.or(() -> work.setting(warehouse, setting)).orElse(otherwise);
  }

  private static Decision refuse(String what, String expected, String given) {
    return new Decision.Refuse(new DocumentRefusal.OutOfRange(what, expected, given));
  }

  private boolean waveKnown(Reference number) {
    return find(number).isPresent();
  }

  private record Head(Wave wave, String state) {}

  private Optional<Head> find(Reference number) {
    return work.sql()
        .selectFrom(WAVE)
        .where(WAVE.WAREHOUSE_ID.eq(work.warehouseId(warehouse)))
        .and(WAVE.NUMBER.eq(number.code()))
        .fetchOptional(
            row ->
                new Head(
                    new Wave(row.getId(), number, PickMethod.of(row.getMethod()).orElseThrow()),
                    row.getState()));
  }

  /// What the orders still want, by their numbers, in the order asked.
  private Map<Reference, Wanted> wanted(List<Reference> numbers) {
    String[] codes = numbers.stream().map(Reference::code).toArray(String[]::new);
    Map<String, String> promises =
        work.sql()
            .select(RESERVATION.ORDER_CODE, RESERVATION.STATE)
            .from(RESERVATION)
            .where(RESERVATION.ORDER_CODE.eq(DSL.any(codes)))
            .and(RESERVATION.STATE.in("placed", "committed"))
            .fetchMap(RESERVATION.ORDER_CODE, RESERVATION.STATE);
    var given =
        DSL.field(
            DSL.select(DSL.coalesce(DSL.sum(PICK.QUANTITY.minus(PICK.PICKED)), DSL.zero()))
                .from(PICK)
                .where(PICK.ORDER_ID.eq(SALES_ORDER.ID))
                .and(PICK.LINE.eq(SALES_ORDER_LINE.LINE))
                .and(PICK.STATE.in(PickLine.OPEN, PickLine.WAITING)));
    Map<Reference, Wanted> found = new LinkedHashMap<>();
    work.sql()
        .select(SALES_ORDER.ID, SALES_ORDER.NUMBER, SALES_ORDER.STATE, SALES_ORDER.PRIORITY)
        .select(SALES_ORDER_LINE.LINE, SALES_ORDER_LINE.ORDERED, SALES_ORDER_LINE.BACK_ORDERED)
        .select(SALES_ORDER_LINE.PICKED, PRODUCT.SKU, given)
        .from(SALES_ORDER)
        .join(SALES_ORDER_LINE)
        .on(SALES_ORDER_LINE.ORDER_ID.eq(SALES_ORDER.ID))
        .join(PRODUCT)
        .on(PRODUCT.ID.eq(SALES_ORDER_LINE.PRODUCT_ID))
        .where(SALES_ORDER.NUMBER.eq(DSL.any(codes)))
        .and(SALES_ORDER.WAREHOUSE_ID.eq(work.warehouseId(warehouse)))
        .orderBy(SALES_ORDER.ID, SALES_ORDER_LINE.LINE)
        .forEach(
            row -> {
              Reference number = new Reference(row.get(SALES_ORDER.NUMBER));
              Wanted order =
                  found.computeIfAbsent(
                      number,
                      any ->
                          new Wanted(
                              row.get(SALES_ORDER.ID),
                              number,
                              OrderState.of(row.get(SALES_ORDER.STATE)),
                              Optional.ofNullable(promises.get(number.code())),
                              new ArrayList<>()));
              long open =
                  row.get(SALES_ORDER_LINE.ORDERED)
                      - row.get(SALES_ORDER_LINE.BACK_ORDERED)
                      - row.get(SALES_ORDER_LINE.PICKED)
                      - row.get(given).longValue();
              if (open > 0) {
                order
                    .demands()
                    .add(
                        new Demand(
                            order.id(),
                            row.get(SALES_ORDER_LINE.LINE),
                            new Sku(row.get(PRODUCT.SKU)),
                            row.get(SALES_ORDER.PRIORITY),
                            open));
              }
            });
    return found;
  }

  private Wave open(Optional<Reference> number, PickMethod method, Allocation how) {
    long id =
        work.sql()
            .fetchSingle("SELECT nextval(pg_get_serial_sequence('wave', 'id'))")
            .get(0, Long.class);
    Reference name = number.orElseGet(() -> new Reference("WV-" + id));
    work.sql()
        .execute(
            "INSERT INTO wave (id, warehouse_id, number, method, allocation, made_at, made_by)"
                + " OVERRIDING SYSTEM VALUE VALUES (?, ?, ?, ?, ?, ?::timestamptz, ?)",
            id,
            work.warehouseId(warehouse),
            name.code(),
            method.code(),
            how.code(),
            work.at(),
            work.author().code());
    return new Wave(id, name, method);
  }

  private void join(Wave wave, List<Wanted> orders) {
    work.sql()
        .batchInsert(
            orders.stream()
                .map(
                    order -> {
                      WaveOrderRecord row = new WaveOrderRecord();
                      row.setWaveId(wave.id());
                      row.setOrderId(order.id());
                      return row;
                    })
                .toList())
        .execute();
  }

  /// The orders are at work now.
  private List<Step> begin(Wave wave, List<Wanted> orders) {
    Long[] ids =
        orders.stream()
            .filter(order -> order.state() != OrderState.PICKING)
            .map(Wanted::id)
            .toArray(Long[]::new);
    String state = OrderState.PICKING.code();
    work.sql()
        .update(SALES_ORDER)
        .set(SALES_ORDER.STATE, state)
        .set(SALES_ORDER.CHANGED_AT, work.at())
        .set(SALES_ORDER.CHANGED_BY, work.author().code())
        .set(SALES_ORDER.VERSION, SALES_ORDER.VERSION.plus(1))
        .where(SALES_ORDER.ID.eq(DSL.any(ids)))
        .execute();
    work.sql()
        .insertInto(
            SALES_ORDER_HISTORY,
            SALES_ORDER_HISTORY.ORDER_ID,
            SALES_ORDER_HISTORY.AT,
            SALES_ORDER_HISTORY.AUTHOR,
            SALES_ORDER_HISTORY.DEVICE,
            SALES_ORDER_HISTORY.COMMAND_ID,
            SALES_ORDER_HISTORY.STATE,
            SALES_ORDER_HISTORY.DETAIL)
        .select(
            DSL.select(
                    SALES_ORDER.ID,
                    DSL.val(work.at()),
                    DSL.val(work.author().code()),
                    DSL.val(work.device().code()),
                    DSL.val(work.by().id().uuid()),
                    DSL.val(state),
                    DSL.val("wave " + wave.number()))
                .from(SALES_ORDER)
                .where(SALES_ORDER.ID.eq(DSL.any(ids))))
        .execute();
    return orders.stream()
        .map(
            order ->
                Work.note(
                    warehouse, DocumentKind.ORDER, order.number(), state, "wave " + wave.number()))
        .toList();
  }

  Decision cancel(PickingCommand.CancelWave command) {
    Optional<Head> head = find(command.wave());
    if (head.isEmpty()) {
      return new Decision.Refuse(
          new DocumentRefusal.UnknownDocument(DocumentKind.WAVE, command.wave()));
    }
    if (!List.of("released", "picking").contains(head.get().state())) {
      return new Decision.Refuse(
          new DocumentRefusal.WrongState(
              DocumentKind.WAVE, command.wave(), head.get().state(), "released or picking"));
    }
    Optional<Refusal> reason = work.wrongReason(command.reason(), "cancel");
    if (reason.isPresent()) {
      return new Decision.Refuse(reason.get());
    }
    List<PickLine> all = floor.picks.ofWave(head.get().wave().id());
    List<Step> steps = new ArrayList<>();
    for (PickLine pick : all) {
      if (pick.open() || pick.state().equals(PickLine.WAITING)) {
        steps.add(floor.picks.end(pick, PickLine.CANCELLED, command.reason().code()));
      }
    }
    all.stream().map(PickLine::task).distinct().forEach(task -> steps.addAll(floor.refresh(task)));
    steps.add(
        floor.picks.turnWave(head.get().wave().id(), head.get().wave().number(), "cancelled"));
    all.stream()
        .map(PickLine::order)
        .distinct()
        .forEach(order -> steps.addAll(floor.progress(order)));
    return new Decision.Act(steps);
  }
}
