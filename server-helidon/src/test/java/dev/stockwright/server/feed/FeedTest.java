package dev.stockwright.server.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.db.Database;
import dev.stockwright.protocol.Event;
import dev.stockwright.protocol.Level;
import dev.stockwright.protocol.ServerFrame;
import dev.stockwright.server.TestDatabase;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class FeedTest {
  private static final FeedSettings SMALL =
      new FeedSettings(
          Duration.ofMillis(5), Duration.ofMillis(50), 100, 1_000_000, 1_000, 30, Duration.ZERO);

  private static TestDatabase own;
  private static Database database;
  private static EventLog log;
  private static int made;

  @BeforeAll
  static void start() {
    own = TestDatabase.fresh();
    database = Database.open(own.place());
    log = new EventLog(database);
  }

  @AfterAll
  static void stop() {
    database.close();
    own.close();
  }

  private static FakeDesk desk(int products) {
    return new FakeDesk(database, "W" + ++made, products);
  }

  private static Optional<Head> has(long epoch, long last) {
    return Optional.of(new Head(epoch, last));
  }

  @Test
  void theLogGivesMovementsAndHappeningsInTheOrderOfTheirNumbersAsTheyWereTold() {
    FakeDesk desk = desk(3);
    List<Event> told = new ArrayList<>(desk.receive(4));
    told.add(desk.reserve("SO-1"));
    told.addAll(desk.receive(2));
    assertEquals(told, log.after(desk.warehouse(), 0, 100));
    assertEquals(told.subList(3, 5), log.after(desk.warehouse(), 3, 2));
    assertEquals(List.of(), log.after(desk.warehouse(), 7, 100));
    assertEquals(Optional.of(new Head(1, 7)), log.head(desk.warehouse()));
    assertEquals(new Head(1, 7), log.heads().get(desk.warehouse()));
    assertEquals(Optional.empty(), log.head(new WarehouseCode("NOWHERE")));
  }

  @Test
  void aNumberThatIsNotThereIsNamed() {
    FakeDesk desk = desk(3);
    desk.receive(4);
    desk.loseNumbers(2);
    desk.receive(1);
    EventMissing hole = assertThrows(EventMissing.class, () -> log.after(desk.warehouse(), 0, 100));
    assertEquals(5, hole.n());
  }

  @Test
  void aFollowerResumesAtAnyNumberWithExactlyTheNext() {
    FakeDesk desk = desk(7);
    desk.receive(40);
    try (Feed feed = new Feed(log, SMALL)) {
      try (Follower first = new Follower(feed, desk.warehouse(), has(1, 0))) {
        first.takeTo(40);
        feed.committed(desk.warehouse(), 1, desk.receive(10));
        first.takeTo(50);
        for (long n = 0; n <= 50; n++) {
          try (Follower other = new Follower(feed, desk.warehouse(), has(1, n))) {
            other.takeTo(50);
            other.takeUntil("subscribed", () -> !other.frames.isEmpty());
            assertEquals(LongStream.rangeClosed(n + 1, 50).boxed().toList(), other.numbers);
            assertEquals(0, other.snapshots);
            assertEquals(
                new ServerFrame.Subscribed(desk.warehouse(), 1, 50), other.frames.getFirst());
          }
        }
      }
      assertEquals(0, feed.followedWarehouses());
    }
  }

  @Test
  void batchesToldInAnyOrderAndTwiceOrNotAtAllComeInOrderOnce() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    FakeDesk desk = desk(7);
    try (Feed feed = new Feed(log, SMALL);
        Follower follower = new Follower(feed, desk.warehouse(), has(1, 0))) {
      follower.takeUntil("subscribed", () -> !follower.frames.isEmpty());
      for (int round = 0; round < 30; round++) {
        List<List<Event>> batches = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
          batches.add(desk.receive(1 + random.nextInt(5)));
        }
        batches.remove(random.nextInt(batches.size())); // written by another server
        batches.add(batches.getFirst());
        Collections.shuffle(batches, random);
        batches.forEach(batch -> feed.committed(desk.warehouse(), 1, batch));
      }
      follower.takeTo(desk.last());
      assertEquals(
          LongStream.rangeClosed(1, desk.last()).boxed().toList(),
          follower.numbers,
          "seed " + seed);
      assertEquals(0, follower.snapshots);
    }
  }

  @Test
  void whatPlainSqlWroteIsSeen() {
    FakeDesk desk = desk(7);
    try (Feed feed = new Feed(log, SMALL);
        Follower follower = new Follower(feed, desk.warehouse(), has(1, 0))) {
      follower.takeUntil("subscribed", () -> !follower.frames.isEmpty());
      desk.receive(3);
      desk.reserve("SO-1");
      follower.takeTo(4);
      assertEquals(List.of(1L, 2L, 3L, 4L), follower.numbers);
    }
  }

  @Test
  void whoHasNothingGetsAConsistentSnapshotInPagesAndTheEventsAfterIt() {
    FakeDesk desk = desk(2_000);
    desk.receive(5_000);
    try (Feed feed = new Feed(log, SMALL);
        Follower follower = new Follower(feed, desk.warehouse(), Optional.empty())) {
      follower.takeTo(5_000);
      assertEquals(1, follower.snapshots);
      List<ServerFrame.Snapshot> pages =
          follower.frames.stream()
              .filter(ServerFrame.Snapshot.class::isInstance)
              .map(ServerFrame.Snapshot.class::cast)
              .toList();
      assertTrue(pages.size() > 3, "pages: " + pages.size());
      for (int i = 0; i < pages.size(); i++) {
        assertEquals(i + 1, pages.get(i).page());
        assertEquals(i + 1 == pages.size(), pages.get(i).done());
        assertEquals(5_000, pages.get(i).n());
      }
      assertEquals(2_000, follower.levels.size());
      assertEquals(5_000, follower.levels.values().stream().mapToLong(Level::quantity).sum());
      feed.committed(desk.warehouse(), 1, desk.receive(10));
      follower.takeTo(5_010);
      assertEquals(5_010, follower.levels.values().stream().mapToLong(Level::quantity).sum());
    }
  }

  @Test
  void anEmptyWarehouseHasASnapshotOfOneEmptyPage() {
    FakeDesk desk = desk(0);
    try (Feed feed = new Feed(log, SMALL);
        Follower follower = new Follower(feed, desk.warehouse(), Optional.empty())) {
      follower.takeTo(0);
      assertEquals(
          List.of(
              new ServerFrame.Subscribed(desk.warehouse(), 1, 0),
              new ServerFrame.Snapshot(desk.warehouse(), 1, 0, 1, true, List.of())),
          follower.frames);
    }
  }

  @Test
  void snapshotAndEventsAgreeWhileTheWarehouseIsBusy() throws Exception {
    FakeDesk desk = desk(300);
    desk.receive(300);
    try (Feed feed = new Feed(log, SMALL)) {
      Thread writer =
          Thread.ofVirtual()
              .start(
                  () -> {
                    for (int i = 0; i < 200; i++) {
                      feed.committed(desk.warehouse(), 1, desk.receive(5));
                    }
                  });
      List<Map<Sku, Level>> pictures = new ArrayList<>();
      while (writer.isAlive() || pictures.size() < 5) {
        try (Follower follower = new Follower(feed, desk.warehouse(), Optional.empty())) {
          follower.takeUntil("snapshot", () -> follower.position >= 0);
          long began = follower.position;
          assertEquals(
              began,
              follower.levels.values().stream().mapToLong(Level::quantity).sum(),
              "the snapshot is the state after its number");
          follower.takeTo(Math.min(1_300, began + 50));
          pictures.add(Map.copyOf(follower.levels));
          assertEquals(
              follower.position,
              follower.levels.values().stream().mapToLong(Level::quantity).sum());
        }
      }
      writer.join();
    }
  }

  @Test
  void anotherEpochOrANumberFromTheFutureStartsWithASnapshot() {
    FakeDesk desk = desk(3);
    desk.receive(5);
    try (Feed feed = new Feed(log, SMALL)) {
      for (Head old : List.of(new Head(7, 2), new Head(1, 99), new Head(1, -1))) {
        try (Follower follower = new Follower(feed, desk.warehouse(), Optional.of(old))) {
          follower.takeUntil("snapshot", () -> follower.snapshots == 1 && follower.position == 5);
          assertInstanceOf(ServerFrame.Subscribed.class, follower.frames.getFirst());
        }
      }
    }
  }

  @Test
  void aRestoredBackupIsNoticedWhileFollowing() {
    FakeDesk desk = desk(3);
    desk.receive(5);
    try (Feed feed = new Feed(log, SMALL);
        Follower follower = new Follower(feed, desk.warehouse(), has(1, 0))) {
      follower.takeTo(5);
      desk.nextEpoch();
      feed.committed(desk.warehouse(), 2, desk.receive(1));
      follower.takeUntil("snapshot", () -> follower.snapshots == 1 && follower.position == 6);
      assertEquals(2, follower.epoch);
      feed.committed(desk.warehouse(), 2, desk.receive(1));
      follower.takeTo(7);
      assertEquals(List.of(7L), follower.numbers);
    }
  }

  @Test
  void whoIsSlowGetsLargerFramesThenPagesThenASnapshotAndNeverAGap() {
    FakeDesk desk = desk(20);
    try (Feed feed = new Feed(log, SMALL);
        Follower fast = new Follower(feed, desk.warehouse(), has(1, 0));
        Follower slow = new Follower(feed, desk.warehouse(), has(1, 0))) {
      fast.takeUntil("subscribed", () -> !fast.frames.isEmpty());
      slow.takeUntil("subscribed", () -> !slow.frames.isEmpty());
      for (int i = 0; i < 8; i++) {
        feed.committed(desk.warehouse(), 1, desk.receive(10));
        fast.takeTo(desk.last());
      }
      slow.takeTo(80);
      assertEquals(2, slow.frames.size(), "subscribed, and all at once");
      for (int i = 0; i < 50; i++) { // 500 behind, of which 100 are in memory
        feed.committed(desk.warehouse(), 1, desk.receive(10));
        fast.takeTo(desk.last());
      }
      slow.takeTo(580);
      assertEquals(LongStream.rangeClosed(1, 580).boxed().toList(), slow.numbers);
      assertEquals(0, slow.snapshots);
      for (int i = 0; i < 11; i++) { // more than 1 000 behind
        feed.committed(desk.warehouse(), 1, desk.receive(100));
        fast.takeTo(desk.last());
      }
      slow.takeTo(1_680);
      assertEquals(1, slow.snapshots);
      assertEquals(1_680, slow.levels.values().stream().mapToLong(Level::quantity).sum());
      assertEquals(0, fast.snapshots);
    }
  }

  @Test
  void aHoleInTheLedgerIsJumpedOverWithASnapshot() {
    FakeDesk desk = desk(5);
    desk.receive(10);
    desk.loseNumbers(3);
    desk.receive(2);
    try (Feed feed = new Feed(log, SMALL);
        Follower follower = new Follower(feed, desk.warehouse(), has(1, 4))) {
      follower.takeTo(15);
      assertEquals(1, follower.snapshots);
      desk.loseNumbers(1);
      feed.committed(desk.warehouse(), 1, desk.receive(2));
      follower.takeTo(18);
      assertEquals(2, follower.snapshots);
    }
  }

  @Test
  void aWarehouseThatIsNotThereIsAProblem() {
    try (Feed feed = new Feed(log, SMALL);
        Follower follower = new Follower(feed, new WarehouseCode("NOWHERE"), Optional.empty())) {
      follower.takeUntil("problem", () -> !follower.frames.isEmpty());
      ServerFrame.Problem problem =
          assertInstanceOf(ServerFrame.Problem.class, follower.frames.getFirst());
      assertEquals("unknown_warehouse", problem.code());
      assertEquals(Optional.of(new WarehouseCode("NOWHERE")), problem.about());
      assertTrue(follower.following.hasEnded());
    }
  }

  @Test
  void framesStayBelowTheirBoundAndStretchesJoinAndCutExactly() {
    FakeDesk desk = desk(5);
    List<Event> events = desk.receive(500);
    List<EncodedEvents> stretches = EncodedEvents.of(desk.warehouse(), events, 20_000);
    assertTrue(stretches.size() > 5);
    for (EncodedEvents stretch : stretches) {
      int bytes = stretch.frame().getBytes(StandardCharsets.UTF_8).length;
      assertTrue(bytes <= 20_000, "bytes: " + bytes);
      assertTrue(bytes <= stretch.bytes() && stretch.bytes() - bytes < 10);
    }
    ServerFrame joined =
        dev.stockwright.protocol.Wire.SERVER_FRAME.read(
            EncodedEvents.joined(stretches.subList(0, 3), 7));
    assertEquals(
        new ServerFrame.Events(desk.warehouse(), events.subList(7, (int) stretches.get(2).last())),
        joined);
    assertFalse(stretches.get(0).frameAfter(3).contains("\"n\":3,\"at\""));
  }
}
