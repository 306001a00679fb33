package dev.stockwright.devices.scanner;

import dev.stockwright.devices.framing.Framing;
import dev.stockwright.devices.framing.Wrapping;
import dev.stockwright.devices.serial.SerialSettings;
import dev.stockwright.devices.serial.SerialSettings.Parity;
import dev.stockwright.vocabulary.DeviceId;
import java.time.Duration;

/// What one scanner is set to.
///
/// @param name for people, such as `Gun at dock 2`
/// @param lane where it works, such as `1` or `dock-2`; it names the scanner
/// @param line how it is connected
/// @param framing where its scans end; [Framing#gap] is also the silence that ends a wedge's burst
/// @param wrapping what it puts around a code, and what it sends for GS
/// @param aimIds whether it sends AIM identifiers
/// @param bounceWindow the same code again within this time is a bounce
/// @param doubleReadWindow the same code again within this time on the same task line is asked
///     about, see [DoubleReadGuard]
public record ScannerProfile(
    String name,
    String lane,
    Line line,
    Framing framing,
    Wrapping wrapping,
    boolean aimIds,
    Duration bounceWindow,
    Duration doubleReadWindow) {
  /// How a scanner is connected.
  public sealed interface Line {
    /// At a serial port, real or over USB.
    record Serial(String path, int baud, int dataBits, int stopBits, Parity parity)
        implements Line {}

    /// As a keyboard.
    record Wedge() implements Line {}
  }

  private static final Duration BOUNCE_WINDOW = Duration.ofMillis(250);
  private static final Duration WINDOW_MAX = Duration.ofSeconds(60);

  public ScannerProfile {
    if (name.isBlank()
        || name.length() > 64
        || !lane.matches("[A-Za-z0-9][A-Za-z0-9-]{0,31}")
        || outside(bounceWindow)
        || outside(doubleReadWindow)) {
      throw new IllegalArgumentException(
          "name \"%s\", lane \"%s\", windows %s and %s: give a name of 1 to 64 characters, a lane"
                  .formatted(name, lane, bounceWindow, doubleReadWindow)
              + " of letters, digits and hyphens, and windows of 0 to 60 seconds");
    }
  }

  private static boolean outside(Duration window) {
    return window.isNegative() || window.compareTo(WINDOW_MAX) > 0;
  }

  /// A serial scanner that nobody configured: 9600 8N1, every ending.
  public static ScannerProfile serial(String lane, String path) {
    return of(lane, new Line.Serial(path, 9600, 8, 1, Parity.NONE));
  }

  /// A keyboard scanner that nobody configured.
  public static ScannerProfile wedge(String lane) {
    return of(lane, new Line.Wedge());
  }

  private static ScannerProfile of(String lane, Line line) {
    return new ScannerProfile(
        "Scanner " + lane,
        lane,
        line,
        Framing.AUTOMATIC,
        Wrapping.NONE,
        false,
        BOUNCE_WINDOW,
        DoubleReadGuard.WINDOW);
  }

  /// The scanner's name in scans and on screens, such as `scanner-1`.
  public DeviceId source() {
    return new DeviceId("scanner-" + lane);
  }

  /// The settings of its port.
  ///
  /// @throws IllegalStateException when it is a keyboard
  public SerialSettings settings() {
    return switch (line) {
      case Line.Serial(String path, int baud, int dataBits, int stopBits, Parity parity) ->
          new SerialSettings(
              path, baud, dataBits, stopBits, parity, framing, wrapping, bounceWindow);
      case Line.Wedge() ->
          throw new IllegalStateException(name + " is a keyboard and has no serial port");
    };
  }

  public ScannerProfile withLine(Line other) {
    return new ScannerProfile(
        name, lane, other, framing, wrapping, aimIds, bounceWindow, doubleReadWindow);
  }

  public ScannerProfile withFraming(Framing other) {
    return new ScannerProfile(
        name, lane, line, other, wrapping, aimIds, bounceWindow, doubleReadWindow);
  }

  public ScannerProfile withWrapping(Wrapping other, boolean sendsAimIds) {
    return new ScannerProfile(
        name, lane, line, framing, other, sendsAimIds, bounceWindow, doubleReadWindow);
  }
}
