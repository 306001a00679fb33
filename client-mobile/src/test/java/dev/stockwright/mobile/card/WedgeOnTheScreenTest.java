package dev.stockwright.mobile.card;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.client.card.Input;
import dev.stockwright.client.card.Key;
import dev.stockwright.fx.harness.Headless;
import dev.stockwright.mobile.harness.Phone;
import dev.stockwright.mobile.harness.Samples;
import java.util.List;
import java.util.Optional;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Scanners that type, and people who do, on the handheld's real scene.
class WedgeOnTheScreenTest {
  private static final long MILLI = 1_000_000;
  private final Phone phone = new Phone(360, 720);

  @BeforeEach
  void pick() {
    phone.show(Samples.pick());
  }

  @AfterEach
  void close() {
    phone.close();
  }

  @Test
  void h1AScanWithABlankReachesTheRouterWholeAndPressesNothing() {
    Button primary = phone.window.find("primary", Button.class);
    Headless.run(primary::requestFocus);
    burst("ABC 123");
    enter();
    assertEquals(List.of("ABC 123"), phone.scans);
    assertEquals(List.of(), phone.given);
  }

  @Test
  void h2AFieldIsAsItWasAfterAScan() {
    TextField notes = Headless.call(() -> new TextField("torn box"));
    Headless.run(
        () -> {
          ((StackPane) phone.handheld.scene().getRoot()).getChildren().add(notes);
          notes.requestFocus();
        });
    // A field that gets its skin while it is focused puts its caret in front.
    phone.window.settle();
    Headless.run(() -> notes.positionCaret(4));
    burst("4006381333931");
    enter();
    assertEquals(List.of("4006381333931"), phone.scans);
    assertEquals("torn box", Headless.call(notes::getText));
    assertEquals(4, Headless.call(notes::getCaretPosition));
    assertEquals(List.of(), phone.given);
  }

  @Test
  void h3DigitsTypedByHandGoToTheKeypad() {
    for (String digit : List.of("2", "4")) {
      Headless.run(() -> stroke(digit));
      phone.nanos.addAndGet(130 * MILLI);
      phone.window.await(() -> phone.view.typedNumber().isPresent());
    }
    phone.window.await(() -> phone.view.typedNumber().equals(Optional.of(24L)));
    assertEquals(List.of(), phone.scans);
    phone.nanos.addAndGet(300 * MILLI);
    enter();
    phone.window.await(() -> phone.given.equals(List.of(new Input.Keyed(24))));
    assertEquals(Optional.empty(), Headless.call(phone.view::typedNumber));
  }

  /// A scanner on a busy machine can be as slow as a hand; its code must not be lost in silence.
  @Test
  void aCodeThatIsTypedSlowlyIsTakenWhenEnterIsPressed() {
    for (String sign : List.of("B", "-", "0", "4", "-", "0", "4")) {
      Headless.run(() -> stroke(sign));
      phone.nanos.addAndGet(130 * MILLI);
      phone.window.settle();
    }
    phone.nanos.addAndGet(300 * MILLI);
    enter();
    phone.window.await(() -> phone.scans.equals(List.of("typed B-04-04")));
    assertEquals(Optional.empty(), Headless.call(phone.view::typedNumber));
    assertEquals(List.of(), phone.given);
  }

  @Test
  void h3AScanIsNeverANumberOnTheOpenKeypad() {
    Headless.run(() -> phone.view.digit('2'));
    burst("4006381333931");
    enter();
    assertEquals(List.of("4006381333931"), phone.scans);
    assertEquals(Optional.of(2L), Headless.call(phone.view::typedNumber));
  }

  @Test
  void h6AWholeTextInOneEventIsOneScan() {
    Headless.run(() -> fire(KeyEvent.KEY_TYPED, "4006381333931", KeyCode.UNDEFINED));
    enter();
    assertEquals(List.of("4006381333931"), phone.scans);
    assertEquals(List.of(), phone.given);
  }

