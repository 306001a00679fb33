package dev.stockwright.fx.scanning;

import dev.stockwright.devices.wedge.Stroke;
import dev.stockwright.devices.wedge.WedgeDetector;
import dev.stockwright.devices.wedge.WedgeKey;
import dev.stockwright.devices.wedge.WedgeSettings;
import java.util.Optional;
import java.util.Set;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// A scanner that types is tried out: hands all characters on as they come, Enter as CR, Tab as
/// TAB, Ctrl+] as GS, and a function key in the middle of a scan as [WedgeKey#inText].
public final class Trial {
  /// Where the characters go.
  @FunctionalInterface
  public interface Listener {
    void typed(String characters, long nanos);
  }

  /// A key so soon after a character is the scanner's.
  private static final long WITHIN = 100_000_000;

  private static final WedgeSettings OPEN = WedgeSettings.USUAL.withSeparators(Set.of(), "");

  private final Listener listener;
  private long lastNanos = Long.MIN_VALUE / 2;
  private boolean gsByKey;

  public Trial(Listener listener) {
    this.listener = listener;
  }

  /// Whether the event was taken.
  boolean take(KeyEvent event, long nanos) {
    Optional<Stroke> stroke = Strokes.of(event, OPEN);
    if (stroke.isEmpty()) {
      return event.getEventType() != KeyEvent.KEY_TYPED
          && !Strokes.isShortcut(event)
          && typesSomething(event);
    }
    return switch (stroke.get()) {
      case Stroke.Characters(String text) -> {
        boolean echo = gsByKey && text.equals(String.valueOf(WedgeDetector.SEPARATOR));
        gsByKey = false;
        yield echo || hand(text, nanos);
      }
      case Stroke.Enter enter -> hand("\r", nanos);
      case Stroke.Tab tab -> nanos - lastNanos <= WITHIN && hand("\t", nanos);
      case Stroke.Pressed(WedgeKey key) -> key(key, nanos);
      case Stroke.Modifier modifier -> false;
      case Stroke.AltDigit digit -> false;
      case Stroke.AltReleased released -> false;
    };
  }

  private boolean key(WedgeKey key, long nanos) {
    if (key.equals(WedgeSettings.CTRL_BRACKET)) {
      hand(String.valueOf(WedgeDetector.SEPARATOR), nanos);
      gsByKey = true;
      return true;
    }
    return !key.ctrl() && nanos - lastNanos <= WITHIN && hand(key.inText(), nanos);
  }

  private boolean hand(String text, long nanos) {
    lastNanos = nanos;
    listener.typed(text, nanos);
    return true;
  }

  private static boolean typesSomething(KeyEvent event) {
    KeyCode code = event.getCode();
    return code == KeyCode.SPACE || code.isLetterKey() || code.isDigitKey();
  }
}
