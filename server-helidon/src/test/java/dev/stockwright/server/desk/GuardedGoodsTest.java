package dev.stockwright.server.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.server.transferring.Floor;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Goods that an order or a transfer has, under the commands that move, hold, correct and count:
/// what is over and above them may be taken, they themselves may not.
class GuardedGoodsTest {
  private static final Floor FLOOR = new Floor();

  @BeforeAll
  static void places() {
    FLOOR.site.change(
        """
        INSERT INTO location (warehouse_id, code, kind)
        SELECT w.id, c.code, c.kind FROM warehouse w,
          (VALUES ('CART-1', 'cart'), ('CART-2', 'cart'), ('CART-3', 'cart'),
                  ('PACK-1', 'packing')) c(code, kind)
        """);
  }

  @AfterAll
  static void stop() {
    FLOOR.close();
  }

  private static void picked(String order, String sku, int units, String cart) {
    FLOOR.receive("W1", sku, units + 10L, ",'location':'A-01'");
    FLOOR.ok(
        "{'kind':'place_order','warehouse':'W1','order':'%s','lines':[{'sku':'%s','quantity':%d}],'committed':true}"
            .formatted(order, sku, units));
    FLOOR.ok("{'kind':'release_to_pick','warehouse':'W1','orders':['%s']}".formatted(order));
    FLOOR.ok(
        "{'kind':'pick_stock','warehouse':'W1','pick':'P-%d','quantity':%d,'cart':'%s'}"
            .formatted(FLOOR.figure("SELECT max(id) FROM pick"), units, cart));
  }

  /// A package of an order with so many units in it.
  private static String packed(String order, String sku, int units) {
    picked(order, sku, units, "CART-3");
    FLOOR.ok("{'kind':'drop_goods','warehouse':'W1','cart':'CART-3','to':'PACK-1'}");
    FLOOR.ok("{'kind':'pack_order','warehouse':'W1','order':'%s','at':'PACK-1'}".formatted(order));
    return FLOOR.words("SELECT max(code) FROM package").getFirst();
  }

  private static void says(String refusal, String text) {
    String said = FLOOR.no(text);
    assertTrue(said.contains(refusal), said);
  }

  private static List<String> lying(String sku) {
    return FLOOR.words(
        """
        SELECT l.code || ' ' || b.handling_unit || ' ' || b.condition || ' ' || b.on_hand
          FROM balance b JOIN location l ON l.id = b.location_id
          JOIN product p ON p.id = b.product_id
         WHERE p.sku = '%s' AND b.on_hand > 0 AND l.code <> 'A-01' AND l.kind <> 'virtual'
         ORDER BY 1"""
            .formatted(sku));
  }

  @Test
  void onlyWhatIsFreeIsMovedHeldAndCorrected() {
    picked("SO-1", "S-1", 4, "CART-1");
    FLOOR.ok(
        "{'kind':'move_goods','warehouse':'W1','sku':'S-1','quantity':3,'from':'A-01','to':'CART-1'}");
    says(
        "Only 3 of S-1 in CART-1 free, 4 wanted; the rest belongs to order SO-1 (picked). Use"
            + " drop_goods, put_back_goods, load_package or cancel_order.",
        "{'kind':'move_goods','warehouse':'W1','sku':'S-1','quantity':4,'from':'CART-1','to':'A-02'}");
    says(
        "Only 3 of S-1 in CART-1 free, 5 wanted; the rest belongs to order SO-1",
        "{'kind':'hold_goods','warehouse':'W1','sku':'S-1','at':'CART-1','quantity':5,'why':'damaged'}");
    says(
        "Only 3 of S-1 in CART-1 free, 4 wanted; the rest belongs to order SO-1",
        "{'kind':'propose_adjustment','warehouse':'W1','sku':'S-1','change':-4,'location':'CART-1','reason':'lost'}");
    FLOOR.ok(
        "{'kind':'move_goods','warehouse':'W1','sku':'S-1','quantity':1,'from':'CART-1','to':'A-02'}");
    FLOOR.ok(
        "{'kind':'propose_adjustment','warehouse':'W1','sku':'S-1','change':-1,'location':'CART-1','reason':'lost'}");
    FLOOR.ok(
        "{'kind':'hold_goods','warehouse':'W1','sku':'S-1','at':'CART-1','quantity':1,'why':'damaged'}");
    FLOOR.ok(
        "{'kind':'release_goods','warehouse':'W1','sku':'S-1','at':'CART-1','quantity':1,'condition':'hold','why':'damaged'}");
    FLOOR.ok(
        "{'kind':'move_goods','warehouse':'W1','sku':'S-1','quantity':1,'from':'CART-1','to':'A-02'}");
    assertEquals(List.of("A-02  available 2", "CART-1  available 4"), lying("S-1"));
    FLOOR.ok("{'kind':'drop_goods','warehouse':'W1','cart':'CART-1','to':'PACK-1'}");
  }

