package dev.stockwright.devices.labels.picture;

import dev.stockwright.vocabulary.gs1.Element;
import dev.stockwright.vocabulary.gs1.ElementString;
import dev.stockwright.vocabulary.gs1.Elements;
import dev.stockwright.vocabulary.gs1.Malformed;
import java.util.List;

/// Between the two ways of writing elements: with separators, and with brackets.
final class Bracketed {
  private Bracketed() {}

  /// `[01]...[10]...`, as okapibarcode takes it.
  static String of(String data) {
    StringBuilder text = new StringBuilder();
    for (Element element : elements(ElementString.parse(data))) {
      text.append('[').append(element.ai().code()).append(']').append(element.value());
    }
    return text.toString();
  }

  /// With separators, from brackets or from separators.
  static String data(String text) {
    List<Element> elements =
        elements(
            text.startsWith("(") ? ElementString.parseBracketed(text) : ElementString.parse(text));
    StringBuilder data = new StringBuilder();
    for (int i = 0; i < elements.size(); i++) {
      Element element = elements.get(i);
      data.append(element.ai().code()).append(element.value());
      if (!element.ai().predefinedLength() && i < elements.size() - 1) {
        data.append(ElementString.SEPARATOR);
      }
    }
    return data.toString();
  }

  private static List<Element> elements(ElementString read) {
    return switch (read) {
      case Elements elements -> elements.list();
      case Malformed fault -> throw new IllegalArgumentException(fault.message());
    };
  }
}
