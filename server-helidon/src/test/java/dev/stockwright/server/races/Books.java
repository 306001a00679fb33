package dev.stockwright.server.races;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;

/// What holds of documents and stock whatever was done in whatever order, each as a question that
/// finds what is wrong.
final class Books {
  static final Map<String, String> QUESTIONS = questions();

  private Books() {}

  static List<String> wrong(DSLContext sql, String question) {
    return sql.fetch(question).map(row -> String.valueOf(row.get(0)));
  }

  private static Map<String, String> questions() {
    Map<String, String> all = new LinkedHashMap<>();
    ofStock(all);
    ofDocuments(all);
    return all;
  }

  private static void ofStock(Map<String, String> all) {
    all.put(
        "what lies in bins is on hand",
        """
        SELECT l.product_id || ': ' || l.on_hand FROM stock_level l
         WHERE l.on_hand <> (SELECT coalesce(sum(b.on_hand), 0) FROM balance b
                WHERE (b.warehouse_id, b.product_id) = (l.warehouse_id, l.product_id))""");
    all.put(
        "what is reserved is promised to somebody",
        """
        SELECT l.product_id || ': ' || l.reserved FROM stock_level l
         WHERE l.reserved <> (SELECT coalesce(sum(r.quantity), 0) FROM reservation_line r
                WHERE r.open AND (r.warehouse_id, r.product_id) = (l.warehouse_id, l.product_id))""");
    all.put(
        "nothing is promised that is not there",
        "SELECT product_id FROM stock_level WHERE reserved + blocked > on_hand");
  }

  private static void ofDocuments(Map<String, String> all) {
    all.put(
        "a purchase order has received what its receipts say",
        """
        SELECT o.number || ': ' || l.received FROM purchase_order_line l
          JOIN purchase_order o ON o.id = l.purchase_order_id
         WHERE o.number LIKE 'PO-R%' AND l.received <> (SELECT coalesce(sum(r.quantity), 0)
                 FROM receipt_line r JOIN receipt t ON t.id = r.receipt_id
                WHERE t.purchase_order = o.number AND r.product_id = l.product_id
                  AND r.taken_back_at IS NULL)""");
    all.put(
        "an order line has been picked as its picks say",
        """
        SELECT l.order_id || '/' || l.line FROM sales_order_line l
         WHERE EXISTS (SELECT 1 FROM pick p WHERE p.order_id = l.order_id)
           AND l.picked <> (SELECT coalesce(sum(p.picked), 0) FROM pick p
                             WHERE (p.order_id, p.line) = (l.order_id, l.line))""");
    all.put(
        "what was picked lies where it is said to lie",
        """
        SELECT g.product_id FROM (SELECT location_id, product_id, lot, handling_unit,
                 sum(quantity) AS q FROM picked_goods GROUP BY 1, 2, 3, 4) g
          LEFT JOIN balance b USING (location_id, product_id, lot, handling_unit)
         WHERE coalesce(b.on_hand, 0) < g.q""");
    all.put(
        "a promise holds what its order still wants",
        """
        SELECT o.number || ' ' || w.product_id || ': ' || w.wanted FROM sales_order o
          JOIN reservation r ON r.order_code = o.number AND r.state IN ('placed', 'committed')
          JOIN (SELECT order_id, product_id, sum(ordered - back_ordered - shipped) AS wanted
                  FROM sales_order_line GROUP BY 1, 2) w ON w.order_id = o.id
          LEFT JOIN reservation_line l
            ON l.reservation_id = r.id AND l.product_id = w.product_id
         WHERE w.wanted <> coalesce(l.quantity, 0)""");
    all.put(
        "what is in transit is on a transfer",
        """
        SELECT l.product_id || ': ' || l.units FROM
               (SELECT product_id, sum(in_transit) AS units FROM stock_level GROUP BY 1) l
          LEFT JOIN (SELECT product_id, sum(in_transit) AS units FROM transfer_line GROUP BY 1) t
            USING (product_id) WHERE l.units <> coalesce(t.units, 0)""");
    all.put(
        "a batch of a till counts its entries",
        """
        SELECT b.number FROM till_batch b WHERE applied + short + repeated + kept <>
               (SELECT count(*) FROM till_entry e WHERE e.batch_id = b.id)""");
    all.put(
        "one number of a till counts once",
        """
        SELECT till || ' ' || number FROM till_entry
         WHERE state IN ('applied', 'short', 'settled') GROUP BY warehouse_id, till, number
        HAVING count(*) > 1""");
    all.put(
        "a handling unit is in one place",
        """
        SELECT handling_unit FROM balance WHERE handling_unit <> '' AND on_hand > 0
         GROUP BY handling_unit HAVING count(DISTINCT location_id) > 1""");
    all.put(
        "one proposal of a product is open",
        "SELECT product_id FROM proposal WHERE state = 'open' GROUP BY warehouse_id, product_id"
            + " HAVING count(*) > 1");
    all.put(
        "one alert of a cause is open",
        "SELECT cause FROM alert WHERE state <> 'resolved' GROUP BY warehouse_id, kind, cause"
            + " HAVING count(*) > 1");
  }
}
