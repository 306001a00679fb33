package dev.stockwright.desktop.scanning;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Tells what a scanner typed from what a person typed, by the time between characters alone.
///
/// A scan is a burst: at least [Pace#shortest] characters, none later than [Pace#gap] after the one
/// before, ended by Enter or Tab, or by silence. Everything else is a person, and is handed out one
/// character at a time as soon as that is sure. Pure: time comes in as nanoseconds; no clock, no
/// thread. Owned by the JavaFX thread.
public final class WedgeDetector {
  /// When a run of characters is a scanner's.
  ///
  /// @param shortest characters of the shortest scan
  /// @param gap longest time between two of its characters
  /// @param silence after this long without a character the burst has ended
  public record Pace(int shortest, Duration gap, Duration silence) {
    /// What most scanners keep to.
    public static final Pace USUAL = new Pace(4, Duration.ofMillis(50), Duration.ofMillis(80));
  }

  /// What came in.
  public sealed interface Input {
    /// A whole scan, without its terminator.
    record Scanned(String text) implements Input {}

    /// One character typed by a person.
    record Typed(char character) implements Input {}

    /// Enter, pressed by a person.
    record Entered() implements Input {}
  }

  private final Pace pace;
  private final StringBuilder burst = new StringBuilder();
  private long lastNanos;
  private boolean scanEnded;

  public WedgeDetector(Pace pace) {
    this.pace = pace;
  }

  /// A character (several when an input method delivers them at once).
  public List<Input> typed(String characters, long nanos) {
    List<Input> inputs = late(nanos) ? flush() : new ArrayList<>();
    burst.append(characters);
    lastNanos = nanos;
    scanEnded = false;
    return inputs;
  }

  /// Enter. A second one right after a scan (scanners that end with CR LF) is swallowed.
  public List<Input> entered(long nanos) {
    if (scanEnded && nanos - lastNanos <= pace.silence().toNanos()) {
      scanEnded = false;
      return List.of();
    }
    List<Input> inputs = ended(nanos);
    if (!scanEnded) {
      inputs.add(new Input.Entered());
    }
    return inputs;
  }

  /// Tab: ends a scan. Empty when it does not, then it is an ordinary Tab.
  public List<Input> tabbed(long nanos) {
    return ended(nanos);
  }

  /// Time has passed without a key; called about [Pace#silence] after the last one.
  public List<Input> silent(long nanos) {
    if (burst.isEmpty() || nanos - lastNanos < pace.silence().toNanos()) {
      return List.of();
    }
    return burst.length() >= pace.shortest() ? scan() : flush();
  }

  /// How many characters may still turn out to be a scan.
  public int pending() {
    return burst.length();
  }

  /// Whether a character now would begin a new burst.
  public boolean begins(long nanos) {
    return burst.isEmpty() || late(nanos);
  }

  /// Forgets what is pending: the focus went elsewhere, or a text field has the characters.
  public void forget() {
    burst.setLength(0);
  }

  private boolean late(long nanos) {
    return !burst.isEmpty() && nanos - lastNanos > pace.gap().toNanos();
  }

  private List<Input> ended(long nanos) {
    scanEnded = false;
    if (burst.length() >= pace.shortest() && !late(nanos)) {
      lastNanos = nanos;
      List<Input> scan = scan();
      scanEnded = true;
      return scan;
    }
    return flush();
  }

  private List<Input> scan() {
    List<Input> inputs = new ArrayList<>();
    inputs.add(new Input.Scanned(burst.toString()));
    burst.setLength(0);
    return inputs;
  }

  private List<Input> flush() {
    List<Input> inputs = new ArrayList<>();
    for (int i = 0; i < burst.length(); i++) {
      inputs.add(new Input.Typed(burst.charAt(i)));
    }
    burst.setLength(0);
    return inputs;
  }
}
