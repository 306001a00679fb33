package dev.stockwright.server.transferring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What becomes of the goods of a transfer when they arrive: which piece it is, what it is worth,
/// and where it goes. Each test has a product of its own.
class TransferGoodsTest {
  private static final Floor FLOOR = new Floor();

  @AfterAll
  static void close() {
    FLOOR.close();
  }

  @AfterEach
  void everythingAddsUp() {
    FLOOR.assertAddsUp();
  }

  @Test
  void piecesAreReceivedByTheirNumbersAndTheMissingOneIsKnown() {
    FLOOR.site.change("UPDATE product SET serial_tracked = true WHERE sku = 'S-1'");
    for (String serial : List.of("P1", "P2", "P3")) {
      FLOOR.receive("W1", "S-1", 1, ",'location':'A-01','lot':'" + serial + "'");
    }
    approved("PIECES", "S-1", 3);
    for (String serial : List.of("P1", "P2", "P3")) {
      pack("PIECES", "S-1", 1, ",'lot':'" + serial + "'");
    }
    FLOOR.ok(step("ship_transfer", "W1", "PIECES", ""));
    assertEquals(
        "S-1 needs a serial number for each piece. Scan or type it.",
        FLOOR.no(step("receive_transfer", "W2", "PIECES", arrived("S-1", "'good':2"))));
    FLOOR.ok(
        step(
            "receive_transfer",
            "W2",
            "PIECES",
            ",'arrived':[{'sku':'S-1','good':1,'lot':'P3'},{'sku':'S-1','good':1,'lot':'P1'}],"
                + "'last':true"));
    assertEquals(List.of("P1 1", "P3 1"), piles("W2", "S-1", "DOCK"));
    assertEquals(
        List.of("P2"),
        FLOOR.words(
            "SELECT c.lot FROM transfer_content c JOIN transfer t ON t.id = c.transfer_id"
                + " WHERE t.number = 'PIECES' AND c.settled < c.shipped"));
    List<String> tasks = putAways("PIECES");
    assertEquals(1, tasks.size(), "one task brings all pieces");
    FLOOR.ok(
        "{'kind':'put_away','warehouse':'W2','task':'%s','to':'%s'}"
            .formatted(tasks.getFirst().split(" ")[0], tasks.getFirst().split(" ")[1]));
    assertEquals(List.of(), piles("W2", "S-1", "DOCK"));
  }

  @Test
  void theValueMovesWithTheGoods() {
    FLOOR.receive("W1", "S-2", 10, ",'location':'A-01'");
    FLOOR.site.change("UPDATE product SET unit_cost = 250 WHERE sku = 'S-2'");
    FLOOR.receive("W1", "S-2", 10, ",'location':'A-01'");
    FLOOR.receive("W2", "S-2", 4, ",'location':'A-01'");
    assertEquals(3500, value("W1", "S-2"));
    assertEquals(1000, value("W2", "S-2"));
    approved("WORTH", "S-2", 8);
    pack("WORTH", "S-2", 8, "");
    FLOOR.ok(step("ship_transfer", "W1", "WORTH", ""));
    FLOOR.site.change("UPDATE product SET unit_cost = 900 WHERE sku = 'S-2'");
    assertEquals(2100, value("W1", "S-2"));
    FLOOR.ok(step("receive_transfer", "W2", "WORTH", arrived("S-2", "'good':4,'damaged':2")));
    assertEquals(1000 + 6 * 175, value("W2", "S-2"));
    FLOOR.ok(step("close_transfer", "W1", "WORTH", ",'reason':'not_sent','found_in':'A-02'"));
    assertEquals(2100 + 2 * 175, value("W1", "S-2"));
  }