  @Test
  void aCountOfACartTakesNothingFromAnOrder() {
    picked("SO-2", "S-2", 4, "CART-2");
    FLOOR.ok("{'kind':'request_count','warehouse':'W1','number':'C-1','bins':['CART-2']}");
    FLOOR.ok("{'kind':'start_count','warehouse':'W1','count':'C-1'}");
    FLOOR.ok(
        "{'kind':'count_line','warehouse':'W1','count':'C-1','bin':'CART-2','sku':'S-2','quantity':3}");
    FLOOR.ok("{'kind':'close_bin','warehouse':'W1','count':'C-1','bin':'CART-2'}");
    FLOOR.ok("{'kind':'finish_count','warehouse':'W1','count':'C-1'}");
    String accept =
        "{'kind':'review_variance','warehouse':'W1','count':'C-1','verdicts':[{'line':1,'decision':'accept','reason':'count'}]}";
    String said = FLOOR.no(Floor.BEN, accept);
    assertTrue(
        said.contains("Only 0 of S-2 in CART-2 free, 1 wanted; the rest belongs to order SO-2"),
        said);
    FLOOR.site.change(
        "INSERT INTO setting (name, value) VALUES ('counting.adjust_percent', '100');"
            + " UPDATE count_line SET closed_at = closed_at - interval '2 days',"
            + " counted_at = counted_at - interval '2 days';"
            + " UPDATE stock_count SET finished_at = finished_at - interval '2 days'");
    FLOOR.ok(
        "{'kind':'reconcile_day','warehouse':'W1','day':'%s'}"
            .formatted(
                FLOOR
                    .words(
                        "SELECT (now() AT TIME ZONE time_zone)::date - 1 FROM warehouse"
                            + " WHERE code = 'W1'")
                    .getFirst()));
    assertEquals(
        List.of("review of_document"),
        FLOOR.words("SELECT state || ' ' || cause FROM count_line"),
        "the night leaves it to a person");
    assertEquals(List.of("CART-2  available 4"), lying("S-2"));
    FLOOR.ok("{'kind':'drop_goods','warehouse':'W1','cart':'CART-2','to':'PACK-1'}");
    said = FLOOR.no(Floor.BEN, accept);
    assertTrue(said.contains("moved"), said);
  }

