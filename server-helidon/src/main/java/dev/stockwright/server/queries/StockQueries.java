package dev.stockwright.server.queries;

import static dev.stockwright.db.tables.Tables.BALANCE;
import static dev.stockwright.db.tables.Tables.BARCODE;
import static dev.stockwright.db.tables.Tables.INVENTORY;
import static dev.stockwright.db.tables.Tables.LOCATION;
import static dev.stockwright.db.tables.Tables.PRODUCT;
import static dev.stockwright.db.tables.Tables.STOCK_LEVEL;
import static dev.stockwright.db.tables.Tables.WAREHOUSE;

import dev.stockwright.db.Database;
import dev.stockwright.protocol.Level;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.RowN;
import org.jooq.SortField;
import org.jooq.impl.DSL;

/// The stock as it is now. Promises whose time has passed hold nothing.
public final class StockQueries {
  private static final Field<?>[] LEVEL = {
    INVENTORY.QUANTITY,
    INVENTORY.RESERVED_QUANTITY,
    INVENTORY.BLOCKED_QUANTITY,
    INVENTORY.AVAILABLE_QUANTITY,
    INVENTORY.LAST_UPDATED,
    INVENTORY.VERSION,
    INVENTORY.MINIMUM_QUANTITY
  };

  private final Database database;

  public StockQueries(Database database) {
    this.database = database;
  }

  /// Which part of a stock list is wanted.
  ///
  /// @param filter a part of a SKU, name or barcode
  /// @param offset how many lines to leave out; only without `after`
  public record ListRequest(
      StockSort sort,
      boolean descending,
      Optional<String> filter,
      int limit,
      Optional<String> after,
      long offset) {}

  /// A part of a stock list.
  ///
  /// @param total lines in the whole list
  public record StockList(Page<StockLine> page, long total) {}

  /// Goods in one bin.
  public record Bin(
      String location, String lot, String handlingUnit, String condition, long quantity) {}

  /// One product in the warehouses of `scope`, a line each, also where it has never been.
  public List<Level> levels(Scope scope, Sku sku) {
    DSLContext dsl = database.reading();
    return dsl.select(WAREHOUSE.CODE, PRODUCT.SKU)
        .select(LEVEL)
        .from(WAREHOUSE)
        .join(PRODUCT)
        .on(PRODUCT.SKU.eq(sku.code()))
        .leftJoin(INVENTORY)
        .on(INVENTORY.WAREHOUSE_ID.eq(WAREHOUSE.ID))
        .and(INVENTORY.PRODUCT_ID.eq(PRODUCT.ID))
        .where(scope.holdsWarehouse())
        .orderBy(WAREHOUSE.CODE)
        .fetch(StockQueries::level);
  }

  /// True when there is such a product.
  public boolean knows(Sku sku) {
    return database.reading().fetchExists(PRODUCT, PRODUCT.SKU.eq(sku.code()));
  }

  /// A part of the stock of one warehouse.
  public StockList list(Scope scope, WarehouseCode warehouse, ListRequest wanted) {
    return list(
        database.reading(), new Which(scope, Optional.of(warehouse)), wanted, sorting(wanted));
  }

  /// A part of the stock of all warehouses of `scope`, a line for each product in each.
  public StockList list(Scope scope, ListRequest wanted) {
    return Bounded.ask(
        database, dsl -> list(dsl, new Which(scope, Optional.empty()), wanted, sorting(wanted)));
  }

  /// Whose lines: of one warehouse, or of all in the scope.
  private record Which(Scope scope, Optional<WarehouseCode> warehouse) {
    Condition holds() {
      return warehouse
          .map(one -> scope.holdsWarehouse().and(WAREHOUSE.CODE.eq(one.code())))
          .orElseGet(scope::holdsWarehouse);
    }

    /// What tells lines with the same sort value apart.
    List<Field<String>> ties() {
      return warehouse.isPresent() ? List.of(PRODUCT.SKU) : List.of(PRODUCT.SKU, WAREHOUSE.CODE);
    }
  }

  private static Sorting<?> sorting(ListRequest wanted) {
    return switch (wanted.sort()) {
      case SKU -> new Sorting<>(PRODUCT.SKU, text -> text, text -> text);
      case NAME -> new Sorting<>(PRODUCT.NAME.collate("C"), text -> text, text -> text);
      case WAREHOUSE -> new Sorting<>(WAREHOUSE.CODE, text -> text, text -> text);
      case QUANTITY -> amounts(STOCK_LEVEL.ON_HAND);
      case RESERVED -> amounts(STOCK_LEVEL.RESERVED);
      case BLOCKED -> amounts(STOCK_LEVEL.BLOCKED);
      case AVAILABLE ->
          amounts(STOCK_LEVEL.ON_HAND.minus(STOCK_LEVEL.RESERVED).minus(STOCK_LEVEL.BLOCKED));
      case LAST_UPDATED ->
          new Sorting<>(STOCK_LEVEL.UPDATED_AT, OffsetDateTime::parse, OffsetDateTime::toString);
    };
  }

