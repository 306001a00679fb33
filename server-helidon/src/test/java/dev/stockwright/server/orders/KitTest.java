package dev.stockwright.server.orders;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.protocol.Answer;
import dev.stockwright.server.desk.Submission;
import dev.stockwright.server.desk.TestSite;
import dev.stockwright.server.queries.KitQueries;
import dev.stockwright.server.queries.OrderQueries;
import dev.stockwright.server.queries.Scope;
import dev.stockwright.server.transferring.Floor;
import dev.stockwright.vocabulary.CommandId;
import dev.stockwright.vocabulary.Operator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Kits on a real desk with a real database. Each test has kits and components of its own.
class KitTest {
  private static final Floor FLOOR = new Floor();
  private static final Scope BOTH = new Scope(List.of("W1", "W2"));
  private final KitQueries kits = new KitQueries(FLOOR.site.database);
  private final OrderQueries orders = new OrderQueries(FLOOR.site.database);

  @AfterAll
  static void close() {
    FLOOR.close();
  }

  private static void products(String name) {
    FLOOR.site.change(
        "INSERT INTO product (sku, name) SELECT '%s-' || c, c FROM unnest('{KIT,CUP,LID}'::text[]) c"
            .formatted(name));
  }

  private static String kit(String name, String parts, String more) {
    return "{'kind':'save_kit','sku':'%s-KIT','components':[%s]%s}".formatted(name, parts, more);
  }

  private static String part(String sku, long units) {
    return "{'sku':'%s','quantity':%d}".formatted(sku, units);
  }

  private static String place(String order, String lines) {
    return "{'kind':'place_order','warehouse':'W1','order':'%s','lines':[%s],'committed':true}"
        .formatted(order, lines);
  }

  @Test
  void anOrderForAKitPromisesItsComponents() {
    products("A");
    FLOOR.ok(kit("A", part("A-CUP", 2) + "," + part("A-LID", 1), ""));
    FLOOR.receive("W1", "A-CUP", 5, "");
    FLOOR.receive("W1", "A-LID", 9, "");
    assertEquals("2 A-CUP", stock("A"));
    FLOOR.ok(place("A-1", part("A-LID", 1) + "," + part("A-KIT", 2)));
    assertEquals("5/4/0", FLOOR.level("W1", "A-CUP"));
    assertEquals("9/3/0", FLOOR.level("W1", "A-LID"));
    assertEquals("0/0/0", FLOOR.level("W1", "A-KIT"));
    var order = orders.find(BOTH, "A-1").orElseThrow();
    assertEquals(
        List.of("A-LID 1", "A-CUP 4", "A-LID 2"),
        order.lines().stream().map(line -> line.sku() + " " + line.ordered()).toList());
    assertEquals(List.of(new OrderQueries.KitItem("A-KIT", "KIT", 2, 2, 3)), order.kits());
    assertEquals("0 A-CUP", stock("A"));
    FLOOR.ok(
        "{'kind':'change_order','warehouse':'W1','order':'A-1','lines':[%s]}"
            .formatted(part("A-KIT", 1)));
    assertEquals("5/2/0", FLOOR.level("W1", "A-CUP"));
    assertEquals(
        List.of(new OrderQueries.KitItem("A-KIT", "KIT", 1, 1, 2)),
        orders.find(BOTH, "A-1").orElseThrow().kits());
    FLOOR.ok("{'kind':'release_order','warehouse':'W1','order':'A-1'}");
    assertEquals("5/0/0", FLOOR.level("W1", "A-CUP"));
  }

