package dev.stockwright.server.masterdata.site;

import dev.stockwright.db.tables.Tables;
import dev.stockwright.server.masterdata.sheet.Minimums;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/// A site as rows, inside one transaction. Each statement takes up to [#ROWS] rows as arrays, so
/// that none comes near the time limit of a statement. Belongs to one thread.
final class SiteRows {
  private static final int ROWS = 20_000;

  private final DSLContext dsl;
  private Map<String, Integer> warehouses = Map.of();
  private Map<String, Integer> products = Map.of();

  SiteRows(DSLContext dsl) {
    this.dsl = dsl;
  }

  long write(Site site) {
    long rows = writeWarehouses(site.warehouses());
    warehouses = ids(Tables.WAREHOUSE, Tables.WAREHOUSE.CODE, Tables.WAREHOUSE.ID);
    rows += writeLocations(site.locations());
    checkReceivingLocations();
    rows += writeProducts(site.products());
    products = ids(Tables.PRODUCT, Tables.PRODUCT.SKU, Tables.PRODUCT.ID);
    rows += writeBarcodes(site.barcodes());
    rows += writeMinimums(site.minimums());
    return rows + writePurchaseOrders(site.purchaseOrders());
  }

  private long writeWarehouses(List<Site.Warehouse> all) {
    long rows =
        inParts(
            """
            INSERT INTO warehouse (code, name, time_zone, receiving_location)
            SELECT * FROM unnest(?::text[], ?::text[], ?::text[], ?::text[])
            ON CONFLICT (code) DO UPDATE
               SET name = excluded.name, time_zone = excluded.time_zone,
                   receiving_location = excluded.receiving_location
             WHERE (warehouse.name, warehouse.time_zone, warehouse.receiving_location)
                   IS DISTINCT FROM
                   (excluded.name, excluded.time_zone, excluded.receiving_location)
            """,
            all,
            texts(w -> w.code().code()),
            texts(Site.Warehouse::name),
            texts(w -> w.timeZone().getId()),
            texts(w -> w.receivingLocation().code()));
    return rows
        + dsl.execute(
            """
            INSERT INTO warehouse_counter (warehouse_id)
            SELECT id FROM warehouse
            ON CONFLICT DO NOTHING
            """);
  }

  private long writeLocations(List<Site.Location> all) {
    return inParts(
        """
        INSERT INTO location (warehouse_id, code, zone, kind)
        SELECT * FROM unnest(?::int[], ?::text[], ?::text[], ?::text[])
        ON CONFLICT (warehouse_id, code) DO UPDATE
           SET zone = excluded.zone, kind = excluded.kind
         WHERE (location.zone, location.kind) IS DISTINCT FROM (excluded.zone, excluded.kind)
        """,
        all,
        numbers(l -> warehouse(l.warehouse())),
        texts(l -> l.code().code()),
        texts(Site.Location::zone),
        texts(l -> l.kind().word()));
  }

  private void checkReceivingLocations() {
    refuseFirst(
        dsl.fetch(
            """
            SELECT w.code, w.receiving_location FROM warehouse w
             WHERE NOT EXISTS (SELECT FROM location l
                                WHERE l.warehouse_id = w.id AND l.code = w.receiving_location)
             LIMIT 1
            """),
        "The receiving location of warehouse %s, %s, is none of its locations");
  }

  private long writeProducts(List<Site.Product> all) {
    return inParts(
        """
        INSERT INTO product (sku, name, unit, lot_tracked, serial_tracked)
        SELECT * FROM unnest(?::text[], ?::text[], ?::text[], ?::boolean[], ?::boolean[])
        ON CONFLICT (sku) DO UPDATE
           SET name = excluded.name, unit = excluded.unit,
               lot_tracked = excluded.lot_tracked, serial_tracked = excluded.serial_tracked
         WHERE (product.name, product.unit, product.lot_tracked, product.serial_tracked)
               IS DISTINCT FROM
               (excluded.name, excluded.unit, excluded.lot_tracked, excluded.serial_tracked)
        """,
        all,
        texts(p -> p.sku().code()),
        texts(Site.Product::name),
        texts(Site.Product::unit),
        column(Boolean[]::new, Site.Product::lotTracked),
        column(Boolean[]::new, Site.Product::serialTracked));
  }

