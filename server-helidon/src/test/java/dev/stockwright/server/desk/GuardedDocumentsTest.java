package dev.stockwright.server.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.server.transferring.Floor;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Commands about stock alone, and the cancelling of tasks, at what belongs to a document: refused
/// with the document's name and the command to use, and the document goes on.
class GuardedDocumentsTest {
  private static final Floor FLOOR = new Floor();

  @BeforeAll
  static void places() {
    FLOOR.site.change(
        """
        INSERT INTO location (warehouse_id, code, kind)
        SELECT w.id, c.code, c.kind FROM warehouse w,
          (VALUES ('CART-1', 'cart'), ('PACK-1', 'packing')) c(code, kind);
        INSERT INTO supplier (code, name) VALUES ('ACME', 'Acme')
        """);
  }

  @AfterAll
  static void stop() {
    FLOOR.close();
  }

  private static void order(String order, String sku, int units) {
    FLOOR.ok(
        "{'kind':'place_order','warehouse':'W1','order':'%s','lines':[{'sku':'%s','quantity':%d}],'committed':true}"
            .formatted(order, sku, units));
    FLOOR.ok("{'kind':'release_to_pick','warehouse':'W1','orders':['%s']}".formatted(order));
  }

  private static void picked(int units) {
    FLOOR.ok(
        "{'kind':'pick_stock','warehouse':'W1','pick':'P-%d','quantity':%d,'cart':'CART-1'}"
            .formatted(FLOOR.figure("SELECT max(id) FROM pick"), units));
  }

  private static String task(String kind) {
    return FLOOR
        .words(
            "SELECT number FROM task WHERE kind = '%s' AND state IN ('open', 'leased') ORDER BY id DESC"
                .formatted(kind))
        .getFirst();
  }

  private static String cancel(String kind) {
    return "{'kind':'cancel_task','warehouse':'W1','task':'%s','reason':'other'}"
        .formatted(task(kind));
  }

  private static void says(String refusal, String text) {
    String said = FLOOR.no(text);
    assertTrue(said.contains(refusal), said);
  }

  @Test
  void pickedGoodsAreLeftToTheirOrder() {
    FLOOR.receive("W1", "S-1", 10, ",'location':'A-01'");
    order("SO-1", "S-1", 4);
    picked(3);
    says(
        "the rest belongs to order SO-1 (picking). Use drop_goods, put_back_goods, load_package or"
            + " cancel_order.",
        "{'kind':'move_stock','warehouse':'W1','sku':'S-1','quantity':1,'from':'CART-1','to':'A-02'}");
    says(
        "Only 0 of S-1 in CART-1 free, 1 wanted",
        "{'kind':'adjust_stock','warehouse':'W1','sku':'S-1','quantity_change':-1,'reason':'lost','location':'CART-1'}");
    says(
        "Only 0 of S-1 in CART-1 free, 2 wanted",
        "{'kind':'transfer_stock','from_warehouse':'W1','to_warehouse':'W2','sku':'S-1','quantity':2,'from_location':'CART-1'}");
    FLOOR.ok(
        "{'kind':'move_stock','warehouse':'W1','sku':'S-1','quantity':2,'from':'A-01','to':'CART-1'}");
    FLOOR.ok(
        "{'kind':'move_stock','warehouse':'W1','sku':'S-1','quantity':2,'from':'CART-1','to':'A-01'}");
    FLOOR.ok(
        "{'kind':'transfer_stock','from_warehouse':'W1','to_warehouse':'W2','sku':'S-1','quantity':6}");
    assertEquals(
        List.of("3"),
        FLOOR.words(
            "SELECT sum(b.on_hand) FROM balance b JOIN location l ON l.id = b.location_id JOIN"
                + " product p ON p.id = b.product_id WHERE l.code = 'CART-1' AND p.sku = 'S-1'"),
        "taken from anywhere, but not from the cart");
    says(
        "This reservation belongs to order SO-1, which is picking. Use cancel_order.",
        "{'kind':'release_reservation','order':'SO-1'}");
    says("picks open), which would wait for ever. Use short_pick", cancel("pick"));
    says(
        "picks open), which would wait for ever",
        "{'kind':'count_from_task','warehouse':'W1','task':'%s'}".formatted(task("pick")));
    picked(1);
    FLOOR.ok("{'kind':'drop_goods','warehouse':'W1','cart':'CART-1','to':'PACK-1'}");
    says("is for order SO-1 (picked), which would wait for ever. Use pack_order", cancel("pack"));
    FLOOR.ok("{'kind':'pack_order','warehouse':'W1','order':'SO-1','at':'PACK-1'}");
    String unit = FLOOR.words("SELECT max(code) FROM package").getFirst();
    says(
        "the rest belongs to order SO-1",
        "{'kind':'move_stock','warehouse':'W1','sku':'S-1','quantity':1,'from':'PACK-1','to':'A-02','handling_unit':'%s'}"
            .formatted(unit));
    says(
        "Handling unit " + unit + " is open for order SO-1. Use cancel_order.",
        "{'kind':'receive_goods','warehouse':'W1','sku':'S-1','quantity':1,'handling_unit':'%s'}"
            .formatted(unit));
    FLOOR.ok("{'kind':'close_package','warehouse':'W1','unit':'%s','grams':5}".formatted(unit));
    says("(closed), which would wait for ever. Use load_package or cancel_order.", cancel("load"));
    FLOOR.ok("{'kind':'cancel_order','warehouse':'W1','order':'SO-1','reason':'unwanted'}");
    says(
        "(goods to bring back), which would wait for ever. Use put_back_goods.",
        cancel("put_away"));
  }

