package dev.stockwright.server.transferring;

import dev.stockwright.server.stock.Step;
import dev.stockwright.server.work.Work;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.VirtualLocation;
import java.util.HashMap;
import java.util.Map;
import org.jooq.Record;

/// What the goods of a transfer cost where they left, so that they arrive with their value: the
/// sending warehouse's average of that moment, as its movements say.
final class SentCosts {
  private static final String SENT =
      """
      SELECT p.sku, m.lot,
             round(sum(m.unit_cost::numeric * m.quantity) / sum(m.quantity))::bigint AS cost
        FROM movement m JOIN product p ON p.id = m.product_id
       WHERE m.reference = ? AND m.warehouse_id = ? AND m.to_location_id = ?
         AND m.reason = 'transfer' AND m.unit_cost IS NOT NULL
       GROUP BY p.sku, m.lot""";

  private final Map<Goods, Long> costs = new HashMap<>();

  private record Goods(String sku, String lot) {}

  SentCosts(Transfer transfer, Work work) {
    for (Record row :
        work.sql()
            .fetch(
                SENT,
                transfer.number().code(),
                work.warehouseId(transfer.from()),
                VirtualLocation.number(VirtualLocation.IN_TRANSIT.code()))) {
      costs.put(
          new Goods(row.get(0, String.class), row.get(1, String.class)), row.get(2, Long.class));
    }
  }

  /// The same movement with its cost, where that is known.
  Step priced(Step step, Sku sku, String lot) {
    Long cost = costs.get(new Goods(sku.code(), lot));
    return cost != null && step instanceof Step.Move(var posting)
        ? new Step.Move(posting.costing(cost))
        : step;
  }
}
