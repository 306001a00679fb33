package dev.stockwright.client.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.client.Await;
import dev.stockwright.client.workflow.Outcome;
import dev.stockwright.client.workflow.Signal;
import dev.stockwright.vocabulary.DeviceId;
import dev.stockwright.vocabulary.Scan;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScanQueueTest {
  private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
  private final List<String> told = Collections.synchronizedList(new ArrayList<>());
  private final Semaphore server = new Semaphore(0);

  private static Scan scan(String text, long millis) {
    return Scan.ofText(text, new DeviceId("scanner-1"), NOW.plusMillis(millis));
  }

  private Outcome slowly(Scan scan) {
    server.acquireUninterruptibly();
    if (scan.text().equals("bug")) {
      throw new IllegalStateException("a bug");
    }
    return Outcome.of(Signal.ACCEPT, scan.text(), "");
  }

  private void tell(Scan scan, Outcome outcome) {
    told.add(scan.text() + " " + outcome.signal());
  }

  @Test
  void scansDuringAHandlingWaitInOrderAndTheFiftySecondIsToldToWait() {
    try (ScanQueue queue = new ScanQueue(this::slowly, this::tell)) {
      assertEquals(ScanQueue.Taken.QUEUED, queue.offer(scan("s0", 0)));
      Await.until("the first is in hand", () -> queue.waiting() == 0);
      for (int i = 1; i <= ScanQueue.LIMIT; i++) {
        assertEquals(ScanQueue.Taken.QUEUED, queue.offer(scan("s" + i, i)));
      }
      assertEquals(ScanQueue.Taken.TOO_FAST, queue.offer(scan("s51", 51)));
      assertEquals(List.of("s51 REJECT"), List.copyOf(told));
      server.release(100);
      Await.until("all are handled", () -> told.size() == 52);
      assertEquals(
          IntStream.rangeClosed(0, 50).mapToObj(i -> "s" + i + " ACCEPT").toList(),
          told.subList(1, 52));
    }
  }

  @Test
  void aBounceOfTheTriggerIsIgnoredButASecondPieceIsNot() {
    server.release(10);
    try (ScanQueue queue = new ScanQueue(this::slowly, this::tell)) {
      assertEquals(ScanQueue.Taken.QUEUED, queue.offer(scan("a", 0)));
      assertEquals(ScanQueue.Taken.BOUNCE, queue.offer(scan("a", 249)));
      assertEquals(ScanQueue.Taken.QUEUED, queue.offer(scan("a", 250)));
      assertEquals(ScanQueue.Taken.QUEUED, queue.offer(scan("b", 260)));
      Await.until("three are handled", () -> told.size() == 3);
    }
  }

  @Test
  void aBugInOneScanDoesNotStopTheNext() {
    server.release(10);
    try (ScanQueue queue = new ScanQueue(this::slowly, this::tell)) {
      assertEquals(ScanQueue.Taken.QUEUED, queue.offer(scan("bug", 0)));
      assertEquals(ScanQueue.Taken.QUEUED, queue.offer(scan("b", 1)));
      Await.until("both are handled", () -> told.size() == 2);
      assertTrue(told.contains("bug SYSTEM"));
      assertTrue(told.contains("b ACCEPT"));
    }
  }

  @Test
  void aStepOfTheHandKeepsItsPlaceAmongTheScans() {
    try (ScanQueue queue = new ScanQueue(this::slowly, this::tell)) {
      queue.offer(scan("a", 0));
      queue.then(() -> told.add("tap"), bug -> told.add(bug.getMessage()));
      queue.offer(scan("b", 1));
      queue.then(() -> told.add("type"), bug -> told.add(bug.getMessage()));
      assertEquals(List.of(), List.copyOf(told), "the first scan is still in hand");
      server.release(2);
      Await.until("all are handled", () -> told.size() == 4);
      assertEquals(List.of("a ACCEPT", "tap", "b ACCEPT", "type"), List.copyOf(told));
    }
  }

  @Test
  void aStepThatBreaksOffIsSaidAndOneTooManyIsNotTaken() {
    try (ScanQueue queue = new ScanQueue(this::slowly, this::tell)) {
      queue.offer(scan("a", 0));
      Await.until("the first is in hand", () -> queue.waiting() == 0);
      queue.then(
          () -> {
            throw new IllegalStateException("a bug");
          },
          bug -> told.add(bug.getMessage()));
      for (int i = 1; i < ScanQueue.STEPS_MAX; i++) {
        queue.then(() -> {}, bug -> told.add(bug.getMessage()));
      }
      queue.then(() -> told.add("one too many"), bug -> told.add(bug.getMessage()));
      assertEquals(List.of("steps"), List.copyOf(told));
      assertEquals(0, queue.waiting(), "steps are no scans");
      server.release(2);
      assertEquals(ScanQueue.Taken.QUEUED, queue.offer(scan("b", 1)));
      Await.until("the scan after them is handled", () -> told.contains("b ACCEPT"));
      assertEquals(List.of("steps", "a ACCEPT", "a bug", "b ACCEPT"), List.copyOf(told));
    }
  }

  @Test
  void whatWasScannedBeforeTheEndIsHandled() {
    server.release(10);
    try (ScanQueue queue = new ScanQueue(this::slowly, this::tell)) {
      for (int i = 0; i < 10; i++) {
        queue.offer(scan("s" + i, i));
      }
    }
    assertEquals(10, told.size());
  }
}
