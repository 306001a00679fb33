package dev.stockwright.client.replica;

import dev.stockwright.protocol.Answer;
import dev.stockwright.vocabulary.CommandId;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Own commands that the levels of the stream do not include yet. Each is added to what is shown
/// until it is refused, or the stream has passed the last event of its answer, or its event came
/// by. Not safe for threads: [StockReplica] guards it.
final class Overlay {
  private static final long UNANSWERED = Long.MAX_VALUE;

  private static final class Own {
    private final List<Effects.Effect> effects;
    private long includedAt = UNANSWERED;

    Own(List<Effects.Effect> effects) {
      this.effects = effects;
    }
  }

  private final Map<CommandId, Own> commands = new LinkedHashMap<>();
  private final Map<Sku, Long> pending = new HashMap<>();

  long pending(Sku sku) {
    return pending.getOrDefault(sku, 0L);
  }

  /// What of it a level that is the state after event `n` does not include.
  long pending(Sku sku, long n) {
    if (!pending.containsKey(sku)) {
      return 0;
    }
    return commands.values().stream()
        .filter(own -> own.includedAt > n)
        .flatMap(own -> own.effects.stream())
        .filter(effect -> effect.sku().equals(sku))
        .mapToLong(Effects.Effect::delta)
        .sum();
  }

  Set<Sku> skus() {
    return Set.copyOf(pending.keySet());
  }

  Set<Sku> add(CommandId id, List<Effects.Effect> effects) {
    if (effects.isEmpty() || commands.containsKey(id)) {
      return Set.of();
    }
    Own own = new Own(effects);
    commands.put(id, own);
    return count(own, 1);
  }

  Set<Sku> settle(Answer answer, WarehouseCode here, long position) {
    return switch (answer) {
      case Answer.Deferred deferred -> Set.of();
      case Answer.Refused refused -> drop(refused.id());
      case Answer.Accepted accepted -> {
        Own own = commands.get(accepted.id());
        long last =
            Sent.list(accepted.changes()).stream()
                .filter(change -> change.warehouse().equals(here))
                .mapToLong(Answer.Change::lastN)
                .max()
                .orElse(0);
        if (own == null || last <= position) {
          yield drop(accepted.id());
        }
        own.includedAt = last;
        // A level asked of the server may include it already: to be shown anew.
        yield own.effects.stream().map(Effects.Effect::sku).collect(Collectors.toSet());
      }
    };
  }

  /// The event of this command came by.
  Set<Sku> drop(CommandId id) {
    Own own = commands.remove(id);
    return own == null ? Set.of() : count(own, -1);
  }

  /// The stream has passed `position`.
  Set<Sku> passed(long position) {
    Set<Sku> touched = new HashSet<>();
    for (Iterator<Own> each = commands.values().iterator(); each.hasNext(); ) {
      Own own = each.next();
      if (own.includedAt <= position) {
        each.remove();
        touched.addAll(count(own, -1));
      }
    }
    return touched;
  }

  private Set<Sku> count(Own own, int sign) {
    Set<Sku> touched = new HashSet<>();
    for (Effects.Effect effect : own.effects) {
      long sum = pending(effect.sku()) + sign * effect.delta();
      if (sum == 0) {
        pending.remove(effect.sku());
      } else {
        pending.put(effect.sku(), sum);
      }
      touched.add(effect.sku());
    }
    return touched;
  }
}
