package dev.stockwright.client.sync;

import dev.stockwright.client.outbox.Outbox;
import dev.stockwright.client.outbox.OutboxListener;
import dev.stockwright.protocol.Answer;
import dev.stockwright.protocol.Envelope;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/// Where the links say how they do, and where the pill is made of it. On line means: the stream is
/// up, or the last HTTP call since it went down was answered. Guarded by this.
public final class LinkHealth implements OutboxListener {
  private final Outbox outbox;
  private final InstantSource clock;
  private final List<Consumer<SyncStatus>> listeners = new CopyOnWriteArrayList<>();

  private boolean streamUp;
  private boolean httpUp;
  private boolean signInNeeded;
  // The last try did not reach the server, so that nobody can sign in there now.
  private boolean unreached;
  private Optional<String> stuck = Optional.empty();
  private Instant downSince;
  private Optional<SyncStatus> told = Optional.empty();

  public LinkHealth(Outbox outbox, InstantSource clock) {
    this.outbox = outbox;
    this.clock = clock;
    this.downSince = clock.instant();
    outbox.listen(this);
  }

  /// Told of every change of the status, on the thread that made it. Must be quick.
  public void listen(Consumer<SyncStatus> listener) {
    listeners.add(listener);
  }

  public synchronized SyncStatus status() {
    int unsent = outbox.pendingCount();
    int refused = outbox.attentionCount();
    return new SyncStatus(state(unsent, refused), unsent, refused);
  }

  private SyncState state(int unsent, int refused) {
    if (signInNeeded && !unreached) {
      return new SyncState.SignInNeeded(unsent);
    }
    if (!streamUp && !httpUp) {
      return new SyncState.Offline(unsent, downSince);
    }
    if (stuck.isPresent()) {
      return new SyncState.Stuck(unsent, stuck.get());
    }
    if (refused > 0) {
      return new SyncState.NeedsYou(refused);
    }
    return unsent > 0 ? new SyncState.Sending(unsent) : new SyncState.Live();
  }

  void streamUp() {
    change(
        () -> {
          streamUp = true;
          unreached = false;
        });
  }

  /// What HTTP did before says nothing any more.
  void streamDown() {
    change(
        () -> {
          streamUp = false;
          httpUp = false;
          unreached = true;
        });
  }

  /// Something on the way to the server lets HTTP through, but no stream.
  void streamRefused() {
    change(
        () -> {
          streamUp = false;
          unreached = false;
        });
  }

  void answered() {
    change(
        () -> {
          httpUp = true;
          signInNeeded = false;
          unreached = false;
        });
  }

  /// A call had no answer.
  public void unreachable() {
    change(
        () -> {
          httpUp = false;
          unreached = !streamUp;
        });
  }

  /// The server has said so.
  void signInNeeded() {
    change(
        () -> {
          signInNeeded = true;
          unreached = false;
        });
  }

  /// Nobody is signed in there; whether it can be reached is not known by that.
  void nobodySignedIn() {
    change(() -> signInNeeded = true);
  }

  void stuck(String sentence) {
    change(() -> stuck = Optional.of(sentence));
  }

  void unstuck() {
    change(() -> stuck = Optional.empty());
  }

  @Override
  public void added(Envelope envelope) {
    change(() -> {});
  }

  @Override
  public void settled(Envelope envelope, Answer answer) {
    change(() -> {});
  }

  /// Counts changed in another way, such as a refused command given up.
  public void recount() {
    change(() -> {});
  }

  private void change(Runnable change) {
    Optional<SyncStatus> news;
    synchronized (this) {
      boolean before = streamUp || httpUp;
      change.run();
      if (before && !streamUp && !httpUp) {
        downSince = clock.instant();
      }
      SyncStatus now = status();
      news = told.equals(Optional.of(now)) ? Optional.empty() : Optional.of(now);
      told = Optional.of(now);
    }
    news.ifPresent(status -> listeners.forEach(listener -> listener.accept(status)));
  }
}
