package dev.stockwright.fx.scanning;

import dev.stockwright.devices.wedge.Stroke;
import dev.stockwright.devices.wedge.WedgeKey;
import dev.stockwright.devices.wedge.WedgeSettings;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// What a key event of JavaFX is to a detector of scanners; nothing where it is a person's alone,
/// such as Ctrl+L.
final class Strokes {
  /// On macOS, Option types characters; elsewhere Alt alone is a shortcut, and Ctrl with Alt is
  /// AltGr.
  private static final boolean MAC =
      System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("mac");

  private Strokes() {}

  static Optional<Stroke> of(KeyEvent event, WedgeSettings settings) {
    if (event.getEventType() == KeyEvent.KEY_TYPED) {
      return typed(event, settings);
    }
    if (event.getEventType() == KeyEvent.KEY_PRESSED) {
      return pressed(event);
    }
    return event.getCode() == KeyCode.ALT
        ? Optional.of(new Stroke.AltReleased())
        : Optional.empty();
  }

  /// Whether Ctrl, Alt or Meta make it a shortcut and no character.
  static boolean isShortcut(KeyEvent event) {
    boolean altGr = event.isControlDown() && event.isAltDown();
    boolean option = MAC && event.isAltDown();
    return event.isMetaDown()
        || !altGr && event.isControlDown()
        || !altGr && !option && event.isAltDown();
  }

  private static Optional<Stroke> typed(KeyEvent event, WedgeSettings settings) {
    String text = event.getCharacter();
    if (text.isEmpty() || text.equals(KeyEvent.CHAR_UNDEFINED)) {
      return Optional.empty();
    }
    boolean control = text.length() == 1 && Character.isISOControl(text.charAt(0));
    boolean taken = control ? settings.expects(text.charAt(0)) : !isShortcut(event);
    return taken ? Optional.of(new Stroke.Characters(text)) : Optional.empty();
  }

  private static Optional<Stroke> pressed(KeyEvent event) {
    KeyCode code = event.getCode();
    boolean plain = !event.isControlDown() && !event.isAltDown() && !event.isMetaDown();
    if (code == KeyCode.SHIFT
        || code == KeyCode.ALT
        || code == KeyCode.ALT_GRAPH
        || code.name().startsWith("DEAD_")) {
      return Optional.of(new Stroke.Modifier());
    }
    if (event.isAltDown() && !event.isControlDown() && code.isDigitKey()) {
      return Optional.of(
          new Stroke.AltDigit(code.getName().charAt(code.getName().length() - 1) - '0'));
    }
    if (plain && code == KeyCode.ENTER) {
      return Optional.of(new Stroke.Enter());
    }
    if (plain && code == KeyCode.TAB && !event.isShiftDown()) {
      return Optional.of(new Stroke.Tab());
    }
    return key(event, plain).map(Stroke.Pressed::new);
  }

  private static Optional<WedgeKey> key(KeyEvent event, boolean plain) {
    KeyCode code = event.getCode();
    if (plain && (code.isFunctionKey() || code == KeyCode.DOWN)) {
      return Optional.of(new WedgeKey(false, code.name()));
    }
    if (event.isControlDown() && !event.isAltDown() && !event.isMetaDown()) {
      String name = code == KeyCode.CLOSE_BRACKET ? "]" : code.getName();
      return name.length() == 1
          ? Optional.of(new WedgeKey(true, name.toUpperCase(Locale.ROOT)))
          : Optional.empty();
    }
    return Optional.empty();
  }

  /// The key that JavaFX has for it, to hand it back to the application.
  static KeyCode code(WedgeKey key) {
    return key.name().equals("]") ? KeyCode.CLOSE_BRACKET : KeyCode.valueOf(key.name());
  }
}
