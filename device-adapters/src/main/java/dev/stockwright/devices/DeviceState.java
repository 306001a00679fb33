package dev.stockwright.devices;

/// Where a device is in its life.
public enum DeviceState {
  /// Known by its settings; not started, or closed.
  CONFIGURED,
  /// Being opened for the first time.
  CONNECTING,
  /// Works.
  READY,
  /// Connected, but what it sends cannot be read.
  DEGRADED,
  /// Not reachable; tried again until it is back or closed.
  LOST
}
