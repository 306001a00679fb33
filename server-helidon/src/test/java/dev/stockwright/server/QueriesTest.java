package dev.stockwright.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueriesTest {
  private static final String NORTH = "/api/v1/inventory/warehouse/NORTH";
  private final TestHouse house = TestHouse.shared();

  @Test
  void aLevelIsAsTheContractSays() {
    assertEquals(
        "{\"sku\":\"HM-0500\",\"warehouse\":\"NORTH\",\"quantity\":100,\"reserved\":10,"
            + "\"blocked\":0,\"available\":90,\"last_updated\":\"2026-11-19T11:00:00Z\",\"n\":4}",
        get("ana", "/api/v1/inventory/HM-0500/NORTH").body());
  }

  @Test
  void aProductThatWasNeverThereHasZeroLevels() {
    Caller.Heard heard = get("ana", "/api/v1/inventory/SW-9999/NORTH");
    assertEquals(200, heard.status(), heard.body());
    assertEquals(0L, heard.json().get("quantity"));
    assertEquals(0L, heard.json().get("available"));
    assertEquals(0L, heard.json().get("n"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/as-of?time=2026-11-19T08:30:00Z", "/balances"})
  void whatIsNotKnownOrNotTheirsIsRefused(String more) {
    assertRefused("404 unknown_product", "ana", "/api/v1/inventory/XX/NORTH" + more);
    assertRefused("404 unknown_warehouse", "ana", "/api/v1/inventory/HM-0500/XX" + more);
    assertRefused("403 not_allowed", "ana", "/api/v1/inventory/HM-0500/SOUTH" + more);
    assertRefused("404 unknown_warehouse", "root", "/api/v1/inventory/HM-0500/XX" + more);
    assertRefused("400 invalid_sku", "ana", "/api/v1/inventory/a%20b/NORTH" + more);
  }

  @Test
  void allWarehousesAreOnlyTheirOwn() {
    Caller.Heard ana = get("ana", "/api/v1/inventory/HM-0500/all-warehouses");
    assertEquals(1, ana.items().size());
    assertEquals(100L, ana.json().get("total_quantity"));
    Caller.Heard root = get("root", "/api/v1/inventory/HM-0500/all-warehouses");
    assertEquals(2, root.items().size());
    assertEquals(107L, root.json().get("total_quantity"));
    assertEquals(97L, root.json().get("total_available"));
    assertRefused("404 unknown_product", "ana", "/api/v1/inventory/XX/all-warehouses");
  }

  @ParameterizedTest
  @CsvSource({
    "sku&order=asc,HM-0500 NL-0100 PC_T-1",
    "sku&order=desc,PC_T-1 NL-0100 HM-0500",
    "name,HM-0500 NL-0100 PC_T-1",
    "quantity,PC_T-1 NL-0100 HM-0500",
    "quantity&order=desc,HM-0500 NL-0100 PC_T-1",
    "reserved,NL-0100 PC_T-1 HM-0500",
    "blocked&order=desc,PC_T-1 NL-0100 HM-0500",
    "available&order=desc,HM-0500 NL-0100 PC_T-1",
    "last_updated&order=desc,PC_T-1 NL-0100 HM-0500",
  })
  void aStockListIsSortedAndPagedWithoutGap(String sort, String expected) {
    assertEquals(expected, String.join(" ", skus(get("ana", NORTH + "?sort=" + sort))));
    List<String> paged = new ArrayList<>();
    String after = "";
    do {
      Caller.Heard page = get("ana", NORTH + "?limit=1&sort=" + sort + after);
      assertEquals(3L, page.json().get("total"));
      paged.addAll(skus(page));
      after = page.json().get("next") == null ? "" : "&after=" + page.text("next");
    } while (!after.isEmpty());
    assertEquals(expected, String.join(" ", paged));
    assertEquals(
        List.of(expected.split(" ")[2]), skus(get("ana", NORTH + "?offset=2&sort=" + sort)));
  }

  @ParameterizedTest
  @CsvSource({
    "sku,HM-0500@NORTH HM-0500@SOUTH NL-0100@NORTH PC_T-1@NORTH",
    "sku&order=desc,PC_T-1@NORTH NL-0100@NORTH HM-0500@SOUTH HM-0500@NORTH",
    "warehouse&order=desc,HM-0500@SOUTH PC_T-1@NORTH NL-0100@NORTH HM-0500@NORTH",
    "name,HM-0500@NORTH HM-0500@SOUTH NL-0100@NORTH PC_T-1@NORTH",
    "quantity&order=desc,HM-0500@NORTH HM-0500@SOUTH NL-0100@NORTH PC_T-1@NORTH",
    "last_updated&filter=HM-,HM-0500@NORTH HM-0500@SOUTH",
  })
  void theStockOfAllWarehousesIsOneListWithoutGap(String sort, String expected) {
    String list = "/api/v1/inventory?sort=" + sort;
    assertEquals(expected, String.join(" ", lines(get("root", list))));
    List<String> paged = new ArrayList<>();
    String after = "";
    do {
      Caller.Heard page = get("root", list + "&limit=1" + after);
      assertEquals((long) expected.split(" ").length, page.json().get("total"));
      paged.addAll(lines(page));
      after = page.json().get("next") == null ? "" : "&after=" + page.text("next");
    } while (!after.isEmpty());
    assertEquals(expected, String.join(" ", paged));
    assertEquals(List.of(expected.split(" ")[1]), lines(get("root", list + "&offset=1&limit=1")));
    assertEquals(
        expected.replaceAll(" ?[^ ]+@SOUTH ?", " ").strip(),
        String.join(" ", lines(get("ana", list))),
        "of their own alone");
    assertEquals(List.of("HM-0500@SOUTH"), lines(get("root", "/api/v1/inventory?warehouse=SOUTH")));
  }

  @Test
  void ofAllWarehousesNothingIsToldWhereSomebodyHasNoRight() {
    assertRefused("403 not_allowed", "ana", "/api/v1/inventory?warehouse=SOUTH");
    assertRefused("404 unknown_warehouse", "root", "/api/v1/inventory?warehouse=XX");
    assertRefused("403 not_allowed", "cora", "/api/v1/inventory");
    String next = get("ana", NORTH + "?limit=1").text("next");
    assertRefused("400 invalid_after", "ana", "/api/v1/inventory?after=" + next);
    assertRefused("400 invalid_sort", "ana", "/api/v1/inventory?sort=colour");
  }

  private static List<String> lines(Caller.Heard heard) {
    return heard.items().stream()
        .map(item -> item.get("sku") + "@" + item.get("warehouse"))
        .toList();
  }

  @ParameterizedTest
  @CsvSource({
    "hammer,HM-0500",
    "nl-,NL-0100",
    "4012345,HM-0500",
    "SUPP,NL-0100",
    "_T,PC_T-1",
    "%25,''"
  })
  void aStockListIsFilteredByAnyPartOfAName(String filter, String expected) {
    Caller.Heard heard = get("ana", NORTH + "?filter=" + filter);
    assertEquals(expected, String.join(" ", skus(heard)));
    assertEquals((long) skus(heard).size(), heard.json().get("total"));
    assertTrue(heard.body().contains("\"items\":["), heard.body());
  }

  @Test
  void whatIsBelowItsMinimumIsLow() {
    Caller.Heard heard = get("ana", NORTH + "/low-stock?limit=1");
    assertEquals(List.of("NL-0100"), skus(heard));
    assertEquals(50L, heard.items().getFirst().get("minimum"));
    Caller.Heard rest = get("ana", NORTH + "/low-stock?limit=1&after=" + heard.text("next"));
    assertEquals(List.of("PC_T-1"), skus(rest));
    assertEquals(null, rest.json().get("next"));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-19T07:59:59Z,0,0,0",
    "2026-11-19T08:00:00Z,40,0,1",
    "2026-11-19T09:59:59Z,40,0,1",
    "2026-11-19T11:00:00%2B01:00,100,0,3",
    "2026-11-19T10:59:59Z,100,0,3",
    "2026-11-19T11:00:00Z,100,10,4",
    "2030-01-01T00:00:00Z,100,10,4",
    "1970-01-01T00:00:00Z,0,0,0",
  })
  void thePastIsAsItWas(String time, long quantity, long reserved, long n) {
    Caller.Heard heard = get("ana", "/api/v1/inventory/HM-0500/NORTH/as-of?time=" + time);
    assertEquals(200, heard.status(), heard.body());
    assertEquals(quantity, heard.json().get("quantity"));
    assertEquals(reserved, heard.json().get("reserved"));
    assertEquals(n, heard.json().get("n"));
  }

  @Test
  void aMomentThatIsNoneIsRefused() {
    String path = "/api/v1/inventory/HM-0500/NORTH/as-of";
    assertRefused("400 missing_time", "ana", path);
    assertRefused("400 invalid_time", "ana", path + "?time=yesterday");
    assertRefused("400 invalid_time", "ana", path + "?time=2026-11-19T10:00:00");
  }

  @Test
  void theBinsOfAProductAreListed() {
    List<Map<String, Object>> bins = get("ana", "/api/v1/inventory/HM-0500/NORTH/balances").items();
    assertEquals(
        Map.of("location", "A-01", "condition", "available", "quantity", 40L), bins.get(0));
    assertEquals("L1", bins.get(1).get("lot"));
  }

  @ParameterizedTest
  @CsvSource({
    "'',N3 N2 N1",
    "sku=HM-0500,N3 N1",
    "sku=XX,''",
    "location=DOCK-1,N3 N2 N1",
    "location=SUPPLIER,N3 N2 N1",
    "location=A-01,''",
    "reference=PO-1,N2",
    "reason=receipt,N3 N2 N1",
    "by=ana,N3",
    "device=DESK-1,N3 N2 N1",
    "device=OTHER,''",
    "command_id=0192c8f4-7a1e-7cc3-98c4-000000000001,N3",
    "command_id=0192c8f4-7a1e-7cc3-98c4-00000000ffff,''",
    "from=2026-11-19T09:00:00Z,N3 N2",
    "to=2026-11-19T09:00:00Z,N2 N1",
    "from=2026-11-19T09:00:01Z&to=2026-11-19T09:59:59Z,''",
  })
  void movementsAreFoundByAnything(String filter, String expected) {
    assertEquals(expected, moved(get("ana", "/api/v1/movements?" + filter)));
  }

  @Test
  void movementsOfSeveralWarehousesComeByTimeAndPageWithoutGap() {
    assertEquals("N3 S1 N2 N1", moved(get("root", "/api/v1/movements")));
    assertEquals("S1", moved(get("root", "/api/v1/movements?warehouse=SOUTH")));
    List<String> paged = new ArrayList<>();
    String after = "";
    do {
      Caller.Heard page = get("root", "/api/v1/movements?limit=1" + after);
      paged.add(moved(page));
      after = page.json().get("next") == null ? "" : "&after=" + page.text("next");
    } while (!after.isEmpty());
    assertEquals("N3 S1 N2 N1", String.join(" ", paged));
    assertRefused("403 not_allowed", "ana", "/api/v1/movements?warehouse=SOUTH");
  }

  @ParameterizedTest
  @CsvSource({
    "4012345000016,product HM-0500 1",
    "04012345000016,product HM-0500 1",
    "14012345000013,product HM-0500 12",
    "%5DC10114012345000013,product HM-0500 12",
    "SUPP-77,product NL-0100 1",
    "HM-0500,product HM-0500 1",
    "PO-NORTH,purchase_order PO-NORTH",
    "PO-SOUTH,''",
    "A-01,location A-01",
    "nothing,''",
    "4012345000017,''",
  })
  void aCodeIsLookedUpWhateverItIs(String code, String expected) {
    Caller.Heard heard = get("ana", "/api/v1/lookup?barcode=" + code);
    assertEquals(200, heard.status(), heard.body());
    List<String> found = new ArrayList<>();
    for (Map<String, Object> item : heard.items()) {
      found.add(
          switch (String.valueOf(item.get("kind"))) {
            case "product" -> "product " + item.get("sku") + " " + item.get("units");
            case "location" -> "location " + item.get("code");
            default -> item.get("kind") + " " + item.get("number");
          });
    }
    assertEquals(expected, String.join(",", found));
  }

  @Test
  void masterDataIsPagedAndOnlyTheirOwn() {
    assertEquals(
        "{\"items\":[{\"code\":\"NORTH\",\"name\":\"Northgate\",\"time_zone\":\"UTC\","
            + "\"receiving_location\":\"DOCK-N\"}],\"next\":null}",
        get("ana", "/api/v1/warehouses").body());
    Caller.Heard first = get("root", "/api/v1/warehouses?limit=1");
    Caller.Heard second = get("root", "/api/v1/warehouses?limit=1&after=" + first.text("next"));
    assertEquals("SOUTH", second.items().getFirst().get("code"));
    Caller.Heard products = get("ana", "/api/v1/products?limit=1");
    assertEquals(
        "{\"items\":[{\"sku\":\"HM-0500\",\"name\":\"Hammer 500 g\",\"unit\":\"piece\","
            + "\"category\":\"\",\"lot_tracked\":false,\"serial_tracked\":false,"
            + "\"expiry_tracked\":false,\"active\":true,\"barcodes\":["
            + "{\"code\":\"04012345000016\",\"pack\":\"each\",\"units\":1},"
            + "{\"code\":\"14012345000013\",\"pack\":\"case\",\"units\":12}]}],\"next\":\""
            + products.text("next")
            + "\",\"mark\":\""
            + products.text("mark")
            + "\"}",
        products.body());
    assertEquals(3, get("ana", "/api/v1/locations").items().size());
    assertEquals(6, get("root", "/api/v1/locations").items().size());
    Caller.Heard orders = get("ana", "/api/v1/purchase-orders");
    assertEquals(
        "{\"items\":[{\"number\":\"PO-NORTH\",\"supplier\":\"Acme\",\"warehouse\":\"NORTH\","
            + "\"state\":\"open\",\"expected_on\":\"2026-12-01\",\"lines\":[{\"line\":1,"
            + "\"sku\":\"HM-0500\",\"name\":\"Hammer 500 g\",\"ordered\":24,\"received\":0,"
            + "\"over_percent\":5,\"over_allowed\":0}]}],\"next\":null}",
        orders.body());
  }

  @ParameterizedTest
  @CsvSource({
    "limit=0,invalid_limit",
    "limit=501,invalid_limit",
    "limit=x,invalid_limit",
    "after=zzz,invalid_after",
    "after=%21%21,invalid_after",
    "sort=colour,invalid_sort",
    "order=up,invalid_order",
    "offset=-1,invalid_offset",
  })
  void aParameterThatIsNoneIsNamed(String parameter, String code) {
    assertRefused("400 " + code, "ana", NORTH + "?" + parameter);
  }

  @Test
  void textOfSendersNeverBecomesSql() {
    for (String text :
        new String[] {"'", "';DROP+TABLE+product;--", "%5C", "%25%25", "%F0%9F%98%80"}) {
      assertEquals(200, get("ana", NORTH + "?filter=" + text).status(), text);
      assertEquals(200, get("ana", "/api/v1/lookup?barcode=" + text).status(), text);
    }
    assertRefused("400 invalid_barcode", "ana", "/api/v1/lookup?barcode=a%00b");
  }

  private void assertRefused(String expected, String user, String path) {
    Caller.Heard heard = get(user, path);
    assertEquals(expected, heard.status() + " " + heard.code(), path);
  }

  private Caller.Heard get(String user, String path) {
    return house.caller().get(path, house.token(user));
  }

  private static List<String> skus(Caller.Heard heard) {
    return heard.items().stream().map(item -> String.valueOf(item.get("sku"))).toList();
  }

  private static String moved(Caller.Heard heard) {
    return String.join(
        " ",
        heard.items().stream()
            .map(item -> String.valueOf(item.get("warehouse")).charAt(0) + "" + item.get("n"))
            .toList());
  }
}
