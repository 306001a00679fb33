package dev.stockwright.server.alerts;

import dev.stockwright.protocol.DocumentKind;
import dev.stockwright.server.stock.Usable;
import dev.stockwright.server.watching.AlertKind;
import dev.stockwright.server.watching.AlertRules;
import dev.stockwright.server.watching.Limits;
import dev.stockwright.server.work.Work;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.Record;

/// What should stand in a warehouse of the kinds that no posting raises: lots that expire, bins
/// that
/// run empty, documents that are late. Bounded: in a warehouse with more trouble than that the rest
/// is found when some of it is over.
final class Conditions {
  private static final int MOST = 10_000;
  private static final long EXPIRING_DAYS = 30;

  private static final String LOTS =
      """
      SELECT g.product_id, p.sku, g.lot, g.expires_on, g.on_hand, coalesce(r.expiring_days, ?::int) AS days
        FROM (SELECT t.product_id, t.code AS lot, t.expires_on, sum(b.on_hand)::bigint AS on_hand
                FROM lot t
                JOIN balance b ON b.warehouse_id = ? AND b.product_id = t.product_id
                              AND b.lot = t.code AND b.on_hand > 0
               WHERE t.expires_on <= ?::date
                     + greatest(?::int, (SELECT coalesce(max(expiring_days), 0) FROM alert_rule))
               GROUP BY t.product_id, t.code, t.expires_on
               ORDER BY t.expires_on, t.product_id, t.code
               LIMIT ?) g
        JOIN product p ON p.id = g.product_id
        LEFT JOIN LATERAL alert_rule_for(?, g.product_id) r ON true
       ORDER BY g.expires_on, g.product_id, g.lot""";

  private static final String BINS =
      """
      SELECT r.product_id, p.sku, l.code, r.low, r.low_clear,
             coalesce((SELECT sum(b.on_hand) FROM balance b
                        WHERE b.warehouse_id = r.warehouse_id AND b.product_id = r.product_id
                          AND b.location_id = r.location_id AND b.condition = 'available'),
                      0)::bigint AS there
        FROM alert_rule r
        JOIN product p ON p.id = r.product_id
        JOIN location l ON l.id = r.location_id
       WHERE r.warehouse_id = ? AND r.location_id <> 0 AND r.low IS NOT NULL
       ORDER BY r.id LIMIT ?""";

  private static final String DOCUMENTS =
      """
      SELECT 'purchase_order' AS document, o.number, o.expected_on::text AS due
        FROM purchase_order o
       WHERE o.warehouse_id = ? AND o.state = 'open' AND o.expected_on < ?::date
         AND EXISTS (SELECT FROM purchase_order_line l
                      WHERE l.purchase_order_id = o.id AND l.outstanding > 0)
      UNION ALL
      SELECT 'transfer', t.number, to_char(t.expected_at AT TIME ZONE ?, 'YYYY-MM-DD HH24:MI')
        FROM transfer t
       WHERE t.to_warehouse_id = ? AND t.state = 'shipped' AND t.expected_at < ?::timestamptz
      UNION ALL
      SELECT 'order', s.number, to_char(s.ship_by AT TIME ZONE ?, 'YYYY-MM-DD HH24:MI')
        FROM sales_order s
       WHERE s.warehouse_id = ? AND s.state IN ('committed', 'picking', 'picked', 'packed')
         AND s.ship_by < ?::timestamptz
      UNION ALL
      SELECT 'task', k.number, to_char(k.due_at AT TIME ZONE ?, 'YYYY-MM-DD HH24:MI')
        FROM task k
       WHERE k.warehouse_id = ? AND k.state IN ('open', 'leased') AND k.due_at < ?::timestamptz
       ORDER BY 1, 2
       LIMIT ?""";

  /// What a verification of the ledger that found something is about.
  static final String LEDGER = NewAlert.cause(AlertKind.REVIEW, DocumentKind.JOB, "verify-ledger");

  /// The last verification that came to an end. Its first line counts the findings; each of the
  /// others begins with a warehouse.
  private static final String VERIFIED =
      """
      SELECT j.failed, j.detail FROM job_run j
       WHERE j.job = 'verify-ledger' AND (NOT j.failed OR j.detail LIKE '% findings in %')
       ORDER BY j.id DESC LIMIT 1""";

