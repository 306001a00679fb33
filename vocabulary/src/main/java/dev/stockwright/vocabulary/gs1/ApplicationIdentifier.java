package dev.stockwright.vocabulary.gs1;

import java.util.List;
import java.util.Optional;

/// One GS1 application identifier: what the value behind it must look like.
public final class ApplicationIdentifier {
  private final String code;
  private final String title;
  private final boolean predefinedLength;
  private final List<Component> components;
  private final int length;

  ApplicationIdentifier(
      String code, String title, boolean predefinedLength, List<Component> components) {
    this.code = code;
    this.title = title;
    this.predefinedLength = predefinedLength;
    this.components = List.copyOf(components);
    this.length = components.stream().mapToInt(Component::max).sum();
  }

  /// Two to four digits, such as `01` or `3103`.
  public String code() {
    return code;
  }

  /// The standard's short title, such as `BATCH/LOT`.
  public String title() {
    return title;
  }

  /// Whether the value has a length known to every reader, so that no separator follows it.
  public boolean predefinedLength() {
    return predefinedLength;
  }

  /// The longest value; with [#predefinedLength] the only length.
  public int maxLength() {
    return length;
  }

  /// What is wrong with a value that begins at `at` of the data, if anything.
  Optional<Malformed> fault(String value, int at) {
    int from = 0;
    for (Component component : components) {
      int left = value.length() - from;
      if (left == 0 && component.optional()) {
        return Optional.empty();
      }
      if (left < component.min()) {
        return fault(left == 0 && from == 0 ? "empty" : "wrong_length", at, "is too short");
      }
      int to = from + Math.min(left, component.max());
      Optional<Malformed> fault = fault(component, value.substring(from, to), at + from);
      if (fault.isPresent()) {
        return fault;
      }
      from = to;
    }
    return from < value.length()
        ? fault("too_long", at + from, "is longer than " + length + " characters")
        : Optional.empty();
  }

  private Optional<Malformed> fault(Component component, String part, int at) {
    int outside = component.charset().firstOutside(part);
    if (outside >= 0) {
      String set = component.charset().title();
      return fault("wrong_character", at + outside, "has a character outside " + set);
    }
    for (ContentCheck check : component.checks()) {
      if (!check.holds(part)) {
        return fault(check.code(), at, "is refused: " + check.sentence());
      }
    }
    if (component.charset() == Charset.BASE64URL && !padded(part)) {
      return fault("wrong_padding", at, "has = in the wrong number or place");
    }
    return Optional.empty();
  }

  /// Padding stands at the end only, at most two, and fills up groups of three.
  private static boolean padded(String part) {
    int first = part.indexOf('=');
    return first < 0
        || part.length() - first <= 2
            && part.length() % 3 == 0
            && part.substring(first).replace("=", "").isEmpty();
  }

  private Optional<Malformed> fault(String faultCode, int at, String rest) {
    return Optional.of(
        new Malformed(faultCode, at, "the value of AI (" + code + ") " + title + " " + rest));
  }

  @Override
  public String toString() {
    return code;
  }
}
