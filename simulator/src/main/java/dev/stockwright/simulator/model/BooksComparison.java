package dev.stockwright.simulator.model;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The books of the model beside the levels and balances of the database.
final class BooksComparison {
  private static final String LEVELS =
      """
      SELECT w.code, p.sku, l.on_hand, l.blocked,
             coalesce((SELECT sum(r.quantity)
                         FROM reservation_line r JOIN reservation v ON v.id = r.reservation_id
                        WHERE r.open AND r.warehouse_id = l.warehouse_id
                          AND r.product_id = l.product_id
                          AND (v.expires_at IS NULL OR v.expires_at > ?)), 0) AS reserved,
             coalesce((SELECT string_agg(format('%s/%s/%s/%s=%s', o.code, b.lot, b.handling_unit,
                                                b.condition, b.on_hand), ' '
                                         ORDER BY o.code COLLATE "C", b.lot, b.handling_unit,
                                                  b.condition)
                         FROM balance b JOIN location o ON o.id = b.location_id
                        WHERE b.warehouse_id = l.warehouse_id AND b.product_id = l.product_id
                          AND b.on_hand > 0), '') AS piles
        FROM stock_level l
        JOIN warehouse w ON w.id = l.warehouse_id
        JOIN product p ON p.id = l.product_id
      """;

  private final Connection connection;
  private final Instant now;

  BooksComparison(Connection connection, Instant now) {
    this.connection = connection;
    this.now = now;
  }

  void compare(List<HistoryRun> runs, List<String> complaints) throws SQLException {
    Map<String, String> stored = stored();
    for (HistoryRun run : runs) {
      Books books = run.books();
      for (Shelf shelf : books.shelves()) {
        String name = shelf.warehouse() + " " + shelf.sku();
        String expected = expected(books, shelf);
        String found = stored.getOrDefault(name, "nothing");
        if (!expected.equals(found)) {
          complaints.add(
              "history %d, %s: the model has %s, the database %s"
                  .formatted(run.names().number(), name, expected, found));
        }
      }
    }
  }

  private String expected(Books books, Shelf shelf) {
    Map<String, Long> piles = new TreeMap<>();
    StringBuilder text = new StringBuilder();
    books
        .piles(shelf)
        .forEach(
            (goods, quantity) ->
                piles.put(
                    String.join(
                        "\u0000",
                        goods.location().code(),
                        goods.lot(),
                        goods.handlingUnit(),
                        goods.condition().code()),
                    quantity));
    piles.forEach(
        (key, quantity) ->
            text.append(text.isEmpty() ? "" : " ")
                .append(key.replace('\u0000', '/'))
                .append('=')
                .append(quantity));
    return shown(
        books.onHand(shelf), books.blocked(shelf), books.reserved(shelf, now), text.toString());
  }

  private Map<String, String> stored() throws SQLException {
    Map<String, String> stored = new HashMap<>();
    try (PreparedStatement statement = connection.prepareStatement(LEVELS)) {
      statement.setTimestamp(1, Timestamp.from(now));
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          stored.put(
              rows.getString(1) + " " + rows.getString(2),
              shown(rows.getLong(3), rows.getLong(4), rows.getLong(5), rows.getString(6)));
        }
      }
    }
    return stored;
  }

  private static String shown(long onHand, long blocked, long reserved, String piles) {
    return "on hand " + onHand + ", blocked " + blocked + ", reserved " + reserved + ": " + piles;
  }
}
