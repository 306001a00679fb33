package dev.stockwright.devices.wedge;

import dev.stockwright.devices.scanner.ScannerProfile;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// How the scanners that type at one desk are told from people.
///
/// @param shortest characters of the shortest scan; 2 to 64
/// @param gap longest time between two characters of a scan; 20 to 250 ms
/// @param silence after this long without a stroke a burst has ended; longer than the gap
/// @param prefix makes a scan certain whatever the timing
/// @param suffix makes a burst certain whatever its length; with a prefix, Enter and Tab are data
/// @param separatorKeys keys that stand for GS (0x1D)
/// @param gsSubstitute characters that stand for GS in a scan; empty for none
public record WedgeSettings(
    int shortest,
    Duration gap,
    Duration silence,
    Optional<Mark> prefix,
    Optional<Mark> suffix,
    Set<WedgeKey> separatorKeys,
    String gsSubstitute) {

  /// What scanners are known to press for GS, besides Ctrl+].
  public static final List<WedgeKey> KEYS_FOR_GS =
      Stream.of("Down", "F1", "F2", "F3", "F4", "F5", "F6", "F7", "F8", "F9", "F10", "F11", "F12")
          .map(WedgeKey::of)
          .toList();

  private static final long GAP_MIN = 20;
  private static final long GAP_MAX = 250;

  /// Ctrl and ], which is GS on every keyboard that can type it.
  public static final WedgeKey CTRL_BRACKET = new WedgeKey(true, "]");

  /// What most scanners keep to: 4 characters, 50 ms, 80 ms; Ctrl+] is GS.
  public static final WedgeSettings USUAL =
      new WedgeSettings(
          4,
          Duration.ofMillis(50),
          Duration.ofMillis(80),
          Optional.empty(),
          Optional.empty(),
          Set.of(CTRL_BRACKET),
          "");

  public WedgeSettings {
    separatorKeys = Set.copyOf(separatorKeys);
    long gapMillis = gap.toMillis();
    if (shortest < 2
        || shortest > 64
        || gapMillis < GAP_MIN
        || gapMillis > GAP_MAX
        || silence.compareTo(gap) <= 0
        || silence.toMillis() > 1_000) {
      throw new IllegalArgumentException(
          "scanner that types: shortest %d, gap %s, silence %s: give 2 to 64 characters, a gap of"
                  .formatted(shortest, gap, silence)
              + " 20 to 250 ms and a longer silence of at most 1 s");
    }
  }

  /// Whether a control character that is typed belongs to scans: GS, or part of a mark.
  public boolean expects(char control) {
    return control == WedgeDetector.SEPARATOR
        || gsSubstitute.indexOf(control) >= 0
        || holds(prefix, control)
        || holds(suffix, control);
  }

  private static boolean holds(Optional<Mark> mark, char control) {
    return mark.orElse(null) instanceof Mark.Characters characters
        && characters.text().indexOf(control) >= 0;
  }

  /// What a profile says of a scanner that types: pace, prefix, suffix, substitute. With a prefix
  /// the pace stays the usual one, since it then tells other scanners from people.
  public static WedgeSettings of(ScannerProfile profile) {
    long profileGap = Math.clamp(profile.framing().gap().toMillis(), GAP_MIN, GAP_MAX);
    long gap = profile.wrapping().prefix().isEmpty() ? profileGap : USUAL.gap().toMillis();
    return USUAL
        .withGap(Duration.ofMillis(gap))
        .withMarks(mark(profile.wrapping().prefix()), mark(profile.wrapping().suffix()))
        .substituting(profile.wrapping().gsSubstitute());
  }

  /// The character of a key stands for that key.
  private WedgeSettings substituting(String substitute) {
    return KEYS_FOR_GS.stream()
        .filter(key -> key.inText().equals(substitute))
        .findFirst()
        .map(key -> withSeparators(Set.of(CTRL_BRACKET, key), ""))
        .orElseGet(() -> withSeparators(separatorKeys, substitute));
  }

  private static Optional<Mark> mark(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(new Mark.Characters(text));
  }

  /// The same with another pace; the silence stays 30 ms longer than the gap, 80 ms at least.
  public WedgeSettings withGap(Duration other) {
    Duration quiet = other.plusMillis(30);
    Duration usual = Duration.ofMillis(80);
    return new WedgeSettings(
        shortest,
        other,
        quiet.compareTo(usual) < 0 ? usual : quiet,
        prefix,
        suffix,
        separatorKeys,
        gsSubstitute);
  }

  public WedgeSettings withMarks(Optional<Mark> before, Optional<Mark> after) {
    return new WedgeSettings(shortest, gap, silence, before, after, separatorKeys, gsSubstitute);
  }

  public WedgeSettings withSeparators(Set<WedgeKey> keys, String substitute) {
    return new WedgeSettings(shortest, gap, silence, prefix, suffix, keys, substitute);
  }
}
