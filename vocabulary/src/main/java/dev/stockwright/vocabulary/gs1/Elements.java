package dev.stockwright.vocabulary.gs1;

import java.util.List;
import java.util.Optional;

/// The elements of one code, in the order in which they stand there.
///
/// @param warnings what was tolerated, as sentences
public record Elements(List<Element> list, List<String> warnings) implements ElementString {
  public Elements {
    list = List.copyOf(list);
    warnings = List.copyOf(warnings);
  }

  /// The value behind an application identifier, such as `10`.
  public Optional<String> value(String code) {
    for (Element element : list) {
      if (element.is(code)) {
        return Optional.of(element.value());
      }
    }
    return Optional.empty();
  }

  boolean has(String code) {
    return value(code).isPresent();
  }
}
