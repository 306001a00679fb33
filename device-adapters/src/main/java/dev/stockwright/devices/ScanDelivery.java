package dev.stockwright.devices;

import dev.stockwright.devices.reasons.ReadReason;
import dev.stockwright.devices.reasons.Told;
import dev.stockwright.vocabulary.DeviceId;
import dev.stockwright.vocabulary.Scan;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The half that all scan sources share: counts, keeps the health, holds back bounces, and hands
/// scans to the listener on a thread of its own, so that a slow listener never delays the reading.
///
/// The queue holds [ScanSource#WAITING_MAX] scans. When it is full the scan is refused as
/// `too_fast` and the listener is told at once; nothing is dropped without a word.
///
/// The fields of health and bounce are guarded by `this`; the listener is never called under it.
public final class ScanDelivery implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ScanDelivery.class);
  private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(2);

  private final DeviceId source;
  private final InstantSource clock;
  private final BounceGuard bounceGuard;
  private final BlockingQueue<Scan> waiting = new ArrayBlockingQueue<>(ScanSource.WAITING_MAX);
  private DeviceHealth health;
  private @Nullable Thread thread; // Not started yet.
  private volatile @Nullable ScanListener listener; // Not started yet.
  private volatile boolean closing;

  public ScanDelivery(
      DeviceId source, boolean simulated, Duration bounceWindow, InstantSource clock) {
    this.source = source;
    this.clock = clock;
    this.bounceGuard = new BounceGuard(bounceWindow);
    this.health = DeviceHealth.configured(source, simulated, clock.instant());
  }

  public void start(ScanListener to) {
    synchronized (this) {
      if (thread != null || closing) {
        throw new IllegalStateException(source + " was started before");
      }
      listener = to;
      thread = Thread.ofPlatform().daemon().name("scans-" + source).unstarted(this::deliver);
      thread.start();
    }
  }

  /// Takes a frame that is a scan.
  public void read(Scan.Raw raw) {
    read(raw, raw);
  }

  /// Takes a frame that is a scan.
  ///
  /// @param data what is meant, where that is not the frame as it came
  public void read(Scan.Raw raw, Scan.Raw data) {
    Scan scan = new Scan(raw, data, source, clock.instant());
    boolean bounce;
    synchronized (this) {
      bounce = bounceGuard.bounces(scan);
      long more = bounce ? 1 : 0;
      health = health.counted(1, more, 0, 0);
    }
    if (bounce) {
      tell(to -> to.bounced(scan));
    } else if (closing || !waiting.offer(scan)) {
      refused("too_fast", Told.of(ReadReason.TOO_FAST), scan);
    }
  }

  /// Takes a frame that is no scan.
  public void refuse(String code, Told why, Scan.Raw raw) {
    refused(code, why, new Scan(raw, source, clock.instant()));
  }

  private void refused(String code, Told why, Scan scan) {
    synchronized (this) {
      health = health.counted(0, 0, 1, 0);
    }
    tell(to -> to.refused(new RefusedRead(code, why, scan)));
  }

  /// Sets the state and why; the listener hears of a change only.
  public void state(DeviceState state, Told why) {
    DeviceHealth now;
    synchronized (this) {
      now = health.in(state, why, clock.instant());
      if (now.equals(health)) {
        return;
      }
      health = now;
    }
    tell(to -> to.healthChanged(now));
  }

  /// The device is back after it was lost.
  public synchronized void reconnected() {
    health = health.counted(0, 0, 0, 1);
  }

  public synchronized DeviceHealth health() {
    return health;
  }

  private void deliver() {
    try {
      while (!closing || !waiting.isEmpty()) {
        Scan scan = waiting.poll(50, TimeUnit.MILLISECONDS);
        if (scan != null) {
          tell(to -> to.scanned(scan));
        }
      }
    } catch (InterruptedException e) {
      if (!waiting.isEmpty()) {
        LOG.warn("{} closed with {} scans not delivered", source, waiting.size());
      }
    }
  }

  /// The fence of the device loop: a listener's mistake never stops a scanner.
  private void tell(Consumer<ScanListener> what) {
    ScanListener to = listener;
    if (to == null) {
      return;
    }
    try {
      what.accept(to);
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
