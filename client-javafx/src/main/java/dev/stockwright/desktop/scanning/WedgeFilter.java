package dev.stockwright.desktop.scanning;

import dev.stockwright.desktop.scanning.WedgeDetector.Input;
import java.util.List;
import java.util.function.LongSupplier;
import javafx.animation.PauseTransition;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// Stands before every control of a scene and takes the keys of a scanner that types, so that no
/// character, blank or Enter of a scan ever reaches a button or stays in a field.
///
/// Without a text field in focus all characters stop here; those of a person go on to
/// [Keys#typed]. In a text field they go through, and the field is put back as it was when they
/// turn out to be a scan. Ctrl, Alt, Meta and the function keys are never touched.
public final class WedgeFilter {
  /// Where the sorted keys go.
  public interface Keys {
    /// A scanner typed this.
    void scanned(String text);

    /// A person typed this, with no text field in focus.
    void typed(char character);

    /// Enter, with no text field in focus: the main action of the screen; false when it has none.
    boolean entered();
  }

  private final Scene scene;
  private final Keys keys;
  private final LongSupplier nanos;
  private final WedgeDetector detector;
  private final PauseTransition silence;
  private FieldState before = new FieldState("", 0);

  private record FieldState(String text, int caret) {}

  public WedgeFilter(Scene scene, Keys keys, LongSupplier nanos, WedgeDetector.Pace pace) {
    this.scene = scene;
    this.keys = keys;
    this.nanos = nanos;
    this.detector = new WedgeDetector(pace);
    this.silence = new PauseTransition(Duration.millis(pace.silence().toMillis() + 5.0));
    silence.setOnFinished(_ -> afterSilence());
    scene.addEventFilter(KeyEvent.ANY, this::filter);
    scene.focusOwnerProperty().addListener((_, was, now) -> focusMoved(was, now));
  }

  private void filter(KeyEvent event) {
    if (event.isControlDown() || event.isAltDown() || event.isMetaDown()) {
      return;
    }
    if (event.getEventType() == KeyEvent.KEY_TYPED) {
      typed(event);
    } else if (event.getEventType() == KeyEvent.KEY_PRESSED) {
      pressed(event);
    } else if (event.getCode() == KeyCode.SPACE && field() == null) {
      event.consume();
    }
  }

  /// Into or out of a field, what was typed belongs to the field; between buttons a scan goes on.
  private void focusMoved(@Nullable Node was, @Nullable Node now) {
    if (was instanceof TextInputControl || now instanceof TextInputControl) {
      detector.forget();
    }
  }

  private void typed(KeyEvent event) {
    String characters = event.getCharacter();
    if (characters.isEmpty() || isEnding(characters)) {
      return;
    }
    long now = nanos.getAsLong();
    TextInputControl field = field();
    if (field != null) {
      if (detector.begins(now)) {
        detector.forget();
        before = new FieldState(text(field), field.getCaretPosition());
      }
      handOut(detector.typed(characters, now));
    } else {
      event.consume();
      handOut(detector.typed(characters, now));
    }
    silence.playFromStart();
  }

  private void pressed(KeyEvent event) {
    KeyCode code = event.getCode();
    if (code == KeyCode.ENTER) {
      entered(event);
    } else if (code == KeyCode.TAB && detector.pending() > 0) {
      List<Input> inputs = detector.tabbed(nanos.getAsLong());
      if (inputs.stream().anyMatch(Input.Scanned.class::isInstance)) {
        event.consume();
      }
      handOut(inputs);
    } else if (field() == null && isPrintable(event)) {
      event.consume();
    }
  }

  private void entered(KeyEvent event) {
    List<Input> inputs = detector.entered(nanos.getAsLong());
    boolean byPerson = inputs.stream().anyMatch(Input.Entered.class::isInstance);
    if (field() == null || !byPerson) {
      event.consume();
    }
    handOut(inputs);
  }

  private void afterSilence() {
    if (field() != null) {
      // Without a terminator, characters in a field are a person's who types fast.
      detector.forget();
    } else {
      handOut(detector.silent(nanos.getAsLong()));
      if (detector.pending() > 0) {
        // The timer was early by its own clock.
        silence.playFromStart();
      }
    }
  }

  private void handOut(List<Input> inputs) {
    TextInputControl field = field();
    for (Input input : inputs) {
      switch (input) {
        case Input.Scanned(String text) -> {
          if (field != null) {
            field.setText(before.text());
            field.positionCaret(before.caret());
          }
          keys.scanned(text);
        }
        case Input.Typed(char character) -> {
          if (field == null) {
            person(character);
          }
        }
        case Input.Entered() -> {
          if (field == null && !keys.entered()) {
            fireFocused();
          }
        }
      }
    }
  }

  private void person(char character) {
    if (character == ' ') {
      fireFocused();
    } else {
      keys.typed(character);
    }
  }

  private void fireFocused() {
    if (scene.getFocusOwner() instanceof ButtonBase button) {
      button.fire();
    }
  }

  private @Nullable TextInputControl field() {
    Node owner = scene.getFocusOwner();
    return owner instanceof TextInputControl field && field.isEditable() ? field : null;
  }

  private static String text(TextInputControl field) {
    String text = field.getText();
    return text == null ? "" : text;
  }

  private static boolean isEnding(String characters) {
    char first = characters.charAt(0);
    // GS (0x1D) belongs to a scan; the other control characters are keys such as Backspace.
    return first != 0x1D && Character.isISOControl(first);
  }

  private static boolean isPrintable(KeyEvent event) {
    KeyCode code = event.getCode();
    return code == KeyCode.SPACE
        || code.isLetterKey()
        || code.isDigitKey()
        || (!event.getText().isEmpty() && !Character.isISOControl(event.getText().charAt(0)));
  }
}