  /// The products of one warehouse that are below their minimum.
  public Page<StockLine> low(
      Scope scope, WarehouseCode warehouse, int limit, Optional<String> after) {
    int from = after.map(cursor -> number(Cursor.parts("low", 1, cursor).getFirst())).orElse(0);
    // The page is found in the index of low ones; only its lines pay for the view.
    var page =
        DSL.select(STOCK_LEVEL.WAREHOUSE_ID, STOCK_LEVEL.PRODUCT_ID)
            .from(STOCK_LEVEL)
            .where(
                STOCK_LEVEL.WAREHOUSE_ID.eq(
                    DSL.field(
                        DSL.select(WAREHOUSE.ID)
                            .from(WAREHOUSE)
                            .where(scope.holdsWarehouse())
                            .and(WAREHOUSE.CODE.eq(warehouse.code())))))
            .and(STOCK_LEVEL.IS_LOW)
            .and(STOCK_LEVEL.PRODUCT_ID.gt(from))
            .orderBy(STOCK_LEVEL.PRODUCT_ID)
            .limit(limit + 1)
            .asTable("page");
    Field<Integer> productId = page.field(STOCK_LEVEL.PRODUCT_ID);
    List<Record> rows =
        database
            .reading()
            .select(WAREHOUSE.CODE, PRODUCT.SKU, PRODUCT.NAME, productId)
            .select(LEVEL)
            .from(page)
            .join(WAREHOUSE)
            .on(WAREHOUSE.ID.eq(page.field(STOCK_LEVEL.WAREHOUSE_ID)))
            .join(PRODUCT)
            .on(PRODUCT.ID.eq(productId))
            .join(INVENTORY)
            .on(INVENTORY.WAREHOUSE_ID.eq(page.field(STOCK_LEVEL.WAREHOUSE_ID)))
            .and(INVENTORY.PRODUCT_ID.eq(productId))
            .orderBy(productId)
            .fetch(row -> row);
    Page<Record> cut =
        Page.cut(rows, limit, row -> Cursor.of("low", row.get(productId).toString()));
    return new Page<>(cut.items().stream().map(StockQueries::line).toList(), cut.next());
  }

  /// Where one product lies in one warehouse.
  public List<Bin> bins(Scope scope, Sku sku, WarehouseCode warehouse) {
    return database
        .reading()
        .select(
            LOCATION.CODE, BALANCE.LOT, BALANCE.HANDLING_UNIT, BALANCE.CONDITION, BALANCE.ON_HAND)
        .from(BALANCE)
        .join(WAREHOUSE)
        .on(WAREHOUSE.ID.eq(BALANCE.WAREHOUSE_ID))
        .join(PRODUCT)
        .on(PRODUCT.ID.eq(BALANCE.PRODUCT_ID))
        .join(LOCATION)
        .on(LOCATION.ID.eq(BALANCE.LOCATION_ID))
        .where(scope.holdsWarehouse())
        .and(WAREHOUSE.CODE.eq(warehouse.code()))
        .and(PRODUCT.SKU.eq(sku.code()))
        .and(BALANCE.ON_HAND.gt(0L))
        .orderBy(LOCATION.CODE, BALANCE.LOT, BALANCE.HANDLING_UNIT, BALANCE.CONDITION)
        .limit(1_000)
        .fetch(
            row -> new Bin(row.value1(), row.value2(), row.value3(), row.value4(), row.value5()));
  }

  /// How a list is sorted, and how the sort value stands in a cursor.
  private record Sorting<K>(Field<K> by, Function<String, K> read, Function<K, String> write) {}

  private static Sorting<Long> amounts(Field<Long> by) {
    return new Sorting<>(by, Long::valueOf, String::valueOf);
  }

