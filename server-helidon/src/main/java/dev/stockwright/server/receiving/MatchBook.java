package dev.stockwright.server.receiving;

import dev.stockwright.server.purchasing.PurchaseOrder;
import dev.stockwright.server.work.Work;
import dev.stockwright.vocabulary.Operator;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import java.util.List;

/// Which goods of receipts came for which order, and what came without any document.
final class MatchBook {
  /// What somebody received within so many days can become a receipt.
  static final int DAYS = 7;

  /// So many lines a receipt gets at once.
  private static final int LINES_MAX = 5_000;

  private static final String LEFT =
      """
      SELECT l.line, p.sku, l.quantity - coalesce(m.quantity, 0) AS quantity
        FROM receipt_line l JOIN product p ON p.id = l.product_id
        LEFT JOIN LATERAL (SELECT sum(k.quantity) AS quantity FROM receipt_match k
                            WHERE k.receipt_id = l.receipt_id AND k.line = l.line) m ON true
       WHERE l.receipt_id = ? AND l.taken_back_at IS NULL
         AND l.quantity > coalesce(m.quantity, 0)
       ORDER BY l.line""";

  private static final String ADD =
      """
      INSERT INTO receipt_match (receipt_id, line, purchase_order_id, command_id, quantity,
             matched_at, matched_by)
      SELECT r.id, k.line, r.bought, r.command, k.quantity, r.at, r.author
        FROM (SELECT ?::bigint, ?::int, ?::uuid, ?::timestamptz, ?::text)
          AS r(id, bought, command, at, author)
       CROSS JOIN unnest(?::int[], ?::bigint[]) AS k(line, quantity)""";

  private static final String OF_LINE =
      """
      SELECT o.number, sum(m.quantity)::bigint AS quantity
        FROM receipt_match m JOIN purchase_order o ON o.id = m.purchase_order_id
       WHERE m.receipt_id = ? AND m.line = ? GROUP BY o.number ORDER BY o.number""";

  private static final String OF_RECEIPT =
      """
      SELECT DISTINCT o.number
        FROM receipt_match m JOIN purchase_order o ON o.id = m.purchase_order_id
        JOIN receipt_line l ON l.receipt_id = m.receipt_id AND l.line = m.line
                           AND l.taken_back_at IS NULL
       WHERE m.receipt_id = ? ORDER BY 1""";

  /// What a person has received of suppliers (location 1) without a document, that was not undone
  /// and stands in no receipt yet.
  private static final String LOOSE =
      """
        FROM movement m
        JOIN location t ON t.id = m.to_location_id
       WHERE m.warehouse_id = ? AND m.from_location_id = 1 AND m.reference IS NULL
         AND m.author = ? AND m.reverses_n IS NULL
         AND m.recorded_at > ?::timestamptz - interval '%d days'
         AND NOT EXISTS (SELECT FROM movement r
                          WHERE r.warehouse_id = m.warehouse_id AND r.reverses_n = m.n)
         AND NOT EXISTS (SELECT FROM receipt_line l WHERE l.command_id = m.command_id)"""
          .formatted(DAYS);

  private static final String GATHER =
      """
      INSERT INTO receipt_line (receipt_id, line, product_id, quantity, lot, expires_on,
             handling_unit, condition, location, reason, received_at, received_by, command_id)
      SELECT ?, row_number() OVER (ORDER BY m.n), m.product_id, m.quantity, m.lot,
             (SELECT g.expires_on FROM lot g WHERE g.product_id = m.product_id AND g.code = m.lot
                AND m.lot <> ''),
             m.handling_unit, m.condition, t.code,
             CASE m.reason WHEN 'receipt' THEN '' ELSE m.reason END,
             coalesce(m.occurred_at, m.recorded_at), m.author, m.command_id
      """
          + LOOSE
          + " ORDER BY m.n LIMIT "
          + LINES_MAX;

  private final Work work;
  private final WarehouseCode warehouse;

  MatchBook(Work work, WarehouseCode warehouse) {
    this.work = work;
    this.warehouse = warehouse;
  }

  /// Some goods of a receipt that came for an order.
  record Matched(Reference order, long units) {}

  /// What of a receipt is matched with no order yet.
  List<MatchRules.Left> left(Receipt receipt) {
    return work.sql()
        .resultQuery(LEFT, receipt.id())
        .fetch(
            row ->
                new MatchRules.Left(
                    row.get("line", Integer.class),
                    new Sku(row.get("sku", String.class)),
                    row.get("quantity", Long.class)));
  }

  void add(Receipt receipt, PurchaseOrder order, List<MatchRules.Left> parts) {
    work.sql()
        .execute(
            ADD,
            receipt.id(),
            order.id(),
            work.by().id().uuid(),
            work.now().toString(),
            work.author().code(),
            parts.stream().map(MatchRules.Left::line).toArray(Integer[]::new),
            parts.stream().map(MatchRules.Left::units).toArray(Long[]::new));
  }

  /// The orders that goods of a line came for.
  List<Matched> of(Receipt receipt, int line) {
    return work.sql()
        .resultQuery(OF_LINE, receipt.id(), line)
        .fetch(
            row ->
                new Matched(
                    new Reference(row.get("number", String.class)),
                    row.get("quantity", Long.class)));
  }

  /// All orders that goods of a receipt came for.
  List<Reference> orders(Receipt receipt) {
    return work.sql()
        .resultQuery(OF_RECEIPT, receipt.id())
        .fetch(row -> new Reference(row.get("number", String.class)));
  }

  /// Who sent an unannounced delivery, by code; empty: nobody knows.
  String supplier(Receipt receipt) {
    return work.sql()
        .resultQuery("SELECT party FROM receipt WHERE id = ?", receipt.id())
        .fetchSingle()
        .get(0, String.class);
  }

  /// Whether this person has received something without a document.
  boolean loose(Operator receiver) {
    return work.sql()
        .resultQuery(
            "SELECT 1 " + LOOSE + " LIMIT 1",
            work.warehouseId(warehouse),
            receiver.code(),
            work.now().toString())
        .fetchOptional()
        .isPresent();
  }

  /// Writes that into a receipt.
  ///
  /// @return how many lines it has
  int gather(Receipt receipt, Operator receiver) {
    return work.sql()
        .execute(
            GATHER,
            receipt.id(),
            work.warehouseId(warehouse),
            receiver.code(),
            work.now().toString());
  }
}
