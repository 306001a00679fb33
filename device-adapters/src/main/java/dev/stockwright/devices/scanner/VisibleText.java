package dev.stockwright.devices.scanner;

import java.util.List;

/// Text with its control characters made visible: GS as `<GS>`, other ones by their names, and what
/// is no ASCII by its number.
public final class VisibleText {
  private static final List<String> NAMES =
      List.of(
          "NUL", "SOH", "STX", "ETX", "EOT", "ENQ", "ACK", "BEL", "BS", "TAB", "LF", "VT", "FF",
          "CR", "SO", "SI", "DLE", "DC1", "DC2", "DC3", "DC4", "NAK", "SYN", "ETB", "CAN", "EM",
          "SUB", "ESC", "FS", "GS", "RS", "US");

  private VisibleText() {}

  /// The text, fit to be shown on one line.
  public static String of(String text) {
    StringBuilder shown = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ') {
        shown.append('<').append(NAMES.get(c)).append('>');
      } else if (c < 0x7F) {
        shown.append(c);
      } else {
        shown.append(c < 0x100 ? "<%02X>".formatted((int) c) : "<U+%04X>".formatted((int) c));
      }
    }
    return shown.toString();
  }

  /// The same, cut in its middle where it is longer.
  ///
  /// @param most at least 20
  public static String of(String text, int most) {
    String shown = of(text);
    return shown.length() <= most
        ? shown
        : shown.substring(0, most - 12) + " ... " + shown.substring(shown.length() - 7);
  }
}
