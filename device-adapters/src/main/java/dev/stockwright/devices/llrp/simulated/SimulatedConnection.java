package dev.stockwright.devices.llrp.simulated;

import dev.stockwright.devices.llrp.wire.Frame;
import dev.stockwright.devices.llrp.wire.Frames;
import dev.stockwright.devices.llrp.wire.MessageType;
import dev.stockwright.devices.llrp.wire.Parameter;
import dev.stockwright.devices.llrp.wire.ParameterType;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One client at the simulated reader. The requests are answered on the thread that reads them; any
/// thread may [#send].
final class SimulatedConnection implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SimulatedConnection.class);
  private static final int FIELD_ERROR = 101;
  private static final int INVALID = 300;
  private static final int FRAGMENT = 3;

  /// Where an ROSpec is in its life, by the standard.
  private enum Stage {
    DISABLED,
    INACTIVE,
    ACTIVE
  }

  private record Kept(RoSpecRequest request, Stage stage) {}

  private final SimulatedReader reader;
  private final Faults faults;
  private final Socket socket;
  private final OutputStream out;
  private final Map<Long, Kept> roSpecs = new ConcurrentHashMap<>();
  private final ScheduledExecutorService timer;
  private final ReportWriter reports;
  private @Nullable ScheduledFuture<?> keepalives; // Not asked for.
  private long nextId = 1_000_000;
  private volatile boolean closed;

  SimulatedConnection(SimulatedReader reader, Socket socket) throws IOException {
    this.reader = reader;
    this.faults = reader.faults();
    this.socket = socket;
    this.reports = new ReportWriter(faults);
    this.out = socket.getOutputStream();
    socket.setTcpNoDelay(true);
    this.timer =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "simulated-keepalive");
              thread.setDaemon(true);
              return thread;
            });
  }

  /// Answers until the client is gone.
  void serve() {
    Frames frames = new Frames();
    byte[] chunk = new byte[8192];
    try (socket) {
      for (int n = socket.getInputStream().read(chunk);
          n >= 0;
          n = socket.getInputStream().read(chunk)) {
        frames.accept(chunk, n);
        for (Optional<Frame> f = frames.next(); f.isPresent(); f = frames.next()) {
          switch (f.get()) {
            case Frame.Message message -> answer(message);
            case Frame.Broken broken -> {
              LOG.warn("the client sent no LLRP: {}", broken.why());
              return;
            }
          }
        }
      }
    } catch (IOException e) {
      LOG.debug("the client is gone: {}", e.toString());
    } finally {
      close();
    }
  }

  private void answer(Frame.Message message) throws IOException {
    reader.heard(message);
    int type = message.type();
    int responseType = MessageType.responseTo(type);
    if (faults.frozen() || faults.ignored(type)) {
      return;
    }
    long id = faults.otherIds() ? nextId++ : message.id();
    Optional<Faults.Forced> refusal = faults.refusal(type);
    if (refusal.isPresent()) {
      send(
          Answers.response(
              responseType == 0 ? MessageType.ERROR_MESSAGE : responseType,
              id,
              refusal.get().code(),
              refusal.get().description()));
      return;
    }
    switch (type) {
      case MessageType.KEEPALIVE_ACK, MessageType.ENABLE_EVENTS_AND_REPORTS -> {}
      case MessageType.GET_READER_CAPABILITIES -> send(Answers.capabilities(id, reader.model()));
      case MessageType.SET_READER_CONFIG -> {
        send(Answers.response(responseType, id, 0, ""));
        configure(message);
      }
      case MessageType.CLOSE_CONNECTION -> {
        send(Answers.response(responseType, id, 0, ""));
        socket.close();
      }
      default -> {
        if (responseType == 0) {
          send(Answers.response(MessageType.ERROR_MESSAGE, id, 109, "Unsupported message"));
        } else {
          String error = roSpec(type, message);
          int code = error.isEmpty() ? 0 : type == MessageType.ADD_ROSPEC ? INVALID : FIELD_ERROR;
          send(Answers.response(responseType, id, code, error));
          if (error.isEmpty()) {
            reader.changed();
          }
        }
      }
    }
  }

  private void configure(Frame.Message message) {
    Parameter.of(message, 1)
        .first(ParameterType.KEEPALIVE_SPEC)
        .ifPresent(
            spec -> {
              if (keepalives != null) {
                keepalives.cancel(false);
                keepalives = null;
              }
              long period = spec.u32(1);
              if (spec.u8(0) == 1 && period > 0) {
                keepalives =
                    timer.scheduleAtFixedRate(
                        this::keepalive, period, period, TimeUnit.MILLISECONDS);
              }
            });
  }

  private void keepalive() {
    if (!faults.noKeepalives() && !faults.frozen()) {
      trySend(Answers.empty(MessageType.KEEPALIVE, 7));
    }
  }

  /// @return what is wrong with it; empty when it was done
  private String roSpec(int type, Frame.Message message) {
    if (type == MessageType.ADD_ROSPEC) {
      return add(message);
    }
    long id = number(message);
    if (type == MessageType.DELETE_ROSPEC && id == 0) {
      roSpecs.clear();
      return "";
    }
    Kept kept = roSpecs.get(id);
    if (kept == null) {
      return "There is no ROSpec " + id;
    }
    switch (type) {
      case MessageType.DELETE_ROSPEC -> roSpecs.remove(id);
      case MessageType.ENABLE_ROSPEC -> {
        if (kept.stage() != Stage.DISABLED) {
          return "ROSpec " + id + " is enabled already";
        }
        Stage stage = kept.request().immediate() ? Stage.ACTIVE : Stage.INACTIVE;
        roSpecs.put(id, new Kept(kept.request(), stage));
      }
      case MessageType.START_ROSPEC -> {
        if (kept.stage() != Stage.INACTIVE) {
          return "ROSpec " + id + " is not inactive";
        }
        roSpecs.put(id, new Kept(kept.request(), Stage.ACTIVE));
      }
      case MessageType.STOP_ROSPEC -> roSpecs.put(id, new Kept(kept.request(), Stage.INACTIVE));
      default -> {
        return "Not supported";
      }
    }
    return "";
  }

  private static long number(Frame.Message message) {
    return new Parameter(0, message.bytes(), Frame.Message.HEADER, message.bytes().length).u32(0);
  }

  private String add(Frame.Message message) {
    Optional<RoSpecRequest> request = RoSpecRequest.of(message);
    if (request.isEmpty()) {
      return "The ROSpec lacks a part";
    }
    RoSpecRequest asked = request.get();
    if (asked.id() == 0 || roSpecs.containsKey(asked.id())) {
      return "ROSpec " + asked.id() + " exists already";
    }
    for (int antenna : asked.antennas()) {
      if (antenna > reader.model().antennas()) {
        return "There is no antenna " + antenna;
      }
    }
    for (int index : asked.power().values()) {
      if (index < 1 || index > reader.model().powerLevels()) {
        return "There is no transmit power " + index;
      }
    }
    roSpecs.put(asked.id(), new Kept(asked, Stage.DISABLED));
    reader.asked(asked);
    return "";
  }

  /// What it is to do now; nothing while it does nothing.
  Optional<RoSpecRequest> active() {
    if (closed || faults.frozen()) {
      return Optional.empty();
    }
    for (Kept kept : roSpecs.values()) {
      if (kept.stage() == Stage.ACTIVE) {
        return Optional.of(kept.request());
      }
    }
    return Optional.empty();
  }

  /// Writes its reports; remembers what it told last. For one thread at a time.
  ReportWriter reports() {
    return reports;
  }

  /// What is active ends by itself.
  void endActive() {
    roSpecs.replaceAll(
        (id, kept) ->
            kept.stage() == Stage.ACTIVE ? new Kept(kept.request(), Stage.INACTIVE) : kept);
  }

  /// @return false when the client is gone
  boolean trySend(byte[] bytes) {
    try {
      send(bytes);
      return true;
    } catch (IOException e) {
      close();
      return false;
    }
  }

  synchronized void send(byte[] bytes) throws IOException {
    if (!faults.fragments()) {
      out.write(bytes);
      return;
    }
    for (int at = 0; at < bytes.length; at += FRAGMENT) {
      out.write(bytes, at, Math.min(FRAGMENT, bytes.length - at));
      out.flush();
    }
  }

  boolean gone() {
    return closed;
  }

  /// Cuts the line without a word, as a pulled cable or a crash does.
  void kill() {
    try {
      socket.setSoLinger(true, 0);
      socket.close();
    } catch (IOException e) {
      LOG.debug("already closed: {}", e.toString());
    }
    close();
  }

  @Override
  public void close() {
    closed = true;
    timer.shutdownNow();
    try {
      socket.close();
    } catch (IOException e) {
      LOG.debug("already closed: {}", e.toString());
    }
    reader.left(this);
  }
}
