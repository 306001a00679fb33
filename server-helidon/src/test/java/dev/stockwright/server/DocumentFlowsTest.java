package dev.stockwright.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.server.masterdata.NewPerson;
import dev.stockwright.server.security.Role;
import dev.stockwright.vocabulary.Operator;
import dev.stockwright.vocabulary.WarehouseCode;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/// The flows of a warehouse from end to end, by HTTP against the server as it is shipped. One site,
/// one day: each flow goes on from where the one before it left the stock.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DocumentFlowsTest {
  private static final String PASSWORD = "correct horse battery";

  private final TestDatabase own = TestDatabase.fresh();
  private StockwrightServer server;
  private Caller caller;
  private String ada;
  private String sam;
  private int keys;

  @BeforeAll
  void openTheHouse(@TempDir Path folder) {
    server =
        StockwrightServer.start(
            own.settings(folder, Map.of("jobs", "off")), new ProductionWiring());
    caller = new Caller(server.url());
    add("ada");
    add("sam");
    ada = signIn("ada");
    sam = signIn("sam");
    for (String warehouse : List.of("NORTH", "SOUTH")) {
      ok("/warehouses/" + warehouse + "/open", "'name':'Hall','receiving_location':'DOCK-1'");
      ok(
          "/warehouses/" + warehouse + "/locations/A-01/save",
          "'location_kind':'bin','pick_sequence':10");
      ok(
          "/warehouses/" + warehouse + "/locations/B-01/save",
          "'location_kind':'bin','pick_sequence':20");
    }
    ok("/products/HM-0500/save", "'name':'Hammer','unit':'piece','unit_cost':1250");
    ok("/products/NL-0100/save", "'name':'Nails','unit':'box','unit_cost':300");
    ok("/suppliers/ACME/save", "'name':'Acme'");
  }

  @AfterAll
  void close() {
    server.close();
    own.close();
  }

  @Test
  @Order(1)
  void receive() {
    ok(
        "/purchasing/orders/open",
        "'warehouse':'NORTH','order':'PO-1','supplier':'ACME','lines':["
            + "{'sku':'HM-0500','quantity':100},{'sku':'NL-0100','quantity':100}]");
    String receipt =
        document(
            "receipt",
            ok(
                "/receipts/start",
                "'warehouse':'NORTH','purchase_order':'PO-1','location':'DOCK-1'"));
    for (String sku : List.of("HM-0500", "NL-0100")) {
      Caller.Heard line =
          ok(
              "/receipts/" + receipt + "/receive",
              "'warehouse':'NORTH','sku':'" + sku + "','quantity':100");
      ok(
          "/put-aways/" + document("task", line) + "/confirm",
          "'warehouse':'NORTH','to':'" + (sku.equals("HM-0500") ? "A-01" : "B-01") + "'");
    }
    ok("/receipts/" + receipt + "/close", "'warehouse':'NORTH'");
    assertEquals(100L, level("HM-0500", "NORTH").get("quantity"));
    assertEquals("closed", state("/purchasing/orders/PO-1"), "all of it is here");
    assertEquals(
        List.of("A-01"),
        get("/inventory/HM-0500/NORTH/balances").items().stream()
            .filter(bin -> !Long.valueOf(0).equals(bin.get("quantity")))
            .map(bin -> bin.get("location"))
            .toList());
  }

  @Test
  @Order(2)
  void reserve() {
    ok("/orders", order("SO-1", 30));
    assertEquals(70L, level("HM-0500", "NORTH").get("available"));
    Caller.Heard tooMuch = post("/orders", order("SO-2", 71), ada);
    assertEquals("409 order_short", tooMuch.status() + " " + tooMuch.code());
    assertEquals(70L, level("HM-0500", "NORTH").get("available"), "nothing is half done");
    assertTrue(get("/inventory/HM-0500/NORTH/holders").body().contains("SO-1"));
  }

  @Test
  @Order(3)
  void confirm() {
    ok("/orders/SO-1/confirm", "'warehouse':'NORTH'");
    assertEquals("committed", state("/orders/SO-1"));
    ok("/orders/SO-1/confirm", "'warehouse':'NORTH'");
    assertEquals(70L, level("HM-0500", "NORTH").get("available"), "twice is once");
  }

  @Test
  @Order(4)
  void release() {
    ok("/orders", order("SO-3", 20));
    assertEquals(50L, level("HM-0500", "NORTH").get("available"));
    ok("/orders/SO-3/release", "'warehouse':'NORTH'");
    assertEquals(70L, level("HM-0500", "NORTH").get("available"));
  }

  @Test
  @Order(5)
  void pickPackAndShip() {
    ok("/waves", "'warehouse':'NORTH','orders':['SO-1']");
    String pick = String.valueOf(get("/picks?warehouse=NORTH").items().getFirst().get("number"));
    ok("/warehouses/NORTH/locations/CART-1/save", "'location_kind':'cart'");
    ok("/warehouses/NORTH/locations/PACK-1/save", "'location_kind':'packing'");
    ok("/picks/" + pick + "/pick", "'warehouse':'NORTH','quantity':30,'cart':'CART-1'");
    ok("/carts/CART-1/drop", "'warehouse':'NORTH','to':'PACK-1'");
    Caller.Heard packed = ok("/orders/SO-1/pack-all", "'warehouse':'NORTH','at':'PACK-1'");
    String unit = document("handling_unit", packed);
    ok("/packages/" + unit + "/close", "'warehouse':'NORTH','grams':15000");
    String shipment = document("shipment", ok("/shipments", "'warehouse':'NORTH','dock':'DOCK-1'"));
    ok("/shipments/" + shipment + "/load", "'warehouse':'NORTH','unit':'" + unit + "'");
    ok("/shipments/" + shipment + "/ship", "'warehouse':'NORTH'");
    assertEquals("shipped", state("/orders/SO-1"));
    assertEquals(70L, level("HM-0500", "NORTH").get("quantity"));
    assertEquals(0L, level("HM-0500", "NORTH").get("reserved"));
  }

  @Test
  @Order(6)
  void lowStock() {
    ok(
        "/alert-rules/set",
        "'covers':{'only_in':'NORTH','sku':'HM-0500'},'watch':{'low':20,'low_clear':30,'out':true}");
    assertEquals(List.of(), get("/alerts?warehouse=NORTH").items());
    ok("/orders", order("SO-4", 55));
    assertEquals("low", get("/alerts?warehouse=NORTH").items().getFirst().get("kind"));
    assertTrue(get("/inventory/warehouse/NORTH/low-stock").body().contains("HM-0500"));
  }

  @Test
  @Order(7)
  void alert() {
    String number = String.valueOf(get("/alerts?warehouse=NORTH").items().getFirst().get("number"));
    ok("/alerts/" + number + "/acknowledge", "'warehouse':'NORTH'");
    assertEquals("acknowledged", get("/alerts/" + number).text("state"));
    ok("/orders/SO-4/release", "'warehouse':'NORTH'");
    assertEquals("resolved", get("/alerts/" + number).text("state"), "70 is above 30");
    assertEquals(
        List.of("opened", "acknowledged", "resolved"),
        get("/alerts/" + number + "/history").items().stream()
            .map(item -> item.get("what"))
            .toList());
  }

  @Test
  @Order(8)
  void transfer() {
    String number =
        document(
            "transfer",
            ok(
                "/transfers",
                "'from_warehouse':'NORTH','to_warehouse':'SOUTH',"
                    + "'lines':[{'sku':'HM-0500','quantity':20}]"));
    String one = "/transfers/" + number;
    as(sam, one + "/approve", "'warehouse':'NORTH'");
    assertEquals(50L, level("HM-0500", "NORTH").get("available"));
    ok(one + "/pack", "'warehouse':'NORTH','sku':'HM-0500','quantity':20,'from':'A-01'");
    ok(one + "/ship", "'warehouse':'NORTH'");
    assertEquals(50L, level("HM-0500", "NORTH").get("quantity"));
    assertTrue(get("/in-transit?warehouse=NORTH").body().contains("HM-0500"));
    ok(
        one + "/receive",
        "'warehouse':'SOUTH','arrived':[{'sku':'HM-0500','good':18,'damaged':1}],'last':true");
    assertEquals(19L, level("HM-0500", "SOUTH").get("quantity"));
    assertEquals(18L, level("HM-0500", "SOUTH").get("available"), "one is damaged");
    assertTrue(
        get("/in-transit?warehouse=NORTH").body().contains("HM-0500"), "one stays in transit");
  }

  @Test
  @Order(9)
  void reconciliation() throws InterruptedException {
    String count =
        document("count", ok("/counts/request", "'warehouse':'NORTH','bins':['A-01','B-01']"));
    ok("/counts/" + count + "/start", "'warehouse':'NORTH'");
    counted(count, "A-01", "HM-0500", 49);
    counted(count, "B-01", "NL-0100", 60);
    ok("/counts/" + count + "/finish", "'warehouse':'NORTH'");
    LocalDateTime due =
        LocalDateTime.ofInstant(Instant.now().plusSeconds(2), ZoneOffset.UTC)
            .truncatedTo(ChronoUnit.SECONDS);
    ok(
        "/settings/counting.reconcile_at/save",
        "'warehouse':'NORTH','value':'" + due.toLocalTime().format(TIME) + "'");
    String night = "/reconciliations/" + due.toLocalDate();
    Caller.Heard done = post(night, "'warehouse':'NORTH'", ada);
    while (done.status() != 200) {
      assertEquals("out_of_range", done.code(), done.body());
      TimeUnit.MILLISECONDS.sleep(200);
      done = post(night, "'warehouse':'NORTH'", ada);
    }
    assertEquals(49L, level("HM-0500", "NORTH").get("quantity"), "2 % is booked by itself");
    assertEquals(100L, level("NL-0100", "NORTH").get("quantity"), "40 % waits for a person");
    Map<String, Object> alert =
        get("/alerts?warehouse=NORTH").items().stream()
            .filter(item -> "review".equals(item.get("kind")))
            .findFirst()
            .orElseThrow();
    assertEquals(count, alert.get("reference"));
    String line =
        String.valueOf(
            get("/counts/" + count + "/lines?warehouse=NORTH").items().stream()
                .filter(item -> "review".equals(item.get("state")))
                .findFirst()
                .orElseThrow()
                .get("line"));
    String verdict =
        "'warehouse':'NORTH','verdicts':[{'line':"
            + line
            + ",'decision':'accept','reason':'miscount'}]";
    assertEquals("other_person_needed", post("/counts/" + count + "/review", verdict, ada).code());
    as(sam, "/counts/" + count + "/review", verdict);
    assertEquals(60L, level("NL-0100", "NORTH").get("quantity"));
    assertEquals("resolved", get("/alerts/" + alert.get("number")).text("state"));
  }

  private static final java.time.format.DateTimeFormatter TIME =
      java.time.format.DateTimeFormatter.ofPattern("HH:mm:ss");

  private void counted(String count, String bin, String sku, int quantity) {
    String at = "/counts/" + count + "/bins/" + bin;
    ok(at + "/lines", "'warehouse':'NORTH','sku':'" + sku + "','quantity':" + quantity);
    ok(at + "/close", "'warehouse':'NORTH'");
  }

  private static String order(String number, int quantity) {
    return "'warehouse':'NORTH','order':'"
        + number
        + "','lines':[{'sku':'HM-0500','quantity':"
        + quantity
        + "}]";
  }

  private Map<String, Object> level(String sku, String warehouse) {
    return get("/inventory/" + sku + "/" + warehouse).json();
  }

  /// The state of an order, which stands in its head.
  private String state(String path) {
    Caller.Heard heard = get(path + "?warehouse=NORTH");
    return String.valueOf(((Map<?, ?>) heard.json().getOrDefault("order", Map.of())).get("state"));
  }

  private Caller.Heard get(String path) {
    Caller.Heard heard = caller.get("/api/v1" + path, ada);
    assertEquals(200, heard.status(), path + ": " + heard.body());
    return heard;
  }

  private Caller.Heard post(String path, String fields, String who) {
    return caller.write(
        "/api/v1" + path, who, "k-" + keys++, "{" + fields.replace('\'', '"') + "}");
  }

  private Caller.Heard ok(String path, String fields) {
    return as(ada, path, fields);
  }

  private Caller.Heard as(String who, String path, String fields) {
    Caller.Heard heard = post(path, fields, who);
    assertEquals(200, heard.status(), path + ": " + heard.body());
    return heard;
  }

  private static String document(String kind, Caller.Heard heard) {
    return heard.list("documents").stream()
        .filter(document -> kind.equals(document.get("document")))
        .map(document -> String.valueOf(document.get("number")))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + kind + " in " + heard.body()));
  }

  private void add(String user) {
    server
        .people()
        .add(
            new NewPerson(
                new Operator(user),
                user,
                Role.ADMIN,
                Set.<WarehouseCode>of(),
                Optional.of(PASSWORD),
                Optional.empty()));
  }

  private String signIn(String user) {
    return caller
        .post(
            "/api/v1/sessions", "", "{\"user\":\"" + user + "\",\"password\":\"" + PASSWORD + "\"}")
        .text("token");
  }
}
