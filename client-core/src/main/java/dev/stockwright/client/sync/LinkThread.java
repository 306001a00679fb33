package dev.stockwright.client.sync;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One link's thread: does a step, waits as long as the step said or until somebody rings, again,
/// until closed. A step that throws is a bug: said in the log, tried again after the longest wait.
final class LinkThread implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LinkThread.class);

  /// One thing done, and how long to wait before the next.
  interface Step {
    Duration step() throws InterruptedException;
  }

  private final Bell bell;
  private final Step step;
  private final Thread thread;

  LinkThread(String name, Bell bell, Step step) {
    this.bell = bell;
    this.step = step;
    this.thread = Thread.ofPlatform().name(name).daemon().unstarted(this::run);
  }

  void start() {
    thread.start();
  }

  void ring() {
    bell.ring();
  }

  private void run() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        Duration wait = once();
        if (wait.isPositive()) {
          boolean rung = bell.await(wait);
          LOG.trace("{} goes on, rung {}", thread.getName(), rung);
        }
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  private Duration once() throws InterruptedException {
    try {
      return step.step();
    } catch (RuntimeException bug) {
      LOG.error("{} failed", thread.getName(), bug);
      return BackOff.LONGEST;
    }
  }

  @Override
  public void close() {
    thread.interrupt();
    try {
      thread.join(2_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
