package dev.stockwright.simulator.walk;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Goods, levels and promises as the tables have them at one moment.
record Tables(Map<Pile, Long> piles, Map<Cell, Long> levels, List<Promised> promised) {
  private static final String PILES =
      """
      SELECT w.code, l.code, p.sku, b.lot, b.handling_unit, b.condition, b.on_hand
        FROM balance b JOIN warehouse w ON w.id = b.warehouse_id
        JOIN location l ON l.id = b.location_id JOIN product p ON p.id = b.product_id
       WHERE b.on_hand <> 0
      """;
  private static final String LEVELS =
      """
      SELECT w.code, p.sku, s.on_hand FROM stock_level s JOIN warehouse w ON w.id = s.warehouse_id
        JOIN product p ON p.id = s.product_id WHERE s.on_hand <> 0
      """;
  private static final String PROMISED =
      """
      SELECT r.order_code, w.code, p.sku, l.quantity, r.expires_at
        FROM reservation_line l JOIN reservation r ON r.id = l.reservation_id
        JOIN warehouse w ON w.id = l.warehouse_id JOIN product p ON p.id = l.product_id
       WHERE l.open AND l.quantity > 0
      """;

  /// A line of a promise that nobody has taken back, also one whose time is over.
  record Promised(String order, Cell cell, long units, Optional<Instant> until) {}

  static Tables read(Look look) {
    Map<Pile, Long> piles = new TreeMap<>();
    for (Look.Row row : look.rows(PILES)) {
      Pile pile =
          new Pile(row.text(0), row.text(1), row.text(2), row.text(3), row.text(4), row.text(5));
      piles.merge(pile, row.number(6), Long::sum);
    }
    Map<Cell, Long> levels = new TreeMap<>();
    for (Look.Row row : look.rows(LEVELS)) {
      levels.put(new Cell(row.text(0), row.text(1)), row.number(2));
    }
    List<Promised> promised = new ArrayList<>();
    for (Look.Row row : look.rows(PROMISED)) {
      Optional<Instant> until = row.time(4).map(Timestamp::toInstant);
      promised.add(
          new Promised(row.text(0), new Cell(row.text(1), row.text(2)), row.number(3), until));
    }
    return new Tables(piles, levels, promised);
  }

  /// What is promised at that time, as [PlainStock#promises] says it.
  Map<String, Long> promises(Instant now) {
    Map<String, Long> all = new TreeMap<>();
    for (Promised line : promised) {
      if (line.until().isEmpty() || line.until().get().isAfter(now)) {
        all.merge(PlainStock.line(line.order(), line.cell()), line.units(), Long::sum);
      }
    }
    return all;
  }
}
