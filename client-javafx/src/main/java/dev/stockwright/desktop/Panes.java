package dev.stockwright.desktop;

import dev.stockwright.desktop.look.PaneGrip;
import java.util.List;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The borders between panes, as they are kept: `id:width` of those that somebody has moved.
record Panes(List<PaneGrip> grips) {
  private static final Pattern ONE = Pattern.compile("([a-z-]+):([0-9]{2,4})");

  String text() {
    return grips.stream()
        .filter(grip -> grip.chosen().get().isPresent())
        .map(grip -> grip.getId() + ":" + Math.round(grip.chosen().get().getAsDouble()))
        .sorted()
        .collect(Collectors.joining(" "));
  }

  /// As somebody left them; those that are not named are as usual.
  void arrange(String text) {
    grips.forEach(grip -> grip.chosen().set(width(text, grip.getId())));
  }

  private static OptionalDouble width(String text, String id) {
    Matcher each = ONE.matcher(text);
    while (each.find()) {
      if (each.group(1).equals(id)) {
        return OptionalDouble.of(Double.parseDouble(each.group(2)));
      }
    }
    return OptionalDouble.empty();
  }
}
