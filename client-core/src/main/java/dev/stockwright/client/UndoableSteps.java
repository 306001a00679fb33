package dev.stockwright.client;

import dev.stockwright.client.known.Product;
import dev.stockwright.client.outbox.Entry;
import dev.stockwright.client.outbox.Outbox;
import dev.stockwright.client.replica.Catalogue;
import dev.stockwright.client.words.CommonPhrase;
import dev.stockwright.client.words.Text;
import dev.stockwright.client.workflow.receiving.ReceivingPhrase;
import dev.stockwright.protocol.ReceiveGoods;
import dev.stockwright.protocol.UndoCommand;
import dev.stockwright.vocabulary.CommandId;
import dev.stockwright.vocabulary.WarehouseCode;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// The last accepted steps of a device that can be taken back, newest first, at most [#MAX]. At a
/// start it is read from the outbox, which is the only place that keeps them. Not safe for threads:
/// [ReceivingSession] guards it.
final class UndoableSteps {
  static final int MAX = 10;

  /// An accepted step.
  ///
  /// @param name what was done, for people
  record Step(CommandId id, Text name, long units) {}

  private final Deque<Step> steps = new ArrayDeque<>();

  private UndoableSteps() {}

  /// Those that the outbox still knows.
  ///
  /// @param since older ones are left alone: nobody means them when he presses undo
  static UndoableSteps of(
      Outbox outbox, Catalogue catalogue, WarehouseCode warehouse, Instant since) {
    UndoableSteps found = new UndoableSteps();
    Set<CommandId> undone = new HashSet<>();
    for (Entry entry : outbox.newest(Outbox.HISTORY)) {
      boolean stands = entry.fate() == Entry.Fate.WAITING || entry.fate() == Entry.Fate.ACCEPTED;
      if (!stands) {
        continue;
      }
      CommandId id = entry.envelope().id();
      if (entry.envelope().command() instanceof UndoCommand undo) {
        undone.add(undo.undone());
      } else if (entry.envelope().command() instanceof ReceiveGoods receive
          && receive.warehouse().equals(warehouse)
          && !entry.addedAt().isBefore(since)
          && !undone.contains(id)
          && found.steps.size() < MAX) {
        long units = receive.quantity().units();
        String product =
            catalogue.product(receive.sku()).map(Product::name).orElse(receive.sku().code());
        found.steps.addLast(new Step(id, received(product, units), units));
      }
    }
    return found;
  }

  private static Text received(String product, long units) {
    return Text.of(ReceivingPhrase.RECEIVED, product, Text.of(CommonPhrase.PLUS, units));
  }

  void push(Step step) {
    steps.push(step);
    if (steps.size() > MAX) {
      steps.removeLast();
    }
  }

  Optional<Step> last() {
    return Optional.ofNullable(steps.peek());
  }

  void dropLast() {
    steps.pop();
  }

  int count() {
    return steps.size();
  }
}
