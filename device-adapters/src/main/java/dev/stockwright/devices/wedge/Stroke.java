package dev.stockwright.devices.wedge;

/// One thing that a keyboard did, whatever the toolkit calls it.
public sealed interface Stroke {
  /// Characters; several when an input method delivers them at once. GS may be among them.
  record Characters(String text) implements Stroke {}

  /// Enter was pressed; also the Enter of a scanner's CR or LF.
  record Enter() implements Stroke {}

  /// Tab was pressed.
  record Tab() implements Stroke {}

  /// A key that types nothing and that a scanner may use.
  record Pressed(WedgeKey key) implements Stroke {}

  /// Shift, Alt or a dead key, such as the accent of a French keyboard, went down: types nothing by
  /// itself, but belongs to typing.
  record Modifier() implements Stroke {}

  /// A digit with Alt held: part of a character entered by its number.
  record AltDigit(int digit) implements Stroke {
    public AltDigit {
      if (digit < 0 || digit > 9) {
        throw new IllegalArgumentException("digit: " + digit);
      }
    }
  }

  /// Alt was let go; what was entered by number is complete.
  record AltReleased() implements Stroke {}
}
