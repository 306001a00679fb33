package dev.stockwright.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.protocol.Answer;
import dev.stockwright.server.desk.Submission;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CommandsTest {
  private static final String PATH = "/api/v1/commands";
  private static int next = 1000;

  private final TestHouse house = TestHouse.shared();

  @Test
  void everyEnvelopeIsAnsweredInItsOrderWhateverTheOthersAre() {
    String good1 = receive("NORTH", 1);
    String good2 = receive("NORTH", 4);
    String badKnown = receive("NORTH", 2).replace("\"quantity\":12", "\"quantity\":1.5");
    String badUnknown = "{\"sequence\":3,\"command\":{}}";
    Caller.Heard heard = send("ana", good1, badKnown, badUnknown, "7", good2);
    assertEquals(200, heard.status(), heard.body());
    List<Map<String, Object>> answers = heard.list("answers");
    assertEquals(
        List.of("accepted", "refused", "refused", "refused", "accepted"),
        answers.stream().map(answer -> String.valueOf(answer.get("status"))).toList());
    assertEquals(id(good1), answers.get(0).get("id"));
    assertEquals(id(badKnown), answers.get(1).get("id"));
    assertEquals(id(good2), answers.get(4).get("id"));
    assertEquals("malformed", refusal(answers.get(1)).get("code"));
    assertEquals("invalid_quantity", refusal(answers.get(1)).get("field"));
    // The one whose number is known is remembered, so that the device's numbers go on.
    assertEquals(
        List.of(1L, 2L, 4L), house.desk().given().stream().map(Submission::sequence).toList());
    assertInstanceOf(Submission.Asked.Turned.class, house.desk().given().get(1).asked());
  }

  @Test
  void aBareArrayIsTakenToo() {
    Caller.Heard heard =
        house.caller().post(PATH, house.token("ana"), "[" + receive("NORTH", 1) + "]");
    assertEquals("accepted", heard.list("answers").getFirst().get("status"));
  }

  @Test
  void aCommandOfAForeignWarehouseIsRefusedAndRemembered() {
    Caller.Heard heard = send("ana", receive("SOUTH", 5));
    Map<String, Object> answer = heard.list("answers").getFirst();
    assertEquals("not_allowed", refusal(answer).get("code"));
    assertEquals("SOUTH", refusal(answer).get("at"));
    assertEquals(5, house.desk().last().sequence());
  }

  @Test
  void aWarehouseThatDoesNotExistIsLeftToTheDesk() {
    send("ana", receive("NOWHERE", 5));
    assertInstanceOf(Submission.Asked.Order.class, house.desk().last().asked());
  }

  @Test
  void theAuthorIsTheOneWhoIsSignedInWhenNoneIsNamed() {
    send("ana", receive("NORTH", 1));
    assertEquals("ana", house.desk().last().author().code());
  }

  @Test
  void anotherAuthorIsTakenOnlyFromADeviceWhereTheyHaveSignedIn() {
    String token = house.signIn("ana", Optional.of("SHARED-1"));
    String ofSam =
        receive("SOUTH", 1)
            .replace("DESK-1", "SHARED-1")
            .replace("{\"id\"", "{\"author\":\"sam\",\"id\"");
    assertEquals("not_allowed", code(token, ofSam));
    house.signIn("sam", Optional.of("SHARED-1"));
    house.clock().advance(java.time.Duration.ofSeconds(5));
    // By the rights of sam, who works in SOUTH; ana does not.
    assertEquals("accepted", code(token, ofSam));
    assertEquals("sam", house.desk().last().author().code());
    String ofWim = ofSam.replace("\"sam\"", "\"wim\"");
    assertEquals("not_allowed", code(token, ofWim));
    assertEquals("ana", house.desk().last().author().code());
  }

  @Test
  void theRightsOfTheAuthorCountNotThoseOfTheSender() {
    house.signIn("ana", Optional.of("SHARED-2"));
    String token = house.signIn("sam", Optional.of("SHARED-2"));
    String ofAna =
        receive("SOUTH", 1)
            .replace("DESK-1", "SHARED-2")
            .replace("{\"id\"", "{\"author\":\"ana\",\"id\"");
    assertEquals("not_allowed", code(token, ofAna));
  }

  @Test
  void withoutADeviceNobodySendsTheWorkOfOthers() {
    house.signIn("sam", Optional.of("DESK-1"));
    String ofSam = receive("NORTH", 1).replace("{\"id\"", "{\"author\":\"sam\",\"id\"");
    assertEquals("not_allowed", code(house.token("ana"), ofSam));
  }

  @Test
  void aDeviceCannotUseUpTheNumbersOfAnother() {
    String token = house.signIn("ana", Optional.of("MINE"));
    assertEquals("not_allowed", code(token, receive("NORTH", 1)));
    assertEquals("malformed", code(token, receive("NORTH", 1).replace("12", "0")));
    assertEquals(List.of(), house.desk().given());
  }

  @Test
  void undoIsForOnesOwnWorkOrForThoseWhoDecideInThatWarehouse() {
    String undo = undo(TestSite.RECEIVED.toString());
    assertEquals("accepted", code(house.token("ana"), undo));
    assertEquals("accepted", code(house.token("sam"), undo));
    assertEquals("not_allowed", code(house.token("cora"), undo));
    assertEquals("not_allowed", code(house.token("wim"), undo));
  }

  @Test
  void aReservationIsEndedOnlyByThoseOfItsWarehouses() {
    assertEquals("accepted", code(house.token("till"), order("release_reservation", "SO-N")));
    assertEquals("not_allowed", code(house.token("till"), order("release_reservation", "SO-S")));
    assertEquals("not_allowed", code(house.token("till"), order("confirm_reservation", "SO-S")));
    assertEquals("accepted", code(house.token("sam"), order("confirm_reservation", "SO-S")));
  }

  @Test
  void whatIsNotJudgedInTimeIsDeferredAndTheRestIsAnswered() {
    house
        .desk()
        .answerWith(
            submission ->
                submission.sequence() == 2
                    ? new CompletableFuture<>()
                    : ScriptedDesk.usual(submission));
    Caller.Heard heard = send("ana", receive("NORTH", 1), receive("NORTH", 2));
    assertEquals(200, heard.status());
    assertEquals("deferred", heard.list("answers").get(1).get("status"));
    assertEquals("unavailable", heard.list("answers").get(1).get("code"));
  }

  @Test
  void whenNothingCouldBeJudgedTheWholeRequestIsToBeSentAgain() {
    house
        .desk()
        .answerWith(
            submission ->
                CompletableFuture.completedFuture(
                    new Answer.Deferred(submission.id(), "busy", "Busy.", 2_000, 0)));
    Caller.Heard heard = send("ana", receive("NORTH", 1), receive("NORTH", 2));
    assertEquals("503 busy", heard.status() + " " + heard.code());
    assertEquals("2", heard.header("retry-after"));
  }

  @Test
  void aGapInTheNumbersIsSaidWithTheNumberThatIsMissing() {
    house
        .desk()
        .answerWith(
            submission ->
                CompletableFuture.completedFuture(
                    new Answer.Deferred(submission.id(), "sequence_gap", "Gap.", 0, 3)));
    Caller.Heard heard = send("ana", receive("NORTH", 9));
    assertEquals(200, heard.status());
    assertEquals(3L, heard.list("answers").getFirst().get("resend_from"));
  }

  @Test
  void aDeskThatFailsTellsNothingOfItsInsides() {
    house
        .desk()
        .answerWith(
            submission ->
                CompletableFuture.failedFuture(new IllegalStateException("secret insides")));
    Caller.Heard heard = send("ana", receive("NORTH", 1));
    assertEquals("503 unavailable", heard.status() + " " + heard.code());
    assertTrue(!heard.body().contains("secret"), heard.body());
  }

  @Test
  void aHundredAreTakenAndOneMoreIsNot() {
    String hundred =
        IntStream.rangeClosed(1, 100)
            .mapToObj(i -> receive("NORTH", i))
            .collect(Collectors.joining(","));
    String token = house.token("ana");
    assertEquals(100, house.caller().post(PATH, token, "[" + hundred + "]").list("answers").size());
    house.desk().forget();
    Caller.Heard more =
        house.caller().post(PATH, token, "[" + hundred + "," + receive("NORTH", 101) + "]");
    assertEquals("413 too_many_items", more.status() + " " + more.code());
    assertEquals(List.of(), house.desk().given());
  }

  private Caller.Heard send(String user, String... envelopes) {
    return house
        .caller()
        .post(PATH, house.token(user), "{\"envelopes\":[" + String.join(",", envelopes) + "]}");
  }

  /// The status of the only answer, or the code of its refusal.
  private String code(String token, String envelope) {
    Caller.Heard heard = house.caller().post(PATH, token, "[" + envelope + "]");
    Map<String, Object> answer = heard.list("answers").getFirst();
    return answer.containsKey("refusal")
        ? String.valueOf(refusal(answer).get("code"))
        : String.valueOf(answer.get("status"));
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> refusal(Map<String, Object> answer) {
    return (Map<String, Object>) answer.getOrDefault("refusal", Map.of());
  }

  private static String receive(String warehouse, long sequence) {
    return envelope(
        sequence,
        "{\"kind\":\"receive_goods\",\"warehouse\":\""
            + warehouse
            + "\",\"sku\":\"HM-0500\",\"quantity\":12}");
  }

  private static String undo(String id) {
    return envelope(0, "{\"kind\":\"undo_command\",\"undone\":\"" + id + "\"}");
  }

  private static String order(String kind, String order) {
    return envelope(0, "{\"kind\":\"" + kind + "\",\"order\":\"" + order + "\"}");
  }

  private static String envelope(long sequence, String command) {
    return "{\"id\":\"0192c8f4-7a1e-7cc3-98c4-%012d\",\"device\":\"DESK-1\",\"sequence\":%d,\"command\":%s}"
        .formatted(next++, sequence, command);
  }

  private static String id(String envelope) {
    return envelope.substring(7, 43);
  }
}
