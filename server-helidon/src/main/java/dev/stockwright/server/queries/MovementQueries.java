package dev.stockwright.server.queries;

import static dev.stockwright.db.tables.Tables.LOCATION;
import static dev.stockwright.db.tables.Tables.MOVEMENT;
import static dev.stockwright.db.tables.Tables.PRODUCT;
import static dev.stockwright.db.tables.Tables.WAREHOUSE;
import static dev.stockwright.db.tables.Tables.WAREHOUSE_COUNTER;

import dev.stockwright.db.Database;
import dev.stockwright.protocol.Answer;
import dev.stockwright.protocol.Event;
import dev.stockwright.server.feed.MovementEvents;
import dev.stockwright.vocabulary.CommandId;
import dev.stockwright.vocabulary.DeviceId;
import dev.stockwright.vocabulary.HandlingUnit;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.LotCode;
import dev.stockwright.vocabulary.Operator;
import dev.stockwright.vocabulary.ReasonCode;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;

/// The movements, newest first. Each warehouse is read along its numbers and the results are merged
/// by time, so that a page costs the same however long the history is.
///
/// What no index knows, such as an author who moved little or nothing, is looked for among the
/// newest [#WINDOW] numbers of each warehouse; the page then has fewer lines than asked for, or
/// none, and the next one looks further back.
public final class MovementQueries {
  /// How many numbers of a warehouse a page looks at where no index helps.
  private static final long WINDOW = 50_000;

  private final Database database;
  private final Touched touched;
  private final long window;

  public MovementQueries(Database database, Touched touched) {
    this(database, touched, WINDOW);
  }

  /// @param window see [#WINDOW]
  MovementQueries(Database database, Touched touched, long window) {
    this.database = database;
    this.touched = touched;
    this.window = window;
  }

  /// What is wanted; what is absent does not matter.
  public record Filter(
      Optional<Sku> sku,
      Optional<LocationCode> location,
      Optional<Reference> reference,
      Optional<ReasonCode> reason,
      Optional<Operator> by,
      Optional<DeviceId> device,
      Optional<CommandId> commandId,
      Optional<LotCode> lot,
      Optional<HandlingUnit> handlingUnit,
      Optional<Instant> from,
      Optional<Instant> to) {}

  /// A movement and where it happened.
  public record Found(WarehouseCode warehouse, Event.StockMoved movement) {}

  /// A part of the movements in the warehouses of `scope`.
  public Page<Found> find(Scope scope, Filter filter, int limit, Optional<String> after) {
    Map<String, Long> before = after.map(MovementQueries::read).orElse(Map.of());
    Map<String, long[]> ranges = new TreeMap<>();
    if (filter.commandId().isPresent()) {
      for (Answer.Change change : touched.changes(filter.commandId().get()).orElse(List.of())) {
        ranges.merge(
            change.warehouse().code(),
            new long[] {change.firstN(), change.lastN()},
            (a, b) -> new long[] {Math.min(a[0], b[0]), Math.max(a[1], b[1])});
      }
    }
    return Bounded.ask(
        database,
        dsl -> {
          List<Stretch> wanted = new ArrayList<>();
          for (Record warehouse : warehouses(dsl, scope)) {
            String code = warehouse.get(WAREHOUSE.CODE);
            long[] range = ranges.get(code);
            if (filter.commandId().isEmpty() || range != null) {
              Numbers numbers =
                  new Numbers(1, warehouse.get(WAREHOUSE_COUNTER.LAST_N))
                      .upTo(before.getOrDefault(code, Long.MAX_VALUE) - 1)
                      .within(range)
                      .and(times(dsl, warehouse, filter));
              wanted.add(new Stretch(warehouse, numbers, numbers));
            }
          }
          List<Stretch> looked = walks(filter) ? nearest(dsl, wanted) : wanted;
          List<Found> found = new ArrayList<>();
          for (Stretch stretch : looked) {
            found.addAll(inWarehouse(dsl, stretch.warehouse(), stretch.now(), filter, limit + 1));
          }
          return found.size() > limit
              ? merged(found, limit, before)
              : rest(merged(found, limit, before).items(), looked, before);
        });
  }

  /// What of a warehouse is wanted, and what of that is looked at for this page.
  private record Stretch(Record warehouse, Numbers wanted, Numbers now) {
    String code() {
      return warehouse.get(WAREHOUSE.CODE);
    }

    boolean all() {
      return !wanted.some() || now.lowest() <= wanted.lowest();
    }
  }

