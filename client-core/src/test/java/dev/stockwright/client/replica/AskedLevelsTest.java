package dev.stockwright.client.replica;

import static dev.stockwright.client.Samples.ANA;
import static dev.stockwright.client.Samples.DESK;
import static dev.stockwright.client.Samples.NORTH;
import static dev.stockwright.client.Samples.receive;
import static dev.stockwright.client.Samples.saved;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.stockwright.client.ManualClock;
import dev.stockwright.client.outbox.MemoryOutbox;
import dev.stockwright.client.store.DeviceStore;
import dev.stockwright.protocol.Answer;
import dev.stockwright.protocol.Envelope;
import dev.stockwright.protocol.Level;
import dev.stockwright.protocol.ServerFrame;
import dev.stockwright.vocabulary.Sku;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Levels that the server was asked for, with stream and own work laid over them, and the list that
/// stands in when the server is not asked.
@NullUnmarked // fields are set before each test
class AskedLevelsTest {
  private static final Instant THEN = Instant.parse("2026-11-20T09:00:00Z");
  private static final Sku A = new Sku("A");

  @TempDir private Path folder;
  private final ManualClock clock = new ManualClock();
  private final MemoryOutbox outbox = new MemoryOutbox(DESK, clock);
  private final List<ReplicaChange> changes = new ArrayList<>();
  private DeviceStore store;
  private StockReplica replica;

  @BeforeEach
  void open() {
    store = DeviceStore.open(folder.resolve("device.db"), clock).store();
    replica = new StockReplica(store, NORTH, outbox, clock);
    replica.listen(changes::add);
  }

  @AfterEach
  void close() {
    replica.close();
    store.close();
  }

  @Test
  void anAskedLevelNeverCountsOwnWorkTwiceNorHidesTheStream() {
    begin(5, level("A", 10, 5));
    Envelope own = saved(outbox.add(receive("A", 24), ANA));
    assertEquals(34, laidOver(10, 5), "asked before the server had it");
    // The answer is here, the stream not yet.
    outbox.settle(List.of(accepted(own, 6)));
    assertEquals(34, laidOver(10, 5), "an old page");
    assertEquals(34, laidOver(34, 6), "a page that includes it");
    assertEquals(39, laidOver(39, 7), "and work of others");
    // The stream is here, and further than the page.
    happened(6, level("A", 34, 6));
    happened(7, level("A", 39, 7));
    assertEquals(39, laidOver(10, 5));
    assertEquals(39, laidOver(39, 7));
    assertEquals(50, laidOver(50, 8));
  }

  @Test
  void anAnswerIsToldBecauseAnAskedLevelMayIncludeItAlready() {
    begin(5, level("A", 10, 5));
    Envelope own = saved(outbox.add(receive("A", 24), ANA));
    changes.clear();
    outbox.settle(List.of(accepted(own, 6)));
    assertEquals(List.of(new ReplicaChange(false, Set.of(A), List.of())), changes);
  }

  @Test
  void afterABackupNoNumberOfBeforeIsComparedWithANewOne() {
    begin(50, level("A", 10, 50));
    assertEquals(Step.GO_ON, replica.subscribed(new ServerFrame.Subscribed(NORTH, 2, 7)));
    assertEquals(3, laidOver(3, 7), "our 50 is of another past");
  }

  @Test
  void equalRowsStandInTheOrderOfTheServersList() {
    begin(5, level("A-1", 5, 5), level("A-2", 5, 5), level("A-3", 9, 5));
    StockQuery downwards = new StockQuery("", StockQuery.Sort.QUANTITY, true, 0, 9);
    assertEquals(
        List.of("A-3", "A-2", "A-1"),
        replica.page(downwards).rows().stream().map(row -> row.sku().code()).toList());
  }

  @Test
  void aLongListHoldsUpNeitherEventsNorOwnWork() throws InterruptedException {
    begin(5, level("A", 10, 5));
    CountDownLatch reading = new CountDownLatch(1);
    CountDownLatch read = new CountDownLatch(1);
    Thread list = Thread.ofPlatform().start(() -> readUntil(reading, read));
    reading.await();
    happened(6, level("A", 11, 6));
    assertEquals(1, saved(outbox.add(receive("A", 1), ANA)).sequence());
    assertEquals(12, replica.level(A).onHand());
    read.countDown();
    list.join();
  }

  private boolean readUntil(CountDownLatch reading, CountDownLatch read) {
    return store.list(
        connection -> {
          reading.countDown();
          try {
            read.await();
            return true;
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
          }
        });
  }

  private long laidOver(long quantity, long n) {
    return replica.laidOver(level("A", quantity, n), "Bolt").onHand();
  }

  private void begin(long n, Level... levels) {
    assertEquals(Step.GO_ON, replica.subscribed(new ServerFrame.Subscribed(NORTH, 1, n)));
    assertEquals(
        Step.GO_ON,
        replica.snapshot(new ServerFrame.Snapshot(NORTH, 1, n, 1, true, List.of(levels))));
  }

  private void happened(long n, Level level) {
    assertEquals(
        Step.GO_ON, replica.events(List.of(new Numbered(n, List.of(level), Optional.empty()))));
  }

  private static Answer accepted(Envelope envelope, long n) {
    return new Answer.Accepted(envelope.id(), List.of(new Answer.Change(NORTH, A, 0, 0, n, n)));
  }

  private static Level level(String sku, long quantity, long n) {
    return new Level(new Sku(sku), NORTH, quantity, 0, 0, quantity, THEN, n);
  }
}
