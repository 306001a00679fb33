package dev.stockwright.simulator.model;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/// Looks whether the promises of the ledger hold in a database, by SQL alone: I-1 to I-10 and I-13
/// to I-15 as far as rows can show them. Each question answers (where, first number, detail) for
/// what is wrong and nothing when all is well. Nobody may write meanwhile, or the connection must
/// hold a snapshot.
public final class InvariantCheck {
  /// What the movements say lies under each key, and the last movement that touched it.
  private static final String FOLD =
      """
      WITH side AS (
        SELECT warehouse_id w, product_id p, to_location_id l, lot, handling_unit u, condition c,
               owner o, quantity q, n FROM movement
        UNION ALL
        SELECT warehouse_id, product_id, from_location_id, lot, handling_unit, condition, owner,
               -quantity, n FROM movement
      ), fold AS (
        SELECT w, p, l, lot, u, c, o, sum(q) AS q, max(n) AS n FROM side
         GROUP BY w, p, l, lot, u, c, o
      )
      """;

  private record Question(String invariant, String sql) {}

  private static final List<Question> QUESTIONS =
      List.of(
          new Question(
              "I-1",
              FOLD
                  + """
                  SELECT format('%s %s %s %s', coalesce(f.w, b.warehouse_id),
                                coalesce(f.p, b.product_id), coalesce(f.l, b.location_id),
                                coalesce(f.lot, b.lot)),
                         coalesce(f.n, 0),
                         format('movements make %s, the balance is %s', coalesce(f.q, 0),
                                coalesce(b.on_hand, 0))
                    FROM (SELECT * FROM fold WHERE l > 100) f
                    FULL JOIN balance b ON b.warehouse_id = f.w AND b.product_id = f.p
                     AND b.location_id = f.l AND b.lot = f.lot AND b.handling_unit = f.u
                     AND b.condition = f.c AND b.owner = f.o
                   WHERE coalesce(f.q, 0) <> coalesce(b.on_hand, 0)
                  """),
          new Question(
              "I-1",
              """
              SELECT format('%s %s', l.warehouse_id, l.product_id), l.n,
                     format('on hand %s blocked %s, balances make %s and %s', l.on_hand, l.blocked,
                            coalesce(b.q, 0), coalesce(b.blocked, 0))
                FROM stock_level l
                LEFT JOIN (SELECT warehouse_id, product_id, sum(on_hand) AS q,
                                  sum(on_hand) FILTER (WHERE condition <> 'available') AS blocked
                             FROM balance GROUP BY 1, 2) b USING (warehouse_id, product_id)
               WHERE l.on_hand <> coalesce(b.q, 0) OR l.blocked <> coalesce(b.blocked, 0)
              """),
          new Question(
              "I-1",
              """
              SELECT format('%s %s', warehouse_id, product_id), min(n),
                     'level before or after is not the running sum'
                FROM (SELECT warehouse_id, product_id, n, level_before, level_after, change,
                             sum(change) OVER (PARTITION BY warehouse_id, product_id ORDER BY n)
                               AS running
                        FROM (SELECT m.*, CASE WHEN to_location_id > 100 THEN quantity ELSE 0 END
                                     - CASE WHEN from_location_id > 100 THEN quantity ELSE 0 END
                                       AS change
                                FROM movement m) x) y
               WHERE level_after <> running OR level_before <> running - change
               GROUP BY warehouse_id, product_id
              """),
          new Question(
              "I-2",
              FOLD
                  + """
                  , place AS (SELECT w, p, l, sum(q) AS q, max(n) AS n FROM fold
                               WHERE l <= 100 GROUP BY w, p, l)
                  SELECT format('%s %s virtual location %s', s.warehouse_id, s.product_id, v.l),
                         coalesce(f.n, 0),
                         format('movements make %s, the level says %s', coalesce(f.q, 0), v.q)
                    FROM stock_level s
                   CROSS JOIN LATERAL (VALUES (1, s.supplier), (2, s.customer), (3, s.in_transit),
                     (4, s.lost_and_found), (5, s.scrap), (6, s.unreconciled)) AS v(l, q)
                    LEFT JOIN place f
                      ON f.w = s.warehouse_id AND f.p = s.product_id AND f.l = v.l
                   WHERE coalesce(f.q, 0) <> v.q
                  UNION ALL
                  SELECT format('%s %s', warehouse_id, product_id), n, 'does not sum to zero'
                    FROM stock_level
                   WHERE on_hand + supplier + customer + in_transit + lost_and_found + scrap
                         + unreconciled <> 0
                  """),
          new Question(
              "I-3",
              """
              SELECT format('%s %s', warehouse_id, product_id), n,
                     format('on hand %s reserved %s blocked %s', on_hand, reserved, blocked)
                FROM stock_level
               WHERE on_hand < 0 OR reserved < 0 OR blocked < 0 OR reserved + blocked > on_hand
              UNION ALL
              SELECT format('%s %s', warehouse_id, product_id), n,
                     format('on hand %s reserved %s blocked %s', level_after, reserved_after,
                            blocked_after)
                FROM movement
               WHERE level_after < 0 OR reserved_after + blocked_after > level_after
              UNION ALL
              SELECT format('%s %s %s', warehouse_id, product_id, location_id), 0,
                     format('balance %s', on_hand)
                FROM balance WHERE on_hand < 0
              """),
          new Question(
              "I-4",
              """
              SELECT format('%s %s', l.warehouse_id, l.product_id), l.n,
                     format('reserved %s, open promises make %s', l.reserved, coalesce(r.q, 0))
                FROM stock_level l
                FULL JOIN (SELECT warehouse_id, product_id, sum(quantity) AS q
                             FROM reservation_line WHERE open GROUP BY 1, 2) r
               USING (warehouse_id, product_id)
               WHERE l.reserved IS DISTINCT FROM coalesce(r.q, 0)
              """),
          new Question(
              "I-5",
              """
              SELECT format('reservation %s', r.id), 0,
                     format('is %s, its line is %s', r.state,
                            CASE WHEN l.open THEN 'open' ELSE 'closed' END)
                FROM reservation r JOIN reservation_line l ON l.reservation_id = r.id
               WHERE l.open <> (r.state IN ('placed', 'committed'))
              """),
          new Question(
              "I-5",
              """
              SELECT format('%s order %s', warehouse_id, order_code), min(n),
                     format('%s after %s', min(kind), min(before))
                FROM (SELECT warehouse_id, n, kind, body::jsonb ->> 'order' AS order_code,
                             coalesce(lag(kind) OVER (
                               PARTITION BY warehouse_id, body::jsonb ->> 'order' ORDER BY n),
                               'nothing') AS before
                        FROM happening WHERE kind LIKE 'reservation_%') h
               WHERE (kind, before) NOT IN (
                 ('reservation_placed', 'nothing'), ('reservation_placed', 'reservation_released'),
                 ('reservation_placed', 'reservation_expired'),
                 ('reservation_committed', 'reservation_placed'),
                 ('reservation_committed', 'reservation_expired'),
                 ('reservation_released', 'reservation_placed'),
                 ('reservation_released', 'reservation_committed'),
                 ('reservation_expired', 'reservation_placed'))
               GROUP BY warehouse_id, order_code
              """),
          new Question(
              "I-7",
              """
              SELECT format('product %s', product_id), 0,
                     format('%s are in transit, but no transfer is under way', sum(in_transit))
                FROM stock_level GROUP BY product_id HAVING sum(in_transit) <> 0
              UNION ALL
              SELECT format('command %s', command_id), min(n), 'what left did not arrive'
                FROM movement WHERE from_location_id = 3 OR to_location_id = 3
               GROUP BY command_id
              HAVING sum(CASE WHEN to_location_id = 3 THEN quantity ELSE -quantity END) <> 0
              """),
          new Question(
              "I-8",
              """
              WITH change AS (
                SELECT c.id, w.id AS warehouse_id, min((x ->> 'first_n')::bigint) AS first_n,
                       max((x ->> 'last_n')::bigint) AS last_n
                  FROM answered_command c
                 CROSS JOIN LATERAL jsonb_array_elements(
                   coalesce(c.answer::jsonb -> 'changes', '[]'::jsonb)) AS x
                  JOIN warehouse w ON w.code = x ->> 'warehouse'
                 GROUP BY c.id, w.id
              ), done AS (
                SELECT command_id, warehouse_id, n FROM movement
                UNION ALL
                SELECT command_id, warehouse_id, n FROM happening h
                 WHERE kind <> 'reservation_expired'
                   AND NOT (kind = 'document_changed' AND (
                     h.body::jsonb ->> 'document' = 'alert' OR EXISTS (
                       SELECT 1 FROM answered_command c
                        CROSS JOIN LATERAL jsonb_array_elements(
                          coalesce(c.answer::jsonb -> 'documents', '[]'::jsonb)) AS x
                        WHERE c.id = h.command_id
                          AND x ->> 'number' = h.body::jsonb ->> 'number')))
              )
              SELECT format('command %s in %s', d.command_id, d.warehouse_id), d.n,
                     'has an effect that its answer does not name'
                FROM done d
                LEFT JOIN change c ON c.id = d.command_id AND c.warehouse_id = d.warehouse_id
                                  AND d.n BETWEEN c.first_n AND c.last_n
               WHERE c.id IS NULL
              UNION ALL
              SELECT format('command %s', id), 0, 'was answered by a movement that is not there'
                FROM answered_command WHERE answer IS NULL
              UNION ALL
              SELECT format('command %s in %s', c.id, c.warehouse_id), c.first_n,
                     'was answered as done, but its events are not there'
                FROM change c
               WHERE NOT EXISTS (SELECT 1 FROM done d WHERE d.command_id = c.id
                                    AND d.warehouse_id = c.warehouse_id AND d.n = c.first_n)
                  OR NOT EXISTS (SELECT 1 FROM done d WHERE d.command_id = c.id
                                    AND d.warehouse_id = c.warehouse_id AND d.n = c.last_n)
              """),
          new Question(
              "I-8",
              """
              SELECT format('%s movement %s', m.warehouse_id, r.n), m.n,
                     'is reversed by one that is not its mirror image'
                FROM movement m
                LEFT JOIN movement r ON r.warehouse_id = m.warehouse_id AND r.n = m.reverses_n
               WHERE m.reverses_n IS NOT NULL
                 AND (m.product_id, m.from_location_id, m.to_location_id, m.quantity, m.lot,
                      m.handling_unit, m.condition, m.owner)
                     IS DISTINCT FROM
                     (r.product_id, r.to_location_id, r.from_location_id, r.quantity, r.lot,
                      r.handling_unit, r.condition, r.owner)
              """),
          new Question(
              "I-10",
              """
              SELECT format('command %s', id), 0, 'remembers the answer ' || left(answer, 120)
                FROM answered_command
               WHERE answer::jsonb ->> 'status' NOT IN ('accepted', 'refused')
                  OR answer::jsonb ->> 'id' <> id::text
                  OR length(content_hash) < 16
              """),
          new Question(
              "I-13",
              """
              WITH event AS (
                SELECT warehouse_id, n, recorded_at FROM movement
                UNION ALL SELECT warehouse_id, n, recorded_at FROM happening
              ), step AS (
                SELECT warehouse_id, n, recorded_at,
                       lag(n, 1, 0::bigint) OVER w AS before,
                       lag(recorded_at, 1, '-infinity') OVER w AS time_before
                  FROM event WINDOW w AS (PARTITION BY warehouse_id ORDER BY n)
              )
              SELECT format('warehouse %s', warehouse_id), min(n),
                     'does not follow the event before it'
                FROM step WHERE n <> before + 1 OR recorded_at < time_before
               GROUP BY warehouse_id
              UNION ALL
              SELECT format('warehouse %s', c.warehouse_id), c.last_n,
                     format('is the counter, the last event is %s', coalesce(max(e.n), 0))
                FROM warehouse_counter c LEFT JOIN event e USING (warehouse_id)
               GROUP BY c.warehouse_id, c.last_n HAVING c.last_n <> coalesce(max(e.n), 0)
              """),
          new Question(
              "I-14",
              """
              WITH level AS (
                SELECT warehouse_id, product_id, n, level_after AS on_hand,
                       reserved_after AS reserved, blocked_after AS blocked, n AS told
                  FROM movement
                UNION ALL
                SELECT h.warehouse_id, p.id, h.n, (x ->> 'quantity')::bigint,
                       (x ->> 'reserved')::bigint, (x ->> 'blocked')::bigint, (x ->> 'n')::bigint
                  FROM happening h
                 CROSS JOIN LATERAL jsonb_array_elements(h.body::jsonb -> 'levels') AS x
                  JOIN product p ON p.sku = x ->> 'sku'
              ), newest AS (
                SELECT DISTINCT ON (warehouse_id, product_id) * FROM level
                 ORDER BY warehouse_id, product_id, n DESC
              )
              SELECT format('%s %s', l.warehouse_id, l.product_id), l.n,
                     format('the newest event says %s/%s/%s at %s, the level %s/%s/%s',
                            f.on_hand, f.reserved, f.blocked, f.told, l.on_hand, l.reserved,
                            l.blocked)
                FROM stock_level l LEFT JOIN newest f USING (warehouse_id, product_id)
               WHERE (l.on_hand, l.reserved, l.blocked, l.n)
                     IS DISTINCT FROM (coalesce(f.on_hand, 0), coalesce(f.reserved, 0),
                                       coalesce(f.blocked, 0), coalesce(f.told, 0))
              """),
          new Question(
              "I-15",
              """
              WITH used AS (
                SELECT device, sequence, recorded_at,
                       lag(sequence, 1, 0::bigint) OVER w AS before,
                       lag(recorded_at, 1, '-infinity') OVER w AS time_before
                  FROM answered_command
                 WHERE sequence > 0
                   AND answer::jsonb -> 'refusal' ->> 'code' IS DISTINCT FROM 'sequence_used'
                WINDOW w AS (PARTITION BY device ORDER BY sequence)
              )
              SELECT format('device %s', device), min(sequence),
                     'does not follow the command before it'
                FROM used WHERE sequence <> before + 1 OR recorded_at < time_before
               GROUP BY device
              UNION ALL
              SELECT format('device %s', d.id), d.last_sequence,
                     format('is its last number, the highest used is %s', coalesce(max(u.sequence), 0))
                FROM device d LEFT JOIN used u ON u.device = d.id
               GROUP BY d.id, d.last_sequence
              HAVING d.last_sequence <> coalesce(max(u.sequence), 0)
              """));

  private InvariantCheck() {}

  /// Everything that is wrong; at most 20 of each kind.
  public static List<Violation> of(Connection connection) throws SQLException {
    List<Violation> found = new ArrayList<>();
    try (Statement statement = connection.createStatement()) {
      for (Question question : QUESTIONS) {
        statement.setMaxRows(20);
        try (ResultSet rows = statement.executeQuery(question.sql())) {
          while (rows.next()) {
            found.add(
                new Violation(
                    question.invariant(), rows.getString(1), rows.getLong(2), rows.getString(3)));
          }
        }
      }
    }
    return found;
  }
}
