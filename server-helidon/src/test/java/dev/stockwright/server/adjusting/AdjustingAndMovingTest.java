package dev.stockwright.server.adjusting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.server.ledger.LedgerVerifier;
import dev.stockwright.server.queries.AdjustmentQueries;
import dev.stockwright.server.queries.Scope;
import dev.stockwright.server.transferring.Floor;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Adjustments with a second pair of eyes and moves that look at the bin, on a real desk. Each test
/// has a product of its own.
class AdjustingAndMovingTest {
  private static final Floor FLOOR = new Floor();
  private static final String WHERE = ",'location':'A-01'";

  @AfterAll
  static void close() {
    assertEquals(List.of(), new LedgerVerifier(FLOOR.site.database).verify().findings());
    FLOOR.close();
  }

  @AfterEach
  void everythingAddsUp() {
    FLOOR.assertAddsUp();
  }

  @Test
  void withinTheLimitACorrectionIsDoneAtOnceBeyondItWaits() {
    FLOOR.receive("W1", "S-1", 100, WHERE);
    assertEquals("applied", propose(Floor.ANA, "S-1", -5, "AJ-A"));
    assertEquals("95/0/0", FLOOR.level("W1", "S-1"));
    assertEquals("waiting", propose(Floor.ANA, "S-1", -30, "AJ-B"));
    assertEquals("95/0/0", FLOOR.level("W1", "S-1"));
    assertEquals("waiting", propose(Floor.WIM, "S-1", -1, "AJ-C"));
    assertEquals(
        "Another person than ana must decide about AJ-B. Ask a colleague.",
        FLOOR.no(decide("approve", "AJ-B", "")));
    assertEquals("applied", FLOOR.ok(Floor.BEN, decide("approve", "AJ-B", "")));
    assertEquals("65/0/0", FLOOR.level("W1", "S-1"));
    assertEquals(
        "Adjustment AJ-B is applied; this needs one that is waiting.",
        FLOOR.no(Floor.CLEO, decide("approve", "AJ-B", "")));
    assertEquals("rejected", FLOOR.ok(Floor.BEN, decide("reject", "AJ-C", ",'reason':'wrong'")));
    assertEquals("65/0/0", FLOOR.level("W1", "S-1"));
    assertEquals(
        List.of("AJ-A -5", "AJ-B -30"),
        FLOOR.words(
            "SELECT reference || ' ' || level_after - level_before FROM movement m"
                + " JOIN product p ON p.id = m.product_id WHERE p.sku = 'S-1'"
                + " AND reference IS NOT NULL ORDER BY n"));
  }

  @Test
  void aLargeCorrectionCannotBeCutIntoSmallOnes() {
    FLOOR.receive("W1", "S-2", 100, WHERE);
    assertEquals("applied", propose(Floor.BEN, "S-2", -12, "AJ-D"));
    assertEquals("waiting", propose(Floor.BEN, "S-2", -12, "AJ-E"));
    assertEquals("applied", propose(Floor.CLEO, "S-2", 12, "AJ-F"));
    assertEquals(
        List.of("24 units of at most 20"),
        FLOOR.words("SELECT why FROM adjustment WHERE number = 'AJ-E'"));
  }

