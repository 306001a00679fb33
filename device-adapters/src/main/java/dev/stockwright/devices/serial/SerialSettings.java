package dev.stockwright.devices.serial;

import dev.stockwright.devices.framing.Framing;
import dev.stockwright.devices.framing.Wrapping;
import java.time.Duration;

/// Which port, how fast, and how its frames end.
///
/// @param path `/dev/serial/by-id/...`, `/dev/ttyACM0`, `COM3`; a symbolic link is followed anew at
///     each connection. Prefer names by id: they stay when two scanners change places.
/// @param baud bits a second; a scanner that emulates a port over USB ignores it
/// @param dataBits 5 to 8
/// @param stopBits 1 or 2
/// @param wrapping what it puts around a code
/// @param bounceWindow the same code again within this time is a bounce; zero switches it off
public record SerialSettings(
    String path,
    int baud,
    int dataBits,
    int stopBits,
    Parity parity,
    Framing framing,
    Wrapping wrapping,
    Duration bounceWindow) {
  /// The check bit of each byte.
  public enum Parity {
    NONE,
    ODD,
    EVEN
  }

  public SerialSettings {
    if (path.isBlank()
        || baud < 300
        || baud > 4_000_000
        || dataBits < 5
        || dataBits > 8
        || stopBits < 1
        || stopBits > 2
        || bounceWindow.isNegative()) {
      throw new IllegalArgumentException(
          "serial port \"%s\" at %d %d/%s/%d, bounce window %s: give a path, 300 to 4000000 baud,"
                  .formatted(path, baud, dataBits, parity, stopBits, bounceWindow)
              + " 5 to 8 data bits, 1 or 2 stop bits");
    }
  }

  /// 9600 8N1, every framing, 250 ms bounce window.
  public static SerialSettings of(String path) {
    return new SerialSettings(
        path, 9600, 8, 1, Parity.NONE, Framing.AUTOMATIC, Wrapping.NONE, Duration.ofMillis(250));
  }

  public SerialSettings withBaud(int other) {
    return new SerialSettings(
        path, other, dataBits, stopBits, parity, framing, wrapping, bounceWindow);
  }

  public SerialSettings withFraming(Framing other) {
    return new SerialSettings(
        path, baud, dataBits, stopBits, parity, other, wrapping, bounceWindow);
  }

  public SerialSettings withBounceWindow(Duration other) {
    return new SerialSettings(path, baud, dataBits, stopBits, parity, framing, wrapping, other);
  }

  public SerialSettings withWrapping(Wrapping other) {
    return new SerialSettings(path, baud, dataBits, stopBits, parity, framing, other, bounceWindow);
  }
}
