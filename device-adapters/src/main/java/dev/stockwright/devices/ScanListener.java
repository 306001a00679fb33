package dev.stockwright.devices;

import dev.stockwright.vocabulary.Scan;

/// Hears what a [ScanSource] sees. Calls of [#scanned] come one after another, in the order of the
/// scans, on a thread of the source. The other calls come at once, on another thread, possibly
/// during a [#scanned]; they must return quickly. An exception is logged and does no harm.
public interface ScanListener {
  /// A scan to work on.
  void scanned(Scan scan);

  /// The code before came again at once; not to be worked on, but people should hear a tick.
  void bounced(Scan scan);

  /// Something came that is no scan, or came too fast.
  void refused(RefusedRead refused);

  /// State or reason changed. Counters alone do not call; ask [ScanSource#health] for them.
  void healthChanged(DeviceHealth health);
}
