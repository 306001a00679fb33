package dev.stockwright.client.replica;

import dev.stockwright.client.known.CountSheet;
import dev.stockwright.client.known.Notice;
import dev.stockwright.client.known.PickLine;
import dev.stockwright.client.known.PutAwayTask;
import dev.stockwright.client.known.TransferSheet;
import dev.stockwright.client.known.WaitingTask;
import dev.stockwright.client.outbox.Entry;
import dev.stockwright.client.outbox.Outbox;
import dev.stockwright.client.outbox.OutboxListener;
import dev.stockwright.protocol.Answer;
import dev.stockwright.protocol.CatalogCommand.LearnBarcode;
import dev.stockwright.protocol.Command;
import dev.stockwright.protocol.CountCommand;
import dev.stockwright.protocol.Envelope;
import dev.stockwright.protocol.PickingCommand;
import dev.stockwright.protocol.PutAwayCommand;
import dev.stockwright.protocol.ReceivingCommand;
import dev.stockwright.protocol.TaskCommand;
import dev.stockwright.protocol.TransferCommand;
import dev.stockwright.protocol.UndoCommand;
import dev.stockwright.vocabulary.CommandId;
import dev.stockwright.vocabulary.Quantity;
import dev.stockwright.vocabulary.Reference;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Work that this device has done and that a document, read from the server a while ago, does not
/// show yet; so that nothing is offered twice in a dead spot. A command counts until the document
/// was asked for after its answer. All methods are synchronized on this.
public final class OwnWork implements OutboxListener {
  private static final int COMMANDS_MAX = 5_000;

  private static final class Deed {
    private final Command command;
    private Instant answeredAt = Instant.MAX;
    private Optional<CommandId> undoneBy = Optional.empty();
    private Instant undoneAt = Instant.MAX;

    Deed(Command command) {
      this.command = command;
    }
  }

  private final Map<CommandId, Deed> deeds = new LinkedHashMap<>();
  private final InstantSource clock;
  private final OpenAgain openAgain = new OpenAgain();
  private final List<Consumer<Command>> accepted = new CopyOnWriteArrayList<>();

  public OwnWork(Outbox outbox, InstantSource clock) {
    this.clock = clock;
    outbox.listen(this);
    List<Entry> entries = new ArrayList<>(outbox.newest(COMMANDS_MAX));
    for (Entry entry : entries.reversed()) {
      added(entry.envelope());
      entry
          .answer()
          .ifPresent(
              answer ->
                  settled(entry.envelope(), answer, entry.answeredAt().orElse(entry.addedAt())));
    }
  }

  /// Told of each command that was accepted: its documents are to be read again. Must be quick.
  public void onAccepted(Consumer<Command> listener) {
    accepted.add(listener);
  }

  public void forget(Consumer<Command> listener) {
    accepted.remove(listener);
  }

  /// The put-away as it is now; empty when this device has ended it.
  synchronized Optional<PutAwayTask> brought(PutAwayTask task, Instant readAt) {
    if (deeds.values().stream().anyMatch(deed -> OpenAgain.about(deed.command, task))) {
      openAgain.seen(task, readAt);
    }
    PutAwayTask now = task;
    for (Command command : since(readAt)) {
      Optional<Quantity> units = Optional.empty();
      switch (command) {
        case PutAwayCommand.PutAway c when c.task().equals(task.number()) -> units = c.units();
        case PutAwayCommand.PutUnitAway c when task.unit().filter(c.unit()::equals).isPresent() -> {
          return Optional.empty();
        }
        case TaskCommand.CancelTask c when c.task().equals(task.number()) -> {
          return Optional.empty();
        }
        default -> {
          continue; // no work on it
        }
      }
      if (units.isEmpty() || units.get().units() >= now.left()) {
        return Optional.empty();
      }
      now = now.plus(units.get().units());
    }
    return Optional.of(now);
  }

  /// The pick as it is now; empty when this device has ended it.
  synchronized Optional<PickLine> brought(PickLine pick, Instant readAt) {
    if (deeds.values().stream().anyMatch(deed -> OpenAgain.about(deed.command, pick))) {
      openAgain.seen(pick, readAt);
    }
    PickLine now = pick;
    for (Command command : since(readAt)) {
      if (command instanceof PickingCommand.ShortPick c && c.pick().equals(pick.number())) {
        return Optional.empty();
      }
      if (command instanceof PickingCommand.PickStock c && c.pick().equals(pick.number())) {
        now = now.plus(c.quantity().units());
        if (now.left() == 0) {
          return Optional.empty();
        }
      }
    }
    return Optional.of(now);
  }

  /// Put-aways that this device has ended and undone since: the server's list has them no more, or
  /// not yet again.
  synchronized List<PutAwayTask> putAwaysAgain() {
    return openAgain.putAways(undone()).stream()
        .flatMap(seen -> brought(seen.item(), seen.readAt()).stream())
        .toList();
  }

  /// The same of picks.
  synchronized List<PickLine> picksAgain() {
    return openAgain.picks(undone()).stream()
        .flatMap(seen -> brought(seen.item(), seen.readAt()).stream())
        .toList();
  }

  /// Own commands whose undoing the lists need not show yet.
  private List<Command> undone() {
    Instant since = clock.instant().minus(OpenAgain.SHOWN_FOR);
    return deeds.values().stream()
        .filter(deed -> deed.undoneBy.isPresent() && deed.undoneAt.isAfter(since))
        .map(deed -> deed.command)
        .toList();
  }

