package dev.stockwright.devices.recording;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/// One line of a recording: bytes that passed together.
///
/// Written as `MICROSECONDS DEVICE DIRECTION HEX;`, for example
/// `1520344 scanner-1 in 393530310d;`. The semicolon shows that the line is whole.
///
/// @param micros since the recording began
/// @param device a word without blanks
/// @param bytes not to be changed
public record RecordedBytes(long micros, String device, Direction direction, byte[] bytes) {
  /// The most bytes of one line; longer ones are written as several.
  public static final int BYTES_MAX = 4096;

  private static final String END = ";";

  String line() {
    return "%d %s %s %s%s\n"
        .formatted(micros, device, direction.word(), HexFormat.of().formatHex(bytes), END);
  }

  /// Reads a line.
  ///
  /// @return nothing where it is cut or was never one
  static Optional<RecordedBytes> of(String line) {
    String[] parts = line.split(" ", -1);
    if (parts.length != 4
        || !parts[0].matches("\\d{1,18}")
        || parts[1].isEmpty()
        || !parts[3].matches("([0-9a-f]{2})+" + END)
        || parts[3].length() > 2 * BYTES_MAX + 1) {
      return Optional.empty();
    }
    for (Direction direction : Direction.values()) {
      if (direction.word().equals(parts[2])) {
        String hex = parts[3].substring(0, parts[3].length() - 1);
        return Optional.of(
            new RecordedBytes(
                Long.parseLong(parts[0]), parts[1], direction, HexFormat.of().parseHex(hex)));
      }
    }
    return Optional.empty();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RecordedBytes that
        && micros == that.micros
        && device.equals(that.device)
        && direction == that.direction
        && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Long.hashCode(micros) * 31 + Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return line().strip();
  }
}
