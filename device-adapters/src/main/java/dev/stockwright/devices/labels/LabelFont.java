package dev.stockwright.devices.labels;

import java.util.ArrayList;
import java.util.List;

/// How wide text is in the printers' scalable font 0 (a bold condensed sans serif), estimated on
/// the wide side, so that what is said to fit does.
final class LabelFont {
  static final String ELLIPSIS = "...";

  private LabelFont() {}

  /// The width of text in dots at a character height in dots.
  static double width(String text, int height) {
    double ems = 0;
    for (int i = 0; i < text.length(); i++) {
      ems += ems(text.charAt(i));
    }
    return ems * height;
  }

  private static double ems(char c) {
    if ("ijl|'!.,:;I".indexOf(c) >= 0) {
      return 0.30;
    }
    if (" ()[]{}/ftr\"`".indexOf(c) >= 0) {
      return 0.36;
    }
    if ("mwMW@%&".indexOf(c) >= 0) {
      return 0.86;
    }
    if (c >= '0' && c <= '9' || c >= 'a' && c <= 'z') {
      return 0.52;
    }
    if (c < 0x250) {
      return 0.62;
    }
    return c < 0x1100 ? 0.75 : 1.0;
  }

  /// Breaks text into at most `lines` lines of `width` dots; what has no room ends in `...`.
  static List<String> wrapped(String text, int width, int height, int lines) {
    List<String> made = new ArrayList<>();
    String rest = text.strip();
    while (!rest.isEmpty() && made.size() < lines - 1 && width(rest, height) > width) {
      int end = fitting(rest, width, height);
      int blank = rest.lastIndexOf(' ', end);
      int cut = blank > end / 3 ? blank : end;
      made.add(rest.substring(0, cut).strip());
      rest = rest.substring(cut).strip();
    }
    if (!rest.isEmpty()) {
      made.add(cut(rest, width, height));
    }
    return made;
  }

  private static String cut(String text, int width, int height) {
    if (width(text, height) <= width) {
      return text;
    }
    int room = (int) (width - width(ELLIPSIS, height));
    return text.substring(0, fitting(text, room, height)).strip() + ELLIPSIS;
  }

  /// How many characters fit; at least one.
  private static int fitting(String text, int width, int height) {
    double used = 0;
    for (int i = 0; i < text.length(); i++) {
      used += ems(text.charAt(i)) * height;
      if (used > width) {
        return Math.max(1, i);
      }
    }
    return text.length();
  }
}
