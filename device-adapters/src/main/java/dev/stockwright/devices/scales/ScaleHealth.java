package dev.stockwright.devices.scales;

import dev.stockwright.devices.DeviceHealth;
import dev.stockwright.devices.DeviceState;
import dev.stockwright.vocabulary.DeviceId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// How a scale is, written by its thread and read by all. Guarded by itself.
final class ScaleHealth {
  private final DeviceId source;
  private final boolean simulated;
  private final InstantSource clock;

  private DeviceState state = DeviceState.CONFIGURED;
  private String reason = "Not started.";
  private Instant since;
  private long weights;
  private long unreadable;
  private long reconnects;
  private Optional<ScaleAnswer> display = Optional.empty();

  ScaleHealth(DeviceId source, boolean simulated, InstantSource clock) {
    this.source = source;
    this.simulated = simulated;
    this.clock = clock;
    this.since = clock.instant();
  }

  synchronized DeviceHealth now() {
    String said = simulated ? reason + " Simulated, no real scale." : reason;
    return new DeviceHealth(
        source, state, said, simulated, since, weights, 0, unreadable, reconnects);
  }

  synchronized Optional<ScaleAnswer> display() {
    return display;
  }

  synchronized void state(DeviceState next, String why) {
    if (state != next) {
      since = clock.instant();
    }
    state = next;
    reason = why;
    if (next != DeviceState.READY) {
      display = Optional.empty();
    }
  }

  synchronized void shows(ScaleAnswer answer) {
    display = Optional.of(answer);
  }

  synchronized void weighed() {
    weights++;
  }

  synchronized void unreadable() {
    unreadable++;
  }

  synchronized void reconnected() {
    reconnects++;
  }
}
