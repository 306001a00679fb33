package dev.stockwright.server.transferring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.server.queries.Scope;
import dev.stockwright.server.queries.TransferQueries;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Transfers on a real desk with a real database. Each test has a product of its own.
class TransferEngineTest {
  private static final Floor FLOOR = new Floor();
  private static final Scope BOTH = new Scope(List.of("W1", "W2"));
  private final TransferQueries queries = new TransferQueries(FLOOR.site.database);

  @AfterAll
  static void close() {
    FLOOR.close();
  }

  @AfterEach
  void everythingAddsUp() {
    FLOOR.assertAddsUp();
  }

  @Test
  void fromTheRequestToTheReceipt() {
    FLOOR.receive("W1", "S-1", 10, ",'location':'A-01'");
    FLOOR.ok("{'kind':'set_lead_time','from_warehouse':'W1','to_warehouse':'W2','hours':36}");
    assertEquals("requested", request("FLOW", "S-1", 6));
    assertEquals("10/0/0", FLOOR.level("W1", "S-1"));
    assertEquals("approved", FLOOR.ok(Floor.BEN, step("approve_transfer", "W1", "FLOW", "")));
    assertEquals("10/6/0", FLOOR.level("W1", "S-1"));
    assertEquals(List.of("transfer A-01 open"), tasks("W1", "FLOW"));
    assertEquals("approved", pack("FLOW", "S-1", 4, ",'onto':'CARTON-1'"));
    assertEquals("packed", pack("FLOW", "S-1", 2, ",'onto':'CARTON-1'"));
    assertEquals(List.of("transfer A-01 done"), tasks("W1", "FLOW"));
    assertEquals("10/6/0", FLOOR.level("W1", "S-1"));
    assertEquals(6, FLOOR.figure("SELECT on_hand FROM balance WHERE handling_unit = 'CARTON-1'"));
    assertEquals("shipped", FLOOR.ok(step("ship_transfer", "W1", "FLOW", "")));
    assertEquals("4/0/0", FLOOR.level("W1", "S-1"));
    assertEquals("0/0/0", FLOOR.level("W2", "S-1"));
    assertEquals(
        6,
        queries
            .inTransit(BOTH, Optional.of("S-1"), 10, Optional.empty())
            .items()
            .getFirst()
            .units());
    assertEquals(
        36 * 3600,
        FLOOR.figure(
            "SELECT extract(epoch FROM expected_at - shipped_at) FROM transfer"
                + " WHERE number = 'FLOW'"));
    assertEquals(
        "received", FLOOR.ok(step("receive_transfer", "W2", "FLOW", ",'units':['CARTON-1']")));
    assertEquals("6/0/0", FLOOR.level("W2", "S-1"));
    assertEquals(List.of("receive  done", "put_away DOCK open"), tasks("W2", "FLOW"));
    assertEquals(
        List.of("W2 open"),
        FLOOR.words(
            "SELECT w.code || ' ' || h.state FROM handling_unit h JOIN warehouse w"
                + " ON w.id = h.warehouse_id WHERE h.code = 'CARTON-1'"));
    TransferQueries.TransferSheet sheet = queries.find(BOTH, "FLOW").orElseThrow();
    assertEquals(
        List.of("requested", "approved", "approved", "packed", "shipped", "received"),
        sheet.history().stream().map(TransferQueries.HistoryItem::state).toList());
    assertEquals(Optional.of("ben"), sheet.transfer().approvedBy());
    assertEquals(0, sheet.transfer().inTransit());
  }

