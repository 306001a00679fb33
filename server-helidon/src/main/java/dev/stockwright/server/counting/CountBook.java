package dev.stockwright.server.counting;

import static dev.stockwright.db.tables.Tables.COUNT_BIN;
import static dev.stockwright.db.tables.Tables.COUNT_PRODUCT;
import static dev.stockwright.db.tables.Tables.LOCATION;
import static dev.stockwright.db.tables.Tables.PRODUCT;
import static dev.stockwright.db.tables.Tables.STOCK_COUNT;
import static dev.stockwright.db.tables.Tables.WAREHOUSE_COUNTER;

import dev.stockwright.protocol.DocumentKind;
import dev.stockwright.server.stock.Step;
import dev.stockwright.server.tasks.NewTask;
import dev.stockwright.server.tasks.Task;
import dev.stockwright.server.tasks.TaskBook;
import dev.stockwright.server.tasks.TaskKind;
import dev.stockwright.server.work.Work;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.Operator;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.WarehouseCode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jooq.Record;

/// The counts of a warehouse, for one command at work.
public final class CountBook {
  /// A count has no more bins than this.
  static final int BINS_MAX = 50_000;

  private static final int PRIORITY = 60;
  private static final int URGENT = 30;

  private final Work work;
  private final TaskBook tasks;

  public CountBook(Work work) {
    this.work = work;
    this.tasks = new TaskBook(work);
  }

  /// The count with this number, if the warehouse has it.
  Optional<Count> find(WarehouseCode warehouse, Reference number) {
    return work.sql()
        .selectFrom(STOCK_COUNT)
        .where(STOCK_COUNT.WAREHOUSE_ID.eq(work.warehouseId(warehouse)))
        .and(STOCK_COUNT.NUMBER.eq(number.code()))
        .fetchOptional(row -> count(warehouse, row));
  }

  private static Count count(WarehouseCode warehouse, Record row) {
    String onlyFor = row.get(STOCK_COUNT.ONLY_FOR);
    return new Count(
        row.get(STOCK_COUNT.ID),
        warehouse,
        new Reference(row.get(STOCK_COUNT.NUMBER)),
        Count.State.of(row.get(STOCK_COUNT.STATE)),
        row.get(STOCK_COUNT.PRODUCTS_ONLY),
        row.get(STOCK_COUNT.ROUND),
        onlyFor.isEmpty() ? Optional.empty() : Optional.of(new Operator(onlyFor)));
  }

  /// What a scope comes to.
  ///
  /// @param locations bins, by id
  /// @param products those that alone are counted, by id
  public record Found(List<Integer> locations, List<Integer> products) {}

  /// Looks up what is to be counted; writes nothing.
  public Found look(Scope scope) {
    return new Found(
        work.sql()
            .fetch(
                ScopeSql.LOCATIONS,
                work.warehouseId(scope.warehouse()),
                scope.bins().stream().map(LocationCode::code).toArray(String[]::new),
                scope.zone().orElse(""),
                ScopeSql.skus(scope),
                scope.countClass().orElse(""),
                scope.fresh(),
                BINS_MAX + 1)
            .getValues(0, Integer.class),
        scope.productsOnly()
            ? work.sql()
                .fetch(
                    ScopeSql.PRODUCTS,
                    work.warehouseId(scope.warehouse()),
                    ScopeSql.skus(scope),
                    scope.countClass().orElse(""))
                .getValues(0, Integer.class)
            : List.of());
  }

