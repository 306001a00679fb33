package dev.stockwright.server.receiving;

import static dev.stockwright.server.receiving.InboundSite.line;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.protocol.Answer;
import dev.stockwright.protocol.Wire;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The way of received goods and units from the dock to a bin or a lane, on a real desk.
class PutAwayTest {
  private static final InboundSite AT = new InboundSite();

  @AfterAll
  static void close() {
    AT.close();
  }

  @BeforeEach
  void newOrder() {
    AT.newOrder();
  }

  @Test
  void aWholeAnnouncedUnitIsOneScanAndOneWayToItsBin() {
    AT.bought("S-8", 30, "");
    String unit = "00340123450000" + (1000 + AT.next);
    AT.announce("A-" + AT.order, unit, "'sku':'S-8','quantity':20", "'sku':'S-9','quantity':4");
    assertEquals(
        "not_on_order", AT.refused("announce_delivery", AT.delivery("B-" + AT.order, unit, "S-9")));
    AT.ok("receive_unit", "'unit':'" + unit + "'");
    assertEquals("unit_not_announced", AT.refused("receive_unit", "'unit':'" + unit + "'"));
    assertEquals(List.of("unit 24 DOCK B"), AT.tasks());
    String bin = AT.target("handling_unit", unit);
    assertEquals("mismatch", AT.refused("put_unit_away", "'unit':'" + unit + "','to':'B-40'"));
    Answer.Accepted done = AT.ok("put_unit_away", "'unit':'" + unit + "','to':'" + bin + "'");
    assertEquals(1, done.documents().size());
    assertEquals(
        "wrong_state", AT.refused("put_unit_away", "'unit':'" + unit + "','to':'" + bin + "'"));
    assertEquals(
        "20 4",
        AT.text(
            "SELECT string_agg(b.on_hand::text, ' ' ORDER BY b.product_id) FROM balance b"
                + " JOIN location l ON l.id = b.location_id WHERE b.on_hand > 0 AND l.code = '"
                + bin
                + "' AND b.handling_unit = '"
                + unit
                + "'"));
    assertEquals("arriving", AT.text("SELECT state FROM asn WHERE number = 'A-" + AT.order + "'"));
    AT.ok(
        "close_receipt",
        "'receipt':'"
            + AT.text("SELECT number FROM receipt WHERE asn = 'A-" + AT.order + "'")
            + "'");
    assertEquals("received", AT.text("SELECT state FROM asn WHERE number = 'A-" + AT.order + "'"));
  }

  @Test
  void goodsAreReceivedOntoAUnitThatTheServerNames() {
    String receipt = AT.started("");
    Answer.Accepted answer = AT.ok("receive_line", line(receipt, "S-9", 4, ",'new_unit':true"));
    String unit =
        answer.documents().stream()
            .filter(document -> document.document().code().equals("handling_unit"))
            .findFirst()
            .orElseThrow()
            .number()
            .code();
    assertEquals(18, unit.length());
    AT.ok("receive_line", line(receipt, "S-8", 2, ",'handling_unit':'" + unit + "'"));
    assertEquals(List.of("unit 6 DOCK B"), AT.tasks());
    assertEquals(
        "mismatch",
        AT.refused(
            "receive_line",
            line(receipt, "S-8", 1, ",'handling_unit':'" + unit + "','condition':'damaged'")));
    AT.ok("take_back_line", "'receipt':'" + receipt + "','line':1");
    assertEquals(List.of("unit 2 DOCK B"), AT.tasks());
  }

