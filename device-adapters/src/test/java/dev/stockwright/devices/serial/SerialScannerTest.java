package dev.stockwright.devices.serial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.devices.DeviceState;
import dev.stockwright.devices.RecordingListener;
import dev.stockwright.devices.reasons.Told;
import dev.stockwright.vocabulary.DeviceId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SerialScannerTest {
  private static final Duration SOON = Duration.ofSeconds(20);

  private final RecordingListener heard = new RecordingListener();
  private final BlockingQueue<SerialLink.Opener> openers = new LinkedBlockingQueue<>();
  private final AtomicInteger tries = new AtomicInteger();
  private final SerialScanner scanner =
      new SerialScanner(
          new DeviceId("scanner-1"),
          SerialSettings.of("/dev/scripted").withBounceWindow(Duration.ZERO),
          InstantSource.system(),
          LineTap.NOBODY,
          this::open);

  private SerialLink open(SerialSettings settings) throws LinkFailure {
    tries.incrementAndGet();
    SerialLink.Opener next = openers.poll();
    if (next == null) {
      throw new LinkFailure(Told.asIs("No scanner here. Plug it in."));
    }
    return next.open(settings);
  }

  @AfterEach
  void close() {
    scanner.close();
  }

  @Test
  @DisplayName("D4 An unplugged scanner says so and comes back by itself")
  void anUnpluggedScannerSaysSoAndComesBackByItself() throws InterruptedException {
    ScriptedLink first = new ScriptedLink();
    openers.add(settings -> first);
    first.sends("A\rB");
    first.isUnplugged();
    scanner.start(heard);
    heard.await(SOON, () -> heard.states().contains(DeviceState.LOST));
    assertTrue(first.closed);
    assertEquals("Unplugged. Plug it in again.", heard.health.get(2).reason());
    // A few tries in vain come first.
    heard.await(SOON, () -> tries.get() > 3);
    ScriptedLink second = new ScriptedLink();
    second.sends("C\r");
    openers.add(settings -> second);
    heard.await(SOON, () -> heard.scans.size() == 2);
    assertEquals(List.of("A", "C"), heard.texts());
    assertEquals("unfinished", heard.refused.getFirst().code());
    assertEquals(1, scanner.health().reconnects());
    assertEquals(DeviceState.READY, scanner.health().state());
  }

  @Test
  void noExceptionOfADriverEndsIt() throws InterruptedException {
    openers.add(
        settings -> {
          throw new UnsatisfiedLinkError("a missing library, made by the test");
        });
    openers.add(
        settings -> {
          throw new IllegalStateException("a driver's mistake, made by the test");
        });
    ScriptedLink broken = new ScriptedLink();
    broken.throwsOut(new ArrayIndexOutOfBoundsException("made by the test"));
    openers.add(settings -> broken);
    ScriptedLink good = new ScriptedLink();
    good.sends("A\r");
    openers.add(settings -> good);
    scanner.start(heard);
    heard.await(SOON, () -> heard.texts().equals(List.of("A")));
    assertEquals(4, tries.get());
  }

  @Test
  void garbageDegradesItAndAReadableScanHealsIt() throws InterruptedException {
    ScriptedLink link = new ScriptedLink();
    openers.add(settings -> link);
    scanner.start(heard);
    link.sends("\u00f8\u00fe\r\u0000\r\u00e0\u00c0x\r");
    heard.await(SOON, () -> scanner.health().state() == DeviceState.DEGRADED);
    assertTrue(scanner.health().reason().contains("9600 baud"), scanner.health().reason());
    assertEquals(1, scanner.health().rejects());
    link.sends("A-01\r");
    heard.await(SOON, () -> scanner.health().state() == DeviceState.READY);
    // High bytes are passed on and read as noise later; nothing is dropped here.
    heard.await(SOON, () -> heard.scans.size() == 3);
  }

  @Test
  void triesInVainGrowRareButNotRarerThanTwoSeconds() throws InterruptedException {
    scanner.start(heard);
    heard.await(SOON, () -> tries.get() >= 4);
    // 100 + 200 + 400 ms lie between the first four.
    Duration fourthToFifth = heard.await(SOON, () -> tries.get() >= 5);
    assertTrue(fourthToFifth.toMillis() > 400, "after " + fourthToFifth);
    assertTrue(fourthToFifth.toMillis() < 2_500, "after " + fourthToFifth);
  }

  @Test
  void closingIsQuickAndSaid() throws InterruptedException {
    ScriptedLink link = new ScriptedLink();
    openers.add(settings -> link);
    scanner.start(heard);
    heard.await(SOON, () -> scanner.health().state() == DeviceState.READY);
    long start = System.nanoTime();
    scanner.close();
    scanner.close();
    assertTrue(Duration.ofNanos(System.nanoTime() - start).toMillis() < 1_500);
    assertTrue(link.closed);
    assertEquals(DeviceState.CONFIGURED, scanner.health().state());
  }
}