  private long writeBarcodes(List<Site.Barcode> all) {
    for (List<Site.Barcode> part : parts(all)) {
      refuseFirst(
          dsl.fetch(
              """
              SELECT b.code, p.sku
                FROM unnest(?::text[], ?::int[]) AS wanted (code, product_id)
                JOIN barcode b ON b.code = wanted.code AND b.product_id <> wanted.product_id
                JOIN product p ON p.id = b.product_id
               LIMIT 1
              """,
              texts(Site.Barcode::code).apply(part),
              numbers((Site.Barcode b) -> product(b.sku())).apply(part)),
          "The barcode %s already stands for %s; take it off there first");
    }
    return inParts(
        """
        INSERT INTO barcode (code, product_id, pack, units)
        SELECT * FROM unnest(?::text[], ?::int[], ?::text[], ?::bigint[])
        ON CONFLICT (code) DO UPDATE SET pack = excluded.pack, units = excluded.units
         WHERE (barcode.pack, barcode.units) IS DISTINCT FROM (excluded.pack, excluded.units)
        """,
        all,
        texts(Site.Barcode::code),
        numbers(b -> product(b.sku())),
        texts(b -> b.pack().word()),
        column(Long[]::new, Site.Barcode::units));
  }

  private long writeMinimums(List<Site.Minimum> all) {
    Comparator<Site.Minimum> inLockOrder = Comparator.comparingInt(m -> warehouse(m.warehouse()));
    List<Site.Minimum> sorted =
        all.stream().sorted(inLockOrder.thenComparingInt(m -> product(m.sku()))).toList();
    long rows =
        inParts(
            """
            INSERT INTO stock_level (warehouse_id, product_id, low_at)
            SELECT * FROM unnest(?::int[], ?::int[], ?::bigint[])
            ON CONFLICT (warehouse_id, product_id) DO UPDATE SET low_at = excluded.low_at
             WHERE stock_level.low_at <> excluded.low_at
            """,
            sorted,
            numbers(m -> warehouse(m.warehouse())),
            numbers(m -> product(m.sku())),
            column(Long[]::new, Site.Minimum::lowAt));
    for (List<Site.Minimum> part : parts(sorted)) {
      Minimums.watch(
          dsl,
          part.stream().map(each -> each.warehouse().code()).toArray(String[]::new),
          part.stream().map(each -> each.sku().code()).toArray(String[]::new),
          part.stream().map(Site.Minimum::lowAt).toArray(Long[]::new));
    }
    return rows;
  }

  private long writePurchaseOrders(List<Site.PurchaseOrder> all) {
    for (List<Site.PurchaseOrder> part : parts(all)) {
      refuseFirst(
          dsl.fetch(
              """
              SELECT o.number, w.code
                FROM unnest(?::text[], ?::int[]) AS wanted (number, warehouse_id)
                JOIN purchase_order o
                  ON o.number = wanted.number AND o.warehouse_id <> wanted.warehouse_id
                JOIN warehouse w ON w.id = o.warehouse_id
               LIMIT 1
              """,
              texts((Site.PurchaseOrder o) -> o.number().code()).apply(part),
              numbers((Site.PurchaseOrder o) -> warehouse(o.warehouse())).apply(part)),
          "The purchase order %s belongs to warehouse %s already");
    }
    long rows =
        inParts(
            """
            INSERT INTO purchase_order (number, warehouse_id, supplier, expected_on)
            SELECT * FROM unnest(?::text[], ?::int[], ?::text[], ?::date[])
            ON CONFLICT (number) DO UPDATE
               SET supplier = excluded.supplier, expected_on = excluded.expected_on
             WHERE (purchase_order.supplier, purchase_order.expected_on)
                   IS DISTINCT FROM (excluded.supplier, excluded.expected_on)
            """,
            all,
            texts(o -> o.number().code()),
            numbers(o -> warehouse(o.warehouse())),
            texts(Site.PurchaseOrder::supplier),
            texts(o -> o.expectedOn().map(Object::toString).orElse(null)));
    return rows + writeLines(all);
  }

  private record NumberedLine(Reference number, Site.Line line) {}

