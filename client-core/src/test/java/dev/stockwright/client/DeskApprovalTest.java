package dev.stockwright.client;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.stockwright.client.SupervisorAsked.Stage;
import dev.stockwright.client.card.Input;
import dev.stockwright.client.card.Key;
import dev.stockwright.client.sync.SignedIn;
import dev.stockwright.client.words.CommonPhrase;
import dev.stockwright.client.words.Language;
import dev.stockwright.client.words.Text;
import dev.stockwright.client.words.Wording;
import dev.stockwright.client.workflow.Sighting;
import dev.stockwright.client.workflow.Signal;
import dev.stockwright.client.workflow.Step.Said;
import dev.stockwright.protocol.Command;
import dev.stockwright.protocol.PurchaseCommand.AllowOverReceipt;
import dev.stockwright.vocabulary.CommandId;
import dev.stockwright.vocabulary.Identified;
import dev.stockwright.vocabulary.Operator;
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

/// A supervisor's badge and PIN over one lane of a desk, as a table.
class DeskApprovalTest {
  private static final Wording ENGLISH =
      new Wording(Language.ENGLISH, ZoneOffset.UTC, InstantSource.fixed(Instant.EPOCH));
  private static final Command ALLOW =
      new AllowOverReceipt(
          new WarehouseCode("NORTH"),
          new Reference("PO-1"),
          new Sku("HM-1"),
          new Quantity(8),
          new ReasonCode("other"));

  private final List<String> done = new ArrayList<>();
  private Optional<SignedIn> here = person("ana", "worker");
  private Optional<Said> server = Optional.empty();
  private Runnable meanwhile = () -> {};
  private boolean held = true;

  private final DeskApproval lane =
      new DeskApproval(
          new DeskApproval.Means(this::panel, this::known, () -> here),
          new DeskApproval.Over(
              scan -> new Identified.PlainCode(scan.text()),
              read -> new Sighting.Unknown(((Identified.PlainCode) read).text(), true),
              input -> below("pressed " + input),
              () -> held ? List.of(ALLOW) : List.of(),
              () -> Optional.of(new Input.Press(Key.INSIST)),
              () -> below("recorded"),
              () -> below("given up")));

  private static Optional<SignedIn> person(String user, String role) {
    return Optional.of(
        new SignedIn(new Operator(user), user, role, List.of(), Instant.EPOCH.plusSeconds(60)));
  }

  private Optional<KnownPerson> known(String badge) {
    return badge.equals("SW-SUE")
        ? Optional.of(
            new KnownPerson(
                "sue",
                "Sue",
                "supervisor",
                List.of("NORTH"),
                "",
                "",
                6,
                Instant.EPOCH,
                0,
                Optional.empty(),
                Optional.empty()))
        : Optional.empty();
  }

  private Optional<Panel> panel(
      List<Command> wanted,
      java.util.function.Consumer<Turn> waiting,
      java.util.function.Supplier<Turn> allowed) {
    Decisions asked = new Decisions(wanted, List.of(CommandId.timeOrdered(1, 2, 3)));
    return Optional.of(
        ApprovalPanel.of(
            asked,
            new ApprovalPanel.Way(
                (decisions, complete) -> {
                  done.add("server " + complete.who().badge() + " " + complete.pin());
                  meanwhile.run();
                  return server;
                },
                waiting,
                allowed)));
  }

  private Turn below(String what) {
    done.add(what);
    return Turn.of(Signal.DONE, Said.of(Text.of(CommonPhrase.AS_IS, what)));
  }

  private static String said(Turn turn) {
    return turn.signal() + " " + ENGLISH.say(turn.said().headline());
  }

  private String scan(String text) {
    return said(lane.scanned(Samples.scan(text), () -> below("scanned " + text)));
  }

  private String press(Key key) {
    return said(lane.given(new Input.Press(key), () -> below("pressed " + key)));
  }

  private String pin(String digits) {
    return said(lane.pin(digits, () -> {}));
  }

  private Optional<Stage> stage() {
    return lane.asked().map(SupervisorAsked::stage);
  }

