package dev.stockwright.server.receiving;

import static dev.stockwright.server.desk.TestSite.W1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.protocol.Answer;
import dev.stockwright.protocol.Command;
import dev.stockwright.protocol.Wire;
import dev.stockwright.server.desk.TestSite;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Deliveries, returns and put-aways on a real desk with a real database. Commands are written as
/// they are sent; what is left out is `"warehouse":"W1"`. Products: S-1 plain, S-2 by lot and
/// expiry, S-3 by piece, S-4 inspected, S-5 to S-9 for the races.
class InboundTest {
  private static final TestSite SITE = new TestSite((warehouse, epoch, events) -> {});
  private static int next;
  private String order = "";

  @BeforeAll
  static void site() {
    SITE.change(
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

  @AfterAll
  static void close() {
    SITE.close();
  }

  @BeforeEach
  void newOrder() {
    order = "PO-T" + ++next;
    SITE.change(
        """
        UPDATE task SET state = 'cancelled', ended_at = now(), ended_by = 'x', leased_to = NULL,
               leased_on = NULL, lease_until = NULL WHERE state IN ('open', 'leased');
        DELETE FROM setting;
        UPDATE sales_order_line SET back_ordered = 0""");
  }

  private String bought(String sku, int quantity, String more) {
    ok(
        "open_purchase_order",
        "'order':'%s','supplier':'ACME'%s,'lines':[{'sku':'%s','quantity':%d}]"
            .formatted(order, more, sku, quantity));
    return started("'purchase_order':'" + order + "'");
  }

  private static String started(String fields) {
    return ok("start_receipt", fields).documents().getFirst().number().code();
  }

  private static String line(String receipt, String sku, int quantity, String more) {
    return "'receipt':'%s','sku':'%s','quantity':%d%s".formatted(receipt, sku, quantity, more);
  }

  @Test
  void aDeliveryAgainstAnOrderMayComeInPartsAndClosesTheOrderWhenAllIsIn() {
    String receipt = bought("S-1", 10, ",'over_percent':0");
    ok("receive_line", line(receipt, "S-1", 4, ""));
    ok("close_receipt", "'receipt':'" + receipt + "'");
    assertEquals("open 4/10 6", order());
    String second = started("'purchase_order':'" + order + "'");
    ok("receive_line", line(second, "S-1", 6, ""));
    ok("close_receipt", "'receipt':'" + second + "'");
    assertEquals("closed 10/10 0", order());
    assertEquals("wrong_state", refused("receive_line", line(second, "S-1", 1, "")));
  }

  @Test
  void moreThanTheToleranceNeedsASupervisor() {
    String receipt = bought("S-1", 10, ",'over_percent':10");
    ok("receive_line", line(receipt, "S-1", 11, ""));
    assertEquals("over_receipt", refused("receive_line", line(receipt, "S-1", 1, "")));
    ok(
        "allow_over_receipt",
        "'order':'" + order + "','sku':'S-1','quantity':3,'reason':'more_sent'");
    ok("receive_line", line(receipt, "S-1", 2, ""));
    assertEquals("over_receipt", refused("receive_line", line(receipt, "S-1", 1, "")));
  }

  @Test
  void theToleranceIsSetForTheWarehouseForTheSupplierAndForTheOrder() {
    SITE.change("INSERT INTO setting (name, value) VALUES ('receiving.over_percent', '20')");
    assertEquals(
        "over_receipt", refused("receive_line", line(bought("S-1", 10, ""), "S-1", 13, "")));
    SITE.change("INSERT INTO setting (name, value) VALUES ('receiving.over_percent.ACME', '30')");
    order += "b";
    ok("receive_line", line(bought("S-1", 10, ""), "S-1", 13, ""));
    order += "c";
    assertEquals(
        "over_receipt",
        refused("receive_line", line(bought("S-1", 10, ",'over_percent':0"), "S-1", 11, "")));
  }

  @Test
  void whoReceivesBlindIsNotToldHowMuchIsExpected() {
    String receipt = bought("S-1", 10, ",'blind':true,'over_percent':0");
    Answer answer = ask("receive_line", line(receipt, "S-1", 11, ""));
    String text = Wire.ANSWER.text(answer);
    assertTrue(text.contains("over_expected") && !text.contains("ordered"), text);
    assertEquals(
        "unknown_order",
        refused("receive_goods", "'sku':'S-1','quantity':11,'purchase_order':'" + order + "'"));
  }

  @Test
  void anUnannouncedDeliveryIsTakenInToo() {
    String receipt = started("'supplier':'BOLT'");
    ok("receive_line", line(receipt, "S-1", 3, ""));
    assertEquals("unknown_document", refused("start_receipt", "'supplier':'NOBODY'"));
  }

  @Test
  void whatTheOrderDoesNotHaveIsRefusedAndAShortOrderIsClosedWithAReason() {
    String receipt = bought("S-1", 10, "");
    assertEquals("not_on_order", refused("receive_line", line(receipt, "S-5", 1, "")));
    ok("receive_line", line(receipt, "S-1", 4, ""));
    assertEquals(
        "wrong_state",
        refused("cancel_purchase_order", "'order':'" + order + "','reason':'other'"));
    assertEquals(
        "out_of_range",
        refused("close_purchase_order", "'order':'" + order + "','reason':'theft'"));
    ok("close_purchase_order", "'order':'" + order + "','reason':'not_delivered'");
    assertEquals("closed 4/10 0", order());
  }

  @Test
  void anOrderIsChangedByWhoHasSeenItAsItIs() {
    bought("S-1", 10, "");
    String change = "'order':'" + order + "','version':%d,'changes':[{'sku':'S-1','ordered':%d}]";
    ok("change_purchase_order", change.formatted(1, 20));
    assertEquals("mismatch", refused("change_purchase_order", change.formatted(1, 30)));
    ok("change_purchase_order", change.formatted(2, 5));
    assertEquals("open 0/5 5", order());
    assertEquals(
        "document_exists",
        refused(
            "open_purchase_order",
            "'order':'" + order + "','supplier':'ACME','lines':[{'sku':'S-1','quantity':1}]"));
  }

  @Test
  void goodsAreKeptApartAsTheirProductDemands() {
    String receipt = started("");
    assertEquals("tracking_missing", refused("receive_line", line(receipt, "S-2", 2, "")));
    assertEquals(
        "tracking_missing", refused("receive_line", line(receipt, "S-2", 2, ",'lot':'L1'")));
    ok("receive_line", line(receipt, "S-2", 2, ",'lot':'L1','expiry':'2099-01-31'"));
    ok("receive_line", line(receipt, "S-2", 2, ",'lot':'L1'"));
    assertEquals(
        "mismatch",
        refused("receive_line", line(receipt, "S-2", 2, ",'lot':'L1','expiry':'2098-01-31'")));
    String old = ",'lot':'L0','expiry':'2020-01-31'";
    assertEquals("lot_too_old", refused("receive_line", line(receipt, "S-2", 2, old)));
    ok("receive_line", line(receipt, "S-2", 2, old + ",'condition':'quarantine'"));
    ok("receive_line", line(receipt, "S-3", 2, ",'serials':['A1','A2']"));
    assertEquals(
        "serial_already_here",
        refused("receive_line", line(receipt, "S-3", 2, ",'serials':['A3','A2']")));
    assertEquals(
        "mismatch", refused("receive_line", line(receipt, "S-3", 3, ",'serials':['A3','A4']")));
  }

  @Test
  void tenThousandPiecesAreOneCommand() {
    String serials =
        IntStream.range(0, 10_000).mapToObj(i -> "'X" + i + "'").collect(Collectors.joining(","));
    String receipt = started("");
    long begin = System.nanoTime();
    ok("receive_line", line(receipt, "S-3", 10_000, ",'serials':[" + serials + "]"));
    long millis = (System.nanoTime() - begin) / 1_000_000;
    assertTrue(millis < 10_000, millis + " ms");
    System.err.println("10000 serial numbers received in " + millis + " ms");
  }

  @Test
  void whatMustBeInspectedWaitsUntilSomebodyHasDecided() {
    String receipt = started("");
    ok("receive_line", line(receipt, "S-4", 5, ""));
    assertEquals(
        "mismatch", refused("receive_line", line(receipt, "S-4", 5, ",'condition':'available'")));
    assertEquals(List.of(), tasks());
    String goods = "'sku':'S-4','at':'DOCK','quantity':%d,'why':'%s'";
    assertEquals("insufficient_stock", refused("release_goods", goods.formatted(6, "inspected")));
    assertEquals("out_of_range", refused("release_goods", goods.formatted(3, "theft")));
    ok("release_goods", goods.formatted(3, "inspected"));
    assertEquals(List.of("S-4 3 DOCK B"), tasks());
    ok("reject_goods", goods.formatted(2, "quality"));
    assertEquals("5 3 0 2", balances("S-4"));
    ok("hold_goods", goods.formatted(1, "recall"));
    assertEquals(List.of("S-4 2 DOCK B"), tasks());
    ok("release_goods", goods.formatted(1, "inspected") + ",'condition':'hold'");
    assertEquals("5 3 0 2", balances("S-4"));
  }

  @Test
  void damagedGoodsAreTakenInAsThatAndCanBePutApart() {
    SITE.change("INSERT INTO setting (name, value) VALUES ('put_away.zone.damaged', 'QUA')");
    String receipt = bought("S-6", 5, "");
    assertEquals(
        "mismatch",
        refused(
            "receive_line",
            line(receipt, "S-6", 2, ",'damage':'damaged','condition':'available'")));
    ok("receive_line", line(receipt, "S-6", 2, ",'damage':'damaged'"));
    assertEquals(List.of("S-6 2 DOCK QUA"), tasks());
    assertEquals("open 2/5 3", order());
  }

  @Test
  void aWrongLineIsTakenBack() {
    String receipt = bought("S-5", 10, "");
    ok("receive_line", line(receipt, "S-5", 7, ""));
    ok("receive_line", line(receipt, "S-5", 3, ""));
    assertEquals(List.of("S-5 10 DOCK B"), tasks());
    ok("take_back_line", "'receipt':'" + receipt + "','line':1");
    assertEquals("open 3/10 7", order());
    assertEquals(List.of("S-5 3 DOCK B"), tasks());
    assertEquals("out_of_range", refused("take_back_line", "'receipt':'" + receipt + "','line':1"));
    assertEquals("3 3 0 0", balances("S-5"));
  }

  @Test
  void aWholeAnnouncedUnitIsOneScanAndOneWayToItsBin() {
    bought("S-8", 30, "");
    String unit = "00340123450000" + (1000 + next);
    announce("A-" + order, unit, "'sku':'S-8','quantity':20", "'sku':'S-9','quantity':4");
    assertEquals("not_on_order", refused("announce_delivery", delivery("B-" + order, unit, "S-9")));
    ok("receive_unit", "'unit':'" + unit + "'");
    assertEquals("unit_not_announced", refused("receive_unit", "'unit':'" + unit + "'"));
    assertEquals(List.of("unit 24 DOCK B"), tasks());
    String bin = target("handling_unit", unit);
    assertEquals("mismatch", refused("put_unit_away", "'unit':'" + unit + "','to':'B-40'"));
    Answer.Accepted done = ok("put_unit_away", "'unit':'" + unit + "','to':'" + bin + "'");
    assertEquals(1, done.documents().size());
    assertEquals(
        "wrong_state", refused("put_unit_away", "'unit':'" + unit + "','to':'" + bin + "'"));
    assertEquals(
        "20 4",
        text(
            "SELECT string_agg(b.on_hand::text, ' ' ORDER BY b.product_id) FROM balance b"
                + " JOIN location l ON l.id = b.location_id WHERE b.on_hand > 0 AND l.code = '"
                + bin
                + "' AND b.handling_unit = '"
                + unit
                + "'"));
    assertEquals("arriving", text("SELECT state FROM asn WHERE number = 'A-" + order + "'"));
    ok(
        "close_receipt",
        "'receipt':'" + text("SELECT number FROM receipt WHERE asn = 'A-" + order + "'") + "'");
    assertEquals("received", text("SELECT state FROM asn WHERE number = 'A-" + order + "'"));
  }

  private void announce(String asn, String unit, String... contents) {
    String all =
        List.of(contents).stream()
            .map(content -> "{'handling_unit':'" + unit + "'," + content + "}")
            .collect(Collectors.joining(","));
    ok("announce_delivery", "'asn':'" + asn + "','supplier':'ACME','contents':[" + all + "]");
  }

  private String delivery(String asn, String unit, String sku) {
    return "'asn':'%s','supplier':'ACME','purchase_order':'%s','contents':[{'handling_unit':'%s','sku':'%s','quantity':1}]"
        .formatted(asn, order, unit, sku);
  }

  @Test
  void goodsAreReceivedOntoAUnitThatTheServerNames() {
    String receipt = started("");
    Answer.Accepted answer = ok("receive_line", line(receipt, "S-9", 4, ",'new_unit':true"));
    String unit =
        answer.documents().stream()
            .filter(document -> document.document().code().equals("handling_unit"))
            .findFirst()
            .orElseThrow()
            .number()
            .code();
    assertEquals(18, unit.length());
    ok("receive_line", line(receipt, "S-8", 2, ",'handling_unit':'" + unit + "'"));
    assertEquals(List.of("unit 6 DOCK B"), tasks());
    assertEquals(
        "mismatch",
        refused(
            "receive_line",
            line(receipt, "S-8", 1, ",'handling_unit':'" + unit + "','condition':'damaged'")));
    ok("take_back_line", "'receipt':'" + receipt + "','line':1");
    assertEquals(List.of("unit 2 DOCK B"), tasks());
  }

  @Test
  void returnsHaveACondition() {
    String goods = "'sku':'S-7','quantity':2,'customer':'C-1','why':'unwanted','grade':";
    String number =
        ok("receive_return", goods + "'available'").documents().getFirst().number().code();
    ok("receive_return", goods + "'damaged','into':'" + number + "'");
    ok("receive_return", goods + "'quarantine','into':'" + number + "'");
    assertEquals("out_of_range", refused("receive_return", goods + "'hold'"));
    assertEquals("6 2 2 2", balances("S-7"));
    assertEquals(List.of("S-7 2 DOCK B"), tasks());
    assertEquals("mismatch", refused("receive_line", line(number, "S-7", 1, "")));
    ok("close_receipt", "'receipt':'" + number + "'");
    assertEquals(
        "wrong_state", refused("receive_return", goods + "'damaged','into':'" + number + "'"));
  }

  @Test
  void goodsThatAnOrderWaitsForGoToTheLane() {
    SITE.change(
        """
        INSERT INTO setting (name, value) VALUES ('cross_dock.lane', 'LANE');
        INSERT INTO sales_order (warehouse_id, number, state, priority, placed_at, placed_by,
          changed_at, changed_by)
        SELECT w.id, k.number, 'committed', k.priority, now(), 'x', now(), 'x' FROM warehouse w,
          (VALUES ('SO-LATE', 60), ('SO-SOON', 10)) k(number, priority) WHERE w.code = 'W1'
        ON CONFLICT DO NOTHING;
        INSERT INTO sales_order_line (order_id, line, product_id, ordered, back_ordered)
        SELECT o.id, 1, p.id, 5, 5 FROM sales_order o, product p WHERE p.sku = 'S-6'
        ON CONFLICT (order_id, line) DO UPDATE SET back_ordered = 5""");
    String receipt = started("");
    ok("receive_line", line(receipt, "S-6", 7, ""));
    assertEquals(List.of("S-6 2 DOCK LANE SO-LATE", "S-6 5 DOCK LANE SO-SOON"), tasks());
    ok("receive_line", line(receipt, "S-6", 7, ""));
    assertEquals(
        List.of(
            "S-6 2 DOCK LANE SO-LATE",
            "S-6 3 DOCK LANE SO-LATE",
            "S-6 4 DOCK B",
            "S-6 5 DOCK LANE SO-SOON"),
        tasks());
    ok("put_away", "'task':'" + task("for_order = 'SO-SOON'") + "','to':'LANE'");
    ok("receive_line", line(receipt, "S-6", 1, ""));
    assertEquals("S-6 5 DOCK B", tasks().getLast());
  }

  @Test
  void goodsArePutAwayInPartsAndElsewhereOnlyWhereTheyFit() {
    String receipt = started("");
    ok("receive_line", line(receipt, "S-1", 30, ""));
    String task = task("true");
    String bin = target("number", task);
    assertEquals("mismatch", refused("put_away", "'task':'" + task + "','to':'B-39'"));
    ok("put_away", "'task':'" + task + "','to':'" + bin + "','units':10");
    assertEquals(
        "out_of_range", refused("put_away", "'task':'" + task + "','to':'" + bin + "','units':21"));
    SITE.change("UPDATE location SET capacity_units = 6 WHERE code = 'B-39'");
    Answer answer = ask("redirect_put_away", "'task':'" + task + "','to':'B-39','why':'full'");
    String text = Wire.ANSWER.text(answer);
    assertTrue(text.contains("\"fits\":6") && text.contains("instead"), text);
    assertEquals(
        "out_of_range",
        refused("redirect_put_away", "'task':'" + task + "','to':'B-39','why':'theft'"));
    ok("redirect_put_away", "'task':'" + task + "','to':'B-39','units':6,'why':'full'");
    ok("put_away", "'task':'" + task("to_place = 'B-39'") + "','to':'B-39'");
    ok("put_away", "'task':'" + task + "','to':'" + bin + "'");
    assertEquals(List.of(), tasks());
    assertEquals("wrong_state", refused("put_away", "'task':'" + task + "','to':'" + bin + "'"));
    SITE.change("UPDATE location SET capacity_units = 50 WHERE code = 'B-39'");
  }

  @Test
  void whatIsOnItsWayFillsABinAndManyGoodsAreDivided() {
    String receipt = started("");
    ok("receive_line", line(receipt, "S-1", 120, ",'condition':'available'"));
    List<String> tasks = tasks();
    assertTrue(tasks.size() >= 3, tasks.toString());
    assertEquals(
        "0",
        text(
            """
            SELECT count(*) FROM (
              SELECT l.code, coalesce(sum(k.units), 0) AS units, l.capacity_units FROM location l
                JOIN (SELECT to_place AS code, quantity AS units FROM task
                       WHERE state IN ('open', 'leased')
                      UNION ALL SELECT l2.code, b.on_hand FROM balance b
                        JOIN location l2 ON l2.id = b.location_id) k ON k.code = l.code
               GROUP BY l.code, l.capacity_units) f WHERE f.units > f.capacity_units"""));
  }

  @Test
  void twoClerksNeverReceiveMoreThanTheTolerance() throws Exception {
    String receipt = bought("S-1", 10, ",'over_percent':10");
    long accepted = together(24, i -> ask("receive_line", line(receipt, "S-1", 1, "")));
    assertEquals(11, accepted);
    assertEquals("open 11/10 0", order());
    order += "n";
    String wide = bought("S-1", 24, "");
    assertEquals(24, together(24, i -> ask("receive_line", line(wide, "S-1", 1, ""))));
  }

  @Test
  void aUnitIsPutAwayOnceHoweverManyScanIt() throws Exception {
    String unit = "UNIT-" + order;
    announce("R-" + order, unit, "'sku':'S-8','quantity':5");
    assertEquals(1, together(12, i -> ask("receive_unit", "'unit':'" + unit + "'")));
    String bin = target("handling_unit", unit);
    assertEquals(
        1, together(12, i -> ask("put_unit_away", "'unit':'" + unit + "','to':'" + bin + "'")));
    assertEquals(
        "5", text("SELECT sum(on_hand)::text FROM balance WHERE handling_unit = '" + unit + "'"));
    assertEquals(
        "1",
        text(
            "SELECT count(*) FROM movement WHERE reason = 'put_away' AND handling_unit = '"
                + unit
                + "'"));
  }

  private interface Asking {
    Answer ask(int i);
  }

  private static long together(int threads, Asking asking) throws Exception {
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
  private String order() {
    return text(
        "SELECT o.state || ' ' || l.received || '/' || l.ordered || ' ' || l.outstanding"
            + " FROM purchase_order o JOIN purchase_order_line l ON l.purchase_order_id = o.id"
            + " WHERE o.number = '"
            + order
            + "'");
  }

  /// Open put-aways: goods, how many, from where, to which zone or lane, for which order.
  private static List<String> tasks() {
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

  private static String task(String which) {
    return text(
        "SELECT t.number FROM put_away a JOIN task t ON t.id = a.task_id WHERE t.state = 'open' AND "
            + which
            + " ORDER BY t.id LIMIT 1");
  }

  private static String target(String column, String value) {
    return text(
        "SELECT to_place FROM task WHERE state = 'open' AND " + column + " = '" + value + "'");
  }

  /// On hand, and of it available, in quarantine, damaged.
  private static String balances(String sku) {
    return text(
        """
        SELECT concat_ws(' ', sum(b.on_hand),
                 coalesce(sum(b.on_hand) FILTER (WHERE b.condition = 'available'), 0),
                 coalesce(sum(b.on_hand) FILTER (WHERE b.condition = 'quarantine'), 0),
                 coalesce(sum(b.on_hand) FILTER (WHERE b.condition = 'damaged'), 0))
          FROM balance b JOIN product p ON p.id = b.product_id WHERE p.sku = '%s'"""
            .formatted(sku));
  }

  private static String text(String sql) {
    return String.valueOf(SITE.database.reading().fetchSingle(sql).get(0));
  }

  private static Command command(String kind, String fields) {
    String all = "'kind':'" + kind + "','warehouse':'" + W1 + "'" + (fields.isEmpty() ? "" : ",");
    return Wire.COMMAND.read(("{" + all + fields + "}").replace('\'', '"'));
  }

  private static Answer ask(String kind, String fields) {
    return SITE.ask(command(kind, fields));
  }

  private static Answer.Accepted ok(String kind, String fields) {
    return assertInstanceOf(Answer.Accepted.class, ask(kind, fields));
  }

  private static String refused(String kind, String fields) {
    Answer.Refused refused = assertInstanceOf(Answer.Refused.class, ask(kind, fields));
    assertTrue(refused.message().endsWith("."), refused.message());
    String text = Wire.ANSWER.text(refused);
    return text.replaceAll(".*\"refusal\":\\{\"code\":\"([a-z_]+)\".*", "$1");
  }
}
