package dev.stockwright.server.units;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.stockwright.server.transferring.Floor;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// Whatever brings goods onto a handling unit, it stands in one place afterwards.
class StandingUnitsTest {
  private static final Floor FLOOR = new Floor();

  @AfterAll
  static void stop() {
    FLOOR.assertAddsUp();
    FLOOR.close();
  }

  private static void pallet(String unit, String sku) {
    FLOOR.receive("W1", sku, 40, ",'location':'A-01'");
    FLOOR.ok(
        "{'kind':'move_goods','warehouse':'W1','sku':'%s','quantity':30,'from':'A-01','to':'A-01','onto':'%s'}"
            .formatted(sku, unit));
  }

  private static void moved(String unit, String to) {
    FLOOR.ok(
        "{'kind':'move_handling_unit','warehouse':'W1','unit':'%s','to':'%s'}".formatted(unit, to));
  }

  private static List<String> places(String unit) {
    return FLOOR.words(
        "SELECT w.code || ' ' || l.code || ' ' || sum(b.on_hand) FROM balance b"
            + " JOIN warehouse w ON w.id = b.warehouse_id JOIN location l ON l.id = b.location_id"
            + " WHERE b.on_hand > 0 AND b.handling_unit = '"
            + unit
            + "' GROUP BY w.code, l.code");
  }

  @Test
  void stockCommandsPutNothingOntoAUnitElsewhereAndMoveNoPartOfIt() {
    pallet("PAL-1", "S-1");
    String onto = ",'handling_unit':'PAL-1'}";
    assertEquals(
        "Wrong location: A-02. Expected A-01.",
        FLOOR.no(
            "{'kind':'receive_goods','warehouse':'W1','sku':'S-2','quantity':5,'location':'A-02'"
                + onto));
    assertEquals(
        "Wrong warehouse: W2. Expected W1.",
        FLOOR.no("{'kind':'receive_goods','warehouse':'W2','sku':'S-2','quantity':5" + onto));
    assertEquals(
        "Wrong location: A-02. Expected A-01.",
        FLOOR.no(
            "{'kind':'adjust_stock','warehouse':'W1','sku':'S-1','quantity_change':2,'reason':'found','location':'A-02'"
                + onto));
    assertEquals(
        "Wrong location: A-02. Expected A-01.",
        FLOOR.no(
            "{'kind':'move_stock','warehouse':'W1','sku':'S-1','quantity':7,'from':'A-01','to':'A-02'"
                + onto));
    FLOOR.ok(
        "{'kind':'receive_goods','warehouse':'W1','sku':'S-2','quantity':5,'location':'A-01'"
            + onto);
    assertEquals(List.of("W1 A-01 35"), places("PAL-1"));
    assertEquals(
        "Wrong location: A-02. Expected A-01.",
        FLOOR.no(
            "{'kind':'move_stock','warehouse':'W1','sku':'S-1','quantity':30,'from':'A-01','to':'A-02'"
                + onto),
        "other goods would stay behind");
  }

  @Test
  void aUnitThatHoldsOneProductOnlyMayBeMovedWhole() {
    pallet("PAL-2", "S-1");
    FLOOR.ok(
        "{'kind':'move_stock','warehouse':'W1','sku':'S-1','quantity':30,'from':'A-01','to':'A-02','handling_unit':'PAL-2'}");
    assertEquals(List.of("W1 A-02 30"), places("PAL-2"));
  }

  @Test
  void anEmptyUnitThatComesBackIsUsedAgain() {
    pallet("TOTE-1", "S-1");
    FLOOR.ok(
        "{'kind':'move_goods','warehouse':'W1','sku':'S-1','quantity':30,'from':'A-01','to':'A-01','out_of':'TOTE-1'}");
    FLOOR.ok(
        "{'kind':'receive_goods','warehouse':'W2','sku':'S-2','quantity':5,'location':'DOCK','handling_unit':'TOTE-1'}");
    assertEquals(List.of("W2 DOCK 5"), places("TOTE-1"));
    assertEquals(
        List.of("W2 open"),
        FLOOR.words(
            "SELECT w.code || ' ' || u.state FROM handling_unit u JOIN warehouse w"
                + " ON w.id = u.warehouse_id WHERE u.code = 'TOTE-1'"));
  }

