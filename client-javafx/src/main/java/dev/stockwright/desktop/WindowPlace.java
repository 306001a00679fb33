package dev.stockwright.desktop;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/// Where the window is, in pixels of the desktop; when maximized, where it was before.
record WindowPlace(double x, double y, double width, double height, boolean maximized) {
  private static final Pattern BLANK = Pattern.compile(" ");
  private static final String MAXIMIZED = "maximized";

  /// As it is kept.
  String text() {
    return DoubleStream.of(x, y, width, height)
            .mapToObj(Double::toString)
            .collect(Collectors.joining(" "))
        + (maximized ? " " + MAXIMIZED : "");
  }

  /// Reads it back; absent when it makes no sense.
  static Optional<WindowPlace> of(String text) {
    List<String> words = BLANK.splitAsStream(text).toList();
    if (words.size() < 4) {
      return Optional.empty();
    }
    try {
      WindowPlace read =
          new WindowPlace(
              Double.parseDouble(words.get(0)),
              Double.parseDouble(words.get(1)),
              Double.parseDouble(words.get(2)),
              Double.parseDouble(words.get(3)),
              words.size() > 4 && words.get(4).equals(MAXIMIZED));
      boolean finite =
          Double.isFinite(read.x() + read.y()) && Double.isFinite(read.width() + read.height());
      return Optional.of(read).filter(_ -> finite);
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
