package dev.stockwright.server.receiving;

import static dev.stockwright.server.receiving.InboundSite.line;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.protocol.Answer;
import dev.stockwright.protocol.UndoCommand;
import dev.stockwright.protocol.Wire;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Deliveries and returns on a real desk with a real database: what may come in, and as what.
class InboundTest {
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
  void aDeliveryAgainstAnOrderMayComeInPartsAndClosesTheOrderWhenAllIsIn() {
    String receipt = AT.bought("S-1", 10, ",'over_percent':0");
    AT.ok("receive_line", line(receipt, "S-1", 4, ""));
    AT.ok("close_receipt", "'receipt':'" + receipt + "'");
    assertEquals("open 4/10 6", AT.order());
    String second = AT.started("'purchase_order':'" + AT.order + "'");
    AT.ok("receive_line", line(second, "S-1", 6, ""));
    AT.ok("close_receipt", "'receipt':'" + second + "'");
    assertEquals("closed 10/10 0", AT.order());
    assertEquals("wrong_state", AT.refused("receive_line", line(second, "S-1", 1, "")));
  }

  @Test
  void moreThanTheToleranceNeedsASupervisor() {
    String receipt = AT.bought("S-1", 10, ",'over_percent':10");
    AT.ok("receive_line", line(receipt, "S-1", 11, ""));
    assertEquals("over_receipt", AT.refused("receive_line", line(receipt, "S-1", 1, "")));
    AT.ok(
        "allow_over_receipt",
        "'order':'" + AT.order + "','sku':'S-1','quantity':3,'reason':'more_sent'");
    AT.ok("receive_line", line(receipt, "S-1", 2, ""));
    assertEquals("over_receipt", AT.refused("receive_line", line(receipt, "S-1", 1, "")));
  }

  @Test
  void theToleranceIsSetForTheWarehouseForTheSupplierAndForTheOrder() {
    AT.site.change("INSERT INTO setting (name, value) VALUES ('receiving.over_percent', '20')");
    assertEquals(
        "over_receipt", AT.refused("receive_line", line(AT.bought("S-1", 10, ""), "S-1", 13, "")));
    AT.site.change(
        "INSERT INTO setting (name, value) VALUES ('receiving.over_percent.ACME', '30')");
    AT.order += "b";
    AT.ok("receive_line", line(AT.bought("S-1", 10, ""), "S-1", 13, ""));
    AT.order += "c";
    assertEquals(
        "over_receipt",
        AT.refused("receive_line", line(AT.bought("S-1", 10, ",'over_percent':0"), "S-1", 11, "")));
  }

  @Test
  void whoReceivesBlindIsNotToldHowMuchIsExpected() {
    String receipt = AT.bought("S-1", 10, ",'blind':true,'over_percent':0");
    Answer answer = AT.ask("receive_line", line(receipt, "S-1", 11, ""));
    String text = Wire.ANSWER.text(answer);
    assertTrue(text.contains("over_expected") && !text.contains("ordered"), text);
    assertEquals(
        "unknown_order",
        AT.refused(
            "receive_goods", "'sku':'S-1','quantity':11,'purchase_order':'" + AT.order + "'"));
  }

  @Test
  void anUnannouncedDeliveryIsTakenInToo() {
    String receipt = AT.started("'supplier':'BOLT'");
    AT.ok("receive_line", line(receipt, "S-1", 3, ""));
    assertEquals("unknown_document", AT.refused("start_receipt", "'supplier':'NOBODY'"));
  }

  @Test
  void whatTheOrderDoesNotHaveIsRefusedAndAShortOrderIsClosedWithAReason() {
    String receipt = AT.bought("S-1", 10, "");
    assertEquals("not_on_order", AT.refused("receive_line", line(receipt, "S-5", 1, "")));
    AT.ok("receive_line", line(receipt, "S-1", 4, ""));
    assertEquals(
        "wrong_state",
        AT.refused("cancel_purchase_order", "'order':'" + AT.order + "','reason':'other'"));
    assertEquals(
        "out_of_range",
        AT.refused("close_purchase_order", "'order':'" + AT.order + "','reason':'theft'"));
    AT.ok("close_purchase_order", "'order':'" + AT.order + "','reason':'not_delivered'");
    assertEquals("closed 4/10 0", AT.order());
  }

