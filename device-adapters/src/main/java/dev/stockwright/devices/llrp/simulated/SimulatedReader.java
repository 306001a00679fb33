package dev.stockwright.devices.llrp.simulated;

import dev.stockwright.devices.llrp.wire.Frame;
import dev.stockwright.devices.llrp.wire.MessageType;
import dev.stockwright.devices.llrp.wire.ParameterType;
import dev.stockwright.devices.rfid.scenes.DockScene;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// An RFID reader that is not there: an LLRP server on a loopback socket. Takes one client, keeps
/// the life of an ROSpec, gives signs of life, and tells what a scene or a program lets its
/// antennas hear. Its [Faults] can be changed while it runs. Any thread may call.
public final class SimulatedReader implements AutoCloseable {
  static final Duration PORT_PATIENCE = Duration.ofSeconds(20);

  private static final Logger LOG = LoggerFactory.getLogger(SimulatedReader.class);
  private static final int TAGS_A_REPORT = 16;
  private static final Duration TICK = Duration.ofMillis(4);
  private static final int OTHER_CLIENT = 2;
  private static final int ATTEMPTED = 4;

  private final ReaderModel model;
  private final int port;
  private final Optional<SSLContext> tls;
  private final InstantSource clock = InstantSource.system();
  private final Faults faults = new Faults();
  private final List<Integer> heard = new CopyOnWriteArrayList<>();
  private final AtomicLong sent = new AtomicLong();
  private final AtomicLong acknowledged = new AtomicLong();
  private final long bornNanos = System.nanoTime();
  private @Nullable ServerSocket server; // Switched off.
  private @Nullable SimulatedConnection client; // Nobody is connected.
  private @Nullable RoSpecRequest lastAsked; // Nothing yet.
  private boolean closed;

  /// Switched on at once.
  ///
  /// @param port 0 for any free one
  /// @throws UncheckedIOException when the port is taken
  public SimulatedReader(ReaderModel model, int port) {
    this(model, port, Optional.empty());
  }

  /// @param tls with the certificate that it shows; plain when empty
  public SimulatedReader(ReaderModel model, int port, Optional<SSLContext> tls) {
    this.model = model;
    this.tls = tls;
    this.port = listen(port);
  }