  @Test
  void h40EscapeClosesWhatIsOpenAndIsOneStepBackOtherwise() {
    Headless.run(phone.view::more);
    escape();
    Headless.run(() -> phone.view.digit('2'));
    escape();
    assertEquals(Optional.empty(), Headless.call(phone.view::typedNumber));
    assertEquals(List.of(), phone.given);
    escape();
    assertEquals(List.of(new Input.Press(Key.BACK)), phone.given);
    assertTrue(Headless.call(() -> phone.handheld.scene().getWindow().isShowing()));
  }

  @Test
  void h56TabAndALoneBlankPressWhatIsFocused() {
    focusByTab("undo");
    Headless.run(
        () -> {
          phone.nanos.addAndGet(500 * MILLI);
          stroke(" ");
          phone.nanos.addAndGet(300 * MILLI);
        });
    phone.window.await(() -> phone.given.equals(List.of(new Input.Press(Key.UNDO))));
  }

  @Test
  void h56EnterIsTheWideButtonWhateverIsFocused() {
    focusByTab("undo");
    phone.nanos.addAndGet(500 * MILLI);
    enter();
    phone.window.await(() -> phone.given.equals(List.of(new Input.Press(Key.OK))));
  }

  @Test
  void h56TheSameKeysInsideAScanPressNothing() {
    focusByTab("undo");
    burst("A 1 B");
    enter();
    assertEquals(List.of("A 1 B"), phone.scans);
    assertEquals(List.of(), phone.given);
  }

  @Test
  void numbersAnswerAQuestionAndAScanDoesNot() {
    phone.show(Samples.decision());
    Headless.run(() -> stroke("2"));
    phone.nanos.addAndGet(300 * MILLI);
    phone.window.await(() -> phone.given.equals(List.of(new Input.Press(Key.EXTRA_LINE))));
    phone.given.clear();
    burst("1231231");
    enter();
    assertEquals(List.of("1231231"), phone.scans);
    assertEquals(List.of(), phone.given);
  }

  private void focusByTab(String id) {
    for (int i = 0; i < 12; i++) {
      Node owner = Headless.call(() -> phone.handheld.scene().getFocusOwner());
      if (owner != null && id.equals(owner.getId())) {
        return;
      }
      phone.nanos.addAndGet(500 * MILLI);
      phone.window.press(KeyCode.TAB);
    }
    throw new AssertionError("Tab never comes to " + id);
  }

  private void escape() {
    Headless.run(() -> fire(KeyEvent.KEY_PRESSED, "", KeyCode.ESCAPE));
  }

  private void burst(String characters) {
    phone.nanos.addAndGet(500 * MILLI);
    Headless.run(
        () -> {
          for (int i = 0; i < characters.length(); i++) {
            phone.nanos.addAndGet(5 * MILLI);
            stroke(characters.substring(i, i + 1));
          }
        });
  }

  private void enter() {
    phone.nanos.addAndGet(5 * MILLI);
    Headless.run(
        () -> {
          fire(KeyEvent.KEY_PRESSED, "", KeyCode.ENTER);
          fire(KeyEvent.KEY_RELEASED, "", KeyCode.ENTER);
        });
    phone.window.settle();
  }

  private void stroke(String character) {
    KeyCode code = character.equals(" ") ? KeyCode.SPACE : KeyCode.UNDEFINED;
    fire(KeyEvent.KEY_PRESSED, character, code);
    fire(KeyEvent.KEY_TYPED, character, KeyCode.UNDEFINED);
    fire(KeyEvent.KEY_RELEASED, character, code);
  }

  private void fire(EventType<KeyEvent> type, String text, KeyCode code) {
    boolean typed = type == KeyEvent.KEY_TYPED;
    KeyEvent event =
        new KeyEvent(
            type,
            typed ? text : KeyEvent.CHAR_UNDEFINED,
            typed ? "" : text,
            code,
            false,
            false,
            false,
            false);
    Node owner = phone.handheld.scene().getFocusOwner();
    Event.fireEvent(owner == null ? phone.handheld.scene() : owner, event);
  }
}
