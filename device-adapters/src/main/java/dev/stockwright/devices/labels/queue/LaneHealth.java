package dev.stockwright.devices.labels.queue;

import dev.stockwright.devices.DeviceHealth;
import dev.stockwright.devices.DeviceState;
import dev.stockwright.devices.labels.LabelPrinter;
import dev.stockwright.devices.reasons.PrinterReason;
import dev.stockwright.devices.reasons.Told;
import java.time.InstantSource;

/// How a printer is, written by its lane and read by all. Guarded by itself.
final class LaneHealth {
  private final LabelPrinter printer;
  private final InstantSource clock;
  private final PrintListener listener;

  private DeviceHealth health;

  LaneHealth(LabelPrinter printer, InstantSource clock, PrintListener listener) {
    this.printer = printer;
    this.clock = clock;
    this.listener = listener;
    this.health =
        DeviceHealth.configured(printer.source(), printer.simulated(), clock.instant())
            .in(DeviceState.CONFIGURED, Told.of(PrinterReason.NOTHING_PRINTED), clock.instant());
  }

  synchronized DeviceHealth now() {
    Told said = printer.simulated() ? health.told().and(PrinterReason.SIMULATED) : health.told();
    return health.in(health.state(), said, health.since()).simulated(printer.simulated());
  }

  void state(DeviceState next, Told why) {
    synchronized (this) {
      if (health.state() == next && health.told().equals(why)) {
        return;
      }
      boolean back = health.state() == DeviceState.LOST && next != DeviceState.LOST;
      health = health.in(next, why, clock.instant()).counted(0, 0, 0, back ? 1 : 0);
    }
    listener.printer(now());
  }

  void failed(Told why) {
    synchronized (this) {
      health = health.counted(0, 0, 1, 0);
    }
    state(DeviceState.LOST, why);
  }

  synchronized void handed() {
    health = health.counted(1, 0, 0, 0);
  }
}
