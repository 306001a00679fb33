package dev.stockwright.vocabulary.gs1;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Collects elements that are to be written, in the order given, and checks each by the rules by
/// which it will be read. Not for several threads.
public final class ElementsToWrite {
  private final List<Element> elements = new ArrayList<>();
  private @Nullable Malformed fault;

  ElementsToWrite() {}

  /// Adds a value behind an application identifier, such as `01` and 14 digits.
  public ElementsToWrite with(String code, String value) {
    if (fault == null) {
      Optional<ApplicationIdentifier> ai = ApplicationIdentifiers.of(code);
      if (ai.isEmpty()) {
        fault = new Malformed("unknown_ai", 0, "(" + code + ") is no application identifier");
      } else {
        fault = ai.get().fault(value, 0, value.length());
        elements.add(new Element(ai.get(), value, 0));
      }
    }
    return this;
  }

  /// [Elements], or the first thing that was wrong; its position is the index in that value.
  public ElementString done() {
    return fault != null ? fault : Elements.checked(elements, null);
  }
}
