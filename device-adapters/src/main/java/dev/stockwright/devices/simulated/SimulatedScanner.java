package dev.stockwright.devices.simulated;

import dev.stockwright.devices.DeviceHealth;
import dev.stockwright.devices.DeviceState;
import dev.stockwright.devices.ScanDelivery;
import dev.stockwright.devices.ScanListener;
import dev.stockwright.devices.ScanSource;
import dev.stockwright.devices.reasons.LineReason;
import dev.stockwright.devices.reasons.Told;
import dev.stockwright.vocabulary.DeviceId;
import dev.stockwright.vocabulary.Scan;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;

/// A scanner whose scans a program or a button makes. Its health always says that it is simulated.
/// Any thread may scan.
public final class SimulatedScanner implements ScanSource {
  private static final Duration BOUNCE_WINDOW = Duration.ofMillis(250);

  private final DeviceId source;
  private final ScanDelivery delivery;

  public SimulatedScanner(DeviceId source, InstantSource clock) {
    this.source = source;
    this.delivery = new ScanDelivery(source, true, BOUNCE_WINDOW, clock);
  }

  /// Scans a code.
  ///
  /// @param text as a scanner sends it, AIM identifier and GS (0x1D) included, characters up to
  ///     U+00FF
  /// @throws IllegalStateException while it is not ready, as nobody would hear of the scan
  public void scan(String text) {
    if (health().state() != DeviceState.READY) {
      throw new IllegalStateException(source + " is " + health().state());
    }
    delivery.read(new Scan.Raw(text.getBytes(StandardCharsets.ISO_8859_1)));
  }

  /// Plays an unplugged cable.
  public void unplug() {
    delivery.state(DeviceState.LOST, Told.of(LineReason.SIMULATED_UNPLUGGED));
  }

  /// Plays the cable put back.
  public void plug() {
    if (health().state() == DeviceState.LOST) {
      delivery.reconnected();
    }
    ready();
  }

  private void ready() {
    delivery.state(DeviceState.READY, Told.of(LineReason.SIMULATED_READY));
  }

  @Override
  public DeviceId source() {
    return source;
  }

  @Override
  public DeviceHealth health() {
    return delivery.health();
  }

  @Override
  public void start(ScanListener listener) {
    delivery.start(listener);
    ready();
  }

  @Override
  public void close() {
    delivery.close();
    delivery.state(DeviceState.CONFIGURED, Told.of(LineReason.SIMULATED_CLOSED));
  }
}
