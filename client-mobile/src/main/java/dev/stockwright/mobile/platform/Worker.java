package dev.stockwright.mobile.platform;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One thread for what the screen must not wait for. At most [#WAITING_MAX] things wait.
public final class Worker implements AutoCloseable {
  static final int WAITING_MAX = 200;
  private static final Logger LOG = LoggerFactory.getLogger(Worker.class);

  private final ThreadPoolExecutor thread;
  private final Consumer<RuntimeException> failed;

  /// @param failed hears of a thing that broke off, and of one that found no room
  public Worker(String name, Consumer<RuntimeException> failed) {
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

  /// Never waits.
  public void run(Runnable job) {
    try {
      thread.execute(() -> fenced(job));
    } catch (RejectedExecutionException e) {
      if (!thread.isShutdown()) {
        failed.accept(e);
      }
    }
  }

  private void fenced(Runnable job) {
    try {
      job.run();
    } catch (RuntimeException e) {
      LOG.error("a step failed", e);
      failed.accept(e);
    }
  }

  /// Waits for the job under way, at most 2 seconds.
  @Override
  public void close() {
    thread.shutdown();
    try {
      if (!thread.awaitTermination(2, TimeUnit.SECONDS)) {
        LOG.warn("closed in the middle of a step");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