  @Test
  void goodsThatAnOrderWaitsForGoToTheLane() {
    AT.site.change(
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
    String receipt = AT.started("");
    AT.ok("receive_line", line(receipt, "S-6", 7, ""));
    assertEquals(List.of("S-6 2 DOCK LANE SO-LATE", "S-6 5 DOCK LANE SO-SOON"), AT.tasks());
    AT.ok("receive_line", line(receipt, "S-6", 7, ""));
    assertEquals(
        List.of(
            "S-6 2 DOCK LANE SO-LATE",
            "S-6 3 DOCK LANE SO-LATE",
            "S-6 4 DOCK B",
            "S-6 5 DOCK LANE SO-SOON"),
        AT.tasks());
    AT.ok("put_away", "'task':'" + AT.task("for_order = 'SO-SOON'") + "','to':'LANE'");
    AT.ok("receive_line", line(receipt, "S-6", 1, ""));
    assertEquals("S-6 5 DOCK B", AT.tasks().getLast());
  }

  @Test
  void goodsArePutAwayInPartsAndElsewhereOnlyWhereTheyFit() {
    String receipt = AT.started("");
    AT.ok("receive_line", line(receipt, "S-1", 30, ""));
    String task = AT.task("true");
    String bin = AT.target("number", task);
    assertEquals("mismatch", AT.refused("put_away", "'task':'" + task + "','to':'B-39'"));
    AT.ok("put_away", "'task':'" + task + "','to':'" + bin + "','units':10");
    assertEquals(
        "out_of_range",
        AT.refused("put_away", "'task':'" + task + "','to':'" + bin + "','units':21"));
    AT.site.change("UPDATE location SET capacity_units = 6 WHERE code = 'B-39'");
    Answer answer = AT.ask("redirect_put_away", "'task':'" + task + "','to':'B-39','why':'full'");
    String text = Wire.ANSWER.text(answer);
    assertTrue(text.contains("\"fits\":6") && text.contains("instead"), text);
    assertEquals(
        "out_of_range",
        AT.refused("redirect_put_away", "'task':'" + task + "','to':'B-39','why':'theft'"));
    AT.ok("redirect_put_away", "'task':'" + task + "','to':'B-39','units':6,'why':'full'");
    AT.ok("put_away", "'task':'" + AT.task("to_place = 'B-39'") + "','to':'B-39'");
    AT.ok("put_away", "'task':'" + task + "','to':'" + bin + "'");
    assertEquals(List.of(), AT.tasks());
    assertEquals("wrong_state", AT.refused("put_away", "'task':'" + task + "','to':'" + bin + "'"));
    AT.site.change("UPDATE location SET capacity_units = 50 WHERE code = 'B-39'");
  }

  @Test
  void whatIsOnItsWayFillsABinAndManyGoodsAreDivided() {
    String receipt = AT.started("");
    AT.ok("receive_line", line(receipt, "S-1", 120, ",'condition':'available'"));
    List<String> tasks = AT.tasks();
    assertTrue(tasks.size() >= 3, tasks.toString());
    assertEquals(
        "0",
        AT.text(
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
  void goodsAreNotBroughtWhereTheyAreTooHigh() {
    AT.site.change("UPDATE location SET height_mm = 200 WHERE zone = 'B'");
    AT.ok("save_barcode", "'barcode':'CODE-7','sku':'S-7','height_mm':250");
    AT.ok("save_location", "'location':'B-40','height_mm':300,'version':1");
    String receipt = AT.started("");
    AT.ok("receive_line", line(receipt, "S-7", 3, ""));
    String task = AT.task("true");
    assertEquals("B-40", AT.target("number", task));
    Answer answer = AT.ask("redirect_put_away", "'task':'" + task + "','to':'B-39','why':'full'");
    String text = Wire.ANSWER.text(answer);
    assertTrue(text.contains("only 200 mm high, 250 mm are needed"), text);
    AT.ok("save_location", "'location':'B-40','height_mm':0,'version':2");
    assertEquals("null", AT.text("SELECT height_mm FROM location WHERE code = 'B-40'"));
    AT.ok("put_away", "'task':'" + task + "','to':'B-40'");
    AT.site.change("UPDATE location SET height_mm = NULL");
  }

  @Test
  void aUnitTakesAlongWhatItCarries() {
    String outer = "OUT-" + AT.order;
    String inner = "IN-" + AT.order;
    for (String unit : List.of(outer, inner)) {
      AT.announce("A-" + unit, unit, "'sku':'S-8','quantity':2");
      AT.ok("receive_unit", "'unit':'" + unit + "'");
    }
    AT.ok("nest_handling_unit", "'unit':'" + inner + "','into':'" + outer + "'");
    String bin = AT.target("handling_unit", outer);
    AT.ok("put_unit_away", "'unit':'" + outer + "','to':'" + bin + "'");
    assertEquals(
        bin,
        AT.text(
            "SELECT l.code FROM balance b JOIN location l ON l.id = b.location_id"
                + " WHERE b.on_hand > 0 AND b.handling_unit = '"
                + inner
                + "'"));
  }

  @Test
  void aUnitIsPutAwayOnceHoweverManyScanIt() throws Exception {
    String unit = "UNIT-" + AT.order;
    AT.announce("R-" + AT.order, unit, "'sku':'S-8','quantity':5");
    assertEquals(1, InboundSite.together(12, i -> AT.ask("receive_unit", "'unit':'" + unit + "'")));
    String bin = AT.target("handling_unit", unit);
    assertEquals(
        1,
        InboundSite.together(
            12, i -> AT.ask("put_unit_away", "'unit':'" + unit + "','to':'" + bin + "'")));
    assertEquals(
        "5",
        AT.text("SELECT sum(on_hand)::text FROM balance WHERE handling_unit = '" + unit + "'"));
    assertEquals(
        "1",
        AT.text(
            "SELECT count(*) FROM movement WHERE reason = 'put_away' AND handling_unit = '"
                + unit
                + "'"));
  }
}
