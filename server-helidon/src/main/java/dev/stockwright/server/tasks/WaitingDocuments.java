package dev.stockwright.server.tasks;

import dev.stockwright.protocol.DocumentKind;
import dev.stockwright.protocol.GuardRefusal;
import dev.stockwright.protocol.Refusal;
import dev.stockwright.server.work.Work;
import dev.stockwright.vocabulary.Reference;
import java.util.Optional;
import org.jooq.Record;

/// Which documents would wait for ever if a task of theirs ended undone. A task whose document does
/// not wait for it (any more) may end: what a replenishment or a look at a bin is for is found
/// again by the next review, and a put-away whose goods have been moved has nothing left to do.
public final class WaitingDocuments {
  private final Work work;

  public WaitingDocuments(Work work) {
    this.work = work;
  }

  /// Why the task must not end undone; empty when it may.
  public Optional<Refusal> refusal(Task task) {
    return switch (task.kind()) {
      case "pick" ->
          waits(
              task,
              """
              SELECT count(*) || ' picks open' FROM pick k
               WHERE k.warehouse_id = t.warehouse_id AND k.task = t.number
                 AND k.state IN ('open', 'waiting') HAVING count(*) > 0""",
              "short_pick, cancel_order or cancel_wave");
      case "pack" ->
          waits(
              task,
              """
              SELECT max(o.state) FROM picked_goods g JOIN sales_order o ON o.id = g.order_id
               WHERE o.number = t.reference AND g.put_back = '' HAVING count(*) > 0""",
              "pack_order or cancel_order");
      case "load" ->
          waits(
              task,
              "SELECT p.state FROM package p WHERE p.code = t.reference AND p.state = 'closed'",
              "load_package or cancel_order");
      case "put_away" ->
          broughtBack(task)
              .or(() -> waits(task, LYING, "put_away, put_unit_away or redirect_put_away"));
      case "count" ->
          waits(
              task,
              """
              SELECT c.state FROM stock_count c
               WHERE t.document = 'count' AND c.warehouse_id = t.warehouse_id
                 AND c.number = t.reference AND c.state IN ('requested', 'counting', 'recount')""",
              "close_bin or cancel_count");
      case "transfer" ->
          waits(
              task,
              """
              SELECT x.state FROM transfer x JOIN transfer_line l ON l.transfer_id = x.id
               WHERE x.number = t.reference AND l.line = t.line AND x.state = 'approved'
                 AND l.packed < l.approved""",
              "pack_transfer or cancel_transfer");
      case "receive" ->
          waits(
              task,
              "SELECT x.state FROM transfer x WHERE t.document = 'transfer'"
                  + " AND x.number = t.reference AND x.state IN ('shipped', 'short')",
              "receive_transfer or close_transfer");
      default -> Optional.empty();
    };
  }

  /// Goods that a put-away is for and that are still where it begins; how many, counters must not
  /// hear.
  private static final String LYING =
      """
      SELECT 'goods in ' || t.place FROM put_away a
        JOIN location l ON l.warehouse_id = t.warehouse_id AND l.code = t.place
        JOIN balance b ON b.warehouse_id = t.warehouse_id AND b.location_id = l.id
                      AND b.on_hand > 0 AND b.handling_unit = t.handling_unit
                      AND (t.product_id IS NULL OR b.product_id = t.product_id)
                      AND t.lot IN ('', b.lot)
       WHERE a.task_id = t.id HAVING sum(b.on_hand) > 0""";

  private Optional<Refusal> broughtBack(Task task) {
    return waits(
        task,
        """
        SELECT 'goods to bring back' FROM picked_goods g
         WHERE g.warehouse_id = t.warehouse_id AND g.put_back = t.number
        HAVING sum(g.quantity) > 0""",
        "put_back_goods");
  }

  /// @param given says in which state the document of task `t` waits for it; no row: it does not
  private Optional<Refusal> waits(Task task, String given, String expected) {
    Optional<Record> row =
        work.sql()
            .fetchOptional(
                "SELECT w.given FROM task t CROSS JOIN LATERAL ("
                    + given
                    + ") AS w(given) WHERE t.id = ?",
                task.id());
    return row.map(
        found ->
            new GuardRefusal.TaskOfDocument(
                task.number(),
                DocumentKind.of(task.document()),
                new Reference(task.reference()),
                found.get(0, String.class),
                expected));
  }
}
