package dev.stockwright.server.orders;

import dev.stockwright.protocol.Refusal;
import dev.stockwright.server.stock.Step;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What the rules decided about an order: a value, nothing has happened yet.
sealed interface Ruling {
  /// It becomes so.
  ///
  /// @param until when its promise ends by itself, while it is placed
  /// @param steps what the ledger does for it
  /// @param detail for its history
  record Becomes(
      OrderState state,
      List<Order.Line> lines,
      Optional<Instant> until,
      List<Step> steps,
      String detail)
      implements Ruling {
    public Becomes {
      lines = List.copyOf(lines);
      steps = List.copyOf(steps);
    }
  }

  /// It is so already.
  record Same() implements Ruling {}

  /// It cannot be, for this reason.
  record Refused(Refusal why) implements Ruling {}
}