  @Test
  void whatIsMissingStaysInTransitWithItsOwnerUntilItIsExplained() {
    shipped("SHORT", "S-2", 10);
    assertEquals("shipped", receive("SHORT", "'good':4", false));
    assertEquals("short", receive("SHORT", "'good':2,'damaged':1", true));
    assertEquals("7/0/1", FLOOR.level("W2", "S-2"));
    TransferQueries.TransferSheet sheet = queries.find(BOTH, "SHORT").orElseThrow();
    assertEquals(Optional.of("W1"), sheet.owner());
    assertEquals(3, sheet.transfer().inTransit());
    assertEquals(List.of("check STAGE open"), tasks("W1", "SHORT").subList(1, 2));
    assertEquals(
        "Wrong warehouse: W2. Expected W1.",
        FLOOR.no(step("close_transfer", "W2", "SHORT", ",'reason':'lost'")));
    assertEquals(
        "short",
        FLOOR.ok(
            step(
                "close_transfer",
                "W1",
                "SHORT",
                ",'reason':'not_sent','missing':[{'sku':'S-2','quantity':1}],'found_in':'A-02'")));
    assertEquals("1/0/0", FLOOR.level("W1", "S-2"));
    assertEquals("short", receive("SHORT", "'good':1", false));
    assertEquals("closed", FLOOR.ok(step("close_transfer", "W1", "SHORT", ",'reason':'lost'")));
    assertEquals(
        1,
        FLOOR.figure(
            "SELECT sum(lost_and_found) FROM stock_level l JOIN product p ON p.id = l.product_id"
                + " WHERE p.sku = 'S-2'"));
    assertEquals(List.of("check STAGE done"), tasks("W1", "SHORT").subList(1, 2));
  }

  @Test
  void whatCameOverIsOnHoldUntilItIsAccepted() {
    FLOOR.receive("W1", "S-3", 2, ",'location':'A-01'");
    shipped("OVER", "S-3", 5);
    assertTrue(
        FLOOR
            .no(step("receive_transfer", "W2", "OVER", arrived("S-3", "'good':7")))
            .contains("Expected 0 to 5, what is beyond as over."));
    assertEquals(
        "received",
        FLOOR.ok(step("receive_transfer", "W2", "OVER", arrived("S-3", "'good':5,'over':2"))));
    assertEquals("7/0/2", FLOOR.level("W2", "S-3"));
    assertEquals("2/0/0", FLOOR.level("W1", "S-3"));
    String accept =
        "{'kind':'accept_over','from_warehouse':'W1','to_warehouse':'W2','transfer':'OVER',"
            + "'sku':'S-3','quantity':%d,'from':'A-01','held_in':'DOCK'}";
    assertTrue(FLOOR.no(accept.formatted(3)).contains("Expected 0 to 2."));
    FLOOR.ok(accept.formatted(2));
    assertEquals("7/0/0", FLOOR.level("W2", "S-3"));
    assertEquals("0/0/0", FLOOR.level("W1", "S-3"));
    assertEquals(
        0,
        FLOOR.figure(
            "SELECT sum(abs(unreconciled)) FROM stock_level l JOIN product p"
                + " ON p.id = l.product_id WHERE p.sku = 'S-3'"));
  }

  @Test
  void lotsArriveAsTheyWereSent() {
    FLOOR.receive("W1", "S-4", 6, ",'location':'A-01','lot':'L1'");
    FLOOR.receive("W1", "S-4", 4, ",'location':'A-01','lot':'L2'");
    request("LOTS", "S-4", 10);
    FLOOR.ok(Floor.BEN, step("approve_transfer", "W1", "LOTS", ""));
    assertTrue(
        FLOOR.no(packing("LOTS", "S-4", 1, "")).startsWith("Only 0 of S-4 in A-01, 1 wanted."));
    pack("LOTS", "S-4", 6, ",'lot':'L1'");
    pack("LOTS", "S-4", 4, ",'lot':'L2'");
    FLOOR.ok(step("ship_transfer", "W1", "LOTS", ""));
    assertEquals(
        "S-4 needs its lot. Scan or type it.",
        FLOOR.no(step("receive_transfer", "W2", "LOTS", arrived("S-4", "'good':7,'damaged':3"))));
    FLOOR.ok(
        step(
            "receive_transfer",
            "W2",
            "LOTS",
            ",'arrived':[{'sku':'S-4','good':6,'lot':'L1'},"
                + "{'sku':'S-4','good':1,'damaged':3,'lot':'L2'}]"));
    assertEquals(
        List.of("L1 available 6", "L2 available 1", "L2 damaged 3"),
        FLOOR.words(
            "SELECT b.lot || ' ' || b.condition || ' ' || b.on_hand FROM balance b"
                + " JOIN product p ON p.id = b.product_id JOIN warehouse w ON w.id = b.warehouse_id"
                + " WHERE p.sku = 'S-4' AND w.code = 'W2' AND b.on_hand > 0 ORDER BY 1"));
  }