  @Test
  void whatArrivesAtADoorIsSentToTheBinThatTheRulesFind() {
    FLOOR.receive("W2", "S-3", 1, ",'location':'A-02'");
    FLOOR.receive("W1", "S-3", 6, ",'location':'A-01'");
    approved("DOOR", "S-3", 6);
    pack("DOOR", "S-3", 4, "");
    pack("DOOR", "S-3", 2, ",'onto':'BOX-3'");
    FLOOR.ok(step("ship_transfer", "W1", "DOOR", ""));
    FLOOR.ok(
        step("receive_transfer", "W2", "DOOR", arrived("S-3", "'good':4") + ",'units':['BOX-3']"));
    List<String> tasks = putAways("DOOR");
    assertEquals(2, tasks.size());
    assertTrue(tasks.stream().allMatch(task -> task.endsWith(" A-02")), tasks::toString);
    FLOOR.ok("{'kind':'put_unit_away','warehouse':'W2','unit':'BOX-3','to':'A-02'}");
    String loose = tasks.getFirst().split(" ")[0];
    FLOOR.ok("{'kind':'put_away','warehouse':'W2','task':'%s','to':'A-02'}".formatted(loose));
    assertEquals(List.of(), putAways("DOOR"));
    assertEquals(List.of(" 2", " 5"), piles("W2", "S-3", "A-02"));
  }

  @Test
  void whatStoodReadyForACancelledTransferIsBroughtBack() {
    FLOOR.receive("W1", "S-4", 5, ",'location':'A-01'");
    approved("BACK", "S-4", 5);
    pack("BACK", "S-4", 2, "");
    pack("BACK", "S-4", 3, ",'onto':'BOX-4'");
    FLOOR.ok(step("cancel_transfer", "W1", "BACK", ",'reason':'unwanted'"));
    List<String> tasks = putAways("BACK");
    assertEquals(2, tasks.size(), tasks::toString);
    for (String task : tasks) {
      FLOOR.ok(
          "{'kind':'put_away','warehouse':'W1','task':'%s','to':'%s'}"
              .formatted(task.split(" ")[0], task.split(" ")[1]));
    }
    assertEquals(List.of(), piles("W1", "S-4", "STAGE"));
  }

  @Test
  void whatIsTransferredAtOnceToADoorGoesOnToo() {
    FLOOR.receive("W1", "S-5", 3, ",'location':'A-01'");
    FLOOR.ok(
        "{'kind':'transfer_at_once','from_warehouse':'W1','to_warehouse':'W2','number':'NOW',"
            + "'lines':[{'sku':'S-5','quantity':3}]}");
    assertEquals(1, putAways("NOW").size());
    assertEquals(300, value("W2", "S-5"));
  }

  @Test
  void whatIsToldLateOfATransferThatOthersHaveReceivedIsOver() {
    FLOOR.receive("W1", "S-6", 5, ",'location':'A-01'");
    approved("LATE-1", "S-6", 5);
    pack("LATE-1", "S-6", 5, "");
    FLOOR.ok(step("ship_transfer", "W1", "LATE-1", ""));
    FLOOR.ok(step("receive_transfer", "W2", "LATE-1", arrived("S-6", "'good':3")));
    String four = step("receive_transfer", "W2", "LATE-1", arrived("S-6", "'good':3,'damaged':1"));
    assertTrue(FLOOR.no(four).contains("0 to 2"), "only two may still arrive");
    FLOOR.late(four);
    assertEquals("received", state("LATE-1"));
    assertEquals("7/0/2", FLOOR.level("W2", "S-6"), "five as sent, two on hold");
    assertEquals(2, checks("LATE-1"), "the sender looks");
    FLOOR.late(step("receive_transfer", "W2", "LATE-1", arrived("S-6", "'good':1")));
    assertEquals("received", state("LATE-1"));
    assertEquals("8/0/3", FLOOR.level("W2", "S-6"));
    assertEquals(
        3,
        FLOOR.figure(
            "SELECT sum(l.over) FROM transfer_line l JOIN transfer t ON t.id = l.transfer_id"
                + " WHERE t.number = 'LATE-1'"));
    FLOOR.lateNo(step("receive_transfer", "W2", "LATE-1", arrived("S-9", "'good':1")));
  }