  private synchronized int listen(int at) {
    try {
      ServerSocket socket =
          tls.isPresent()
              ? tls.get().getServerSocketFactory().createServerSocket()
              : new ServerSocket();
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), at));
      server = socket;
      Thread.ofPlatform().daemon().name("simulated-reader").start(() -> accept(socket));
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException("port " + at + " is not free", e);
    }
  }

  private void accept(ServerSocket socket) {
    while (!socket.isClosed()) {
      try {
        Socket accepted = socket.accept();
        Thread.ofPlatform().daemon().name("simulated-client").start(() -> welcome(accepted));
      } catch (IOException e) {
        LOG.debug("not accepted: {}", e.toString());
      }
    }
  }

  private void welcome(Socket accepted) {
    try {
      SimulatedConnection mine = new SimulatedConnection(this, accepted);
      SimulatedConnection before;
      synchronized (this) {
        before = client;
        if (before == null || before.gone()) {
          before = null;
          client = mine;
        }
      }
      if (before != null) {
        mine.send(attempt(OTHER_CLIENT));
        before.trySend(attempt(ATTEMPTED));
        accepted.shutdownOutput();
        mine.close();
        return;
      }
      mine.send(attempt(0));
      mine.serve();
    } catch (IOException e) {
      LOG.debug("the client left at once: {}", e.toString());
    }
  }

  private byte[] attempt(int status) {
    return event(ParameterType.CONNECTION_ATTEMPT_EVENT, out -> out.u16(status));
  }

  private byte[] event(int type, Answers.Event event) {
    return Answers.event(0, faults.uptimeOnly(), micros(), type, event);
  }

  /// By the reader's clock, which may be wrong, or since it was born.
  private long micros() {
    return faults.uptimeOnly()
        ? (System.nanoTime() - bornNanos) / 1000
        : ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant())
            + faults.clockWrong().toNanos() / 1000;
  }

  public ReaderModel model() {
    return model;
  }

  public Faults faults() {
    return faults;
  }

  public int port() {
    return port;
  }

  /// Tags that were told to clients so far.
  public long sent() {
    return sent.get();
  }

  /// Signs of life that clients answered.
  public long acknowledged() {
    return acknowledged.get();
  }

  /// The last ROSpec that a client added.
  public synchronized Optional<RoSpecRequest> asked() {
    return Optional.ofNullable(lastAsked);
  }

  /// Types of the messages that came, in order, signs of life left out.
  public List<Integer> messages() {
    return List.copyOf(heard);
  }

  /// Waits until a client has let it read.
  ///
  /// @return false when that took too long
  public synchronized boolean awaitReading(Duration patience) throws InterruptedException {
    long until = System.nanoTime() + patience.toNanos();
    while (client == null || client.active().isEmpty()) {
      long left = (until - System.nanoTime()) / 1_000_000;
      if (left <= 0 || closed) {
        return false;
      }
      wait(Math.min(left, 100));
    }
    return true;
  }

  void heard(Frame.Message message) {
    if (message.type() == MessageType.KEEPALIVE_ACK) {
      acknowledged.incrementAndGet();
    } else if (heard.size() < 1000) {
      heard.add(message.type());
    }
  }

  synchronized void asked(RoSpecRequest request) {
    lastAsked = request;
  }

  synchronized void changed() {
    notifyAll();
  }

  synchronized void left(SimulatedConnection who) {
    if (who.equals(client)) {
      client = null;
      notifyAll();
    }
  }

  private synchronized Optional<SimulatedConnection> client() {
    return Optional.ofNullable(client);
  }

  /// An antenna hears a tag now. Told when a client lets it read at that antenna.
  ///
  /// @param epc hexadecimal digits, two for each byte
  /// @return whether it was told
  public boolean hear(int antenna, String epc, double rssi) {
    Optional<SimulatedConnection> to = client();
    Optional<RoSpecRequest> spec = to.flatMap(SimulatedConnection::active);
    if (spec.isEmpty() || !spec.get().uses(antenna)) {
      return false;
    }
    LlrpWriter out = new LlrpWriter();
    ReportWriter report = to.get().reports();
    report.begin(out, sent.get());
    report.tag(spec.get(), HexFormat.of().parseHex(epc), antenna, (int) Math.round(rssi), micros());
    report.end();
    if (!to.get().trySend(out.take())) {
      return false;
    }
    sent.incrementAndGet();
    return true;
  }

  /// Plays a scene in its own time, from when a client lets it read. Returns when it is over.
  public void play(DockScene scene) throws InterruptedException {
    while (!awaitReading(Duration.ofDays(1)) && !isClosed()) {
      LOG.debug("waiting for a client");
    }
    long start = System.nanoTime();
    for (DockScene.Step step : scene.steps()) {
      long ahead = start + step.offset().toNanos() - System.nanoTime();
      if (!pause(ahead)) {
        return;
      }
      switch (step) {
        case DockScene.Read read -> hear(read.antenna(), read.epc(), read.rssi());
        case DockScene.Input input -> input(input.port(), input.on());
      }
    }
  }

  /// Hears nothing for a while.
  public void rest(Duration time) throws InterruptedException {
    pause(time.toNanos());
  }

  /// Sends tags at a rate, each EPC once: `30000000` and a number of 16 digits that counts up from
  /// 0. While no client lets it read it waits. Returns when all are sent.
  ///
  /// @param perSecond how many
  /// @param total how many in all
  /// @param population after so many the EPCs begin again
  public void sendAtRate(int perSecond, long total, long population) throws InterruptedException {
    LlrpWriter out = new LlrpWriter();
    byte[] epc = HexFormat.of().parseHex("300000000000000000000000");
    long number = 0;
    long start = System.nanoTime();
    while (number < total && !isClosed()) {
      Optional<SimulatedConnection> to = client();
      Optional<RoSpecRequest> spec = to.flatMap(SimulatedConnection::active);
      if (spec.isEmpty()) {
        awaitReading(Duration.ofMillis(200));
        start = System.nanoTime() - (long) (number * 1e9 / perSecond);
        continue;
      }
      long due = Math.min(total, (long) ((System.nanoTime() - start) / 1e9 * perSecond));
      long before = number;
      ReportWriter report = to.get().reports();
      while (number < due) {
        long end = Math.min(due, number + TAGS_A_REPORT);
        report.begin(out, number);
        for (; number < end; number++) {
          long which = number % population;
          put(epc, which);
          int antenna = 1 + (int) (which % model.antennas());
          report.tag(spec.get(), epc, antenna, -45 - (int) (number % 20), micros());
        }
        report.end();
      }
      if (out.length() > 0 && to.get().trySend(out.take())) {
        sent.addAndGet(number - before);
      }
      pause(TICK.toNanos());
    }
  }

  /// Lets time pass.
  ///
  /// @return false when the reader was closed meanwhile
  private synchronized boolean pause(long nanos) throws InterruptedException {
    long until = System.nanoTime() + nanos;
    for (long left = nanos; left > 0 && !closed; left = until - System.nanoTime()) {
      TimeUnit.NANOSECONDS.timedWait(this, left);
    }
    return !closed;
  }

  private static void put(byte[] epc, long number) {
    for (int i = 0; i < 8; i++) {
      epc[4 + i] = (byte) (number >> 56 - 8 * i);
    }
  }

  /// An input changes now.
  public void input(int number, boolean on) {
    tell(ParameterType.GPI_EVENT, out -> out.u16(number).u8(on ? 0x80 : 0));
  }

  /// An antenna is connected or disconnected now.
  public void antenna(int number, boolean connected) {
    tell(ParameterType.ANTENNA_EVENT, out -> out.u8(connected ? 1 : 0).u16(number));
  }

  /// The reader has trouble of its own.
  public void exception(String text) {
    tell(ParameterType.READER_EXCEPTION_EVENT, out -> out.text(text));
  }

  /// The reading ends by itself.
  public void endReading() {
    client().ifPresent(SimulatedConnection::endActive);
    long id = asked().map(RoSpecRequest::id).orElse(0L);
    tell(ParameterType.ROSPEC_EVENT, out -> out.u8(1).u32(id).u32(0));
  }

  private void tell(int type, Answers.Event event) {
    if (!faults.frozen()) {
      client().ifPresent(to -> to.trySend(event(type, event)));
    }
  }

  /// Sends bytes as they are, such as broken ones.
  public void raw(byte[] bytes) {
    client().ifPresent(to -> to.trySend(bytes));
  }

  /// The power goes: the line is cut and nobody listens.
  public void switchOff() {
    ServerSocket listening;
    synchronized (this) {
      listening = server;
      server = null;
    }
    try {
      if (listening != null) {
        listening.close();
      }
    } catch (IOException e) {
      LOG.debug("already closed: {}", e.toString());
    }
    client().ifPresent(SimulatedConnection::kill);
  }

  /// The power is back, at the same port. Whoever has been given that port meanwhile, such as a
  /// client that was calling it, has [#PORT_PATIENCE] to leave it.
  public void switchOn() {
    long end = System.nanoTime() + PORT_PATIENCE.toNanos();
    while (true) {
      try {
        listen(port);
        return;
      } catch (UncheckedIOException taken) {
        if (System.nanoTime() > end) {
          throw taken;
        }
        LockSupport.parkNanos(20_000_000); // another's socket
      }
    }
  }

  private synchronized boolean isClosed() {
    return closed;
  }

  @Override
  public void close() {
    synchronized (this) {
      closed = true;
      notifyAll();
    }
    switchOff();
  }
}