  private long writeLines(List<Site.PurchaseOrder> orders) {
    List<NumberedLine> all = new ArrayList<>();
    orders.forEach(o -> o.lines().forEach(l -> all.add(new NumberedLine(o.number(), l))));
    for (List<NumberedLine> part : parts(all)) {
      refuseFirst(
          dsl.fetch(
              """
              SELECT o.number, l.line, p.sku
                FROM unnest(?::text[], ?::int[], ?::int[]) AS wanted (number, line, product_id)
                JOIN purchase_order o ON o.number = wanted.number
                JOIN purchase_order_line l ON l.purchase_order_id = o.id
                 AND (l.line = wanted.line) <> (l.product_id = wanted.product_id)
                JOIN product p ON p.id = l.product_id
               LIMIT 1
              """,
              texts((NumberedLine l) -> l.number().code()).apply(part),
              numbers((NumberedLine l) -> l.line().line()).apply(part),
              numbers((NumberedLine l) -> product(l.line().sku())).apply(part)),
          "The purchase order %s has line %s for %s already; the new lines contradict that");
    }
    return inParts(
        """
        INSERT INTO purchase_order_line (purchase_order_id, line, product_id, ordered, over_percent)
        SELECT o.id, wanted.line, wanted.product_id, wanted.ordered, wanted.over_percent
          FROM unnest(?::text[], ?::int[], ?::int[], ?::bigint[], ?::int[])
            AS wanted (number, line, product_id, ordered, over_percent)
          JOIN purchase_order o ON o.number = wanted.number
        ON CONFLICT (purchase_order_id, line) DO UPDATE
           SET ordered = excluded.ordered, over_percent = excluded.over_percent
         WHERE (purchase_order_line.ordered, purchase_order_line.over_percent)
               IS DISTINCT FROM (excluded.ordered, excluded.over_percent)
        """,
        all,
        texts(l -> l.number().code()),
        numbers(l -> l.line().line()),
        numbers(l -> product(l.line().sku())),
        column(Long[]::new, l -> l.line().ordered().units()),
        numbers(l -> l.line().overPercent()));
  }

  // Rows as arrays ------------------------------------------------------------------------------

  /// One column of a list of records, as the array that PostgreSQL takes.
  private interface Column<T> extends Function<List<T>, Object[]> {}

  private static <T, V extends @Nullable Object> Column<T> column(
      IntFunction<V[]> array, Function<T, V> value) {
    return part -> {
      V[] values = array.apply(part.size());
      for (int i = 0; i < values.length; i++) {
        values[i] = value.apply(part.get(i));
      }
      return values;
    };
  }

  private static <T> Column<T> texts(Function<T, @Nullable String> value) {
    return column(String[]::new, value);
  }

  private static <T> Column<T> numbers(Function<T, Integer> value) {
    return column(Integer[]::new, value);
  }

  @SafeVarargs
  private <T> long inParts(String sql, List<T> all, Column<T>... columns) {
    long rows = 0;
    for (List<T> part : parts(all)) {
      Object[] arrays = new Object[columns.length];
      for (int i = 0; i < columns.length; i++) {
        arrays[i] = columns[i].apply(part);
      }
      rows += dsl.execute(sql, arrays);
    }
    return rows;
  }

  private static <T> List<List<T>> parts(List<T> all) {
    List<List<T>> parts = new ArrayList<>();
    for (int from = 0; from < all.size(); from += ROWS) {
      parts.add(all.subList(from, Math.min(all.size(), from + ROWS)));
    }
    return parts;
  }

  // References ------------------------------------------------------------------------------------

  private <R extends Record> Map<String, Integer> ids(
      Table<R> table, Field<String> code, Field<Integer> id) {
    Map<String, Integer> ids = new HashMap<>();
    dsl.select(code, id).from(table).forEach(row -> ids.put(row.value1(), row.value2()));
    return ids;
  }

  private int warehouse(WarehouseCode code) {
    Integer id = warehouses.get(code.code());
    if (id == null) {
      throw new SiteUnfit("There is no warehouse " + code + "; add it or correct the code");
    }
    return id;
  }

  private int product(Sku sku) {
    Integer id = products.get(sku.code());
    if (id == null) {
      throw new SiteUnfit("There is no product " + sku + "; add it or correct the SKU");
    }
    return id;
  }

  private static void refuseFirst(List<? extends Record> found, String sentence) {
    if (!found.isEmpty()) {
      throw new SiteUnfit(sentence.formatted(found.getFirst().intoArray()));
    }
  }
}
