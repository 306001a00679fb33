package dev.stockwright.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.stockwright.server.Caller;
import dev.stockwright.server.ProductionWiring;
import dev.stockwright.server.StockwrightServer;
import dev.stockwright.server.TestDatabase;
import dev.stockwright.server.masterdata.NewPerson;
import dev.stockwright.server.security.Role;
import dev.stockwright.vocabulary.Operator;
import dev.stockwright.vocabulary.WarehouseCode;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// A server as it is shipped after a shift in which everything happened at least twice, nearly all
/// of it in NORTH, some in SOUTH, nothing in WEST. `ada` and `bob` run it; `sam` supervises NORTH
/// and SOUTH, `olaf` supervises WEST only.
final class Shift implements AutoCloseable {
  private static final String PASSWORD = "correct horse battery";

  private final TestDatabase own = TestDatabase.fresh();
  final StockwrightServer server;
  final Caller caller;

  /// Numbers of documents, by their kind.
  final Map<String, String> numbers = new HashMap<>();

  private final Map<String, String> tokens = new HashMap<>();
  private int keys;

  Shift(Path folder) {
    server =
        StockwrightServer.start(
            own.settings(folder, Map.of("jobs", "off")), new ProductionWiring());
    caller = new Caller(server.url());
    person("ada", Role.ADMIN, "");
    person("bob", Role.ADMIN, "");
    masterData();
    person("sam", Role.SUPERVISOR, "NORTH SOUTH");
    person("olaf", Role.SUPERVISOR, "WEST");
    person("ada", Role.ADMIN, "");
    person("bob", Role.ADMIN, "");
  }

  /// The shift.
  Shift worked() {
    receiving();
    selling();
    picking();
    moving();
    transferring();
    counting();
    watching();
    tills();
    files();
    new ShiftElsewhere(this).worked();
    return this;
  }

  @Override
  public void close() {
    server.close();
    own.close();
  }

  String token(String who) {
    return tokens.getOrDefault(who, "");
  }

  private void person(String name, Role role, String warehouses) {
    if (!tokens.containsKey(name)) {
      server
          .people()
          .add(
              new NewPerson(
                  new Operator(name),
                  name,
                  role,
                  Arrays.stream(warehouses.split(" "))
                      .filter(code -> !code.isEmpty())
                      .map(WarehouseCode::new)
                      .collect(Collectors.toSet()),
                  Optional.of(PASSWORD),
                  Optional.empty()));
    }
    String body = "{\"user\":\"" + name + "\",\"password\":\"" + PASSWORD + "\"}";
    tokens.put(name, caller.post("/api/v1/sessions", "", body).text("token"));
  }

  private void masterData() {
    for (String warehouse : List.of("NORTH", "SOUTH", "WEST")) {
      ok("/warehouses/" + warehouse + "/open", "'name':'Hall','receiving_location':'DOCK-1'");
      for (String bin : List.of("A-01", "A-02", "B-01", "B-02")) {
        String zone = bin.substring(0, 1);
        ok("/warehouses/" + warehouse + "/zones/" + zone + "/save", "'name':'Zone " + zone + "'");
        ok(
            "/warehouses/" + warehouse + "/locations/" + bin + "/save",
            "'location_kind':'bin','pick_sequence':10,'zone':'" + zone + "'");
      }
      ok("/warehouses/" + warehouse + "/locations/CART-1/save", "'location_kind':'cart'");
      ok("/warehouses/" + warehouse + "/locations/CART-2/save", "'location_kind':'cart'");
      ok("/warehouses/" + warehouse + "/locations/PACK-1/save", "'location_kind':'packing'");
    }
    for (int i = 1; i <= 6; i++) {
      ok(
          "/products/P-" + i + "/save",
          "'name':'Thing %d','unit_cost':%d,'category':'C%d','lot_tracked':%s,'expiry_tracked':%s"
              .formatted(i, 100 * i, i % 3, i > 4, i > 4));
      ok("/barcodes/BC-" + i + "/save", "'sku':'P-" + i + "'");
    }
    for (int i = 1; i <= 2; i++) {
      ok("/products/K-" + i + "/save", "'name':'Set'");
      ok("/kits/K-" + i + "/save", "'components':[{'sku':'P-1','quantity':2}]");
    }
    for (String code : List.of("ONE", "TWO")) {
      ok("/suppliers/" + code + "/save", "'name':'Supplier'");
      ok("/customers/" + code + "/save", "'name':'Customer'");
    }
    ok("/settings/transfer.staging/save", "'value':'DOCK-1'");
    ok("/settings/orders.time_limit_seconds/save", "'value':'900'");
    ok("/warehouses/NORTH/minimums/P-1/save", "'low_at':5");
    ok("/warehouses/NORTH/minimums/P-2/save", "'low_at':5");
    ok(
        "/channels/hook/set",
        "'medium':'webhook','address':'https://example.org/a','secret':'0123456789abcdef',"
            + TIMING);
    ok("/channels/chat/set", "'medium':'slack','address':'https://example.org/b'," + TIMING);
  }

