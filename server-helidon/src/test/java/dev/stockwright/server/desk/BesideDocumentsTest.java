package dev.stockwright.server.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.server.transferring.Floor;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What lies beside the goods of a document is nobody's, and a document's goods are nobody else's:
/// bugs that random walks found.
class BesideDocumentsTest {
  private static final Floor FLOOR = new Floor();

  @BeforeAll
  static void places() {
    FLOOR.site.change(
        """
        INSERT INTO location (warehouse_id, code, kind)
        SELECT w.id, c.code, c.kind FROM warehouse w, (VALUES ('CART-1', 'cart')) c(code, kind);
        INSERT INTO product (sku, name, unit_cost)
        SELECT 'B-' || n, 'Thing', 100 FROM generate_series(1, 4) n
        """);
  }

  @AfterAll
  static void stop() {
    FLOOR.close();
  }

  private static void picked(String order, String sku, int units) {
    FLOOR.ok(
        "{'kind':'place_order','warehouse':'W1','order':'%s','lines':[{'sku':'%s','quantity':%d}],'committed':true}"
            .formatted(order, sku, units));
    FLOOR.ok("{'kind':'release_to_pick','warehouse':'W1','orders':['%s']}".formatted(order));
    FLOOR.ok(
        "{'kind':'pick_stock','warehouse':'W1','pick':'P-%d','quantity':%d,'cart':'CART-1'}"
            .formatted(FLOOR.figure("SELECT max(id) FROM pick"), units));
  }

  private static long at(String place, String sku) {
    return FLOOR.figure(
        "SELECT coalesce(sum(b.on_hand), 0) FROM balance b JOIN location l ON l.id = b.location_id"
            + " JOIN product p ON p.id = b.product_id WHERE l.code = '%s' AND p.sku = '%s'"
                .formatted(place, sku));
  }

  @Test
  void goodsOnHoldBesidePickedOnesMayBeMoved() {
    FLOOR.receive("W1", "B-1", 4, ",'location':'A-01'");
    FLOOR.receive("W1", "B-1", 2, ",'location':'CART-1','condition':'hold'");
    picked("SO-1", "B-1", 4);
    FLOOR.ok(
        "{'kind':'move_stock','warehouse':'W1','sku':'B-1','quantity':2,'from':'CART-1','to':'A-02','condition':'hold'}");
    assertTrue(
        FLOOR
            .no(
                "{'kind':'move_stock','warehouse':'W1','sku':'B-1','quantity':1,'from':'CART-1','to':'A-02'}")
            .contains("belongs to order SO-1"));
  }

  @Test
  void aSaleAtATillTakesNothingThatWasPicked() {
    FLOOR.receive("W1", "B-2", 6, ",'location':'A-01'");
    picked("SO-2", "B-2", 4);
    FLOOR.receive("W1", "B-2", 1, ",'location':'A-02','condition':'hold'");
    FLOOR.ok(
        "{'kind':'post_till_batch','warehouse':'W1','batch':'TB-1','entries':[{'till':'T1','number':'N-1','type':'sale','code':'B-2','quantity':2,'at':'2026-11-20T10:00:00Z'}]}");
    assertEquals(4, at("CART-1", "B-2"), "the fullest pile is an order's");
    assertEquals(0, at("A-01", "B-2"));
  }

  @Test
  void aUnitWhoseGoodsArrivedWithoutItIsFree() {
    FLOOR.receive("W1", "B-3", 4, ",'location':'A-01'");
    FLOOR.ok(
        "{'kind':'request_transfer','from_warehouse':'W1','to_warehouse':'W2','number':'TR-X','lines':[{'sku':'B-3','quantity':4}]}");
    FLOOR.ok("ben", "{'kind':'approve_transfer','warehouse':'W1','transfer':'TR-X'}");
    FLOOR.ok(
        "{'kind':'pack_transfer','warehouse':'W1','transfer':'TR-X','sku':'B-3','quantity':4,'from':'A-01','onto':'U-X'}");
    FLOOR.ok("{'kind':'ship_transfer','warehouse':'W1','transfer':'TR-X'}");
    FLOOR.ok(
        "{'kind':'receive_transfer','warehouse':'W2','transfer':'TR-X','arrived':[{'sku':'B-3','good':4}]}");
    assertEquals(
        List.of("gone"), FLOOR.words("SELECT state FROM handling_unit WHERE code = 'U-X'"));
    FLOOR.ok(
        "{'kind':'receive_goods','warehouse':'W1','sku':'B-3','quantity':1,'handling_unit':'U-X'}");
  }

  @Test
  void whatWasFoundInAUnitIsNotAddedWhereItStoodBefore() {
    FLOOR.receive("W1", "B-4", 4, ",'location':'A-01','handling_unit':'U-Y'");
    FLOOR.ok(
        "{'kind':'propose_adjustment','warehouse':'W1','sku':'B-4','change':60,'location':'A-01','unit':'U-Y','reason':'found','number':'AJ-Y'}");
    FLOOR.ok("{'kind':'move_handling_unit','warehouse':'W1','unit':'U-Y','to':'A-02'}");
    assertEquals(
        "Wrong location: A-01. Expected A-02.",
        FLOOR.no("ben", "{'kind':'approve_adjustment','warehouse':'W1','adjustment':'AJ-Y'}"));
    FLOOR.ok("{'kind':'move_handling_unit','warehouse':'W1','unit':'U-Y','to':'A-01'}");
    FLOOR.ok("ben", "{'kind':'approve_adjustment','warehouse':'W1','adjustment':'AJ-Y'}");
    assertEquals(64, at("A-01", "B-4"));
  }
}
