package dev.stockwright.client;

import dev.stockwright.client.workflow.Step;
import dev.stockwright.client.workflow.Workflow;
import dev.stockwright.protocol.Command;
import dev.stockwright.vocabulary.CommandId;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// A step that waits until a supervisor has given what is theirs in it.
record HeldStep<S>(Step.Recorded<S> step, Optional<String> scan) {
  /// Whether something in the step is a supervisor's to give.
  static boolean needed(Step.Recorded<?> step) {
    return step.commands().stream().anyMatch(Decisions::of);
  }

  List<Command> wanted() {
    return step.commands().stream().filter(Decisions::of).toList();
  }

  /// What the worker records then; absent: nothing is left to record.
  Optional<Step.Recorded<S>> rest() {
    List<Command> own = step.commands().stream().filter(each -> !Decisions.of(each)).toList();
    return own.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Step.Recorded<>(step.state(), own, step.said(), step.complete(), step.insisted()));
  }

  /// Whether what was done with goods can be taken back; what was allowed for it, and where they
  /// were sent, stays.
  static boolean reversible(List<Command> commands, Workflow<?> workflow) {
    return commands.stream().anyMatch(HeldStep::own)
        && commands.stream()
            .filter(HeldStep::own)
            .allMatch(each -> Undoable.of(each) && workflow.reversible(each));
  }

  private static boolean own(Command command) {
    return !Decisions.of(command) && !Undoable.stays(command);
  }

  /// The ids of those that are taken back then.
  static List<CommandId> own(List<Command> commands, List<CommandId> ids) {
    return IntStream.range(0, ids.size())
        .filter(i -> own(commands.get(i)))
        .mapToObj(ids::get)
        .toList();
  }
}
