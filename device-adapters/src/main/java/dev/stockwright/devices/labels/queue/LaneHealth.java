package dev.stockwright.devices.labels.queue;

import dev.stockwright.devices.DeviceHealth;
import dev.stockwright.devices.DeviceState;
import dev.stockwright.devices.labels.LabelPrinter;
import java.time.Instant;
import java.time.InstantSource;

/// How a printer is, written by its lane and read by all. Guarded by itself.
final class LaneHealth {
  private final LabelPrinter printer;
  private final InstantSource clock;
  private final PrintListener listener;

  private DeviceState state = DeviceState.CONFIGURED;
  private String reason = "Nothing printed yet.";
  private Instant since;
  private long labels;
  private long failures;
  private long reconnects;

  LaneHealth(LabelPrinter printer, InstantSource clock, PrintListener listener) {
    this.printer = printer;
    this.clock = clock;
    this.listener = listener;
    this.since = clock.instant();
  }

  synchronized DeviceHealth now() {
    String said = printer.simulated() ? reason + " Simulated, no real printer." : reason;
    return new DeviceHealth(
        printer.source(), state, said, printer.simulated(), since, labels, 0, failures, reconnects);
  }

  void state(DeviceState next, String why) {
    synchronized (this) {
      if (state == next && reason.equals(why)) {
        return;
      }
      if (state == DeviceState.LOST && next != DeviceState.LOST) {
        reconnects++;
      }
      if (state != next) {
        since = clock.instant();
      }
      state = next;
      reason = why;
    }
    listener.printer(now());
  }

  void failed(String why) {
    synchronized (this) {
      failures++;
    }
    state(DeviceState.LOST, why);
  }

  synchronized void handed() {
    labels++;
  }
}