  @Test
  void atOnceNoPartOfAUnitGoesToAnotherSite() {
    FLOOR.site.change("INSERT INTO product (sku, name) VALUES ('S-12', 'Twelve')");
    FLOOR.receive("W1", "S-12", 8, ",'location':'A-01','handling_unit':'PAL-9'");
    FLOOR.receive("W1", "S-12", 3, ",'location':'A-01'");
    String transfer =
        "{'kind':'transfer_stock','from_warehouse':'W1','to_warehouse':'W2','sku':'S-12','quantity':%d}";
    assertEquals(
        "Quantity of S-12 4 is not possible here. Expected 0 to 3, which lie loose; the others are"
            + " in handling units: take them out with move_goods, or send whole units with"
            + " pack_transfer_unit.",
        FLOOR.no(transfer.formatted(4)));
    assertTrue(FLOOR.no(transfer.formatted(12)).startsWith("Only 11 of S-12"));
    FLOOR.ok(transfer.formatted(2));
    FLOOR.ok(
        "{'kind':'move_goods','warehouse':'W1','sku':'S-12','quantity':1,'from':'A-01','to':'A-02','out_of':'PAL-9'}");
    FLOOR.ok(transfer.formatted(2));
    assertEquals(
        List.of("W1 7", "W2 4"),
        FLOOR.words(
            "SELECT w.code || ' ' || sum(b.on_hand) FROM balance b"
                + " JOIN warehouse w ON w.id = b.warehouse_id JOIN product p ON p.id = b.product_id"
                + " JOIN location l ON l.id = b.location_id"
                + " WHERE p.sku = 'S-12' AND l.kind <> 'virtual'"
                + " AND (w.code = 'W1') = (b.handling_unit = 'PAL-9')"
                + " GROUP BY w.code ORDER BY 1"));
  }

  @Test
  void aPalletGoesAsItIsWithWhatItCarries() {
    FLOOR.receive("W1", "S-5", 8, ",'location':'A-02','handling_unit':'BOX-1'");
    FLOOR.receive("W1", "S-5", 4, ",'location':'A-02','handling_unit':'PAL-1'");
    FLOOR.ok("{'kind':'nest_handling_unit','warehouse':'W1','unit':'BOX-1','into':'PAL-1'}");
    request("PALLET", "S-5", 12);
    FLOOR.ok(Floor.BEN, step("approve_transfer", "W1", "PALLET", ""));
    assertEquals(
        "packed",
        FLOOR.ok(step("pack_transfer_unit", "W1", "PALLET", ",'unit':'PAL-1','to':'STAGE'")));
    assertTrue(
        FLOOR
            .no(step("pack_transfer_unit", "W1", "PALLET", ",'unit':'PAL-1'"))
            .startsWith("Transfer PALLET is packed; this needs one that is approved"));
    FLOOR.ok("{'kind':'move_handling_unit','warehouse':'W1','unit':'PAL-1','to':'DOCK'}");
    assertEquals("shipped", FLOOR.ok(step("ship_transfer", "W1", "PALLET", "")));
    assertTrue(
        FLOOR
            .no("{'kind':'move_handling_unit','warehouse':'W1','unit':'PAL-1','to':'A-01'}")
            .startsWith("Handling unit PAL-1 is in_transit"));
    assertEquals(
        "Wrong handling unit: PAL-9. Expected BOX-1, PAL-1.",
        FLOOR.no(step("receive_transfer", "W2", "PALLET", ",'units':['PAL-9']")));
    assertEquals(
        "received", FLOOR.ok(step("receive_transfer", "W2", "PALLET", ",'units':['PAL-1']")));
    assertEquals("12/0/0", FLOOR.level("W2", "S-5"));
    FLOOR.ok("{'kind':'move_handling_unit','warehouse':'W2','unit':'PAL-1','to':'A-03'}");
    assertEquals(
        12,
        FLOOR.figure(
            "SELECT sum(b.on_hand) FROM balance b JOIN location l"
                + " ON l.id = b.location_id JOIN warehouse w ON w.id = l.warehouse_id"
                + " WHERE w.code = 'W2' AND l.code = 'A-03'"));
  }