  @Test
  void thePromiseOfAnOrderIsItsOwn() {
    FLOOR.receive("W1", "S-2", 10, "");
    String place =
        "{'kind':'place_order','warehouse':'W1','order':'%s','lines':[{'sku':'S-2','quantity':4}]}";
    String bare =
        "{'kind':'place_reservation','order':'%s','lines':[{'sku':'S-2','warehouse':'W1','quantity':2}]}";
    FLOOR.ok(place.formatted("SO-20"));
    says("holds a reservation already", bare.formatted("SO-20"));
    FLOOR.ok("{'kind':'release_reservation','order':'SO-20'}");
    FLOOR.ok(place.formatted("SO-21"));
    FLOOR.site.change(
        "UPDATE reservation SET expires_at = now() - interval '1 hour' WHERE order_code = 'SO-21'");
    says(
        "This reservation belongs to order SO-21, which is placed. Use renew_order or"
            + " confirm_order.",
        bare.formatted("SO-21"));
    FLOOR.ok("{'kind':'cancel_order','warehouse':'W1','order':'SO-21','reason':'unwanted'}");
    says(
        "This reservation belongs to order SO-21, which is cancelled. Use another number.",
        "{'kind':'confirm_reservation','order':'SO-21'}");
    assertEquals("10/0/0", FLOOR.level("W1", "S-2"));
  }

  @Test
  void whatIsPackedForATransferIsLeftToIt() {
    FLOOR.receive("W1", "S-3", 10, ",'location':'A-01'");
    FLOOR.ok(
        "{'kind':'request_transfer','from_warehouse':'W1','to_warehouse':'W2','number':'TR-1','lines':[{'sku':'S-3','quantity':6}]}");
    FLOOR.ok(Floor.BEN, "{'kind':'approve_transfer','warehouse':'W1','transfer':'TR-1'}");
    says("is for transfer TR-1 (approved), which would wait for ever", cancel("transfer"));
    says(
        "This reservation belongs to transfer TR-1, which is approved, begun. Use cancel_transfer."
            .replace(", begun", ""),
        "{'kind':'release_reservation','order':'transfer:TR-1'}");
    FLOOR.ok(
        "{'kind':'pack_transfer','warehouse':'W1','transfer':'TR-1','sku':'S-3','quantity':6,'from':'A-01'}");
    says(
        "the rest belongs to transfer TR-1 (packed). Use ship_transfer or cancel_transfer.",
        "{'kind':'move_stock','warehouse':'W1','sku':'S-3','quantity':1,'from':'STAGE','to':'A-02'}");
    FLOOR.ok("{'kind':'ship_transfer','warehouse':'W1','transfer':'TR-1'}");
    String due = task("receive");
    assertTrue(
        FLOOR
            .no(
                "{'kind':'cancel_task','warehouse':'W2','task':'%s','reason':'other'}"
                    .formatted(due))
            .endsWith("Use receive_transfer or close_transfer."));
  }

  @Test
  void whatIsAnnouncedIsReceivedWithItsNotice() {
    FLOOR.ok(
        "{'kind':'open_purchase_order','warehouse':'W1','order':'PO-8','supplier':'ACME','lines':[{'sku':'S-4','quantity':40}]}");
    String receive =
        "{'kind':'receive_goods','warehouse':'W1','sku':'S-4','quantity':5,'purchase_order':'PO-8'}";
    FLOOR.ok(receive);
    FLOOR.ok(
        "{'kind':'announce_delivery','warehouse':'W1','supplier':'ACME','asn':'ASN-8','purchase_order':'PO-8','contents':[{'handling_unit':'340123450000000031','sku':'S-4','quantity':6}]}");
    says("belongs to ASN ASN-8 (announced). Use start_receipt and receive_line", receive);
    says(
        "Handling unit 340123450000000031 is announced for ASN ASN-8. Use receive_unit.",
        "{'kind':'receive_goods','warehouse':'W1','sku':'S-4','quantity':6,'handling_unit':'340123450000000031'}");
    FLOOR.ok("{'kind':'receive_unit','warehouse':'W1','unit':'340123450000000031'}");
    says("(goods in DOCK), which would wait for ever. Use put_away", cancel("put_away"));
    FLOOR.ok(
        "{'kind':'move_handling_unit','warehouse':'W1','unit':'340123450000000031','to':'A-03'}");
    FLOOR.ok(cancel("put_away"));
  }

