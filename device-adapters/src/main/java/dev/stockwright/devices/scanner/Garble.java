package dev.stockwright.devices.scanner;

import dev.stockwright.devices.reasons.ReadReason;
import dev.stockwright.devices.reasons.Told;
import dev.stockwright.devices.reasons.WizardReason;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;

/// What may become of every character between the code and us: its case, or the character of
/// another keyboard layout, where the scanner presses the keys of an American keyboard.
///
/// @param code stable; empty where nothing is garbled
/// @param told for people, says what to do
/// @param fragment the pattern of what comes for a character
record Garble(String code, Told told, Function<Character, String> fragment) {
  static final Garble NONE = new Garble("", new Told(List.of()), Garble::quoted);

  /// All that are known; nothing garbled first.
  static final List<Garble> ALL =
      List.of(
          NONE,
          new Garble(
              "case_swapped",
              Told.of(WizardReason.CASE_SWAPPED).and(WizardReason.CASE_REMEDY),
              c -> quoted(swapped(c))),
          new Garble(
              "case_upper",
              Told.of(WizardReason.CASE_UPPER).and(WizardReason.CASE_REMEDY),
              c -> quoted(Character.toUpperCase(c))),
          new Garble(
              "case_lower",
              Told.of(WizardReason.CASE_LOWER).and(WizardReason.CASE_REMEDY),
              c -> quoted(Character.toLowerCase(c))),
          layout(ReadReason.GERMAN, "yzzyYZZY]+-\u00df/-", '+'),
          layout(
              ReadReason.FRENCH,
              "aqqaAQQAzwwzZWWZm,M?1&2\u00e93\"4'5(6-7\u00e88_9\u00e70\u00e0]$-)/!",
              ' '),
          layout(ReadReason.SPANISH, "]+-'/-+\u00bf", ' '),
          layout(ReadReason.ITALIAN, "]+-'/-+^", ' '),
          layout(ReadReason.NORDIC, "-+/-", ']', '+'));

  /// @param pairs an American key's character, then what this layout makes of it
  /// @param dead keys that this layout makes accents of, which come as anything or nothing
  private static Garble layout(ReadReason name, String pairs, Character... dead) {
    Map<Character, Character> keys = new HashMap<>();
    for (int i = 0; i < pairs.length(); i += 2) {
      keys.put(pairs.charAt(i), pairs.charAt(i + 1));
    }
    List<Character> accents = List.of(dead);
    return new Garble(
        "layout_" + name.name().toLowerCase(Locale.ROOT),
        Told.of(WizardReason.AMERICAN_KEYBOARD, name),
        c -> accents.contains(c) && c != ' ' ? "[^A-Za-z0-9]?" : quoted(keys.getOrDefault(c, c)));
  }

  private static char swapped(char c) {
    return Character.isUpperCase(c) ? Character.toLowerCase(c) : Character.toUpperCase(c);
  }

  private static String quoted(char c) {
    return Character.isLetterOrDigit(c) && c < 0x80 ? String.valueOf(c) : Pattern.quote("" + c);
  }

  /// The pattern of what comes for a text.
  String pattern(String text) {
    StringBuilder pattern = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      pattern.append(fragment.apply(text.charAt(i)));
    }
    return pattern.toString();
  }

  boolean isNone() {
    return code.isEmpty();
  }
}