  /// The count with the bins that this device has closed.
  synchronized CountSheet brought(CountSheet count, Instant readAt) {
    List<CountSheet.CountBin> bins = new ArrayList<>(count.bins());
    for (Command command : since(readAt)) {
      if (command instanceof CountCommand.CloseBin c && c.count().equals(count.number())) {
        bins.replaceAll(bin -> bin.location().equals(c.bin()) ? bin.counted(c.empty()) : bin);
      }
    }
    return count.with(bins);
  }

  /// The transfer as it is now; empty when this device has ended it.
  synchronized Optional<TransferSheet> brought(TransferSheet transfer, Instant readAt) {
    return OwnTransfers.brought(transfer, since(readAt));
  }

  /// The notice with what this device has received for it.
  synchronized Notice brought(Notice notice, Instant readAt) {
    List<Command> all =
        deeds.values().stream()
            .filter(deed -> deed.undoneBy.isEmpty())
            .map(deed -> deed.command)
            .toList();
    return NoticeCounts.counted(notice, all, since(readAt));
  }

  /// What this device has said that a barcode stands for.
  public synchronized Optional<LearnBarcode> learnt(String barcode) {
    return deeds.values().stream()
        .flatMap(
            deed -> deed.command instanceof LearnBarcode learn ? Stream.of(learn) : Stream.empty())
        .filter(learn -> learn.barcode().code().equals(barcode))
        .findFirst();
  }

  /// Whether this device has done the task itself; put-aways and picks say it of theirs.
  synchronized boolean done(WaitingTask task, Instant readAt) {
    return since(readAt).stream().anyMatch(command -> ends(command, task));
  }

  private static boolean ends(Command command, WaitingTask task) {
    return switch (command) {
      case TaskCommand.CancelTask c -> c.task().equals(task.number());
      case PickingCommand.PutBackGoods c -> c.task().equals(task.number());
      case CountCommand.CountFromTask c -> c.task().equals(task.number());
      case CountCommand.CheckZero c ->
          isLook(task) && task.place().filter(c.bin()::equals).isPresent();
      default -> false; // of another kind of work
    };
  }

  /// Somebody is to look into a bin; that of a short pick is called a count where something may be
  /// left in it.
  private static boolean isLook(WaitingTask task) {
    return task.kind().equals("zero_check")
        || task.kind().equals("count") && task.document().equals("pick");
  }

  /// Own commands, oldest first, that a document read then does not include for sure.
  private List<Command> since(Instant readAt) {
    Instant kept = readAt.truncatedTo(ChronoUnit.MILLIS).plusMillis(1);
    return deeds.values().stream()
        .filter(deed -> deed.undoneBy.isEmpty() && deed.answeredAt.isAfter(kept))
        .map(deed -> deed.command)
        .toList();
  }

  /// The documents that a command of ours is about.
  public static List<Reference> tasks(Command command) {
    return switch (command) {
      case PutAwayCommand.PutAway c -> List.of(c.task());
      case TaskCommand.CancelTask c -> List.of(c.task());
      case PickingCommand.PutBackGoods c -> List.of(c.task());
      case CountCommand.CountFromTask c -> List.of(c.task());
      default -> List.of(); // named by its events
    };
  }

  @Override
  public synchronized void added(Envelope envelope) {
    switch (envelope.command()) {
      case PutAwayCommand c -> keep(envelope);
      case PickingCommand c -> keep(envelope);
      case CountCommand c -> keep(envelope);
      case TaskCommand c -> keep(envelope);
      case TransferCommand c -> keep(envelope);
      case ReceivingCommand c -> keep(envelope);
      case LearnBarcode c -> keep(envelope);
      case UndoCommand undo -> {
        Deed undone = deeds.get(undo.undone());
        if (undone != null && undone.undoneBy.isEmpty()) {
          undone.undoneBy = Optional.of(envelope.id());
        }
      }
      default -> {
        // no work of a document
      }
    }
  }

  private void keep(Envelope envelope) {
    deeds.putIfAbsent(envelope.id(), new Deed(envelope.command()));
    var oldest = deeds.values().iterator();
    while (deeds.size() > COMMANDS_MAX && oldest.hasNext()) {
      if (!oldest.next().answeredAt.equals(Instant.MAX)) {
        oldest.remove();
      }
    }
  }

  @Override
  public void settled(Envelope envelope, Answer answer) {
    settled(envelope, answer, clock.instant());
    if (answer instanceof Answer.Accepted) {
      accepted.forEach(listener -> listener.accept(envelope.command()));
    }
  }

  private synchronized void settled(Envelope envelope, Answer answer, Instant at) {
    switch (answer) {
      case Answer.Accepted yes -> {
        Deed deed = deeds.get(yes.id());
        if (deed != null) {
          deed.answeredAt = at;
        }
        if (envelope.command() instanceof UndoCommand undo) {
          Deed back = deeds.get(undo.undone());
          if (back != null) {
            back.undoneAt = at;
          }
        }
      }
      case Answer.Refused no -> {
        deeds.remove(no.id());
        if (envelope.command() instanceof UndoCommand undo) {
          Deed kept = deeds.get(undo.undone());
          if (kept != null && kept.undoneBy.equals(Optional.of(no.id()))) {
            kept.undoneBy = Optional.empty();
          }
        }
      }
      case Answer.Deferred later -> {
        // not judged
      }
    }
  }
}
