package dev.stockwright.client;

import dev.stockwright.protocol.CatalogCommand;
import dev.stockwright.protocol.Command;
import dev.stockwright.protocol.CountCommand;
import dev.stockwright.protocol.PurchaseCommand;
import dev.stockwright.vocabulary.CommandId;
import java.util.List;

/// Commands of a worker's step that are a supervisor's to give: they never go through the outbox of
/// the worker. A supervisor who stands at the device proves to the server who they are, and gives
/// them there; then the rest of the step is recorded.
///
/// @param commands 1 or more, in their order
/// @param ids of them; the same for each try with one badge, so that a lost answer is found again
record Decisions(List<Command> commands, List<CommandId> ids) {
  Decisions {
    commands = List.copyOf(commands);
    ids = List.copyOf(ids);
  }

  /// What is decided about an order, a count, or what a code stands for.
  static boolean of(Command command) {
    return command instanceof PurchaseCommand
        || command instanceof CatalogCommand
        || command instanceof CountCommand.RequestCount
        || command instanceof CountCommand.RequestRecount;
  }
}
