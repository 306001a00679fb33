package dev.stockwright.server.queries;

import static dev.stockwright.db.tables.Tables.CUSTOMER;
import static dev.stockwright.db.tables.Tables.PICK;
import static dev.stockwright.db.tables.Tables.SALES_ORDER;
import static dev.stockwright.db.tables.Tables.SALES_ORDER_LINE;
import static dev.stockwright.db.tables.Tables.WAREHOUSE;
import static dev.stockwright.db.tables.Tables.WAVE;

import dev.stockwright.db.Database;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;

/// The picking board: how far every order is that is still here, from its confirmation until it has
/// left. A page takes four statements, however many orders stand on it.
public final class BoardQueries {
  private static final List<String> HERE = List.of("committed", "picking", "picked", "packed");

  private final Database database;

  public BoardQueries(Database database) {
    this.database = database;
  }

  /// A task that picks for the order.
  ///
  /// @param orders how many orders it picks for
  public record BoardTask(String number, Optional<String> heldBy, int priority, int orders) {}

  /// One order, and how far it is, in units where nothing else is said.
  ///
  /// @param linesPicked lines of which everything has been picked that was ordered
  /// @param backOrdered promised to nobody yet
  /// @param open what is to be picked from a bin
  /// @param waiting what is to be picked once goods have come
  /// @param shorted what a picker did not find, whatever has become of it
  /// @param wave the newest that picks for it
  /// @param waveOrders how many orders that wave has
  /// @param asks whether somebody proposed another product and waits for a decision
  /// @param tasks those that are not done
  /// @param pickers who has picked for it
  public record BoardItem(
      String number,
      String warehouse,
      String state,
      int priority,
      Optional<String> customer,
      Optional<String> name,
      Optional<Instant> shipBy,
      Instant placedAt,
      long version,
      int lines,
      int linesPicked,
      long ordered,
      long picked,
      long packed,
      long backOrdered,
      long open,
      long waiting,
      long shorted,
      boolean asks,
      Optional<String> wave,
      int waveOrders,
      List<BoardTask> tasks,
      List<String> pickers) {
    public BoardItem {
      tasks = List.copyOf(tasks);
      pickers = List.copyOf(pickers);
    }
  }

  /// What stands in the lines of an order.
  private record Lines(
      int lines, int linesPicked, long ordered, long picked, long packed, long backOrdered) {
    static final Lines NONE = new Lines(0, 0, 0, 0, 0, 0);
  }

  /// What its picks come to.
  private static final class Picks {
    private long open;
    private long waiting;
    private long shorted;
    private boolean asks;
    private Optional<String> wave = Optional.empty();
    private int waveOrders;
    private final Set<String> pickers = new LinkedHashSet<>();

    private void add(Record row) {
      long left = row.get(PICK.QUANTITY) - row.get(PICK.PICKED);
      switch (row.get(PICK.STATE)) {
        case "open" -> open += left;
        case "waiting" -> waiting += left;
        case "short" -> shorted += left;
        default -> {
          // Done or cancelled: nothing is left of it.
        }
      }
      boolean undone = List.of("open", "waiting").contains(row.get(PICK.STATE));
      asks |= undone && row.get(PICK.SUBSTITUTE_ID) != null;
      if (row.get(PICK.PICKED) > 0 && !row.get(PICK.STATE).equals("cancelled")) {
        pickers.add(row.get(PICK.CHANGED_BY));
      }
      if (!row.get(WAVE.STATE).equals("cancelled")) {
        wave = Optional.of(row.get(WAVE.NUMBER));
        waveOrders = row.get("orders", Integer.class);
      }
    }
  }

  /// Orders that are still here, the oldest first.
  ///
  /// @param state only those in this state
  public Page<BoardItem> board(
      Scope scope, Optional<String> state, int limit, Optional<String> after) {
    DSLContext sql = database.reading();
    List<Record> rows =
        List.copyOf(
            sql.select(SALES_ORDER.asterisk(), WAREHOUSE.CODE, CUSTOMER.CODE)
                .from(SALES_ORDER)
                .join(WAREHOUSE)
                .on(WAREHOUSE.ID.eq(SALES_ORDER.WAREHOUSE_ID))
                .leftJoin(CUSTOMER)
                .on(CUSTOMER.ID.eq(SALES_ORDER.CUSTOMER_ID))
                .where(scope.holdsWarehouse())
                .and(SALES_ORDER.STATE.in(state.map(List::of).orElse(HERE)))
                .and(PickingQueries.beyond("board", after, at -> SALES_ORDER.ID.gt(at.getFirst())))
                .orderBy(SALES_ORDER.ID)
                .limit(limit + 1)
                .fetch());
    Page<Record> page =
        Page.cut(rows, limit, last -> Cursor.of("board", "" + last.get(SALES_ORDER.ID)));
    Long[] ids = page.items().stream().map(row -> row.get(SALES_ORDER.ID)).toArray(Long[]::new);
    Map<Long, Lines> lines = lines(sql, ids);
    Map<Long, Picks> picks = picks(sql, ids);
    Map<Long, List<BoardTask>> tasks = tasks(sql, ids);
    return page.map(
        row -> {
          Long id = row.get(SALES_ORDER.ID);
          return item(
              row,
              lines.getOrDefault(id, Lines.NONE),
              picks.getOrDefault(id, new Picks()),
              tasks.getOrDefault(id, List.of()));
        });
  }

