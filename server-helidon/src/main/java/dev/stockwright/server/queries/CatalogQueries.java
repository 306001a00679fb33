package dev.stockwright.server.queries;

import static dev.stockwright.db.tables.Tables.BARCODE;
import static dev.stockwright.db.tables.Tables.CUSTOMER;
import static dev.stockwright.db.tables.Tables.PRODUCT;
import static dev.stockwright.db.tables.Tables.REASON;
import static dev.stockwright.db.tables.Tables.SETTING;
import static dev.stockwright.db.tables.Tables.SUPPLIER;
import static dev.stockwright.db.tables.Tables.WAREHOUSE;

import dev.stockwright.db.Database;
import dev.stockwright.server.putaway.Heights;
import dev.stockwright.vocabulary.Gtin;
import dev.stockwright.vocabulary.InvalidValue;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectOnConditionStep;
import org.jooq.impl.DSL;

/// What all warehouses share, with the versions that a change is made from.
public final class CatalogQueries {
  private final Database database;

  public CatalogQueries(Database database) {
    this.database = database;
  }

  /// What we keep, whole.
  public record ProductCard(
      String sku,
      String name,
      String unit,
      String category,
      long unitCost,
      long unitGrams,
      long unitMl,
      boolean lotTracked,
      boolean serialTracked,
      boolean expiryTracked,
      int daysLeftMin,
      String countClass,
      List<String> handling,
      String preferredZone,
      boolean active,
      long version,
      List<BarcodeCard> barcodes) {}

  /// A code that stands for some units of a product.
  public record BarcodeCard(
      String code,
      String sku,
      String pack,
      long units,
      Optional<String> lot,
      Optional<Long> heightMm,
      Optional<String> learnedBy,
      Optional<Instant> learnedAt,
      long version) {}

  /// A group of products.
  public record CategoryItem(String category, long products) {}

  /// Who brings goods.
  public record SupplierItem(
      String code, String name, int leadDays, String mail, boolean active, long version) {}

  /// Who gets goods.
  public record CustomerItem(
      String code, String name, String address, boolean active, long version) {}

  /// Why something is done.
  public record ReasonItem(
      String code, String name, List<String> usedFor, boolean active, long version) {}

  /// How something is done.
  ///
  /// @param warehouse absent: in all of them
  public record SettingItem(
      String setting,
      Optional<String> warehouse,
      String value,
      Instant changedAt,
      String changedBy,
      long version) {}

  public Optional<ProductCard> product(String sku) {
    return database
        .reading()
        .selectFrom(PRODUCT)
        .where(PRODUCT.SKU.eq(sku))
        .fetchOptional(
            row ->
                new ProductCard(
                    row.getSku(),
                    row.getName(),
                    row.getUnit(),
                    row.getCategory(),
                    row.getUnitCost(),
                    row.getUnitGrams(),
                    row.getUnitMl(),
                    row.getLotTracked(),
                    row.getSerialTracked(),
                    row.getExpiryTracked(),
                    row.getDaysLeftMin(),
                    row.getCountClass(),
                    List.of(row.getHandling()),
                    row.getPreferredZone(),
                    row.getActive(),
                    row.getVersion(),
                    barcodes()
                        .where(BARCODE.PRODUCT_ID.eq(row.getId()))
                        .orderBy(BARCODE.UNITS, BARCODE.CODE)
                        .limit(100)
                        .fetch(CatalogQueries::barcode)));
  }

  /// Codes in the order of themselves, of one product or of all.
  public Page<BarcodeCard> barcodes(Optional<String> sku, int limit, Optional<String> after) {
    List<BarcodeCard> rows =
        barcodes()
            .where(sku.map(PRODUCT.SKU::eq).orElse(DSL.noCondition()))
            .and(beyond(after, "barcode", BARCODE.CODE))
            .orderBy(BARCODE.CODE)
            .limit(limit + 1)
            .fetch(CatalogQueries::barcode);
    return Page.cut(rows, limit, item -> Cursor.of("barcode", item.code()));
  }

  /// What a code stands for; a GTIN may be given with 8, 12 or 13 digits as well.
  public Optional<BarcodeCard> barcode(String code) {
    return barcodes().where(BARCODE.CODE.in(code, gtin(code))).fetchOptional(row -> barcode(row));
  }

  private SelectOnConditionStep<Record> barcodes() {
    return database
        .reading()
        .select(PRODUCT.SKU, Heights.OF_PACK, BARCODE.asterisk())
        .from(BARCODE)
        .join(PRODUCT)
        .on(PRODUCT.ID.eq(BARCODE.PRODUCT_ID));
  }

  private static BarcodeCard barcode(Record row) {
    return new BarcodeCard(
        row.get(BARCODE.CODE),
        row.get(PRODUCT.SKU),
        row.get(BARCODE.PACK),
        row.get(BARCODE.UNITS),
        Optional.of(row.get(BARCODE.LOT)).filter(lot -> !lot.isEmpty()),
        Optional.ofNullable(row.get(Heights.OF_PACK)),
        Optional.ofNullable(row.get(BARCODE.LEARNED_BY)),
        Optional.ofNullable(row.get(BARCODE.LEARNED_AT)).map(OffsetDateTime::toInstant),
        row.get(BARCODE.VERSION));
  }

  public Page<CategoryItem> categories(int limit, Optional<String> after) {
    Field<Long> products = DSL.count().cast(Long.class);
    List<CategoryItem> rows =
        database
            .reading()
            .select(PRODUCT.CATEGORY, products)
            .from(PRODUCT)
            .where(beyond(after, "category", PRODUCT.CATEGORY))
            .groupBy(PRODUCT.CATEGORY)
            .orderBy(PRODUCT.CATEGORY)
            .limit(limit + 1)
            .fetch(row -> new CategoryItem(row.value1(), row.value2()));
    return Page.cut(rows, limit, item -> Cursor.of("category", item.category()));
  }

