package dev.stockwright.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WorkerTest {
  private final List<String> done = new CopyOnWriteArrayList<>();
  private final Worker worker =
      new Worker("test-worker", e -> done.add("failed: " + e.getMessage()));

  @AfterEach
  void close() {
    worker.close();
  }

  @Test
  void aJobThatBreaksOffIsToldAndTheNextOneRuns() throws InterruptedException {
    worker.run(
        () -> {
          throw new IllegalStateException("no");
        });
    worker.run(() -> done.add("next"));
    settle();
    assertEquals(List.of("failed: no", "next"), done);
  }

  @Test
  void whatIsAskedForWhileItWaitsRunsOnce() throws InterruptedException {
    CountDownLatch open = new CountDownLatch(1);
    Runnable draw = worker.once(() -> done.add("drawn"));
    worker.run(
        () -> {
          try {
            open.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
    draw.run();
    draw.run();
    draw.run();
    open.countDown();
    settle();
    draw.run();
    settle();
    assertEquals(List.of("drawn", "drawn"), done);
  }

  private void settle() throws InterruptedException {
    CountDownLatch reached = new CountDownLatch(1);
    worker.run(reached::countDown);
    assertTrue(reached.await(20, TimeUnit.SECONDS));
  }
}
