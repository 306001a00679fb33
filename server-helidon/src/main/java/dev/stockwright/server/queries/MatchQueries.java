package dev.stockwright.server.queries;

import dev.stockwright.db.Database;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jooq.Record;

/// What came without an order, and which orders it may have come for.
public final class MatchQueries {
  /// More orders than that nobody reads.
  private static final int PROPOSALS_MAX = 20;

  private static final int RECEIVERS_MAX = 200;

  private static final String UNMATCHED =
      """
      SELECT r.id, r.number, w.code, r.state, r.party, r.opened_at, r.opened_by,
             count(DISTINCT l.product_id) FILTER (WHERE l.quantity > l.matched) AS products,
             sum(l.quantity - l.matched)::bigint AS units,
             sum(l.quantity)::bigint AS received
        FROM receipt r JOIN warehouse w ON w.id = r.warehouse_id
        JOIN LATERAL (
          SELECT x.product_id, x.quantity,
                 (SELECT coalesce(sum(m.quantity), 0) FROM receipt_match m
                   WHERE m.receipt_id = x.receipt_id AND m.line = x.line) AS matched
            FROM receipt_line x WHERE x.receipt_id = r.id AND x.taken_back_at IS NULL) l
          ON true
       WHERE r.kind = 'unannounced' AND w.code = ANY (?) AND r.id < ?
       GROUP BY r.id, w.code HAVING sum(l.quantity - l.matched) > 0
       ORDER BY r.id DESC LIMIT ?""";

  private static final String LOOSE =
      """
      SELECT w.code, m.author, count(DISTINCT m.product_id) AS products,
             sum(m.quantity)::bigint AS units, min(m.recorded_at) AS first, max(m.recorded_at) AS last
        FROM movement m JOIN warehouse w ON w.id = m.warehouse_id
       WHERE m.from_location_id = 1 AND m.reference IS NULL AND m.reverses_n IS NULL
         AND w.code = ANY (?) AND m.recorded_at > ?::timestamptz - interval '7 days'
         AND NOT EXISTS (SELECT FROM operator o
                          WHERE o.user_name = m.author AND o.role = 'integration')
         AND NOT EXISTS (SELECT FROM movement r
                          WHERE r.warehouse_id = m.warehouse_id AND r.reverses_n = m.n)
         AND NOT EXISTS (SELECT FROM receipt_line l WHERE l.command_id = m.command_id)
       GROUP BY w.code, m.author ORDER BY max(m.recorded_at) DESC, w.code, m.author LIMIT ?""";

  private static final String PROPOSALS =
      """
      WITH came AS (
        SELECT r.warehouse_id, r.party, l.product_id,
               sum(l.quantity - (SELECT coalesce(sum(m.quantity), 0) FROM receipt_match m
                                  WHERE m.receipt_id = l.receipt_id AND m.line = l.line)) AS units
          FROM receipt r JOIN receipt_line l ON l.receipt_id = r.id AND l.taken_back_at IS NULL
          JOIN warehouse w ON w.id = r.warehouse_id
         WHERE r.number = ? AND r.kind = 'unannounced' AND w.code = ANY (?)
         GROUP BY r.warehouse_id, r.party, l.product_id),
      fits AS (
        SELECT l.purchase_order_id AS id, count(*) AS products,
               sum(least(c.units, l.ordered + greatest(l.ordered * l.over_percent / 100,
                                                       l.over_allowed) - l.received)) AS units
          FROM came c JOIN purchase_order_line l ON l.product_id = c.product_id
          JOIN purchase_order o ON o.id = l.purchase_order_id AND o.warehouse_id = c.warehouse_id
          LEFT JOIN supplier s ON s.id = o.supplier_id
         WHERE c.units > 0 AND l.outstanding > 0 AND o.state = 'open'
           AND (c.party = '' OR s.code IS NULL OR s.code = c.party)
         GROUP BY l.purchase_order_id),
      told AS (
        SELECT o.number, o.supplier, o.expected_on, o.blind, f.products,
               CASE WHEN o.blind AND NOT ? THEN NULL ELSE f.units::bigint END AS units,
               (SELECT sum(units) FROM came)::bigint AS came
          FROM fits f JOIN purchase_order o ON o.id = f.id)
      SELECT number, supplier, expected_on, blind, products, units, came - units AS left_over
        FROM told
       ORDER BY products DESC, coalesce(units, 0) DESC, expected_on NULLS LAST, number LIMIT ?""";

