package dev.stockwright.desktop.devices;

import dev.stockwright.client.words.EquipmentPhrase;
import dev.stockwright.client.words.Text;
import dev.stockwright.devices.DeviceHealth;
import dev.stockwright.devices.scanner.ScannerProfile;
import java.util.Optional;

/// One device of this desk.
///
/// @param name for people, such as `Scanner 1`
/// @param lane what stands on its plate
/// @param profile how it is set now; absent where there is nothing to set, as of a simulated one
public record DeviceRow(
    Kind kind, String name, String lane, DeviceHealth health, Optional<ScannerProfile> profile) {
  /// What it is.
  public enum Kind {
    SCANNER(
        EquipmentPhrase.UNREADABLE,
        EquipmentPhrase.SENT_HEAD,
        EquipmentPhrase.SCAN_SHOWS_HERE,
        EquipmentPhrase.NOTHING_TO_SET),
    READER(
        EquipmentPhrase.TROUBLE,
        EquipmentPhrase.TAGS_HEAD,
        EquipmentPhrase.TAG_SHOWS_HERE,
        EquipmentPhrase.READER_NOTHING_TO_SET),
    PRINTER(
        EquipmentPhrase.STOPPED,
        EquipmentPhrase.LABELS_HEAD,
        EquipmentPhrase.F7_PRINTS,
        EquipmentPhrase.PRINTER_NOTHING_TO_SET);

    private final EquipmentPhrase degraded;
    private final EquipmentPhrase head;
    private final EquipmentPhrase nothingYet;
    private final EquipmentPhrase nothingToSet;

    Kind(
        EquipmentPhrase degraded,
        EquipmentPhrase head,
        EquipmentPhrase nothingYet,
        EquipmentPhrase nothingToSet) {
      this.degraded = degraded;
      this.head = head;
      this.nothingYet = nothingYet;
      this.nothingToSet = nothingToSet;
    }

    EquipmentPhrase nothingYet() {
      return nothingYet;
    }

    EquipmentPhrase nothingToSet() {
      return nothingToSet;
    }
  }

  /// A scanner.
  public DeviceRow(
      String name, String lane, DeviceHealth health, Optional<ScannerProfile> profile) {
    this(Kind.SCANNER, name, lane, health, profile);
  }

  /// Stable; a row with the same id replaces it.
  String id() {
    return health.source().code();
  }

  /// One word for its state.
  EquipmentPhrase stateWord() {
    return switch (health.state()) {
      case CONFIGURED -> EquipmentPhrase.NOT_IN_USE;
      case CONNECTING -> EquipmentPhrase.CONNECTING;
      case READY -> EquipmentPhrase.READY;
      case DEGRADED -> kind.degraded;
      case LOST -> EquipmentPhrase.NOT_FOUND;
    };
  }

  /// What stands over the lines of what it sent.
  Text linesHead() {
    return Text.of(kind.head, name);
  }
}