  private static Map<Long, Lines> lines(DSLContext sql, Long[] ids) {
    var whole = DSL.count().filterWhere(SALES_ORDER_LINE.PICKED.ge(SALES_ORDER_LINE.ORDERED));
    var ordered = DSL.sum(SALES_ORDER_LINE.ORDERED);
    var picked = DSL.sum(SALES_ORDER_LINE.PICKED);
    var packed = DSL.sum(SALES_ORDER_LINE.PACKED);
    var back = DSL.sum(SALES_ORDER_LINE.BACK_ORDERED);
    return sql.select(SALES_ORDER_LINE.ORDER_ID, DSL.count(), whole, ordered, picked, packed, back)
        .from(SALES_ORDER_LINE)
        .where(SALES_ORDER_LINE.ORDER_ID.eq(DSL.any(ids)))
        .groupBy(SALES_ORDER_LINE.ORDER_ID)
        .fetchMap(
            SALES_ORDER_LINE.ORDER_ID,
            row ->
                new Lines(
                    row.value2(),
                    row.value3(),
                    row.value4().longValue(),
                    row.value5().longValue(),
                    row.value6().longValue(),
                    row.value7().longValue()));
  }

  private static Map<Long, Picks> picks(DSLContext sql, Long[] ids) {
    var orders =
        DSL.field(
                "(SELECT count(*)::int FROM wave_order wo WHERE wo.wave_id = wave.id)",
                Integer.class)
            .as("orders");
    Map<Long, Picks> found = new HashMap<>();
    sql.select(PICK.ORDER_ID, PICK.QUANTITY, PICK.PICKED, PICK.STATE, PICK.SUBSTITUTE_ID)
        .select(PICK.CHANGED_BY, WAVE.NUMBER, WAVE.STATE, orders)
        .from(PICK)
        .join(WAVE)
        .on(WAVE.ID.eq(PICK.WAVE_ID))
        .where(PICK.ORDER_ID.eq(DSL.any(ids)))
        .orderBy(PICK.WAVE_ID, PICK.ID)
        .forEach(row -> found.computeIfAbsent(row.get(PICK.ORDER_ID), _ -> new Picks()).add(row));
    return found;
  }

  private static Map<Long, List<BoardTask>> tasks(DSLContext sql, Long[] ids) {
    Map<Long, List<BoardTask>> found = new HashMap<>();
    sql.resultQuery(
            """
            SELECT p.order_id, t.number, t.priority,
                   CASE WHEN t.lease_until > now() THEN t.leased_to END AS held_by,
                   (SELECT count(DISTINCT o.order_id)::int FROM pick o
                     WHERE o.warehouse_id = t.warehouse_id AND o.task = t.number) AS orders
              FROM (SELECT DISTINCT order_id, warehouse_id, task FROM pick
                     WHERE order_id = ANY (?) AND state IN ('open', 'waiting') AND task <> '') p
              JOIN task t ON t.warehouse_id = p.warehouse_id AND t.number = p.task
             WHERE t.state IN ('open', 'leased')
             ORDER BY p.order_id, t.id
            """,
            (Object) ids)
        .forEach(
            row ->
                found
                    .computeIfAbsent(row.get("order_id", Long.class), _ -> new ArrayList<>())
                    .add(
                        new BoardTask(
                            row.get("number", String.class),
                            Optional.ofNullable(row.get("held_by", String.class)),
                            row.get("priority", Integer.class),
                            row.get("orders", Integer.class))));
    return found;
  }

  private static BoardItem item(Record row, Lines lines, Picks picks, List<BoardTask> tasks) {
    return new BoardItem(
        row.get(SALES_ORDER.NUMBER),
        row.get(WAREHOUSE.CODE),
        row.get(SALES_ORDER.STATE),
        row.get(SALES_ORDER.PRIORITY),
        Optional.ofNullable(row.get(CUSTOMER.CODE)),
        PickingQueries.given(row.get(SALES_ORDER.CUSTOMER)),
        Optional.ofNullable(row.get(SALES_ORDER.SHIP_BY)).map(OffsetDateTime::toInstant),
        row.get(SALES_ORDER.PLACED_AT).toInstant(),
        row.get(SALES_ORDER.VERSION),
        lines.lines(),
        lines.linesPicked(),
        lines.ordered(),
        lines.picked(),
        lines.packed(),
        lines.backOrdered(),
        picks.open,
        picks.waiting,
        picks.shorted,
        picks.asks,
        picks.wave,
        picks.waveOrders,
        tasks,
        List.copyOf(picks.pickers));
  }
}
