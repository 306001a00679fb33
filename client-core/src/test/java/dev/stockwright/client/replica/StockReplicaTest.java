package dev.stockwright.client.replica;

import static dev.stockwright.client.Samples.ANA;
import static dev.stockwright.client.Samples.DESK;
import static dev.stockwright.client.Samples.NORTH;
import static dev.stockwright.client.Samples.receive;
import static dev.stockwright.client.Samples.saved;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.client.ManualClock;
import dev.stockwright.client.outbox.MemoryOutbox;
import dev.stockwright.client.store.DeviceStore;
import dev.stockwright.protocol.Answer;
import dev.stockwright.protocol.Envelope;
import dev.stockwright.protocol.Event;
import dev.stockwright.protocol.Level;
import dev.stockwright.protocol.ServerFrame;
import dev.stockwright.protocol.UndoCommand;
import dev.stockwright.vocabulary.CommandId;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@NullUnmarked // fields are set before each test
class StockReplicaTest {
  private static final Instant THEN = Instant.parse("2026-11-20T09:00:00Z");

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

  private static Level level(String sku, long quantity, long n) {
    return new Level(new Sku(sku), NORTH, quantity, 0, 0, quantity, THEN, n);
  }

  private static Numbered event(long n, Level... levels) {
    return new Numbered(n, List.of(levels), Optional.empty());
  }

  private static Numbered committed(long n, CommandId id, Level... levels) {
    return Numbered.of(
        new Event.ReservationCommitted(n, THEN, id, new Reference("O"), List.of(levels)));
  }

  private Step subscribed(long epoch, long last) {
    return replica.subscribed(new ServerFrame.Subscribed(NORTH, epoch, last));
  }

  private Step page(long epoch, long n, int page, boolean done, Level... levels) {
    return replica.snapshot(new ServerFrame.Snapshot(NORTH, epoch, n, page, done, List.of(levels)));
  }

  private void begin(long n, Level... levels) {
    assertEquals(Step.GO_ON, subscribed(1, n));
    assertEquals(Step.GO_ON, page(1, n, 1, true, levels));
  }

  private long onHand(String sku) {
    return replica.level(new Sku(sku)).onHand();
  }

  private Map<String, Long> shown() {
    Map<String, Long> all = new TreeMap<>();
    StockQuery query = new StockQuery("", StockQuery.Sort.SKU, false, 0, 500);
    for (ShownLevel row : replica.page(query).rows()) {
      all.put(row.sku().code(), row.onHand());
    }
    return all;
  }

  @Test
  void aSnapshotReplacesTheOldOneOnlyWhenItsLastPageIsIn() {
    begin(5, level("A", 1, 5), level("B", 2, 5));
    assertEquals(Step.GO_ON, subscribed(2, 9));
    assertEquals(Step.GO_ON, page(2, 9, 1, false, level("A", 10, 9)));
    assertEquals(Map.of("A", 1L, "B", 2L), shown());
    assertFalse(replica.freshness().live());
    assertEquals(Step.GO_ON, page(2, 9, 2, true, level("C", 30, 9)));
    assertEquals(Map.of("A", 10L, "C", 30L), shown());
    assertTrue(replica.freshness().live());
    assertTrue(changes.getLast().all());
    assertEquals(Optional.of(new Position(2, 9)), replica.position());
  }

  @Test
  void aSnapshotThatBreaksOffLeavesTheOldOneAlsoAfterARestart() {
    begin(5, level("A", 1, 5));
    assertEquals(Step.GO_ON, subscribed(2, 9));
    assertEquals(Step.GO_ON, page(2, 9, 1, false, level("A", 10, 9)));
    close();
    open();
    assertEquals(Map.of("A", 1L), shown());
    assertEquals(Optional.of(new Position(1, 5)), replica.position());
    int left =
        store.read(
            connection -> {
              try (var statement = connection.createStatement();
                  var rows = statement.executeQuery("SELECT count(*) FROM level")) {
                return rows.next() ? rows.getInt(1) : -1;
              }
            });
    assertEquals(1, left);
  }