  @Test
  void aCancelledTransferGivesItsPromiseBackAndItsGoodsGoBack() {
    FLOOR.receive("W1", "S-6", 5, ",'location':'A-01'");
    request("GONE", "S-6", 5);
    assertEquals(
        "There is transfer GONE already. Use another number.",
        FLOOR.no(requesting("GONE", "S-6", 1)));
    FLOOR.ok(Floor.BEN, step("approve_transfer", "W1", "GONE", ""));
    pack("GONE", "S-6", 2, "");
    assertEquals("5/5/0", FLOOR.level("W1", "S-6"));
    assertTrue(
        FLOOR
            .no(step("cancel_transfer", "W2", "GONE", ",'reason':'nonsense'"))
            .startsWith("Reason nonsense is not possible here."));
    assertEquals(
        "cancelled", FLOOR.ok(step("cancel_transfer", "W2", "GONE", ",'reason':'unwanted'")));
    assertEquals("5/0/0", FLOOR.level("W1", "S-6"));
    assertEquals(List.of("transfer A-01 cancelled", "put_away STAGE open"), tasks("W1", "GONE"));
    assertTrue(
        FLOOR
            .no(step("ship_transfer", "W1", "GONE", ""))
            .startsWith("Transfer GONE is cancelled; this needs one that is packed"));
  }