  @Test
  void aPackageIsMovedAsAWholeAndItsOrderKnows() {
    String unit = packed("SO-3", "S-3", 2);
    says(
        "Only 0 of S-3 in PACK-1 free, 1 wanted; the rest belongs to order SO-3 (packed). Use"
            + " unpack_package, load_package or cancel_order.",
        "{'kind':'move_goods','warehouse':'W1','sku':'S-3','quantity':1,'from':'PACK-1','to':'A-02','out_of':'%s'}"
            .formatted(unit));
    says(
        "Only 0 of S-3 in PACK-1 free, 2 wanted",
        "{'kind':'hold_goods','warehouse':'W1','sku':'S-3','at':'PACK-1','quantity':2,'handling_unit':'%s','why':'damaged'}"
            .formatted(unit));
    says(
        "Handling unit " + unit + " is open for order SO-3. Use pack_goods.",
        "{'kind':'move_goods','warehouse':'W1','sku':'S-3','quantity':1,'from':'A-01','to':'PACK-1','onto':'%s'}"
            .formatted(unit));
    FLOOR.ok("{'kind':'close_package','warehouse':'W1','unit':'%s','grams':5}".formatted(unit));
    says(
        "Handling unit "
            + unit
            + " is closed for order SO-3. Use unpack_package, load_package or cancel_order.",
        "{'kind':'move_handling_unit','warehouse':'W1','unit':'%s','to':'A-02'}".formatted(unit));
    FLOOR.ok(
        "{'kind':'move_handling_unit','warehouse':'W1','unit':'%s','to':'STAGE'}".formatted(unit));
    assertEquals(
        List.of("STAGE"),
        FLOOR.words("SELECT place FROM task WHERE kind = 'load' AND reference = '" + unit + "'"));
    FLOOR.ok("{'kind':'open_shipment','warehouse':'W1','number':'SH-1','dock':'DOCK'}");
    FLOOR.ok(
        "{'kind':'load_package','warehouse':'W1','unit':'%s','shipment':'SH-1'}".formatted(unit));
    assertEquals(List.of("DOCK " + unit + " available 2"), lying("S-3"));
    FLOOR.ok("{'kind':'ship_goods','warehouse':'W1','shipment':'SH-1'}");
  }

  @Test
  void aLoadedPackageDoesNotLeaveWithItsPallet() {
    String unit = packed("SO-4", "S-4", 2);
    FLOOR.ok("{'kind':'close_package','warehouse':'W1','unit':'%s','grams':5}".formatted(unit));
    FLOOR.ok(
        "{'kind':'nest_handling_unit','warehouse':'W1','unit':'%s','into':'PAL-4'}"
            .formatted(unit));
    FLOOR.ok("{'kind':'move_handling_unit','warehouse':'W1','unit':'PAL-4','to':'STAGE'}");
    FLOOR.ok("{'kind':'open_shipment','warehouse':'W1','number':'SH-4','dock':'DOCK'}");
    FLOOR.ok(
        "{'kind':'load_package','warehouse':'W1','unit':'%s','shipment':'SH-4'}".formatted(unit));
    says(
        "Handling unit " + unit + " is loaded for order SO-4. Use unload_package.",
        "{'kind':'move_handling_unit','warehouse':'W1','unit':'PAL-4','to':'STAGE'}");
  }

  private static void cancel(String order) {
    FLOOR.ok(
        "{'kind':'cancel_order','warehouse':'W1','order':'%s','reason':'unwanted'}"
            .formatted(order));
  }

  private static List<String> backing(String unit) {
    return FLOOR.words(
        "SELECT state || ' at ' || place FROM task WHERE kind = 'put_away' AND handling_unit = '"
            + unit
            + "'");
  }

  private static String state(String unit) {
    return FLOOR
        .words(
            "SELECT state || ' ' || document || reference FROM handling_unit WHERE code = '"
                + unit
                + "'")
        .getFirst();
  }

  @Test
  void aPackageOfACancelledOrderIsAUnitWithItsGoods() {
    String unit = packed("SO-6", "S-6", 2);
    cancel("SO-6");
    assertEquals("open ", state(unit));
    assertEquals(List.of("PACK-1 " + unit + " available 2"), lying("S-6"));
    says(
        "the rest belongs to order SO-6 (cancelled). Use put_back_goods or move_handling_unit.",
        "{'kind':'move_goods','warehouse':'W1','sku':'S-6','quantity':1,'from':'PACK-1','to':'A-02','out_of':'%s'}"
            .formatted(unit));
    FLOOR.ok(
        "{'kind':'move_handling_unit','warehouse':'W1','unit':'%s','to':'STAGE'}".formatted(unit));
    assertEquals(List.of("open at STAGE"), backing(unit));
    String task =
        FLOOR.words("SELECT number FROM task WHERE handling_unit = '" + unit + "'").getFirst();
    FLOOR.ok("{'kind':'put_back_goods','warehouse':'W1','task':'%s','to':'A-02'}".formatted(task));
    assertEquals(List.of("A-02  available 2"), lying("S-6"));
    assertEquals("gone ", state(unit));
  }

