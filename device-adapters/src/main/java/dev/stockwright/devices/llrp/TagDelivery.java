package dev.stockwright.devices.llrp;

import dev.stockwright.devices.DeviceHealth;
import dev.stockwright.devices.DeviceState;
import dev.stockwright.devices.reasons.Told;
import dev.stockwright.devices.rfid.TagListener;
import dev.stockwright.devices.rfid.TagSighting;
import dev.stockwright.vocabulary.DeviceId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps the health of a reader and hands what it tells to the listener, on a thread of its own.
///
/// Up to [#SIGHTINGS_MAX] sightings wait for a slow listener; then the reading waits, and the
/// reader keeps its reports meanwhile. Nothing is dropped here.
///
/// Health is guarded by `this`; the listener is never called under it.
final class TagDelivery implements AutoCloseable {
  static final int SIGHTINGS_MAX = 65_536;

  private static final Logger LOG = LoggerFactory.getLogger(TagDelivery.class);
  private static final int CALLS_MAX = 8192;
  private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(2);

  private final DeviceId source;
  private final InstantSource clock;
  private final Runnable watch;
  private final BlockingQueue<Call> waiting = new ArrayBlockingQueue<>(CALLS_MAX);
  private final Semaphore room = new Semaphore(SIGHTINGS_MAX);
  private DeviceHealth health;
  private @Nullable Thread thread; // Not started yet.
  private volatile boolean closing;

  private record Call(int sightings, Consumer<TagListener> what) {}

  /// @param watch called several times a second, on the listener's thread
  TagDelivery(DeviceId source, InstantSource clock, Runnable watch) {
    this.source = source;
    this.clock = clock;
    this.watch = watch;
    this.health = DeviceHealth.configured(source, false, clock.instant());
  }

  synchronized void start(TagListener listener) {
    if (thread != null || closing) {
      throw new IllegalStateException(source + " was started before");
    }
    thread = Thread.ofPlatform().daemon().name("tags-" + source).unstarted(() -> deliver(listener));
    thread.start();
  }

  void sighted(List<TagSighting> sightings) throws InterruptedException {
    count(sightings.size(), 0, 0);
    if (!room.tryAcquire(sightings.size(), 1, TimeUnit.SECONDS)) {
      LOG.warn("{} waits: the application does not take its reads in time", source);
      room.acquire(sightings.size());
    }
    waiting.put(new Call(sightings.size(), to -> to.sighted(sightings)));
  }

  void inputChanged(int port, boolean on) throws InterruptedException {
    waiting.put(new Call(0, to -> to.inputChanged(port, on)));
  }

  synchronized void count(int reads, int rejects, int reconnects) {
    health = health.counted(reads, 0, rejects, reconnects);
  }

  /// The listener hears of a change only.
  void state(DeviceState state, Told why, boolean simulated) throws InterruptedException {
    DeviceHealth now;
    synchronized (this) {
      now = health.in(state, why, clock.instant()).simulated(simulated);
      if (now.equals(health)) {
        return;
      }
      health = now;
    }
    waiting.put(new Call(0, to -> to.healthChanged(now)));
  }

  synchronized DeviceHealth health() {
    return health;
  }

  private void deliver(TagListener listener) {
    try {
      while (!closing || !waiting.isEmpty()) {
        Call call = waiting.poll(50, TimeUnit.MILLISECONDS);
        watch.run();
        if (call != null) {
          tell(listener, call);
          room.release(call.sightings());
        }
      }
    } catch (InterruptedException e) {
      LOG.warn("{} closed with {} reports not delivered", source, waiting.size());
    }
  }

  /// The fence of the device loop: a listener's mistake never stops a reader.
  private void tell(TagListener listener, Call call) {
    try {
      call.what().accept(listener);
    } catch (RuntimeException e) {
      LOG.error("the listener of {} failed", source, e);
    }
  }

  @Override
  public void close() {
    closing = true;
    Thread running;
    synchronized (this) {
      running = thread;
    }
    if (running != null && !running.equals(Thread.currentThread())) {
      try {
        if (!running.join(CLOSE_PATIENCE)) {
          running.interrupt();
        }
      } catch (InterruptedException e) {
        running.interrupt();
        Thread.currentThread().interrupt();
      }
    }
  }
}
