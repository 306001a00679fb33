package dev.stockwright.server.stream;

import dev.stockwright.protocol.ClientFrame;
import dev.stockwright.protocol.ServerFrame;
import dev.stockwright.protocol.Wire;
import dev.stockwright.server.feed.Feed;
import dev.stockwright.server.feed.Following;
import dev.stockwright.vocabulary.WarehouseCode;
import io.helidon.common.buffers.BufferData;
import io.helidon.webserver.spi.ServerConnection;
import io.helidon.websocket.WsSession;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One WebSocket connection.
///
/// Three threads meet here. The *reader* is Helidon's, one for the connection; it hands in and
/// returns. The *writer* is ours and the only one that sends, because Helidon's `send` is not
/// thread-safe and blocks for ever on a client that does not read. The *reaper* watches both from
/// outside. Small frames wait in a bounded queue; events do not wait at all, the writer takes them
/// from its [Following]s when the socket has room. A client that does not read therefore costs its
/// own position and nothing else.
final class Session {
  private static final Logger LOG = LoggerFactory.getLogger(Session.class);
  private static final int QUEUE_FRAMES = 256;
  private static final int FRAME_CHARS = 64 * 1024;
  private static final int FRAGMENT_CHARS = 20_000;
  private static final long LOOK_UP_NANOS = 1_000_000_000L;

  /// What the writer is to do.
  private sealed interface Task {
    record Say(String frame) implements Task {}

    record Follow(ClientFrame.Subscribe wish) implements Task {}
  }

  private final Caller caller;
  private final Feed feed;
  private final StreamSettings settings;
  private final InstantSource clock;
  private final WsSession socket;
  private final Thread reader;
  private final Thread writer;
  private final Runnable ended;
  private final BlockingQueue<Task> tasks = new ArrayBlockingQueue<>(QUEUE_FRAMES);
  private final Map<WarehouseCode, Following> followings = new LinkedHashMap<>();
  private final AtomicReference<@Nullable BufferData> ping = new AtomicReference<>();
  private final AtomicReference<@Nullable Goodbye> goodbye = new AtomicReference<>();
  private final CountDownLatch written = new CountDownLatch(1);

  private volatile long heardNanos = System.nanoTime();
  private volatile long goodbyeNanos;
  // When the send that is going on began; 0 between sends.
  private volatile long sendingNanos;
  private volatile boolean cut;
  private long heartbeatNanos = System.nanoTime();
  private long checkedNanos = System.nanoTime();

  Session(
      Caller caller,
      Feed feed,
      StreamSettings settings,
      InstantSource clock,
      WsSession socket,
      Runnable ended) {
    this.caller = caller;
    this.feed = feed;
    this.settings = settings;
    this.clock = clock;
    this.socket = socket;
    this.ended = ended;
    this.reader = Thread.currentThread();
    this.writer = Thread.ofVirtual().name("session-" + caller.device()).unstarted(this::write);
  }

  void start() {
    writer.start();
  }

  Caller caller() {
    return caller;
  }

  // The reader's side
  // ------------------------------------------------------------------------------

  /// Anything came from the other side.
  void heard() {
    heardNanos = System.nanoTime();
  }

  boolean isEnding() {
    return goodbye.get() != null;
  }

  void received(ClientFrame frame) {
    if (frame instanceof ClientFrame.Subscribe wish) {
      hand(new Task.Follow(wish));
    }
  }

  /// Only the newest ping is answered when several wait.
  void pinged(BufferData payload) {
    ping.set(payload);
    LockSupport.unpark(writer);
  }

  void puzzled(String code, String message) {
    ServerFrame problem = new ServerFrame.Problem(code, message, null);
    hand(new Task.Say(Wire.SERVER_FRAME.text(problem)));
  }

  private void hand(Task task) {
    if (tasks.offer(task)) {
      LockSupport.unpark(writer);
    } else {
      end(Goodbye.TOO_SLOW);
    }
  }

  /// Ends the session; the first reason counts.
  void end(Goodbye why) {
    if (goodbye.get() == null) {
      // The time first: the reaper must never see a reason without it.
      goodbyeNanos = System.nanoTime();
      goodbye.compareAndSet(null, why);
      LockSupport.unpark(writer);
    }
  }