  @Test
  void eventsBeforeASnapshotOrOfAnotherEpochAreNotTaken() {
    assertEquals(Step.START_OVER, replica.events(List.of(event(1, level("A", 1, 1)))));
    begin(5, level("A", 1, 5));
    assertEquals(Step.GO_ON, subscribed(2, 6));
    assertEquals(Step.START_OVER, replica.events(List.of(event(6, level("A", 9, 6)))));
    assertEquals(Map.of("A", 1L), shown());
    assertEquals(Optional.empty(), replica.position());
  }

  @Test
  void aServerThatHasLessThanWeIsNotBelievedToContinue() {
    begin(50, level("A", 1, 50));
    assertEquals(Step.START_OVER, subscribed(1, 40));
    assertEquals(Optional.empty(), replica.position());
    begin(40, level("A", 7, 40));
    assertEquals(7, onHand("A"));
  }

  @Test
  void aPageOutOfOrderStartsOver() {
    assertEquals(Step.GO_ON, subscribed(1, 9));
    assertEquals(Step.GO_ON, page(1, 9, 1, false, level("A", 1, 9)));
    assertEquals(Step.START_OVER, page(1, 9, 3, true, level("B", 1, 9)));
    assertEquals(Optional.empty(), replica.position());
  }

  @Test
  void ownReceiptsAreSeenAtOnceAndNeverTwice() {
    begin(5, level("A", 10, 5));
    Envelope one = saved(outbox.add(receive("A", 24), ANA));
    assertEquals(34, onHand("A"));
    assertEquals(new ReplicaChange(false, Set.of(new Sku("A")), List.of()), changes.getLast());
    // the answer first, the event later
    outbox.settle(List.of(accepted(one, 6)));
    assertEquals(34, onHand("A"));
    assertEquals(Step.GO_ON, replica.events(List.of(event(6, level("A", 34, 6)))));
    assertEquals(34, onHand("A"));
    // the event first, the answer later
    Envelope two = saved(outbox.add(receive("A", 1), ANA));
    assertEquals(Step.GO_ON, replica.events(List.of(committed(7, two.id(), level("A", 35, 7)))));
    assertEquals(35, onHand("A"));
    outbox.settle(List.of(accepted(two, 7)));
    assertEquals(35, onHand("A"));
  }

  @Test
  void aRefusedReceiptIsTakenOffAndAnUndoneOneToo() {
    begin(5, level("A", 10, 5));
    Envelope one = saved(outbox.add(receive("A", 24), ANA));
    assertEquals(1, saved(outbox.add(receive("A", 1), ANA)).sequence() - 1);
    assertEquals(35, onHand("A"));
    outbox.settle(
        List.of(
            new Answer.Refused(
                one.id(),
                new dev.stockwright.protocol.Refusal.UnknownProduct(new Sku("A")),
                "No.")));
    assertEquals(11, onHand("A"));
    Envelope three = saved(outbox.add(receive("A", 5), ANA));
    assertEquals(16, onHand("A"));
    assertTrue(saved(outbox.add(new UndoCommand(three.id()), ANA)).sequence() > 0);
    assertEquals(11, onHand("A"));
  }

  @Test
  void whatWasUnderWayIsLaidOverAgainAfterARestart() {
    begin(5, level("A", 10, 5));
    Envelope one = saved(outbox.add(receive("A", 1), ANA));
    assertTrue(saved(outbox.add(receive("A", 2), ANA)).sequence() > 0);
    outbox.settle(List.of(accepted(one, 6)));
    close();
    open();
    assertEquals(13, onHand("A"));
    assertEquals(Step.GO_ON, subscribed(1, 6));
    assertEquals(Step.GO_ON, replica.events(List.of(event(6, level("A", 11, 6)))));
    assertEquals(13, onHand("A"));
  }

  private static Answer accepted(Envelope envelope, long n) {
    return new Answer.Accepted(
        envelope.id(), List.of(new Answer.Change(NORTH, new Sku("A"), 0, 0, n, n)));
  }

  @Test
  void theListIsFilteredSortedAndCut() {
    begin(5, level("A-1", 5, 5), level("A-2", 9, 5), level("B-1", 7, 5));
    StockQuery byQuantity = new StockQuery("a-", StockQuery.Sort.QUANTITY, true, 0, 1);
    StockPage page = replica.page(byQuantity);
    assertEquals(2, page.total());
    assertEquals(List.of("A-2"), page.rows().stream().map(row -> row.sku().code()).toList());
  }

