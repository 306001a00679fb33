package dev.stockwright.server.queries;

import static dev.stockwright.db.tables.Tables.BARCODE;
import static dev.stockwright.db.tables.Tables.LOCATION;
import static dev.stockwright.db.tables.Tables.PRODUCT;
import static dev.stockwright.db.tables.Tables.PURCHASE_ORDER;
import static dev.stockwright.db.tables.Tables.WAREHOUSE;

import dev.stockwright.db.Database;
import dev.stockwright.vocabulary.Gtin;
import dev.stockwright.vocabulary.InvalidValue;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/// What a code stands for, whatever kind of code it is.
public final class LookUpQueries {
  private final Database database;

  public LookUpQueries(Database database) {
    this.database = database;
  }

  /// One thing that a code stands for.
  public sealed interface Found {
    /// Some units of a product.
    ///
    /// @param gtin when the code is one
    record Product(String sku, String name, String pack, long units, Optional<String> gtin)
        implements Found {}

    /// A place.
    record Location(String code, String warehouse, String zone, String kind) implements Found {}

    /// An open purchase order.
    record PurchaseOrder(String number, String supplier, String warehouse) implements Found {}
  }

  /// Everything that `text` stands for in `scope`; mostly one thing, often none.
  public List<Found> find(Scope scope, String text) {
    return database.reading().transactionResult(tx -> find(tx.dsl(), scope, text));
  }

  private static List<Found> find(DSLContext dsl, Scope scope, String text) {
    String[] codes = readings(text).toArray(String[]::new);
    List<Found> found = new ArrayList<>();
    dsl.select(PRODUCT.SKU, PRODUCT.NAME, BARCODE.PACK, BARCODE.UNITS, BARCODE.CODE)
        .from(BARCODE)
        .join(PRODUCT)
        .on(PRODUCT.ID.eq(BARCODE.PRODUCT_ID))
        .where(BARCODE.CODE.eq(DSL.any(codes)))
        .forEach(
            row ->
                found.add(
                    new Found.Product(
                        row.value1(),
                        row.value2(),
                        row.value3(),
                        row.value4(),
                        gtin(row.value5()))));
    dsl.select(PRODUCT.SKU, PRODUCT.NAME)
        .from(PRODUCT)
        .where(PRODUCT.SKU.eq(DSL.any(codes)))
        .forEach(
            row ->
                found.add(
                    new Found.Product(row.value1(), row.value2(), "each", 1, Optional.empty())));
    dsl.select(LOCATION.CODE, WAREHOUSE.CODE, LOCATION.ZONE, LOCATION.KIND)
        .from(LOCATION)
        .join(WAREHOUSE)
        .on(WAREHOUSE.ID.eq(LOCATION.WAREHOUSE_ID))
        .where(scope.holdsWarehouse())
        .and(LOCATION.CODE.eq(DSL.any(codes)))
        .forEach(
            row ->
                found.add(
                    new Found.Location(row.value1(), row.value2(), row.value3(), row.value4())));
    dsl.select(PURCHASE_ORDER.NUMBER, PURCHASE_ORDER.SUPPLIER, WAREHOUSE.CODE)
        .from(PURCHASE_ORDER)
        .join(WAREHOUSE)
        .on(WAREHOUSE.ID.eq(PURCHASE_ORDER.WAREHOUSE_ID))
        .where(scope.holdsWarehouse())
        .and(PURCHASE_ORDER.NUMBER.eq(DSL.any(codes)))
        .and(PURCHASE_ORDER.STATE.eq("open"))
        .forEach(
            row -> found.add(new Found.PurchaseOrder(row.value1(), row.value2(), row.value3())));
    return found;
  }

  /// The codes that a text may be: itself, without an AIM identifier, the GTIN of a GS1 element
  /// string that begins with AI 01, and a GTIN brought to 14 digits.
  static Set<String> readings(String text) {
    Set<String> readings = new LinkedHashSet<>();
    readings.add(text);
    String plain = text.length() > 3 && text.charAt(0) == ']' ? text.substring(3) : text;
    readings.add(plain);
    String bare = plain.startsWith("(01)") ? "01" + plain.substring(4) : plain;
    if (bare.startsWith("01") && bare.length() >= 16) {
      gtin(bare.substring(2, 16)).ifPresent(readings::add);
    }
    gtin(plain).ifPresent(readings::add);
    return readings;
  }

  private static Optional<String> gtin(String digits) {
    try {
      return Optional.of(Gtin.of(digits).digits());
    } catch (InvalidValue notOne) {
      return Optional.empty();
    }
  }
}