  @Test
  void kitsAreTakenApartBeforeTheDemandIsAddedUp() {
    products("B");
    FLOOR.ok(kit("B", part("B-CUP", 2), ""));
    FLOOR.receive("W1", "B-CUP", 3, "");
    assertTrue(FLOOR.no(place("B-1", part("B-KIT", 1) + "," + part("B-CUP", 2))).contains("B-CUP"));
    assertEquals("3/0/0", FLOOR.level("W1", "B-CUP"));
    assertTrue(FLOOR.no(place("B-1", part("B-KIT", 1) + "," + part("B-KIT", 1))).contains("4"));
    FLOOR.ok(place("B-1", part("B-KIT", 1) + "," + part("B-CUP", 1)));
    assertEquals("3/3/0", FLOOR.level("W1", "B-CUP"));
    assertTrue(
        FLOOR
            .no(place("B-2", part("B-KIT", 600_000_000)))
            .startsWith(
                "Quantity of B-KIT 600000000 is not possible here. Expected 1 to 500000000"));
  }

  /// The least of what is available, not the least on hand less the least reserved.
  @Test
  void thereAreAsManyKitsAsTheScarcestAvailableComponentMakes() {
    products("C");
    FLOOR.ok(kit("C", part("C-CUP", 1) + "," + part("C-LID", 1), ""));
    FLOOR.receive("W1", "C-CUP", 10, "");
    FLOOR.receive("W1", "C-LID", 4, "");
    FLOOR.ok(place("C-1", part("C-CUP", 8) + "," + part("C-LID", 1)));
    assertEquals("2 C-CUP", stock("C"));
    assertEquals(
        Optional.of(0L),
        kits.find(BOTH, "C-KIT").orElseThrow().stock().stream()
            .filter(at -> at.warehouse().equals("W2"))
            .map(KitQueries.KitStock::available)
            .findFirst());
    FLOOR.ok(place("C-2", part("C-KIT", 2)));
    assertTrue(FLOOR.no(place("C-3", part("C-KIT", 1))).contains("C-CUP"));
  }

  @Test
  void aKitIsMadeOfPlainProductsAndIsNeverInStock() {
    products("D");
    assertEquals(
        "Wrong component: D-KIT, a kit. Expected a product that is no kit.",
        FLOOR.no(kit("D", part("D-KIT", 1), "")));
    assertTrue(FLOOR.no(kit("D", part("D-NONE", 1), "")).contains("D-NONE"));
    FLOOR.ok(kit("D", part("D-CUP", 1), ""));
    assertEquals("", FLOOR.ok(kit("D", part("D-CUP", 1), "")), "it is so already");
    assertTrue(FLOOR.no(kit("D", part("D-CUP", 2), "")).startsWith("There is product D-KIT"));
    assertTrue(FLOOR.no(kit("D", part("D-CUP", 2), ",'version':1")).contains("version"));
    FLOOR.ok(kit("D", part("D-CUP", 2), ",'version':2"));
    String other = "{'kind':'save_kit','sku':'D-LID','components':[" + part("D-KIT", 1) + "]}";
    assertEquals(
        "Wrong component: D-KIT, a kit. Expected a product that is no kit.", FLOOR.no(other));
    String cup = "{'kind':'save_kit','sku':'D-CUP','components':[" + part("D-LID", 1) + "]}";
    assertEquals(
        "Wrong kit: D-CUP, a component of a kit. Expected a product that is no component.",
        FLOOR.no(cup));
    FLOOR.receive("W1", "D-LID", 3, "");
    assertEquals(
        "There are 3 units in product D-LID. Move them first.",
        FLOOR.no("{'kind':'save_kit','sku':'D-LID','components':[" + part("S-1", 1) + "]}"));
    FLOOR.ok(kit("D", "", ",'version':3"));
    assertEquals(Optional.empty(), kits.find(BOTH, "D-KIT"));
    assertTrue(
        kits.list(100, Optional.empty()).items().stream()
            .noneMatch(line -> line.sku().equals("D-KIT")));
  }

