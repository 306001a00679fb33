package dev.stockwright.devices.serial;

import dev.stockwright.devices.recording.ByteTap;
import dev.stockwright.devices.recording.Direction;
import dev.stockwright.vocabulary.DeviceId;

/// Hears a serial line as it is, beside the scans that are cut out of it; called on the thread that
/// reads the line, so it returns quickly and throws nothing.
public interface LineTap {
  /// Hears nothing.
  LineTap NOBODY =
      new LineTap() {
        @Override
        public void came(byte[] bytes, int length, long nanos) {}

        @Override
        public void silent(long untilNanos) {}
      };

  /// Bytes came.
  ///
  /// @param bytes holds them at its beginning; not to be kept or changed
  /// @param nanos a monotonic time, after the read
  void came(byte[] bytes, int length, long nanos);

  /// Nothing came until this time, and that was seen.
  void silent(long untilNanos);

  /// Passes what comes on to a recorder.
  static LineTap to(ByteTap recorder, DeviceId source) {
    return new LineTap() {
      @Override
      public void came(byte[] bytes, int length, long nanos) {
        recorder.record(source.code(), Direction.IN, bytes, 0, length, nanos);
      }

      @Override
      public void silent(long untilNanos) {}
    };
  }

  /// Passes all on to this one, then to the other.
  default LineTap and(LineTap other) {
    LineTap first = this;
    return new LineTap() {
      @Override
      public void came(byte[] bytes, int length, long nanos) {
        first.came(bytes, length, nanos);
        other.came(bytes, length, nanos);
      }

      @Override
      public void silent(long untilNanos) {
        first.silent(untilNanos);
        other.silent(untilNanos);
      }
    };
  }
}
