package dev.stockwright.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What a device asks that keeps a site: everything once, and afterwards what has changed.
class ReplicaQuestionsTest {
  private final TestHouse house = TestHouse.shared();

  @Test
  void aDeviceHearsOnceOfEachProductThatChangesAndOfItsBarcodes() {
    String before = mark(get("/api/v1/products?limit=500"));
    assertEquals(List.of(), changedAfter(mark(get("/api/v1/products?changed_after=" + before))));
    sql("UPDATE product SET name = 'Nails, long' WHERE sku = 'NL-0100'");
    assertEquals(List.of("NL-0100"), changedAfter(before));
    String between = mark(get("/api/v1/products?changed_after=" + before));
    assertEquals(List.of(), changedAfter(between));
    sql(
        "INSERT INTO barcode (code, product_id) SELECT 'TAUGHT-1', id FROM product"
            + " WHERE sku = 'SW-9999'");
    assertEquals(List.of("SW-9999"), changedAfter(between));
    String taught = mark(get("/api/v1/products?changed_after=" + between));
    sql(
        "UPDATE barcode SET product_id = (SELECT id FROM product WHERE sku = 'PC_T-1')"
            + " WHERE code = 'TAUGHT-1'");
    assertEquals(List.of("PC_T-1", "SW-9999"), changedAfter(taught), "where it was and is");
    String moved = mark(get("/api/v1/products?changed_after=" + taught));
    sql("DELETE FROM barcode WHERE code = 'TAUGHT-1'");
    assertEquals(List.of("PC_T-1"), changedAfter(moved));
    sql("UPDATE product SET name = 'Nails 100 mm' WHERE sku = 'NL-0100'");
    assertEquals(List.of("NL-0100", "PC_T-1", "SW-9999"), changedAfter(before));
  }

  @Test
  void whatALongTransactionChangesIsHeardOfAfterIt() throws Exception {
    String before = mark(get("/api/v1/products"));
    String meanwhile;
    try (var connection = house.database().commandConnection()) {
      connection.setAutoCommit(false);
      try (var statement = connection.createStatement()) {
        statement.execute("UPDATE product SET name = 'x' WHERE sku = 'HM-0500'");
        sql("UPDATE product SET name = 'x' WHERE sku = 'NL-0100'");
        assertEquals(List.of("NL-0100"), changedAfter(before));
        meanwhile = mark(get("/api/v1/products?changed_after=" + before));
        connection.commit();
      }
    }
    assertEquals(List.of("HM-0500", "NL-0100"), changedAfter(meanwhile), "it ended later");
    sql("UPDATE product SET name = 'Hammer 500 g' WHERE sku = 'HM-0500'");
    sql("UPDATE product SET name = 'Nails 100 mm' WHERE sku = 'NL-0100'");
  }

  @Test
  void aMarkThatThisDatabaseHasNotComeToStandsForAllProducts() {
    assertEquals(
        get("/api/v1/products?limit=500").items().size(),
        changedAfter("9000000000000000000").size());
    for (String mark : List.of("x", "-1", "1.5", "99999999999999999999")) {
      Caller.Heard heard = get("/api/v1/products?changed_after=" + mark);
      assertEquals("400 invalid_changed_after", heard.status() + " " + heard.code());
    }
  }

  @Test
  void allBalancesOfAWarehouseComePartByPart() {
    List<String> whole = balances(500);
    assertEquals(
        List.of("HM-0500 A-01 - 40", "HM-0500 A-02 L1 60"),
        whole.stream().filter(row -> row.startsWith("HM")).toList());
    for (int size = 1; size <= 2; size++) {
      assertEquals(whole, balances(size), "parts of " + size);
    }
    Caller.Heard part = get("/api/v1/balances?warehouse=NORTH");
    assertEquals(4L, part.json().get("n"));
    assertEquals(1L, part.json().get("epoch"));
  }

  @Test
  void balancesAreForThoseWhoMaySeeBins() {
    assertRefused("403 not_allowed", "cora", "NORTH");
    assertRefused("403 not_allowed", "ana", "SOUTH");
    assertRefused("404 unknown_warehouse", "ana", "XX");
    Caller.Heard cursor =
        house.caller().get("/api/v1/balances?warehouse=NORTH&after=eHgfMQ", house.token("ana"));
    assertEquals("400 invalid_after", cursor.status() + " " + cursor.code());
  }

  private void assertRefused(String expected, String who, String warehouse) {
    Caller.Heard heard =
        house.caller().get("/api/v1/balances?warehouse=" + warehouse, house.token(who));
    assertEquals(expected, heard.status() + " " + heard.code(), heard.body());
  }

  private List<String> balances(int size) {
    List<String> rows = new ArrayList<>();
    Object after = "";
    do {
      Caller.Heard part = get("/api/v1/balances?warehouse=NORTH&limit=" + size + "&after=" + after);
      assertEquals(200, part.status(), part.body());
      part.items().forEach(item -> rows.add(row(item)));
      after = part.json().get("next");
    } while (after != null);
    return rows;
  }

  private static String row(Map<String, Object> item) {
    return item.get("sku")
        + " "
        + item.get("location")
        + " "
        + item.getOrDefault("lot", "-")
        + " "
        + item.get("quantity");
  }

  private List<String> changedAfter(String mark) {
    return get("/api/v1/products?limit=500&changed_after=" + mark).items().stream()
        .map(item -> String.valueOf(item.get("sku")))
        .toList();
  }

  private static String mark(Caller.Heard heard) {
    assertEquals(200, heard.status(), heard.body());
    return heard.text("mark");
  }

  private Caller.Heard get(String address) {
    return house.caller().get(address, house.token("ana"));
  }

  private void sql(String statement) {
    house.database().changing().transaction(tx -> tx.dsl().execute(statement));
  }
}
