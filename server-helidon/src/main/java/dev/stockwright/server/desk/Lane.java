package dev.stockwright.server.desk;

import dev.stockwright.protocol.Command;
import dev.stockwright.protocol.UndoCommand;
import dev.stockwright.server.desk.Submission.Asked;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;

/// The envelopes that wait for one warehouse, in order. Anybody may queue; one writer at a time
/// drains, the one that found it ready. Full: the caller is told.
final class Lane {
  private final BlockingQueue<Seat> waiting;
  private final AtomicBoolean ready = new AtomicBoolean();

  Lane(int max) {
    this.waiting = new ArrayBlockingQueue<>(max);
  }

  boolean offer(Seat seat) {
    return waiting.offer(seat);
  }

  /// True for exactly one caller until [#done].
  boolean claim() {
    return ready.compareAndSet(false, true);
  }

  /// The writer has drained it; true when somebody came meanwhile and the caller has it again.
  boolean done() {
    ready.set(false);
    return !waiting.isEmpty() && claim();
  }

  int size() {
    return waiting.size();
  }

  Optional<Seat> first() {
    return Optional.ofNullable(waiting.peek());
  }

  /// The next one has a transaction to itself.
  boolean alone() {
    Seat next = waiting.peek();
    return next != null && alone(next);
  }

  /// Up to `max` seats, oldest first; cut before an undo of something in the same batch, because
  /// what is undone must be in the ledger, and around one that stands alone.
  List<Seat> drain(int max) {
    List<Seat> batch = new ArrayList<>(Math.min(max, waiting.size()));
    while (batch.size() < max) {
      Seat next = waiting.peek();
      boolean alone = next != null && alone(next);
      if (next == null || undoes(next, batch) || (alone && !batch.isEmpty())) {
        return batch;
      }
      waiting.remove();
      batch.add(next);
      if (alone) {
        return batch;
      }
    }
    return batch;
  }

  static boolean alone(Seat seat) {
    return seat.submission().asked() instanceof Asked.Order(Command command)
        && Lanes.alone(command);
  }

  private static boolean undoes(Seat seat, List<Seat> batch) {
    return seat.submission().asked() instanceof Asked.Order order
        && order.command() instanceof UndoCommand undo
        && batch.stream().anyMatch(each -> each.submission().id().equals(undo.undone()));
  }
}