  @Test
  void aTillSellsAKitAsWhatItIsMadeOf() {
    products("E");
    FLOOR.ok(kit("E", part("E-CUP", 2) + "," + part("E-LID", 1), ""));
    FLOOR.receive("W1", "E-CUP", 5, "");
    FLOOR.receive("W1", "E-LID", 2, "");
    FLOOR.ok(till("E-B1", entry("E-1", "sale", 2, "")));
    assertEquals("1/0/0 0/0/0", FLOOR.level("W1", "E-CUP") + " " + FLOOR.level("W1", "E-LID"));
    assertEquals(List.of("applied 2 0"), entries("E-1"));
    FLOOR.ok(till("E-B2", entry("E-2", "return", 1, "")));
    assertEquals("3/0/0 1/0/0", FLOOR.level("W1", "E-CUP") + " " + FLOOR.level("W1", "E-LID"));
    FLOOR.ok(till("E-B3", entry("E-3", "sale", 3, "")));
    assertEquals("0/0/0 0/0/0", FLOOR.level("W1", "E-CUP") + " " + FLOOR.level("W1", "E-LID"));
    assertEquals(List.of("short 1 2"), entries("E-3"), "one kit was whole");
    assertEquals(
        List.of("E-CUP 3", "E-LID 2"),
        FLOOR.words(
            "SELECT p.sku || ' ' || t.quantity FROM task t JOIN product p ON p.id = t.product_id"
                + " WHERE t.kind = 'check' AND p.sku LIKE 'E-%' ORDER BY 1"));
    assertEquals("0/0/0", FLOOR.level("W1", "E-KIT"));
  }

  @Test
  void aKitThatWasOrderedIsHandedOverByATill() {
    products("F");
    FLOOR.ok(kit("F", part("F-CUP", 2) + "," + part("F-LID", 1), ""));
    FLOOR.receive("W1", "F-CUP", 4, "");
    FLOOR.receive("W1", "F-LID", 2, "");
    FLOOR.ok(place("F-1", part("F-KIT", 2)));
    FLOOR.ok(till("F-B1", entry("F-1", "sale", 2, ",'order':'F-1'")));
    assertEquals("0/0/0 0/0/0", FLOOR.level("W1", "F-CUP") + " " + FLOOR.level("W1", "F-LID"));
    assertEquals("shipped", orders.find(BOTH, "F-1").orElseThrow().order().state());
  }

  @Test
  void aKitIsNotReceived() {
    products("G");
    FLOOR.ok(kit("G", part("G-CUP", 1), ""));
    FLOOR.ok("{'kind':'start_receipt','warehouse':'W1','number':'G-R'}");
    assertEquals(
        "Wrong product: G-KIT, a kit of these. Expected G-CUP.",
        FLOOR.no(
            "{'kind':'receive_line','warehouse':'W1','receipt':'G-R','sku':'G-KIT','quantity':1}"));
  }

