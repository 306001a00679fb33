package dev.stockwright.server.queries;

import static dev.stockwright.db.tables.Tables.LOCATION;
import static dev.stockwright.db.tables.Tables.PICK;
import static dev.stockwright.db.tables.Tables.PRODUCT;
import static dev.stockwright.db.tables.Tables.SALES_ORDER;
import static dev.stockwright.db.tables.Tables.WAREHOUSE;
import static dev.stockwright.db.tables.Tables.WAVE;
import static dev.stockwright.db.tables.Tables.WAVE_ORDER;

import dev.stockwright.db.Database;
import dev.stockwright.server.picking.Spot;
import dev.stockwright.server.picking.SpotBook;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Record;
import org.jooq.impl.DSL;

/// Waves and their picks. Beside every pick stands what is in its bin at
/// this moment, so that the list never says what was true when it was made.
public final class PickingQueries {
  private final Database database;

  public PickingQueries(Database database) {
    this.database = database;
  }

  /// A wave, and how far it is.
  ///
  /// @param left units that are still to be picked
  public record WaveItem(
      String number,
      String warehouse,
      String method,
      String allocation,
      String state,
      Instant madeAt,
      String madeBy,
      int orders,
      long left,
      long picked) {}

  /// One pick.
  ///
  /// @param there what lies there now of these goods
  /// @param trouble why it cannot be done as it stands
  /// @param reason why it is short or was cancelled
  /// @param changedBy who did something with it last
  public record PickItem(
      String number,
      String warehouse,
      String wave,
      Optional<String> task,
      String order,
      int line,
      String sku,
      String name,
      Optional<String> location,
      Optional<String> lot,
      Optional<String> handlingUnit,
      Optional<String> tote,
      long quantity,
      long picked,
      String state,
      int stop,
      boolean skipped,
      Optional<String> substitute,
      long there,
      Optional<String> trouble,
      Optional<String> reason,
      String changedBy,
      Instant changedAt) {}

  /// Waves, newest first.
  public Page<WaveItem> waves(
      Scope scope, Optional<String> state, int limit, Optional<String> after) {
    record Found(long id, WaveItem item) {}
    var orders =
        DSL.field(DSL.selectCount().from(WAVE_ORDER).where(WAVE_ORDER.WAVE_ID.eq(WAVE.ID)));
    var left =
        DSL.field(
            DSL.select(DSL.coalesce(DSL.sum(PICK.QUANTITY.minus(PICK.PICKED)), DSL.zero()))
                .from(PICK)
                .where(PICK.WAVE_ID.eq(WAVE.ID))
                .and(PICK.STATE.in("open", "waiting")));
    var picked =
        DSL.field(
            DSL.select(DSL.coalesce(DSL.sum(PICK.PICKED), DSL.zero()))
                .from(PICK)
                .where(PICK.WAVE_ID.eq(WAVE.ID)));
    List<Found> rows =
        database
            .reading()
            .select(WAVE.asterisk(), WAREHOUSE.CODE, orders, left, picked)
            .from(WAVE)
            .join(WAREHOUSE)
            .on(WAREHOUSE.ID.eq(WAVE.WAREHOUSE_ID))
            .where(scope.holdsWarehouse())
            .and(state.map(WAVE.STATE::eq).orElse(DSL.noCondition()))
            .and(beyond("wave", after, at -> WAVE.ID.lt(at.getFirst())))
            .orderBy(WAVE.ID.desc())
            .limit(limit + 1)
            .fetch(
                row ->
                    new Found(
                        row.get(WAVE.ID),
                        new WaveItem(
                            row.get(WAVE.NUMBER),
                            row.get(WAREHOUSE.CODE),
                            row.get(WAVE.METHOD),
                            row.get(WAVE.ALLOCATION),
                            row.get(WAVE.STATE),
                            row.get(WAVE.MADE_AT).toInstant(),
                            row.get(WAVE.MADE_BY),
                            row.get(orders),
                            row.get(left).longValue(),
                            row.get(picked).longValue())));
    Page<Found> page = Page.cut(rows, limit, last -> Cursor.of("wave", "" + last.id()));
    return new Page<>(page.items().stream().map(Found::item).toList(), page.next());
  }

