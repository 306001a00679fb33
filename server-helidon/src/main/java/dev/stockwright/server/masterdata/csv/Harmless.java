package dev.stockwright.server.masterdata.csv;

/// Makes cells harmless for spreadsheets, which take text that begins with certain characters for a
/// formula and run it. Such text gets an apostrophe in front; what comes back in loses it again.
final class Harmless {
  private Harmless() {}

  /// As it is written into a file. Whole numbers stay numbers.
  static String out(String cell) {
    return dangerous(cell) && !number(cell) ? "'" + cell : cell;
  }

  /// As it was before [#out].
  static String in(String cell) {
    return cell.startsWith("'") && dangerous(cell.substring(1)) ? cell.substring(1) : cell;
  }

  /// Its first real character (or that of one of its lines) is one that begins a formula, or it is
  /// a dangerous one that was made harmless by hand.
  private static boolean dangerous(String cell) {
    boolean begins = true;
    for (int i = 0; i < cell.length(); i++) {
      char c = cell.charAt(i);
      if (begins && "=+-@\t\r".indexOf(c) >= 0) {
        return true;
      }
      boolean blank = c == ' ' || c == '\u00a0' || c == '\ufeff' || c == '\'';
      begins = c == '\n' || (begins && blank);
    }
    return false;
  }

  private static boolean number(String cell) {
    return cell.matches("-?[0-9]{1,15}");
  }
}