  @Test
  void anOrderIsChangedByWhoHasSeenItAsItIs() {
    AT.bought("S-1", 10, "");
    String change =
        "'order':'" + AT.order + "','version':%d,'changes':[{'sku':'S-1','ordered':%d}]";
    AT.ok("change_purchase_order", change.formatted(1, 20));
    assertEquals("mismatch", AT.refused("change_purchase_order", change.formatted(1, 30)));
    AT.ok("change_purchase_order", change.formatted(2, 5));
    assertEquals("open 0/5 5", AT.order());
    assertEquals(
        "document_exists",
        AT.refused(
            "open_purchase_order",
            "'order':'" + AT.order + "','supplier':'ACME','lines':[{'sku':'S-1','quantity':1}]"));
  }

  @Test
  void goodsAreKeptApartAsTheirProductDemands() {
    String receipt = AT.started("");
    assertEquals("tracking_missing", AT.refused("receive_line", line(receipt, "S-2", 2, "")));
    assertEquals(
        "tracking_missing", AT.refused("receive_line", line(receipt, "S-2", 2, ",'lot':'L1'")));
    AT.ok("receive_line", line(receipt, "S-2", 2, ",'lot':'L1','expiry':'2099-01-31'"));
    AT.ok("receive_line", line(receipt, "S-2", 2, ",'lot':'L1'"));
    assertEquals(
        "mismatch",
        AT.refused("receive_line", line(receipt, "S-2", 2, ",'lot':'L1','expiry':'2098-01-31'")));
    String old = ",'lot':'L0','expiry':'2020-01-31'";
    assertEquals("lot_too_old", AT.refused("receive_line", line(receipt, "S-2", 2, old)));
    AT.ok("receive_line", line(receipt, "S-2", 2, old + ",'condition':'quarantine'"));
    AT.ok("receive_line", line(receipt, "S-3", 2, ",'serials':['A1','A2']"));
    assertEquals(
        "serial_already_here",
        AT.refused("receive_line", line(receipt, "S-3", 2, ",'serials':['A3','A2']")));
    assertEquals(
        "mismatch", AT.refused("receive_line", line(receipt, "S-3", 3, ",'serials':['A3','A4']")));
  }

  @Test
  void tenThousandPiecesAreOneCommand() {
    long millis = pieces("V", 10_000, AT.started(""));
    assertTrue(millis <= 10_000, millis + " ms");
  }

  @Tag("thorough")
  @Test
  void tenThousandPiecesAreOneCommandOfAMoment() {
    pieces("W", 1_000, AT.started("")); // the server has received pieces before
    long unannounced = pieces("X", 10_000, AT.started(""));
    AT.ok(
        "announce_delivery",
        "'asn':'ASN-P','supplier':'ACME','contents':[{'sku':'S-3','quantity':9999}]");
    long announced = pieces("Y", 10_000, AT.started("'asn':'ASN-P'"));
    assertEquals(
        "9999",
        AT.text(
            "SELECT l.received FROM asn_line l JOIN asn a ON a.id = l.asn_id"
                + " WHERE a.number = 'ASN-P'"));
    System.err.printf(
        "10000 serial numbers received in %d ms, of a notice in %d ms%n", unannounced, announced);
    assertTrue(Math.max(unannounced, announced) <= 3_000, unannounced + " " + announced + " ms");
  }

  private static long pieces(String prefix, int count, String receipt) {
    String serials =
        IntStream.range(0, count)
            .mapToObj(i -> "'" + prefix + i + "'")
            .collect(Collectors.joining(","));
    long begin = System.nanoTime();
    AT.ok("receive_line", line(receipt, "S-3", count, ",'serials':[" + serials + "]"));
    return (System.nanoTime() - begin) / 1_000_000;
  }

