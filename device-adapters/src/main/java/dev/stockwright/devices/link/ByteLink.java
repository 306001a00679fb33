package dev.stockwright.devices.link;

import java.time.Duration;

/// An open line to a device, both ways. Used by one thread.
public interface ByteLink extends AutoCloseable {
  /// Waits for bytes; returns as soon as some are there.
  ///
  /// @return how many; 0 when none came for about `wait`
  /// @throws LinkGone when the device is gone
  int read(byte[] into, Duration wait) throws LinkGone, InterruptedException;

  /// Hands over all of the bytes, which is not to say that the device has read them.
  ///
  /// @throws LinkGone when the device is gone or takes no more; some bytes may have gone
  void write(byte[] bytes) throws LinkGone, InterruptedException;

  @Override
  void close();

  /// Opens a line anew each time it is asked.
  interface Opener {
    ByteLink open() throws LinkGone, InterruptedException;

    /// Where the device is, such as `192.0.2.7:9100` or `/dev/ttyUSB0`.
    String place();
  }
}
