package dev.stockwright.server.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.stockwright.protocol.Answer;
import dev.stockwright.protocol.Command;
import dev.stockwright.protocol.Refusal;
import dev.stockwright.vocabulary.Sku;
import java.util.concurrent.atomic.AtomicInteger;

/// What tests of orders and tills ask a site, and what must be true there whatever was done.
public final class Ledgers {
  private static final AtomicInteger MADE = new AtomicInteger();
  private final TestSite site;

  public Ledgers(TestSite site) {
    this.site = site;
  }

  /// A product of its own with so much of it at the dock.
  public Sku stocked(long quantity) {
    Sku sku = new Sku("P-" + MADE.incrementAndGet());
    site.change("INSERT INTO product (sku, name) VALUES ('%s', 'Thing')".formatted(sku));
    accepted(TestSite.receive(sku, quantity));
    return sku;
  }

  public Answer.Accepted accepted(Command command) {
    Answer answer = site.ask(command);
    return assertInstanceOf(Answer.Accepted.class, answer, () -> command + ": " + answer);
  }

  public Refusal refused(Command command) {
    return assertInstanceOf(Answer.Refused.class, site.ask(command)).refusal();
  }

  /// The first column of the first row; empty when there is none.
  public String text(String sql) {
    return site.database.reading().fetch(sql).stream()
        .map(row -> row.get(0))
        .filter(value -> value != null)
        .map(String::valueOf)
        .findFirst()
        .orElse("");
  }

  /// A column, or more, of the product's level.
  public String level(Sku sku, String columns) {
    return text(
        "SELECT %s FROM stock_level l JOIN product p ON p.id = l.product_id WHERE p.sku = '%s'"
            .formatted(columns, sku));
  }

  /// The levels hold what the promises say, the promises what the orders say, and the bins what
  /// the levels say.
  public void agree() {
    String promises =
        """
        SELECT string_agg(l.product_id || ': ' || l.reserved || ' <> ' || coalesce(r.held, 0), ', ')
          FROM stock_level l
          LEFT JOIN (SELECT warehouse_id, product_id, sum(quantity) AS held FROM reservation_line
                      WHERE open GROUP BY 1, 2) r USING (warehouse_id, product_id)
         WHERE l.reserved <> coalesce(r.held, 0)""";
    String orders =
        """
        SELECT string_agg(o.number || ' ' || w.product_id || ': ' || w.wanted, ', ')
          FROM sales_order o
          JOIN reservation r ON r.order_code = o.number AND r.state IN ('placed', 'committed')
          JOIN (SELECT order_id, product_id, sum(ordered - back_ordered - shipped) AS wanted
                  FROM sales_order_line GROUP BY 1, 2) w ON w.order_id = o.id
          LEFT JOIN reservation_line l
            ON l.reservation_id = r.id AND l.product_id = w.product_id
         WHERE w.wanted <> coalesce(l.quantity, 0)""";
    String bins =
        """
        SELECT string_agg(l.product_id || ': ' || l.on_hand, ', ')
          FROM stock_level l
          LEFT JOIN (SELECT warehouse_id, product_id, sum(on_hand) AS on_hand FROM balance
                      GROUP BY 1, 2) b USING (warehouse_id, product_id)
         WHERE l.on_hand <> coalesce(b.on_hand, 0)""";
    assertEquals("", text(promises), "levels and promises");
    assertEquals("", text(orders), "promises and orders");
    assertEquals("", text(bins), "levels and bins");
  }
}
