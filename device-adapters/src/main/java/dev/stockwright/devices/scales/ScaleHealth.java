package dev.stockwright.devices.scales;

import dev.stockwright.devices.DeviceHealth;
import dev.stockwright.devices.DeviceState;
import dev.stockwright.devices.reasons.Told;
import dev.stockwright.vocabulary.DeviceId;
import java.time.InstantSource;
import java.util.Optional;

/// How a scale is, in English, because no app has one yet, written by its thread and read by all.
// Guarded by itself.
final class ScaleHealth {
  private final InstantSource clock;
  private DeviceHealth health;
  private Optional<ScaleAnswer> display = Optional.empty();

  ScaleHealth(DeviceId source, boolean simulated, InstantSource clock) {
    this.clock = clock;
    this.health = DeviceHealth.configured(source, simulated, clock.instant());
  }

  synchronized DeviceHealth now() {
    Told said =
        health.simulated()
            ? health.told().and(Told.asIs("Simulated, no real scale."))
            : health.told();
    return health.in(health.state(), said, health.since());
  }

  synchronized Optional<ScaleAnswer> display() {
    return display;
  }

  synchronized void state(DeviceState next, String why) {
    health = health.in(next, Told.asIs(why), clock.instant());
    if (next != DeviceState.READY) {
      display = Optional.empty();
    }
  }

  synchronized void shows(ScaleAnswer answer) {
    display = Optional.of(answer);
  }

  synchronized void weighed() {
    health = health.counted(1, 0, 0, 0);
  }

  synchronized void unreadable() {
    health = health.counted(0, 0, 1, 0);
  }

  synchronized void reconnected() {
    health = health.counted(0, 0, 0, 1);
  }
}
