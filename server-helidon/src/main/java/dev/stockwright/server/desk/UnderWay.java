package dev.stockwright.server.desk;

import dev.stockwright.protocol.Answer;
import dev.stockwright.protocol.Command;
import dev.stockwright.protocol.ConfirmReservation;
import dev.stockwright.protocol.PlaceReservation;
import dev.stockwright.protocol.ReleaseReservation;
import dev.stockwright.protocol.UndoCommand;
import dev.stockwright.server.desk.Submission.Asked;
import dev.stockwright.vocabulary.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/// The submissions that have no answer yet, by what other ones may wait for. Thread-safe.
final class UnderWay {
  private final Map<Object, Entry> entries = new ConcurrentHashMap<>();
  private final AtomicInteger size = new AtomicInteger();

  /// A submission without its answer yet.
  static final class Entry {
    private final Lane lane;
    private final CompletableFuture<Answer> answer;
    private final List<Object> keys;
    private volatile boolean queued;

    private Entry(Lane lane, CompletableFuture<Answer> answer, List<Object> keys) {
      this.lane = lane;
      this.answer = answer;
      this.keys = keys;
    }

    /// It stands in its lane now: whoever comes to the same lane after that is behind it.
    void queued() {
      queued = true;
    }
  }

  /// The number that a device gives its command.
  private record PlaceInLine(String device, long sequence) {}

  Entry add(Submission submission, Lane lane, CompletableFuture<Answer> answer) {
    Entry entry = new Entry(lane, answer, keys(submission));
    size.incrementAndGet();
    entry.keys.forEach(key -> entries.put(key, entry));
    return entry;
  }

  void remove(Entry entry) {
    size.decrementAndGet();
    entry.keys.forEach(key -> entries.remove(key, entry));
  }

  int size() {
    return size.get();
  }

  /// Where the command stands by which something is promised to the order, or taken from it.
  Optional<Lane> laneOf(Reference order) {
    return Optional.ofNullable(entries.get(order)).map(entry -> entry.lane);
  }

  /// A command that names another one which is under way is judged after it, and so is the next
  /// number of a device. In the same lane that is so anyway, because a lane keeps its order.
  List<CompletableFuture<Answer>> before(Submission submission, Lane lane) {
    List<Object> wanted = new ArrayList<>(2);
    if (submission.asked() instanceof Asked.Order(Command command)) {
      switch (command) {
        case UndoCommand undo -> wanted.add(undo.undone());
        case ConfirmReservation confirm -> wanted.add(confirm.order());
        case ReleaseReservation release -> wanted.add(release.order());
        default -> {
          // names no other command
        }
      }
    }
    if (submission.sequence() > 1) {
      wanted.add(new PlaceInLine(submission.device().code(), submission.sequence() - 1));
    }
    List<CompletableFuture<Answer>> before = new ArrayList<>(2);
    for (Object key : wanted) {
      Entry other = entries.get(key);
      if (other != null && !(other.queued && other.lane == lane)) {
        before.add(other.answer);
      }
    }
    return before;
  }

  private static List<Object> keys(Submission submission) {
    List<Object> keys = new ArrayList<>(3);
    keys.add(submission.id());
    if (submission.sequence() > 0) {
      keys.add(new PlaceInLine(submission.device().code(), submission.sequence()));
    }
    if (submission.asked() instanceof Asked.Order(PlaceReservation place)) {
      keys.add(place.order());
    } else if (submission.asked() instanceof Asked.Order(ReleaseReservation release)) {
      keys.add(release.order());
    } else if (submission.asked() instanceof Asked.Order(ConfirmReservation confirm)) {
      keys.add(confirm.order());
    }
    return keys;
  }
}
