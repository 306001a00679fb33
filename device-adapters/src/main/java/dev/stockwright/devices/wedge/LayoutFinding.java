package dev.stockwright.devices.wedge;

import dev.stockwright.devices.reasons.ReadReason;
import dev.stockwright.devices.reasons.Told;

/// What a calibration code revealed. Only [Right] lets anybody go on.
public sealed interface LayoutFinding {
  /// Every character came as it stands on the label.
  record Right() implements LayoutFinding {}

  /// Capital and small letters are swapped.
  record CapsLock() implements LayoutFinding {}

  /// All letters came as capitals, or all as small ones.
  record OneCase() implements LayoutFinding {}

  /// The scanner types for another keyboard than this computer has.
  record Layouts(KeyboardLayout scanner, KeyboardLayout computer, boolean capsLock)
      implements LayoutFinding {}

  /// All came but the separators.
  record SeparatorLost() implements LayoutFinding {}

  /// Another character came in place of each separator.
  record SeparatorReplaced(char instead) implements LayoutFinding {}

  /// The end is missing.
  record Cut(int characters) implements LayoutFinding {}

  /// Wrong in a way that no known setting explains.
  ///
  /// @param at index of the first wrong character
  record Unclear(int at, String sent, String received) implements LayoutFinding {}

  default boolean right() {
    return this instanceof Right;
  }

  /// Stable, such as `keyboard_layout`.
  default String code() {
    return switch (this) {
      case Right right -> "right";
      case CapsLock capsLock -> "caps_lock";
      case OneCase oneCase -> "one_case";
      case Layouts layouts -> "keyboard_layout";
      case SeparatorLost lost -> "separator_lost";
      case SeparatorReplaced replaced -> "separator_replaced";
      case Cut cut -> "cut";
      case Unclear unclear -> "unclear";
    };
  }

  /// What it is and what to do.
  default Told told() {
    return switch (this) {
      case Right right -> Told.of(ReadReason.RIGHT);
      case CapsLock capsLock -> Told.of(ReadReason.CAPS_LOCK);
      case OneCase oneCase -> Told.of(ReadReason.ONE_CASE);
      case Layouts layouts -> {
        Told differ =
            Told.of(
                ReadReason.KEYBOARDS_DIFFER, layouts.scanner().named(), layouts.computer().named());
        yield layouts.capsLock() ? differ.and(ReadReason.CAPS_LOCK_TOO) : differ;
      }
      case SeparatorLost lost -> Told.of(ReadReason.SEPARATOR_LOST);
      case SeparatorReplaced replaced -> Told.of(ReadReason.SEPARATOR_REPLACED, replaced.instead());
      case Cut cut -> Told.of(ReadReason.END_MISSING, cut.characters());
      case Unclear unclear ->
          Told.of(
              ReadReason.CHARACTER_DIFFERS, unclear.at() + 1, unclear.sent(), unclear.received());
    };
  }

  /// In English, for logs and terminals.
  default String sentence() {
    return told().sentence();
  }
}