  /// @param name a part of the name or of the code
  public Page<SupplierItem> suppliers(Optional<String> name, int limit, Optional<String> after) {
    List<SupplierItem> rows =
        database
            .reading()
            .selectFrom(SUPPLIER)
            .where(named(name, SUPPLIER.NAME, SUPPLIER.CODE))
            .and(beyond(after, "supplier", SUPPLIER.CODE))
            .orderBy(SUPPLIER.CODE)
            .limit(limit + 1)
            .fetch(
                row ->
                    new SupplierItem(
                        row.getCode(),
                        row.getName(),
                        row.getLeadDays(),
                        row.getMail(),
                        row.getActive(),
                        row.getVersion()));
    return Page.cut(rows, limit, item -> Cursor.of("supplier", item.code()));
  }

  public Optional<SupplierItem> supplier(String code) {
    return database
        .reading()
        .selectFrom(SUPPLIER)
        .where(SUPPLIER.CODE.eq(code))
        .fetchOptional(
            row ->
                new SupplierItem(
                    row.getCode(),
                    row.getName(),
                    row.getLeadDays(),
                    row.getMail(),
                    row.getActive(),
                    row.getVersion()));
  }

  /// @param name a part of the name or of the code
  public Page<CustomerItem> customers(Optional<String> name, int limit, Optional<String> after) {
    List<CustomerItem> rows =
        database
            .reading()
            .selectFrom(CUSTOMER)
            .where(named(name, CUSTOMER.NAME, CUSTOMER.CODE))
            .and(beyond(after, "customer", CUSTOMER.CODE))
            .orderBy(CUSTOMER.CODE)
            .limit(limit + 1)
            .fetch(
                row ->
                    new CustomerItem(
                        row.getCode(),
                        row.getName(),
                        row.getAddress(),
                        row.getActive(),
                        row.getVersion()));
    return Page.cut(rows, limit, item -> Cursor.of("customer", item.code()));
  }

  public Optional<CustomerItem> customer(String code) {
    return database
        .reading()
        .selectFrom(CUSTOMER)
        .where(CUSTOMER.CODE.eq(code))
        .fetchOptional(
            row ->
                new CustomerItem(
                    row.getCode(),
                    row.getName(),
                    row.getAddress(),
                    row.getActive(),
                    row.getVersion()));
  }

  /// @param use such as `adjust`; any when absent
  public Page<ReasonItem> reasons(Optional<String> use, int limit, Optional<String> after) {
    List<ReasonItem> rows =
        database
            .reading()
            .selectFrom(REASON)
            .where(
                use.map(word -> DSL.val(word).eq(DSL.any(REASON.USED_FOR)))
                    .orElse(DSL.noCondition()))
            .and(beyond(after, "reason", REASON.CODE))
            .orderBy(REASON.CODE)
            .limit(limit + 1)
            .fetch(
                row ->
                    new ReasonItem(
                        row.getCode(),
                        row.getName(),
                        List.of(row.getUsedFor()),
                        row.getActive(),
                        row.getVersion()));
    return Page.cut(rows, limit, item -> Cursor.of("reason", item.code()));
  }

  /// Settings of all warehouses together and of those in `scope`.
  public Page<SettingItem> settings(Scope scope, int limit, Optional<String> after) {
    Condition beyond =
        after
            .map(cursor -> Cursor.parts("setting", 2, cursor))
            .map(
                parts ->
                    DSL.row(SETTING.NAME, DSL.coalesce(WAREHOUSE.CODE, DSL.inline("")))
                        .gt(parts.get(0), parts.get(1)))
            .orElse(DSL.noCondition());
    List<SettingItem> rows =
        database
            .reading()
            .select(SETTING.asterisk(), WAREHOUSE.CODE)
            .from(SETTING)
            .leftJoin(WAREHOUSE)
            .on(WAREHOUSE.ID.eq(SETTING.WAREHOUSE_ID))
            .where(SETTING.WAREHOUSE_ID.eq(0).or(scope.holdsWarehouse()))
            .and(beyond)
            .orderBy(SETTING.NAME, DSL.coalesce(WAREHOUSE.CODE, DSL.inline("")))
            .limit(limit + 1)
            .fetch(
                row ->
                    new SettingItem(
                        row.get(SETTING.NAME),
                        Optional.ofNullable(row.get(WAREHOUSE.CODE)),
                        row.get(SETTING.VALUE),
                        row.get(SETTING.CHANGED_AT).toInstant(),
                        row.get(SETTING.CHANGED_BY),
                        row.get(SETTING.VERSION)));
    return Page.cut(
        rows, limit, item -> Cursor.of("setting", item.setting(), item.warehouse().orElse("")));
  }

  private static Condition beyond(Optional<String> after, String kind, Field<String> key) {
    return after
        .map(cursor -> key.gt(Cursor.parts(kind, 1, cursor).getFirst()))
        .orElse(DSL.noCondition());
  }

  private static Condition named(Optional<String> part, Field<String> name, Field<String> code) {
    return part.map(text -> name.containsIgnoreCase(text).or(code.containsIgnoreCase(text)))
        .orElse(DSL.noCondition());
  }

  private static String gtin(String code) {
    try {
      return Gtin.of(code).digits();
    } catch (InvalidValue another) {
      return code;
    }
  }
}
