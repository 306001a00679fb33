package dev.stockwright.server.stream;

import dev.stockwright.server.feed.Feed;
import dev.stockwright.vocabulary.DeviceId;
import io.helidon.http.HeaderNames;
import io.helidon.http.Headers;
import io.helidon.http.Status;
import io.helidon.websocket.WsSession;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// All sessions of this server, and the reaper that looks after them. Thread-safe.
final class Sessions implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Sessions.class);
  private static final long SOON_NANOS = 50_000_000;

  private final Feed feed;
  private final StreamGate gate;
  private final StreamSettings settings;
  private final InstantSource clock;
  private final Set<Session> all = ConcurrentHashMap.newKeySet();
  private final Map<DeviceId, Session> byDevice = new ConcurrentHashMap<>();
  private final Thread reaper;
  private volatile boolean open = true;
  private volatile boolean someEnded;

  Sessions(Feed feed, StreamGate gate, StreamSettings settings, InstantSource clock) {
    this.feed = feed;
    this.gate = gate;
    this.settings = settings;
    this.clock = clock;
    this.reaper = Thread.ofVirtual().name("session-reaper").unstarted(this::reap);
    reaper.start();
  }

  int count() {
    return all.size();
  }

  Admission admit(Headers headers) {
    if (headers.contains(HeaderNames.ORIGIN)
        && !settings.origins().contains(headers.get(HeaderNames.ORIGIN).get())) {
      return new Admission.Turned(
          Status.FORBIDDEN_403, "origin_not_allowed", "Pages from elsewhere may not connect.");
    }
    if (!open || all.size() >= settings.sessionsMax()) {
      return new Admission.Turned(
          Status.SERVICE_UNAVAILABLE_503, "busy", "Too many sessions; try again in a moment.");
    }
    Optional<Caller> caller = admitted(headers);
    return caller.isPresent()
        ? new Admission.Granted(caller.get())
        : new Admission.Turned(
            Status.UNAUTHORIZED_401, "not_signed_in", "Sign in and send the token you were given.");
  }

  private Optional<Caller> admitted(Headers headers) {
    try {
      return gate.admit(headers);
    } catch (RuntimeException e) {
      LOG.warn("A caller cannot be checked now and is turned away", e);
      return Optional.empty();
    }
  }

  /// Takes a new connection in. Called on its reader thread.
  Session open(Caller caller, WsSession socket) {
    Session session = new Session(caller, feed, settings, clock, socket, this::sessionEnded);
    all.add(session);
    if (!open) {
      session.end(Goodbye.RESTART);
    } else if (all.size() > settings.sessionsMax()) {
      session.end(Goodbye.FULL);
    } else {
      Session before = byDevice.put(caller.device(), session);
      if (before != null) {
        before.end(Goodbye.ELSEWHERE);
      }
    }
    session.start();
    return session;
  }

  private void sessionEnded() {
    someEnded = true;
    LockSupport.unpark(reaper);
  }

  private void reap() {
    while (open || !all.isEmpty()) {
      // A session that has said goodbye is gone a moment later, when its reader has returned.
      long usual = settings.reap().toNanos();
      LockSupport.parkNanos(this, someEnded ? Math.min(SOON_NANOS, usual) : usual);
      boolean endedBefore = someEnded;
      someEnded = false;
      all.removeIf(
          session -> {
            boolean over = session.reap();
            if (over) {
              byDevice.remove(session.caller().device(), session);
            } else if (endedBefore && session.isEnding()) {
              someEnded = true;
            }
            return over;
          });
    }
  }

  /// Says 1012 to everybody and waits for a moment until they are gone.
  @Override
  public void close() {
    open = false;
    all.forEach(session -> session.end(Goodbye.RESTART));
    LockSupport.unpark(reaper);
    if (!gone(2_000_000_000L)) {
      all.forEach(Session::cut);
      gone(1_000_000_000L);
    }
  }

  private boolean gone(long nanos) {
    long until = System.nanoTime() + nanos;
    while (!all.isEmpty() && System.nanoTime() - until < 0) {
      LockSupport.parkNanos(this, 10_000_000);
      LockSupport.unpark(reaper);
    }
    return all.isEmpty();
  }
}
