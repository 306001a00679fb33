package dev.stockwright.server.queries;

import dev.stockwright.vocabulary.InvalidValue;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/// Where a list goes on: the sort values of the last item, wrapped up so that nobody builds on
/// their form.
final class Cursor {
  private static final String SEPARATOR = "\u001f";

  private Cursor() {}

  static String of(String kind, String... parts) {
    String text = kind + SEPARATOR + String.join(SEPARATOR, parts);
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /// The parts of a cursor that this list has made.
  static List<String> parts(String kind, int count, String cursor) {
    try {
      String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
      List<String> parts = List.of(text.split(SEPARATOR, -1));
      if (parts.size() == count + 1 && parts.getFirst().equals(kind)) {
        return parts.subList(1, parts.size());
      }
    } catch (IllegalArgumentException e) {
      throw unknown();
    }
    throw unknown();
  }

  /// The same where all parts are whole numbers.
  static List<Long> numbers(String kind, int count, String cursor) {
    try {
      return parts(kind, count, cursor).stream().map(Long::valueOf).toList();
    } catch (NumberFormatException e) {
      throw unknown();
    }
  }

  static InvalidValue unknown() {
    return new InvalidValue(
        "invalid_after", "after is no cursor of this list; take it from next of the page before");
  }
}
