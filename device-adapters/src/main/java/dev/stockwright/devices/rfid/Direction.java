package dev.stockwright.devices.rfid;

/// Which way a tag went through a door.
public enum Direction {
  /// Into the warehouse.
  IN,
  /// Out of it.
  OUT,
  /// It moved, but which way is not sure enough: a person decides, stock stays as it is.
  UNDECIDED
}
