package dev.stockwright.client.sync;

import dev.stockwright.client.outbox.Outbox;
import dev.stockwright.client.store.StoreFailure;
import dev.stockwright.protocol.Answer;
import dev.stockwright.protocol.Envelope;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Brings the outbox to the server: one batch at a time, in order, the same envelopes again until
/// each has a final answer, for ever. A lost answer is asked for again under the same ids. Has one
/// thread; [#step] is all it does.
final class OutboxSender {
  /// Nothing to do: until somebody rings, or at the latest then.
  static final Duration IDLE = Duration.ofSeconds(30);

  static final Duration NOW = Duration.ZERO;

  /// Longer than this nobody waits, whatever the server or a clock that was set back says.
  static final Duration WAIT_MAX = Duration.ofMinutes(10);

  private static final Logger LOG = LoggerFactory.getLogger(OutboxSender.class);

  private final Outbox outbox;
  private final ServerLink link;
  private final LinkHealth health;
  private final BackOff backOff;
  private final InstantSource clock;
  private OptionalLong askedFrom = OptionalLong.empty();
  private Instant notBefore = Instant.EPOCH;
  private int most = ServerLink.BATCH_MAX;
  private volatile boolean hurried;

  OutboxSender(
      Outbox outbox,
      ServerLink link,
      LinkHealth health,
      InstantSource clock,
      RandomGenerator random) {
    this.outbox = outbox;
    this.link = link;
    this.health = health;
    this.clock = clock;
    this.backOff = new BackOff(random);
  }

  /// The next step does not wait for the end of a back-off: the server was just heard, or a person
  /// wants it.
  void hurry() {
    hurried = true;
  }

  /// Sends one batch, if there is something to send, and says how long to wait before the next
  /// step. Called before that time it does nothing, so that a new scan does not shorten a wait that
  /// the server has asked for.
  Duration step() {
    if (hurried) {
      hurried = false;
      notBefore = Instant.EPOCH;
    }
    Instant now = clock.instant();
    if (now.isBefore(notBefore) && Duration.between(now, notBefore).compareTo(WAIT_MAX) <= 0) {
      return Duration.between(now, notBefore);
    }
    Duration wait = send();
    notBefore = wait.equals(IDLE) ? Instant.EPOCH : clock.instant().plus(wait);
    return wait;
  }

  private Duration send() {
    try {
      List<Envelope> batch =
          askedFrom.isPresent() ? outbox.from(askedFrom.getAsLong(), most) : outbox.pending(most);
      if (batch.isEmpty()) {
        askedFrom = OptionalLong.empty();
        return IDLE;
      }
      return switch (link.send(batch)) {
        case Reply.Ok<List<Answer>>(List<Answer> answers) -> answered(batch, answers);
        case Reply.Failed<List<Answer>>(Reply.Trouble trouble) -> failed(batch, trouble);
      };
    } catch (StoreFailure failure) {
      // Nothing was settled, so everything is sent again when the store works again.
      LOG.error("the outbox cannot be used", failure);
      return backOff.failed();
    }
  }

  private Duration answered(List<Envelope> batch, List<Answer> answers) {
    health.answered();
    most = Math.min(ServerLink.BATCH_MAX, most * 2);
    int settled = outbox.settle(answers);
    boolean resending = askedFrom.isPresent();
    askedFrom = OptionalLong.empty();
    for (Answer answer : answers) {
      if (answer instanceof Answer.Deferred deferred) {
        return deferred(deferred, settled);
      }
    }
    health.unstuck();
    backOff.worked();
    if (resending) {
      // Older commands were asked for and are known again; go on after them.
      askedFrom = OptionalLong.of(batch.getLast().sequence() + 1);
    }
    return NOW;
  }

  private Duration deferred(Answer.Deferred deferred, int settled) {
    if (deferred.resendFrom() > 0) {
      return gap(deferred.resendFrom());
    }
    if (settled > 0) {
      backOff.worked();
    }
    Duration asked = Duration.ofMillis(deferred.retryAfterMs());
    return asked.isPositive() ? asked : backOff.failed();
  }

  /// The server waits for a number. Normally it is one of ours; when it is older than all we still
  /// hold, nothing can be sent, and a person must know.
  private Duration gap(long from) {
    List<Envelope> held = outbox.from(from, 1);
    if (held.isEmpty() || held.getFirst().sequence() != from) {
      LOG.error("server waits for command {} of {}, not held", from, outbox.sender());
      health.stuck(
          "The server waits for command " + from + " of " + outbox.sender() + ". Call support.");
      return BackOff.LONGEST;
    }
    askedFrom = OptionalLong.of(from);
    return backOff.failed();
  }

  private Duration failed(List<Envelope> batch, Reply.Trouble trouble) {
    LOG.debug("not sent: {}", trouble);
    return switch (trouble) {
      case Reply.SignInNeeded signIn -> {
        if (link.token().isEmpty()) {
          health.nobodySignedIn();
        } else {
          health.signInNeeded();
        }
        yield IDLE; // signing in rings
      }
      case Reply.Busy busy -> {
        health.answered();
        yield busy.retryAfter().isPositive() ? busy.retryAfter() : backOff.failed();
      }
      case Reply.Unreachable unreachable -> {
        health.unreachable();
        yield backOff.failed();
      }
      case Reply.Refused refused -> {
        if (batch.size() > 1) { // too large, or one of them spoils it: smaller ones go through
          most = batch.size() / 2;
          yield NOW;
        }
        LOG.warn("commands not taken: {}", refused);
        health.stuck(refused.sentence());
        yield BackOff.LONGEST;
      }
    };
  }
}
