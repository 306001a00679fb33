package dev.stockwright.devices.labels;

/// How many modules a square two-dimensional symbol has for its data, so that a label knows its
/// room before it is printed (ISO/IEC 16022 and 18004).
final class MatrixSize {
  /// Data bytes and modules a side of the square Data Matrix symbols, error correction 200.
  private static final int[][] DATA_MATRIX = {
    {3, 10}, {5, 12}, {8, 14}, {12, 16}, {18, 18}, {22, 20}, {30, 22}, {36, 24}, {44, 26}, {62, 32},
    {86, 36}, {114, 40}, {144, 44}, {174, 48}, {204, 52}
  };

  /// Bytes of QR codes of version 1, 2, ... at error correction M.
  private static final int[] QR = {14, 26, 42, 62, 84, 106, 122, 152, 180, 213};

  private MatrixSize() {}

  /// Modules a side for data in the plainest encoding, two digits or one character a byte; 0 when
  /// it is more than a label's symbol holds. A printer that encodes better still fits.
  static int dataMatrix(String data, char fnc1) {
    int bytes = 0;
    for (int i = 0; i < data.length(); bytes++) {
      boolean pair = i + 1 < data.length() && digit(data.charAt(i)) && digit(data.charAt(i + 1));
      i += data.charAt(i) != fnc1 && pair ? 2 : 1;
    }
    for (int[] size : DATA_MATRIX) {
      if (bytes <= size[0]) {
        return size[1];
      }
    }
    return 0;
  }

  /// Modules a side for text of one byte a character; 0 when it is more than a label's symbol
  /// holds.
  static int qr(String text) {
    for (int version = 1; version <= QR.length; version++) {
      if (text.length() <= QR[version - 1]) {
        return 17 + 4 * version;
      }
    }
    return 0;
  }

  private static boolean digit(char c) {
    return c >= '0' && c <= '9';
  }
}