  @Test
  void whatMustBeInspectedWaitsUntilSomebodyHasDecided() {
    String receipt = AT.started("");
    AT.ok("receive_line", line(receipt, "S-4", 5, ""));
    assertEquals(
        "mismatch",
        AT.refused("receive_line", line(receipt, "S-4", 5, ",'condition':'available'")));
    assertEquals(List.of(), AT.tasks());
    String goods = "'sku':'S-4','at':'DOCK','quantity':%d,'why':'%s'";
    assertEquals(
        "insufficient_stock", AT.refused("release_goods", goods.formatted(6, "inspected")));
    assertEquals("out_of_range", AT.refused("release_goods", goods.formatted(3, "theft")));
    AT.ok("release_goods", goods.formatted(3, "inspected"));
    assertEquals(List.of("S-4 3 DOCK B"), AT.tasks());
    AT.ok("reject_goods", goods.formatted(2, "quality"));
    assertEquals("5 3 0 2", AT.balances("S-4"));
    AT.ok("hold_goods", goods.formatted(1, "recall"));
    assertEquals(List.of("S-4 2 DOCK B"), AT.tasks());
    AT.ok("release_goods", goods.formatted(1, "inspected") + ",'condition':'hold'");
    assertEquals("5 3 0 2", AT.balances("S-4"));
  }

  @Test
  void damagedGoodsAreTakenInAsThatAndCanBePutApart() {
    AT.site.change("INSERT INTO setting (name, value) VALUES ('put_away.zone.damaged', 'QUA')");
    String receipt = AT.bought("S-6", 5, "");
    assertEquals(
        "mismatch",
        AT.refused(
            "receive_line",
            line(receipt, "S-6", 2, ",'damage':'damaged','condition':'available'")));
    AT.ok("receive_line", line(receipt, "S-6", 2, ",'damage':'damaged'"));
    assertEquals(List.of("S-6 2 DOCK QUA"), AT.tasks());
    assertEquals("open 2/5 3", AT.order());
  }

  @Test
  void aWrongLineIsTakenBack() {
    String receipt = AT.bought("S-5", 10, "");
    AT.ok("receive_line", line(receipt, "S-5", 7, ""));
    AT.ok("receive_line", line(receipt, "S-5", 3, ""));
    assertEquals(List.of("S-5 10 DOCK B"), AT.tasks());
    AT.ok("take_back_line", "'receipt':'" + receipt + "','line':1");
    assertEquals("open 3/10 7", AT.order());
    assertEquals(List.of("S-5 3 DOCK B"), AT.tasks());
    assertEquals(
        "out_of_range", AT.refused("take_back_line", "'receipt':'" + receipt + "','line':1"));
    assertEquals("3 3 0 0", AT.balances("S-5"));
  }

  @Test
  void aUnitOfWhichOneLineIsTakenBackIsStillHereWithTheOther() {
    String unit = "HU-" + AT.order;
    AT.announce("ASN-" + AT.order, unit, "'sku':'S-5','quantity':2", "'sku':'S-6','quantity':3");
    String receipt =
        AT.ok("receive_unit", "'unit':'" + unit + "'").documents().getFirst().number().code();
    String state = "SELECT state FROM handling_unit WHERE code = '" + unit + "'";
    AT.ok("take_back_line", "'receipt':'" + receipt + "','line':1");
    assertEquals("open", AT.text(state));
    AT.ok("take_back_line", "'receipt':'" + receipt + "','line':2");
    assertEquals("announced", AT.text(state));
  }

