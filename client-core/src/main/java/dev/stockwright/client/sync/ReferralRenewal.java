package dev.stockwright.client.sync;

import dev.stockwright.client.outbox.Entry;
import dev.stockwright.client.outbox.Outbox;
import dev.stockwright.protocol.DocumentKind;
import dev.stockwright.protocol.Event;
import dev.stockwright.vocabulary.CommandId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/// Asks what has become of refused work that a supervisor has: when an event names it, when the
/// stream has jumped, when somebody signs in, and every quarter of an hour. What is settled leaves
/// the list of what needs somebody, and the device is told. Runs on the thread of [WorkRenewal].
final class ReferralRenewal {
  private final ServerLink link;
  private final Outbox outbox;
  private final InstantSource clock;
  private final BackOff backOff;
  private final List<Consumer<Settlement>> listeners = new CopyOnWriteArrayList<>();
  private volatile Instant due = Instant.EPOCH;

  ReferralRenewal(ServerLink link, Outbox outbox, InstantSource clock, RandomGenerator random) {
    this.link = link;
    this.outbox = outbox;
    this.clock = clock;
    this.backOff = new BackOff(random);
  }

  void listen(Consumer<Settlement> listener) {
    listeners.add(listener);
  }

  /// Something may have been settled.
  void now() {
    due = Instant.EPOCH;
  }

  /// Whether the event is about work of this device that a supervisor has.
  boolean happened(Event event) {
    boolean ours =
        event instanceof Event.DocumentChanged changed
            && changed.document() == DocumentKind.REFERRAL
            && !changed.state().equals("waiting")
            && waiting().stream()
                .anyMatch(entry -> entry.envelope().id().toString().equals(changed.number().code()));
    if (ours) {
      now();
    }
    return ours;
  }

  private List<Entry> waiting() {
    return outbox.attention().stream().filter(entry -> entry.referredAt().isPresent()).toList();
  }

  /// Asks when it is time, and says how long to wait.
  Duration step() {
    Instant now = clock.instant();
    if (now.isBefore(due)) {
      return Duration.between(now, due);
    }
    due = now.plus(WorkRenewal.EVERY);
    for (Entry entry : waiting()) {
      CommandId id = entry.envelope().id();
      Reply<Map<String, Object>> reply = link.one("/api/v1/referrals/" + id + "/outcome");
      if (reply instanceof Reply.Ok<Map<String, Object>> ok) {
        backOff.worked();
        settle(entry, ok.value());
      } else if (reply instanceof Reply.Failed<Map<String, Object>> failed
          && !(failed.trouble() instanceof Reply.Refused)) { // refused: not there yet
        due = now.plus(backOff.failed());
        break;
      }
    }
    return Duration.between(now, due);
  }

  private void settle(Entry entry, Map<String, Object> outcome) {
    CommandId id = entry.envelope().id();
    String by = text(outcome, "settled_by");
    String reason = text(outcome, "reason");
    boolean recorded = text(outcome, "state").equals("recorded");
    boolean left =
        recorded
            ? outbox.recorded(id, text(outcome, "recorded_as"))
            : text(outcome, "state").equals("rejected")
                && outbox.discard(id, by + ": " + reason);
    if (left) {
      Settlement settled = new Settlement(entry.envelope(), recorded, by, reason);
      listeners.forEach(listener -> listener.accept(settled));
    }
  }

  private static String text(Map<String, Object> outcome, String field) {
    Object value = outcome.get(field);
    return value == null ? "" : value.toString();
  }
}
