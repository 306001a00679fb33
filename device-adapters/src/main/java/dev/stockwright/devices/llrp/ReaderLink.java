package dev.stockwright.devices.llrp;

import java.io.IOException;
import java.time.Duration;

/// Bytes to and from a reader.
interface ReaderLink extends AutoCloseable {
  /// Opens links.
  @FunctionalInterface
  interface Opener {
    ReaderLink open(ReaderSettings settings) throws LinkLost;
  }

  /// Waits for bytes.
  ///
  /// @return how many; 0 when none came in time, -1 when the other side has closed
  int read(byte[] buffer, Duration patience) throws IOException;

  void write(byte[] bytes) throws IOException;

  /// Closes at once; also wakes a thread that reads or writes.
  @Override
  void close();
}
