package dev.stockwright.server.receiving;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.stockwright.protocol.Answer;
import dev.stockwright.protocol.Came;
import dev.stockwright.protocol.InboundRefusal;
import dev.stockwright.protocol.Refusal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// What devices send when somebody receives with a scanner: the receipt has a number that the
/// device has made, so that nothing waits for an answer.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeviceReceiptsTest {
  private final InboundSite in = new InboundSite();

  @BeforeAll
  void beginLater() {
    in.next = 900;
  }

  @BeforeEach
  void newOrder() {
    in.newOrder();
  }

  @AfterAll
  void close() {
    in.close();
  }

  private void ordered(int quantity) {
    in.ok(
        "open_purchase_order",
        "'order':'%s','supplier':'ACME','over_percent':0,'lines':[{'sku':'S-1','quantity':%d}]"
            .formatted(in.order, quantity));
  }

  @Test
  @DisplayName("R6: an order of which all was scanned in ends with its last receipt")
  void aCompleteOrderIsClosed() {
    ordered(5);
    in.ok("receive_goods", "'sku':'S-1','quantity':5,'purchase_order':'" + in.order + "'");
    assertEquals("open 5/5 0", in.order());
    String number = "R-" + in.order;
    in.ok("start_receipt", "'number':'" + number + "','purchase_order':'" + in.order + "'");
    in.ok("close_receipt", "'receipt':'" + number + "'");
    assertEquals("closed 5/5 0", in.order());
  }

  @Test
  @DisplayName("R2: a delivery's receipt is started and its unit is in with one scan")
  void aUnitGoesIntoTheReceiptThatTheDeviceNamed() {
    ordered(4);
    String unit = "U-" + in.order;
    String receipt = "R-" + in.order;
    String asn = "A-" + in.order;
    in.ok(
        "announce_delivery",
        ("'asn':'%s','supplier':'ACME','purchase_order':'%s','contents':"
                + "[{'handling_unit':'%s','sku':'S-1','quantity':3},{'sku':'S-1','quantity':1}]")
            .formatted(asn, in.order, unit));
    in.ok("start_receipt", "'number':'" + receipt + "','asn':'" + asn + "'");
    in.ok("receive_unit", "'unit':'" + unit + "','into':'" + receipt + "'");
    in.ok("receive_line", InboundSite.line(receipt, "S-1", 1, ""));
    String more = InboundSite.line(receipt, "S-1", 2, "");
    assertEquals("over_receipt", in.refused("receive_line", more));
    in.ok(
        "allow_over_receipt",
        "'order':'" + in.order + "','sku':'S-1','quantity':2,'reason':'more_sent'");
    in.ok("receive_line", more);
    in.ok("close_receipt", "'receipt':'" + receipt + "'");
    assertEquals("received", in.text("SELECT state FROM asn WHERE number = '" + asn + "'"));
    assertEquals("closed 6/4 0", in.order());
  }

  @Test
  @DisplayName("R4: damaged goods of an order come in as damaged, with their reason")
  void damagedGoodsAreReceivedAsSuch() {
    ordered(2);
    String before = in.balances("S-1");
    in.ok(
        "receive_goods",
        "'sku':'S-1','quantity':2,'purchase_order':'%s','condition':'damaged','reason':'damage'"
            .formatted(in.order));
    assertEquals("open 2/2 0", in.order());
    assertEquals(damaged(before) + 2, damaged(in.balances("S-1")));
  }

  @Test
  @DisplayName("H26 A piece and a pallet that came before are refused with who, when and where")
  void whatCameBeforeIsToldWithWhoWhenAndWhere() {
    String serial = "H26-" + in.order;
    in.ok("receive_goods", "'sku':'S-3','quantity':1,'serial':'" + serial + "'");
    String receipt = in.started("");
    for (Answer again :
        List.of(
            in.ask("receive_goods", "'sku':'S-3','quantity':1,'serial':'" + serial + "'"),
            in.ask(
                "receive_line",
                InboundSite.line(receipt, "S-3", 1, ",'serials':['" + serial + "']")))) {
      Refusal.SerialAlreadyHere here = (Refusal.SerialAlreadyHere) refusal(again);
      assertEquals("DOCK", here.location().code());
      assertCame(here.came(), "lot", serial);
    }
    String unit = "U26-" + in.order;
    in.announce("A26-" + in.order, unit, "'sku':'S-1','quantity':2");
    in.ok("receive_unit", "'unit':'" + unit + "'");
    InboundRefusal.UnitNotAnnounced came =
        (InboundRefusal.UnitNotAnnounced) refusal(in.ask("receive_unit", "'unit':'" + unit + "'"));
    assertCame(came.came(), "handling_unit", unit);
    InboundRefusal.UnitNotAnnounced never =
        (InboundRefusal.UnitNotAnnounced) refusal(in.ask("receive_unit", "'unit':'U-NEVER'"));
    assertEquals(Optional.empty(), never.came());
  }

  private static Refusal refusal(Answer answer) {
    return assertInstanceOf(Answer.Refused.class, answer).refusal();
  }

  private void assertCame(Optional<Came> came, String column, String code) {
    String where = " FROM movement WHERE " + column + " = '" + code + "'";
    assertEquals(in.text("SELECT author" + where), came.orElseThrow().who().code());
    assertEquals("DOCK", came.get().place().code());
    assertEquals(
        in.text("SELECT floor(extract(epoch FROM recorded_at) * 1000)::bigint" + where),
        "" + came.get().moment().toEpochMilli());
  }

  /// The last of the figures.
  private static int damaged(String balances) {
    return balances.isEmpty()
        ? 0
        : Integer.parseInt(balances.substring(balances.lastIndexOf(' ') + 1));
  }
}
