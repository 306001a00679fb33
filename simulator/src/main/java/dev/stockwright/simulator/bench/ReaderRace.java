package dev.stockwright.simulator.bench;

import dev.stockwright.devices.DeviceHealth;
import dev.stockwright.devices.llrp.LlrpReader;
import dev.stockwright.devices.llrp.ReaderSettings;
import dev.stockwright.devices.rfid.ReadPoints;
import dev.stockwright.devices.rfid.TagListener;
import dev.stockwright.devices.rfid.TagRules;
import dev.stockwright.devices.rfid.TagSighting;
import dev.stockwright.devices.rfid.TagTracker;
import dev.stockwright.simulator.stack.Waiting;
import dev.stockwright.vocabulary.DeviceId;
import dev.stockwright.vocabulary.WarehouseCode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;

/// RFID readers that tell as much as they can, over real sockets: is everything heard, what does it
/// cost, and does it pile up?
final class ReaderRace {
  private static final int POPULATION = 1_000;
  private static final int HEX = 16;

  private ReaderRace() {}

  /// @param time how long each reader sends
  static void run(int count, int perSecond, Duration time, Report report) {
    report.heading(
        count + " RFID reader(s), %,d tags/s each, %d s".formatted(perSecond, time.toSeconds()));
    long total = perSecond * time.toSeconds();
    List<Tracked> heard = new ArrayList<>();
    try (Senders senders = Senders.start(count, perSecond, total)) {
      for (int port : senders.ports) {
        heard.add(new Tracked("reader-" + port, port));
      }
      heard.forEach(Tracked::start);
      Waiting.until(
          () -> "half of the tags", time.plusSeconds(30), () -> sum(heard) > count * total / 2);
      long half = usedHeap();
      long cpu = cpuNanos();
      long began = System.nanoTime();
      senders.awaitSent();
      double cores = (cpuNanos() - cpu) / (double) (System.nanoTime() - began);
      patient(heard, count * total);
      long end = usedHeap();
      report.none("tags lost or doubled", heard.stream().mapToLong(one -> one.wrong(total)).sum());
      report.atMost("processor cores", cores, 1, "");
      report.figure("events", heard.stream().mapToDouble(one -> one.events.get()).sum(), "");
      report.figure("heap at half time, after collecting", half / 1e6, "MB");
      report.atMost("heap at the end : at half time", end / (double) half, 1.25, "");
    } finally {
      heard.forEach(Tracked::close);
    }
  }

  /// What is still on its way comes within seconds; what does not is lost and counted as that.
  private static void patient(List<Tracked> heard, long all) {
    long giveUp = System.nanoTime() + Duration.ofSeconds(5).toNanos();
    while (sum(heard) < all && System.nanoTime() < giveUp) {
      Waiting.pass(Duration.ofMillis(20));
    }
  }

  private static long sum(List<Tracked> heard) {
    return heard.stream().mapToLong(one -> one.reader.health().reads()).sum();
  }

  private static long usedHeap() {
    Runtime.getRuntime().gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  private static long cpuNanos() {
    return ManagementFactory.getOperatingSystemMXBean()
            instanceof com.sun.management.OperatingSystemMXBean system
        ? system.getProcessCpuTime()
        : 0;
  }

  /// A reader with what is made of its tags.
  private static final class Tracked implements TagListener, AutoCloseable {
    private final LlrpReader reader;
    private final TagTracker tracker;
    private final AtomicIntegerArray counts = new AtomicIntegerArray(POPULATION);
    private final AtomicLong events = new AtomicLong();

    Tracked(String name, int port) {
      DeviceId id = new DeviceId(name);
      ReaderSettings settings =
          ReaderSettings.of(id, "127.0.0.1", port)
              .signs(
                  Duration.ofSeconds(1), new ReaderSettings.Reports(100, Duration.ofMillis(100)));
      this.reader = new LlrpReader(settings, InstantSource.system());
      this.tracker =
          new TagTracker(
              ReadPoints.everyAntennaItsOwn(new WarehouseCode("BENCH")), TagRules.standard());
    }

    void start() {
      reader.start(this);
    }

    @Override
    public void sighted(List<TagSighting> sightings) {
      for (TagSighting one : sightings) {
        int number =
            Integer.parseInt(one.epc(), one.epc().length() - HEX / 2, one.epc().length(), HEX);
        counts.addAndGet(number, one.count());
      }
      // What it makes of them is measured elsewhere; here it costs what it costs.
      events.addAndGet(tracker.sighted(sightings).size());
      events.addAndGet(tracker.at(sightings.getLast().last()).size());
    }

    @Override
    public void inputChanged(int port, boolean on) {}

    @Override
    public void healthChanged(DeviceHealth health) {}

    /// How far off the number of times is at which each tag was heard.
    long wrong(long total) {
      long wrong = 0;
      for (int i = 0; i < POPULATION; i++) {
        long expected = total / POPULATION + (i < total % POPULATION ? 1 : 0);
        wrong += Math.abs(expected - counts.get(i));
      }
      return wrong;
    }

    @Override
    public void close() {
      reader.close();
    }
  }

  /// The other process.
  private record Senders(Process process, BufferedReader lines, int[] ports)
      implements AutoCloseable {
    static Senders start(int count, int perSecond, long total) {
      try {
        Process process =
            new ProcessBuilder(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx256m",
                    "-Dslf4j.internal.verbosity=ERROR",
                    "-cp",
                    System.getProperty("java.class.path"),
                    SimulatedReadersMain.class.getName(),
                    String.valueOf(count),
                    String.valueOf(perSecond),
                    String.valueOf(total),
                    String.valueOf(POPULATION))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
        return new Senders(
            process, lines, numbers(lines, "ports").mapToInt(Integer::parseInt).toArray());
      } catch (IOException e) {
        throw new UncheckedIOException("starting simulated readers", e);
      }
    }

    void awaitSent() {
      try {
        numbers(lines, "sent");
      } catch (IOException e) {
        throw new UncheckedIOException("the simulated readers", e);
      }
    }

    /// The numbers behind the line that begins so.
    private static java.util.stream.Stream<String> numbers(BufferedReader lines, String word)
        throws IOException {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith(word + " ")) {
          return Arrays.stream(line.substring(word.length() + 1).split(" "));
        }
      }
      throw new IOException("the simulated readers ended without \"" + word + "\"");
    }

    @Override
    public void close() {
      process.destroy();
      process.onExit().join();
    }
  }
}
