package dev.stockwright.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.client.card.Card;
import dev.stockwright.client.card.Input;
import dev.stockwright.client.card.Key;
import dev.stockwright.client.known.Place;
import dev.stockwright.client.words.Language;
import dev.stockwright.client.words.Text;
import dev.stockwright.client.words.Wording;
import dev.stockwright.client.workflow.Sighting;
import dev.stockwright.client.workflow.Signal;
import dev.stockwright.client.workflow.Step.Said;
import dev.stockwright.protocol.PurchaseCommand.AllowOverReceipt;
import dev.stockwright.vocabulary.CommandBarcode;
import dev.stockwright.vocabulary.CommandId;
import dev.stockwright.vocabulary.Identified;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.Quantity;
import dev.stockwright.vocabulary.ReasonCode;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// A supervisor's badge and PIN over the work of somebody else, as a table.
class ApprovalPanelTest {
  private static final Wording ENGLISH =
      new Wording(Language.ENGLISH, ZoneOffset.UTC, InstantSource.fixed(Instant.EPOCH));
  private static final KnownPerson SUE = person("sue", "Sue", "supervisor");
  private static final KnownPerson BEN = person("ben", "Ben", "worker");

  private final List<String> asked = new ArrayList<>();
  private Optional<Said> server = Optional.empty();
  private Optional<Panel> panel =
      Optional.of(
          ApprovalPanel.of(
              new Decisions(
                  List.of(
                      new AllowOverReceipt(
                          new WarehouseCode("NORTH"),
                          new Reference("PO-1"),
                          new Sku("HM-1"),
                          new Quantity(8),
                          new ReasonCode("other"))),
                  List.of(CommandId.timeOrdered(1, 2, 3))),
              new ApprovalPanel.Way(
                  (decisions, complete) -> {
                    asked.add(complete.who().badge() + " " + complete.pin());
                    return server;
                  },
                  turn -> asked.add(said(turn)),
                  () -> Turn.of(Signal.DONE, Said.of(Text.of(ApprovalPhrase.ALLOW))))));

  private static KnownPerson person(String user, String name, String role) {
    return new KnownPerson(
        user,
        name,
        role,
        List.of("NORTH"),
        "",
        "",
        6,
        Instant.EPOCH,
        0,
        Optional.empty(),
        Optional.empty());
  }

  private static String said(Turn turn) {
    return turn.signal() + " " + ENGLISH.say(turn.said().headline());
  }

  private String did(Panel.After after) {
    panel = after.next();
    return said(after.said().orElseThrow());
  }

  private String shown(KnownPerson person, String badge) {
    return did(
        open()
            .seen(
                new Identified.PlainCode(badge),
                Optional.of(person),
                new Sighting.Unknown(badge, true)));
  }

  private String scanned(String text, Sighting seen) {
    return did(open().seen(new Identified.PlainCode(text), Optional.empty(), seen));
  }

  private String typed(String digits) {
    String last = "";
    for (int i = 0; i < digits.length(); i++) {
      last = did(open().give(new Input.Typed(digits.substring(i, i + 1))));
    }
    return last;
  }

  private String pressed(Key key) {
    return did(open().give(new Input.Press(key)));
  }

  private ApprovalPanel open() {
    return (ApprovalPanel) panel.orElseThrow();
  }

  @Test
  @DisplayName("H24 Badge and PIN of a supervisor are asked for, and the server is asked once")
  void badgeAndPinAreAskedFor() {
    assertEquals(Card.Means.SCAN, open().card().prompt().means());
    assertEquals("ACCEPT Supervisor: type your PIN", shown(SUE, "SW-SUE"));
    assertEquals(Card.Means.PIN, open().card().prompt().means());
    assertEquals("DONE Allow", typed("777888"));
    assertEquals(List.of("ACCEPT Asking the server", "SW-SUE 777888"), asked);
    assertTrue(panel.isEmpty(), "the work is seen again");
  }

  @Test
  @DisplayName("H24 Another scan than a badge, and the badge of a worker, are refused")
  void whatIsNoBadgeOfASupervisorIsRefused() {
    assertEquals(
        "REJECT Not a badge. Nothing was recorded.",
        scanned("5901", new Sighting.Unreadable("no badge")));
    assertEquals(
        "REJECT Not a badge. Nothing was recorded.",
        scanned("A-01", new Sighting.AtPlace(new Place(new LocationCode("A-01"), "A", "bin"))));
    assertEquals("REJECT Ben may not allow this.", shown(BEN, "SW-BEN"));
    assertEquals(Card.Means.SCAN, open().card().prompt().means());
    assertEquals(List.of(), asked);
  }

  @Test
  @DisplayName("H24 After a wrong PIN nothing is recorded, and it can be typed again")
  void aWrongPinIsSaid() {
    server =
        Optional.of(
            ApprovalPanel.said(Text.of(ApprovalPhrase.WRONG_PIN), ApprovalPhrase.TYPE_AGAIN));
    shown(SUE, "SW-SUE");
    assertEquals("REJECT Badge and PIN do not fit.", typed("111111"));
    assertEquals(Card.Means.PIN, open().card().prompt().means());
    server = Optional.empty();
    assertEquals("DONE Allow", typed("777888"));
  }

  @Test
  void aBadgeThatThisDeviceDoesNotKnowIsForTheServerToKnow() {
    assertEquals(
        "ACCEPT Supervisor: type your PIN",
        scanned("SW-NEW", new Sighting.Unknown("SW-NEW", true)));
    typed("123456");
    assertEquals(List.of(), asked, "nobody knows how long the PIN is");
    assertEquals("DONE Allow", pressed(Key.OK));
    assertEquals(List.of("ACCEPT Asking the server", "SW-NEW 123456"), asked);
  }

  @Test
  @DisplayName("H24 Back clears the PIN, then the badge, then withdraws the question")
  void backGoesBackStepByStep() {
    shown(SUE, "SW-SUE");
    typed("77");
    assertEquals("ACCEPT Cleared.", pressed(Key.BACK));
    assertEquals("ACCEPT Supervisor's badge", pressed(Key.BACK));
    assertEquals("ACCEPT Nothing was recorded.", pressed(Key.BACK));
    assertTrue(panel.isEmpty());
    assertEquals(List.of(), asked);
  }

  @Test
  @DisplayName("H52 A card of the command sheet is no badge")
  void aCardOfTheCommandSheetIsNoBadge() {
    shown(SUE, "SW-SUE");
    typed("7778");
    for (String said : List.of("Cleared.", "Supervisor's badge", "Nothing was recorded.")) {
      String code = CommandBarcode.BACK.code();
      assertEquals("ACCEPT " + said, scanned(code, new Sighting.Unknown(code, true)));
    }
    assertTrue(panel.isEmpty());
  }

  @Test
  void aPinIsNeverPrinted() {
    shown(SUE, "SW-SUE");
    typed("7778");
    assertFalse(open().toString().contains("7778"), open()::toString);
  }
}
