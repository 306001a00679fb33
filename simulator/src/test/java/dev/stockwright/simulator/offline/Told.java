package dev.stockwright.simulator.offline;

import dev.stockwright.client.ClientCore;
import dev.stockwright.client.outbox.OutboxListener;
import dev.stockwright.protocol.Answer;
import dev.stockwright.protocol.Command;
import dev.stockwright.protocol.Envelope;
import dev.stockwright.protocol.MoveCommand;
import dev.stockwright.protocol.MoveStock;
import dev.stockwright.protocol.PickingCommand;
import dev.stockwright.protocol.PutAwayCommand;
import dev.stockwright.protocol.ReceiveGoods;
import dev.stockwright.protocol.TransferCommand;
import dev.stockwright.simulator.stack.Books;
import dev.stockwright.vocabulary.CommandId;
import dev.stockwright.vocabulary.DeviceId;
import dev.stockwright.vocabulary.Quantity;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/// What one device has recorded and what it was answered, to be held against the ledger. Guarded by
/// this.
public final class Told implements OutboxListener {
  private static final Duration LAST_WORD = Duration.ofSeconds(15);

  private final Map<CommandId, Envelope> recorded = new LinkedHashMap<>();
  private final Map<CommandId, Answer> answers = new HashMap<>();
  private final List<String> doubled = new ArrayList<>();

  @Override
  public synchronized void added(Envelope envelope) {
    if (recorded.put(envelope.id(), envelope) != null) {
      doubled.add(envelope.id() + " was recorded twice");
    }
  }

  @Override
  public synchronized void settled(Envelope envelope, Answer answer) {
    if (answers.put(envelope.id(), answer) != null) {
      doubled.add(envelope.id() + " was settled twice");
    }
  }

  public synchronized int recorded() {
    return recorded.size();
  }

  /// Whether all has its answer.
  public synchronized boolean settled() {
    return answers.keySet().containsAll(recorded.keySet());
  }

  public synchronized List<Envelope> envelopes() {
    return List.copyOf(recorded.values());
  }

  public synchronized Set<CommandId> refused() {
    return answers.values().stream()
        .filter(Answer.Refused.class::isInstance)
        .map(Answer::id)
        .collect(Collectors.toSet());
  }

  /// Whatever is not as it must be: each command is answered once, is in the ledger with all its
  /// goods when it was accepted and with none when it was refused, and nothing else of the device
  /// is there.
  public List<String> complaints(Books books, ClientCore core, DeviceId device) {
    awaitTheLast();
    return judged(books, core, device);
  }

  /// An answer is in the outbox, and counted there, a moment before it is told. What is not told
  /// within some seconds is a complaint.
  private void awaitTheLast() {
    long end = System.nanoTime() + LAST_WORD.toNanos();
    while (!settled() && System.nanoTime() < end) {
      LockSupport.parkNanos(1_000_000);
    }
  }

  private synchronized List<String> judged(Books books, ClientCore core, DeviceId device) {
    List<String> found = new ArrayList<>(doubled);
    for (Envelope envelope : recorded.values()) {
      CommandId id = envelope.id();
      Answer answer = answers.get(id);
      if (answer == null) {
        found.add(envelope.command() + " has no answer");
        continue;
      }
      long moved =
          books.number(
              "SELECT coalesce(sum(quantity), 0)::bigint FROM movement WHERE command_id = ?",
              id.uuid());
      long wanted = answer instanceof Answer.Accepted ? goods(envelope.command()) : 0;
      if (moved != wanted || !books.knows(id)) {
        found.add(envelope.command() + " moved " + moved + " of " + wanted);
      }
    }
    long there = books.number("SELECT count(*) FROM command WHERE device = ?", device.code());
    if (there != recorded.size()) {
      found.add(there + " commands of the device, which has recorded " + recorded.size());
    }
    Set<CommandId> listed = new HashSet<>();
    core.attention().forEach(entry -> listed.add(entry.envelope().id()));
    if (!listed.equals(refused())) {
      found.add(listed.size() + " are to be looked at, " + refused().size() + " were refused");
    }
    return found;
  }

  /// How many pieces an accepted command moves.
  private static long goods(Command command) {
    return switch (command) {
      case MoveStock c -> c.quantity().units();
      case MoveCommand.MoveGoods c -> c.quantity().units();
      case ReceiveGoods c -> c.quantity().units();
      case PickingCommand.PickStock c -> c.quantity().units();
      case TransferCommand.PackTransfer c -> c.quantity().units();
      case PutAwayCommand.PutAway c -> c.units().map(Quantity::units).orElse(0L);
      case Command _ -> 0;
    };
  }
}
