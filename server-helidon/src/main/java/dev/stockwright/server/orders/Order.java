package dev.stockwright.server.orders;

import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// An order as its document says.
///
/// @param state see [OrderRules#state] for what it is worth
/// @param expiresAt when the promise of one that is placed ends by itself
/// @param version counts its changes
public record Order(
    long id,
    WarehouseCode warehouse,
    Reference number,
    OrderState state,
    int priority,
    Optional<Instant> expiresAt,
    Optional<Instant> shipBy,
    long version,
    List<Line> lines) {
  public Order {
    lines = List.copyOf(lines);
  }

  /// What is wanted of one product, in base units added up from the beginning.
  ///
  /// @param backOrdered promised to nobody yet
  /// @param picked on carts, or further
  public record Line(
      int line, Sku sku, long ordered, long backOrdered, long picked, long packed, long shipped) {
    /// One that nobody has begun.
    static Line fresh(int line, Sku sku, long ordered, long backOrdered) {
      return new Line(line, sku, ordered, backOrdered, 0, 0, 0);
    }

    /// What the ledger must hold for it.
    public long promised() {
      return ordered - backOrdered - shipped;
    }

    /// The same with less that waits for goods.
    Line filled(long units) {
      return new Line(line, sku, ordered, backOrdered - units, picked, packed, shipped);
    }

    /// The same after so much of it has been handed over.
    public Line gone(long units) {
      long out = shipped + units;
      return new Line(
          line, sku, ordered, backOrdered, Math.max(picked, out), Math.max(packed, out), out);
    }
  }

  /// What the ledger must hold for it of each product.
  public Map<Sku, Long> promised() {
    return promised(lines);
  }

  static Map<Sku, Long> promised(List<Line> lines) {
    Map<Sku, Long> sums = new LinkedHashMap<>();
    lines.forEach(line -> sums.merge(line.sku(), line.promised(), Math::addExact));
    return sums;
  }

  /// Whether some of it has left.
  boolean begun() {
    return lines.stream().anyMatch(line -> line.picked() > 0);
  }

  /// The same with other lines.
  public Order with(List<Line> others) {
    return new Order(id, warehouse, number, state, priority, expiresAt, shipBy, version, others);
  }
}
