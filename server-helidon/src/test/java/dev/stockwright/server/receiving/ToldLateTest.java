package dev.stockwright.server.receiving;

import static dev.stockwright.server.receiving.InboundSite.line;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.stockwright.protocol.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What was done without a connection is insisted on: the goods lie there, whatever the bin takes.
class ToldLateTest {
  private static final InboundSite AT = new InboundSite();

  @AfterAll
  static void close() {
    AT.close();
  }

  @BeforeEach
  void newOrder() {
    AT.newOrder();
    AT.site.change("UPDATE location SET locked_in = false, locked_out = false");
  }

  private static void accepted(Answer answer) {
    assertInstanceOf(Answer.Accepted.class, answer, answer.toString());
  }

  private static String there(String bin) {
    return AT.text(
        "SELECT coalesce(sum(b.on_hand), 0) FROM balance b"
            + " JOIN location l ON l.id = b.location_id WHERE l.code = '"
            + bin
            + "'");
  }

  @Test
  void goodsThatLieInAnotherBinThanNamedAreThere() {
    String receipt = AT.started("");
    AT.ok("receive_line", line(receipt, "S-1", 7, ""));
    String put = "'task':'" + AT.task("true") + "','to':'B-38'";
    AT.site.change("UPDATE location SET locked_in = true WHERE code = 'B-38'");
    assertEquals("mismatch", AT.refused("put_away", put));
    accepted(AT.insisted("put_away", put));
    assertEquals("7", there("B-38"));
    assertEquals("wrong_state", AT.refused("put_away", put), "once");
  }

  @Test
  void aBinThatWasLockedMeanwhileHasTheGoods() {
    String receipt = AT.started("");
    AT.ok("receive_line", line(receipt, "S-1", 5, ""));
    String task = AT.task("true");
    String bin = AT.target("number", task);
    String before = there(bin);
    AT.site.change("UPDATE location SET locked_in = true WHERE code = '" + bin + "'");
    String put = "'task':'" + task + "','to':'" + bin + "'";
    assertEquals("bin_refuses", AT.refused("put_away", put));
    accepted(AT.insisted("put_away", put));
    assertEquals(Long.parseLong(before) + 5, Long.parseLong(there(bin)));
  }

  @Test
  void goodsWhoseTaskEndedMeanwhileLieWhereTheyWerePut() {
    String receipt = AT.started("");
    AT.ok("receive_line", line(receipt, "S-1", 6, ""));
    String task = AT.task("true");
    AT.site.change(
        "UPDATE task SET state = 'cancelled', ended_at = now(), ended_by = 'sue' WHERE number = '"
            + task
            + "'");
    long before = Long.parseLong(there("B-36"));
    String put = "'task':'" + task + "','to':'B-36'";
    assertEquals("wrong_state", AT.refused("put_away", put));
    accepted(AT.insisted("put_away", put + ",'units':4"));
    assertEquals(before + 4, Long.parseLong(there("B-36")));
    String held =
        "SELECT coalesce(sum(b.on_hand), 0) FROM balance b JOIN location l ON l.id = b.location_id"
            + " WHERE l.code = 'B-36' AND b.condition = 'hold'";
    assertEquals("0", AT.text(held));
    String checks = "SELECT count(*) FROM task WHERE kind = 'check' AND place = 'B-36'";
    assertEquals("0", AT.text(checks));
    AT.site.change("UPDATE location SET locked_in = true WHERE code = 'B-36'");
    long left =
        Long.parseLong(
            AT.text(
                "SELECT coalesce(sum(b.on_hand), 0) FROM balance b JOIN location l"
                    + " ON l.id = b.location_id JOIN product p ON p.id = b.product_id"
                    + " WHERE l.code = 'DOCK' AND p.sku = 'S-1' AND b.handling_unit = ''"
                    + " AND b.lot = '' AND b.condition = 'available'"));
    accepted(AT.insisted("put_away", put + ",'units':" + (left + 3)));
    assertEquals("3", AT.text(held), "more than the books had there");
    assertEquals("1", AT.text(checks), "somebody looks");
  }

  @Test
  void aUnitWhoseTaskEndedMeanwhileStandsWhereItWasPut() {
    String receipt = AT.started("");
    AT.ok("receive_line", line(receipt, "S-9", 4, ",'handling_unit':'TOTE-ENDED'"));
    AT.site.change(
        "UPDATE task SET state = 'cancelled', ended_at = now(), ended_by = 'sue'"
            + " WHERE handling_unit = 'TOTE-ENDED'");
    String put = "'unit':'TOTE-ENDED','to':'B-35'";
    assertEquals("wrong_state", AT.refused("put_unit_away", put));
    accepted(AT.insisted("put_unit_away", put));
    assertEquals("4", there("B-35"));
  }

  @Test
  void aPlaceThatIsNoneStaysUnknown() {
    String receipt = AT.started("");
    AT.ok("receive_line", line(receipt, "S-1", 5, ""));
    String put = "'task':'" + AT.task("true") + "','to':'";
    for (String nowhere : new String[] {"Z-99", "SCRAP"}) {
      assertInstanceOf(Answer.Refused.class, AT.insisted("put_away", put + nowhere + "'"));
    }
  }

  @Test
  void aUnitAndLooseGoodsThatWereMovedIntoALockedBinAreThere() {
    String receipt = AT.started("");
    AT.ok("receive_line", line(receipt, "S-9", 4, ",'handling_unit':'TOTE-LATE'"));
    AT.ok("receive_line", line(receipt, "S-8", 3, ""));
    AT.site.change("UPDATE location SET locked_in = true WHERE code = 'B-37'");
    String unit = "'unit':'TOTE-LATE','to':'B-37'";
    String loose = "'sku':'S-8','quantity':3,'from':'DOCK','to':'B-37'";
    assertEquals("location_locked", AT.refused("move_handling_unit", unit));
    assertEquals("location_locked", AT.refused("move_goods", loose));
    accepted(AT.insisted("move_handling_unit", unit));
    accepted(AT.insisted("move_goods", loose));
    assertEquals("7", there("B-37"));
  }
}