  @Test
  void noCommandBringsAKitIntoStock() {
    FLOOR.ok(
        "{'kind':'receive_goods','warehouse':'W1','sku':'S-9','quantity':1,'location':'A-01'}");
    FLOOR.site.change(
        "INSERT INTO supplier (code, name) VALUES ('ACME', 'Acme') ON CONFLICT DO NOTHING");
    products("H");
    FLOOR.ok(
        "{'kind':'announce_delivery','warehouse':'W1','supplier':'ACME','asn':'H-ASN','contents':[{'handling_unit':'340123450000000055','sku':'H-KIT','quantity':6}]}");
    FLOOR.ok(kit("H", part("H-CUP", 1), ""));
    String aKit = "Wrong product: H-KIT, a kit of these. Expected H-CUP.";
    for (String command :
        List.of(
            "{'kind':'receive_goods','warehouse':'W1','sku':'H-KIT','quantity':1}",
            "{'kind':'adjust_stock','warehouse':'W1','sku':'H-KIT','quantity_change':1,'reason':'found','location':'A-01'}",
            "{'kind':'propose_adjustment','warehouse':'W1','sku':'H-KIT','change':1,'location':'A-01','reason':'found'}",
            "{'kind':'move_stock','warehouse':'W1','sku':'H-KIT','quantity':1,'from':'A-01','to':'A-02'}",
            "{'kind':'transfer_stock','from_warehouse':'W1','to_warehouse':'W2','sku':'H-KIT','quantity':1}",
            "{'kind':'place_reservation','order':'H-9','lines':[{'sku':'H-KIT','warehouse':'W1','quantity':1}]}")) {
      assertEquals(aKit, FLOOR.no(command), command);
      assertEquals(aKit, insisted(command), "insisting does not help");
    }
    assertEquals(
        "Wrong product: H-KIT, a kit of these. Expected H-CUP.",
        FLOOR.no("{'kind':'receive_unit','warehouse':'W1','unit':'340123450000000055'}"));
    assertEquals(
        "Wrong product: H-KIT, a kit of these. Expected H-CUP.",
        FLOOR.no(
            "{'kind':'receive_return','warehouse':'W1','sku':'H-KIT','quantity':1,'grade':'available','why':'unwanted'}"));
    FLOOR.ok("{'kind':'request_count','warehouse':'W1','number':'H-C','bins':['A-01']}");
    FLOOR.ok("{'kind':'start_count','warehouse':'W1','count':'H-C'}");
    String line =
        "{'kind':'count_line','warehouse':'W1','count':'H-C','bin':'A-01',%s,'quantity':1}";
    assertEquals(aKit, FLOOR.no(line.formatted("'sku':'H-KIT'")));
    FLOOR.ok(line.formatted("'code':'H-UNKNOWN'"));
    FLOOR.ok(line.formatted("'sku':'S-9'"));
    FLOOR.ok("{'kind':'close_bin','warehouse':'W1','count':'H-C','bin':'A-01'}");
    FLOOR.ok("{'kind':'finish_count','warehouse':'W1','count':'H-C'}");
    assertEquals(
        aKit,
        FLOOR.no(
            Floor.BEN,
            "{'kind':'review_variance','warehouse':'W1','count':'H-C','verdicts':[{'line':%d,'decision':'accept','sku':'H-KIT','reason':'count'}]}"
                .formatted(FLOOR.figure("SELECT line FROM count_line WHERE product_id IS NULL"))));
    FLOOR.ok(kit("H", "", ",'version':2"));
    FLOOR.ok("{'kind':'receive_goods','warehouse':'W1','sku':'H-KIT','quantity':1}");
  }

  @Test
  void whatIsOnItsWayOrCanComeBackBecomesNoKit() {
    products("J");
    FLOOR.ok("{'kind':'receive_goods','warehouse':'W1','sku':'J-KIT','quantity':2}");
    FLOOR.ok(
        "{'kind':'request_transfer','from_warehouse':'W1','to_warehouse':'W2','number':'TR-J','lines':[{'sku':'J-KIT','quantity':2}]}");
    FLOOR.ok(Floor.BEN, "{'kind':'approve_transfer','warehouse':'W1','transfer':'TR-J'}");
    FLOOR.ok(
        "{'kind':'pack_transfer','warehouse':'W1','transfer':'TR-J','sku':'J-KIT','quantity':2,'from':'DOCK'}");
    FLOOR.ok("{'kind':'ship_transfer','warehouse':'W1','transfer':'TR-J'}");
    assertEquals(
        "There are 2 units in product J-KIT. Move them first.",
        FLOOR.no(kit("J", part("J-CUP", 1), "")));
    FLOOR.ok(
        "{'kind':'receive_transfer','warehouse':'W2','transfer':'TR-J','arrived':[{'sku':'J-KIT','good':2,'damaged':0,'over':0}],'last':true}");
    CommandId lost = new CommandId(UUID.randomUUID());
    asked(
        lost,
        false,
        "{'kind':'adjust_stock','warehouse':'W2','sku':'J-KIT','quantity_change':-2,'reason':'lost','location':'DOCK'}");
    FLOOR.ok(kit("J", part("J-CUP", 1), ""));
    assertEquals(
        "Wrong product: J-KIT, a kit of these. Expected J-CUP.",
        FLOOR.no("{'kind':'undo_command','undone':'%s'}".formatted(lost)));
  }

  private static String insisted(String text) {
    return assertInstanceOf(
            Answer.Refused.class, asked(new CommandId(UUID.randomUUID()), true, text))
        .message();
  }

