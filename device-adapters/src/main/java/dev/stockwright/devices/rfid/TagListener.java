package dev.stockwright.devices.rfid;

import dev.stockwright.devices.DeviceHealth;
import java.util.List;

/// Hears what a [TagSource] hears. All calls come one after another on a thread of the source. An
/// exception is logged and does no harm.
public interface TagListener {
  /// The sightings of one report, in its order; never empty.
  void sighted(List<TagSighting> sightings);

  /// An input of the reader changed, such as a light barrier.
  ///
  /// @param port its number at the reader, 1 and up
  /// @param on what it is now
  void inputChanged(int port, boolean on);

  /// State or reason changed. Counters alone do not call.
  void healthChanged(DeviceHealth health);
}
