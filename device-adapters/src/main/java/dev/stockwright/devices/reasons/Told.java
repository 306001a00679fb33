package dev.stockwright.devices.reasons;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a device or its driver tells people: one reason or several, each with what it is about.
///
/// @param parts a sentence each
public record Told(List<Part> parts) {
  private static final char BETWEEN_VALUES = '\u001f';
  private static final char BETWEEN_PARTS = '\u001e';
  private static final Map<String, Reason> BY_CODE =
      Stream.<Reason[]>of(
              LineReason.values(),
              PrinterReason.values(),
              ReadReason.values(),
              ReaderReason.values(),
              WizardReason.values())
          .flatMap(Stream::of)
          .collect(Collectors.toUnmodifiableMap(Reason::code, Function.identity()));

  public Told {
    parts = List.copyOf(parts);
  }

  /// One reason.
  ///
  /// @param values what fills its gaps, in their order
  public record Part(Reason reason, List<Value> values) {
    public Part {
      values = List.copyOf(values);
    }

    String sentence() {
      String said = reason.english();
      for (int i = 0; i < values.size(); i++) {
        said = said.replace("{" + i + "}", values.get(i).shown());
      }
      return said;
    }
  }

  /// What fills a gap.
  public sealed interface Value {
    /// In English.
    String shown();
  }

  /// A name, an address, a figure, the words of a system: the same in every language.
  public record Plain(String text) implements Value {
    @Override
    public String shown() {
      return text;
    }
  }

  /// So many of what the reason counts; it also decides between one and many.
  public record Count(long of) implements Value {
    @Override
    public String shown() {
      return Long.toString(of);
    }
  }

  /// A name that each language has for itself.
  public record Named(Reason reason) implements Value {
    @Override
    public String shown() {
      return reason.english();
    }
  }

  /// @param values values; a reason is a name, a `Long` a count, anything else is as it prints;
  /// nothing, such as the words of a system that gave none, is a dash
  public static Told of(Reason reason, @Nullable Object... values) {
    return new Told(List.of(new Part(reason, Stream.of(values).map(Told::value).toList())));
  }

  private static Value value(@Nullable Object value) {
    return switch (value) {
      case null -> new Plain("-");
      case Value made -> made;
      case Reason name -> new Named(name);
      case Long count -> new Count(count);
      default -> new Plain(String.valueOf(value));
    };
  }

  /// Words that are not ours, or that no app shows.
  public static Told asIs(String words) {
    return of(LineReason.AS_IS, words);
  }

  /// This, and then more.
  public Told and(Told more) {
    List<Part> all = new ArrayList<>(parts);
    all.addAll(more.parts);
    return new Told(all);
  }

  /// This, and then more.
  public Told and(Reason reason, @Nullable Object... values) {
    return and(of(reason, values));
  }

  /// In English, for logs and terminals.
  public String sentence() {
    return parts.stream().map(Part::sentence).collect(Collectors.joining(" "));
  }

  @Override
  public String toString() {
    return sentence();
  }

  /// On one line, to be read back by [#read]; names and counts become plain.
  public String written() {
    return parts.stream()
        .map(
            part ->
                Stream.concat(
                        Stream.of(part.reason().code()), part.values().stream().map(Value::shown))
                    .map(word -> word.replaceAll("[\\n\\r\u001e\u001f]", " "))
                    .collect(Collectors.joining(String.valueOf(BETWEEN_VALUES))))
        .collect(Collectors.joining(String.valueOf(BETWEEN_PARTS)));
  }

  /// What was written; a line that is none, such as a sentence, is words that stand as they are.
  public static Told read(String line) {
    List<Part> parts = new ArrayList<>();
    for (String part : line.split(String.valueOf(BETWEEN_PARTS), -1)) {
      String[] words = part.split(String.valueOf(BETWEEN_VALUES), -1);
      Reason reason = BY_CODE.get(words[0]);
      if (reason == null) {
        return asIs(line);
      }
      parts.add(new Part(reason, Stream.of(words).skip(1).<Value>map(Plain::new).toList()));
    }
    return new Told(parts);
  }
}
