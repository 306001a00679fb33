package dev.stockwright.simulator.offline;

import dev.stockwright.client.ClientCore;
import dev.stockwright.client.WarehouseDesk;
import dev.stockwright.client.known.Balance;
import dev.stockwright.simulator.stack.Books;
import dev.stockwright.vocabulary.HandlingUnit;
import dev.stockwright.vocabulary.LotCode;
import dev.stockwright.vocabulary.Sku;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Holds what a device knows of NORTH against the database.
public record SameBooks(Set<String> balances, Set<String> levels, List<Sku> products) {
  public static SameBooks of(Books books) throws SQLException {
    Set<String> balances =
        rows(
            books,
            "SELECT concat_ws(' ', p.sku, l.code, coalesce(nullif(b.lot, ''), '-'),"
                + " coalesce(nullif(b.handling_unit, ''), '-'), b.condition, b.on_hand)"
                + " FROM balance b JOIN product p ON p.id = b.product_id"
                + " JOIN location l ON l.id = b.location_id"
                + " JOIN warehouse w ON w.id = b.warehouse_id"
                + " WHERE w.code = 'NORTH' AND b.on_hand > 0 AND l.kind <> 'virtual'");
    Set<String> levels =
        rows(
            books,
            "SELECT concat_ws(' ', p.sku, s.on_hand, s.reserved, s.blocked) FROM stock_level s"
                + " JOIN product p ON p.id = s.product_id"
                + " JOIN warehouse w ON w.id = s.warehouse_id"
                + " WHERE w.code = 'NORTH' AND s.n > 0");
    List<Sku> products =
        levels.stream().map(row -> new Sku(row.substring(0, row.indexOf(' ')))).toList();
    return new SameBooks(balances, levels, products);
  }

  private static Set<String> rows(Books books, String sql) throws SQLException {
    Set<String> rows = new TreeSet<>();
    try (Statement statement = books.connection().createStatement();
        ResultSet found = statement.executeQuery(sql)) {
      while (found.next()) {
        rows.add(found.getString(1));
      }
    }
    return rows;
  }

  /// What is otherwise on the device; empty when all is the same.
  public List<String> differences(ClientCore core) {
    WarehouseDesk desk = core.desk().orElseThrow();
    Set<String> held = new TreeSet<>();
    desk.balances().all().forEach(balance -> held.add(row(balance)));
    Set<String> shown = new TreeSet<>();
    for (Sku sku : products) {
      var here = desk.stock().level(sku);
      here.level()
          .ifPresent(
              level ->
                  shown.add(
                      sku
                          + " "
                          + level.quantity()
                          + " "
                          + level.reserved()
                          + " "
                          + level.blocked()));
      if (here.pending() != 0) {
        shown.add(sku + " has " + here.pending() + " to come");
      }
    }
    List<String> all = new ArrayList<>();
    compare("balance", balances, held, all);
    compare("level", levels, shown, all);
    return all;
  }

  private static void compare(String what, Set<String> right, Set<String> here, List<String> all) {
    right.stream()
        .filter(row -> !here.contains(row))
        .forEach(row -> all.add("no " + what + " " + row));
    here.stream()
        .filter(row -> !right.contains(row))
        .forEach(row -> all.add("a " + what + " " + row));
  }

  private static String row(Balance b) {
    return String.join(
        " ",
        b.sku().code(),
        b.location().code(),
        b.lot().map(LotCode::code).orElse("-"),
        b.unit().map(HandlingUnit::code).orElse("-"),
        b.condition().code(),
        Long.toString(b.units()));
  }
}