  /// Which picks; what is absent may be anything.
  public record Filter(
      Optional<String> task,
      Optional<String> wave,
      Optional<String> order,
      Optional<String> state,
      Optional<String> pick) {
    Condition condition() {
      return DSL.and(
          task.map(PICK.TASK::eq).orElse(DSL.noCondition()),
          wave.map(WAVE.NUMBER::eq).orElse(DSL.noCondition()),
          order.map(SALES_ORDER.NUMBER::eq).orElse(DSL.noCondition()),
          state.map(PICK.STATE::eq).orElse(DSL.noCondition()),
          pick.map(PickingQueries::id).map(PICK.ID::eq).orElse(DSL.noCondition()));
    }
  }

  /// The id of a pick with this number; 0, which none has, when it is no number of a pick.
  private static long id(String number) {
    return number.matches("P-[0-9]{1,18}") ? Long.parseLong(number.substring(2)) : 0;
  }

  /// Picks in the order of the way, skipped ones last.
  public Page<PickItem> picks(Scope scope, Filter filter, int limit, Optional<String> after) {
    var other = PRODUCT.as("other");
    var skipped = DSL.when(PICK.SKIPPED_AT.isNull(), 0L).otherwise(1L);
    List<Record> rows =
        List.copyOf(
            database
                .reading()
                .select(PICK.asterisk(), WAREHOUSE.CODE, WAREHOUSE.ID, WAREHOUSE.TIME_ZONE)
                .select(SiteDays.NOW)
                .select(WAVE.NUMBER, SALES_ORDER.NUMBER, PRODUCT.SKU, PRODUCT.NAME)
                .select(LOCATION.CODE, WAVE_ORDER.TOTE, other.SKU)
                .from(PICK)
                .join(WAREHOUSE)
                .on(WAREHOUSE.ID.eq(PICK.WAREHOUSE_ID))
                .join(WAVE)
                .on(WAVE.ID.eq(PICK.WAVE_ID))
                .join(SALES_ORDER)
                .on(SALES_ORDER.ID.eq(PICK.ORDER_ID))
                .join(PRODUCT)
                .on(PRODUCT.ID.eq(PICK.PRODUCT_ID))
                .leftJoin(LOCATION)
                .on(LOCATION.ID.eq(PICK.LOCATION_ID))
                .leftJoin(WAVE_ORDER)
                .on(WAVE_ORDER.WAVE_ID.eq(PICK.WAVE_ID))
                .and(WAVE_ORDER.ORDER_ID.eq(PICK.ORDER_ID))
                .leftJoin(other)
                .on(other.ID.eq(PICK.SUBSTITUTE_ID))
                .where(scope.holdsWarehouse())
                .and(filter.condition())
                .and(
                    after
                        .map(cursor -> Cursor.numbers("pick", 3, cursor))
                        .map(
                            at ->
                                DSL.row(skipped, PICK.STOP.cast(Long.class), PICK.ID)
                                    .gt(at.get(0), at.get(1), at.get(2)))
                        .orElse(DSL.noCondition()))
                .orderBy(skipped, PICK.STOP, PICK.ID)
                .limit(limit + 1)
                .fetch());
    Page<Record> page =
        Page.cut(
            rows,
            limit,
            last ->
                Cursor.of(
                    "pick",
                    last.get(PICK.SKIPPED_AT) == null ? "0" : "1",
                    "" + last.get(PICK.STOP),
                    "" + last.get(PICK.ID)));
    Truth truth = Truth.of(database, page.items());
    return new Page<>(
        page.items().stream().map(row -> item(row, row.get(other.SKU), truth)).toList(),
        page.next());
  }

