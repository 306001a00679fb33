package dev.stockwright.desktop;

import dev.stockwright.desktop.look.StatusCell;
import dev.stockwright.devices.DeviceHealth;
import dev.stockwright.devices.DeviceState;
import dev.stockwright.devices.wedge.WedgeScanner;
import dev.stockwright.fx.look.Pictogram;

/// How the health of a scanner reads in the status bar.
final class ScannerCells {
  private ScannerCells() {}

  static StatusCell cell(DeviceHealth health) {
    String words = name(health) + " " + state(health.state());
    boolean fine = health.state() != DeviceState.LOST && health.state() != DeviceState.DEGRADED;
    return new StatusCell(
        health.source().code(),
        fine ? Pictogram.SCAN_BARCODE : Pictogram.PLUG_ZAP,
        words,
        fine ? StatusCell.Health.FINE : StatusCell.Health.ATTENTION);
  }

  /// `Scanner 1`, or its whole name.
  static String name(DeviceHealth health) {
    if (health.simulated()) {
      return "Simulated scanner";
    }
    String code = health.source().code();
    if (code.equals(WedgeScanner.KEYBOARD.code())) {
      return "Keyboard scanner";
    }
    return code.startsWith("scanner-") ? "Scanner " + code.substring("scanner-".length()) : code;
  }

  private static String state(DeviceState state) {
    return switch (state) {
      case CONFIGURED -> "off";
      case CONNECTING -> "connecting";
      case READY -> "ready";
      case DEGRADED -> "unreadable";
      case LOST -> "not found";
    };
  }
}
