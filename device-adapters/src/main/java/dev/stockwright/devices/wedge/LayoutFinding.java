package dev.stockwright.devices.wedge;

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
  default String sentence() {
    return switch (this) {
      case Right right -> "Every character arrives as it stands on the label.";
      case CapsLock capsLock -> "Capital and small letters are swapped. Switch Caps Lock off.";
      case OneCase oneCase ->
          "The scanner changes the case of letters. Switch its case conversion off; the code for"
              + " that is in its manual.";
      case Layouts layouts ->
          "The scanner types for a "
              + layouts.scanner().title()
              + " keyboard, but this computer has a "
              + layouts.computer().title()
              + " one. Set the scanner's keyboard country to "
              + layouts.computer().title()
              + " or switch it to USB serial mode; both codes are in its manual."
              + (layouts.capsLock() ? " Switch Caps Lock off." : "");
      case SeparatorLost lost ->
          "The separator between fields (GS) is lost, so lots and serial numbers would run into"
              + " what follows. Let the scanner send GS as Ctrl+], or switch it to USB serial mode;"
              + " both codes are in its manual.";
      case SeparatorReplaced replaced ->
          "The scanner types \""
              + replaced.instead()
              + "\" for the separator between fields (GS). Take it as the substitute only if no"
              + " code of yours holds that character.";
      case Cut cut ->
          "The last "
              + cut.characters()
              + " characters are missing. Scan again; if it stays, let the scanner type more slowly"
              + " or switch it to USB serial mode.";
      case Unclear unclear ->
          "Character "
              + (unclear.at() + 1)
              + " is "
              + unclear.sent()
              + " on the label, but "
              + unclear.received()
              + " arrived. Scan again; if it stays, switch the scanner to USB serial mode.";
    };
  }
}
