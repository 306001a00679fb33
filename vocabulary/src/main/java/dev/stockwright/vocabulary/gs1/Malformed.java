package dev.stockwright.vocabulary.gs1;

/// Why a code cannot be read or written.
///
/// @param code stable, for machines, such as `wrong_check_digit`, `unknown_ai`, `too_long`
/// @param at the index in the text handed in at which it was seen; of elements to be written, the
///     index in the value
/// @param message for people; names the application identifier and the rule
public record Malformed(String code, int at, String message) implements ElementString, WrittenLink {
  /// The same fault in a text of which this one was a part.
  Malformed moved(int by) {
    return by == 0 ? this : new Malformed(code, at + by, message);
  }
}
