package dev.stockwright.server.masterdata.sheet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jooq.Record;

/// The rows of a sheet in the database, many at a time, in the caller's transaction. Everything in
/// its SQL that is not a `?` comes from the sheet itself.
public final class SheetTable {
  private static final String CELL = "\u001f";

  private final DSLContext sql;
  private final Sheet sheet;

  public SheetTable(DSLContext sql, Sheet sheet) {
    this.sql = sql;
    this.sheet = sheet;
  }

  /// What is there of these rows, by [Row#code].
  ///
  /// @param locked nobody else changes them until the transaction ends
  public Map<String, Kept> there(Collection<Row> rows, boolean locked) {
    Object[] keys = new Object[sheet.keys()];
    for (int key = 0; key < keys.length; key++) {
      int at = key;
      keys[key] = rows.stream().map(row -> row.cells().get(at).orElse("")).toArray(String[]::new);
    }
    String names =
        IntStream.range(0, keys.length).mapToObj(i -> "k" + i).collect(Collectors.joining(", "));
    String arrays = String.join(", ", java.util.Collections.nCopies(keys.length, "?::text[]"));
    String found =
        "SELECT "
            + shown()
            + ", "
            + (sheet.versioned() ? "t.version" : "0::bigint")
            + ", "
            + sheet.moved()
            + ", "
            + sheet.units()
            + "::bigint FROM "
            + sheet.table()
            + " t"
            + sheet.joins()
            + " JOIN unnest("
            + arrays
            + ") AS k("
            + names
            + ") ON "
            + IntStream.range(0, keys.length)
                .mapToObj(i -> sheet.columns().get(i).read() + " = k.k" + i)
                .collect(Collectors.joining(" AND "))
            + (locked ? " ORDER BY " + key() + " FOR NO KEY UPDATE OF t" : "");
    Map<String, Kept> there = new HashMap<>();
    for (Record row : sql.fetch(found, keys)) {
      Kept kept =
          new Kept(
              Arrays.asList(row.get(0, String[].class)),
              row.get(1, Long.class),
              row.get(2, Boolean.class),
              row.get(3, Long.class));
      there.put(Row.code(sheet, kept.cells()), kept);
    }
    return there;
  }

  /// A part of all rows in the order of their keys, each with its version.
  ///
  /// @param after the key of the last one before, empty for the first part
  /// @param warehouses that may be shown
  public List<Kept> page(List<String> after, Collection<String> warehouses, int most) {
    List<Object> bound = new ArrayList<>();
    String where = sheet.versioned() ? " WHERE true" : " WHERE t.low_at > 0";
    if (sheet.refersTo(Column.Refers.WAREHOUSE)) {
      where += " AND w.code = ANY(?::text[])";
      bound.add(warehouses.toArray(String[]::new));
    }
    if (!after.isEmpty()) {
      where +=
          " AND ("
              + key()
              + ") > ("
              + String.join(", ", java.util.Collections.nCopies(sheet.keys(), "?::text"))
              + ")";
      bound.addAll(after);
    }
    String page =
        "SELECT "
            + shown()
            + ", "
            + (sheet.versioned() ? "t.version" : "0::bigint")
            + " FROM "
            + sheet.table()
            + " t"
            + sheet.joins()
            + where
            + " ORDER BY "
            + key()
            + " LIMIT "
            + most;
    return sql.fetch(page, bound.toArray())
        .map(
            row ->
                new Kept(
                    Arrays.asList(row.get(0, String[].class)), row.get(1, Long.class), false, 0));
  }

  /// Of what these rows name, that which exists.
  ///
  /// @param warehouses that the author may change
  public SheetRules.Known known(Collection<Row> rows, Set<String> warehouses) {
    Set<String> products = new HashSet<>();
    if (sheet.refersTo(Column.Refers.PRODUCT)) {
      int at = sheet.at("sku");
      String[] wanted =
          rows.stream()
              .flatMap(row -> row.cells().get(at).stream())
              .distinct()
              .toArray(String[]::new);
      sql.fetch(
              "SELECT p.sku FROM unnest(?::text[]) AS k(sku) JOIN product p ON p.sku = k.sku",
              (Object) wanted)
          .forEach(row -> products.add(row.get(0, String.class)));
    }
    Set<String> reasons = new HashSet<>();
    if (sheet.refersTo(Column.Refers.LOCK_REASON)) {
      sql.fetch("SELECT r.code FROM reason r WHERE r.active AND 'lock' = ANY (r.used_for)")
          .forEach(row -> reasons.add(row.get(0, String.class)));
    }
    return new SheetRules.Known(products, warehouses, reasons);
  }

  /// Adds rows.
  ///
  /// @return how many; fewer when somebody else was quicker
  public int create(List<Effect.Create> rows) {
    if (rows.isEmpty()) {
      return 0;
    }
    String add =
        "INSERT INTO "
            + sheet.table()
            + " ("
            + sheet.columns().stream().map(Column::column).collect(Collectors.joining(", "))
            + ") SELECT "
            + IntStream.range(0, sheet.columns().size())
                .mapToObj(this::written)
                .collect(Collectors.joining(", "))
            + given()
            + " ON CONFLICT DO NOTHING";
    List<List<String>> cells = rows.stream().map(Effect.Create::cells).toList();
    int added = sql.execute(add, (Object) packed(cells));
    watch(cells);
    return added;
  }

  /// Changes rows that are at the version that was seen.
  ///
  /// @return how many; fewer when somebody else was quicker
  public int change(List<Effect.Change> rows) {
    if (rows.isEmpty()) {
      return 0;
    }
    int version = sheet.columns().size() + 1;
    String change =
        "UPDATE "
            + sheet.table()
            + " t SET "
            + IntStream.range(sheet.keys(), sheet.columns().size())
                .mapToObj(i -> sheet.columns().get(i).column() + " = " + written(i))
                .collect(Collectors.joining(", "))
            + (sheet.versioned() ? ", version = t.version + 1" : "")
            + given()
            + " WHERE "
            + sheet.same()
            + (sheet.versioned() ? " AND t.version = r.c[" + version + "]::bigint" : "");
    List<List<String>> cells =
        rows.stream()
            .map(
                row -> {
                  List<String> all = new ArrayList<>(row.cells());
                  all.add(Long.toString(row.version()));
                  return all;
                })
            .toList();
    int changed = sql.execute(change, (Object) packed(cells));
    watch(cells);
    return changed;
  }

  private void watch(List<List<String>> cells) {
    if (sheet.name().equals(Sheet.MINIMUMS.name())) {
      Minimums.watch(
          sql,
          cells.stream().map(List::getFirst).toArray(String[]::new),
          cells.stream().map(row -> row.get(1)).toArray(String[]::new),
          cells.stream().map(row -> Long.valueOf(row.get(2))).toArray(Long[]::new));
    }
  }

  private String written(int at) {
    return sheet.columns().get(at).write().replace("%s", "r.c[" + (at + 1) + "]");
  }

  private String given() {
    return " FROM (SELECT string_to_array(u.packed, chr(31)) AS c"
        + " FROM unnest(?::text[]) AS u(packed)) AS r"
        + sheet.writing();
  }

  private static String[] packed(List<List<String>> rows) {
    return rows.stream().map(cells -> String.join(CELL, cells)).toArray(String[]::new);
  }

  private String shown() {
    return "ARRAY["
        + sheet.columns().stream().map(Column::read).collect(Collectors.joining(", "))
        + "]::text[]";
  }

  private String key() {
    return sheet.columns().subList(0, sheet.keys()).stream()
        .map(Column::read)
        .collect(Collectors.joining(", "));
  }
}
