package dev.stockwright.client.outbox;

import dev.stockwright.client.store.DeviceStore;
import dev.stockwright.client.store.Note;
import dev.stockwright.client.store.Notes;
import dev.stockwright.client.store.StoreFailure;
import dev.stockwright.protocol.Answer;
import dev.stockwright.protocol.Command;
import dev.stockwright.protocol.Envelope;
import dev.stockwright.protocol.ReferralCommand;
import dev.stockwright.protocol.Refusal;
import dev.stockwright.vocabulary.CommandId;
import dev.stockwright.vocabulary.DeviceId;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/// The outbox in the device's store: a command is on the disk before [#add] returns.
///
/// The number of the next command is a note written in the same transaction, so it never goes back
/// when old rows are cleared away. A store that was begun anew after damage has lost the count, so
/// it sends under a name of its own (`DESK-1#t5x2k0`): the server then starts at 1 for it.
public final class JournalOutbox implements Outbox {
  private static final String NEXT = "next_sequence";
  private static final int SENDER_MAX = 64;

  private final DeviceStore store;
  private final InstantSource clock;
  private final RandomGenerator random;
  private final DeviceId sender;
  /// Held over a change and its announcement, so that nobody hears of an answer before the command.
  private final ReentrantLock announcing = new ReentrantLock(true);

  private final List<OutboxListener> listeners = new CopyOnWriteArrayList<>();

  public JournalOutbox(
      DeviceStore store, DeviceId device, InstantSource clock, RandomGenerator random) {
    this.store = store;
    this.clock = clock;
    this.random = random;
    this.sender = store.write(connection -> senderOf(connection, device));
  }

  private static DeviceId senderOf(Connection connection, DeviceId device) throws SQLException {
    Optional<String> known = Notes.find(connection, "sender");
    if (known.isPresent()) {
      return new DeviceId(known.get());
    }
    String born = Notes.find(connection, "born_after_damage").map(b -> "#" + b).orElse("");
    String code = device.code();
    String kept = code.substring(0, Math.min(code.length(), SENDER_MAX - born.length()));
    Notes.put(connection, "sender", kept + born);
    return new DeviceId(kept + born);
  }

  @Override
  public DeviceId sender() {
    return sender;
  }

  @Override
  public Added add(Command command, Origin origin) {
    return add(List.of(command), origin, ids -> List.of());
  }

  @Override
  public Added add(
      List<Command> commands, Origin origin, Function<List<CommandId>, List<Note>> notes) {
    return announce(
        connection -> {
          List<Envelope> envelopes = new ArrayList<>();
          for (Command command : commands) {
            envelopes.add(append(connection, command, origin));
          }
          for (Note note : notes.apply(envelopes.stream().map(Envelope::id).toList())) {
            Notes.put(connection, note);
          }
          return envelopes;
        });
  }

  private Added announce(DeviceStore.Work<List<Envelope>> work) {
    announcing.lock();
    try {
      List<Envelope> envelopes = store.write(work);
      envelopes.forEach(envelope -> listeners.forEach(listener -> listener.added(envelope)));
      return new Added.Saved(envelopes);
    } catch (StoreFailure failure) {
      return new Added.NotSaved(failure.kind());
    } finally {
      announcing.unlock();
    }
  }

  private Envelope append(Connection connection, Command command, Origin origin)
      throws SQLException {
    long sequence = Notes.find(connection, NEXT).map(Long::parseLong).orElse(1L);
    Instant now = clock.instant();
    CommandId id = CommandId.timeOrdered(now.toEpochMilli(), random.nextLong(), random.nextLong());
    Envelope envelope =
        new Envelope(
            id,
            sender,
            sequence,
            origin.author(),
            Optional.of(now),
            origin.scan(),
            origin.insistsOn(command),
            command);
    OutboxRows.insert(connection, envelope, now);
    Notes.put(connection, NEXT, Long.toString(sequence + 1));
    return envelope;
  }

  @Override
  public List<Envelope> pending(int limit) {
    return store.read(connection -> OutboxRows.waiting(connection, limit));
  }

  @Override
  public List<Envelope> from(long sequence, int limit) {
    return store.read(connection -> OutboxRows.from(connection, sequence, limit));
  }