  private static final String TIMING =
      "'timing':{'alert_kinds':[],'severity':'notice','time_zone':'UTC','digest_minutes':0}";

  private void receiving() {
    String today = LocalDate.now(ZoneOffset.UTC).toString();
    for (String order : List.of("PO-1", "PO-2")) {
      ok(
          "/purchasing/orders/open",
          "'warehouse':'NORTH','order':'%s','supplier':'ONE','expected_on':'%s','lines':[%s]"
              .formatted(
                  order,
                  today,
                  "{'sku':'P-1','quantity':100},{'sku':'P-2','quantity':100},"
                      + "{'sku':'P-3','quantity':50}"));
      String receipt =
          made(
              "receipt", "/receipts/start", "'warehouse':'NORTH','purchase_order':'" + order + "'");
      for (String sku : List.of("P-1", "P-2")) {
        String task =
            made(
                "task",
                "/receipts/" + receipt + "/receive",
                "'warehouse':'NORTH','sku':'" + sku + "','quantity':100");
        String to =
            String.valueOf(
                get("/put-aways/" + task + "/suggestion?warehouse=NORTH").json().get("named"));
        if (sku.equals("P-1")) {
          ok("/put-aways/" + task + "/redirect", "'warehouse':'NORTH','to':'A-01','why':'other'");
          to = "A-01";
        }
        ok("/put-aways/" + task + "/confirm", "'warehouse':'NORTH','to':'" + to + "'");
      }
      made(
          "task",
          "/receipts/" + receipt + "/receive",
          "'warehouse':'NORTH','sku':'P-3','quantity':30");
      ok(
          "/asns/announce",
          "'warehouse':'NORTH','asn':'ASN-%s','supplier':'ONE','expected_on':'%s','contents':[%s]"
              .formatted(
                  order,
                  today,
                  "{'handling_unit':'U-%1$s','sku':'P-3','quantity':5},{'handling_unit':'U-%1$s','sku':'P-4','quantity':5}"
                      .formatted(order)));
    }
    numbers.put("asn", "ASN-PO-2");
    ok("/receipts/receive-unit", "'warehouse':'NORTH','unit':'U-PO-1'");
    String blind = made("receipt", "/receipts/start", "'warehouse':'NORTH','supplier':'TWO'");
    ok("/receipts/" + blind + "/receive", "'warehouse':'NORTH','sku':'P-1','quantity':2");
    String loose = made("receipt", "/receipts/start", "'warehouse':'NORTH','supplier':'TWO'");
    for (String lot : List.of("L-1", "L-2")) {
      ok(
          "/receipts/" + loose + "/receive",
          "'warehouse':'NORTH','sku':'P-5','quantity':40,'lot':'%s','expiry':'%s'"
              .formatted(lot, LocalDate.now(ZoneOffset.UTC).plusDays(9)));
    }
    ok(
        "/returns/receive",
        "'warehouse':'NORTH','customer':'ONE','sku':'P-1','quantity':2,'grade':'damaged','why':'other'");
  }

  private static String order(String number, String sku, int quantity) {
    return "'warehouse':'NORTH','order':'%s','customer':'ONE','committed':true,'ship_by':'2099-01-01T00:00:00Z','lines':[{'sku':'%s','quantity':%d}]"
        .formatted(number, sku, quantity);
  }

