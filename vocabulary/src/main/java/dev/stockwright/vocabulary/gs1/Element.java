package dev.stockwright.vocabulary.gs1;

/// One element: an application identifier with its value.
///
/// @param at the index of the value in the text that was read; 0 where none was
public record Element(ApplicationIdentifier ai, String value, int at) {
  boolean is(String code) {
    return ai.code().equals(code);
  }

  /// Whether the value reaches into the last of the components that may be missing.
  boolean whole() {
    return value.length()
        > ai.row().form().stream()
            .filter(component -> !component.optional())
            .mapToInt(Component::max)
            .sum();
  }
}
