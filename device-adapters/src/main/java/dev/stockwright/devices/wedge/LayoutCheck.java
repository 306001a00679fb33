package dev.stockwright.devices.wedge;

import dev.stockwright.devices.scanner.VisibleText;
import java.util.Optional;
import java.util.regex.Pattern;

/// Compares what a scanner typed with what the calibration code says, and names the setting that is
/// wrong. Pure.
///
/// Nothing is ever mapped back: with a wrong layout dead keys swallow characters, two characters
/// become one, and a scanner that is replaced tomorrow would be read wrongly without a sign. The
/// check is passed only when every character came as it stands.
public final class LayoutCheck {
  /// What the calibration code holds: each group of characters that some layout types in another
  /// place. Short enough for a linear symbol on a screen.
  public static final String CODE = "0123456789]-/+:;()&_%AQWZYMaqwzym";

  private LayoutCheck() {}

  /// What the calibration code showed.
  ///
  /// @param received as typed, without ending; GS as 0x1D
  public static LayoutFinding of(String received) {
    return of(CODE, received);
  }

  /// The same with a code of one's own, which may hold GS.
  public static LayoutFinding of(String sent, String received) {
    if (received.equals(sent)) {
      return new LayoutFinding.Right();
    }
    return capsLock(sent, received)
        .or(() -> separator(sent, received))
        .or(() -> layouts(sent, received))
        .orElseGet(() -> unclear(sent, received));
  }

  private static Optional<LayoutFinding> capsLock(String sent, String received) {
    StringBuilder swapped = new StringBuilder();
    sent.chars().forEach(c -> swapped.append(swapCase((char) c)));
    if (received.contentEquals(swapped)) {
      return Optional.of(new LayoutFinding.CapsLock());
    }
    boolean oneCase =
        received.equals(upper(sent)) && !sent.equals(upper(sent))
            || received.equals(lower(sent)) && !sent.equals(lower(sent));
    return oneCase ? Optional.of(new LayoutFinding.OneCase()) : Optional.empty();
  }

  private static char swapCase(char c) {
    return Character.isUpperCase(c) ? Character.toLowerCase(c) : Character.toUpperCase(c);
  }

  private static String upper(String text) {
    return text.toUpperCase(java.util.Locale.ROOT);
  }

  private static String lower(String text) {
    return text.toLowerCase(java.util.Locale.ROOT);
  }

  private static Optional<LayoutFinding> separator(String sent, String received) {
    String gs = String.valueOf(WedgeDetector.SEPARATOR);
    if (!sent.contains(gs)) {
      return Optional.empty();
    }
    if (received.equals(sent.replace(gs, ""))) {
      return Optional.of(new LayoutFinding.SeparatorLost());
    }
    if (received.length() == sent.length()) {
      char instead = received.charAt(sent.indexOf(gs));
      if (sent.indexOf(instead) < 0
          && received.equals(sent.replace(WedgeDetector.SEPARATOR, instead))) {
        return Optional.of(new LayoutFinding.SeparatorReplaced(instead));
      }
    }
    return Optional.empty();
  }

  private static Optional<LayoutFinding> layouts(String sent, String received) {
    for (KeyboardLayout scanner : KeyboardLayout.values()) {
      for (KeyboardLayout computer : KeyboardLayout.values()) {
        if (scanner != computer) {
          for (boolean capsLock : new boolean[] {false, true}) {
            boolean fits =
                scanner
                    .typedOn(computer, sent, capsLock)
                    .filter(seen -> alike(seen, received))
                    .isPresent();
            if (fits) {
              return Optional.of(new LayoutFinding.Layouts(scanner, computer, capsLock));
            }
          }
        }
      }
    }
    return Optional.empty();
  }

  /// The same but for marks that a dead key may leave behind, for a lost separator, and for what is
  /// not known.
  private static boolean alike(String expected, String received) {
    StringBuilder pattern = new StringBuilder();
    for (String known : bare(expected).split(String.valueOf(KeyboardLayout.SOMETHING), -1)) {
      pattern.append(pattern.isEmpty() ? "" : ".?").append(Pattern.quote(known));
    }
    return bare(received).matches(pattern.toString());
  }

  private static String bare(String text) {
    return text.replaceAll("[\\^`\u00b4\u00a8\u001d~]", "");
  }

  private static LayoutFinding unclear(String sent, String received) {
    int at = 0;
    while (at < Math.min(sent.length(), received.length())
        && sent.charAt(at) == received.charAt(at)) {
      at++;
    }
    if (at == received.length()) {
      return new LayoutFinding.Cut(sent.length() - at);
    }
    return new LayoutFinding.Unclear(
        at,
        VisibleText.of(sent.substring(at, Math.min(at + 1, sent.length()))),
        VisibleText.of(received.substring(at, at + 1)));
  }
}