  @Test
  void aTaskOfACountEndsWithItsCount() {
    FLOOR.ok("{'kind':'request_count','warehouse':'W1','number':'C-1','bins':['A-03']}");
    says("is for count C-1 (requested), which would wait for ever. Use close_bin", cancel("count"));
    FLOOR.ok("{'kind':'cancel_count','warehouse':'W1','count':'C-1','reason':'other'}");
  }

  @Test
  void whatNothingWaitsForIsCancelledWithAReason() {
    FLOOR.receive("W1", "S-7", 10, ",'location':'A-01'");
    FLOOR.ok(
        "{'kind':'set_pick_face','warehouse':'W1','location':'A-02','sku':'S-7','minimum':2,'maximum':4}");
    FLOOR.ok("{'kind':'review_replenishment','warehouse':'W1'}");
    String refill = task("replenish");
    says(
        "Reason late is not possible here",
        "{'kind':'cancel_task','warehouse':'W1','task':'%s','reason':'late'}".formatted(refill));
    FLOOR.ok(cancel("replenish"));
    assertEquals(
        List.of("cancelled"),
        FLOOR.words("SELECT state FROM task WHERE number = '" + refill + "'"));
    says(
        "is cancelled",
        "{'kind':'cancel_task','warehouse':'W1','task':'%s','reason':'other'}".formatted(refill));
    FLOOR.ok("{'kind':'review_replenishment','warehouse':'W1'}");
    assertNotEquals(refill, task("replenish"), "what is needed still is found again");
    for (String kind : List.of("zero_check", "check")) {
      FLOOR.site.change(
          """
          INSERT INTO task (warehouse_id, number, kind, state, made_at)
          SELECT id, 'T-%s', '%s', 'open', now() FROM warehouse WHERE code = 'W1'"""
              .formatted(kind, kind));
      FLOOR.ok(cancel(kind));
    }
  }

  @Test
  void largeCorrectionsNeedASecondPersonAtEveryDoor() {
    FLOOR.receive("W1", "S-6", 200, ",'location':'A-01'");
    String adjust =
        "{'kind':'adjust_stock','warehouse':'W1','sku':'S-6','quantity_change':%d,'reason':'lost','location':'A-01'}";
    assertEquals(
        "Correcting S-6 in W1 by 21 units of at most 20 needs another person's approval; alone at"
            + " most 20 units and value 10000 within a day. Use propose_adjustment.",
        FLOOR.no(adjust.formatted(-21)));
    FLOOR.ok(adjust.formatted(-15));
    says("by 25 units of at most 20", adjust.formatted(-10));
    assertEquals(
        "waiting",
        FLOOR.ok(
            "{'kind':'propose_adjustment','warehouse':'W1','sku':'S-6','change':-10,'location':'A-01','reason':'lost'}"),
        "the two doors count together");
    FLOOR.ok(Floor.CLEO, adjust.formatted(-10));
    FLOOR.site.change(
        "INSERT INTO setting (warehouse_id, name, value) SELECT id, 'adjustment.limit_units', '40'"
            + " FROM warehouse WHERE code = 'W1'");
    FLOOR.ok(adjust.formatted(-10));
    FLOOR.site.change("DELETE FROM setting WHERE name = 'adjustment.limit_units'");
    assertEquals("165/0/0", FLOOR.level("W1", "S-6"));
    FLOOR.site.change("UPDATE operator SET role = 'integration' WHERE user_name = 'cleo'");
    assertEquals(
        "Correcting S-6 in W1 by 60 units of at most 20 needs another person's approval; alone at"
            + " most 20 units and value 10000 within a day. Use propose_adjustment.",
        FLOOR.no(Floor.CLEO, adjust.formatted(-50)),
        "a program has a limit too, and it is that of its role");
    FLOOR.site.change(
        "INSERT INTO setting (name, value) VALUES ('adjustment.limit_units.integration', '500'),"
            + " ('adjustment.limit_value.integration', '50000')");
    FLOOR.ok(Floor.CLEO, adjust.formatted(-50));
    FLOOR.site.change("DELETE FROM setting WHERE name LIKE 'adjustment.limit%'");
    FLOOR.site.change("UPDATE operator SET role = 'supervisor' WHERE user_name = 'cleo'");
  }
}
