package dev.stockwright.vocabulary.epc;

/// Bits, the first one the most significant.
final class Bits {
  private final byte[] bytes;
  private int size;

  private Bits(byte[] bytes, int size) {
    this.bytes = bytes;
    this.size = size;
  }

  /// Room for `most` bits, none of them written.
  Bits(int most) {
    this(new byte[(most + 15) / 16 * 2], 0);
  }

  static Bits ofHex(String hex) {
    byte[] bytes = new byte[(hex.length() + 1) / 2];
    for (int i = 0; i < hex.length(); i++) {
      int shift = i % 2 == 0 ? 4 : 0;
      bytes[i / 2] |= (byte) (Character.digit(hex.charAt(i), 16) << shift);
    }
    return new Bits(bytes, hex.length() * 4);
  }

  int size() {
    return size;
  }

  /// @param length at most 63
  long number(int from, int length) {
    long value = 0;
    for (int i = from; i < from + length; i++) {
      value = value << 1 | bit(i);
    }
    return value;
  }

  private int bit(int at) {
    return bytes[at / 8] >> (7 - at % 8) & 1;
  }

  /// Whether no bit from here to the end is set.
  boolean zeroFrom(int from) {
    return firstSet(from, size) < 0;
  }

  /// The first bit that is set, or -1.
  int firstSet(int from, int to) {
    for (int i = from; i < to; i++) {
      if (bit(i) == 1) {
        return i;
      }
    }
    return -1;
  }

  /// @param length at most 63
  void append(long value, int length) {
    for (int i = length - 1; i >= 0; i--) {
      bytes[size / 8] |= (byte) ((value >> i & 1) << (7 - size % 8));
      size++;
    }
  }

  /// Zeros up to `to` bits.
  void fill(int to) {
    size = Math.max(size, to);
  }

  /// All of it, in lower-case digits, with zeros to the next digit.
  String hex() {
    StringBuilder hex = new StringBuilder(size / 4 + 1);
    for (int i = 0; i < (size + 3) / 4; i++) {
      hex.append(Character.forDigit(bytes[i / 2] >> (i % 2 == 0 ? 4 : 0) & 15, 16));
    }
    return hex.toString();
  }
}
