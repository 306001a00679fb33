package dev.stockwright.server.receiving;

import static dev.stockwright.server.desk.TestSite.W1;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.protocol.Answer;
import dev.stockwright.protocol.Command;
import dev.stockwright.protocol.Wire;
import dev.stockwright.server.desk.TestSite;
import dev.stockwright.vocabulary.CommandId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;

/// A site that receives. Commands are written as they are sent; what is left out is
/// `"warehouse":"W1"`. Products: S-1 plain, S-2 by lot and expiry, S-3 by piece, S-4 inspected, S-5
/// to S-9 for the races.
final class InboundSite implements AutoCloseable {
  final TestSite site = new TestSite((warehouse, epoch, events) -> {});
  int next;
  String order = "";

  InboundSite() {
    site.change(
        """
        INSERT INTO supplier (code, name) VALUES ('ACME', 'Acme'), ('BOLT', 'Bolt');
        INSERT INTO customer (code, name) VALUES ('C-1', 'Ann');
        UPDATE product SET lot_tracked = true, expiry_tracked = true WHERE sku = 'S-2';
        UPDATE product SET serial_tracked = true WHERE sku = 'S-3';
        UPDATE product SET handling = '{inspect}' WHERE sku = 'S-4';
        INSERT INTO location (warehouse_id, code, kind, zone)
        SELECT id, 'LANE', 'staging', '' FROM warehouse WHERE code = 'W1';
        INSERT INTO location (warehouse_id, code, kind, zone, pick_sequence, capacity_units)
        SELECT w.id, 'B-' || i, 'bin', 'B', 100 + i, 50 FROM warehouse w, generate_series(1, 40) i
         WHERE w.code = 'W1';
        INSERT INTO location (warehouse_id, code, kind, zone, pick_sequence, capacity_units)
        SELECT id, 'Q-1', 'bin', 'QUA', 900, 10 FROM warehouse WHERE code = 'W1';
        UPDATE location SET locked_in = true WHERE code IN ('A-01', 'A-02');
        """);
  }

  @Override
  public void close() {
    site.close();
  }

  /// Every test has an order of its own, and no tasks of the one before.
  void newOrder() {
    order = "PO-T" + ++next;
    site.change(
        """
        UPDATE task SET state = 'cancelled', ended_at = now(), ended_by = 'x', leased_to = NULL,
               leased_on = NULL, lease_until = NULL WHERE state IN ('open', 'leased');
        DELETE FROM setting;
        UPDATE sales_order_line SET back_ordered = 0""");
  }

  String bought(String sku, int quantity, String more) {
    ok(
        "open_purchase_order",
        "'order':'%s','supplier':'ACME'%s,'lines':[{'sku':'%s','quantity':%d}]"
            .formatted(order, more, sku, quantity));
    return started("'purchase_order':'" + order + "'");
  }

  String started(String fields) {
    return ok("start_receipt", fields).documents().getFirst().number().code();
  }

  static String line(String receipt, String sku, int quantity, String more) {
    return "'receipt':'%s','sku':'%s','quantity':%d%s".formatted(receipt, sku, quantity, more);
  }

  void announce(String asn, String unit, String... contents) {
    String all =
        List.of(contents).stream()
            .map(content -> "{'handling_unit':'" + unit + "'," + content + "}")
            .collect(Collectors.joining(","));
    ok("announce_delivery", "'asn':'" + asn + "','supplier':'ACME','contents':[" + all + "]");
  }

  String delivery(String asn, String unit, String sku) {
    return "'asn':'%s','supplier':'ACME','purchase_order':'%s','contents':[{'handling_unit':'%s','sku':'%s','quantity':1}]"
        .formatted(asn, order, unit, sku);
  }

  /// One of many who ask at the same time.
  interface Asking {
    Answer ask(int i);
  }