  private static <K> StockList list(
      DSLContext dsl, Which which, ListRequest wanted, Sorting<K> sorting) {
    Condition listed =
        which.holds().and(wanted.filter().map(StockQueries::matches).orElse(DSL.noCondition()));
    // The page is found on the plain rows; only its lines pay for the view.
    Field<K> key = sorting.by().as("sort_key");
    var page =
        dsl.select(
                WAREHOUSE.CODE,
                PRODUCT.SKU,
                PRODUCT.NAME,
                STOCK_LEVEL.WAREHOUSE_ID,
                STOCK_LEVEL.PRODUCT_ID,
                key)
            .from(STOCK_LEVEL)
            .join(WAREHOUSE)
            .on(WAREHOUSE.ID.eq(STOCK_LEVEL.WAREHOUSE_ID))
            .join(PRODUCT)
            .on(PRODUCT.ID.eq(STOCK_LEVEL.PRODUCT_ID))
            .where(listed)
            .and(
                wanted
                    .after()
                    .map(cursor -> beyond(which, wanted, sorting, cursor))
                    .orElse(DSL.noCondition()))
            .orderBy(ordered(wanted, sorting.by(), which.ties()))
            .limit(wanted.limit() + 1)
            .offset(wanted.after().isPresent() ? 0 : wanted.offset())
            .asTable("page");
    List<Record> rows =
        dsl.select(page.fields())
            .select(LEVEL)
            .from(page)
            .join(INVENTORY)
            .on(INVENTORY.WAREHOUSE_ID.eq(page.field(STOCK_LEVEL.WAREHOUSE_ID)))
            .and(INVENTORY.PRODUCT_ID.eq(page.field(STOCK_LEVEL.PRODUCT_ID)))
            .orderBy(
                ordered(
                    wanted,
                    page.field(key),
                    which.ties().stream().map(f -> page.field(f)).toList()))
            .fetch(row -> row);
    long total =
        dsl.selectCount()
            .from(STOCK_LEVEL)
            .join(WAREHOUSE)
            .on(WAREHOUSE.ID.eq(STOCK_LEVEL.WAREHOUSE_ID))
            .join(PRODUCT)
            .on(PRODUCT.ID.eq(STOCK_LEVEL.PRODUCT_ID))
            .where(listed)
            .fetchSingle()
            .value1();
    Page<Record> cut = Page.cut(rows, wanted.limit(), row -> cursor(which, wanted, sorting, row));
    return new StockList(
        new Page<>(cut.items().stream().map(StockQueries::line).toList(), cut.next()), total);
  }

  private static <K> String cursor(
      Which which, ListRequest wanted, Sorting<K> sorting, Record row) {
    List<String> parts = new ArrayList<>();
    parts.add(sorting.write().apply(row.get("sort_key", sorting.by().getType())));
    which.ties().forEach(tie -> parts.add(row.get(tie.getName(), String.class)));
    return Cursor.of(kind(wanted), parts.toArray(String[]::new));
  }

  private static String kind(ListRequest wanted) {
    return wanted.sort() + (wanted.descending() ? "-" : "+");
  }

  private static <K> Condition beyond(
      Which which, ListRequest wanted, Sorting<K> sorting, String cursor) {
    List<Field<String>> ties = which.ties();
    List<String> parts = Cursor.parts(kind(wanted), 1 + ties.size(), cursor);
    List<Field<?>> line = new ArrayList<>(ties);
    line.addFirst(sorting.by());
    List<Object> last = new ArrayList<>(parts);
    try {
      last.set(0, sorting.read().apply(parts.getFirst()));
    } catch (RuntimeException e) {
      throw Cursor.unknown();
    }
    RowN now = DSL.row(line);
    return wanted.descending() ? now.lt(DSL.row(last)) : now.gt(DSL.row(last));
  }

  private static List<SortField<?>> ordered(
      ListRequest wanted, Field<?> by, List<? extends Field<?>> ties) {
    return Stream.concat(Stream.of(by), ties.stream())
        .<SortField<?>>map(field -> wanted.descending() ? field.desc() : field.asc())
        .toList();
  }

  /// By id, so that the indexes of parts of names find the products first.
  private static Condition matches(String text) {
    return PRODUCT.ID.in(
        DSL.select(PRODUCT.ID)
            .from(PRODUCT)
            .where(PRODUCT.SKU.containsIgnoreCase(text).or(PRODUCT.NAME.containsIgnoreCase(text)))
            .union(
                DSL.select(BARCODE.PRODUCT_ID).from(BARCODE).where(BARCODE.CODE.contains(text))));
  }

  private static StockLine line(Record row) {
    Long minimum = row.get(INVENTORY.MINIMUM_QUANTITY);
    return new StockLine(level(row), row.get("name", String.class), minimum == null ? 0 : minimum);
  }

  private static Level level(Record row) {
    Sku sku = new Sku(row.get("sku", String.class));
    WarehouseCode warehouse = new WarehouseCode(row.get("code", String.class));
    Long quantity = row.get(INVENTORY.QUANTITY);
    if (quantity == null) {
      return new Level(sku, warehouse, 0, 0, 0, 0, Instant.EPOCH, 0);
    }
    return new Level(
        sku,
        warehouse,
        quantity,
        row.get(INVENTORY.RESERVED_QUANTITY),
        row.get(INVENTORY.BLOCKED_QUANTITY),
        row.get(INVENTORY.AVAILABLE_QUANTITY),
        row.get(INVENTORY.LAST_UPDATED).toInstant(),
        row.get(INVENTORY.VERSION));
  }

  private static int number(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw Cursor.unknown();
    }
  }
}
