package dev.stockwright.simulator.bench;

import java.nio.ByteBuffer;

/// Command ids (UUID version 7) that carry a number, so that whoever sees the id again knows which
/// command it was. `salt` tells the runs of one day apart.
final class CommandNumbers {
  /// Characters of an id.
  static final int LENGTH = 36;

  private static final byte[] HEX = {
    '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'
  };

  private final long salt;

  CommandNumbers(long salt) {
    this.salt = salt & 0x3FFF_FFFFL;
  }

  /// Numbers from 0 to 2^32 - 1.
  void write(ByteBuffer target, long number) {
    long high = (System.currentTimeMillis() << 16) | 0x7000L;
    long low = 0x8000_0000_0000_0000L | (salt << 32) | (number & 0xFFFF_FFFFL);
    hex(target, high >>> 32, 8);
    target.put((byte) '-');
    hex(target, high >>> 16, 4);
    target.put((byte) '-');
    hex(target, high, 4);
    target.put((byte) '-');
    hex(target, low >>> 48, 4);
    target.put((byte) '-');
    hex(target, low, 12);
  }

  /// The number in the id that starts at `at`; -1 when it is not one of ours.
  long read(byte[] text, int at) {
    long low = unhex(text, at + 19, 4) << 48 | unhex(text, at + 24, 12);
    boolean ours = (low >>> 32 & 0x3FFF_FFFFL) == salt;
    return ours ? low & 0xFFFF_FFFFL : -1;
  }

  private static void hex(ByteBuffer target, long value, int digits) {
    for (int shift = (digits - 1) * 4; shift >= 0; shift -= 4) {
      target.put(HEX[(int) (value >>> shift) & 15]);
    }
  }

  private static long unhex(byte[] text, int at, int digits) {
    long value = 0;
    for (int i = at; i < at + digits; i++) {
      value = value << 4 | Character.digit(text[i], 16);
    }
    return value;
  }
}