  @Test
  void aCorrectionThatWaitedIsAppliedOnlyWhereItsUnitStands() {
    pallet("PAL-3", "S-3");
    FLOOR.ok(
        "{'kind':'propose_adjustment','warehouse':'W1','sku':'S-3','change':60,'location':'A-01','unit':'PAL-3','reason':'found','number':'COR-3'}");
    moved("PAL-3", "A-02");
    String approve = "{'kind':'approve_adjustment','warehouse':'W1','adjustment':'COR-3'}";
    assertEquals("Wrong location: A-01. Expected A-02.", FLOOR.no("ben", approve));
    FLOOR.site.change("UPDATE handling_unit SET state = 'in_transit' WHERE code = 'PAL-3'");
    assertEquals(
        "Handling unit PAL-3 is in_transit; this needs one that is open or closed.",
        FLOOR.no("ben", approve));
    FLOOR.site.change("UPDATE handling_unit SET state = 'open' WHERE code = 'PAL-3'");
    moved("PAL-3", "A-01");
    FLOOR.ok("ben", approve);
    assertEquals(List.of("W1 A-01 90"), places("PAL-3"));
  }

  @Test
  void whatWasCountedOnAUnitThatLeftIsForAPerson() {
    FLOOR.site.change(
        "INSERT INTO location (warehouse_id, code, kind) SELECT id, 'C-01', 'bin' FROM warehouse");
    pallet("PAL-4", "S-4");
    moved("PAL-4", "C-01");
    FLOOR.ok("{'kind':'request_count','warehouse':'W1','number':'CNT-1','bins':['C-01']}");
    FLOOR.ok("{'kind':'start_count','warehouse':'W1','count':'CNT-1'}");
    FLOOR.ok(
        "{'kind':'count_line','warehouse':'W1','count':'CNT-1','bin':'C-01','sku':'S-4','quantity':31,'handling_unit':'PAL-4'}");
    FLOOR.ok("{'kind':'close_bin','warehouse':'W1','count':'CNT-1','bin':'C-01'}");
    FLOOR.ok("{'kind':'finish_count','warehouse':'W1','count':'CNT-1'}");
    moved("PAL-4", "A-02");
    String accept =
        "{'kind':'review_variance','warehouse':'W1','count':'CNT-1','verdicts':[{'line':1,'decision':'accept','reason':'count'}]}";
    assertEquals(
        "The books have moved goods out of C-01 since line 1 of count CNT-1 was counted."
            + " Have it counted again.",
        FLOOR.no("ben", accept));
    moved("PAL-4", "C-01");
    FLOOR.ok("ben", accept);
    assertEquals(List.of("W1 C-01 31"), places("PAL-4"));
  }

  @Test
  void nothingOfAStrangerIsStackedOntoWhatATransferHas() {
    pallet("PAL-5", "S-5");
    FLOOR.ok(
        "{'kind':'request_transfer','from_warehouse':'W1','to_warehouse':'W2','number':'TR-5','lines':[{'sku':'S-5','quantity':10}]}");
    FLOOR.ok("ben", "{'kind':'approve_transfer','warehouse':'W1','transfer':'TR-5'}");
    for (String box : List.of("BOX-5", "BOX-6")) {
      FLOOR.ok(
          "{'kind':'pack_transfer','warehouse':'W1','transfer':'TR-5','sku':'S-5','quantity':5,'from':'A-01','to':'STAGE','onto':'%s'}"
              .formatted(box));
    }
    moved("PAL-5", "STAGE");
    String nest = "{'kind':'nest_handling_unit','warehouse':'W1','unit':'%s','into':'BOX-5'}";
    assertEquals(
        "Handling unit BOX-5 is open for transfer TR-5. Use pack_transfer.",
        FLOOR.no(nest.formatted("PAL-5")));
    FLOOR.ok(nest.formatted("BOX-6"));
    FLOOR.ok("{'kind':'ship_transfer','warehouse':'W1','transfer':'TR-5'}");
    FLOOR.ok(
        "{'kind':'receive_transfer','warehouse':'W2','transfer':'TR-5','to':'DOCK','units':['BOX-5'],'last':true}");
    assertEquals(List.of("W2 DOCK 5"), places("BOX-6"));
    assertEquals(List.of("W1 STAGE 30"), places("PAL-5"));
  }
}
