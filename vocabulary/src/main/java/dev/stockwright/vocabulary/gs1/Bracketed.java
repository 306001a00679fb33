package dev.stockwright.vocabulary.gs1;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// The form for people, `(01)09501101530003(10)ABC`; an opening bracket that belongs to a value is
/// written `\(`.
final class Bracketed {
  private Bracketed() {}

  /// Whether a text begins with an identifier in brackets.
  static boolean looksLike(String text) {
    int close = text.indexOf(')', 0, Math.min(text.length(), 6));
    return close >= 3 && text.charAt(0) == '(' && Charset.DIGITS.firstOutside(text, 1, close) < 0;
  }

  static ElementString parse(String text) {
    List<Element> elements = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      int close = text.indexOf(')', at);
      if (text.charAt(at) != '(' || close < 0) {
        return new Malformed("no_bracket", at, "an application identifier in brackets is missing");
      }
      Optional<ApplicationIdentifier> ai = ApplicationIdentifiers.of(text.substring(at + 1, close));
      if (ai.isEmpty()) {
        return new Malformed(
            "unknown_ai", at + 1, "what stands in these brackets is no application identifier");
      }
      int from = close + 1;
      StringBuilder value = new StringBuilder();
      int end = from;
      for (; end < text.length() && text.charAt(end) != '('; end++) {
        if (text.startsWith("\\(", end)) {
          end++;
        }
        value.append(text.charAt(end));
      }
      Malformed fault = ai.get().fault(value.toString(), 0, value.length());
      if (fault != null) {
        return new Malformed(fault.code(), index(text, from, fault.at()), fault.message());
      }
      elements.add(new Element(ai.get(), value.toString(), from));
      at = end;
    }
    return Elements.checked(elements, null);
  }

  /// Where in the text a character of the value that begins at `from` stands.
  private static int index(String text, int from, int characters) {
    int index = from;
    for (int i = 0; i < characters; i++) {
      index += text.startsWith("\\(", index) ? 2 : 1;
    }
    return index;
  }

  static String written(Elements elements) {
    return elements.list().stream()
        .map(e -> "(" + e.ai().code() + ")" + e.value().replace("(", "\\("))
        .collect(Collectors.joining());
  }
}
