package dev.stockwright.devices.recording;

/// Hears the bytes of a line as they pass; called on the thread that moves them, so it returns
/// quickly and throws nothing.
@FunctionalInterface
public interface ByteTap {
  /// Bytes passed.
  ///
  /// @param device which line, such as `scanner-1`
  /// @param bytes holds them from `from` on; not to be kept or changed
  /// @param nanos a monotonic time, when they passed
  void record(String device, Direction direction, byte[] bytes, int from, int length, long nanos);
}