  @Test
  void whatCameLooseAndWasPutOntoAUnitIsExpectedLooseAgain() {
    String asn = "ASN-" + AT.order;
    String unit = "HU-" + AT.order;
    AT.ok(
        "announce_delivery",
        ("'asn':'%s','supplier':'ACME','contents':[{'handling_unit':'%s','sku':'S-5','quantity':2},"
                + "{'sku':'S-6','quantity':7}]")
            .formatted(asn, unit));
    String receipt =
        AT.ok("receive_unit", "'unit':'" + unit + "'").documents().getFirst().number().code();
    AT.ok("receive_line", line(receipt, "S-6", 7, ",'new_unit':true"));
    String come =
        "SELECT string_agg(l.received::text, ' ' ORDER BY l.line) FROM asn_line l"
            + " JOIN asn a ON a.id = l.asn_id WHERE a.number = '"
            + asn
            + "'";
    assertEquals("2 7", AT.text(come));
    AT.ok("take_back_line", "'receipt':'" + receipt + "','line':2");
    assertEquals("2 0", AT.text(come));
  }

  @Test
  void whatADocumentsCommandDidIsTakenBackThereAndNotByAnUndo() {
    Answer.Accepted received =
        AT.ok(
            "receive_return",
            "'sku':'S-7','quantity':2,'customer':'C-1','why':'unwanted','grade':'available'");
    String returned = received.documents().getFirst().number().code();
    Answer undone = AT.site.ask(new UndoCommand(received.id()));
    assertEquals(
        "Command "
            + received.id()
            + " was work for return "
            + returned
            + " (open), which an undo would leave wrong. Use take_back_line.",
        assertInstanceOf(Answer.Refused.class, undone).message());
  }

  @Test
  void aDeliveryThatIsUndoneIsTakenBackOnce() {
    String receipt = AT.bought("S-1", 10, "");
    Answer.Accepted received = AT.ok("receive_line", line(receipt, "S-1", 4, ""));
    assertEquals("open 4/10 6", AT.order());
    assertInstanceOf(Answer.Accepted.class, AT.site.ask(new UndoCommand(received.id())));
    assertEquals("open 0/10 10", AT.order());
    assertEquals(
        "out_of_range", AT.refused("take_back_line", "'receipt':'" + receipt + "','line':1"));
    Answer.Accepted other = AT.ok("receive_line", line(receipt, "S-1", 3, ""));
    AT.ok("take_back_line", "'receipt':'" + receipt + "','line':2");
    assertInstanceOf(Answer.Refused.class, AT.site.ask(new UndoCommand(other.id())));
    assertEquals("open 0/10 10", AT.order());
  }

  @Test
  void returnsHaveACondition() {
    String goods = "'sku':'S-7','quantity':2,'customer':'C-1','why':'unwanted','grade':";
    String number =
        AT.ok("receive_return", goods + "'available'").documents().getFirst().number().code();
    AT.ok("receive_return", goods + "'damaged','into':'" + number + "'");
    AT.ok("receive_return", goods + "'quarantine','into':'" + number + "'");
    assertEquals("out_of_range", AT.refused("receive_return", goods + "'hold'"));
    assertEquals("6 2 2 2", AT.balances("S-7"));
    assertEquals(List.of("S-7 2 DOCK B"), AT.tasks());
    assertEquals("mismatch", AT.refused("receive_line", line(number, "S-7", 1, "")));
    AT.ok("close_receipt", "'receipt':'" + number + "'");
    assertEquals(
        "wrong_state", AT.refused("receive_return", goods + "'damaged','into':'" + number + "'"));
  }

  @Test
  void twoClerksNeverReceiveMoreThanTheTolerance() throws Exception {
    String receipt = AT.bought("S-1", 10, ",'over_percent':10");
    long accepted =
        InboundSite.together(24, i -> AT.ask("receive_line", line(receipt, "S-1", 1, "")));
    assertEquals(11, accepted);
    assertEquals("open 11/10 0", AT.order());
    AT.order += "n";
    String wide = AT.bought("S-1", 24, "");
    assertEquals(
        24, InboundSite.together(24, i -> AT.ask("receive_line", line(wide, "S-1", 1, ""))));
  }
}
