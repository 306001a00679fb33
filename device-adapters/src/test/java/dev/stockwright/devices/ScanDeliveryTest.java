package dev.stockwright.devices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.stockwright.devices.reasons.Told;
import dev.stockwright.vocabulary.DeviceId;
import dev.stockwright.vocabulary.Scan;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ScanDeliveryTest {
  private static final DeviceId SCANNER = new DeviceId("scanner-1");
  private static final Duration SOON = Duration.ofSeconds(20);

  private final ManualClock clock = new ManualClock();
  private final RecordingListener heard = new RecordingListener();
  private final ScanDelivery delivery =
      new ScanDelivery(SCANNER, false, Duration.ofMillis(250), clock);

  @AfterEach
  void close() {
    delivery.close();
  }

  private static Scan.Raw raw(String text) {
    return new Scan.Raw(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  @Test
  void theSameCodeAtOnceIsABounceAndLaterASecondPiece() throws InterruptedException {
    delivery.start(heard);
    delivery.read(raw("A"));
    clock.forward(Duration.ofMillis(200));
    delivery.read(raw("A"));
    // Still in view: the window counts from the last read, not from the first.
    clock.forward(Duration.ofMillis(200));
    delivery.read(raw("A"));
    clock.forward(Duration.ofMillis(250));
    delivery.read(raw("A"));
    delivery.read(raw("B"));
    delivery.read(raw("A"));
    heard.await(SOON, () -> heard.scans.size() == 4);
    assertEquals(List.of("A", "A", "B", "A"), heard.texts());
    assertEquals(2, heard.bounces.size());
    assertEquals(6, delivery.health().reads());
    assertEquals(2, delivery.health().bounces());
  }

  @Test
  void aWindowOfZeroLetsEverythingPass() throws InterruptedException {
    try (ScanDelivery open = new ScanDelivery(SCANNER, false, Duration.ZERO, clock)) {
      open.start(heard);
      open.read(raw("A"));
      open.read(raw("A"));
      heard.await(SOON, () -> heard.scans.size() == 2);
    }
  }

  @Test
  void whatAStuckListenerDoesNotTakeIsRefusedAloudAndTheRestComesInOrder()
      throws InterruptedException {
    CountDownLatch release = new CountDownLatch(1);
    CountDownLatch stuck = new CountDownLatch(1);
    ScanListener slow =
        new ForwardingListener(heard) {
          @Override
          public void scanned(Scan scan) {
            stuck.countDown();
            try {
              release.await();
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
            }
            super.scanned(scan);
          }
        };
    delivery.start(slow);
    delivery.read(raw("0"));
    stuck.await();
    IntStream.rangeClosed(1, 53).forEach(i -> delivery.read(raw(Integer.toString(i))));
    // The refusals are heard while the listener is still busy with the first scan.
    assertEquals(
        List.of("51", "52", "53"), heard.refused.stream().map(r -> r.scan().text()).toList());
    assertEquals("too_fast", heard.refused.getFirst().code());
    assertEquals(3, delivery.health().rejects());
    release.countDown();
    heard.await(SOON, () -> heard.scans.size() == 51);
    assertEquals(IntStream.rangeClosed(0, 50).mapToObj(Integer::toString).toList(), heard.texts());
  }

  @Test
  void aListenerThatFailsHearsTheNextScanAllTheSame() throws InterruptedException {
    delivery.start(
        new ForwardingListener(heard) {
          @Override
          public void scanned(Scan scan) {
            super.scanned(scan);
            throw new IllegalStateException("a mistake of the listener, made by the test");
          }
        });
    delivery.read(raw("A"));
    delivery.read(raw("B"));
    heard.await(SOON, () -> heard.scans.size() == 2);
  }

  @Test
  void closingPassesOnWhatWasRead() {
    delivery.start(heard);
    IntStream.range(0, 40).forEach(i -> delivery.read(raw(Integer.toString(i))));
    delivery.close();
    assertEquals(40, heard.scans.size());
  }

  @Test
  void startingTwiceIsAMistake() {
    delivery.start(heard);
    assertThrows(IllegalStateException.class, () -> delivery.start(heard));
  }

  @Test
  void onlyAChangeOfStateOrReasonIsTold() {
    delivery.start(heard);
    delivery.state(DeviceState.READY, Told.asIs("Ready."));
    delivery.state(DeviceState.READY, Told.asIs("Ready."));
    clock.forward(Duration.ofSeconds(1));
    delivery.state(DeviceState.LOST, Told.asIs("Gone."));
    assertEquals(List.of(DeviceState.READY, DeviceState.LOST), heard.states());
    assertEquals(
        new DeviceHealth(
            SCANNER, DeviceState.LOST, Told.asIs("Gone."), false, clock.instant(), 0, 0, 0, 0),
        delivery.health());
  }

  @Test
  void aSystemClockServesToo() {
    try (ScanDelivery real =
        new ScanDelivery(SCANNER, true, Duration.ZERO, InstantSource.system())) {
      assertEquals(DeviceState.CONFIGURED, real.health().state());
    }
  }

  private static class ForwardingListener implements ScanListener {
    private final ScanListener to;

    ForwardingListener(ScanListener to) {
      this.to = to;
    }

    @Override
    public void scanned(Scan scan) {
      to.scanned(scan);
    }

    @Override
    public void bounced(Scan scan) {
      to.bounced(scan);
    }

    @Override
    public void refused(RefusedRead refused) {
      to.refused(refused);
    }

    @Override
    public void healthChanged(DeviceHealth health) {
      to.healthChanged(health);
    }
  }
}