  private final Database database;
  private final InstantSource clock;

  public MatchQueries(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /// A receipt of which some goods have no order yet.
  ///
  /// @param party who sent it, where somebody knew
  /// @param products how many kinds of goods are unmatched, in whole or in part
  /// @param units how many of them have no order yet
  /// @param received how many the receipt has in all
  public record UnmatchedReceipt(
      String number,
      String warehouse,
      String state,
      Optional<String> party,
      Instant openedAt,
      String openedBy,
      long products,
      long units,
      long received) {}

  /// What somebody received without a document in the last 7 days and nobody has made a receipt of.
  public record LooseGoods(
      String warehouse, String receiver, long products, long units, Instant first, Instant last) {}

  /// An order that a receipt's goods may have come for.
  ///
  /// @param products how many kinds of the goods it waits for
  /// @param units how many of them it takes; absent for those who receive it blind
  /// @param leftOver how many of the receipt would be unmatched still; absent likewise
  public record Proposal(
      String number,
      String supplier,
      Optional<LocalDate> expectedOn,
      boolean blind,
      long products,
      Optional<Long> units,
      Optional<Long> leftOver) {}

  private record Found(long id, UnmatchedReceipt item) {}

  /// The newest first.
  public Page<UnmatchedReceipt> unmatched(Scope scope, int limit, Optional<String> after) {
    long before =
        after.map(cursor -> Cursor.numbers("unmatched", 1, cursor).getFirst()).orElse(Long.MAX_VALUE);
    List<Found> rows =
        database
            .reading()
            .resultQuery(UNMATCHED, scope.codes(), before, limit + 1)
            .fetch(row -> new Found(row.get("id", Long.class), receipt(row)));
    Page<Found> page = Page.cut(rows, limit, last -> Cursor.of("unmatched", "" + last.id()));
    return new Page<>(page.items().stream().map(Found::item).toList(), page.next());
  }

  private static UnmatchedReceipt receipt(Record row) {
    return new UnmatchedReceipt(
        row.get("number", String.class),
        row.get("code", String.class),
        row.get("state", String.class),
        Optional.of(row.get("party", String.class)).filter(party -> !party.isEmpty()),
        row.get("opened_at", OffsetDateTime.class).toInstant(),
        row.get("opened_by", String.class),
        row.get("products", Long.class),
        row.get("units", Long.class),
        row.get("received", Long.class));
  }

  /// Whose was received last comes first.
  public Page<LooseGoods> loose(Scope scope) {
    List<LooseGoods> rows =
        database
            .reading()
            .resultQuery(LOOSE, scope.codes(), clock.instant().toString(), RECEIVERS_MAX)
            .fetch(
                row ->
                    new LooseGoods(
                        row.get("code", String.class),
                        row.get("author", String.class),
                        row.get("products", Long.class),
                        row.get("units", Long.class),
                        row.get("first", OffsetDateTime.class).toInstant(),
                        row.get("last", OffsetDateTime.class).toInstant()));
    return new Page<>(rows, Optional.empty());
  }

  /// The open orders that want what is unmatched of a receipt: those with most of its products
  /// first, among them those that take most of it.
  ///
  /// @param told whether who asks may know the figures of blind orders
  public Page<Proposal> proposals(Scope scope, String receipt, boolean told) {
    List<Proposal> rows =
        database
            .reading()
            .resultQuery(PROPOSALS, receipt, scope.codes(), told, PROPOSALS_MAX)
            .fetch(
                row ->
                    new Proposal(
                        row.get("number", String.class),
                        row.get("supplier", String.class),
                        Optional.ofNullable(row.get("expected_on", LocalDate.class)),
                        row.get("blind", Boolean.class),
                        row.get("products", Long.class),
                        Optional.ofNullable(row.get("units", Long.class)),
                        Optional.ofNullable(row.get("left_over", Long.class))));
    return new Page<>(rows, Optional.empty());
  }
}
