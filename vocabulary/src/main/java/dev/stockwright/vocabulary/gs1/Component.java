package dev.stockwright.vocabulary.gs1;

import java.util.List;
import java.util.stream.Stream;

/// One part of an application identifier's value.
///
/// @param optional may be missing, with all that follow it
record Component(Charset charset, int min, int max, boolean optional, List<ContentCheck> checks) {
  Component {
    checks = List.copyOf(checks);
  }

  /// Reads the notation of [AiTable]: `N14:check`, `X..20`, `N3?:country`.
  static Component of(String notation) {
    String[] parts = notation.split(":");
    String form = parts[0];
    boolean optional = form.endsWith("?");
    String lengths = optional ? form.substring(1, form.length() - 1) : form.substring(1);
    boolean ranged = lengths.startsWith("..");
    int max = Integer.parseInt(ranged ? lengths.substring(2) : lengths);
    List<ContentCheck> checks = Stream.of(parts).skip(1).map(ContentCheck::named).toList();
    return new Component(charset(form.charAt(0)), ranged ? 1 : max, max, optional, checks);
  }

  boolean has(ContentCheck check) {
    return checks.contains(check);
  }

  private static Charset charset(char letter) {
    return switch (letter) {
      case 'N' -> Charset.DIGITS;
      case 'X' -> Charset.SET_82;
      case 'Y' -> Charset.SET_39;
      case 'Z' -> Charset.BASE64URL;
      default -> throw new IllegalArgumentException("character set: " + letter);
    };
  }
}
