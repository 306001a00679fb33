package dev.stockwright.vocabulary.gs1;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A GS1 element string: read as [Elements], or [Malformed].
public sealed interface ElementString permits Elements, Malformed {
  /// The separator between elements (FNC1 as it is transmitted).
  char SEPARATOR = 0x1D;

  /// Reads the data of a symbol, without AIM identifier and without the FNC1 of the first place.
  ///
  /// An identifier of predefined length ends by itself, a separator behind it is tolerated; all
  /// others end at a separator or at the end of the data. An unknown identifier ends the reading,
  /// because nobody can say where its value ends. A repeated identifier must repeat its value.
  static ElementString parse(String data) {
    List<Element> elements = new ArrayList<>();
    int at = 0;
    while (at < data.length()) {
      ApplicationIdentifier ai = ApplicationIdentifiers.at(data, at);
      if (ai == null) {
        return new Malformed("unknown_ai", at, "no application identifier stands here");
      }
      int from = at + ai.code().length();
      int end = end(data, ai, from);
      String value = data.substring(from, end);
      Optional<Malformed> fault = ai.fault(value, from);
      if (fault.isPresent()) {
        return fault.get();
      }
      elements.add(new Element(ai, value, from));
      at = end < data.length() && data.charAt(end) == SEPARATOR ? end + 1 : end;
    }
    return complete(elements);
  }

  /// Reads the form for people, `(01)09501101530003(10)ABC`; a bracket that belongs to a value is
  /// written `\(`.
  static ElementString parseBracketed(String text) {
    List<Element> elements = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      int close = text.indexOf(')', at);
      if (text.charAt(at) != '(' || close < 0) {
        return new Malformed("no_bracket", at, "an application identifier in brackets is missing");
      }
      Optional<ApplicationIdentifier> ai = ApplicationIdentifiers.of(text.substring(at + 1, close));
      if (ai.isEmpty()) {
        return new Malformed("unknown_ai", at + 1, "this is no application identifier");
      }
      StringBuilder value = new StringBuilder();
      int end = close + 1;
      for (; end < text.length() && text.charAt(end) != '('; end++) {
        if (text.startsWith("\\(", end)) {
          end++;
        }
        value.append(text.charAt(end));
      }
      Optional<Malformed> fault = ai.get().fault(value.toString(), close + 1);
      if (fault.isPresent()) {
        return fault.get();
      }
      elements.add(new Element(ai.get(), value.toString(), close + 1));
      at = end;
    }
    return complete(elements);
  }

  private static int end(String data, ApplicationIdentifier ai, int from) {
    int separator = data.indexOf(SEPARATOR, from);
    int end = separator < 0 ? data.length() : separator;
    return ai.predefinedLength() ? Math.min(end, from + ai.maxLength()) : end;
  }

  private static ElementString complete(List<Element> elements) {
    if (elements.isEmpty()) {
      return new Malformed("empty", 0, "there is nothing in it");
    }
    Map<String, String> seen = new HashMap<>();
    for (Element element : elements) {
      String code = element.ai().code();
      String before = seen.putIfAbsent(code, element.value());
      if (before != null && !before.equals(element.value())) {
        return new Malformed(
            "contradiction", element.at(), "AI (" + code + ") stands twice with two values");
      }
    }
    return new Elements(elements, List.of());
  }
}
