package dev.stockwright.devices.labels;

import java.nio.charset.StandardCharsets;

/// Text of people inside ZPL: what could be taken for a command is written in hexadecimal (`^FH`),
/// so that no name of a product can change a label or a printer.
final class ZplText {
  private ZplText() {}

  /// The field data behind `^FH`; everything but printable ASCII is written as the bytes of UTF-8.
  static String escaped(String text) {
    StringBuilder zpl = new StringBuilder();
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      int c = b & 0xFF;
      if (c < ' ' || c > '~' || "^~\\_".indexOf(c) >= 0) {
        zpl.append('_').append(hex(c >> 4)).append(hex(c & 15));
      } else {
        zpl.append((char) c);
      }
    }
    return zpl.toString();
  }

  private static char hex(int nibble) {
    return Character.toUpperCase(Character.forDigit(nibble, 16));
  }

  /// Text as a label can show it: blanks for control characters, nothing for the invisible ones
  /// that turn or join text, a question mark for what no printer's font holds.
  static String shown(String text) {
    StringBuilder shown = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              if (Character.isISOControl(c) || Character.isWhitespace(c)) {
                shown.append(' ');
              } else if (c > 0xFFFF || c >= 0xD800 && c < 0xE000) {
                shown.append('?');
              } else if (Character.getType(c) != Character.FORMAT) {
                shown.append((char) c);
              }
            });
    return shown.toString().strip();
  }
}
