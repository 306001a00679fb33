package dev.stockwright.client.sync;

import dev.stockwright.client.replica.OwnWork;
import dev.stockwright.client.replica.Work;
import dev.stockwright.client.replica.WorkKind;
import dev.stockwright.protocol.Command;
import dev.stockwright.protocol.Event;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Brings down what there is to do: all of it at first, every quarter of an hour and after the
/// stream has jumped; otherwise the documents that events name. Has one thread.
final class WorkRenewal {
  static final Duration EVERY = Duration.ofMinutes(15);

  /// Events come in bursts; documents are read again at most this often.
  static final Duration APART = Duration.ofSeconds(1);

  /// More documents of one kind than this are read as a list.
  private static final int SINGLES_MAX = 40;

  /// What changes with its task.
  private static final Set<WorkKind> OF_TASKS = Set.of(WorkKind.PUT_AWAY, WorkKind.PICK);

  private static final Logger LOG = LoggerFactory.getLogger(WorkRenewal.class);

  private record Named(WorkKind kind, String number) {}

  private final WorkPages pages;
  private final Work work;
  private final Runnable renewed;
  private final InstantSource clock;
  private final BackOff backOff;
  private final Set<Named> named = ConcurrentHashMap.newKeySet();
  private final Set<WorkKind> whole = ConcurrentHashMap.newKeySet();
  private volatile Instant wholeDue = Instant.EPOCH;
  private Instant notBefore = Instant.EPOCH;

  /// @param renewed called after each renewal
  WorkRenewal(
      WorkPages pages, Work work, Runnable renewed, InstantSource clock, RandomGenerator random) {
    this.pages = pages;
    this.work = work;
    this.renewed = renewed;
    this.clock = clock;
    this.backOff = new BackOff(random);
  }

  /// All of it is to be read again.
  void everything() {
    wholeDue = Instant.EPOCH;
  }

  /// Something has happened; true when a document is to be read again.
  boolean happened(Event event) {
    return event instanceof Event.DocumentChanged changed
        && switch (changed.document()) {
          case TASK -> named.add(new Named(WorkKind.TASK, changed.number().code()));
          case PICK -> named.add(new Named(WorkKind.PICK, changed.number().code()));
          case WAVE -> whole.add(WorkKind.PICK);
          case COUNT -> named.add(new Named(WorkKind.COUNT, changed.number().code()));
          case TRANSFER -> named.add(new Named(WorkKind.TRANSFER, changed.number().code()));
          case ASN -> named.add(new Named(WorkKind.NOTICE, changed.number().code()));
          case REASON -> whole.add(WorkKind.REASON);
          default -> false; // not kept here
        };
  }

  /// A command of this device was accepted, so what it did is in its documents now.
  void accepted(Command command) {
    OwnWork.tasks(command).forEach(task -> named.add(new Named(WorkKind.TASK, task.code())));
  }

  /// Renews what is due and says how long to wait; called before that, it does nothing.
  Duration step() {
    Instant now = clock.instant();
    if (!now.isBefore(wholeDue)) {
      whole.addAll(List.of(WorkKind.values()));
      wholeDue = now.plus(EVERY);
    }
    if (whole.isEmpty() && named.isEmpty()) {
      return Duration.between(now, wholeDue);
    }
    if (now.isBefore(notBefore)) {
      return Duration.between(now, notBefore);
    }
    Optional<Reply.Trouble> trouble = renew();
    renewed.run();
    Duration wait = APART;
    if (trouble.isEmpty()) {
      backOff.worked();
    } else {
      wait = wait(trouble.get());
    }
    boolean rung = trouble.filter(t -> t instanceof Reply.SignInNeeded).isPresent();
    notBefore = clock.instant().plus(rung ? Duration.ZERO : wait);
    return whole.isEmpty() && named.isEmpty() ? Duration.between(now, wholeDue) : wait;
  }

  private Optional<Reply.Trouble> renew() {
    Map<WorkKind, Integer> counts = new EnumMap<>(WorkKind.class);
    named.forEach(each -> counts.merge(each.kind(), 1, Integer::sum));
    counts.forEach(
        (kind, count) -> {
          if (count > SINGLES_MAX) {
            whole.add(kind);
            if (kind == WorkKind.TASK) {
              whole.addAll(OF_TASKS);
            }
          }
        });
    Set<WorkKind> due = EnumSet.noneOf(WorkKind.class);
    due.addAll(whole);
    for (WorkKind kind : due) { // tasks come first
      // What is named from here on may be missing in the list.
      Set<Named> before = new HashSet<>(named);
      before.removeIf(each -> each.kind() != kind);
      if (kind == WorkKind.TASK && !whole.containsAll(OF_TASKS)) {
        before.clear(); // a task is read with its put-away and pick, which are not coming whole
      }
      Optional<Reply.Trouble> trouble = pages.whole(kind).filter(t -> lasting(kind, t));
      if (trouble.isPresent()) {
        return trouble;
      }
      whole.remove(kind);
      named.removeAll(before);
    }
    for (Named each : Set.copyOf(named)) {
      named.remove(each);
      Optional<Reply.Trouble> trouble =
          pages.one(each.kind(), each.number()).filter(t -> lasting(each.kind(), t));
      if (trouble.isPresent()) {
        named.add(each);
        return trouble;
      }
    }
    return Optional.empty();
  }

  /// Who may not see a kind has none of it on the device; the others go on.
  private boolean lasting(WorkKind kind, Reply.Trouble trouble) {
    if (trouble instanceof Reply.Refused) {
      work.forget(kind);
      return false;
    }
    return true;
  }

  private Duration wait(Reply.Trouble trouble) {
    LOG.debug("work not renewed: {}", trouble);
    return switch (trouble) {
      case Reply.SignInNeeded signIn -> OutboxSender.IDLE; // signing in rings
      case Reply.Busy busy -> busy.retryAfter().plus(backOff.failed());
      case Reply.Unreachable unreachable -> backOff.failed();
      case Reply.Refused refused -> EVERY;
    };
  }
}
