package dev.stockwright.client.words;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// What is said, before it is put into a language: a phrase and what stands in its gaps, `{0}`,
/// `{1}` and so on.
public record Text(Phrase phrase, List<Part> parts) {
  public Text {
    parts = List.copyOf(parts);
  }

  /// What stands in a gap.
  public sealed interface Part {}

  /// As it is: a name, a code, what was scanned.
  public record Word(String text) implements Part {}

  /// A count; it also decides between one, few and many.
  public record Count(long value) implements Part {}

  /// A day, always with the month in letters.
  public record Day(LocalDate day) implements Part {}

  /// A time of day at the site; with the day when it was another one.
  public record Moment(Instant time) implements Part {}

  /// Another text.
  public record Inner(Text text) implements Part {}

  /// Another text that begins the sentence, so with a capital.
  public record Start(Text text) implements Part {}

  /// @param parts texts, counts, days, times; anything else stands as it prints itself
  public static Text of(Phrase phrase, Object... parts) {
    List<Part> all = new ArrayList<>(parts.length);
    for (Object part : parts) {
      all.add(part(part));
    }
    return new Text(phrase, all);
  }

  private static Part part(Object part) {
    return switch (part) {
      case Part made -> made;
      case Text text -> new Inner(text);
      case Long number -> new Count(number);
      case Integer number -> new Count(number);
      case LocalDate day -> new Day(day);
      case Instant time -> new Moment(time);
      default -> new Word(part.toString());
    };
  }
}
