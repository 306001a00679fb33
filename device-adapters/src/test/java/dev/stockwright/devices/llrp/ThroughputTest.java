package dev.stockwright.devices.llrp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.devices.DeviceHealth;
import dev.stockwright.devices.DeviceState;
import dev.stockwright.devices.llrp.simulated.ReaderModel;
import dev.stockwright.devices.llrp.simulated.SimulatedReader;
import dev.stockwright.devices.rfid.TagListener;
import dev.stockwright.devices.rfid.TagSighting;
import dev.stockwright.vocabulary.DeviceId;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Many tags a second over real sockets: none lost, none twice, soon told.
class ThroughputTest {
  /// Ticks off the numbers in the EPCs, and remembers how long each took from the air to here.
  private static final class Ticked implements TagListener {
    private final BitSet numbers = new BitSet();
    private final int perSecond;
    private final long[] cameNanos;
    private int twice;
    private boolean ready;

    Ticked(int perSecond, int total) {
      this.perSecond = perSecond;
      this.cameNanos = new long[total];
    }

    @Override
    public synchronized void sighted(List<TagSighting> sightings) {
      long now = System.nanoTime();
      for (TagSighting sighting : sightings) {
        int number = (int) Long.parseLong(sighting.epc().substring(8), 16);
        twice += numbers.get(number) ? 1 : 0;
        numbers.set(number);
        cameNanos[number] = now;
      }
      notifyAll();
    }

    @Override
    public void inputChanged(int port, boolean on) {}

    @Override
    public synchronized void healthChanged(DeviceHealth health) {
      ready |= health.state() == DeviceState.READY;
      notifyAll();
    }

    synchronized void awaitReady() throws InterruptedException {
      while (!ready) {
        wait();
      }
    }

    synchronized void await(int count) throws InterruptedException {
      long until = System.nanoTime() + 5_000_000_000L;
      while (numbers.cardinality() < count && System.nanoTime() < until) {
        wait(50);
      }
    }

    /// How much later than the quickest a tag came here, counted from when it was due to be sent:
    /// in milliseconds, for all but one in twenty.
    synchronized double lateMillis() {
      double[] late = new double[cameNanos.length];
      for (int i = 0; i < late.length; i++) {
        late[i] = cameNanos[i] / 1e6 - 1e3 * i / perSecond;
      }
      Arrays.sort(late);
      return late[late.length * 19 / 20] - late[0];
    }
  }

  @Test
  void aLostOrDoubledReadWouldBeFound() {
    Ticked ticked = new Ticked(1_000, 3);
    for (int number : new int[] {0, 2, 2}) {
      String epc = "30000000" + String.format(Locale.ROOT, "%016x", number);
      Instant now = Instant.EPOCH;
      ticked.sighted(List.of(new TagSighting(new DeviceId("reader-1"), 1, epc, -50, 1, now, now)));
    }
    assertEquals(2, ticked.numbers.cardinality());
    assertEquals(1, ticked.twice);
  }

  @Test
  @Timeout(60)
  void fourReadersAtAThousandAndOneAtEightThousandForThreeSeconds() throws Exception {
    run(4, 1_000, 3);
    run(1, 8_000, 3);
  }

  @Test
  @Tag("thorough")
  @Timeout(180)
  void forAMinute() throws Exception {
    run(4, 1_000, 60);
    run(1, 8_000, 60);
  }

  private static void run(int readers, int perSecond, int seconds) throws Exception {
    List<SimulatedReader> simulated = new ArrayList<>();
    List<LlrpReader> real = new ArrayList<>();
    List<Ticked> ticked = new ArrayList<>();
    List<Thread> senders = new ArrayList<>();
    int total = perSecond * seconds;
    long processorBefore = processorNanos();
    long began = System.nanoTime();
    long heapBefore;
    long heapGrown;
    try {
      for (int i = 0; i < readers; i++) {
        SimulatedReader air = new SimulatedReader(ReaderModel.zebra(), 0);
        DeviceId name = new DeviceId("reader-" + i);
        LlrpReader reader =
            new LlrpReader(
                ReaderSettings.of(name, "127.0.0.1", air.port()), InstantSource.system());
        Ticked tick = new Ticked(perSecond, total);
        simulated.add(air);
        real.add(reader);
        ticked.add(tick);
        reader.start(tick);
        tick.awaitReady();
      }
      heapBefore = heap();
      for (SimulatedReader air : simulated) {
        senders.add(
            Thread.startVirtualThread(
                () -> {
                  try {
                    air.sendAtRate(perSecond, total, Long.MAX_VALUE);
                  } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                  }
                }));
      }
      for (int i = 0; i < readers; i++) {
        senders.get(i).join();
        ticked.get(i).await(total);
        assertEquals(total, simulated.get(i).sent());
        assertEquals(total, ticked.get(i).numbers.cardinality(), "reader " + i);
        assertEquals(0, ticked.get(i).twice);
        assertEquals(total, real.get(i).health().reads());
        assertEquals(0, real.get(i).health().reconnects());
      }
      heapGrown = heap() - heapBefore;
    } finally {
      real.forEach(LlrpReader::close);
      simulated.forEach(SimulatedReader::close);
    }
    double cores = (double) (processorNanos() - processorBefore) / (System.nanoTime() - began);
    double p95 = ticked.stream().mapToDouble(Ticked::lateMillis).max().orElseThrow();
    System.out.printf(
        Locale.ROOT,
        "%d readers at %d/s for %d s: none lost; %.2f cores, sender and test included; heap %+.1f"
            + " MB; p95 %.1f ms%n",
        readers,
        perSecond,
        seconds,
        cores,
        heapGrown / 1e6,
        p95);
    assertTrue(p95 <= 300, "p95 " + p95 + " ms");
  }

  private static long heap() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  private static long processorNanos() {
    return ManagementFactory.getOperatingSystemMXBean()
            instanceof com.sun.management.OperatingSystemMXBean system
        ? system.getProcessCpuTime()
        : 0;
  }
}
