package dev.stockwright.client.workflow.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.stockwright.client.card.Card;
import dev.stockwright.client.card.Input;
import dev.stockwright.client.card.Key;
import dev.stockwright.client.words.Language;
import dev.stockwright.client.words.Wording;
import dev.stockwright.client.workflow.Scene;
import dev.stockwright.client.workflow.Scenes;
import dev.stockwright.client.workflow.Sighting;
import dev.stockwright.client.workflow.Step;
import dev.stockwright.client.workflow.Workflow;
import dev.stockwright.client.workflow.WorkflowTable;
import dev.stockwright.client.workflow.WorkflowTable.Event;
import dev.stockwright.client.workflow.WrittenBooks;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class SignInWorkflowTest {
  private static final SignInWorkflow SIGN_IN = new SignInWorkflow();
  private static final Wording ENGLISH =
      new Wording(Language.ENGLISH, ZoneOffset.UTC, () -> Scenes.NOW);
  private static final Event ANA = shown(new SignInWorkflow.KnownBadge("A", "Ana", six(), false));
  private static final Event BEN = shown(new SignInWorkflow.KnownBadge("B", "Ben", six(), false));
  private static final Event SUE = shown(new SignInWorkflow.KnownBadge("S", "Sue", six(), true));
  private static final Event NEW = shown(new SignInWorkflow.MaybeBadge("N"));
  private static final Event GOODS = shown(new SignInWorkflow.NoBadge());
  private static final Event FIVE = give(new Input.Typed("12345"));
  private static final Event DIGIT = give(new Input.Typed("6"));
  private static final Event LETTER = give(new Input.Typed("x"));
  private static final Event OK = give(new Input.Press(Key.OK));
  private static final Event BACK = give(new Input.Press(Key.BACK));
  private static final Event CLEAR = give(new Input.Press(Key.DISCARD));
  private static final Event RIGHT = answer(new SignInWorkflow.Right());
  private static final Event WRONG = answer(new SignInWorkflow.Wrong(Optional.of(3)));
  private static final Event LOCK =
      answer(new SignInWorkflow.TooOften(Optional.of(Instant.parse("2026-11-20T08:05:00Z"))));
  private static final Event AWAY = answer(new SignInWorkflow.NotReached());
  private static final Event ELSEWHERE = answer(new SignInWorkflow.NotHere());

  private static Optional<Integer> six() {
    return Optional.of(6);
  }

  private static Event shown(SignInWorkflow.Shown shown) {
    return event(state -> SIGN_IN.seen(state, shown));
  }

  private static Event give(Input input) {
    return event(state -> SIGN_IN.given(state, input));
  }

  private static Event answer(SignInWorkflow.Answer answer) {
    return event(state -> SIGN_IN.answered(state, answer));
  }

  private static Event event(Function<SignInState, Step<SignInState>> step) {
    return new Event() {
      @Override
      @SuppressWarnings("unchecked") // The table is one of SignInState only.
      public <S> Step<S> on(Workflow<S> workflow, S state, Scene scene) {
        return (Step<S>) step.apply((SignInState) state);
      }
    };
  }

  /// The table speaks to workflows; this one has a door of its own.
  private static final class Behind implements Workflow<SignInState> {
    @Override
    public Step<SignInState> seen(SignInState state, Sighting sighting, Scene scene) {
      throw new AssertionError("no sighting comes here");
    }

    @Override
    public Step<SignInState> given(SignInState state, Input input, Scene scene) {
      return SIGN_IN.given(state, input);
    }

    @Override
    public Card card(SignInState state, Scene scene) {
      return SIGN_IN.card(state, "TC-07");
    }
  }

  private static WorkflowTable<SignInState> table(SignInState start) {
    return new WorkflowTable<>(
        new Behind(),
        start,
        Scenes.online(WrittenBooks.of()),
        ENGLISH::say,
        state -> state.phase().getClass().getSimpleName());
  }

  private static WorkflowTable<SignInState> all() {
    List<Event> none = List.of();
    List<Event> ana = List.of(ANA);
    List<Event> typed = List.of(ANA, FIVE);
    List<Event> whole = List.of(ANA, FIVE, DIGIT);
    return table(SignInState.start())
        .row(none, "known badge", ANA, "Asked", "Ana", "Pin")
        .row(none, "badge the device has not seen", NEW, "Asked", "Type your PIN", "Pin")
        .row(none, "goods, a place, a document", GOODS, "Mistaken", "That is not a badge.", "Badge")
        .row(none, "digit", DIGIT, "Mistaken", "That does nothing here.", "Badge")
        .row(ana, "digits", FIVE, "Asked", "Type your PIN", "Pin")
        .row(ana, "letter", LETTER, "Mistaken", "That does nothing here.", "Pin")
        .row(ana, "OK too early", OK, "Mistaken", "That does nothing here.", "Pin")
        .row(ana, "another badge", BEN, "Asked", "Ben", "Pin")
        .row(ana, "goods", GOODS, "Mistaken", "That is not a badge.", "Pin")
        .row(ana, "back", BACK, "Asked", "Scan your badge", "Badge")
        .row(typed, "last digit", DIGIT, "Asked", "Asking the server", "Complete")
        .row(typed, "clear", CLEAR, "Asked", "Digits cleared.", "Pin")
        .row(typed, "back with digits", BACK, "Asked", "Digits cleared.", "Pin")
        .row(whole, "badge meanwhile", BEN, "Mistaken", "Asking the server", "Complete")
        .row(whole, "right", RIGHT, "Left", "Signed in.", "Badge");
  }

  private static WorkflowTable<SignInState> covered() {
    return table(new SignInState(new SignInState.Covered("A", "Ana")))
        .row(List.of(), "same badge", ANA, "Left", "Ana", "Covered")
        .row(List.of(), "another badge", BEN, "Asked", "Ben", "Pin")
        .row(List.of(), "goods", GOODS, "Mistaken", "That is not a badge.", "Covered");
  }

  private static WorkflowTable<SignInState> blocked() {
    return table(
            new SignInState(
                new SignInState.Blocked(
                    new SignInState.Who("A", Optional.of("Ana"), six()), Optional.empty())))
        .row(
            List.of(),
            "the blocked badge",
            ANA,
            "Mistaken",
            "Blocked after too many tries",
            "Blocked")
        .row(List.of(), "supervisor's badge", SUE, "Asked", "Freed by a supervisor.", "Pin")
        .row(List.of(), "another badge", BEN, "Asked", "Ben", "Pin")
        .row(List.of(), "goods", GOODS, "Mistaken", "Blocked after too many tries", "Blocked");
  }

  @TestFactory
  Stream<DynamicTest> everyRow() {
    return Stream.of(all(), covered(), blocked()).flatMap(WorkflowTable::tests);
  }

  @Test
  void thePageIsTheTable() throws IOException {
    all()
        .isThePage(
            "sign-in",
            """
            # Signing in

            One scan and the digits of the PIN. Within 12 hours of the last time that the server knew a person, the
            device lets them in by itself; five wrong PINs block the badge for five minutes, and a supervisor's badge
            frees it. After five minutes without a touch the screen is covered and the work is kept: the same badge
            goes on with one scan, another one takes over. When the server has ended the session of somebody who works,
            their PIN is asked over the work in a pause, or when the pill is pressed; whoever scans on works on, is asked
            again a minute later, and what is done meanwhile waits under their name.
            """);
  }

  @Test
  @DisplayName("H46 A wrong PIN says how many tries are left, too many block, and a badge frees")
  void wrongPinsBlock() {
    SignInState whole = all().after(List.of(ANA, FIVE, DIGIT));
    Step<SignInState> wrong = SIGN_IN.answered(whole, new SignInWorkflow.Wrong(Optional.of(3)));
    assertEquals(
        "3 tries left. Type the PIN again.", ENGLISH.say(wrong.said().detail().orElseThrow()));
    assertEquals("Pin", wrong.state().phase().getClass().getSimpleName());
    Step<SignInState> lock = LOCK.on(new Behind(), whole, Scenes.online(WrittenBooks.of()));
    assertEquals("Blocked until 08:05 after too many tries.", ENGLISH.say(lock.said().headline()));
    assertEquals("Blocked", lock.state().phase().getClass().getSimpleName());
    for (Event refused : List.of(AWAY, ELSEWHERE, WRONG)) {
      Step<SignInState> step = refused.on(new Behind(), whole, Scenes.online(WrittenBooks.of()));
      assertEquals(Step.Mistaken.class, step.getClass());
    }
  }

  /// Whoever logs a state must not log a PIN.
  @Test
  void noStatePrintsADigit() {
    SignInState typed = all().after(List.of(ANA, FIVE));
    SignInState whole = all().after(List.of(ANA, FIVE, DIGIT));
    assertFalse(typed.toString().contains("1234"), typed::toString);
    assertFalse(whole.toString().contains("1234"), whole::toString);
  }
}
