package dev.stockwright.server.masterdata.sheet;

import static dev.stockwright.server.masterdata.sheet.Column.Guard.NONE_AT_THE_DESK;
import static dev.stockwright.server.masterdata.sheet.Column.Guard.OFF_WHEN_EMPTY;
import static dev.stockwright.server.masterdata.sheet.Column.Guard.ONCE_MOVED;
import static dev.stockwright.server.masterdata.sheet.Column.Guard.WHILE_STOCKED;
import static dev.stockwright.server.masterdata.sheet.Grammar.NUMBER_MAX;
import static dev.stockwright.server.masterdata.sheet.Grammar.number;
import static dev.stockwright.server.masterdata.sheet.Grammar.oneOf;
import static dev.stockwright.server.masterdata.sheet.Grammar.text;

import dev.stockwright.protocol.DocumentKind;
import dev.stockwright.vocabulary.Quantity;
import java.util.List;
import java.util.Optional;

/// A kind of master data, with its columns; the first ones are its key.
///
/// @param name in addresses and messages
/// @param keys how many columns are the key
/// @param versioned its rows count their changes
/// @param table where its rows are; `t` in the SQL of its columns
/// @param joins what else is read, by `t`
/// @param writing how the tables that a row refers to are found by its cells `c`
/// @param same which `t` a row of cells `c` is
/// @param moved SQL: goods of it have moved
/// @param units SQL: how many units of it, or in it, there are
public record Sheet(
    String name,
    DocumentKind kind,
    List<Column> columns,
    int keys,
    boolean versioned,
    String table,
    String joins,
    String writing,
    String same,
    String moved,
    String units) {
  private static final String TO_WAREHOUSE = " JOIN warehouse w ON w.id = t.warehouse_id";
  private static final String TO_PRODUCT = " JOIN product p ON p.id = t.product_id";

  /// Columns of places: nothing goes in, nothing goes out, and why.
  static final String LOCKED_IN = "locked_in";

  static final String LOCKED_OUT = "locked_out";
  static final String LOCK_REASON = "lock_reason";
  private static final int COORDINATE_MAX = 100_000_000;

  /// What we keep.
  public static final Sheet PRODUCTS =
      new Sheet(
          "products",
          DocumentKind.PRODUCT,
          List.of(
              Column.text("sku", Grammar.SKU),
              Column.text("name", text(1, 200)),
              Column.text("unit", text(1, 20)).or("piece").guarded(ONCE_MOVED),
              Column.text("category", text(0, 100)).or(""),
              Column.number("unit_cost", number(0, NUMBER_MAX), "bigint").or("0"),
              Column.number("unit_grams", number(0, NUMBER_MAX), "bigint").or("0"),
              Column.number("unit_ml", number(0, NUMBER_MAX), "bigint").or("0"),
              Column.truth("lot_tracked", false).guarded(WHILE_STOCKED),
              Column.truth("serial_tracked", false).guarded(WHILE_STOCKED),
              Column.truth("expiry_tracked", false).guarded(WHILE_STOCKED),
              Column.number("days_left_min", number(0, 3_650), "integer").or("0"),
              Column.text("count_class", oneOf("A", "B", "C")).or("C"),
              Column.words("handling"),
              Column.text("preferred_zone", text(0, 48)).or(""),
              Column.truth("active", true).guarded(NONE_AT_THE_DESK)),
          1,
          true,
          "product",
          "",
          "",
          "t.sku = r.c[1]",
          "EXISTS (SELECT FROM stock_level s WHERE s.product_id = t.id AND s.n > 0)",
          "(SELECT coalesce(sum(s.on_hand), 0) FROM stock_level s WHERE s.product_id = t.id)");

  /// The codes that stand for them.
  public static final Sheet BARCODES =
      new Sheet(
          "barcodes",
          DocumentKind.BARCODE,
          List.of(
              Column.text("code", Grammar.BARCODE),
              Column.product(),
              Column.text("pack", oneOf("each", "inner", "case", "pallet")).or("each"),
              Column.number("units", number(1, Quantity.MAX), "bigint").or("1"),
              Column.text("lot", text(0, 20)).or(""),
              Column.limit("height_mm")),
          1,
          true,
          "barcode",
          TO_PRODUCT,
          " JOIN product p ON p.sku = r.c[2]",
          "t.code = r.c[1]",
          "false",
          "0");

  /// Groups of places.
  public static final Sheet ZONES =
      new Sheet(
          "zones",
          DocumentKind.ZONE,
          List.of(
              Column.warehouse(),
              Column.text("code", text(1, 48)),
              Column.text("name", text(1, 100)),
              Column.truth("active", true)),
          2,
          true,
          "zone",
          TO_WAREHOUSE,
          " JOIN warehouse w ON w.code = r.c[1]",
          "t.warehouse_id = w.id AND t.code = r.c[2]",
          "false",
          "0");

  /// Places.
  public static final Sheet LOCATIONS =
      new Sheet(
          "locations",
          DocumentKind.LOCATION,
          List.of(
              Column.warehouse(),
              Column.text("code", Grammar.LOCATION),
              Column.text("zone", text(0, 48)).or(""),
              Column.text("kind", oneOf("bin", "dock", "staging", "cart", "packing")).or("bin"),
              Column.number("x_mm", number(-COORDINATE_MAX, COORDINATE_MAX), "integer").or("0"),
              Column.number("y_mm", number(-COORDINATE_MAX, COORDINATE_MAX), "integer").or("0"),
              Column.number("z_mm", number(-COORDINATE_MAX, COORDINATE_MAX), "integer").or("0"),
              Column.number("pick_sequence", number(0, 1_000_000_000), "integer").or("0"),
              Column.truth("pick_face", false),
              Column.limit("capacity_units"),
              Column.limit("capacity_grams"),
              Column.limit("capacity_ml"),
              Column.limit("height_mm"),
              Column.text("mixing", oneOf("any", "one_product", "one_lot")).or("any"),
              Column.truth(LOCKED_IN, false).guarded(NONE_AT_THE_DESK),
              Column.truth(LOCKED_OUT, false).guarded(NONE_AT_THE_DESK),
              Column.lockReason().guarded(NONE_AT_THE_DESK),
              Column.truth("active", true).guarded(OFF_WHEN_EMPTY)),
          2,
          true,
          "location",
          TO_WAREHOUSE,
          " JOIN warehouse w ON w.code = r.c[1]",
          "t.warehouse_id = w.id AND t.code = r.c[2]",
          "w.receiving_location = t.code",
          "(SELECT coalesce(sum(b.on_hand), 0) FROM balance b WHERE b.location_id = t.id)");

  /// Who brings goods.
  public static final Sheet SUPPLIERS =
      new Sheet(
          "suppliers",
          DocumentKind.SUPPLIER,
          List.of(
              Column.text("code", text(1, 64)),
              Column.text("name", text(1, 200)),
              Column.number("lead_days", number(0, 1_000), "integer").or("7"),
              Column.text("mail", text(0, 200)).or(""),
              Column.truth("active", true)),
          1,
          true,
          "supplier",
          "",
          "",
          "t.code = r.c[1]",
          "false",
          "0");

  /// Who gets goods.
  public static final Sheet CUSTOMERS =
      new Sheet(
          "customers",
          DocumentKind.CUSTOMER,
          List.of(
              Column.text("code", text(1, 64)),
              Column.text("name", text(1, 200)),
              Column.text("address", text(0, 400)).or(""),
              Column.truth("active", true)),
          1,
          true,
          "customer",
          "",
          "",
          "t.code = r.c[1]",
          "false",
          "0");

  /// Why things are done.
  public static final Sheet REASONS =
      new Sheet(
          "reasons",
          DocumentKind.REASON,
          List.of(
              Column.text("code", text(1, 64)),
              Column.text("name", text(1, 100)),
              Column.words("used_for"),
              Column.truth("active", true)),
          1,
          true,
          "reason",
          "",
          "",
          "t.code = r.c[1]",
          "false",
          "0");

  /// Below what a product is low in a warehouse.
  public static final Sheet MINIMUMS =
      new Sheet(
          "minimums",
          DocumentKind.PRODUCT,
          List.of(
              Column.warehouse(),
              Column.product(),
              Column.text("quantity", number(0, Quantity.MAX))
                  .as("t.low_at::text", "low_at", "%s::bigint")
                  .guarded(NONE_AT_THE_DESK)),
          2,
          false,
          "stock_level",
          TO_WAREHOUSE + TO_PRODUCT,
          " JOIN warehouse w ON w.code = r.c[1] JOIN product p ON p.sku = r.c[2]",
          "t.warehouse_id = w.id AND t.product_id = p.id",
          "false",
          "0");

  /// Sites. A new one needs more than its row, so they are not brought in as a file.
  public static final Sheet WAREHOUSES =
      new Sheet(
          "warehouses",
          DocumentKind.WAREHOUSE,
          List.of(
              Column.text("code", Grammar.WAREHOUSE),
              Column.text("name", text(1, 100)),
              Column.text("time_zone", Grammar.TIME_ZONE).or("UTC"),
              Column.text("receiving_location", Grammar.LOCATION)
                  .or("DOCK")
                  .guarded(NONE_AT_THE_DESK),
              Column.text("kind", oneOf("warehouse", "store")).or("warehouse"),
              Column.truth("active", true).guarded(OFF_WHEN_EMPTY)),
          1,
          true,
          "warehouse",
          "",
          "",
          "t.code = r.c[1]",
          "false",
          "(SELECT coalesce(sum(s.on_hand), 0) FROM stock_level s WHERE s.warehouse_id = t.id)");

  /// All that can be brought in and taken out as a file.
  public static final List<Sheet> ALL =
      List.of(PRODUCTS, BARCODES, ZONES, LOCATIONS, SUPPLIERS, CUSTOMERS, REASONS, MINIMUMS);

  public Sheet {
    columns = List.copyOf(columns);
  }

  /// The sheet with this name.
  public static Optional<Sheet> of(String name) {
    return ALL.stream().filter(sheet -> sheet.name().equals(name)).findFirst();
  }

  /// An empty cell of this column says that it is empty; of another it says nothing.
  public boolean emptyIsAValue(int at) {
    return columns.get(at).otherwise().map(String::isEmpty).orElse(false);
  }

  /// A new row of these cells is one that the desk looks at: closed, or with a minimum.
  public boolean guardsNew(List<String> cells) {
    return !versioned
        || (at("active") >= 0 && cells.get(at("active")).equals("false"))
        || locks(cells);
  }

  /// A place with these cells is locked.
  boolean locks(List<String> cells) {
    return at(LOCKED_IN) >= 0
        && (cells.get(at(LOCKED_IN)).equals("true") || cells.get(at(LOCKED_OUT)).equals("true"));
  }

  /// A barcode as it is kept.
  public static String barcode(String code) {
    return Grammar.BARCODE.canonical("code", code);
  }

  /// Where the column with this name stands; -1 when there is none.
  public int at(String column) {
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).name().equals(column)) {
        return i;
      }
    }
    return -1;
  }

  /// The names of its columns, in their order.
  public List<String> header() {
    return columns.stream().map(Column::name).toList();
  }

  /// A column of the key is in all rows; those of warehouses and products name others.
  boolean refersTo(Column.Refers what) {
    return columns.stream().anyMatch(column -> column.refers() == what);
  }
}
