package dev.stockwright.fx.scanning;

import dev.stockwright.devices.wedge.Heard;
import dev.stockwright.devices.wedge.Stroke;
import dev.stockwright.devices.wedge.WedgeDetector;
import dev.stockwright.devices.wedge.WedgeKey;
import dev.stockwright.devices.wedge.WedgeSettings;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import javafx.animation.PauseTransition;
import javafx.event.Event;
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
/// turn out to be a scan. Ctrl, Alt, Meta and the function keys are never touched, except those
/// that the settings name.
public final class WedgeFilter {
  /// Where the sorted keys go.
  public interface Keys {
    /// A scanner typed this.
    void scanned(Heard.Scanned scan);

    /// A scanner typed something that is no scan.
    void refused(Heard.Refused burst);

    /// A person typed this, with no text field in focus.
    void typed(char character);

    /// Enter, with no text field in focus: the main action of the screen; false when it has none.
    boolean entered();
  }

  private final Scene scene;
  private final Keys keys;
  private final LongSupplier nanos;
  private final PauseTransition silence = new PauseTransition();
  private final Stalls stalls;
  private WedgeDetector detector;
  private Optional<Trial> trial = Optional.empty();
  private FieldState before = new FieldState("", 0);
  private boolean handingBack;

  private record FieldState(String text, int caret) {
    static FieldState of(TextInputControl field) {
      String text = field.getText();
      return new FieldState(text == null ? "" : text, field.getCaretPosition());
    }
  }

  public WedgeFilter(Scene scene, Keys keys, LongSupplier nanos, WedgeSettings settings) {
    this.scene = scene;
    this.keys = keys;
    this.nanos = nanos;
    this.detector = new WedgeDetector(settings);
    this.stalls = new Stalls(held -> detector.heldUp(held));
    silence.setOnFinished(event -> afterSilence());
    scene.addEventFilter(KeyEvent.ANY, this::filter);
    scene.focusOwnerProperty().addListener((owner, was, now) -> focusMoved(was, now));
  }

  /// Tells scanners by other settings from here on.
  public void use(WedgeSettings settings) {
    handOut(detector.silent(nanos.getAsLong()));
    detector = new WedgeDetector(settings);
  }

  /// By what scanners are told now.
  public WedgeSettings settings() {
    return detector.settings();
  }

  /// From now on all that is typed goes to `listener` instead, until it is absent: for trying a
  /// scanner out. Escape and shortcuts stay the person's.
  public void tryOut(Optional<Trial> listener) {
    trial = listener;
    detector.forget();
    stalls.watch(false);
  }

  private void filter(KeyEvent event) {
    if (handingBack) {
      return;
    }
    if (trial.isPresent()) {
      if (trial.get().take(event, nanos.getAsLong())) {
        event.consume();
      }
      return;
    }
    if (swallowed(event)) {
      event.consume();
    } else if (field() == null && !Strokes.isShortcut(event) && belongsToTyping(event)) {
      event.consume();
    }
  }

  private boolean swallowed(KeyEvent event) {
    Optional<Stroke> stroke = Strokes.of(event, detector.settings());
    if (stroke.isEmpty()) {
      return false;
    }
    long now = nanos.getAsLong();
    stalls.alive();
    TextInputControl field = field();
    detector.inField(field != null);
    FieldState state = field == null ? before : FieldState.of(field);
    if (stroke.get() instanceof Stroke.Characters && detector.begins(now)) {
      before = state;
    }
    WedgeDetector.Verdict verdict = detector.accept(stroke.get(), now);
    if (verdict.heard().stream().anyMatch(Heard.Typed.class::isInstance)) {
      // What was typed before is a person's and stays; this character may begin a scan.
      before = state;
    }
    handOut(verdict.heard());
    listenForSilence();
    return verdict.swallow();
  }

  private void listenForSilence() {
    boolean pending = detector.pending() > 0;
    stalls.watch(pending);
    silence.setDuration(Duration.millis(detector.quietAfter() / 1e6 + 5));
    silence.playFromStart();
  }

  /// Keys whose character is taken here must not act as keys as well.
  private static boolean belongsToTyping(KeyEvent event) {
    if (event.getEventType() == KeyEvent.KEY_PRESSED) {
      return isPrintable(event);
    }
    return event.getEventType() == KeyEvent.KEY_RELEASED && event.getCode() == KeyCode.SPACE;
  }

  /// Into or out of a field, what was typed belongs to the field; between buttons a scan goes on.
  private void focusMoved(@Nullable Node was, @Nullable Node now) {
    if (was instanceof TextInputControl || now instanceof TextInputControl) {
      detector.forget();
    }
  }

  private void afterSilence() {
    stalls.alive();
    detector.inField(field() != null);
    handOut(detector.silent(nanos.getAsLong()));
    if (detector.pending() > 0) {
      // The timer was early by its own clock.
      silence.playFromStart();
    } else {
      stalls.watch(false);
    }
  }

  private void handOut(List<Heard> heard) {
    TextInputControl field = field();
    for (Heard one : heard) {
      switch (one) {
        case Heard.Scanned scan -> {
          putBack(field);
          keys.scanned(scan);
        }
        case Heard.Refused burst -> {
          putBack(field);
          keys.refused(burst);
        }
        case Heard.Typed(char character, boolean alone) -> {
          if (field == null) {
            person(character, alone);
          }
        }
        case Heard.Entered() -> {
          if (field == null && !keys.entered()) {
            fireFocused();
          }
        }
        case Heard.Handed(WedgeKey key) -> handBack(key);
      }
    }
  }

  private void putBack(@Nullable TextInputControl field) {
    if (field != null) {
      field.setText(before.text());
      field.positionCaret(before.caret());
    }
  }

  private void person(char character, boolean alone) {
    if (character != ' ') {
      keys.typed(character);
    } else if (alone) {
      fireFocused();
    }
  }

  private void handBack(WedgeKey key) {
    KeyEvent event =
        new KeyEvent(
            KeyEvent.KEY_PRESSED,
            KeyEvent.CHAR_UNDEFINED,
            "",
            Strokes.code(key),
            false,
            key.ctrl(),
            false,
            false);
    Node owner = scene.getFocusOwner();
    handingBack = true;
    try {
      Event.fireEvent(owner == null ? scene : owner, event);
    } finally {
      handingBack = false;
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

  private static boolean isPrintable(KeyEvent event) {
    KeyCode code = event.getCode();
    return code == KeyCode.SPACE
        || code.isLetterKey()
        || code.isDigitKey()
        || (!event.getText().isEmpty() && !Character.isISOControl(event.getText().charAt(0)));
  }
}
