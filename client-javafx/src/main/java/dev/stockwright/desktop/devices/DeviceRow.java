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
    String name, String lane, DeviceHealth health, Optional<ScannerProfile> profile) {
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
      case DEGRADED -> "Unreadable";
      case LOST -> "Not found";
    };
  }
}