  @Test
  void aUnitThatWasExplainedAsLostIsHereAllTheSame() {
    FLOOR.receive("W1", "S-7", 6, ",'location':'A-01'");
    approved("LATE-2", "S-7", 6);
    pack("LATE-2", "S-7", 4, ",'onto':'BOX-7'");
    pack("LATE-2", "S-7", 2, ",'onto':'BOX-8'");
    FLOOR.ok(step("ship_transfer", "W1", "LATE-2", ""));
    FLOOR.ok(step("receive_transfer", "W2", "LATE-2", ",'units':['BOX-8']"));
    FLOOR.ok(step("close_transfer", "W1", "LATE-2", ",'reason':'lost'"));
    String both = step("receive_transfer", "W2", "LATE-2", ",'units':['BOX-7','BOX-8']");
    FLOOR.no(both);
    FLOOR.late(both);
    assertEquals("closed", state("LATE-2"));
    assertEquals("6/0/4", FLOOR.level("W2", "S-7"), "the other one is here already");
    assertEquals(
        "4",
        FLOOR
            .words("SELECT on_hand FROM balance WHERE handling_unit = 'BOX-7' AND on_hand > 0")
            .getFirst());
    FLOOR.lateNo(step("receive_transfer", "W2", "LATE-2", ",'units':['BOX-8']"));
  }

  @Test
  void whatHasNotLeftYetIsNotRecordedAsHere() {
    FLOOR.receive("W1", "S-8", 2, ",'location':'A-01'");
    approved("LATE-3", "S-8", 2);
    pack("LATE-3", "S-8", 2, "");
    String all = step("receive_transfer", "W2", "LATE-3", arrived("S-8", "'good':2"));
    FLOOR.lateNo(all);
    FLOOR.ok(step("ship_transfer", "W1", "LATE-3", ""));
    FLOOR.late(all);
    assertEquals("2/0/0", FLOOR.level("W2", "S-8"), "sent again, it is as ever");
  }

  private static String state(String number) {
    return FLOOR.words("SELECT state FROM transfer WHERE number = '" + number + "'").getFirst();
  }

  private static long checks(String number) {
    return FLOOR.figure(
        "SELECT sum(quantity) FROM task WHERE kind = 'check' AND reference = '" + number + "'");
  }

  private static void approved(String number, String sku, long units) {
    FLOOR.ok(
        ("{'kind':'request_transfer','from_warehouse':'W1','to_warehouse':'W2','number':'%s',"
                + "'lines':[{'sku':'%s','quantity':%d}]}")
            .formatted(number, sku, units));
    FLOOR.ok("ben", step("approve_transfer", "W1", number, ""));
  }

  private static void pack(String number, String sku, long units, String more) {
    FLOOR.ok(
        step(
            "pack_transfer",
            "W1",
            number,
            ",'sku':'" + sku + "','quantity':" + units + ",'from':'A-01'" + more));
  }

  private static String step(String kind, String warehouse, String number, String more) {
    return "{'kind':'%s','warehouse':'%s','transfer':'%s'%s}"
        .formatted(kind, warehouse, number, more);
  }

  private static String arrived(String sku, String figures) {
    return ",'arrived':[{'sku':'" + sku + "'," + figures + "}]";
  }

  /// Number and bin of the put-aways of a transfer that wait.
  private static List<String> putAways(String number) {
    return FLOOR.words(
        "SELECT t.number || ' ' || t.to_place FROM task t JOIN put_away p ON p.task_id = t.id"
            + " WHERE t.document = 'transfer' AND t.state IN ('open', 'leased')"
            + " AND t.reference = '"
            + number
            + "' ORDER BY t.id");
  }

  private static List<String> piles(String warehouse, String sku, String place) {
    return FLOOR.words(
        ("SELECT b.lot || ' ' || b.on_hand FROM balance b JOIN product p ON p.id = b.product_id"
                + " JOIN location l ON l.id = b.location_id"
                + " JOIN warehouse w ON w.id = b.warehouse_id WHERE w.code = '%s'"
                + " AND p.sku = '%s' AND l.code = '%s' AND b.on_hand > 0 ORDER BY 1")
            .formatted(warehouse, sku, place));
  }

  private static long value(String warehouse, String sku) {
    return FLOOR.figure(
        ("SELECT l.value FROM stock_level l JOIN product p ON p.id = l.product_id"
                + " JOIN warehouse w ON w.id = l.warehouse_id"
                + " WHERE w.code = '%s' AND p.sku = '%s'")
            .formatted(warehouse, sku));
  }
}
