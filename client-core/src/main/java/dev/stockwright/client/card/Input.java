package dev.stockwright.client.card;

/// What a person does besides scanning.
public sealed interface Input {
  /// A button, an answer, or a card of the command sheet.
  record Press(Key key) implements Input {}

  /// A line of the list, by its number or code.
  record Point(String what) implements Input {}

  /// A quantity from the keypad, in base units.
  record Keyed(long units) implements Input {}

  /// A text from the keyboard: a lot, a note. On a button an empty one asks for the text.
  record Typed(String text) implements Input {}

  /// A reason from a list, by its code.
  record Because(String reason) implements Input {}
}