  @Override
  public int settle(List<Answer> answers) {
    announcing.lock();
    try {
      List<Settled> settled = store.write(connection -> file(connection, answers));
      for (Settled one : settled) {
        listeners.forEach(listener -> listener.settled(one.envelope(), one.answer()));
      }
      return settled.size();
    } finally {
      announcing.unlock();
    }
  }

  private record Settled(Envelope envelope, Answer answer) {}

  private List<Settled> file(Connection connection, List<Answer> answers) throws SQLException {
    Instant now = clock.instant();
    List<Settled> settled = new ArrayList<>();
    for (Answer answer : answers) {
      Optional<Entry> entry = OutboxRows.find(connection, answer.id());
      if (entry.isEmpty() || entry.get().fate() != Entry.Fate.WAITING) {
        continue;
      }
      switch (answer) {
        case Answer.Accepted accepted ->
            OutboxRows.answer(connection, accepted, Entry.Fate.ACCEPTED, now);
        case Answer.Refused refused -> {
          Command command = entry.get().envelope().command();
          OutboxRows.answer(connection, refused, Telling.refused(command), now);
          if (command instanceof ReferralCommand.ReferRefusal referral) {
            OutboxRows.remark(connection, referral.refused(), "");
          }
          catchUp(connection, refused.refusal());
        }
        case Answer.Deferred deferred -> {
          continue; // stays as it is, and is sent again
        }
      }
      settled.add(new Settled(entry.get().envelope(), answer));
    }
    if (!settled.isEmpty()) {
      OutboxRows.clearAway(connection, HISTORY);
    }
    return settled;
  }

  /// The server has seen higher numbers of this device than we have given (our store was set back):
  /// go on above them, so that what is given from now on can be taken.
  private static void catchUp(Connection connection, Refusal refusal) throws SQLException {
    if (refusal instanceof Refusal.SequenceUsed used) {
      long next = Notes.find(connection, NEXT).map(Long::parseLong).orElse(1L);
      Notes.put(connection, NEXT, Long.toString(Math.max(next, used.last() + 1)));
    }
  }

  @Override
  public int pendingCount() {
    return store.read(connection -> OutboxRows.count(connection, OutboxRows.UNSENT));
  }

  @Override
  public int attentionCount() {
    return store.read(connection -> OutboxRows.count(connection, OutboxRows.NEEDING));
  }

  @Override
  public List<Entry> newest(int limit) {
    return store.list(connection -> OutboxRows.newest(connection, limit));
  }

  @Override
  public List<Entry> attention() {
    return store.read(OutboxRows::attention);
  }

  @Override
  public Optional<Entry> find(CommandId id) {
    return store.read(connection -> OutboxRows.find(connection, id));
  }

  @Override
  public Added resend(CommandId refused, Origin origin) {
    return announce(
        connection -> {
          Entry old =
              OutboxRows.find(connection, refused)
                  .filter(entry -> entry.fate() == Entry.Fate.ATTENTION)
                  .orElseThrow(() -> new IllegalArgumentException("not refused: " + refused));
          Envelope again = append(connection, old.envelope().command(), origin);
          OutboxRows.resolve(connection, refused, Entry.Fate.RESENT, again.id().toString());
          return List.of(again);
        });
  }

  @Override
  public boolean discard(CommandId refused, String reason) {
    return store.write(
        connection -> OutboxRows.resolve(connection, refused, Entry.Fate.DISCARDED, reason));
  }

  @Override
  public Added refer(ReferralCommand.ReferRefusal referral, Origin origin) {
    return announce(
        connection -> {
          CommandId refused = referral.refused();
          boolean open =
              OutboxRows.find(connection, refused)
                  .filter(entry -> entry.fate() == Entry.Fate.ATTENTION)
                  .filter(entry -> entry.referredAt().isEmpty())
                  .isPresent();
          if (!open) {
            throw new IllegalArgumentException("nothing to refer: " + refused);
          }
          OutboxRows.remark(connection, refused, clock.instant().toString());
          return List.of(append(connection, referral, origin));
        });
  }

  @Override
  public boolean recorded(CommandId refused, String as) {
    return store.write(
        connection -> OutboxRows.resolve(connection, refused, Entry.Fate.RESENT, as));
  }

  @Override
  public void listen(OutboxListener listener) {
    listeners.add(listener);
  }

  @Override
  public void forget(OutboxListener listener) {
    listeners.remove(listener);
  }
}
