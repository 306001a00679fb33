package dev.stockwright.devices.scanner;

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
/// @param sentence for people, says what to do
/// @param fragment the pattern of what comes for a character
record Garble(String code, String sentence, Function<Character, String> fragment) {
  private static final String CASE_REMEDY =
      " Switch Caps Lock off, and set the scanner's case conversion to none.";

  static final Garble NONE = new Garble("", "", Garble::quoted);

  /// All that are known; nothing garbled first.
  static final List<Garble> ALL =
      List.of(
          NONE,
          new Garble(
              "case_swapped",
              "Large and small letters are exchanged." + CASE_REMEDY,
              c -> quoted(swapped(c))),
          new Garble(
              "case_upper",
              "All letters come large." + CASE_REMEDY,
              c -> quoted(Character.toUpperCase(c))),
          new Garble(
              "case_lower",
              "All letters come small." + CASE_REMEDY,
              c -> quoted(Character.toLowerCase(c))),
          layout("German", "yzzyYZZY]+-\u00df/-", '+'),
          layout(
              "French", "aqqaAQQAzwwzZWWZm,M?1&2\u00e93\"4'5(6-7\u00e88_9\u00e70\u00e0]$-)/!", ' '),
          layout("Spanish", "]+-'/-+\u00bf", ' '),
          layout("Italian", "]+-'/-+^", ' '),
          layout("Nordic", "-+/-", ']', '+'));

  /// @param pairs an American key's character, then what this layout makes of it
  /// @param dead keys that this layout makes accents of, which come as anything or nothing
  private static Garble layout(String name, String pairs, Character... dead) {
    Map<Character, Character> keys = new HashMap<>();
    for (int i = 0; i < pairs.length(); i += 2) {
      keys.put(pairs.charAt(i), pairs.charAt(i + 1));
    }
    List<Character> accents = List.of(dead);
    return new Garble(
        "layout_" + name.toLowerCase(Locale.ROOT),
        "The scanner types as an American keyboard, but this computer's keyboard is "
            + name
            + ". Set the scanner's keyboard country to "
            + name
            + " with the codes of its manual.",
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