  @Test
  @DisplayName("H24 At a desk too: badge and PIN, the server is asked once, the step is recorded")
  void badgeAndPinAllowTheStep() {
    assertEquals("DONE pressed INSIST", press(Key.INSIST));
    assertEquals(Optional.of(Stage.BADGE), stage());
    assertEquals("ACCEPT Supervisor: type your PIN", scan("SW-OTHER"));
    assertEquals(Optional.of(Stage.PIN), stage());
    meanwhile = () -> assertEquals(Optional.of(Stage.ASKING), stage());
    assertEquals("DONE recorded", pin("123456"));
    assertEquals(Optional.empty(), stage());
    assertEquals(List.of("pressed INSIST", "server SW-OTHER 123456", "recorded"), done);
  }

  @Test
  @DisplayName("H24 While a supervisor is asked no scan and no press reaches the work below")
  void nothingReachesTheWorkBelow() {
    press(Key.INSIST);
    assertEquals("REJECT Supervisor's badge", press(Key.UNDO));
    scan("SW-OTHER");
    assertEquals("REJECT Supervisor: type your PIN", press(Key.UNDO));
    assertEquals("REJECT Supervisor: type your PIN", pin("12"));
    meanwhile =
        () -> {
          assertEquals("REJECT Asking the server", scan("5901"));
          assertEquals("REJECT Asking the server", press(Key.BACK));
          assertEquals("REJECT Asking the server", pin("123456"));
        };
    pin("123456");
    assertEquals(List.of("pressed INSIST", "server SW-OTHER 123456", "recorded"), done);
  }

  @Test
  @DisplayName("H24 After a wrong PIN it can be typed again, and back leads to the question")
  void aWrongPinRecordsNothing() {
    server =
        Optional.of(
            ApprovalPanel.said(Text.of(ApprovalPhrase.WRONG_PIN), ApprovalPhrase.TYPE_AGAIN));
    press(Key.INSIST);
    lane.named(" sue ");
    assertEquals(Optional.of(new SupervisorAsked(Stage.PIN, Optional.of("sue"))), lane.asked());
    assertEquals("REJECT Badge and PIN do not fit.", pin("111111"));
    assertEquals(Optional.of(Stage.PIN), stage());
    assertEquals("ACCEPT Supervisor's badge", press(Key.BACK));
    assertEquals("ACCEPT Nothing was recorded.", press(Key.BACK));
    assertEquals(Optional.empty(), stage());
    assertEquals(List.of("pressed INSIST", "server sue 111111"), done);
  }

  @Test
  void aBadgeThatIsKnownIsTheAnswerToTheQuestion() {
    assertEquals("ACCEPT Supervisor: type your PIN", scan("SW-SUE"));
    assertEquals(Optional.of(new SupervisorAsked(Stage.PIN, Optional.of("Sue"))), lane.asked());
    lane.leave();
    here = person("sue", "supervisor");
    held = false;
    assertEquals("DONE scanned SW-SUE", scan("SW-SUE"), "nobody allows their own work");
    assertEquals(Optional.empty(), stage());
  }

  @Test
  void whoHasLeftMeanwhileRecordsNothing() {
    press(Key.INSIST);
    scan("SW-SUE");
    meanwhile = () -> here = person("ben", "worker");
    assertEquals("ACCEPT Nothing was recorded.", pin("777888"));
    press(Key.INSIST);
    scan("SW-SUE");
    meanwhile = lane::leave;
    assertEquals("ACCEPT Nothing was recorded.", pin("777888"));
    assertEquals(Optional.empty(), stage());
    assertEquals(
        List.of("pressed INSIST", "server SW-SUE 777888", "pressed INSIST", "server SW-SUE 777888"),
        done);
  }

  @Test
  void whenTheStepIsGoneNobodyIsAskedAnyMore() {
    press(Key.INSIST);
    lane.check();
    assertEquals(Optional.of(Stage.BADGE), stage());
    held = false;
    lane.check();
    assertEquals(Optional.empty(), stage());
  }
}
