package dev.stockwright.devices.serial;

import java.io.ByteArrayOutputStream;

/// What a serial port hears of 8N1 bytes that were sent at another speed: the line is sampled as a
/// real port does it, from the falling edge of a start bit on, in the middle of each bit. A byte
/// with a wrong stop bit is delivered as most drivers do.
final class WrongSpeed {
  private static final int BITS = 10;

  private final byte[] sent;
  private final double secondsPerBit;

  private WrongSpeed(byte[] sent, int baud) {
    this.sent = sent;
    this.secondsPerBit = 1.0 / baud;
  }

  /// @param sentAt the speed of the scanner
  /// @param heardAt the speed of the port
  static byte[] heard(byte[] sent, int sentAt, int heardAt) {
    return new WrongSpeed(sent, sentAt).sampledAt(heardAt);
  }

  private byte[] sampledAt(int baud) {
    ByteArrayOutputStream heard = new ByteArrayOutputStream();
    double bit = 1.0 / baud;
    double end = sent.length * BITS * secondsPerBit + 20 * bit;
    double step = Math.min(bit, secondsPerBit) / 16;
    double now = 0;
    while (now < end) {
      if (high(now)) {
        now += step;
        continue;
      }
      int value = 0;
      for (int i = 0; i < 8; i++) {
        value |= high(now + (i + 1.5) * bit) ? 1 << i : 0;
      }
      heard.write(value);
      now += 9.5 * bit;
      while (now < end && !high(now)) {
        now += step; // A break: the next start bit needs a high line before it.
      }
    }
    return heard.toByteArray();
  }

  /// The line rests high; a start bit is low, then come eight bits, the lowest first, then a high
  /// one.
  private boolean high(double seconds) {
    long bit = (long) Math.floor(seconds / secondsPerBit);
    int at = (int) (bit / BITS);
    if (at >= sent.length) {
      return true;
    }
    int within = (int) (bit % BITS);
    return within == 9 || within > 0 && (sent[at] >> within - 1 & 1) == 1;
  }
}
