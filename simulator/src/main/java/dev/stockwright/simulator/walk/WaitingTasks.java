package dev.stockwright.simulator.walk;

import dev.stockwright.protocol.DocumentKind;
import dev.stockwright.protocol.GuardRefusal;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.WarehouseCode;
import java.util.List;
import java.util.Optional;

/// Tasks without which a document would wait for ever, by what the document says of itself and by
/// where the model has its goods.
final class WaitingTasks {
  private static final String TASK =
      """
      SELECT t.kind, t.document, t.reference, t.line, t.place, p.sku, t.lot, t.handling_unit,
             EXISTS (SELECT FROM put_away a WHERE a.task_id = t.id),
             (SELECT sum(quantity) FROM picked_goods g
               WHERE g.warehouse_id = t.warehouse_id AND g.put_back = t.number)
        FROM task t JOIN warehouse w ON w.id = t.warehouse_id
        LEFT JOIN product p ON p.id = t.product_id
       WHERE w.code = ? AND t.number = ? AND t.ended_at IS NULL
      """;

  private final Scene scene;

  WaitingTasks(Scene scene) {
    this.scene = scene;
  }

  List<GuardRefusal> of(WarehouseCode site, Reference task) {
    return scene.look.rows(TASK, site.code(), task.code()).stream()
        .flatMap(
            row ->
                given(site.code(), task, row)
                    .<GuardRefusal>map(
                        state ->
                            new GuardRefusal.TaskOfDocument(
                                task,
                                DocumentKind.of(row.text(1)),
                                new Reference(row.text(2)),
                                state,
                                ""))
                    .stream())
        .toList();
  }

  /// What of the document waits; absent when nothing does.
  private Optional<String> given(String site, Reference task, Look.Row row) {
    String number = row.text(2);
    return switch (row.text(0)) {
      case "pick" ->
          one(
              "SELECT count(*) || ' picks open' FROM pick k JOIN warehouse w"
                  + " ON w.id = k.warehouse_id WHERE w.code = ? AND k.task = ?"
                  + " AND k.state NOT IN ('done', 'short', 'cancelled') HAVING count(*) > 0",
              site,
              task.code());
      case "pack" ->
          one(
              """
              SELECT o.state FROM sales_order o WHERE o.number = ?
                 AND o.state NOT IN ('shipped', 'cancelled')
                 AND (SELECT sum(picked - packed) FROM sales_order_line l WHERE l.order_id = o.id)
                     > 0
              """,
              number);
      case "load" ->
          one(
              "SELECT state FROM package WHERE code = ? AND closed_at IS NOT NULL"
                  + " AND shipment_id IS NULL AND state <> 'put_back'",
              number);
      case "put_away" -> lying(site, row);
      case "count" ->
          row.text(1).equals("count")
              ? one(
                  "SELECT c.state FROM stock_count c JOIN warehouse w ON w.id = c.warehouse_id"
                      + " WHERE w.code = ? AND c.number = ? AND c.ended_at IS NULL"
                      + " AND EXISTS (SELECT FROM count_bin b WHERE b.count_id = c.id"
                      + " AND b.round = c.round AND b.closed_at IS NULL)",
                  site,
                  number)
              : Optional.empty();
      case "transfer" ->
          one(
              "SELECT t.state FROM transfer t JOIN transfer_line l ON l.transfer_id = t.id"
                  + " WHERE t.number = ? AND l.line = ? AND t.state = 'approved'"
                  + " AND l.packed < l.approved",
              number,
              row.number(3));
      case "receive" ->
          one(
              "SELECT state FROM transfer WHERE number = ? AND shipped_at IS NOT NULL"
                  + " AND ended_at IS NULL",
              row.text(1).equals("transfer") ? number : "");
      default -> Optional.empty();
    };
  }

  private Optional<String> lying(String site, Look.Row row) {
    if (row.number(9) > 0) {
      return Optional.of("goods to bring back");
    }
    boolean there =
        scene.stock.sum(
                pile ->
                    pile.warehouse().equals(site)
                        && pile.place().equals(row.text(4))
                        && pile.unit().equals(row.text(7))
                        && (row.text(5).isEmpty() || pile.sku().equals(row.text(5)))
                        && (row.text(6).isEmpty() || pile.lot().equals(row.text(6))))
            > 0;
    return row.flag(8) && there ? Optional.of("goods in " + row.text(4)) : Optional.empty();
  }

  private Optional<String> one(String sql, Object... values) {
    return scene.look.rows(sql, values).stream().findFirst().map(row -> row.text(0));
  }
}
