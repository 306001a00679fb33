package dev.stockwright.devices.serial;

import java.time.Duration;

/// An open line to a scanner. Used by one thread.
interface SerialLink extends AutoCloseable {
  /// Waits for bytes; returns as soon as some are there.
  ///
  /// @return how many; 0 when the line was seen silent for about `wait`
  /// @throws LinkFailure when the device is gone
  int read(byte[] into, Duration wait) throws LinkFailure, InterruptedException;

  /// Hands over all of the bytes; a line that only listens needs none of it.
  ///
  /// @throws LinkFailure when the device is gone or takes nothing for `wait`
  default void write(byte[] bytes, Duration wait) throws LinkFailure, InterruptedException {
    throw new UnsupportedOperationException("this line only listens");
  }

  @Override
  void close();

  /// Opens lines; the real one is [SerialPortLink#open].
  interface Opener {
    SerialLink open(SerialSettings settings) throws LinkFailure;
  }
}
