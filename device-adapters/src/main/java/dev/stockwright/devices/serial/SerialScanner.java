package dev.stockwright.devices.serial;

import dev.stockwright.devices.DeviceHealth;
import dev.stockwright.devices.DeviceState;
import dev.stockwright.devices.ScanDelivery;
import dev.stockwright.devices.ScanListener;
import dev.stockwright.devices.ScanSource;
import dev.stockwright.devices.framing.Frame;
import dev.stockwright.devices.framing.Framer;
import dev.stockwright.devices.reasons.LineReason;
import dev.stockwright.devices.reasons.ReadReason;
import dev.stockwright.devices.reasons.Told;
import dev.stockwright.vocabulary.DeviceId;
import dev.stockwright.vocabulary.Scan;
import dev.stockwright.vocabulary.gs1.ScanReader;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A scanner at a serial port: opens it, reads it, and after an unplug opens it again, until
/// closed.
///
/// One platform thread a port owns the line and the framer (a blocking native read would pin the
/// carrier of a virtual one). It ends by [#close] only. The framer outlives a connection, so that
/// the rest of a scan that a loose plug cut is known as such.
public final class SerialScanner implements ScanSource {
  private static final Logger LOG = LoggerFactory.getLogger(SerialScanner.class);
  private static final Duration QUIET_WAIT = Duration.ofMillis(200);
  private static final Duration PENDING_WAIT = Duration.ofMillis(10);
  private static final Duration BACKOFF_MIN = Duration.ofMillis(100);
  private static final Duration BACKOFF_MAX = Duration.ofSeconds(2);

  /// Unreadable frames in a row after which the scanner counts as degraded.
  private static final int UNREADABLE_MAX = 3;

  private final DeviceId source;
  private final SerialSettings settings;
  private final SerialLink.Opener opener;
  private final ScanDelivery delivery;
  private final LineTap tap;
  private final Framer framer;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread thread;
  private final byte[] buffer = new byte[4096];
  private boolean wasReady;
  private int unreadable;

  /// A scanner that is not started yet.
  ///
  /// @param source its name in scans and on screens, such as `scanner-1`
  /// @param clock for the time of scans
  public SerialScanner(DeviceId source, SerialSettings settings, InstantSource clock) {
    this(source, settings, clock, LineTap.NOBODY);
  }

  /// The same with somebody who hears the raw line.
  public SerialScanner(DeviceId source, SerialSettings settings, InstantSource clock, LineTap tap) {
    this(source, settings, clock, tap, SerialPortLink::open);
  }

  SerialScanner(
      DeviceId source,
      SerialSettings settings,
      InstantSource clock,
      LineTap tap,
      SerialLink.Opener opener) {
    this.source = source;
    this.settings = settings;
    this.tap = tap;
    this.opener = opener;
    this.framer = new Framer(settings.framing(), settings.wrapping());
    this.delivery = new ScanDelivery(source, false, settings.bounceWindow(), clock);
    this.thread = Thread.ofPlatform().daemon().name("serial-" + source).unstarted(this::run);
  }

  @Override
  public DeviceId source() {
    return source;
  }

  @Override
  public DeviceHealth health() {
    return delivery.health();
  }

  @Override
  public void start(ScanListener listener) {
    delivery.start(listener);
    thread.start();
  }

  private void run() {
    delivery.state(DeviceState.CONNECTING, Told.of(LineReason.OPENING, settings.path()));
    Duration backoff = BACKOFF_MIN;
    try {
      while (!isClosed()) {
        boolean opened = connectAndRead();
        backoff = opened ? BACKOFF_MIN : shorter(backoff.multipliedBy(2), BACKOFF_MAX);
        if (closed.await(backoff.toMillis(), TimeUnit.MILLISECONDS)) {
          return;
        }
      }
    } catch (InterruptedException e) {
      LOG.warn("{} was interrupted", source);
      lost(Told.of(LineReason.STOPPED, settings.path()));
    }
  }

  /// The fence of the device loop: whatever a driver throws ends this connection, not the scanner.
  ///
  /// @return whether the port was open
  private boolean connectAndRead() throws InterruptedException {
    boolean opened = false;
    try (SerialLink link = opener.open(settings)) {
      opened = true;
      if (wasReady) {
        delivery.reconnected();
      }
      wasReady = true;
      ready();
      while (!isClosed()) {
        read(link);
      }
    } catch (LinkFailure e) {
      lost(e.told());
    } catch (RuntimeException | LinkageError e) {
      LOG.error("{} failed at {}", source, settings.path(), e);
      lost(Told.of(LineReason.PORT_FAILED, settings.path(), e));
    }
    framer.abandon(this::framed);
    return opened;
  }

  private void read(SerialLink link) throws LinkFailure, InterruptedException {
    long before = System.nanoTime();
    int length = link.read(buffer, framer.pending() ? PENDING_WAIT : QUIET_WAIT);
    if (length > 0) {
      long now = System.nanoTime();
      tap.came(buffer, length, now);
      framer.accept(buffer, length, now, this::framed);
    } else {
      // Silence is proven up to the start of the wait; later the thread may have been held up.
      tap.silent(before);
      framer.silent(before, this::framed);
    }
  }

  private void framed(Frame frame) {
    switch (frame) {
      case Frame.Complete(Scan.Raw raw) -> complete(raw);
      case Frame.Refused(Frame.Cause cause, Scan.Raw raw) -> {
        judge(true);
        delivery.refuse(cause.code(), cause.told(), raw);
      }
    }
  }

  private void complete(Scan.Raw raw) {
    Optional<Scan.Raw> data = settings.wrapping().unwrap(raw);
    judge(data.map(ScanReader::noise).orElse(true));
    if (data.isPresent()) {
      delivery.read(raw, data.get());
    } else {
      delivery.refuse("unwrapped", Told.of(ReadReason.UNWRAPPED), raw);
    }
  }

  private void judge(boolean unreadableFrame) {
    unreadable = unreadableFrame ? unreadable + 1 : 0;
    if (unreadable == 0) {
      ready();
    } else if (unreadable >= UNREADABLE_MAX) {
      delivery.state(DeviceState.DEGRADED, Told.of(LineReason.NOT_READABLE, settings.baud()));
    }
  }

  private void ready() {
    delivery.state(DeviceState.READY, Told.of(LineReason.READY_AT, settings.path()));
  }

  private void lost(Told why) {
    delivery.state(DeviceState.LOST, why);
  }

  private boolean isClosed() {
    return closed.getCount() == 0;
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  @Override
  public void close() {
    closed.countDown();
    if (!thread.equals(Thread.currentThread())) {
      try {
        thread.join(BACKOFF_MAX);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    delivery.close();
    delivery.state(DeviceState.CONFIGURED, Told.of(LineReason.CLOSED));
  }
}
