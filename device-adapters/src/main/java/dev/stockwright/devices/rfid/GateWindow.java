package dev.stockwright.devices.rfid;

import java.time.Instant;

/// The time something was in a gate, by its light barrier.
///
/// @param opened when the barrier was broken
/// @param closed when it was free again, or when the longest time was over
/// @param by what closed it
public record GateWindow(Place door, Instant opened, Instant closed, ClosedBy by) {
  /// What closed a window.
  public enum ClosedBy {
    /// The light barrier is free again.
    INPUT,
    /// It was open for the longest time that is allowed: something stands in it, or it is broken.
    TIME,
    /// The reading ended.
    END
  }
}
