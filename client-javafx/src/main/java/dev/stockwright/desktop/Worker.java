package dev.stockwright.desktop;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A thread on which the desk does what the JavaFX thread must not wait for: one reads and writes
/// its store, another asks the server. One job after the other, in the order given. At most
/// [#WAITING_MAX] wait; one more is a bug and is said as such.
final class Worker implements AutoCloseable {
  static final int WAITING_MAX = 1_000;

  private static final Logger LOG = LoggerFactory.getLogger(Worker.class);

  private final Consumer<RuntimeException> failed;
  private final ThreadPoolExecutor thread;

  /// `failed` hears of a job that broke off.
  Worker(String name, Consumer<RuntimeException> failed) {
    this.failed = failed;
    this.thread =
        new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(WAITING_MAX),
            Thread.ofPlatform().daemon().name(name).factory());
  }

  /// Another thread, for what this one must not wait for.
  Worker beside(String name) {
    return new Worker(name, failed);
  }

  void run(Runnable job) {
    try {
      thread.execute(() -> fenced(job));
    } catch (RejectedExecutionException e) {
      if (!thread.isShutdown()) {
        failed.accept(e);
      }
    }
  }

  /// A job that is asked for more often than it needs to run: while one waits, no second one does.
  Runnable once(Runnable job) {
    AtomicBoolean waits = new AtomicBoolean();
    return () -> {
      if (waits.compareAndSet(false, true)) {
        run(
            () -> {
              waits.set(false);
              job.run();
            });
      }
    };
  }

  /// The fence of what a person asks for: a bug in one step must not stop the next.
  private void fenced(Runnable job) {
    try {
      job.run();
    } catch (RuntimeException e) {
      if (!thread.isShutdown()) {
        LOG.error("a step failed", e);
        failed.accept(e);
      }
    }
  }

  /// Waits for the job under way, at most 2 seconds; drops what waits.
  @Override
  public void close() {
    thread.shutdownNow();
    try {
      if (!thread.awaitTermination(2, TimeUnit.SECONDS)) {
        LOG.warn("closed in the middle of a step");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
