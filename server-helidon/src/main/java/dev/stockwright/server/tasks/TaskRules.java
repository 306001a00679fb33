package dev.stockwright.server.tasks;

import dev.stockwright.protocol.DocumentKind;
import dev.stockwright.protocol.DocumentRefusal;
import dev.stockwright.protocol.Refusal;
import dev.stockwright.protocol.TaskRefusal;
import dev.stockwright.vocabulary.Operator;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Who gets which task. Pure.
public final class TaskRules {
  private TaskRules() {}

  /// The best task for a person: what they hold already, then what they have not put aside, then
  /// the most urgent, then the shortest way from where they stand, then the oldest.
  ///
  /// @param waiting tasks that wait
  /// @param from how far along the way through the warehouse the person stands
  public static Optional<Task> next(List<Task> waiting, Operator who, int from) {
    return waiting.stream()
        .filter(task -> task.state().waiting() && task.suits(who))
        .filter(task -> task.holder().map(who::equals).orElse(true))
        .min(
            Comparator.comparing((Task task) -> task.holder().isEmpty())
                .thenComparing(Task::skipped)
                .thenComparingInt(Task::priority)
                .thenComparingLong(task -> way(from, task.sequence()))
                .thenComparingLong(Task::id));
  }

  /// Pickers go round: what lies behind them comes after what lies ahead.
  private static long way(int from, int to) {
    return to >= from ? (long) to - from : Integer.MAX_VALUE + (long) to;
  }

  /// Why this person cannot work on the task now; empty when they can.
  public static Optional<Refusal> refusal(Task task, Operator who) {
    if (!task.state().waiting()) {
      return Optional.of(
          new DocumentRefusal.WrongState(
              DocumentKind.TASK, task.number(), task.state().code(), "open or leased"));
    }
    if (task.holder().isPresent() && !task.holder().get().equals(who)) {
      return Optional.of(new TaskRefusal.TaskTaken(task.number(), task.holder().get()));
    }
    if (!task.suits(who)) {
      return Optional.of(new DocumentRefusal.OtherPersonNeeded("do task " + task.number(), who));
    }
    return Optional.empty();
  }
}
