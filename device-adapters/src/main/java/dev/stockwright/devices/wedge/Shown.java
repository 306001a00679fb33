package dev.stockwright.devices.wedge;

/// Text with its control characters made visible.
public final class Shown {
  private static final String[] NAMES = {
    "NUL", "SOH", "STX", "ETX", "EOT", "ENQ", "ACK", "BEL", "BS", "TAB", "LF", "VT", "FF", "CR",
    "SO", "SI", "DLE", "DC1", "DC2", "DC3", "DC4", "NAK", "SYN", "ETB", "CAN", "EM", "SUB", "ESC",
    "FS", "GS", "RS", "US"
  };

  private Shown() {}

  /// `{GS}` for 0x1D, `{DEL}` for 0x7F, `{85}` for other control characters.
  public static String of(String text) {
    StringBuilder shown = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < NAMES.length) {
        shown.append('{').append(NAMES[c]).append('}');
      } else if (c == 0x7F) {
        shown.append("{DEL}");
      } else if (Character.isISOControl(c)) {
        shown.append('{').append(Integer.toHexString(c)).append('}');
      } else {
        shown.append(c);
      }
    }
    return shown.toString();
  }
}
