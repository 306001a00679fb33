package dev.stockwright.devices.wedge;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The strokes of which nobody knows yet whose they are. Never longer than
/// [WedgeDetector#BURST_MAX]. One owner.
final class Burst {
  private final StringBuilder text = new StringBuilder();
  private final StringBuilder typed = new StringBuilder();
  private final Map<Integer, WedgeKey> keys = new HashMap<>();
  private boolean open;
  private boolean torn;
  private boolean overflowed;
  private boolean quietBefore;
  private int strokes;
  private long firstNanos;
  private long lastNanos;

  /// Begins anew; `quiet`: no stroke came just before.
  void begin(boolean quiet) {
    clear();
    quietBefore = quiet;
  }

  /// A prefix has made it certain that a scanner types.
  void makeOpen(String aim, String prefix) {
    open = true;
    text.append(aim);
    typed.append(aim).append(prefix);
  }

  void tear() {
    torn = true;
  }

  /// One more character; `key` where a key stands for it that a person may have meant.
  void append(char c, Optional<WedgeKey> key) {
    if (text.length() >= WedgeDetector.BURST_MAX) {
      overflowed = true;
      return;
    }
    key.ifPresent(held -> keys.put(text.length(), held));
    text.append(c);
    typed.append(c);
  }

  /// The last stroke came now.
  void stroke(long nanos) {
    firstNanos = strokes == 0 ? nanos : firstNanos;
    lastNanos = nanos;
    strokes++;
  }

  /// Takes the last characters out of the text; they stay among what was typed.
  void drop(int characters) {
    text.setLength(text.length() - characters);
  }

  boolean endsWith(String end) {
    return text.length() >= end.length() && text.indexOf(end, text.length() - end.length()) >= 0;
  }

  boolean isEmpty() {
    return text.isEmpty() && !open;
  }

  int length() {
    return text.length();
  }

  boolean open() {
    return open;
  }

  boolean torn() {
    return torn;
  }

  boolean overflowed() {
    return overflowed;
  }

  /// Whether silence may make a scan of it. One character again and again is a key held down; in a
  /// field it must be more and faster than anybody types.
  boolean isScanners(boolean inField) {
    boolean heldDown = strokes > 1 && text.chars().allMatch(c -> c == text.charAt(0));
    boolean unmistakable =
        strokes >= WedgeDetector.UNMISTAKABLE
            && (lastNanos - firstNanos) / (strokes - 1) <= WedgeDetector.UNMISTAKABLE_MEAN;
    return !heldDown && (!inField || unmistakable);
  }

  /// The text with GS in place of its substitute.
  String text(String substitute) {
    String plain = text.toString();
    return substitute.isEmpty()
        ? plain
        : plain.replace(substitute, String.valueOf(WedgeDetector.SEPARATOR));
  }

  /// The AIM identifier, when the text is nothing but one.
  String aimIdentifier() {
    return text.length() == 3 && text.charAt(0) == ']' ? text.toString() : "";
  }

  /// All characters as they were typed, marks included.
  String typed() {
    return typed.toString();
  }

  /// Hands all of it out as a person's.
  void asTyping(boolean afterSilence, List<Heard> heard) {
    StringBuilder all = open ? typed : text;
    boolean alone = afterSilence && quietBefore && all.length() == 1;
    for (int i = 0; i < all.length(); i++) {
      WedgeKey key = keys.get(i);
      heard.add(key == null ? new Heard.Typed(all.charAt(i), alone) : new Heard.Handed(key));
    }
  }

  void clear() {
    text.setLength(0);
    typed.setLength(0);
    if (text.capacity() > 256) {
      text.trimToSize();
      typed.trimToSize();
    }
    keys.clear();
    open = false;
    torn = false;
    overflowed = false;
    quietBefore = false;
    strokes = 0;
  }
}
