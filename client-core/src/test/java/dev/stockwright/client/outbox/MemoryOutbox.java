package dev.stockwright.client.outbox;

import dev.stockwright.client.store.Note;
import dev.stockwright.protocol.Answer;
import dev.stockwright.protocol.Command;
import dev.stockwright.protocol.Envelope;
import dev.stockwright.protocol.ReferralCommand;
import dev.stockwright.vocabulary.CommandId;
import dev.stockwright.vocabulary.DeviceId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/// An outbox without a disk, for tests of what stands on one. Keeps the same contract, checked by
/// the same tests.
public final class MemoryOutbox implements Outbox {
  private final TreeMap<Long, Entry> entries = new TreeMap<>();
  private final List<OutboxListener> listeners = new ArrayList<>();
  private final List<Note> notes = new ArrayList<>();
  private final DeviceId device;
  private final InstantSource clock;
  private long next = 1;

  public MemoryOutbox(DeviceId device, InstantSource clock) {
    this.device = device;
    this.clock = clock;
  }

  /// The notes that were kept with commands, oldest first.
  public synchronized List<Note> notes() {
    return List.copyOf(notes);
  }

  @Override
  public DeviceId sender() {
    return device;
  }

  @Override
  public synchronized Added add(Command command, Origin origin) {
    Instant now = clock.instant();
    Envelope envelope =
        new Envelope(
            CommandId.timeOrdered(now.toEpochMilli(), next, next),
            device,
            next,
            origin.author(),
            Optional.of(now),
            origin.scan(),
            origin.insistsOn(command),
            command);
    entries.put(
        next, new Entry(envelope, Entry.Fate.WAITING, now, Optional.empty(), Optional.empty(), ""));
    next++;
    listeners.forEach(listener -> listener.added(envelope));
    return new Added.Saved(envelope);
  }

  @Override
  public synchronized Added add(
      List<Command> commands, Origin origin, Function<List<CommandId>, List<Note>> more) {
    List<Envelope> envelopes = new ArrayList<>();
    for (Command command : commands) {
      if (add(command, origin) instanceof Added.Saved saved) {
        envelopes.add(saved.envelope());
      }
    }
    notes.addAll(more.apply(envelopes.stream().map(Envelope::id).toList()));
    return new Added.Saved(envelopes);
  }

  @Override
  public synchronized List<Envelope> pending(int limit) {
    return entries.values().stream()
        .filter(entry -> entry.fate() == Entry.Fate.WAITING)
        .map(Entry::envelope)
        .limit(limit)
        .toList();
  }

  @Override
  public synchronized List<Envelope> from(long sequence, int limit) {
    return entries.tailMap(sequence, true).values().stream()
        .map(Entry::envelope)
        .limit(limit)
        .toList();
  }

  @Override
  public synchronized int settle(List<Answer> answers) {
    int settled = 0;
    for (Answer answer : answers) {
      Optional<Entry> entry = find(answer.id());
      if (answer instanceof Answer.Deferred
          || entry.isEmpty()
          || entry.get().fate() != Entry.Fate.WAITING) {
        continue;
      }
      boolean accepted = answer instanceof Answer.Accepted;
      Envelope envelope = entry.get().envelope();
      put(
          entry.get(),
          accepted ? Entry.Fate.ACCEPTED : Telling.refused(envelope.command()),
          Optional.of(answer),
          "");
      if (!accepted && envelope.command() instanceof ReferralCommand.ReferRefusal referral) {
        remark(referral.refused(), "");
      }
      listeners.forEach(listener -> listener.settled(envelope, answer));
      settled++;
    }
    List<Long> old =
        entries.entrySet().stream()
            .filter(e -> e.getValue().fate() != Entry.Fate.WAITING)
            .filter(e -> e.getValue().fate() != Entry.Fate.ATTENTION)
            .map(java.util.Map.Entry::getKey)
            .toList();
    old.subList(0, Math.max(0, old.size() - HISTORY)).forEach(entries::remove);
    return settled;
  }

  private void put(Entry old, Entry.Fate fate, Optional<Answer> answer, String remark) {
    entries.put(
        old.envelope().sequence(),
        new Entry(
            old.envelope(),
            fate,
            old.addedAt(),
            Optional.of(clock.instant()),
            answer.or(old::answer),
            remark));
  }

  @Override
  public synchronized int pendingCount() {
    return (int)
        pending(Integer.MAX_VALUE).stream()
            .filter(envelope -> !Telling.note(envelope.command()))
            .count();
  }

  @Override
  public synchronized int attentionCount() {
    return (int) attention().stream().filter(entry -> entry.referredAt().isEmpty()).count();
  }

  @Override
  public synchronized List<Entry> newest(int limit) {
    return entries.descendingMap().values().stream()
        .filter(entry -> !Telling.note(entry.envelope().command()))
        .limit(limit)
        .toList();
  }

  @Override
  public synchronized List<Entry> attention() {
    return entries.values().stream().filter(e -> e.fate() == Entry.Fate.ATTENTION).toList();
  }

  @Override
  public synchronized Optional<Entry> find(CommandId id) {
    return entries.values().stream().filter(e -> e.envelope().id().equals(id)).findFirst();
  }

  @Override
  public synchronized Added resend(CommandId refused, Origin origin) {
    Entry old =
        find(refused)
            .filter(e -> e.fate() == Entry.Fate.ATTENTION)
            .orElseThrow(() -> new IllegalArgumentException("not refused: " + refused));
    Added added = add(old.envelope().command(), origin);
    if (added instanceof Added.Saved again) {
      put(old, Entry.Fate.RESENT, Optional.empty(), again.envelope().id().toString());
    }
    return added;
  }

  @Override
  public synchronized boolean discard(CommandId refused, String reason) {
    Optional<Entry> old = find(refused).filter(e -> e.fate() == Entry.Fate.ATTENTION);
    old.ifPresent(entry -> put(entry, Entry.Fate.DISCARDED, Optional.empty(), reason));
    return old.isPresent();
  }

  private void remark(CommandId refused, String words) {
    find(refused)
        .filter(entry -> entry.fate() == Entry.Fate.ATTENTION)
        .ifPresent(entry -> put(entry, Entry.Fate.ATTENTION, Optional.empty(), words));
  }

  @Override
  public synchronized Added refer(ReferralCommand.ReferRefusal referral, Origin origin) {
    boolean open =
        find(referral.refused())
            .filter(entry -> entry.fate() == Entry.Fate.ATTENTION)
            .filter(entry -> entry.referredAt().isEmpty())
            .isPresent();
    if (!open) {
      throw new IllegalArgumentException("nothing to refer: " + referral.refused());
    }
    remark(referral.refused(), clock.instant().toString());
    return add(referral, origin);
  }

  @Override
  public synchronized boolean recorded(CommandId refused, String as) {
    Optional<Entry> old = find(refused).filter(e -> e.fate() == Entry.Fate.ATTENTION);
    old.ifPresent(entry -> put(entry, Entry.Fate.RESENT, Optional.empty(), as));
    return old.isPresent();
  }

  @Override
  public synchronized void listen(OutboxListener listener) {
    listeners.add(listener);
  }

  @Override
  public synchronized void forget(OutboxListener listener) {
    listeners.remove(listener);
  }
}