  /// Is everything looked at, one after the other, until enough is found?
  private static boolean walks(Filter filter) {
    boolean indexed =
        filter.sku().isPresent()
            || filter.reference().isPresent()
            || filter.commandId().isPresent()
            || filter.lot().isPresent()
            || filter.handlingUnit().isPresent();
    boolean rare =
        filter.location().isPresent()
            || filter.reason().isPresent()
            || filter.by().isPresent()
            || filter.device().isPresent();
    return rare && !indexed;
  }

  /// Cut at one time for all warehouses, so that nothing newer is left to a later page.
  private List<Stretch> nearest(DSLContext dsl, List<Stretch> all) {
    Optional<Instant> since =
        all.stream()
            .filter(stretch -> stretch.wanted().highest() - window >= stretch.wanted().lowest())
            .flatMap(stretch -> recorded(dsl, stretch).stream())
            .max(Comparator.naturalOrder());
    if (since.isEmpty()) {
      return all;
    }
    List<Stretch> later =
        all.stream()
            .map(
                stretch -> {
                  int id = stretch.warehouse().get(WAREHOUSE.ID);
                  long first = HistoryQueries.lastUpTo(dsl, id, since.get()) + 1;
                  Numbers now = new Numbers(first, Long.MAX_VALUE).and(stretch.wanted());
                  return new Stretch(stretch.warehouse(), stretch.wanted(), now);
                })
            .toList();
    boolean further = later.stream().anyMatch(stretch -> stretch.now().some());
    return further ? later : all; // else a whole window was recorded at one time
  }

  /// When what lies a window back was recorded: a movement there, or the next one before it.
  private Optional<Instant> recorded(DSLContext dsl, Stretch stretch) {
    return dsl.select(MOVEMENT.RECORDED_AT)
        .from(MOVEMENT)
        .where(MOVEMENT.WAREHOUSE_ID.eq(stretch.warehouse().get(WAREHOUSE.ID)))
        .and(MOVEMENT.N.le(stretch.wanted().highest() - window))
        .and(MOVEMENT.N.ge(stretch.wanted().lowest()))
        .orderBy(MOVEMENT.N.desc())
        .limit(1)
        .fetchOptional(row -> row.value1().toInstant());
  }

  /// A page that is not full; where there is more to look at, the next one goes on there.
  private static Page<Found> rest(
      List<Found> items, List<Stretch> looked, Map<String, Long> before) {
    if (looked.stream().allMatch(Stretch::all)) {
      return new Page<>(items, Optional.empty());
    }
    Map<String, Long> next = new TreeMap<>(before);
    looked.forEach(stretch -> next.merge(stretch.code(), stretch.now().lowest(), Math::min));
    return new Page<>(items, Optional.of(cursor(next)));
  }

  private static Page<Found> merged(List<Found> found, int limit, Map<String, Long> before) {
    found.sort(
        Comparator.comparing((Found each) -> each.movement().at())
            .reversed()
            .thenComparing(each -> each.warehouse().code())
            .thenComparingLong(each -> -each.movement().n()));
    if (found.size() <= limit) {
      return new Page<>(found, Optional.empty());
    }
    List<Found> items = List.copyOf(found.subList(0, limit));
    Map<String, Long> next = new TreeMap<>(before);
    for (Found each : items) {
      next.merge(each.warehouse().code(), each.movement().n(), Math::min);
    }
    return new Page<>(items, Optional.of(cursor(next)));
  }

  private static String cursor(Map<String, Long> next) {
    StringBuilder text = new StringBuilder();
    next.forEach((code, n) -> text.append(code).append('=').append(n).append(','));
    return Cursor.of("moved", text.toString());
  }

  private static Map<String, Long> read(String cursor) {
    Map<String, Long> before = new TreeMap<>();
    for (String part : Cursor.parts("moved", 1, cursor).getFirst().split(",")) {
      int equals = part.lastIndexOf('=');
      try {
        if (equals > 0) {
          before.put(part.substring(0, equals), Long.valueOf(part.substring(equals + 1)));
        }
      } catch (NumberFormatException e) {
        throw Cursor.unknown();
      }
    }
    return before;
  }

  private static List<? extends Record> warehouses(DSLContext dsl, Scope scope) {
    return dsl.select(WAREHOUSE.ID, WAREHOUSE.CODE, WAREHOUSE_COUNTER.LAST_N)
        .from(WAREHOUSE)
        .join(WAREHOUSE_COUNTER)
        .on(WAREHOUSE_COUNTER.WAREHOUSE_ID.eq(WAREHOUSE.ID))
        .where(scope.holdsWarehouse())
        .orderBy(WAREHOUSE.CODE)
        .fetch();
  }

