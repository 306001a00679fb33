package dev.stockwright.devices.rfid;

import dev.stockwright.devices.DeviceHealth;
import dev.stockwright.vocabulary.DeviceId;

/// A device that hears tags: a reader over LLRP, a simulated one.
public interface TagSource extends AutoCloseable {
  /// Its name, which stands in each of its sightings.
  DeviceId source();

  /// How it is now; any thread may ask. Reads are sightings, rejects are reports that could not be
  /// read.
  DeviceHealth health();

  /// Starts for good: from here on it connects, reconnects and reports by itself until closed.
  /// Returns at once and never fails because of the device.
  ///
  /// @throws IllegalStateException when it was started or closed before
  void start(TagListener listener);

  /// Stops. Safe to call twice.
  @Override
  void close();
}
