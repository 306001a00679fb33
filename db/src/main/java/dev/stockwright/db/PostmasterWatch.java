package dev.stockwright.db;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Watches the embedded PostgreSQL's first process and has it started again when it has died. One
/// thread of its own, from [#begin] to [#close].
final class PostmasterWatch {
  private static final Logger LOG = LoggerFactory.getLogger(PostmasterWatch.class);
  private static final int LOOK_SECONDS = 1;
  private static final int BACKEND_SECONDS = 10;

  private final Supplier<Optional<ProcessHandle>> postmaster;
  private final Runnable startAgain;
  private final Thread thread;
  private volatile boolean closed;

  PostmasterWatch(Supplier<Optional<ProcessHandle>> postmaster, Runnable startAgain) {
    this.postmaster = postmaster;
    this.startAgain = startAgain;
    this.thread = Thread.ofPlatform().daemon().name("postgres-watch").unstarted(this::watch);
  }

  void begin() {
    thread.start();
  }

  void close() {
    closed = true;
    thread.interrupt();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void watch() {
    while (!closed) {
      Optional<ProcessHandle> process = postmaster.get();
      if (process.isPresent()) {
        untilDead(process.get());
      }
      if (!closed) {
        tryAgain();
      }
    }
  }

  /// Returns when the process is gone and its backends, which hold the shared memory, are gone too.
  private void untilDead(ProcessHandle process) {
    List<ProcessHandle> backends = process.descendants().toList();
    while (!closed && !EmbeddedDatabase.gone(process, LOOK_SECONDS)) {
      if (Thread.interrupted()) {
        return;
      }
      backends = process.descendants().toList();
    }
    for (ProcessHandle backend : backends) {
      if (!closed) {
        EmbeddedDatabase.gone(backend, BACKEND_SECONDS);
      }
    }
  }

  private void tryAgain() {
    try {
      startAgain.run();
    } catch (DatabaseUnfit e) {
      LOG.error("It did not start; the next try is in a moment", e);
      LockSupport.parkNanos(1_000_000_000L);
    }
  }
}