  /// How many of those who ask at the same time are accepted.
  static long together(int threads, Asking asking) throws Exception {
    try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Answer>> answers = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        int at = i;
        answers.add(pool.submit(() -> asking.ask(at)));
      }
      long accepted = 0;
      for (Future<Answer> answer : answers) {
        accepted += answer.get() instanceof Answer.Accepted ? 1 : 0;
      }
      return accepted;
    }
  }

  /// The order's state, what has come of what was ordered, and what is outstanding.
  String order() {
    return text(
        "SELECT o.state || ' ' || l.received || '/' || l.ordered || ' ' || l.outstanding"
            + " FROM purchase_order o JOIN purchase_order_line l ON l.purchase_order_id = o.id"
            + " WHERE o.number = '"
            + order
            + "'");
  }

  /// Open put-aways: goods, how many, from where, to which zone or lane, for which order.
  List<String> tasks() {
    return List.of(
            text("""
                    SELECT coalesce(string_agg(t, ';' ORDER BY t), '') FROM (
                    SELECT concat_ws(' ', coalesce(p.sku, 'unit'), t.quantity, t.place,
                             CASE WHEN l.kind = 'bin' THEN coalesce(nullif(l.zone, ''), 'B')
                                  ELSE l.code END, nullif(a.for_order, '')) AS t
                      FROM put_away a JOIN task t ON t.id = a.task_id
                      LEFT JOIN product p ON p.id = t.product_id
                      LEFT JOIN location l ON l.warehouse_id = t.warehouse_id AND l.code = t.to_place
                     WHERE t.state IN ('open', 'leased')) x""")
                .split(";"))
        .stream()
        .filter(task -> !task.isEmpty())
        .toList();
  }

  String task(String which) {
    return text(
        "SELECT t.number FROM put_away a JOIN task t ON t.id = a.task_id WHERE t.state = 'open' AND "
            + which
            + " ORDER BY t.id LIMIT 1");
  }

  String target(String column, String value) {
    return text(
        "SELECT to_place FROM task WHERE state = 'open' AND " + column + " = '" + value + "'");
  }

  /// On hand, and of it available, in quarantine, damaged.
  String balances(String sku) {
    return text(
        """
        SELECT concat_ws(' ', sum(b.on_hand),
                 coalesce(sum(b.on_hand) FILTER (WHERE b.condition = 'available'), 0),
                 coalesce(sum(b.on_hand) FILTER (WHERE b.condition = 'quarantine'), 0),
                 coalesce(sum(b.on_hand) FILTER (WHERE b.condition = 'damaged'), 0))
          FROM balance b JOIN product p ON p.id = b.product_id WHERE p.sku = '%s'"""
            .formatted(sku));
  }

  String text(String sql) {
    return String.valueOf(site.database.reading().fetchSingle(sql).get(0));
  }

  private static Command command(String kind, String fields) {
    String all = "'kind':'" + kind + "','warehouse':'" + W1 + "'" + (fields.isEmpty() ? "" : ",");
    return Wire.COMMAND.read(("{" + all + fields + "}").replace('\'', '"'));
  }

  Answer ask(String kind, String fields) {
    return site.ask(command(kind, fields));
  }

  /// The person says that it has happened all the same.
  Answer insisted(String kind, String fields) {
    CommandId id = new CommandId(UUID.randomUUID());
    return site.ask(TestSite.envelope(id, 0, true, command(kind, fields)));
  }

  Answer.Accepted ok(String kind, String fields) {
    return assertInstanceOf(Answer.Accepted.class, ask(kind, fields));
  }

  String refused(String kind, String fields) {
    return refused(ask(kind, fields));
  }

  static String refused(Answer answer) {
    Answer.Refused refused = assertInstanceOf(Answer.Refused.class, answer);
    assertTrue(refused.message().endsWith("."), refused.message());
    String text = Wire.ANSWER.text(refused);
    return text.replaceAll(".*\"refusal\":\\{\"code\":\"([a-z_]+)\".*", "$1");
  }
}
