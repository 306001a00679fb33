package dev.stockwright.desktop;

import dev.stockwright.client.words.CommonPhrase;
import dev.stockwright.client.words.EquipmentPhrase;
import dev.stockwright.client.words.FramePhrase;
import dev.stockwright.client.words.Text;
import dev.stockwright.client.words.Wording;
import dev.stockwright.desktop.look.StatusCell;
import dev.stockwright.devices.DeviceHealth;
import dev.stockwright.devices.DeviceState;
import dev.stockwright.devices.wedge.WedgeScanner;
import dev.stockwright.fx.look.Pictogram;

/// How the health of a scanner reads in the status bar.
final class ScannerCells {
  private static final String NUMBERED = "scanner-";

  private ScannerCells() {}

  static StatusCell cell(DeviceHealth health, Wording wording) {
    boolean fine = health.state() != DeviceState.LOST && health.state() != DeviceState.DEGRADED;
    return new StatusCell(
        health.source().code(),
        fine ? Pictogram.SCAN_BARCODE : Pictogram.PLUG_ZAP,
        wording.say(Text.of(state(health.state()), named(health))),
        fine ? StatusCell.Health.FINE : StatusCell.Health.ATTENTION);
  }

  /// `Scanner 1`, or its whole name.
  static String name(DeviceHealth health, Wording wording) {
    return wording.say(named(health));
  }

  private static Text named(DeviceHealth health) {
    if (health.simulated()) {
      return Text.of(FramePhrase.SIMULATED_SCANNER);
    }
    String code = health.source().code();
    if (code.equals(WedgeScanner.KEYBOARD.code())) {
      return Text.of(EquipmentPhrase.KEYBOARD_SCANNER);
    }
    return code.startsWith(NUMBERED)
        ? Text.of(EquipmentPhrase.SCANNER, code.substring(NUMBERED.length()))
        : asIs(health);
  }

  static Text asIs(DeviceHealth health) {
    return Text.of(CommonPhrase.AS_IS, health.source().code());
  }

  private static EquipmentPhrase state(DeviceState state) {
    return switch (state) {
      case CONFIGURED -> EquipmentPhrase.CELL_OFF;
      case CONNECTING -> EquipmentPhrase.CELL_CONNECTING;
      case READY -> EquipmentPhrase.CELL_READY;
      case DEGRADED -> EquipmentPhrase.CELL_UNREADABLE;
      case LOST -> EquipmentPhrase.CELL_NOT_FOUND;
    };
  }
}
