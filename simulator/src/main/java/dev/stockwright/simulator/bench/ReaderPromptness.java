package dev.stockwright.simulator.bench;

import dev.stockwright.devices.DeviceHealth;
import dev.stockwright.devices.DeviceState;
import dev.stockwright.devices.llrp.LlrpReader;
import dev.stockwright.devices.llrp.ReaderSettings;
import dev.stockwright.devices.llrp.simulated.ReaderModel;
import dev.stockwright.devices.llrp.simulated.SimulatedReader;
import dev.stockwright.devices.rfid.ReadPoints;
import dev.stockwright.devices.rfid.TagEvent;
import dev.stockwright.devices.rfid.TagListener;
import dev.stockwright.devices.rfid.TagRules;
import dev.stockwright.devices.rfid.TagSighting;
import dev.stockwright.devices.rfid.TagTracker;
import dev.stockwright.simulator.stack.Waiting;
import dev.stockwright.vocabulary.DeviceId;
import dev.stockwright.vocabulary.WarehouseCode;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;

/// How soon something is known: a tag that comes, a reader that goes, one that says nothing more.
final class ReaderPromptness {
  private static final int PROBES = 200;
  private static final Duration BETWEEN = Duration.ofMillis(20);
  private static final Duration TICK = Duration.ofMillis(50);
  private static final TagRules RULES = TagRules.standard();
  private static final Duration LATEST = Duration.ofSeconds(30);

  private ReaderPromptness() {}

  static void measure(Report report) {
    report.heading("How soon an RFID reader's news are known");
    try (SimulatedReader simulated = new SimulatedReader(ReaderModel.impinj(), 0);
        LlrpReader reader =
            new LlrpReader(
                ReaderSettings.of(new DeviceId("reader-1"), "127.0.0.1", simulated.port()),
                InstantSource.system())) {
      Ear ear = new Ear();
      reader.start(ear);
      until(reader, DeviceState.READY);
      try (Ticking _ = new Ticking(ear)) {
        arrivals(simulated, ear, report);
      }
      absence(simulated, reader, report);
    }
  }

  private static void arrivals(SimulatedReader simulated, Ear ear, Report report) {
    Map<String, Long> sent = new LinkedHashMap<>();
    for (int i = 0; i < PROBES; i++) {
      String epc = "30000000%016x".formatted(i);
      sent.put(epc, System.nanoTime());
      simulated.hear(1, epc, -50);
      Waiting.pass(BETWEEN);
    }
    Waiting.until(
        () -> ear.arrived.size() + " arrivals of " + PROBES,
        LATEST,
        () -> ear.arrived.size() == PROBES);
    Histogram micros = Run.histogram();
    sent.forEach(
        (epc, at) -> micros.recordValue(Run.micros(at, ear.arrived.getOrDefault(epc, at))));
    double p95 = micros.getValueAtPercentile(95) / 1000.0;
    report.figure("read to arrival, p95", p95, "ms");
    report.atMost("the same, above the window", p95 - RULES.window().toMillis(), 300, "ms");
  }

  private static void absence(SimulatedReader simulated, LlrpReader reader, Report report) {
    long off = System.nanoTime();
    simulated.switchOff();
    until(reader, DeviceState.LOST);
    report.atMost("reader without power to shown", seconds(off), 3, "s");
    Waiting.pass(Duration.ofSeconds(3));
    long on = System.nanoTime();
    simulated.switchOn();
    until(reader, DeviceState.READY);
    report.atMost("reader back to working", seconds(on), 10, "s");
    long frozen = System.nanoTime();
    simulated.faults().frozen(true);
    until(reader, DeviceState.LOST);
    report.atMost("line dead but open to shown (keepalive 1 s)", seconds(frozen), 4, "s");
  }

  private static void until(LlrpReader reader, DeviceState state) {
    Waiting.until(
        () -> "the reader to be " + state + "; it is " + reader.health(),
        LATEST,
        () -> reader.health().state() == state);
  }

  private static double seconds(long fromNanos) {
    return (System.nanoTime() - fromNanos) / 1e9;
  }

  /// Tells the tracker that time passes.
  private static final class Ticking implements AutoCloseable {
    private final Thread thread;

    Ticking(Ear ear) {
      thread =
          Thread.ofPlatform()
              .daemon()
              .name("ticking")
              .start(
                  () -> {
                    while (!Thread.currentThread().isInterrupted()) {
                      ear.tick();
                      LockSupport.parkNanos(TICK.toNanos());
                    }
                  });
    }

    @Override
    public void close() {
      thread.interrupt();
    }
  }

  /// Notes when each tag arrived.
  private static final class Ear implements TagListener {
    private final Map<String, Long> arrived = new ConcurrentHashMap<>();
    private final TagTracker tracker =
        new TagTracker(ReadPoints.everyAntennaItsOwn(new WarehouseCode("BENCH")), RULES);

    @Override
    public synchronized void sighted(List<TagSighting> sightings) {
      note(tracker.sighted(sightings));
    }

    synchronized void tick() {
      note(tracker.at(InstantSource.system().instant()));
    }

    private void note(List<TagEvent> events) {
      for (TagEvent event : events) {
        if (event instanceof TagEvent.Arrived one) {
          arrived.put(one.heard().epc(), System.nanoTime());
        }
      }
    }

    @Override
    public void inputChanged(int port, boolean on) {}

    @Override
    public void healthChanged(DeviceHealth health) {}
  }
}
