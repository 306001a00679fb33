package dev.stockwright.simulator.demo;

import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What has to be stopped at the end, in the reverse order of its start. Thread-safe: the end may
/// come while something is still being started, which is then stopped at once.
final class Stopping implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Stopping.class);

  private final Deque<AutoCloseable> started = new ArrayDeque<>();
  private volatile boolean closed;

  /// Remembers something that has been started.
  synchronized <T extends AutoCloseable> T add(T one) {
    if (closed) {
      stop(one);
      throw new DemoUnfit("Stopped before it was ready");
    }
    started.push(one);
    return one;
  }

  boolean closed() {
    return closed;
  }

  @Override
  public void close() {
    closed = true;
    stopAll();
  }

  private synchronized void stopAll() {
    while (!started.isEmpty()) {
      stop(started.pop());
    }
  }

  /// One that does not stop must not keep the others running.
  private static void stop(AutoCloseable one) {
    try {
      one.close();
    } catch (Exception e) {
      LOG.error("{} did not stop", one.getClass().getSimpleName(), e);
    }
  }
}
