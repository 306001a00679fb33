package dev.stockwright.devices.wedge;

import dev.stockwright.devices.reasons.ReadReason;
import java.util.Locale;
import java.util.Optional;

/// Which character each key of a keyboard types, without and with Shift: what a scanner believes of
/// the computer, and what the computer believes of the scanner.
///
/// The keys are in the order of a US keyboard, row by row; a blank stands where a dead key types
/// nothing by itself or a scanner's codes hold no such character.
public enum KeyboardLayout {
  US(
      ReadReason.US,
      "`1234567890-=qwertyuiop[]\\asdfghjkl;'zxcvbnm,./",
      "~!@#$%^&*()_+QWERTYUIOP{}|ASDFGHJKL:\"ZXCVBNM<>?"),
  UK(
      ReadReason.UK,
      "`1234567890-=qwertyuiop[]#asdfghjkl;'zxcvbnm,./",
      "\u00ac!\"\u00a3$%^&*()_+QWERTYUIOP{}~ASDFGHJKL:@ZXCVBNM<>?"),
  FRENCH(
      ReadReason.FRENCH,
      "\u00b2&\u00e9\"'(-\u00e8_\u00e7\u00e0)=azertyuiop $*qsdfghjklm\u00f9wxcvbn,;:!",
      " 1234567890\u00b0+AZERTYUIOP \u00a3\u00b5QSDFGHJKLM%WXCVBN?./\u00a7"),
  GERMAN(
      ReadReason.GERMAN,
      " 1234567890\u00df qwertzuiop\u00fc+#asdfghjkl\u00f6\u00e4yxcvbnm,.-",
      "\u00b0!\"\u00a7$%&/()=? QWERTZUIOP\u00dc*'ASDFGHJKL\u00d6\u00c4YXCVBNM;:_"),
  SPANISH(
      ReadReason.SPANISH,
      "\u00ba1234567890'\u00a1qwertyuiop +\u00e7asdfghjkl\u00f1 zxcvbnm,.-",
      "\u00aa!\"\u00b7$%&/()=?\u00bfQWERTYUIOP *\u00c7ASDFGHJKL\u00d1 ZXCVBNM;:_"),
  ITALIAN(
      ReadReason.ITALIAN,
      "\\1234567890'\u00ecqwertyuiop\u00e8+\u00f9asdfghjkl\u00f2\u00e0zxcvbnm,.-",
      "|!\"\u00a3$%&/()=?^QWERTYUIOP\u00e9*\u00a7ASDFGHJKL\u00e7\u00b0ZXCVBNM;:_");

  private static final char NOTHING = ' ';

  /// Stands for a character that needs a third level (AltGr): what it becomes is not known.
  static final char SOMETHING = '\uffff';

  private static final int SOMETHINGS_MAX = 3;

  private final ReadReason title;
  private final String plain;
  private final String shifted;

  KeyboardLayout(ReadReason title, String plain, String shifted) {
    this.title = title;
    this.plain = plain;
    this.shifted = shifted;
  }

  /// As people call it, such as `French (AZERTY)`.
  public String title() {
    return title.english();
  }

  /// The same for a catalogue.
  ReadReason named() {
    return title;
  }

  /// What a computer with layout `computer` gets to see of `text` when a scanner that is set to
  /// this layout types it, with [#SOMETHING] where that is not known; empty where too much is not.
  ///
  /// @param capsLock whether Caps Lock is on at the computer
  Optional<String> typedOn(KeyboardLayout computer, String text, boolean capsLock) {
    StringBuilder seen = new StringBuilder();
    int unknown = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int at = plain.indexOf(c);
      boolean shift = at < 0;
      int key = shift ? shifted.indexOf(c) : at;
      if (c == NOTHING || c == WedgeDetector.SEPARATOR) {
        seen.append(c);
      } else if (key < 0) {
        seen.append(SOMETHING);
        unknown++;
      } else {
        computer.append(seen, key, shift, capsLock);
      }
    }
    return unknown > SOMETHINGS_MAX ? Optional.empty() : Optional.of(seen.toString());
  }

  private void append(StringBuilder seen, int key, boolean shift, boolean capsLock) {
    char c = (shift ? shifted : plain).charAt(key);
    if (capsLock && Character.isLetter(c)) {
      String one = String.valueOf(c);
      String other = shift ? one.toLowerCase(Locale.ROOT) : one.toUpperCase(Locale.ROOT);
      c = other.length() == 1 ? other.charAt(0) : c;
    }
    if (c != NOTHING) {
      seen.append(c);
    }
  }
}
