package dev.stockwright.desktop;

import dev.stockwright.desktop.devices.DeviceRow;
import dev.stockwright.desktop.look.StatusCell;
import dev.stockwright.devices.DeviceHealth;
import dev.stockwright.devices.DeviceState;
import dev.stockwright.fx.look.Pictogram;
import java.util.Locale;

/// How the health of readers and printers reads in the status bar and on the Devices screen.
final class DeviceCells {
  private DeviceCells() {}

  /// Its id is none that the frame or a scanner uses.
  static StatusCell cell(DeviceRow.Kind kind, DeviceHealth health) {
    boolean fine = !isBad(health);
    String name = name(kind, health);
    String marked =
        health.simulated() ? "Simulated " + name.substring(0, 1).toLowerCase(Locale.ROOT) : "";
    return new StatusCell(
        "cell-" + health.source().code(),
        fine
            ? (kind == DeviceRow.Kind.READER ? Pictogram.NFC : Pictogram.PRINTER)
            : Pictogram.PLUG_ZAP,
        (marked.isEmpty() ? name : marked + name.substring(1)) + " " + state(kind, health.state()),
        fine ? StatusCell.Health.FINE : StatusCell.Health.ATTENTION);
  }

  /// Whether it does not do its work and somebody should know.
  static boolean isBad(DeviceHealth health) {
    return health.state() == DeviceState.LOST || health.state() == DeviceState.DEGRADED;
  }

  /// `Reader 1`, or its whole name.
  static String name(DeviceRow.Kind kind, DeviceHealth health) {
    String code = health.source().code();
    String word = kind.name().toLowerCase(Locale.ROOT);
    return code.matches(word + "-\\d+")
        ? kind.name().charAt(0) + code.substring(1).replace('-', ' ')
        : code;
  }

  private static String state(DeviceRow.Kind kind, DeviceState state) {
    return switch (state) {
      case CONFIGURED -> "off";
      case CONNECTING -> "connecting";
      case READY -> "ready";
      case DEGRADED -> kind.degraded().toLowerCase(Locale.ROOT);
      case LOST -> "not found";
    };
  }
}
