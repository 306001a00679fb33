package dev.stockwright.client.replica;

import dev.stockwright.client.known.PickLine;
import dev.stockwright.client.known.PutAwayTask;
import dev.stockwright.protocol.Command;
import dev.stockwright.protocol.PickingCommand;
import dev.stockwright.protocol.PutAwayCommand;
import dev.stockwright.vocabulary.Reference;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Picks and put-aways that this device has worked on, as they were read last, so that one that was
/// ended and undone is there again at once, also in a dead spot. Owned by [OwnWork].
final class OpenAgain {
  /// How long after the server's answer its list may lack what is open again.
  static final Duration SHOWN_FOR = Duration.ofMinutes(1);

  private static final int KEPT_MAX = 200;

  private final Map<Reference, Seen<PutAwayTask>> putAways = new LinkedHashMap<>();
  private final Map<Reference, Seen<PickLine>> picks = new LinkedHashMap<>();

  /// A document as the server said it then.
  record Seen<T>(T item, Instant readAt) {}

  static boolean about(Command command, PutAwayTask task) {
    return switch (command) {
      case PutAwayCommand.PutAway c -> c.task().equals(task.number());
      case PutAwayCommand.PutUnitAway c -> task.unit().filter(c.unit()::equals).isPresent();
      default -> false; // no put-away
    };
  }

  static boolean about(Command command, PickLine pick) {
    return command instanceof PickingCommand.PickStock c && c.pick().equals(pick.number());
  }

  void seen(PutAwayTask task, Instant readAt) {
    keep(putAways, task.number(), new Seen<>(task, readAt));
  }

  void seen(PickLine pick, Instant readAt) {
    keep(picks, pick.number(), new Seen<>(pick, readAt));
  }

  private static <T> void keep(Map<Reference, Seen<T>> all, Reference number, Seen<T> seen) {
    all.remove(number);
    all.put(number, seen);
    Optional<Reference> oldest = all.keySet().stream().findFirst();
    if (all.size() > KEPT_MAX) {
      oldest.ifPresent(all::remove);
    }
  }

  /// Those that these commands were about.
  List<Seen<PutAwayTask>> putAways(List<Command> undone) {
    return putAways.values().stream()
        .filter(seen -> undone.stream().anyMatch(command -> about(command, seen.item())))
        .toList();
  }

  /// The same of picks.
  List<Seen<PickLine>> picks(List<Command> undone) {
    return picks.values().stream()
        .filter(seen -> undone.stream().anyMatch(command -> about(command, seen.item())))
        .toList();
  }
}