  /// Ends the session and waits a moment until nothing of ours is being sent any more.
  void endAndWait(Goodbye why) {
    end(why);
    try {
      if (!written.await(1, TimeUnit.SECONDS)) {
        cut();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  // The reaper's side
  // ------------------------------------------------------------------------------

  /// Looks after the session; true when nothing is left of it.
  boolean reap() {
    long now = System.nanoTime();
    if (!reader.isAlive()) {
      // The socket is closed. Helidon does not tell; its thread is just over.
      cut = true;
      end(Goodbye.BYE);
      LockSupport.unpark(writer);
      return !writer.isAlive();
    }
    long sending = sendingNanos;
    if (sending != 0 && now - sending > settings.stuckAfter().toNanos()) {
      end(Goodbye.TOO_SLOW);
    }
    if (now - heardNanos > settings.deadAfter().toNanos()) {
      end(Goodbye.SILENT);
    }
    if (isEnding() && now - goodbyeNanos > settings.closeWithin().toNanos()) {
      cut();
    }
    return false;
  }

  /// Cuts the connection: interrupting Helidon's thread in its blocking read closes the socket, and
  /// whoever writes to it fails.
  void cut() {
    cut = true;
    if (socket instanceof ServerConnection connection) {
      connection.close(true);
    }
    LockSupport.unpark(writer);
  }

  /// Runs when a [Following] may have something.
  private void wake() {
    LockSupport.unpark(writer);
  }

  // The writer
  // -------------------------------------------------------------------------------------

  private void write() {
    try {
      while (!cut) {
        Goodbye why = goodbye.get();
        if (why != null) {
          say(why);
          return;
        }
        boolean busy = answerPing();
        busy |= doTasks();
        busy |= passEvents();
        beat();
        if (!busy) {
          LockSupport.parkNanos(this, Math.min(LOOK_UP_NANOS, settings.heartbeat().toNanos()));
        }
      }
    } catch (UncheckedIOException gone) {
      LOG.trace("The socket of {} is gone", caller.device(), gone);
      cut();
    } catch (RuntimeException e) {
      // The reader's own goodbye may have torn Helidon's buffer; that is no news.
      if (reader.isAlive() && !isEnding()) {
        LOG.warn("The session of {} broke", caller.device(), e);
      }
      end(Goodbye.TROUBLE);
      cut();
    } finally {
      written.countDown();
      followings.values().forEach(Following::close);
      end(Goodbye.BYE);
      ended.run();
    }
  }

  private boolean answerPing() {
    BufferData payload = ping.getAndSet(null);
    if (payload == null) {
      return false;
    }
    sendingNanos = System.nanoTime();
    socket.pong(payload);
    sendingNanos = 0;
    return true;
  }

  private boolean doTasks() {
    boolean any = false;
    for (Task task = tasks.poll(); task != null && !isEnding(); task = tasks.poll()) {
      any = true;
      switch (task) {
        case Task.Say(String frame) -> send(frame);
        case Task.Follow(ClientFrame.Subscribe wish) -> follow(wish);
      }
    }
    return any;
  }

  private void follow(ClientFrame.Subscribe wish) {
    WarehouseCode warehouse = wish.warehouse();
    if (!caller.warehouses().contains(warehouse)) {
      send(
          Wire.SERVER_FRAME.text(
              new ServerFrame.Problem(
                  "not_allowed",
                  "You have no right to warehouse " + warehouse + ". Ask a supervisor for it.",
                  warehouse)));
      return;
    }
    Following before = followings.remove(warehouse);
    if (before != null) {
      before.close();
    }
    followings.put(warehouse, feed.follow(warehouse, wish.epoch(), wish.after(), this::wake));
  }

  /// One frame of each warehouse that has one, so that none starves another.
  private boolean passEvents() {
    boolean any = false;
    for (Following following : new ArrayList<>(followings.values())) {
      if (isEnding()) {
        return any;
      }
      Optional<String> frame = following.next();
      if (frame.isPresent()) {
        any = true;
        send(caller.blind() ? BlindFrames.of(frame.get()) : frame.get());
      }
      if (following.hasEnded()) {
        followings.remove(following.warehouse());
        following.close();
      }
    }
    return any;
  }

  private void beat() {
    long now = System.nanoTime();
    if (now - heartbeatNanos >= settings.heartbeat().toNanos()) {
      heartbeatNanos = now;
      send(Wire.SERVER_FRAME.text(new ServerFrame.Heartbeat(clock.instant())));
    }
    if (now - checkedNanos >= settings.recheck().toNanos()) {
      checkedNanos = now;
      if (!stillSignedIn()) {
        end(Goodbye.SIGNED_OUT);
      }
    }
  }

  private boolean stillSignedIn() {
    try {
      return caller.alive();
    } catch (RuntimeException e) {
      LOG.warn("The sign-in of {} cannot be checked now", caller.device(), e);
      return true;
    }
  }

  private void send(String frame) {
    sendingNanos = System.nanoTime();
    int begin = 0;
    // Helidon's buffer of a connection grows to its largest frame for ever.
    while (frame.length() - begin > FRAME_CHARS) {
      int end = begin + FRAGMENT_CHARS;
      if (Character.isHighSurrogate(frame.charAt(end - 1))) {
        end--;
      }
      socket.send(frame.substring(begin, end), false);
      begin = end;
    }
    socket.send(begin == 0 ? frame : frame.substring(begin), true);
    sendingNanos = 0;
  }

  private void say(Goodbye why) {
    sendingNanos = System.nanoTime();
    socket.close(why.code(), why.reason());
    sendingNanos = 0;
  }
}