  /// What lies where at this moment.
  private record Truth(Map<Integer, Map<dev.stockwright.vocabulary.Sku, List<Spot>>> spots) {
    static Truth of(Database database, List<Record> rows) {
      Map<Integer, java.util.Set<Integer>> products = new java.util.HashMap<>();
      rows.forEach(
          row ->
              products
                  .computeIfAbsent(row.get(WAREHOUSE.ID), any -> new java.util.HashSet<>())
                  .add(row.get(PICK.PRODUCT_ID)));
      Map<Integer, Map<dev.stockwright.vocabulary.Sku, List<Spot>>> spots =
          new java.util.HashMap<>();
      products.forEach(
          (warehouse, ids) ->
              spots.put(warehouse, new SpotBook(database.reading(), warehouse).spots(ids, false)));
      return new Truth(spots);
    }

    Optional<Spot> at(Record row) {
      return spots
          .getOrDefault(row.get(WAREHOUSE.ID), Map.of())
          .getOrDefault(new dev.stockwright.vocabulary.Sku(row.get(PRODUCT.SKU)), List.of())
          .stream()
          .filter(spot -> spot.location().code().equals(row.get(LOCATION.CODE)))
          .filter(spot -> spot.key().lot().equals(row.get(PICK.LOT)))
          .filter(spot -> spot.key().handlingUnit().equals(row.get(PICK.HANDLING_UNIT)))
          .filter(
              spot ->
                  spot.key().condition() == dev.stockwright.vocabulary.Condition.AVAILABLE
                      && spot.key().owner().isEmpty())
          .findFirst();
    }

    Optional<String> trouble(Record row) {
      boolean open = row.get(PICK.STATE).equals("open");
      if (!open) {
        return row.get(PICK.STATE).equals("waiting")
            ? Optional.of("no goods that can be picked now")
            : Optional.empty();
      }
      Optional<Spot> spot = at(row);
      long wanted = row.get(PICK.QUANTITY) - row.get(PICK.PICKED);
      return spot.isEmpty()
          ? Optional.of("nothing is there any more")
          : spot.get()
              .obstacle(SiteDays.today(row))
              .or(
                  () ->
                      spot.get().onHand() < wanted
                          ? Optional.of("only " + spot.get().onHand() + " is there")
                          : Optional.empty());
    }
  }

  private static PickItem item(Record row, String other, Truth truth) {
    return new PickItem(
        "P-" + row.get(PICK.ID),
        row.get(WAREHOUSE.CODE),
        row.get(WAVE.NUMBER),
        given(row.get(PICK.TASK)),
        row.get(SALES_ORDER.NUMBER),
        row.get(PICK.LINE),
        row.get(PRODUCT.SKU),
        row.get(PRODUCT.NAME),
        Optional.ofNullable(row.get(LOCATION.CODE)),
        given(row.get(PICK.LOT)),
        given(row.get(PICK.HANDLING_UNIT)),
        Optional.ofNullable(row.get(WAVE_ORDER.TOTE)).filter(tote -> !tote.isEmpty()),
        row.get(PICK.QUANTITY),
        row.get(PICK.PICKED),
        row.get(PICK.STATE),
        row.get(PICK.STOP),
        row.get(PICK.SKIPPED_AT) != null,
        Optional.ofNullable(other),
        truth.at(row).map(Spot::onHand).orElse(0L),
        truth.trouble(row),
        given(row.get(PICK.REASON)),
        row.get(PICK.CHANGED_BY),
        row.get(PICK.CHANGED_AT).toInstant());
  }

  static Condition beyond(
      String kind,
      Optional<String> after,
      java.util.function.Function<List<Long>, Condition> condition) {
    return after
        .map(cursor -> condition.apply(Cursor.numbers(kind, 1, cursor)))
        .orElse(DSL.noCondition());
  }

  static Optional<String> given(String column) {
    return column.isEmpty() ? Optional.empty() : Optional.of(column);
  }
}
