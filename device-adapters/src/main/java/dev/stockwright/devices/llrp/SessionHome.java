package dev.stockwright.devices.llrp;

import dev.stockwright.devices.llrp.wire.Frame;
import dev.stockwright.devices.recording.ByteTap;

/// What a session tells the reader it belongs to, on the reader's thread.
interface SessionHome {
  /// Whether the reader is being closed by us.
  boolean closing();

  /// Sees the bytes of the line.
  ByteTap tap();

  void identified(ReaderIdentity identity);

  /// @throws LinkLost when the report cannot be read
  void report(Frame.Message message) throws LinkLost, InterruptedException;

  void input(int port, boolean on) throws InterruptedException;

  /// Shows how it is.
  void show(Troubles troubles) throws InterruptedException;
}