  @Test
  void aProposalThatHasGrownOldIsADifferenceAndNeverOverwrites() {
    FLOOR.receive("W1", "S-3", 50, WHERE);
    assertEquals("waiting", propose(Floor.ANA, "S-3", -40, "AJ-G"));
    FLOOR.ok(
        "{'kind':'move_goods','warehouse':'W1','sku':'S-3','quantity':20,'from':'A-01','to':'A-02'}");
    assertEquals(
        "Only 30 of S-3 in A-01, 40 wanted. Take less or count the stock.",
        FLOOR.no(Floor.BEN, decide("approve", "AJ-G", "")));
    FLOOR.ok(
        "{'kind':'move_goods','warehouse':'W1','sku':'S-3','quantity':15,'from':'A-02','to':'A-01'}");
    FLOOR.ok(
        "{'kind':'place_reservation','order':'SO-OLD','lines':[{'sku':'S-3','warehouse':'W1','quantity':12}]}");
    assertTrue(
        FLOOR.no(Floor.BEN, decide("approve", "AJ-G", "")).startsWith("Only 38 of S-3 available"));
    FLOOR.ok("{'kind':'release_reservation','order':'SO-OLD'}");
    assertEquals("applied", FLOOR.ok(Floor.BEN, decide("approve", "AJ-G", "")));
    assertEquals("10/0/0", FLOOR.level("W1", "S-3"));
    assertEquals(
        List.of("5"), FLOOR.words("SELECT on_hand_after FROM adjustment WHERE number = 'AJ-G'"));
    AdjustmentQueries queries = new AdjustmentQueries(FLOOR.site.database);
    var item = queries.find(new Scope(List.of("W1")), "AJ-G").orElseThrow();
    assertEquals(
        "ana ben 4000", item.proposedBy() + " " + item.decidedBy().orElse("") + " " + item.value());
    assertEquals(Optional.empty(), queries.find(new Scope(List.of("W2")), "AJ-G"));
  }

  @Test
  void theLimitIsSetByWarehouseAndRole() {
    FLOOR.receive("W1", "S-4", 100, WHERE);
    FLOOR.site.change(
        "INSERT INTO setting (warehouse_id, name, value) SELECT id, 'adjustment.limit_units.worker',"
            + " '3' FROM warehouse WHERE code = 'W1';"
            + " INSERT INTO setting (name, value) VALUES ('adjustment.limit_value.worker', '200')");
    assertEquals("applied", propose(Floor.WIM, "S-4", -2, "AJ-H"));
    assertEquals("waiting", propose(Floor.WIM, "S-4", -1, "AJ-I"));
    FLOOR.site.change("DELETE FROM setting WHERE name LIKE '%.worker'");
    AdjustmentQueries queries = new AdjustmentQueries(FLOOR.site.database);
    var waiting =
        new AdjustmentQueries.Filter(Optional.of("waiting"), Optional.of("S-4"), Optional.empty());
    assertEquals(
        List.of("AJ-I"),
        queries.list(new Scope(List.of("W1")), waiting, 10, Optional.empty()).items().stream()
            .map(AdjustmentQueries.AdjustmentItem::number)
            .toList());
    assertTrue(
        FLOOR
            .no(
                "{'kind':'propose_adjustment','warehouse':'W1','sku':'S-4','change':-1,"
                    + "'location':'A-01','reason':'full'}")
            .startsWith("Reason full is not possible here."));
  }

  @Test
  void aMoveLooksAtLocksMixingAndRoom() {
    FLOOR.receive("W2", "S-5", 10, WHERE);
    FLOOR.receive("W2", "S-6", 1, ",'location':'A-02'");
    FLOOR.site.change(
        "UPDATE location SET mixing = 'one_product', capacity_units = 8, locked_in = true,"
            + " lock_reason = 'spill' WHERE code = 'A-03' AND warehouse_id ="
            + " (SELECT id FROM warehouse WHERE code = 'W2')");
    String move =
        "{'kind':'move_goods','warehouse':'W2','sku':'S-5','quantity':%d,'from':'A-01','to':'A-03'}";
    assertEquals(
        "A-03 takes nothing in (spill). Use another location.", FLOOR.no(move.formatted(1)));
    FLOOR.site.change("UPDATE location SET locked_in = false");
    FLOOR.ok(move.formatted(5));
    assertEquals(
        "Location A-03 has room for 3 units, not for 4. Use another location.",
        FLOOR.no(move.formatted(4)));
    assertEquals(
        "Location A-03 holds S-5 and takes one product only, not S-6. Use another location.",
        FLOOR.no(
            "{'kind':'move_goods','warehouse':'W2','sku':'S-6','quantity':1,'from':'A-02','to':'A-03'}"));
    FLOOR.site.change("UPDATE location SET locked_out = true WHERE code = 'A-01'");
    assertEquals("A-01 gives nothing out. Use another location.", FLOOR.no(move.formatted(1)));
    FLOOR.site.change("UPDATE location SET locked_out = false");
    assertTrue(FLOOR.no(move.formatted(6)).startsWith("Only 5 of S-5 in A-01, 6 wanted."));
    assertEquals("10/0/0", FLOOR.level("W2", "S-5"));
  }