  @Test
  void whoGivesMayGiveLessAndShipLess() {
    FLOOR.receive("W1", "S-7", 5, ",'location':'A-01'");
    request("LESS", "S-7", 9);
    assertTrue(
        FLOOR
            .no(Floor.BEN, step("approve_transfer", "W1", "LESS", ""))
            .startsWith("Only 5 of S-7 available in W1, 9 wanted."));
    FLOOR.ok(
        Floor.BEN, step("approve_transfer", "W1", "LESS", ",'granted':[{'sku':'S-7','units':4}]"));
    assertEquals("5/4/0", FLOOR.level("W1", "S-7"));
    pack("LESS", "S-7", 3, "");
    assertTrue(
        FLOOR
            .no(step("ship_transfer", "W1", "LESS", ""))
            .startsWith("Transfer LESS is approved; this needs one that is packed"));
    assertEquals("shipped", FLOOR.ok(step("ship_transfer", "W1", "LESS", ",'incomplete':true")));
    assertEquals("2/0/0", FLOOR.level("W1", "S-7"));
    FLOOR.site.change(
        "UPDATE transfer SET expected_at = now() - interval '1 hour' WHERE number = 'LESS'");
    var late =
        new TransferQueries.Filter(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), true);
    assertEquals(
        List.of("LESS"),
        queries.list(BOTH, late, 10, Optional.empty()).items().stream()
            .map(TransferQueries.TransferItem::number)
            .toList());
    assertEquals(
        List.of(), queries.list(new Scope(List.of("W9")), late, 10, Optional.empty()).items());
    FLOOR.ok(step("receive_transfer", "W2", "LESS", arrived("S-7", "'good':3")));
  }

  @Test
  void atOnceAllIsDoneInOneGoOrNotAtAll() {
    FLOOR.receive("W1", "S-8", 7, ",'location':'A-01'");
    FLOOR.receive("W1", "S-9", 1, ",'location':'A-01'");
    String once =
        "{'kind':'transfer_at_once','from_warehouse':'W1','to_warehouse':'W2','number':'ONCE%d',"
            + "'to':'A-02','lines':[{'sku':'S-8','quantity':3},{'sku':'S-8','quantity':4},"
            + "{'sku':'S-9','quantity':%d}]}";
    assertTrue(FLOOR.no(once.formatted(1, 2)).startsWith("Only 1 of S-9 available in W1"));
    assertEquals("7/0/0", FLOOR.level("W1", "S-8"));
    assertEquals("received", FLOOR.ok(once.formatted(2, 1)));
    assertEquals("0/0/0", FLOOR.level("W1", "S-8"));
    assertEquals("7/0/0", FLOOR.level("W2", "S-8"));
    assertEquals(
        List.of("approved", "shipped", "received"),
        queries.find(BOTH, "ONCE2").orElseThrow().history().stream()
            .map(TransferQueries.HistoryItem::state)
            .toList());
  }

  @Test
  void ownRequestsNeedAnotherPersonUnlessAWarehouseDoesWithout() {
    FLOOR.receive("W1", "S-9", 1, "");
    request("OWN", "S-9", 1);
    assertEquals(
        "Another person than ana must approve transfer OWN. Ask a colleague.",
        FLOOR.no(step("approve_transfer", "W1", "OWN", "")));
    FLOOR.site.change(
        "INSERT INTO setting (warehouse_id, name, value) SELECT id, 'transfer.other_person', '0'"
            + " FROM warehouse WHERE code = 'W1'");
    assertEquals("approved", FLOOR.ok(step("approve_transfer", "W1", "OWN", "")));
    FLOOR.site.change("DELETE FROM setting WHERE name = 'transfer.other_person'");
    assertEquals("cancelled", FLOOR.ok(step("cancel_transfer", "W1", "OWN", ",'reason':'other'")));
    assertEquals(
        "No transfer NONE here. Check its number.",
        FLOOR.no(step("ship_transfer", "W1", "NONE", "")));
  }

  private static void shipped(String number, String sku, long units) {
    FLOOR.receive("W1", sku, units, ",'location':'A-03'");
    request(number, sku, units);
    FLOOR.ok(Floor.BEN, step("approve_transfer", "W1", number, ""));
    FLOOR.ok(packing(number, sku, units, "").replace("A-01", "A-03"));
    FLOOR.ok(step("ship_transfer", "W1", number, ""));
  }

  private static String receive(String number, String figures, boolean last) {
    return FLOOR.ok(
        step("receive_transfer", "W2", number, arrived("S-2", figures) + ",'last':" + last));
  }

  private static String arrived(String sku, String figures) {
    return ",'arrived':[{'sku':'" + sku + "'," + figures + "}]";
  }

  private static String request(String number, String sku, long units) {
    return FLOOR.ok(requesting(number, sku, units));
  }

  private static String requesting(String number, String sku, long units) {
    return ("{'kind':'request_transfer','from_warehouse':'W1','to_warehouse':'W2','number':'%s',"
            + "'lines':[{'sku':'%s','quantity':%d}]}")
        .formatted(number, sku, units);
  }

  private static String pack(String number, String sku, long units, String more) {
    return FLOOR.ok(packing(number, sku, units, more));
  }

  private static String packing(String number, String sku, long units, String more) {
    return step(
        "pack_transfer",
        "W1",
        number,
        ",'sku':'" + sku + "','quantity':" + units + ",'from':'A-01'" + more);
  }

  private static String step(String kind, String warehouse, String number, String more) {
    return "{'kind':'%s','warehouse':'%s','transfer':'%s'%s}"
        .formatted(kind, warehouse, number, more);
  }

  private static List<String> tasks(String warehouse, String number) {
    return FLOOR.words(
        "SELECT t.kind || ' ' || t.place || ' ' || t.state FROM task t JOIN warehouse w"
            + " ON w.id = t.warehouse_id WHERE w.code = '"
            + warehouse
            + "' AND t.reference = '"
            + number
            + "' ORDER BY t.id");
  }
}
