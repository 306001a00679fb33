package dev.stockwright.desktop;

import dev.stockwright.client.words.EquipmentPhrase;
import dev.stockwright.client.words.Text;
import dev.stockwright.client.words.Wording;
import dev.stockwright.desktop.devices.DeviceRow;
import dev.stockwright.desktop.look.StatusCell;
import dev.stockwright.devices.DeviceHealth;
import dev.stockwright.devices.DeviceState;
import dev.stockwright.fx.look.Pictogram;
import java.util.Locale;
import java.util.Optional;

/// How the health of readers and printers reads in the status bar and on the Devices screen.
final class DeviceCells {
  private DeviceCells() {}

  /// Its id is none that the frame or a scanner uses.
  static StatusCell cell(DeviceRow.Kind kind, DeviceHealth health, Wording wording) {
    boolean fine = !isBad(health);
    Text name = health.simulated() ? simulated(kind, health) : named(kind, health);
    return new StatusCell(
        "cell-" + health.source().code(),
        fine
            ? (kind == DeviceRow.Kind.READER ? Pictogram.NFC : Pictogram.PRINTER)
            : Pictogram.PLUG_ZAP,
        wording.say(Text.of(state(kind, health.state()), name)),
        fine ? StatusCell.Health.FINE : StatusCell.Health.ATTENTION);
  }

  /// Whether it does not do its work and somebody should know.
  static boolean isBad(DeviceHealth health) {
    return health.state() == DeviceState.LOST || health.state() == DeviceState.DEGRADED;
  }

  /// `Reader 1`, or its whole name.
  static String name(DeviceRow.Kind kind, DeviceHealth health, Wording wording) {
    return wording.say(named(kind, health));
  }

  private static Text named(DeviceRow.Kind kind, DeviceHealth health) {
    return number(kind, health)
        .map(
            number ->
                Text.of(
                    kind == DeviceRow.Kind.READER
                        ? EquipmentPhrase.READER
                        : EquipmentPhrase.PRINTER,
                    number))
        .orElseGet(() -> ScannerCells.asIs(health));
  }

  private static Text simulated(DeviceRow.Kind kind, DeviceHealth health) {
    return number(kind, health)
        .map(
            number ->
                Text.of(
                    kind == DeviceRow.Kind.READER
                        ? EquipmentPhrase.SIMULATED_READER
                        : EquipmentPhrase.SIMULATED_PRINTER,
                    number))
        .orElseGet(() -> Text.of(EquipmentPhrase.SIMULATED_DEVICE, ScannerCells.asIs(health)));
  }

  private static Optional<String> number(DeviceRow.Kind kind, DeviceHealth health) {
    String code = health.source().code();
    String start = kind.name().toLowerCase(Locale.ROOT) + "-";
    return code.matches(start + "\\d+")
        ? Optional.of(code.substring(start.length()))
        : Optional.empty();
  }

  private static EquipmentPhrase state(DeviceRow.Kind kind, DeviceState state) {
    return switch (state) {
      case CONFIGURED -> EquipmentPhrase.CELL_OFF;
      case CONNECTING -> EquipmentPhrase.CELL_CONNECTING;
      case READY -> EquipmentPhrase.CELL_READY;
      case DEGRADED ->
          switch (kind) {
            case SCANNER -> EquipmentPhrase.CELL_UNREADABLE;
            case READER -> EquipmentPhrase.CELL_TROUBLE;
            case PRINTER -> EquipmentPhrase.CELL_STOPPED;
          };
      case LOST -> EquipmentPhrase.CELL_NOT_FOUND;
    };
  }
}