  @Test
  void aPackageOfACancelledOrderIsPutAwayAsItIs() {
    String unit = packed("SO-7", "S-7", 2);
    cancel("SO-7");
    FLOOR.ok(
        "{'kind':'move_goods','warehouse':'W1','sku':'S-7','quantity':1,'from':'A-01','to':'PACK-1','onto':'%s'}"
            .formatted(unit));
    FLOOR.ok(
        "{'kind':'move_handling_unit','warehouse':'W1','unit':'%s','to':'A-02'}".formatted(unit));
    assertEquals(List.of("done at PACK-1"), backing(unit));
    assertEquals("open ", state(unit));
    FLOOR.ok(
        "{'kind':'move_goods','warehouse':'W1','sku':'S-7','quantity':3,'from':'A-02','to':'A-03','out_of':'%s'}"
            .formatted(unit));
    assertEquals(List.of("A-03  available 3"), lying("S-7"));
  }

  @Test
  void whatATransferHasPackedStaysWithIt() {
    FLOOR.receive("W1", "S-5", 20, ",'location':'A-01'");
    FLOOR.ok(
        "{'kind':'request_transfer','from_warehouse':'W1','to_warehouse':'W2','number':'TR-1','lines':[{'sku':'S-5','quantity':8}]}");
    FLOOR.ok(Floor.BEN, "{'kind':'approve_transfer','warehouse':'W1','transfer':'TR-1'}");
    FLOOR.ok(
        "{'kind':'pack_transfer','warehouse':'W1','transfer':'TR-1','sku':'S-5','quantity':6,'from':'A-01'}");
    FLOOR.ok(
        "{'kind':'pack_transfer','warehouse':'W1','transfer':'TR-1','sku':'S-5','quantity':2,'from':'A-01','onto':'PAL-5'}");
    FLOOR.ok(
        "{'kind':'move_goods','warehouse':'W1','sku':'S-5','quantity':1,'from':'A-01','to':'STAGE'}");
    String why =
        "free, 2 wanted; the rest belongs to transfer TR-1 (packed). Use ship_transfer or"
            + " cancel_transfer.";
    says(
        "Only 1 of S-5 in STAGE " + why,
        "{'kind':'move_goods','warehouse':'W1','sku':'S-5','quantity':2,'from':'STAGE','to':'A-02'}");
    says(
        "Only 1 of S-5 in STAGE " + why,
        "{'kind':'hold_goods','warehouse':'W1','sku':'S-5','at':'STAGE','quantity':2,'why':'damaged'}");
    says(
        "Only 0 of S-5 in STAGE " + why,
        "{'kind':'move_goods','warehouse':'W1','sku':'S-5','quantity':2,'from':'STAGE','to':'A-02','out_of':'PAL-5'}");
    says(
        "Handling unit PAL-5 is open for transfer TR-1. Use pack_transfer.",
        "{'kind':'move_goods','warehouse':'W1','sku':'S-5','quantity':1,'from':'A-01','to':'STAGE','onto':'PAL-5'}");
    says(
        "Handling unit PAL-5 is open for transfer TR-1. Use ship_transfer or cancel_transfer.",
        "{'kind':'receive_goods','warehouse':'W1','sku':'S-5','quantity':1,'location':'STAGE','handling_unit':'PAL-5'}");
    FLOOR.ok(
        "{'kind':'move_goods','warehouse':'W1','sku':'S-5','quantity':1,'from':'STAGE','to':'A-02'}");
    FLOOR.ok("{'kind':'move_handling_unit','warehouse':'W1','unit':'PAL-5','to':'DOCK'}");
    FLOOR.ok("{'kind':'ship_transfer','warehouse':'W1','transfer':'TR-1'}");
    FLOOR.assertAddsUp();
  }
}
