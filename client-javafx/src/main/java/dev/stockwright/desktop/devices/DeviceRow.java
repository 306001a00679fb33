package dev.stockwright.desktop.devices;

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
        "Unreadable",
        "What %s sent, newest first",
        "Scan something: its bytes show here",
        "A simulated scanner has nothing to set up."),
    READER(
        "Trouble",
        "Tags that %s heard, newest first",
        "Hold a tag before an antenna: it shows here",
        "A reader has nothing to set up here."),
    PRINTER(
        "Stopped",
        "Labels for %s, newest first",
        "F7 on the receiving screen prints a label of what was received last",
        "A printer has nothing to set up here.");

    private final String degraded;
    private final String head;
    private final String nothingYet;
    private final String nothingToSet;

    Kind(String degraded, String head, String nothingYet, String nothingToSet) {
      this.degraded = degraded;
      this.head = head;
      this.nothingYet = nothingYet;
      this.nothingToSet = nothingToSet;
    }

    /// One word for it when it is connected and does not work.
    public String degraded() {
      return degraded;
    }

    String nothingYet() {
      return nothingYet;
    }

    String nothingToSet() {
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
  String stateWord() {
    return switch (health.state()) {
      case CONFIGURED -> "Not in use";
      case CONNECTING -> "Connecting";
      case READY -> "Ready";
      case DEGRADED -> kind.degraded();
      case LOST -> "Not found";
    };
  }

  /// What stands over the lines of what it sent.
  String linesHead() {
    return kind.head.formatted(name);
  }
}
