package dev.stockwright.devices.llrp;

import dev.stockwright.devices.DeviceHealth;
import dev.stockwright.devices.DeviceState;
import dev.stockwright.devices.llrp.wire.Frame;
import dev.stockwright.devices.llrp.wire.Malformed;
import dev.stockwright.devices.llrp.wire.ReportReader;
import dev.stockwright.devices.reasons.LineReason;
import dev.stockwright.devices.reasons.ReaderReason;
import dev.stockwright.devices.reasons.Told;
import dev.stockwright.devices.recording.ByteTap;
import dev.stockwright.devices.rfid.TagListener;
import dev.stockwright.devices.rfid.TagSighting;
import dev.stockwright.devices.rfid.TagSource;
import dev.stockwright.vocabulary.DeviceId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// An RFID reader over LLRP: connects, sets it up, hears its tags, notices when it is gone, and
/// connects again, until closed.
///
/// One platform thread a reader owns the connection; another one calls the listener. A mistake in
/// either ends a connection at most, never the source.
public final class LlrpReader implements TagSource {
  /// Stands for a signal strength that the reader does not tell: the weakest that LLRP can.
  public static final double RSSI_UNTOLD = -128;

  private static final Logger LOG = LoggerFactory.getLogger(LlrpReader.class);
  private static final Duration BACKOFF_MIN = Duration.ofMillis(100);
  private static final Duration BACKOFF_MAX = Duration.ofSeconds(2);
  private static final Duration BUSY = Duration.ofSeconds(5);
  private static final Duration STEADY = Duration.ofSeconds(5);
  private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(3);

  private final ReaderSettings settings;
  private final InstantSource clock;
  private final ByteTap tap;
  private final ReaderLink.Opener opener;
  private final TagDelivery delivery;
  private final Home home;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread thread;
  private volatile Optional<ReaderIdentity> identity = Optional.empty();
  private volatile @Nullable Exchange current; // Not connected.
  private boolean wasReading;

  /// A reader that is not started yet.
  ///
  /// @param clock for the time of sightings
  public LlrpReader(ReaderSettings settings, InstantSource clock) {
    this(settings, clock, (device, direction, bytes, from, length, nanos) -> {});
  }

  /// @param tap sees the bytes of the line
  public LlrpReader(ReaderSettings settings, InstantSource clock, ByteTap tap) {
    this(settings, clock, tap, SocketLink::open);
  }

  LlrpReader(ReaderSettings settings, InstantSource clock, ByteTap tap, ReaderLink.Opener opener) {
    this.settings = settings;
    this.clock = clock;
    this.tap = tap;
    this.opener = opener;
    this.home = new Home();
    this.delivery = new TagDelivery(settings.name(), clock, this::watch);
    this.thread = Thread.ofPlatform().daemon().name("llrp-" + settings.name()).unstarted(this::run);
  }

  @Override
  public DeviceId source() {
    return settings.name();
  }

  @Override
  public DeviceHealth health() {
    return delivery.health();
  }

  /// Who it is, once it has said so; known before it is ready, and kept while it is lost.
  public Optional<ReaderIdentity> identity() {
    return identity;
  }

  @Override
  public void start(TagListener listener) {
    delivery.start(listener);
    thread.start();
  }

  private void run() {
    Duration backoff = BACKOFF_MIN;
    try {
      state(DeviceState.CONNECTING, Told.of(ReaderReason.CONNECTING, settings.address()));
      while (!home.closing()) {
        long began = System.nanoTime();
        boolean busy = connectAndRead();
        boolean steady = System.nanoTime() - began > STEADY.toNanos();
        Duration pause = busy ? BUSY : steady ? BACKOFF_MIN : backoff;
        backoff = steady ? BACKOFF_MIN : shorter(backoff.multipliedBy(2), BACKOFF_MAX);
        if (closed.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
          return;
        }
      }
    } catch (InterruptedException e) {
      LOG.warn("{} was interrupted", settings.name());
    }
  }

  /// The fence of the device loop: whatever goes wrong ends this connection, not the reader.
  ///
  /// @return whether somebody else has the reader
  private boolean connectAndRead() throws InterruptedException {
    try (ReaderLink link = opener.open(settings)) {
      home.begin();
      ReaderSession session = new ReaderSession(settings, home, link);
      current = session.exchange();
      session.run();
      return false;
    } catch (LinkLost e) {
      LOG.info("{}: {}", settings.name(), e.told());
      if (!home.closing()) {
        state(DeviceState.LOST, e.told());
      }
      return e.busy();
    } catch (RuntimeException | LinkageError e) {
      LOG.error("{} failed at {}", settings.name(), settings.address(), e);
      state(DeviceState.LOST, Told.of(ReaderReason.FAILED, settings.address(), e));
      return false;
    } finally {
      current = null;
    }
  }

  private void state(DeviceState state, Told why) throws InterruptedException {
    delivery.state(state, why, identity.map(ReaderIdentity::simulated).orElse(false));
  }

  private void watch() {
    Exchange exchange = current;
    if (exchange != null) {
      exchange.watch();
    }
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  /// What the session of the moment tells. On the reader's thread.
  private final class Home implements SessionHome {
    private final Sightings sightings =
        new Sightings(settings.name(), settings.antennas(), settings.floorDbm());
    private ReportReader reports = new ReportReader();

    /// What a reader may leave out counts for one connection only.
    void begin() {
      reports = new ReportReader();
    }

    @Override
    public boolean closing() {
      return closed.getCount() == 0;
    }

    @Override
    public ByteTap tap() {
      return tap;
    }

    @Override
    public void identified(ReaderIdentity who) {
      identity = Optional.of(who);
    }

    @Override
    public void report(Frame.Message message) throws LinkLost, InterruptedException {
      sightings.begin();
      Optional<Malformed> fault = reports.read(message, sightings);
      if (fault.isPresent()) {
        delivery.count(0, 1, 0);
        throw new LinkLost(
            Told.of(ReaderReason.BAD_REPORT, settings.address(), fault.get().code()));
      }
      List<TagSighting> told = sightings.finish(clock.instant());
      if (!told.isEmpty()) {
        delivery.sighted(told);
      }
    }

    @Override
    public void input(int port, boolean on) throws InterruptedException {
      delivery.inputChanged(port, on);
    }

    @Override
    public void show(Troubles troubles) throws InterruptedException {
      if (wasReading && delivery.health().state() == DeviceState.LOST) {
        delivery.count(0, 0, 1);
      }
      wasReading = true;
      Optional<Told> wrong = troubles.shown();
      state(
          wrong.isPresent() ? DeviceState.DEGRADED : DeviceState.READY,
          wrong.orElseGet(() -> troubles.after(reading())));
    }
  }

  private Told reading() {
    String at = settings.address();
    return identity
        .map(
            who ->
                who.antennas() == 1
                    ? Told.of(ReaderReason.READING_ONE, who.named(), at)
                    : Told.of(ReaderReason.READING, who.named(), who.antennas(), at))
        .orElseGet(() -> Told.of(ReaderReason.READING_UNKNOWN, at));
  }

  @Override
  public void close() {
    closed.countDown();
    try {
      if (!thread.equals(Thread.currentThread()) && !thread.join(CLOSE_PATIENCE)) {
        Exchange exchange = current;
        if (exchange != null) {
          exchange.abort();
        }
        thread.interrupt();
      }
      delivery.state(
          DeviceState.CONFIGURED, Told.of(LineReason.CLOSED), delivery.health().simulated());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    delivery.close();
  }
}
