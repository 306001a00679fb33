package dev.stockwright.server.desk;

import dev.stockwright.db.Database;
import dev.stockwright.protocol.Answer;
import dev.stockwright.protocol.Command;
import dev.stockwright.protocol.ConfirmReservation;
import dev.stockwright.protocol.Refusal;
import dev.stockwright.protocol.ReleaseReservation;
import dev.stockwright.server.catalogue.Catalogue;
import dev.stockwright.server.desk.Submission.Asked;
import dev.stockwright.server.ledger.LedgerWriter.Numbered;
import dev.stockwright.server.work.Clerks;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.WarehouseCode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The command desk. Each warehouse has a lane; a few writers take whatever lane is ready, and
/// apply all that waits there in one transaction. Lanes are for speed only: what keeps the stock
/// right is the row locks, so several desks may work on one database.
///
/// Threads: `submit` from anywhere; each writer owns its transaction. A command that refers to
/// another one which is still being judged waits for it, and so does a numbered command for the one
/// before it.
public final class CommandDesk implements Desk, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(CommandDesk.class);

  /// How often a writer that waits for company looks whether it has come.
  private static final long LOOK_NANOS = 200_000;

  private final Attempts attempts;
  private final Catalogue catalogue;
  private final DeskSettings settings;
  private final CommitListener listener;
  private final Map<String, Lane> lanes = new ConcurrentHashMap<>();
  private final BlockingQueue<Lane> ready = new LinkedBlockingQueue<>();
  private final UnderWay underWay = new UnderWay();
  private final List<Thread> threads = new ArrayList<>();
  private final LongAdder transactions = new LongAdder();
  private final LongAdder applied = new LongAdder();
  private volatile boolean closed;

  /// When each writer began the batch that it works on; 0 while it waits for one.
  private final AtomicLongArray roundsBegan;

  public CommandDesk(
      Database database, Catalogue catalogue, DeskSettings settings, CommitListener listener) {
    this.attempts = new Attempts(database, catalogue, new Clerks());
    this.catalogue = catalogue;
    this.settings = settings;
    this.listener = listener;
    this.roundsBegan = new AtomicLongArray(settings.writers());
    for (int i = 0; i < settings.writers(); i++) {
      int writer = i;
      String name = "desk-writer-" + (i + 1);
      threads.add(Thread.ofPlatform().daemon().name(name).start(() -> writeLoop(writer)));
    }
  }

  @Override
  public CompletableFuture<Answer> submit(Submission submission) {
    Lane lane = lane(submission);
    Seat seat = new Seat(submission, new CompletableFuture<>(), System.nanoTime());
    List<CompletableFuture<Answer>> before = underWay.before(submission, lane);
    UnderWay.Entry own = underWay.add(submission, lane, seat.answer());
    CompletableFuture<Answer> answer =
        seat.answer().whenComplete((any, error) -> underWay.remove(own));
    if (before.isEmpty()) {
      queue(lane, seat, own);
    } else {
      var _ =
          CompletableFuture.allOf(before.toArray(CompletableFuture[]::new))
              .whenComplete((any, error) -> queue(lane, seat, own));
    }
    return answer;
  }

  /// Envelopes that wait now, over all lanes.
  public int waiting() {
    return lanes.values().stream().mapToInt(Lane::size).sum();
  }

  /// Transactions committed so far.
  public long transactions() {
    return transactions.sum();
  }

  /// Envelopes answered so far.
  public long answered() {
    return applied.sum();
  }

  /// How long the slowest writer has been at its batch, for the liveness check; very long when a
  /// thread of the desk has died.
  public Duration sinceLastTick() {
    if (!closed && threads.stream().anyMatch(thread -> !thread.isAlive())) {
      return Duration.ofDays(1);
    }
    long now = System.nanoTime();
    long longest = 0;
    for (int i = 0; i < roundsBegan.length(); i++) {
      long began = roundsBegan.get(i);
      longest = began == 0 ? longest : Math.max(longest, now - began);
    }
    return Duration.ofNanos(longest);
  }

  /// Finishes what is under way, defers what waits.
  @Override
  public void close() {
    closed = true;
    threads.forEach(Thread::interrupt);
    for (Thread thread : threads) {
      try {
        thread.join(TimeUnit.SECONDS.toMillis(10));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    for (Lane lane : lanes.values()) {
      while (lane.size() > 0) { // a batch ends before an undo of something in it
        stopping(lane.drain(settings.batchMax()));
      }
    }
  }

  private static void stopping(List<Seat> seats) {
    seats.forEach(
        seat -> seat.defer("unavailable", "The server is stopping; send it again.", 1_000, 0));
  }

  private void queue(Lane lane, Seat seat, UnderWay.Entry own) {
    if (closed) {
      stopping(List.of(seat));
      return;
    }
    if (!lane.offer(seat)) {
      seat.defer("busy", "Too much is waiting for this warehouse; send it again.", 200, 0);
      return;
    }
    own.queued();
    if (lane.claim()) {
      ready.add(lane);
    }
  }

  private Lane lane(Submission submission) {
    if (!(submission.asked() instanceof Asked.Order(Command command))) {
      return lane(Lanes.ELSEWHERE);
    }
    return switch (command) {
      case ConfirmReservation c -> beside(c.order());
      case ReleaseReservation c -> beside(c.order());
      default -> lane(Lanes.of(command));
    };
  }

  /// Where what was promised to the order waits or lies, if that is known: from another lane it
  /// would hold up that one.
  private Lane beside(Reference order) {
    return underWay
        .laneOf(order)
        .orElseGet(
            () ->
                lane(attempts.promisedIn(order).map(WarehouseCode::code).orElse(Lanes.ELSEWHERE)));
  }

  /// Only warehouses that exist have a lane, so that nobody can make lanes without end.
  private Lane lane(String name) {
    boolean exists = !name.isEmpty() && catalogue.site(new WarehouseCode(name)).isPresent();
    return lanes.computeIfAbsent(
        exists ? name : Lanes.ELSEWHERE, any -> new Lane(settings.queueMax()));
  }

  private void writeLoop(int writer) {
    try {
      while (!closed) {
        List<Lane> lanes = new ArrayList<>();
        lanes.add(ready.take());
        roundsBegan.set(writer, System.nanoTime());
        linger(lanes.getFirst());
        try {
          round(gather(lanes));
        } finally {
          for (Lane lane : lanes) {
            if (lane.done()) {
              ready.add(lane);
            }
          }
        }
        roundsBegan.set(writer, 0);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// A fault of ours must not end the writer, nor leave anybody without an answer.
  private void round(List<Seat> batch) {
    try {
      apply(batch);
    } catch (RuntimeException e) {
      LOG.error("A batch of {} ended in a fault", batch.size(), e);
      batch.forEach(
          seat -> seat.defer("unavailable", "The server had a fault; send it again.", 1_000, 0));
    }
  }

  /// All that waits in the first lane, and while that is little, in other lanes that are ready:
  /// a transaction costs the same for one command as for a few dozen. Not all lanes, because what
  /// comes meanwhile for a lane that one writer holds is lost to the others. Nobody is taken along
  /// with one that stands alone.
  private List<Seat> gather(List<Lane> lanes) {
    boolean alone = lanes.getFirst().alone();
    List<Seat> batch = lanes.getFirst().drain(settings.batchMax());
    while (!alone && batch.size() < Math.min(settings.gatherTo(), enough())) {
      Lane next = ready.poll();
      if (next == null) {
        break;
      }
      lanes.add(next);
      if (!next.alone()) { // else its turn comes when this batch is done
        batch.addAll(next.drain(settings.batchMax() - batch.size()));
      }
    }
    return batch;
  }

  /// Waits for company, but not longer than the linger says, nor for more than is likely to come:
  /// who is alone does not wait at all.
  private void linger(Lane lane) {
    long oldest = lane.first().map(Seat::sinceNanos).orElse(0L);
    long end = oldest + settings.linger().toNanos();
    for (long left = end - System.nanoTime(); left > 0; left = end - System.nanoTime()) {
      int there = lane.size();
      for (Lane other : ready) {
        there += other.size();
      }
      if (there >= Math.min(enough(), settings.batchMax())) {
        return;
      }
      LockSupport.parkNanos(Math.min(left, LOOK_NANOS));
    }
  }

  /// Half of a writer's share of all that is under way: the rest is mostly at the other writers, or
  /// in lanes that they hold.
  private int enough() {
    return Math.max(1, underWay.size() / (2 * settings.writers()));
  }

  private void apply(List<Seat> batch) {
    if (batch.isEmpty()) {
      return;
    }
    long deadline = batch.getFirst().sinceNanos() + settings.deadline().toNanos();
    List<Submission> submissions = batch.stream().map(Seat::submission).toList();
    switch (attempts.run(submissions, false, deadline)) {
      case Attempts.Ending.Done(Batch.Outcome outcome) -> {
        publish(outcome);
        for (int i = 0; i < batch.size(); i++) {
          batch.get(i).answer().complete(outcome.answers().get(i));
        }
        applied.add(batch.size());
      }
      case Attempts.Ending.Away(String code, String message) ->
          batch.forEach(seat -> seat.defer(code, message, 500, 0));
      case Attempts.Ending.Broken(Exception cause) -> {
        if (batch.size() > 1) {
          LOG.error("A batch of {} failed, going on one by one", batch.size(), cause);
          batch.forEach(seat -> apply(List.of(seat)));
        } else {
          setAside(batch.getFirst(), cause);
        }
      }
    }
  }

  /// A poisoned envelope affects only itself: it is refused for good, so that its device can go on.
  private void setAside(Seat seat, Exception cause) {
    Submission submission = seat.submission();
    LOG.error("Command {} cannot be applied", submission.id(), cause);
    Refusal fault =
        new Refusal.Malformed(
            "fault", "the server could not record this; nothing was changed, tell a supervisor");
    Submission turned =
        new Submission(
            submission.id(),
            submission.device(),
            submission.sequence(),
            submission.author(),
            Optional.empty(),
            Optional.empty(),
            submission.insisted(),
            new Asked.Turned(fault),
            Optional.empty(),
            submission.fingerprint());
    long deadline = System.nanoTime() + settings.deadline().toNanos();
    if (attempts.run(List.of(turned), false, deadline)
        instanceof Attempts.Ending.Done(Batch.Outcome outcome)) {
      seat.answer().complete(outcome.answers().getFirst());
    } else {
      seat.defer("unavailable", "The server could not record this; send it again.", 5_000, 0);
    }
  }

  private void publish(Batch.Outcome outcome) {
    transactions.increment();
    for (Numbered numbered : outcome.events()) {
      try {
        listener.committed(numbered.warehouse(), numbered.epoch(), numbered.events());
      } catch (RuntimeException e) {
        LOG.error("The feed did not take events of {}", numbered.warehouse(), e);
      }
    }
  }

  /// Lets promises go whose time has passed, so that screens show it; correctness does not wait for
  /// it.
  ///
  /// @return how many events that made; 0 also when the database is away
  public int tidy() {
    if (closed
        || !(attempts.run(List.of(), true, System.nanoTime())
            instanceof Attempts.Ending.Done(Batch.Outcome outcome))) {
      return 0;
    }
    publish(outcome);
    return outcome.events().stream().mapToInt(numbered -> numbered.events().size()).sum();
  }
}
