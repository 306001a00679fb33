package dev.stockwright.vocabulary.gs1;

/// One element: an application identifier with its value.
///
/// @param at the index of the value in the text that was read
public record Element(ApplicationIdentifier ai, String value, int at) {
  boolean is(String code) {
    return ai.code().equals(code);
  }
}
