package dev.stockwright.simulator.walk;

import dev.stockwright.simulator.model.Violation;
import java.util.ArrayList;
import java.util.List;

/// Whether documents, tasks and alerts agree with the goods, by SQL alone. Each question answers
/// with a sentence for what is wrong and nothing when all is well.
final class DocumentCheck {
  /// What holds without documents only: each single movement leaves enough for what is promised
  /// (goods that change their unit pass through IN_TRANSIT in two), goods under way belong to a
  /// transfer, an answer names its
  /// documents beside what it changed, and an order's promise can begin committed or renewed.
  static boolean replaces(Violation found) {
    return found.invariant().equals("I-3")
        || found.invariant().equals("I-7")
        || found.invariant().equals("I-8")
        || found.invariant().equals("I-5") && found.where().contains(" order ");
  }

  private static final List<String> QUESTIONS =
      List.of(
          """
          SELECT format('level %s %s: on hand %s reserved %s blocked %s', warehouse_id, product_id,
                        on_hand, reserved, blocked)
            FROM stock_level
           WHERE reserved < 0 OR blocked < 0 OR reserved + blocked > on_hand
          """,
          """
          SELECT format('movement %s %s of %s by %s: on hand %s reserved %s blocked %s', warehouse_id,
                        n, product_id, command_id, level_after, reserved_after, blocked_after)
            FROM (SELECT DISTINCT ON (command_id, warehouse_id, product_id) * FROM movement
                   ORDER BY command_id, warehouse_id, product_id, n DESC) m
           WHERE reserved_after + blocked_after > level_after
             AND NOT EXISTS (SELECT FROM happening h
                              WHERE h.warehouse_id = m.warehouse_id AND h.command_id = m.command_id
                                AND h.n > m.n AND h.body::jsonb -> 'levels' @> jsonb_build_array(
                                  jsonb_build_object('sku', (SELECT sku FROM product
                                                              WHERE id = m.product_id))))
          """,
          """
          SELECT format('movement %s %s was made by no accepted command', m.warehouse_id, m.n)
            FROM movement m LEFT JOIN answered_command c ON c.id = m.command_id
           WHERE c.id IS NULL OR c.answer::jsonb ->> 'status' <> 'accepted'
          """,
          """
          SELECT format('product %s: %s are in transit, transfers say %s', product_id,
                        sum(level), sum(said))
            FROM (SELECT product_id, in_transit AS level, 0 AS said FROM stock_level
                  UNION ALL SELECT product_id, 0, in_transit FROM transfer_line) x
           GROUP BY product_id HAVING sum(level) <> sum(said)
          """,
          """
          SELECT format('transfer %s line %s: contents %s packed %s shipped %s settled, line %s %s %s',
                        t.number, l.line, sum(c.packed), sum(c.shipped), sum(c.settled), l.packed,
                        l.shipped, l.good + l.damaged + l.explained)
            FROM transfer t JOIN transfer_line l ON l.transfer_id = t.id
            JOIN transfer_content c ON c.transfer_id = t.id AND c.line = l.line
           GROUP BY t.number, l.transfer_id, l.line
          HAVING sum(c.packed) <> l.packed OR sum(c.shipped) <> l.shipped
              OR sum(c.settled) <> l.good + l.damaged + l.explained
          """,
          """
          SELECT format('order %s line %s: picked %s packed %s shipped %s, goods on hand for it %s,'
                        ' packages %s, left %s', o.number, l.line, l.picked, l.packed, l.shipped,
                        g.lying, k.packed, k.left_)
            FROM sales_order o JOIN sales_order_line l ON l.order_id = o.id
           CROSS JOIN LATERAL (SELECT coalesce(sum(quantity), 0) AS lying FROM picked_goods p
                                WHERE p.order_id = o.id AND p.line = l.line AND p.put_back = '') g
           CROSS JOIN LATERAL (
             SELECT coalesce(sum(q.quantity) FILTER (WHERE p.state <> 'put_back'), 0) AS packed,
                    coalesce(sum(q.quantity) FILTER (WHERE p.state = 'shipped'), 0) AS left_
               FROM package p JOIN package_line q ON q.code = p.code
              WHERE p.order_id = o.id AND q.line = l.line) k
           WHERE o.state NOT IN ('cancelled') AND NOT EXISTS (
                   SELECT FROM till_entry e WHERE e.reference = o.number)
             AND (l.packed <> k.packed OR l.shipped <> k.left_ OR l.picked <> g.lying + k.packed)
          """,
          """
          SELECT format('order %s of %s: %s are promised in %s, its lines say %s', o.number, o.state,
                        coalesce(r.promised, 0), w.code, l.wanted)
            FROM sales_order o JOIN warehouse w ON w.id = o.warehouse_id
           CROSS JOIN LATERAL (SELECT sum(ordered - back_ordered - shipped) AS wanted
                                 FROM sales_order_line s WHERE s.order_id = o.id) l
            LEFT JOIN LATERAL (
              SELECT sum(x.quantity) AS promised FROM reservation v
                JOIN reservation_line x ON x.reservation_id = v.id AND x.open
               WHERE v.order_code = o.number) r ON true
           WHERE o.state IN ('committed', 'picking', 'picked', 'packed')
             AND coalesce(r.promised, 0) <> l.wanted
             AND NOT (o.state = 'committed' AND r.promised IS NULL AND 'released' = (
               SELECT v.state FROM reservation v WHERE v.order_code = o.number
                ORDER BY v.id DESC LIMIT 1)) -- by its bare number; the next tidy-up writes it down
          """,
          """
          SELECT format('task %s of kind %s is %s, its %s %s is %s', t.number, t.kind, t.state,
                        t.document, t.reference, coalesce(c.state, f.state, p.state))
            FROM task t
            LEFT JOIN stock_count c ON t.document = 'count' AND c.number = t.reference
              AND c.warehouse_id = t.warehouse_id
            LEFT JOIN transfer f ON t.document = 'transfer' AND f.number = t.reference
            LEFT JOIN sales_order p ON t.document = 'order' AND p.number = t.reference
           WHERE t.state IN ('open', 'leased')
             AND (c.state IN ('completed', 'cancelled', 'counted', 'review') AND t.kind = 'count'
               OR f.state IN ('received', 'closed', 'cancelled', 'refused')
                  AND t.kind IN ('transfer', 'receive')
               OR p.state IN ('shipped', 'cancelled') AND t.kind IN ('pick', 'pack', 'load'))
          """,
          """
          SELECT format('pick task %s is %s and has %s open picks', t.number, t.state, count(k.id))
            FROM task t LEFT JOIN pick k ON k.warehouse_id = t.warehouse_id AND k.task = t.number
             AND k.state IN ('open', 'waiting')
           WHERE t.kind = 'pick' GROUP BY t.id
          HAVING (t.state IN ('open', 'leased')) <> (count(k.id) > 0)
          """,
          """
          SELECT format('package %s says %s of %s, there are %s', k.code, l.said, l.product_id,
                        coalesce(b.there, 0))
            FROM package k
            JOIN (SELECT code, product_id, lot, sum(quantity) AS said FROM package_line
                   GROUP BY 1, 2, 3) l ON l.code = k.code
            LEFT JOIN LATERAL (
              SELECT sum(on_hand) AS there FROM balance x
               WHERE x.handling_unit = k.code AND x.product_id = l.product_id AND x.lot = l.lot)
              b ON true
           WHERE k.state IN ('open', 'closed', 'loaded') AND coalesce(b.there, 0) <> l.said
          """,
          """
          SELECT format('handling unit %s stands at %s', handling_unit,
                        string_agg(DISTINCT warehouse_id || ' ' || location_id, ', '))
            FROM balance WHERE handling_unit <> '' AND on_hand > 0 GROUP BY handling_unit
          HAVING count(DISTINCT (warehouse_id, location_id)) > 1
          """,
          """
          SELECT format('handling unit %s is %s and holds %s', b.handling_unit, u.state, b.on_hand)
            FROM balance b LEFT JOIN handling_unit u ON u.code = b.handling_unit
           WHERE b.handling_unit <> '' AND b.on_hand > 0
             AND (u.state IS NULL OR u.state IN ('announced', 'shipped', 'in_transit', 'gone')
                  OR u.warehouse_id <> b.warehouse_id)
          """,
          """
          SELECT format('%s of %s in %s: by the level %s, remembered %s, open alerts %s', k.kind,
                        p.sku, w.code, CASE WHEN k.must THEN 'yes' WHEN k.may THEN 'perhaps'
                                            ELSE 'no' END, k.known, k.opened)
            FROM stock_level s JOIN warehouse w ON w.id = s.warehouse_id
            JOIN product p ON p.id = s.product_id
           CROSS JOIN LATERAL (
             SELECT v.kind, v.must, v.may, s.alerts & v.bit <> 0 AS known,
                    EXISTS (SELECT FROM alert a WHERE a.warehouse_id = s.warehouse_id
                               AND a.product_id = s.product_id AND a.kind = v.kind AND a.place = ''
                               AND a.state <> 'resolved') AS opened,
                    EXISTS (SELECT FROM alert a WHERE a.warehouse_id = s.warehouse_id
                               AND a.product_id = s.product_id AND a.kind = v.kind AND a.place = ''
                               AND a.state = 'resolved') AS ended
               FROM (VALUES
                 ('low', 1, s.low_at > 0 AND s.on_hand - s.reserved - s.blocked <= s.low_at,
                  s.low_at > 0 AND s.on_hand - s.reserved - s.blocked <= s.low_clear_at),
                 ('out', 2, s.out_watched AND s.on_hand - s.reserved - s.blocked <= 0,
                  s.out_watched AND s.on_hand - s.reserved - s.blocked <= 0),
                 ('over', 4, s.over_at > 0 AND s.on_hand >= s.over_at,
                  s.over_at > 0 AND s.on_hand >= s.over_clear_at)) v(kind, bit, must, may)) k
           WHERE NOT EXISTS (SELECT FROM alert_pending g WHERE g.warehouse_id = s.warehouse_id)
             AND (k.must AND NOT k.known OR k.known AND NOT k.may OR k.opened AND NOT k.known
                  OR k.known AND NOT k.opened AND NOT k.ended)
          """,
          """
          SELECT format('%s %s has %s open proposals', warehouse_id, product_id, count(*))
            FROM proposal WHERE state = 'open' GROUP BY warehouse_id, product_id
          HAVING count(*) > 1
          """,
          """
          SELECT format('purchase order %s line %s: %s are received, receipts and movements say %s',
                        o.number, l.line, l.received,
                        coalesce(r.q, 0) + coalesce(m.q, 0) + coalesce(k.q, 0))
            FROM purchase_order o JOIN purchase_order_line l ON l.purchase_order_id = o.id
            LEFT JOIN LATERAL (
              SELECT sum(x.quantity) AS q FROM receipt c JOIN receipt_line x ON x.receipt_id = c.id
               WHERE c.purchase_order = o.number AND x.product_id = l.product_id
                 AND x.taken_back_at IS NULL) r ON true
            LEFT JOIN LATERAL (
              SELECT sum(CASE WHEN v.from_location_id = 1 THEN v.quantity ELSE -v.quantity END) AS q
                FROM movement v WHERE v.reference = o.number AND v.product_id = l.product_id
                 AND 1 IN (v.from_location_id, v.to_location_id)
                 AND NOT EXISTS (SELECT FROM receipt_line x WHERE x.command_id = v.command_id)
                 AND NOT EXISTS (SELECT FROM movement b
                                   JOIN receipt_line x ON x.command_id = b.command_id
                                  WHERE b.warehouse_id = v.warehouse_id AND b.n = v.reverses_n)
                 AND v.reason <> 'taken_back') m ON true
            LEFT JOIN LATERAL (
              SELECT sum(k.quantity) AS q FROM receipt_match k
                JOIN receipt_line x ON x.receipt_id = k.receipt_id AND x.line = k.line
               WHERE k.purchase_order_id = o.id AND x.product_id = l.product_id
                 AND x.taken_back_at IS NULL) k ON true
           WHERE l.received <> coalesce(r.q, 0) + coalesce(m.q, 0) + coalesce(k.q, 0)
          """,
          """
          SELECT format('receipt %s line %s has %s, orders are matched with %s', c.number, x.line,
                        x.quantity, sum(k.quantity))
            FROM receipt_match k
            JOIN receipt_line x ON x.receipt_id = k.receipt_id AND x.line = k.line
            JOIN receipt c ON c.id = x.receipt_id
           GROUP BY c.number, x.receipt_id, x.line
          HAVING sum(k.quantity) > x.quantity OR min(c.kind) <> 'unannounced'
          """,
          """
          SELECT format('ASN %s: %s received of product %s, its receipts say %s', a.number,
                        l.received, l.product_id, coalesce(r.q, 0))
            FROM asn a
            JOIN (SELECT asn_id, product_id, sum(received) AS received FROM asn_line
                   GROUP BY 1, 2) l ON l.asn_id = a.id
            LEFT JOIN LATERAL (
              SELECT sum(x.quantity) AS q FROM receipt c JOIN receipt_line x ON x.receipt_id = c.id
               WHERE c.asn = a.number AND x.product_id = l.product_id
                 AND x.taken_back_at IS NULL) r ON true
           WHERE l.received > coalesce(r.q, 0)
          """,
          """
          SELECT format('count lines in %s posted %s, movements say %s', x.w, sum(x.posted),
                        sum(x.moved))
            FROM (SELECT warehouse_id AS w, posted, 0 AS moved FROM count_line
                  UNION ALL
                  SELECT m.warehouse_id, 0,
                         CASE WHEN m.from_location_id = 4 THEN m.quantity
                              WHEN m.to_location_id = 4 THEN -m.quantity ELSE 0 END
                    FROM movement m JOIN stock_count c ON c.number = m.reference
                     AND c.warehouse_id = m.warehouse_id
                   WHERE 4 IN (m.from_location_id, m.to_location_id)) x
           GROUP BY x.w HAVING sum(x.posted) <> sum(x.moved)
          """);

  private DocumentCheck() {}

  static List<String> of(Look look) {
    List<String> found = new ArrayList<>();
    for (String question : QUESTIONS) {
      look.rows(question + " LIMIT 10").forEach(row -> found.add(row.text(0)));
    }
    return found;
  }
}
