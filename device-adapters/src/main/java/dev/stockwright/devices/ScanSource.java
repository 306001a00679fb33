package dev.stockwright.devices;

import dev.stockwright.vocabulary.DeviceId;

/// A device that sees codes: a serial scanner, a simulated one, later a wedge or a camera.
public interface ScanSource extends AutoCloseable {
  /// Scans that may wait for a slow listener; more are refused as `too_fast`.
  int WAITING_MAX = 50;

  /// Its name, which stands in each of its scans.
  DeviceId source();

  /// How it is now; any thread may ask.
  DeviceHealth health();

  /// Starts for good: from here on it connects, reconnects and reports by itself until closed.
  /// Returns at once and never fails because of the device.
  ///
  /// @throws IllegalStateException when it was started or closed before
  void start(ScanListener listener);

  /// Stops; scans already read are passed on first, waiting for the listener two seconds at most.
  /// Safe to call twice.
  @Override
  void close();
}
