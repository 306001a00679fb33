package dev.stockwright.devices.llrp;

import dev.stockwright.devices.llrp.toolkit.ControlMessages;
import dev.stockwright.devices.llrp.wire.Frame;
import dev.stockwright.devices.llrp.wire.Frames;
import dev.stockwright.devices.llrp.wire.Malformed;
import dev.stockwright.devices.llrp.wire.MessageType;
import dev.stockwright.devices.llrp.wire.Parameter;
import dev.stockwright.devices.llrp.wire.Status;
import dev.stockwright.devices.reasons.ReaderReason;
import dev.stockwright.devices.reasons.Told;
import dev.stockwright.devices.recording.ByteTap;
import dev.stockwright.devices.recording.Direction;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.LongFunction;

/// Messages to and from one reader over one link: requests and their answers, signs of life,
/// silence.
///
/// Owned by the reader's thread; only [#watch] and [#abort] may be called by others.
final class Exchange {
  /// What is done with a message that answers no request.
  @FunctionalInterface
  interface Unasked {
    void take(Frame.Message message) throws LinkLost, InterruptedException;
  }

  /// What came of a request.
  sealed interface Answer {
    /// @param message the response
    record Done(Frame.Message message) implements Answer {}

    record Refused(Status status) implements Answer {}

    /// No answer came in time.
    record Silent() implements Answer {}
  }

  private static final Duration SLICE = Duration.ofMillis(50);
  private static final Status SUCCESS = new Status(0, "");

  private final ReaderLink link;
  private final ReaderSettings settings;
  private final BooleanSupplier closing;
  private final Unasked unasked;
  private final ByteTap tap;
  private final Frames frames = new Frames();
  private final byte[] chunk = new byte[32 * 1024];
  private long nextId = 1;
  private boolean echoesIds;
  private boolean heardAnything;
  private boolean parting;
  private long silenceLimit;
  private long lastHeard = System.nanoTime();
  private volatile long writingSince;

  Exchange(
      ReaderLink link,
      ReaderSettings settings,
      BooleanSupplier closing,
      ByteTap tap,
      Unasked unasked) {
    this.link = link;
    this.settings = settings;
    this.closing = closing;
    this.tap = tap;
    this.unasked = unasked;
    this.silenceLimit = settings.keepalive().multipliedBy(15).toNanos(); // Until more is known.
  }

  /// The reader is being closed by us: answers are awaited all the same.
  void parting() {
    parting = true;
  }

  /// From here on the reader is known to answer or to give signs of life: silence for two and a
  /// half intervals means that it is gone.
  void expectSigns() {
    silenceLimit = settings.keepalive().multipliedBy(5).dividedBy(2).toNanos();
  }

  boolean heardAnything() {
    return heardAnything;
  }

  Duration silence() {
    return Duration.ofNanos(System.nanoTime() - lastHeard);
  }

  /// Sends a request and waits for its answer; what comes meanwhile is taken care of.
  Answer request(int type, LongFunction<byte[]> message, Duration patience)
      throws LinkLost, InterruptedException {
    long id = nextId++;
    send(message.apply(id));
    int wanted = MessageType.responseTo(type);
    long deadline = System.nanoTime() + patience.toNanos();
    for (Optional<Frame.Message> next = receive(deadline);
        next.isPresent();
        next = receive(deadline)) {
      Frame.Message came = next.get();
      if (answers(came, id, wanted)) {
        echoesIds |= came.id() == id;
        return judged(came);
      }
      unasked.take(came);
    }
    return new Answer.Silent();
  }

  /// By its id; by its type only as long as the reader has not shown that it repeats ids.
  private boolean answers(Frame.Message came, long id, int wanted) {
    boolean fits = came.type() == wanted || came.type() == MessageType.ERROR_MESSAGE;
    return fits && (came.id() == id || !echoesIds);
  }

  private Answer judged(Frame.Message came) throws LinkLost {
    Optional<Malformed> fault = Parameter.of(came, 0).fault();
    if (fault.isPresent()) {
      throw new LinkLost(Told.of(ReaderReason.BAD_ANSWER, settings.address()));
    }
    Status status = Status.of(came).orElse(SUCCESS);
    if (came.type() == MessageType.ERROR_MESSAGE || !status.success()) {
      return new Answer.Refused(status);
    }
    return new Answer.Done(came);
  }

  /// Sends a message to which no answer is awaited.
  void tell(LongFunction<byte[]> message) throws LinkLost {
    send(message.apply(nextId++));
  }

  /// The next message that is no sign of life; empty when there is none until the deadline or when
  /// the reader is being closed.
  Optional<Frame.Message> receive(long deadline) throws LinkLost {
    while (true) {
      Optional<Frame> frame = frames.next();
      if (frame.isPresent()) {
        switch (frame.get()) {
          case Frame.Broken broken ->
              throw new LinkLost(
                  Told.of(ReaderReason.NO_LLRP, settings.address(), broken.why().code()));
          case Frame.Message message -> {
            if (message.type() == MessageType.KEEPALIVE) {
              send(ControlMessages.keepaliveAck(message.id()));
            } else {
              return Optional.of(message);
            }
          }
        }
      } else {
        long now = System.nanoTime();
        if (now - lastHeard > silenceLimit) {
          throw new LinkLost(
              Told.of(
                  ReaderReason.SILENT,
                  settings.address(),
                  Math.round((now - lastHeard) / 1e8) / 10.0));
        }
        if (now - deadline >= 0 || closing.getAsBoolean() && !parting) {
          return Optional.empty();
        }
        long wait = Math.min(deadline - now, lastHeard + silenceLimit - now);
        read(Duration.ofNanos(Math.min(Math.max(wait, 1_000_000), SLICE.toNanos())));
      }
    }
  }

  private void read(Duration patience) throws LinkLost {
    int length;
    try {
      length = link.read(chunk, patience);
    } catch (IOException e) {
      throw broken(e);
    }
    if (length < 0) {
      throw new LinkLost(Told.of(ReaderReason.HUNG_UP, settings.address()));
    }
    if (length > 0) {
      lastHeard = System.nanoTime();
      heardAnything = true;
      tap.record(settings.name().code(), Direction.IN, chunk, 0, length, lastHeard);
      frames.accept(chunk, length);
    }
  }

  private void send(byte[] message) throws LinkLost {
    long now = System.nanoTime();
    tap.record(settings.name().code(), Direction.OUT, message, 0, message.length, now);
    writingSince = now == 0 ? 1 : now;
    try {
      link.write(message);
    } catch (IOException e) {
      throw broken(e);
    } finally {
      writingSince = 0;
    }
  }

  private LinkLost broken(IOException e) {
    return new LinkLost(
        Told.of(ReaderReason.BROKE, settings.address(), String.valueOf(e.getMessage())));
  }

  /// Ends a write that the other side does not take.
  void watch() {
    long since = writingSince;
    if (since != 0 && System.nanoTime() - since > settings.keepalive().toNanos() * 5 / 2) {
      link.close();
    }
  }

  void abort() {
    link.close();
  }
}