  private void selling() {
    for (int i = 1; i <= 6; i++) {
      ok("/orders", order("SO-" + i, i % 2 == 0 ? "P-1" : "P-2", 10));
    }
    ok("/orders", order("SO-7", "P-3", 70).replace("'committed':true", "'back_order':true"));
    ok("/orders", order("SO-8", "P-4", 9).replace("'committed':true", "'back_order':true"));
  }

  private void picking() {
    for (int i = 1; i <= 5; i++) {
      made("wave", "/waves", "'warehouse':'NORTH','orders':['SO-" + i + "']");
    }
    for (String face : List.of("B-01", "B-02")) {
      ok(
          "/pick-faces",
          "'warehouse':'NORTH','location':'%s','sku':'P-1','minimum':5,'maximum':20"
              .formatted(face));
    }
    ok("/pick-faces/review", "'warehouse':'NORTH'");
    for (int i = 1; i <= 4; i++) {
      String pick =
          String.valueOf(
              get("/picks?warehouse=NORTH&order=SO-" + i).items().getFirst().get("number"));
      String cart = i <= 2 ? "CART-1" : "CART-2";
      ok("/picks/" + pick + "/pick", "'warehouse':'NORTH','quantity':10,'cart':'" + cart + "'");
    }
    ok("/carts/CART-1/drop", "'warehouse':'NORTH','to':'PACK-1'");
    for (int i = 1; i <= 2; i++) {
      String unit =
          made(
              "handling_unit",
              "/orders/SO-" + i + "/pack-all",
              "'warehouse':'NORTH','at':'PACK-1'");
      ok("/packages/" + unit + "/close", "'warehouse':'NORTH','grams':100");
      String shipment = made("shipment", "/shipments", "'warehouse':'NORTH','dock':'DOCK-1'");
      ok("/shipments/" + shipment + "/load", "'warehouse':'NORTH','unit':'" + unit + "'");
      if (i == 1) {
        ok("/shipments/" + shipment + "/ship", "'warehouse':'NORTH'");
      }
    }
  }

  private void moving() {
    for (String bin : List.of("B-01", "B-02")) {
      ok("/moves", "'warehouse':'NORTH','sku':'P-1','quantity':3,'from':'A-01','to':'" + bin + "'");
    }
    for (int i = 0; i < 2; i++) {
      made(
          "adjustment",
          "/adjustments",
          "'warehouse':'NORTH','sku':'P-1','change':-50,'location':'A-01','reason':'lost'");
    }
  }

  private void transferring() {
    for (int i = 1; i <= 3; i++) {
      String sku = i == 3 ? "P-1" : "P-5";
      String number =
          made(
              "transfer",
              "/transfers",
              "'from_warehouse':'NORTH','to_warehouse':'SOUTH','lines':[{'sku':'%s','quantity':9}]"
                  .formatted(sku));
      as("bob", "/transfers/" + number + "/approve", "'warehouse':'NORTH'");
      ok(
          "/transfers/" + number + "/pack",
          "'warehouse':'NORTH','sku':'%s','quantity':9,'from':'%s'%s"
              .formatted(sku, i == 3 ? "A-01" : "DOCK-1", i == 3 ? "" : ",'lot':'L-" + i + "'"));
      ok("/transfers/" + number + "/ship", "'warehouse':'NORTH'");
      if (i == 1) {
        ok(
            "/transfers/" + number + "/receive",
            "'warehouse':'SOUTH','arrived':[{'sku':'P-5','lot':'L-1','good':5}]");
      }
    }
    ok("/lead-times", "'from_warehouse':'NORTH','to_warehouse':'SOUTH','hours':5");
    ok("/lead-times", "'from_warehouse':'SOUTH','to_warehouse':'NORTH','hours':6");
  }

