package dev.stockwright.desktop;

import dev.stockwright.client.PortalSession;
import dev.stockwright.client.card.Key;
import dev.stockwright.client.known.OpenOrder;
import dev.stockwright.client.rfid.HeardTag;
import dev.stockwright.client.workflow.Outcome;
import dev.stockwright.client.workflow.portal.PortalState;
import dev.stockwright.devices.rfid.TagSighting;
import dev.stockwright.vocabulary.LocationCode;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// The RFID readers of this desk as a gate of receiving: hands what they hear to the session while
/// one goes on, and ends the pass when nothing new was heard for [#QUIET]. A reader that is lost
/// changes nothing: what was heard stays, and barcodes do the rest. Guarded by this.
final class DeskGate {
  static final Duration QUIET = Duration.ofSeconds(3);

  private final InstantSource clock;
  private Optional<PortalSession> session = Optional.empty();
  private Consumer<Outcome> told = _ -> {};
  private Worker worker;
  private GateReads reads = new GateReads();
  private boolean ending;

  DeskGate(InstantSource clock, Worker worker) {
    this.clock = clock;
    this.worker = worker;
  }

  /// The desk works in a warehouse now.
  ///
  /// @param by does what the session needs, one after the other
  /// @param outcomes hears what came of it
  synchronized void entered(PortalSession now, Worker by, Consumer<Outcome> outcomes) {
    session = Optional.of(now);
    worker = by;
    told = outcomes;
    reads = new GateReads();
  }

  synchronized Optional<PortalSession> session() {
    return session;
  }

  /// F11: begins to read, ends the pass, reads again. On the worker's thread.
  Outcome press(PortalSession now, Optional<OpenOrder> order, Optional<LocationCode> staging) {
    synchronized (this) {
      if (!now.reading()) {
        reads = new GateReads();
      }
    }
    return switch (now.state().phase()) {
      case PortalState.Idle _ ->
          order.map(open -> now.begin(open, staging)).orElseGet(() -> now.press(Key.AGAIN));
      case PortalState.Reading _ -> now.press(Key.OK);
      case PortalState.Ended _ -> now.press(Key.AGAIN);
    };
  }

  /// Never waits.
  synchronized void sighted(List<TagSighting> sightings) {
    if (session.filter(PortalSession::reading).isPresent()) {
      reads.heard(sightings);
    }
  }

  /// Time passed.
  synchronized void tick() {
    if (session.filter(PortalSession::reading).isEmpty()) {
      ending = false;
      return;
    }
    PortalSession now = session.get();
    List<HeardTag> news = reads.news(clock.instant());
    if (!news.isEmpty()) {
      worker.run(() -> told.accept(now.heard(news)));
      return;
    }
    boolean quiet =
        reads.newest().filter(at -> !at.plus(QUIET).isAfter(clock.instant())).isPresent();
    if (quiet && !ending) {
      ending = true;
      worker.run(
          () -> {
            if (now.reading()) {
              told.accept(now.press(Key.OK));
            }
          });
    }
  }
}
