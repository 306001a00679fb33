package dev.stockwright.devices.scanner;

import dev.stockwright.devices.ScanListener;
import dev.stockwright.devices.ScanSource;
import dev.stockwright.devices.scanner.ScannerProfile.Line;
import dev.stockwright.devices.serial.SerialScanner;
import dev.stockwright.vocabulary.DeviceId;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// The serial scanners of one workplace, started and closed together; each scan names its lane by
/// its source, such as `scanner-1`. A keyboard among the profiles is not started here.
public final class ScannerLanes implements AutoCloseable {
  private final List<ScannerProfile> profiles;
  private final List<SerialScanner> scanners;

  /// Scanners that are not started yet.
  ///
  /// @throws IllegalArgumentException when two have the same lane or the same port; [LaneList] says
  ///     it in words before
  public ScannerLanes(List<ScannerProfile> profiles, InstantSource clock) {
    List<String> clashes = LaneList.clashes(profiles);
    if (!clashes.isEmpty()) {
      throw new IllegalArgumentException(String.join(" ", clashes));
    }
    this.profiles = List.copyOf(profiles);
    this.scanners =
        profiles.stream()
            .filter(profile -> profile.line() instanceof Line.Serial)
            .map(profile -> new SerialScanner(profile.source(), profile.settings(), clock))
            .toList();
  }

  /// The scanners, in the order of their profiles.
  public List<ScanSource> sources() {
    return List.copyOf(scanners);
  }

  /// The profile of the scanner that a scan came from.
  public Optional<ScannerProfile> profile(DeviceId source) {
    return profiles.stream().filter(profile -> profile.source().equals(source)).findFirst();
  }

  /// Starts all; see [ScanSource#start].
  ///
  /// @param listener hears all of them; scans of different scanners may come at the same time
  public void start(ScanListener listener) {
    scanners.forEach(scanner -> scanner.start(listener));
  }

  @Override
  public void close() {
    scanners.forEach(SerialScanner::close);
  }
}
