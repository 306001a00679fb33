package dev.stockwright.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.protocol.Answer;
import dev.stockwright.protocol.PlaceReservation;
import dev.stockwright.protocol.ReceiveGoods;
import dev.stockwright.protocol.Refusal;
import dev.stockwright.protocol.Sentences;
import dev.stockwright.server.desk.Submission;
import dev.stockwright.vocabulary.CommandId;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WritesTest {
  private static final String RECEIVE = "/api/v1/inventory/receive";
  private final TestHouse house = TestHouse.shared();

  @Test
  void aReceiptIsAnsweredAsTheDocumentsSay() {
    Caller.Heard heard =
        write(
            RECEIVE,
            "{\"sku\":\"HM-0500\",\"warehouse_code\":\"NORTH\",\"quantity\":12,\"reason\":\"po\"}");
    assertEquals(
        "{\"status\":\"success\",\"sku\":\"HM-0500\",\"warehouse\":\"NORTH\","
            + "\"old_quantity\":100,\"new_quantity\":112}",
        heard.body());
    assertEquals(200, heard.status());
    Submission asked = house.desk().last();
    assertEquals(asked.id().toString(), heard.header("command-id"));
    assertEquals(0, asked.sequence());
    assertEquals("api", asked.device().code());
    assertEquals("sam", asked.author().code());
    ReceiveGoods command = (ReceiveGoods) ((Submission.Asked.Order) asked.asked()).command();
    assertEquals(12, command.quantity().units());
  }

  @Test
  void aUuidAsKeyIsTheIdOfTheCommand() {
    UUID key = UUID.randomUUID();
    house
        .caller()
        .write(
            RECEIVE,
            house.token("sam"),
            key.toString(),
            "{\"sku\":\"HM-0500\",\"warehouse_code\":\"NORTH\",\"quantity\":12}");
    assertEquals(new CommandId(key), house.desk().last().id());
  }

  @Test
  void aTransferSaysBothSides() {
    Caller.Heard heard =
        write(
            "/api/v1/inventory/transfer",
            "{\"sku\":\"HM-0500\",\"from_warehouse\":\"NORTH\",\"to_warehouse\":\"SOUTH\","
                + "\"quantity\":5}");
    assertEquals(
        "{\"status\":\"success\",\"sku\":\"HM-0500\",\"warehouse\":\"NORTH\","
            + "\"old_quantity\":100,\"new_quantity\":112,"
            + "\"from\":{\"warehouse\":\"NORTH\",\"old_quantity\":100,\"new_quantity\":112},"
            + "\"to\":{\"warehouse\":\"SOUTH\",\"old_quantity\":100,\"new_quantity\":112}}",
        heard.body());
  }

  @Test
  void anAdjustmentGoesBothWays() {
    Caller.Heard heard =
        write(
            "/api/v1/inventory/adjust",
            "{\"sku\":\"HM-0500\",\"warehouse_code\":\"NORTH\",\"quantity_change\":-3,"
                + "\"reason\":\"damaged\"}");
    assertEquals(200, heard.status(), heard.body());
  }

  @ParameterizedTest
  @CsvSource({"'',900", "',\"ttl\":60',60", "',\"ttl\":\"PT2H\"',7200", "',\"ttl\":null',900"})
  void aReservationHoldsForItsTime(String ttl, long seconds) {
    Caller.Heard heard =
        write(
            "/api/v1/reservations",
            "{\"order_id\":\"SO-9\",\"items\":[{\"sku\":\"HM-0500\",\"warehouse_code\":\"NORTH\","
                + "\"quantity\":2}]"
                + ttl
                + "}");
    assertEquals(201, heard.status(), heard.body());
    assertEquals(seconds, heard.json().get("ttl_seconds"));
    PlaceReservation command =
        (PlaceReservation) ((Submission.Asked.Order) house.desk().last().asked()).command();
    assertEquals(seconds, command.ttlSeconds());
    assertEquals(1, command.lines().size());
  }

  @Test
  void aReservationIsConfirmedAndReleasedByItsOrder() {
    assertEquals("committed", write("/api/v1/reservations/SO-N/confirm", "").text("state"));
    assertEquals("released", write("/api/v1/reservations/SO-N/release", "").text("state"));
  }

  @Test
  void everyRefusalHasItsStatusItsCodeAndItsFields() {
    WarehouseCode north = new WarehouseCode("NORTH");
    Sku sku = new Sku("HM-0500");
    Map<Refusal, String> refusals =
        Map.of(
            new Refusal.UnknownProduct(sku), "404 unknown_product",
            new Refusal.UnknownWarehouse(north), "404 unknown_warehouse",
            new Refusal.UnknownLocation(north, new LocationCode("A")), "404 unknown_location",
            new Refusal.UnknownReservation(new Reference("SO")), "404 unknown_reservation",
            new Refusal.InsufficientStock(north, sku, Optional.empty(), 5, 2),
                "409 insufficient_stock",
            new Refusal.OrderAlreadyReserved(new Reference("SO")), "409 order_already_reserved",
            new Refusal.DifferentContent(new CommandId(UUID.randomUUID())), "422 different_content",
            new Refusal.NotAllowed("do that", Optional.empty()), "403 not_allowed",
            new Refusal.Malformed("invalid_quantity", "q"), "400 invalid_quantity");
    refusals.forEach(
        (refusal, expected) -> {
          house
              .desk()
              .answerWith(
                  submission ->
                      CompletableFuture.completedFuture(
                          new Answer.Refused(submission.id(), refusal, Sentences.of(refusal))));
          Caller.Heard heard = receive("12");
          assertEquals(expected, heard.status() + " " + heard.code(), heard.body());
          assertEquals("application/problem+json", heard.header("content-type"));
          assertEquals(Sentences.of(refusal), heard.text("detail"));
          assertEquals("urn:stockwright:problem:" + heard.code(), heard.text("type"));
          assertEquals((long) heard.status(), heard.json().get("status"));
          if (refusal instanceof Refusal.InsufficientStock) {
            assertEquals(2L, heard.json().get("available"));
            assertEquals(5L, heard.json().get("wanted"));
          }
        });
  }

  @Test
  void whatIsNotJudgedIsToBeSentAgain() {
    house.desk().answerWith(submission -> new CompletableFuture<>());
    Caller.Heard heard = receive("12");
    assertEquals("503 unavailable", heard.status() + " " + heard.code());
    assertEquals("1", heard.header("retry-after"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0|invalid_quantity",
        "-1|invalid_quantity",
        "1.5|invalid_quantity",
        "1e30|invalid_quantity",
        "99999999999999999999|invalid_quantity",
        "1000000001|invalid_quantity",
        "\"12\"|invalid_quantity",
        "null|invalid_quantity",
        "true|invalid_quantity",
        "[]|invalid_quantity",
        "{}|invalid_quantity",
        "NaN|invalid_json",
        "|invalid_json",
      })
  void aQuantityThatIsNoneIsRefused(String quantity, String code) {
    Caller.Heard heard = receive(quantity == null ? "" : quantity);
    assertEquals("400 " + code, heard.status() + " " + heard.code(), heard.body());
    assertTrue(house.desk().given().isEmpty());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "receive|{\"warehouse_code\":\"NORTH\",\"quantity\":1}|missing_sku",
        "receive|{\"sku\":\"S\",\"quantity\":1}|missing_warehouse_code",
        "receive|{\"sku\":\"S\",\"warehouse_code\":\"NORTH\"}|invalid_quantity",
        "receive|{\"sku\":\"no good\",\"warehouse_code\":\"NORTH\",\"quantity\":1}|invalid_sku",
        "receive|{\"sku\":7,\"warehouse_code\":\"NORTH\",\"quantity\":1}|invalid_sku",
        "receive|{\"sku\":\"S\",\"warehouse_code\":\"NORTH\",\"quantity\":1,"
            + "\"condition\":\"x\"}|invalid_condition",
        "receive|{\"sku\":\"S\",\"warehouse_code\":\"NORTH\",\"quantity\":1,"
            + "\"expiry\":\"soon\"}|invalid_expiry",
        "adjust|{\"sku\":\"S\",\"warehouse_code\":\"NORTH\",\"quantity_change\":1}|missing_reason",
        "adjust|{\"sku\":\"S\",\"warehouse_code\":\"NORTH\",\"reason\":\"r\","
            + "\"quantity_change\":0}|invalid_quantity",
        "adjust|{\"sku\":\"S\",\"warehouse_code\":\"NORTH\",\"reason\":\"r\","
            + "\"quantity_change\":0.5}|invalid_quantity",
        "transfer|{\"sku\":\"S\",\"from_warehouse\":\"NORTH\",\"quantity\":1}|missing_to_warehouse",
      })
  void aFieldThatIsMissingOrWrongIsNamed(String what, String body, String code) {
    Caller.Heard heard = write("/api/v1/inventory/" + what, body);
    assertEquals("400 " + code, heard.status() + " " + heard.code(), heard.body());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"items\":[]}|missing_order_id",
        "{\"order_id\":\"O\"}|missing_items",
        "{\"order_id\":\"O\",\"items\":{}}|invalid_items",
        "{\"order_id\":\"O\",\"items\":[7]}|invalid_items",
        "{\"order_id\":\"O\",\"items\":[]}|invalid_lines",
        "{\"order_id\":\"O\",\"items\":[{\"sku\":\"S\"}]}|missing_warehouse_code",
        "{\"order_id\":\"O\",\"ttl\":\"soon\",\"items\":[]}|invalid_ttl",
        "{\"order_id\":\"O\",\"ttl\":0,\"items\":[]}|invalid_ttl",
        "{\"order_id\":\"O\",\"ttl\":1.5,\"items\":[]}|invalid_ttl",
      })
  void aReservationThatIsNoneIsRefused(String body, String code) {
    Caller.Heard heard = write("/api/v1/reservations", body);
    assertEquals("400 " + code, heard.status() + " " + heard.code(), heard.body());
  }

  @Test
  void aWriteWithoutAKeyIsRefused() {
    Caller.Heard heard =
        house
            .caller()
            .post(
                RECEIVE,
                house.token("sam"),
                "{\"sku\":\"S\",\"warehouse_code\":\"NORTH\",\"quantity\":1}");
    assertEquals("400 idempotency_key_missing", heard.status() + " " + heard.code());
  }

  @Test
  void aForeignWarehouseIsRefusedWith403() {
    Caller.Heard heard =
        house
            .caller()
            .write(
                RECEIVE,
                house.token("ana"),
                "k-403",
                "{\"sku\":\"S\",\"warehouse_code\":\"SOUTH\",\"quantity\":1}");
    assertEquals("403 not_allowed", heard.status() + " " + heard.code());
    assertEquals("SOUTH", heard.text("at"));
  }

  private Caller.Heard receive(String quantity) {
    return write(
        RECEIVE,
        "{\"sku\":\"HM-0500\",\"warehouse_code\":\"NORTH\",\"quantity\":" + quantity + "}");
  }

  private Caller.Heard write(String path, String body) {
    return house.caller().write(path, house.token("sam"), UUID.randomUUID().toString(), body);
  }
}
