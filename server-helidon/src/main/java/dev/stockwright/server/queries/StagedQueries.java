package dev.stockwright.server.queries;

import dev.stockwright.db.Database;
import java.util.List;
import java.util.Optional;

/// Goods that stand at the docks and in the staging areas and that nobody is to take away yet: no
/// put-away waits for them, and no order or transfer has them.
public final class StagedQueries {
  private static final int GOODS_MAX = 1_000;

  private static final String STAGED =
      """
      SELECT w.code, l.code AS place, p.sku, p.name, b.lot, b.handling_unit, b.condition,
             b.on_hand - k.waiting - k.taken AS quantity
        FROM balance b
        JOIN warehouse w ON w.id = b.warehouse_id
        JOIN location l ON l.id = b.location_id AND l.kind IN ('dock', 'staging')
        JOIN product p ON p.id = b.product_id
        JOIN LATERAL (
          SELECT coalesce((SELECT sum(t.quantity) FROM put_away a JOIN task t ON t.id = a.task_id
                            WHERE t.warehouse_id = b.warehouse_id AND t.place = l.code
                              AND t.product_id = b.product_id AND t.lot IN (b.lot, '')
                              AND t.handling_unit = b.handling_unit
                              AND t.state IN ('open', 'leased') AND a.condition = b.condition), 0)
                   AS waiting,
                 coalesce((SELECT sum(g.quantity) FROM picked_goods g
                            WHERE g.warehouse_id = b.warehouse_id AND g.product_id = b.product_id
                              AND g.location_id = b.location_id AND g.lot = b.lot
                              AND g.handling_unit = b.handling_unit
                              AND b.condition = 'available'), 0)
                 + coalesce((SELECT sum(c.packed) FROM transfer_content c
                               JOIN transfer t ON t.id = c.transfer_id
                               JOIN transfer_line n ON n.transfer_id = t.id AND n.line = c.line
                              WHERE t.from_warehouse_id = b.warehouse_id AND c.shipped = 0
                                AND n.product_id = b.product_id AND c.lot = b.lot
                                AND c.handling_unit = b.handling_unit
                                AND (c.handling_unit <> '' OR c.place = l.code)), 0) AS taken) k
          ON true
       WHERE w.code = ANY (?) AND b.on_hand > k.waiting + k.taken AND b.owner = ''
         AND (b.handling_unit = '' OR NOT EXISTS (
               SELECT FROM task t WHERE t.warehouse_id = b.warehouse_id
                  AND t.handling_unit = b.handling_unit AND t.product_id IS NULL
                  AND t.state IN ('open', 'leased')))
         AND NOT EXISTS (SELECT FROM package c WHERE c.code = b.handling_unit
                            AND b.handling_unit <> '' AND c.state IN ('open', 'closed', 'loaded'))
       ORDER BY w.code, l.code, p.sku, b.lot, b.handling_unit, b.condition LIMIT ?""";

  private final Database database;

  public StagedQueries(Database database) {
    this.database = database;
  }

  /// Goods that can be released for put-away.
  public record StagedGoods(
      String warehouse,
      String place,
      String sku,
      String name,
      long quantity,
      Optional<String> lot,
      Optional<String> handlingUnit,
      String condition) {}

  /// By place; at most 1000.
  public Page<StagedGoods> staged(Scope scope) {
    List<StagedGoods> rows =
        database
            .reading()
            .resultQuery(STAGED, scope.codes(), GOODS_MAX)
            .fetch(
                row ->
                    new StagedGoods(
                        row.get("code", String.class),
                        row.get("place", String.class),
                        row.get("sku", String.class),
                        row.get("name", String.class),
                        row.get("quantity", Long.class),
                        given(row.get("lot", String.class)),
                        given(row.get("handling_unit", String.class)),
                        row.get("condition", String.class)));
    return new Page<>(rows, Optional.empty());
  }

  private static Optional<String> given(String column) {
    return column.isEmpty() ? Optional.empty() : Optional.of(column);
  }
}