  private final Work work;

  Conditions(Work work) {
    this.work = work;
  }

  /// What was found, and whether that is all that there is.
  record Found(List<NewAlert> wanted, boolean all) {}

  /// Looks.
  ///
  /// @param open causes of which an alert is open
  Found find(WarehouseCode warehouse, Set<String> open) {
    int id = work.warehouseId(warehouse);
    List<NewAlert> wanted = new ArrayList<>();
    int lots = lots(warehouse, id, wanted);
    int bins = bins(warehouse, id, open, wanted);
    int documents = documents(warehouse, id, wanted);
    ledger(warehouse, wanted);
    return new Found(wanted, lots < MOST && bins < MOST && documents < MOST);
  }

  private void ledger(WarehouseCode warehouse, List<NewAlert> wanted) {
    work.sql()
        .fetchOptional(VERIFIED)
        .filter(run -> run.get("failed", Boolean.class))
        .flatMap(
            run ->
                run.get("detail", String.class)
                    .lines()
                    .filter(line -> line.startsWith(warehouse.code() + " "))
                    .findFirst())
        .ifPresent(line -> wanted.add(NewAlert.ledger(warehouse, line)));
  }

  private int lots(WarehouseCode warehouse, int id, List<NewAlert> wanted) {
    long days = work.setting(warehouse, "alerts.expiring_days", EXPIRING_DAYS);
    LocalDate today = work.today(warehouse);
    List<Record> rows =
        List.copyOf(work.sql().fetch(LOTS, days, id, today.toString(), days, MOST, id));
    for (Record row : rows) {
      LocalDate last = row.get("expires_on", LocalDate.class);
      long left = ChronoUnit.DAYS.between(today, last);
      long soon = row.get("days", Long.class);
      if (soon >= 0 && AlertRules.expiring(left, soon)) {
        long onHand = row.get("on_hand", Long.class);
        NewAlert.Lot lot =
            new NewAlert.Lot(
                row.get("product_id", Integer.class),
                new Sku(row.get("sku", String.class)),
                row.get("lot", String.class));
        boolean over = !Usable.usable(Optional.of(last), today, 0);
        String when = over ? "expired on " : "expires on ";
        String sentence =
            "Lot "
                + lot.code()
                + " "
                + when
                + last
                + ", "
                + onHand
                + " on hand; told "
                + soon
                + " days before.";
        wanted.add(NewAlert.of(warehouse, lot, over ? 1 : 2, sentence, left, soon));
      }
    }
    return rows.size();
  }

  private int bins(WarehouseCode warehouse, int id, Set<String> open, List<NewAlert> wanted) {
    List<Record> rows = List.copyOf(work.sql().fetch(BINS, id, MOST));
    for (Record row : rows) {
      NewAlert.Bin bin =
          new NewAlert.Bin(
              row.get("product_id", Integer.class),
              new Sku(row.get("sku", String.class)),
              new LocationCode(row.get("code", String.class)));
      long low = row.get("low", Long.class);
      long there = row.get("there", Long.class);
      Limits limits = Limits.of(low, row.get("low_clear", Long.class), 0, 0, false);
      int before = open.contains(bin.cause()) ? AlertKind.LOW.bit() : 0;
      if (AlertRules.standing(limits, before, there, there) != 0) {
        String sentence = there + " in " + bin.code() + ", at or below " + low + ".";
        wanted.add(NewAlert.of(warehouse, bin, sentence, there, low));
      }
    }
    return rows.size();
  }

  private int documents(WarehouseCode warehouse, int id, List<NewAlert> wanted) {
    String zone = work.zone(warehouse).getId();
    String today = work.today(warehouse).toString();
    var now = work.at();
    List<Record> rows =
        List.copyOf(
            work.sql()
                .fetch(DOCUMENTS, id, today, zone, id, now, zone, id, now, zone, id, now, MOST));
    for (Record row : rows) {
      String due = row.get("due", String.class);
      wanted.add(
          NewAlert.of(
              warehouse,
              AlertKind.LATE,
              DocumentKind.of(row.get("document", String.class)),
              row.get("number", String.class),
              "It was due on " + due + "."));
    }
    return rows.size();
  }
}