  /// Makes a count of what was found, with a task for each zone.
  ///
  /// @return what tells everybody of it, the count first
  public List<Step> request(Scope scope, Found found) {
    long id = work.sql().fetchSingle("SELECT nextval('stock_count_id_seq')").get(0, Long.class);
    Reference number = scope.number().orElseGet(() -> new Reference("C-" + id));
    work.sql()
        .insertInto(STOCK_COUNT)
        .columns(
            STOCK_COUNT.ID,
            STOCK_COUNT.WAREHOUSE_ID,
            STOCK_COUNT.NUMBER,
            STOCK_COUNT.TRIGGER,
            STOCK_COUNT.PRODUCTS_ONLY,
            STOCK_COUNT.ONLY_FOR,
            STOCK_COUNT.DUE_ON,
            STOCK_COUNT.REQUESTED_BY,
            STOCK_COUNT.REQUESTED_AT)
        .values(
            id,
            work.warehouseId(scope.warehouse()),
            number.code(),
            scope.trigger(),
            scope.productsOnly(),
            scope.assignee().map(Operator::code).orElse(""),
            scope.dueOn().orElse(null),
            work.author().code(),
            work.at())
        .execute();
    work.sql()
        .execute(
            "INSERT INTO count_bin (count_id, round, location_id) SELECT ?, 1, unnest(?::int[])",
            id,
            found.locations().toArray(Integer[]::new));
    work.sql()
        .execute(
            "INSERT INTO count_product (count_id, product_id) SELECT ?, unnest(?::int[])",
            id,
            found.products().toArray(Integer[]::new));
    Count count =
        new Count(
            id,
            scope.warehouse(),
            number,
            Count.State.REQUESTED,
            scope.productsOnly(),
            1,
            scope.assignee());
    List<Step> steps = new ArrayList<>();
    steps.add(note(count, Count.State.REQUESTED, scope.trigger()));
    int urgency = scope.trigger().equals("exception") ? URGENT : PRIORITY;
    Optional<Instant> due =
        scope
            .dueOn()
            .map(day -> day.plusDays(1).atStartOfDay(work.zone(scope.warehouse())).toInstant());
    steps.addAll(openTasks(count, urgency, Optional.empty(), scope.assignee(), due));
    return steps;
  }

  /// One task for each zone of the count's round, at the first of its bins.
  List<Step> openTasks(
      Count count,
      int urgency,
      Optional<Operator> notFor,
      Optional<Operator> onlyFor,
      Optional<Instant> due) {
    return work
        .sql()
        .fetch(
            """
            SELECT DISTINCT ON (l.zone) l.code
              FROM count_bin b JOIN location l ON l.id = b.location_id
             WHERE b.count_id = ? AND b.round = ?
             ORDER BY l.zone, l.pick_sequence, l.code""",
            count.id(),
            count.round())
        .getValues(0, String.class)
        .stream()
        .map(
            code ->
                tasks.open(
                    new NewTask(
                        count.warehouse(),
                        TaskKind.COUNT,
                        urgency,
                        DocumentKind.COUNT,
                        count.number(),
                        count.round(),
                        Optional.of(new LocationCode(code)),
                        Optional.empty(),
                        Optional.empty(),
                        0,
                        "",
                        "",
                        notFor,
                        onlyFor,
                        due)))
        .toList();
  }

  /// Ends the tasks of a count that wait; of one zone, or all.
  List<Step> endTasks(Count count, Optional<String> zone, boolean done) {
    List<Step> steps = new ArrayList<>();
    for (Task task : tasks.of(count.warehouse(), DocumentKind.COUNT, count.number())) {
      if (task.state().waiting() && zone.map(task.zone()::equals).orElse(true)) {
        steps.add(done ? tasks.finish(task) : tasks.cancel(task));
      }
    }
    return steps;
  }

