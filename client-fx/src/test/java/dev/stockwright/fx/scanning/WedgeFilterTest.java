package dev.stockwright.fx.scanning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.devices.wedge.Heard;
import dev.stockwright.devices.wedge.Mark;
import dev.stockwright.devices.wedge.WedgeKey;
import dev.stockwright.devices.wedge.WedgeSettings;
import dev.stockwright.fx.harness.Headless;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WedgeFilterTest {
  private static final String NONE = "";

  private final List<String> heard = new ArrayList<>();
  private final List<KeyCode> passed = new ArrayList<>();
  private final AtomicLong nanos = new AtomicLong();
  private final TextField field = Headless.call(TextField::new);
  private final Button button = Headless.call(() -> new Button("press"));
  private final Scene scene = Headless.call(() -> new Scene(new VBox(button, field), 300, 200));
  private final Headless window = Headless.show(() -> scene, 300, 200);
  private final WedgeFilter filter =
      Headless.call(() -> new WedgeFilter(scene, new Written(), nanos::get, WedgeSettings.USUAL));

  WedgeFilterTest() {
    Headless.run(
        () -> {
          button.setOnAction(event -> heard.add("pressed"));
          scene.addEventHandler(
              KeyEvent.KEY_PRESSED,
              event -> {
                passed.add(event.getCode());
              });
          button.requestFocus();
        });
  }

  @AfterEach
  void close() {
    window.close();
  }

  @Test
  void altGrTypesAndCtrlAndAltAloneAreShortcuts() {
    Headless.run(
        () -> {
          fire(KeyEvent.KEY_PRESSED, NONE, KeyCode.DIGIT9, true, true);
          fire(KeyEvent.KEY_TYPED, "]", KeyCode.UNDEFINED, true, true);
          typed("C1");
          fire(KeyEvent.KEY_PRESSED, NONE, KeyCode.L, true, false);
          fire(KeyEvent.KEY_PRESSED, NONE, KeyCode.F, false, true);
          typed("01");
          enter();
        });
    assertEquals(List.of("scan ]C101"), heard);
    assertEquals(List.of(KeyCode.L, KeyCode.F), passed);
  }

  @Test
  void gsComesAsCtrlBracketAndAsItsCharacter() {
    Headless.run(
        () -> {
          typed("10A1");
          fire(KeyEvent.KEY_PRESSED, NONE, KeyCode.CLOSE_BRACKET, true, false);
          fire(KeyEvent.KEY_TYPED, "\u001d", KeyCode.UNDEFINED, true, false);
          typed("21");
          fire(KeyEvent.KEY_TYPED, "\u001d", KeyCode.UNDEFINED, false, false);
          typed("30");
          enter();
        });
    assertEquals(List.of("scan 10A1<GS>21<GS>30"), heard);
    assertEquals(List.of(), passed, "nobody else sees them");
  }

  @Test
  void functionKeysAndDownAreThePersonsUnlessTheSettingsNameThem() {
    Headless.run(
        () -> {
          fire(KeyEvent.KEY_PRESSED, NONE, KeyCode.F8, false, false);
          fire(KeyEvent.KEY_PRESSED, NONE, KeyCode.DOWN, false, false);
        });
    assertEquals(List.of(KeyCode.F8), passed.subList(0, 1));
    passed.clear();
    Headless.run(
        () -> {
          filter.use(WedgeSettings.USUAL.withSeparators(Set.of(WedgeKey.of("F8")), ""));
          typed("10A1");
          fire(KeyEvent.KEY_PRESSED, NONE, KeyCode.F8, false, false);
          typed("21");
          enter();
        });
    assertEquals(List.of("scan 10A1<GS>21"), heard);
    assertEquals(List.of(), passed);
  }

  @Test
  void aKeyThatMayBeGsComesBackWhenAPersonPressedIt() {
    Headless.run(
        () -> {
          filter.use(WedgeSettings.USUAL.withSeparators(Set.of(WedgeKey.of("F8")), ""));
          fire(KeyEvent.KEY_PRESSED, NONE, KeyCode.F8, false, false);
          nanos.addAndGet(300_000_000);
        });
    window.await(() -> passed.equals(List.of(KeyCode.F8)));
  }

  @Test
  void aPrefixKeyPartsAPersonsDigitFromAScanInAField() {
    Headless.run(
        () -> {
          Mark f9 = new Mark.Key(WedgeKey.of("F9"));
          filter.use(WedgeSettings.USUAL.withMarks(Optional.of(f9), Optional.empty()));
          field.setText("hex");
          field.requestFocus();
          field.positionCaret(3);
          typed("7");
          fire(KeyEvent.KEY_PRESSED, NONE, KeyCode.F9, false, false);
          typed("SKU-1");
          enter();
        });
    assertEquals(List.of("scan SKU-1"), heard);
    assertEquals("hex7", field.getText());
  }

  @Test
  void aLongScanWithoutItsEndingLeavesAFieldAsItWas() {
    Headless.run(
        () -> {
          field.setText("hex");
          field.requestFocus();
          field.positionCaret(3);
          typed("4006381333931");
          nanos.addAndGet(300_000_000);
        });
    window.await(() -> heard.equals(List.of("scan 4006381333931")));
    assertEquals("hex", field.getText());
  }

  @Test
  void blanksBetweenOtherKeysPressNoButton() {
    Headless.run(
        () -> {
          typed("a");
          nanos.addAndGet(60_000_000);
          typed(" ");
          nanos.addAndGet(60_000_000);
          typed("b");
          nanos.addAndGet(300_000_000);
        });
    window.await(() -> heard.equals(List.of("typed a", "typed b")));
  }

  @Test
  void aScannerThatIsTriedOutScansNothing() {
    StringBuilder came = new StringBuilder();
    Headless.run(
        () -> {
          filter.tryOut(Optional.of(new Trial((characters, at) -> came.append(characters))));
          typed("10A");
          fire(KeyEvent.KEY_PRESSED, NONE, KeyCode.F8, false, false);
          typed("21");
          fire(KeyEvent.KEY_PRESSED, NONE, KeyCode.CLOSE_BRACKET, true, false);
          fire(KeyEvent.KEY_TYPED, "\u001d", KeyCode.UNDEFINED, true, false);
          enter();
          fire(KeyEvent.KEY_PRESSED, NONE, KeyCode.ESCAPE, false, false);
          nanos.addAndGet(300_000_000);
          fire(KeyEvent.KEY_PRESSED, NONE, KeyCode.F12, false, false);
          filter.tryOut(Optional.empty());
          typed("SKU-1");
          enter();
        });
    assertEquals("10A\u008821\u001d\r", came.toString());
    assertEquals(List.of("scan SKU-1"), heard);
    assertTrue(passed.containsAll(List.of(KeyCode.ESCAPE, KeyCode.F12)), passed::toString);
  }

  @Test
  void aHeldUpThreadTearsNoScan() {
    Headless.run(
        () -> {
          typed("4006381");
          // The thread is busy for 70 ms; the keys that came meanwhile wait for it.
          long end = System.nanoTime() + 70_000_000;
          while (System.nanoTime() < end) {
            Thread.onSpinWait();
          }
          nanos.addAndGet(70_000_000);
          typed("333931");
          enter();
        });
    assertEquals(List.of("scan 4006381333931"), heard);
  }

  private void typed(String characters) {
    for (int i = 0; i < characters.length(); i++) {
      nanos.addAndGet(1_000_000);
      String one = characters.substring(i, i + 1);
      fire(KeyEvent.KEY_TYPED, one, KeyCode.UNDEFINED, false, false);
    }
  }

  private void enter() {
    nanos.addAndGet(1_000_000);
    fire(KeyEvent.KEY_PRESSED, NONE, KeyCode.ENTER, false, false);
  }

  private void fire(
      EventType<KeyEvent> type, String character, KeyCode code, boolean ctrl, boolean alt) {
    KeyEvent event =
        new KeyEvent(
            type,
            character.isEmpty() ? KeyEvent.CHAR_UNDEFINED : character,
            "",
            code,
            false,
            ctrl,
            alt,
            false);
    Node owner = scene.getFocusOwner();
    Event.fireEvent(owner == null ? scene : owner, event);
  }

  private final class Written implements WedgeFilter.Keys {
    @Override
    public void scanned(Heard.Scanned scan) {
      heard.add("scan " + scan.text().replace("\u001d", "<GS>"));
    }

    @Override
    public void refused(Heard.Refused burst) {
      heard.add("refused " + burst.code());
    }

    @Override
    public void typed(char character) {
      heard.add("typed " + character);
    }

    @Override
    public boolean entered() {
      heard.add("entered");
      return true;
    }
  }
}