  @Test
  void aHandlingUnitMovesWithAllThatItCarries() {
    FLOOR.receive("W2", "S-7", 4, ",'location':'A-01','handling_unit':'T-1'");
    FLOOR.receive("W2", "S-8", 2, ",'location':'A-01','handling_unit':'T-1'");
    FLOOR.receive("W2", "S-8", 6, ",'location':'A-01','handling_unit':'P-1'");
    FLOOR.receive("W2", "S-8", 1, ",'location':'A-01'");
    FLOOR.ok(nest("T-1", "P-1"));
    assertEquals("From and to are both T-1. Choose another place.", FLOOR.no(nest("P-1", "T-1")));
    FLOOR.ok("{'kind':'move_handling_unit','warehouse':'W2','unit':'P-1','to':'STAGE'}");
    assertEquals(
        List.of("P-1 S-8 6", "T-1 S-7 4", "T-1 S-8 2"),
        FLOOR.words(
            "SELECT b.handling_unit || ' ' || p.sku || ' ' || b.on_hand FROM balance b"
                + " JOIN product p ON p.id = b.product_id JOIN location l ON l.id = b.location_id"
                + " WHERE l.code = 'STAGE' AND b.on_hand > 0 AND p.sku IN ('S-7', 'S-8')"
                + " ORDER BY 1"));
    FLOOR.ok("{'kind':'free_handling_unit','warehouse':'W2','unit':'T-1'}");
    FLOOR.ok("{'kind':'move_handling_unit','warehouse':'W2','unit':'P-1','to':'A-02'}");
    assertEquals(
        6,
        FLOOR.figure(
            "SELECT sum(b.on_hand) FROM balance b JOIN location l"
                + " ON l.id = b.location_id WHERE l.code = 'STAGE' AND b.handling_unit = 'T-1'"));
    assertEquals(
        "From and to are both A-02. Choose another place.",
        FLOOR.no("{'kind':'move_handling_unit','warehouse':'W2','unit':'P-1','to':'A-02'}"));
    assertEquals(
        "No handling unit X-9 here. Check its number.",
        FLOOR.no("{'kind':'move_handling_unit','warehouse':'W2','unit':'X-9','to':'A-02'}"));
    assertEquals("Wrong location: STAGE. Expected A-02.", FLOOR.no(nest("T-1", "P-1")));
  }

  @Test
  void looseGoodsGoOntoAUnitAndOffIt() {
    FLOOR.receive("W2", "S-9", 5, WHERE);
    String on =
        "{'kind':'move_goods','warehouse':'W2','sku':'S-9','quantity':3,'from':'A-01','to':'A-01','onto':'N-1'}";
    FLOOR.ok(on);
    assertEquals(3, FLOOR.figure("SELECT on_hand FROM balance WHERE handling_unit = 'N-1'"));
    FLOOR.ok(
        "{'kind':'move_goods','warehouse':'W2','sku':'S-9','quantity':2,'from':'A-01','to':'A-02','out_of':'N-1'}");
    assertEquals(1, FLOOR.figure("SELECT on_hand FROM balance WHERE handling_unit = 'N-1'"));
    assertEquals("5/0/0", FLOOR.level("W2", "S-9"));
  }

  private static String nest(String unit, String into) {
    return "{'kind':'nest_handling_unit','warehouse':'W2','unit':'"
        + unit
        + "','into':'"
        + into
        + "'}";
  }

  private static String propose(String who, String sku, long change, String number) {
    return FLOOR.ok(
        who,
        ("{'kind':'propose_adjustment','warehouse':'W1','sku':'%s','change':%d,"
                + "'location':'A-01','reason':'other','number':'%s'}")
            .formatted(sku, change, number));
  }

  private static String decide(String what, String number, String more) {
    return "{'kind':'%s_adjustment','warehouse':'W1','adjustment':'%s'%s}"
        .formatted(what, number, more);
  }
}