  /// A bin of the count's round.
  Optional<Count.Bin> bin(Count count, LocationCode code) {
    return work.sql()
        .select(LOCATION.ID, LOCATION.ZONE, COUNT_BIN.STATE, COUNT_BIN.COUNTER)
        .from(COUNT_BIN)
        .join(LOCATION)
        .on(LOCATION.ID.eq(COUNT_BIN.LOCATION_ID))
        .where(COUNT_BIN.COUNT_ID.eq(count.id()))
        .and(COUNT_BIN.ROUND.eq((short) count.round()))
        .and(LOCATION.CODE.eq(code.code()))
        .fetchOptional(
            row ->
                new Count.Bin(
                    row.value1(),
                    row.value2(),
                    row.value3(),
                    row.value4().isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Operator(row.value4()))));
  }

  /// Bins of the round that are in one of these states, the first few by code.
  List<LocationCode> bins(Count count, int limit, String... states) {
    return work.sql()
        .select(LOCATION.CODE)
        .from(COUNT_BIN)
        .join(LOCATION)
        .on(LOCATION.ID.eq(COUNT_BIN.LOCATION_ID))
        .where(COUNT_BIN.COUNT_ID.eq(count.id()))
        .and(COUNT_BIN.ROUND.eq((short) count.round()))
        .and(COUNT_BIN.STATE.in(states))
        .orderBy(LOCATION.CODE)
        .limit(limit)
        .fetch(row -> new LocationCode(row.value1()));
  }

  /// How many bins of the round are in one of these states.
  int howMany(Count count, String... states) {
    return work.sql()
        .fetchCount(
            COUNT_BIN,
            COUNT_BIN
                .COUNT_ID
                .eq(count.id())
                .and(COUNT_BIN.ROUND.eq((short) count.round()))
                .and(COUNT_BIN.STATE.in(states)));
  }

  /// Does a bin of this zone still wait to be counted?
  boolean waits(Count count, String zone) {
    return work.sql()
        .fetchExists(
            work.sql()
                .selectOne()
                .from(COUNT_BIN)
                .join(LOCATION)
                .on(LOCATION.ID.eq(COUNT_BIN.LOCATION_ID))
                .where(COUNT_BIN.COUNT_ID.eq(count.id()))
                .and(COUNT_BIN.ROUND.eq((short) count.round()))
                .and(COUNT_BIN.STATE.ne("counted"))
                .and(LOCATION.ZONE.eq(zone)));
  }

  /// The products that alone are counted, by id; none: all are.
  Set<Integer> wanted(Count count) {
    return count.productsOnly()
        ? work.sql()
            .select(COUNT_PRODUCT.PRODUCT_ID)
            .from(COUNT_PRODUCT)
            .where(COUNT_PRODUCT.COUNT_ID.eq(count.id()))
            .fetchSet(COUNT_PRODUCT.PRODUCT_ID)
        : Set.of();
  }

  /// Who counted a bin in an earlier round.
  Set<String> earlierCounters(Count count, int locationId) {
    return new TreeSet<>(
        work.sql()
            .fetch(
                """
                SELECT counted_by FROM count_entry
                 WHERE count_id = ? AND round < ? AND location_id = ?
                UNION
                SELECT closed_by FROM count_bin
                 WHERE count_id = ? AND round < ? AND location_id = ? AND closed_by IS NOT NULL""",
                count.id(),
                count.round(),
                locationId,
                count.id(),
                count.round(),
                locationId)
            .getValues(0, String.class));
  }

  /// The number of the warehouse's last event.
  long lastNumber(WarehouseCode warehouse) {
    return work.sql()
        .select(WAREHOUSE_COUNTER.LAST_N)
        .from(WAREHOUSE_COUNTER)
        .where(WAREHOUSE_COUNTER.WAREHOUSE_ID.eq(work.warehouseId(warehouse)))
        .fetchSingle(WAREHOUSE_COUNTER.LAST_N);
  }

  /// The count is now so far.
  Step turn(Count count, Count.State state, String detail) {
    OffsetDateTime now = work.at();
    boolean over = state == Count.State.COMPLETED || state == Count.State.CANCELLED;
    work.sql()
        .update(STOCK_COUNT)
        .set(STOCK_COUNT.STATE, state.code())
        .set(
            STOCK_COUNT.FINISHED_AT,
            state == Count.State.COUNTED ? org.jooq.impl.DSL.val(now) : STOCK_COUNT.FINISHED_AT)
        .set(STOCK_COUNT.ENDED_AT, over ? now : null)
        .set(STOCK_COUNT.ROUND, (short) count.round())
        .where(STOCK_COUNT.ID.eq(count.id()))
        .execute();
    return note(count, state, detail);
  }

  static Step note(Count count, Count.State state, String detail) {
    return Work.note(count.warehouse(), DocumentKind.COUNT, count.number(), state.code(), detail);
  }

  /// How products are kept, by id.
  java.util.Map<Integer, MergeRules.Kept> kept(Set<Integer> products) {
    return work.sql()
        .select(PRODUCT.ID, PRODUCT.LOT_TRACKED, PRODUCT.SERIAL_TRACKED)
        .from(PRODUCT)
        .where(PRODUCT.ID.in(products))
        .fetchMap(PRODUCT.ID, row -> new MergeRules.Kept(row.value2(), row.value3()));
  }
}
