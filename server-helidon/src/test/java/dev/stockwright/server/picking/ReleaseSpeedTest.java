package dev.stockwright.server.picking;

import static dev.stockwright.server.desk.TestSite.W1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.protocol.PickingCommand;
import dev.stockwright.vocabulary.Reference;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// How long it takes until pickers have their tasks, with 100 000 products.
@Tag("thorough")
class ReleaseSpeedTest {
  private static final int ORDERS = 1_000;
  private static final long SECONDS_MAX = 5;

  @Test
  void aThousandOrdersOfThreeLinesAreReleasedInFiveSeconds() {
    try (PickingBed bed = new PickingBed()) {
      for (int i = 0; i < 10; i++) {
        crowd(bed, i * 10_000);
      }
      for (String how : List.of("fefo", "fifo")) {
        fill(bed, how);
        List<Reference> orders =
            IntStream.range(0, ORDERS).mapToObj(i -> new Reference(how + "-" + i)).toList();
        long began = System.nanoTime();
        bed.accepted(
            new PickingCommand.ReleaseToPick(
                W1, Optional.empty(), orders, Optional.of("single"), Optional.of(how)));
        long millis = (System.nanoTime() - began) / 1_000_000;
        System.out.println("released " + ORDERS + " orders by " + how + " in " + millis + " ms");
        assertEquals(
            ORDERS * 3L,
            Long.parseLong(
                bed.value(
                    "SELECT count(DISTINCT (p.order_id, p.line)) FROM pick p JOIN sales_order o"
                        + " ON o.id = p.order_id WHERE p.state = 'open' AND o.number LIKE '"
                        + how
                        + "-%'")));
        assertTrue(millis < SECONDS_MAX * 1_000, millis + " ms by " + how);
      }
    }
  }

  /// 10 000 products that lie in the warehouses as well.
  private static void crowd(PickingBed bed, int from) {
    bed.site.change(
        """
        INSERT INTO product (sku, name)
        SELECT 'CROWD-' || i, 'P' FROM generate_series(%1$d, %1$d + 9999) i;
        INSERT INTO stock_level (warehouse_id, product_id, on_hand, supplier)
        SELECT w.id, p.id, 10, -10 FROM warehouse w, product p
         WHERE p.sku = ANY(SELECT 'CROWD-' || i FROM generate_series(%1$d, %1$d + 9999) i);
        INSERT INTO balance (warehouse_id, product_id, location_id, on_hand)
        SELECT o.warehouse_id, p.id, o.id, 10 FROM location o, product p
         WHERE o.code = 'DOCK'
           AND p.sku = ANY(SELECT 'CROWD-' || i FROM generate_series(%1$d, %1$d + 9999) i)
        """
            .formatted(from));
  }

  /// 2 000 bins, 1 000 products in three of them each, and orders with a committed promise, past
  /// the desk because only the release is measured.
  private static void fill(PickingBed bed, String how) {
    bed.site.change(
        """
        INSERT INTO location (warehouse_id, code, kind, zone, pick_sequence, x_mm, y_mm)
        SELECT w.id, '@-' || i, 'bin', 'Z' || i % 8, i, i % 40, i / 40
          FROM warehouse w, generate_series(1, 2000) i WHERE w.code = 'W1';
        INSERT INTO product (sku, name) SELECT '@-' || i, 'P' FROM generate_series(1, 1000) i;
        INSERT INTO stock_level (warehouse_id, product_id, on_hand, reserved, supplier)
        SELECT w.id, p.id, 30, 6, -30 FROM warehouse w, product p
         WHERE w.code = 'W1' AND p.sku LIKE '@-%';
        INSERT INTO balance (warehouse_id, product_id, location_id, on_hand)
        SELECT w.id, p.id, l.id, 10
          FROM warehouse w, product p, generate_series(0, 2) k, location l
         WHERE w.code = 'W1' AND p.sku LIKE '@-%'
           AND l.code = '@-' || (1 + (substr(p.sku, length('@-') + 1)::int * 2 + k * 7) % 2000);
        INSERT INTO sales_order (warehouse_id, number, state, placed_at, placed_by, changed_at,
                                 changed_by)
        SELECT w.id, '@-' || i, 'committed', now(), 'ana', now(), 'ana'
          FROM warehouse w, generate_series(0, 999) i WHERE w.code = 'W1';
        INSERT INTO sales_order_line (order_id, line, product_id, ordered)
        SELECT o.id, k, p.id, 2
          FROM sales_order o, generate_series(1, 3) k, product p
         WHERE o.number LIKE '@-%'
           AND p.sku = '@-' || (1 + (substr(o.number, length('@-') + 1)::int + k * 333) % 1000);
        INSERT INTO reservation (order_code, state, placed_at)
        SELECT number, 'committed', now() FROM sales_order WHERE number LIKE '@-%';
        INSERT INTO reservation_line (reservation_id, warehouse_id, product_id, quantity, open)
        SELECT r.id, o.warehouse_id, l.product_id, l.ordered, true
          FROM reservation r JOIN sales_order o ON o.number = r.order_code
          JOIN sales_order_line l ON l.order_id = o.id WHERE o.number LIKE '@-%';
        ANALYZE
        """
            .replace("@", how));
  }
}