  private void counting() {
    for (int round = 0; round < 2; round++) {
      String count = made("count", "/counts/request", "'warehouse':'NORTH','bins':['B-01','B-02']");
      ok("/counts/" + count + "/start", "'warehouse':'NORTH'");
      for (String bin : List.of("B-01", "B-02")) {
        String at = "/counts/" + count + "/bins/" + bin;
        ok(at + "/lines", "'warehouse':'NORTH','sku':'P-1','quantity':" + (30 + 50 * round));
        ok(at + "/lines", "'warehouse':'NORTH','sku':'P-2','quantity':2");
        ok(at + "/close", "'warehouse':'NORTH'");
      }
      ok("/counts/" + count + "/finish", "'warehouse':'NORTH'");
      change("UPDATE stock_count SET finished_at = '2000-01-01' WHERE state = 'counted'");
      ok(
          "/reconciliations/" + LocalDate.now(ZoneOffset.UTC).minusDays(2 - round),
          "'warehouse':'NORTH'");
      if (round == 0) {
        List<String> verdicts =
            get("/counts/" + count + "/lines?warehouse=NORTH&state=review").items().stream()
                .map(
                    line ->
                        "{'line':" + line.get("line") + ",'decision':'accept','reason':'miscount'}")
                .toList();
        as(
            "bob",
            "/counts/" + count + "/review",
            "'warehouse':'NORTH','verdicts':[" + String.join(",", verdicts) + "]");
      }
    }
  }

  private void watching() {
    for (String sku : List.of("P-1", "P-2")) {
      ok(
          "/alert-rules/set",
          "'covers':{'only_in':'NORTH','sku':'%s'},'watch':{'low':500,'low_clear':600,'out':true}"
              .formatted(sku));
      ok(
          "/reorder-rules/set",
          "'warehouse':'NORTH','sku':'%s','supplier':'ONE','point':1000,'up_to':2000"
              .formatted(sku));
    }
    ok("/alerts/review", "'warehouse':'NORTH'");
    numbers.put(
        "alert",
        String.valueOf(get("/alerts?warehouse=NORTH&kind=low").items().getFirst().get("number")));
    ok("/alerts/" + numbers.get("alert") + "/acknowledge", "'warehouse':'NORTH'");
    made("proposal", "/proposals/review", "'warehouse':'NORTH'");
    ok("/proposals/review", "'warehouse':'NORTH','skus':['P-1']");
    for (int i = 0; i < 2; i++) {
      change(
          """
          INSERT INTO message (id, channel_id, subject, body, content, due_at, made_at)
          SELECT gen_random_uuid(), min(id), 'Low', 'Low.', '{}', now(), now() FROM channel""");
    }
  }

  private void tills() {
    for (int i = 1; i <= 2; i++) {
      ok(
          "/till-batches",
          "'warehouse':'NORTH','batch':'B-%d','entries':[{'till':'T1','number':'O-%d','type':'sale','code':'P-%d','quantity':90,'at':'2026-11-20T10:00:00Z'},{'till':'T1','number':'N-%d','type':'sale','code':'nobody','quantity':1,'at':'2026-11-20T10:00:00Z'},{'till':'T1','number':'M-%d','type':'sale','code':'P-2','quantity':1,'at':'2026-11-20T10:00:00Z'}]"
              .formatted(i, i, 2 + i, i, i));
    }
  }

  private void files() {
    Caller.Heard looked =
        caller.send(
            caller
                .request("/api/v1/sheets/products/import", token("ada"))
                .header("Content-Type", "text/csv")
                .POST(HttpRequest.BodyPublishers.ofString("sku,name\nP-7,Seven\nP-8,Eight\n")));
    assertEquals(200, looked.status(), looked.body());
    numbers.put("import", looked.text("id"));
  }

  void change(String sql) {
    server.database().changing().transaction(tx -> tx.dsl().execute(sql));
  }

  Caller.Heard get(String path) {
    Caller.Heard heard = caller.get("/api/v1" + path, token("ada"));
    assertEquals(200, heard.status(), path + ": " + heard.body());
    return heard;
  }

  Caller.Heard ok(String path, String fields) {
    return as("ada", path, fields);
  }

  private Caller.Heard as(String who, String path, String fields) {
    String body = "{" + fields.replace('\'', '"') + "}";
    Caller.Heard heard = caller.write("/api/v1" + path, token(who), "k-" + keys++, body);
    assertEquals(200, heard.status(), path + ": " + heard.body());
    return heard;
  }

  private String made(String kind, String path, String fields) {
    String number = number(kind, path, fields);
    numbers.put(kind, number);
    return number;
  }

  /// Done; the number of the document of that kind.
  String number(String kind, String path, String fields) {
    Caller.Heard heard = ok(path, fields);
    return heard.list("documents").stream()
        .filter(document -> kind.equals(document.get("document")))
        .map(document -> String.valueOf(document.get("number")))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + kind + " in " + heard.body()));
  }
}
