package dev.stockwright.client.rfid;

import java.util.List;

/// A reader that a device can have heard tags. Nothing here waits for it: it connects, is lost and
/// comes back by itself. Any thread may call.
public interface TagReader extends AutoCloseable {
  /// Begins a pass; what was heard before is forgotten.
  void begin();

  /// Ends the pass. What was not asked for until now is dropped.
  void end();

  /// The tags since the last call: each once, and again when one that was weak is heard well.
  List<HeardTag> news();

  /// What is heard just now, each tag with its last reading.
  List<HeardTag> now();

  Pass pass();

  /// Lets the reader go for good.
  @Override
  void close();
}
