package dev.stockwright.server.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/// What the liveness check is told of the desk's writers.
class WriterAliveTest {
  @Test
  void anIdleDeskIsAliveAndAStuckWriterIsSeenUntilItGoesOn() throws InterruptedException {
    CountDownLatch inside = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    CommitListener slow =
        (warehouse, epoch, events) -> {
          inside.countDown();
          awaitQuietly(goOn);
        };
    try (TestSite site = new TestSite(slow)) {
      assertEquals(Duration.ZERO, site.desk.sinceLastTick());
      var answer =
          site.desk.submit(
              Submission.of(TestSite.envelope(TestSite.receive(TestSite.S1, 1)), TestSite.ANA));
      assertTrue(inside.await(20, TimeUnit.SECONDS));
      await(() -> site.desk.sinceLastTick().toMillis() > 100);
      goOn.countDown();
      answer.join();
      await(() -> site.desk.sinceLastTick().isZero());
    }
  }

  @Test
  void aWriterThatDiedIsSeen() throws InterruptedException {
    CommitListener broken =
        (warehouse, epoch, events) -> {
          throw new StackOverflowError("as if there were no memory left");
        };
    try (TestSite site = new TestSite(broken)) {
      var _ =
          site.desk.submit(
              Submission.of(TestSite.envelope(TestSite.receive(TestSite.S1, 1)), TestSite.ANA));
      await(() -> site.desk.sinceLastTick().toHours() > 1);
    }
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      assertTrue(latch.await(20, TimeUnit.SECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    long giveUp = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (!condition.getAsBoolean()) {
      assertTrue(System.nanoTime() < giveUp, "it did not happen");
      TimeUnit.MILLISECONDS.sleep(5);
    }
  }
}