  @Test
  void theAgeIsThatOfTheLastSignOfLife() {
    begin(5, level("A", 10, 5));
    replica.cut();
    clock.advance(java.time.Duration.ofMinutes(3));
    assertEquals(
        Optional.of(java.time.Duration.ofMinutes(3)), replica.freshness().age(clock.instant()));
  }

  /// Any history, cut into frames in any way, with frames said twice, frames left out, lines cut,
  /// new snapshots and new epochs: the replica always ends as the fold of the history.
  @Test
  void theReplicaIsTheFoldOfTheEventsWhateverTheStreamDoes() {
    long base = System.nanoTime();
    for (int round = 0; round < 60; round++) {
      long seed = base + round;
      close();
      store = DeviceStore.open(folder.resolve("device-" + round + ".db"), clock).store();
      replica = new StockReplica(store, NORTH, outbox, clock);
      new History(new Random(seed), "seed " + seed).play();
    }
  }

  /// A server with a history, and a stream that plays it badly.
  private final class History {
    private final Random random;
    private final String told;
    private final List<Numbered> events = new ArrayList<>();
    private final List<Map<String, Long>> folds = new ArrayList<>();
    private long epoch = 1;

    History(Random random, String told) {
      this.random = random;
      this.told = told;
      folds.add(new TreeMap<>());
    }

    private void happen(int count) {
      for (int i = 0; i < count; i++) {
        Map<String, Long> now = new TreeMap<>(folds.getLast());
        String sku = "S" + random.nextInt(6);
        now.merge(sku, random.nextLong(1, 50), Long::sum);
        long n = events.size() + 1L;
        events.add(event(n, level(sku, now.get(sku), n)));
        folds.add(now);
      }
    }

    void play() {
      happen(random.nextInt(20));
      for (int i = 0; i < 25; i++) {
        happen(random.nextInt(8));
        session(random.nextInt(4) == 0);
        if (random.nextInt(8) == 0) {
          restore();
        }
      }
      happen(3);
      int tries = 0;
      while (!replica.position().equals(Optional.of(new Position(epoch, events.size())))) {
        session(false);
        assertTrue(++tries < 10, told);
      }
      assertEquals(folds.getLast(), shown(), told);
    }

    /// A backup is restored: the past is another one from here on.
    private void restore() {
      int keep = random.nextInt(events.size() + 1);
      while (events.size() > keep) {
        events.removeLast();
        folds.removeLast();
      }
      epoch++;
    }

    private void session(boolean bad) {
      Optional<Position> from = replica.position();
      Step step = subscribed(epoch, events.size());
      if (step != Step.GO_ON) {
        return;
      }
      int sent;
      if (from.filter(p -> p.epoch() == epoch).isEmpty()) {
        sent = events.size();
        if (!pages(sent, bad)) {
          return;
        }
      } else {
        sent = (int) from.get().n();
      }
      frames(sent, bad);
      replica.cut();
    }

    private boolean pages(int n, boolean bad) {
      List<Level> levels = new ArrayList<>();
      folds.get(n).forEach((sku, quantity) -> levels.add(level(sku, quantity, n)));
      int page = 0;
      do {
        page++;
        int size = Math.min(levels.size(), 1 + random.nextInt(3));
        List<Level> some = new ArrayList<>(levels.subList(0, size));
        levels.subList(0, size).clear();
        if (bad && random.nextInt(4) == 0) {
          replica.cut();
          return false;
        }
        assertEquals(
            Step.GO_ON, page(epoch, n, page, levels.isEmpty(), some.toArray(new Level[0])), told);
      } while (!levels.isEmpty());
      return true;
    }

    private void frames(int from, boolean bad) {
      int at = from;
      while (at < events.size()) {
        int start = random.nextInt(3) == 0 ? Math.max(0, at - random.nextInt(4)) : at; // again
        int end = Math.min(events.size(), at + 1 + random.nextInt(4));
        if (bad && random.nextInt(3) == 0 && end < events.size()) {
          // one is left out
          assertEquals(Step.RESUME, replica.events(events.subList(end, events.size())), told);
          return;
        }
        assertEquals(Step.GO_ON, replica.events(events.subList(start, end)), told);
        at = end;
        assertEquals(folds.get(at), shown(), told);
        if (bad && random.nextInt(5) == 0) {
          return;
        }
      }
    }
  }
}