  /// The numbers from one to another, both included.
  private record Numbers(long lowest, long highest) {
    boolean some() {
      return lowest <= highest;
    }

    Numbers upTo(long n) {
      return new Numbers(lowest, Math.min(highest, n));
    }

    Numbers and(Numbers other) {
      return new Numbers(Math.max(lowest, other.lowest), Math.min(highest, other.highest));
    }

    Numbers within(long @org.jspecify.annotations.Nullable [] range) {
      return range == null ? this : and(new Numbers(range[0], range[1]));
    }
  }

  /// Times are turned into numbers, for which there is an index.
  private static Numbers times(DSLContext dsl, Record warehouse, Filter filter) {
    int id = warehouse.get(WAREHOUSE.ID);
    long lowest =
        filter
            .from()
            .map(from -> HistoryQueries.lastUpTo(dsl, id, from.minusNanos(1_000)) + 1)
            .orElse(1L);
    long highest =
        filter.to().map(to -> HistoryQueries.lastUpTo(dsl, id, to)).orElse(Long.MAX_VALUE);
    return new Numbers(lowest, highest);
  }

  private static List<Found> inWarehouse(
      DSLContext dsl, Record warehouse, Numbers numbers, Filter filter, int limit) {
    int id = warehouse.get(WAREHOUSE.ID);
    WarehouseCode code = new WarehouseCode(warehouse.get(WAREHOUSE.CODE));
    Condition which =
        filter
            .sku()
            .map(sku -> MOVEMENT.N.in(ofProduct(dsl, id, sku, numbers, wanted(filter, id), limit)))
            .orElseGet(
                () ->
                    MOVEMENT.N.between(numbers.lowest(), numbers.highest())
                        .and(wanted(filter, id)));
    return MovementEvents.select(dsl)
        .where(MOVEMENT.WAREHOUSE_ID.eq(id))
        .and(which)
        .orderBy(MOVEMENT.N.desc())
        .limit(limit)
        .fetch(row -> new Found(code, MovementEvents.event(code, row)));
  }

  private static List<Long> ofProduct(
      DSLContext dsl, int warehouseId, Sku sku, Numbers numbers, Condition wanted, int limit) {
    Integer productId =
        dsl.select(PRODUCT.ID).from(PRODUCT).where(PRODUCT.SKU.eq(sku.code())).fetchOne(PRODUCT.ID);
    return productId == null
        ? List.of()
        : HistoryParts.newest(
            dsl, warehouseId, productId, numbers.lowest(), numbers.highest(), wanted, limit);
  }

  private static Condition wanted(Filter filter, int warehouseId) {
    Condition condition = DSL.noCondition();
    if (filter.location().isPresent()) {
      var places =
          DSL.select(LOCATION.ID)
              .from(LOCATION)
              .where(LOCATION.CODE.eq(filter.location().get().code()))
              .and(LOCATION.WAREHOUSE_ID.eq(warehouseId).or(LOCATION.WAREHOUSE_ID.isNull()));
      condition =
          condition.and(
              MOVEMENT.FROM_LOCATION_ID.in(places).or(MOVEMENT.TO_LOCATION_ID.in(places)));
    }
    return condition
        .and(filter.lot().map(l -> given(MOVEMENT.LOT, l.code())).orElse(anything()))
        .and(
            filter
                .handlingUnit()
                .map(u -> given(MOVEMENT.HANDLING_UNIT, u.code()))
                .orElse(anything()))
        .and(filter.reference().map(r -> MOVEMENT.REFERENCE.eq(r.code())).orElse(anything()))
        .and(filter.reason().map(r -> MOVEMENT.REASON.eq(r.code())).orElse(anything()))
        .and(filter.by().map(b -> MOVEMENT.AUTHOR.eq(b.code())).orElse(anything()))
        .and(filter.device().map(d -> MOVEMENT.DEVICE.eq(d.code())).orElse(anything()))
        .and(filter.commandId().map(c -> MOVEMENT.COMMAND_ID.eq(c.uuid())).orElse(anything()));
  }

  /// Said twice, because only those with one stand in the index.
  private static Condition given(Field<String> column, String code) {
    return column.eq(code).and(column.ne(DSL.inline("")));
  }

  private static Condition anything() {
    return DSL.noCondition();
  }
}