  private static Answer asked(CommandId id, boolean insisted, String text) {
    try {
      return FLOOR
          .site
          .desk
          .submit(
              Submission.of(
                  TestSite.envelope(id, 0, insisted, Floor.command(text)), new Operator(Floor.ANA)))
          .get(20, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new IllegalStateException(text, e);
    }
  }

  /// Wherever goods are named, a kit is answered with what it is made of.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "'place_reservation','order':'K-1','ttl_seconds':60,'lines':[{'warehouse':'W1',%s}]",
        "'request_transfer','from_warehouse':'W1','to_warehouse':'W2','lines':[{%s}]",
        "'transfer_at_once','from_warehouse':'W1','to_warehouse':'W2','lines':[{%s}]",
        "'transfer_stock','from_warehouse':'W1','to_warehouse':'W2',%s",
        "'receive_goods','warehouse':'W1',%s",
        "'move_stock','warehouse':'W1','from':'DOCK','to':'A-01',%s",
        "'adjust_stock','warehouse':'W1','reason':'found','sku':'K-KIT','quantity_change':1",
        "'open_purchase_order','warehouse':'W1','order':'K-PO','supplier':'ACME','lines':[{%s}]",
        "'announce_delivery','warehouse':'W1','asn':'K-A','supplier':'ACME','contents':[{%s}]",
        "'open_put_away','warehouse':'W1','at':'DOCK',%s"
      })
  void aKitIsNamedOnlyWhereItIsSold(String command) {
    FLOOR.site.change(
        """
        INSERT INTO supplier (code, name) VALUES ('ACME', 'Acme') ON CONFLICT DO NOTHING;
        INSERT INTO product (sku, name) SELECT 'K-' || c, c FROM unnest('{KIT,CUP,LID}'::text[]) c
        ON CONFLICT DO NOTHING""");
    FLOOR.ok(kit("K", part("K-CUP", 1) + "," + part("K-LID", 1), ""));
    assertEquals(
        "Wrong product: K-KIT, a kit of these. Expected K-CUP, K-LID.",
        FLOOR.no("{'kind':" + command.formatted("'sku':'K-KIT','quantity':1") + "}"));
    assertEquals("0/0/0", FLOOR.level("W1", "K-KIT"));
  }

  /// The desk notices at once that a product is a kit, and that it is none any more.
  @Test
  void whatIsNoKitAnyMoreIsReserved() {
    products("I");
    FLOOR.receive("W1", "I-CUP", 1, "");
    FLOOR.ok(kit("I", part("I-CUP", 1), ""));
    String place =
        "{'kind':'place_reservation','order':'I-1','ttl_seconds':60,'lines':[{'warehouse':'W1',"
            + "'sku':'I-KIT','quantity':1}]}";
    assertTrue(FLOOR.no(place).contains("a kit of these"));
    FLOOR.ok(kit("I", "", ",'version':2"));
    FLOOR.receive("W1", "I-KIT", 1, "");
    FLOOR.ok(place);
  }

  private static String till(String batch, String entry) {
    return "{'kind':'post_till_batch','warehouse':'W1','batch':'%s','entries':[%s]}"
        .formatted(batch, entry);
  }

  private static String entry(String number, String type, long quantity, String more) {
    return ("{'till':'T1','number':'%s','type':'%s','at':'2026-11-20T10:00:00Z','code':'%s-KIT',"
            + "'quantity':%d%s}")
        .formatted(number, type, number.charAt(0), quantity, more);
  }

  /// State, kits of which all was in the books, and kits of which something was not.
  private static List<String> entries(String number) {
    return FLOOR.words(
        "SELECT state || ' ' || units || ' ' || missing FROM till_entry WHERE number = '"
            + number
            + "'");
  }

  /// How many kits there are in W1, and of what there is least.
  private String stock(String name) {
    KitQueries.KitStock at =
        kits.find(BOTH, name + "-KIT").orElseThrow().stock().stream()
            .filter(each -> each.warehouse().equals("W1"))
            .findFirst()
            .orElseThrow();
    return at.available() + " " + at.shortest();
  }
}
