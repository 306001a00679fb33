package dev.stockwright.client.workflow.picking;

import dev.stockwright.client.card.Card;
import dev.stockwright.client.card.Input;
import dev.stockwright.client.known.PickLine;
import dev.stockwright.client.known.WaitingTask;
import dev.stockwright.client.workflow.Scene;
import dev.stockwright.client.workflow.Sighting;
import dev.stockwright.client.workflow.Step;
import dev.stockwright.client.workflow.Workflow;
import dev.stockwright.client.workflow.WrittenBooks;
import dev.stockwright.protocol.Command;
import dev.stockwright.protocol.PickingCommand;
import dev.stockwright.vocabulary.Reference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Picking on a device: what was recorded on the way to a state is laid over its books, as the
/// device's own work is.
final class LaidOver implements Workflow<PickingState> {
  private final PickingWorkflow workflow = new PickingWorkflow();
  private final List<Object> site;
  private final Map<PickingState, List<Command>> recorded = new HashMap<>();

  LaidOver(List<Object> site) {
    this.site = site;
  }

  @Override
  public Step<PickingState> seen(PickingState state, Sighting sighting, Scene scene) {
    return kept(state, workflow.seen(state, sighting, over(state, scene)));
  }

  @Override
  public Step<PickingState> given(PickingState state, Input input, Scene scene) {
    return kept(state, workflow.given(state, input, over(state, scene)));
  }

  @Override
  public Card card(PickingState state, Scene scene) {
    return workflow.card(state, over(state, scene));
  }

  private List<Command> before(PickingState state) {
    return Objects.requireNonNullElse(recorded.get(state), List.of());
  }

  private Step<PickingState> kept(PickingState before, Step<PickingState> step) {
    List<Command> all = new ArrayList<>(before(before));
    if (step instanceof Step.Recorded<PickingState> did) {
      all.addAll(did.commands());
    }
    recorded.put(step.state(), List.copyOf(all));
    return step;
  }

  Scene over(PickingState state, Scene scene) {
    List<Object> now = new ArrayList<>();
    for (Object known : site) {
      if (known instanceof PickLine line) {
        now(line, before(state)).ifPresent(now::add);
      } else {
        now.add(known);
      }
    }
    Set<Reference> waiting =
        now.stream()
            .filter(PickLine.class::isInstance)
            .map(PickLine.class::cast)
            .flatMap(line -> line.task().stream())
            .collect(Collectors.toSet());
    boolean begun = !before(state).isEmpty();
    now.removeIf(
        known -> begun && known instanceof WaitingTask task && !waiting.contains(task.number()));
    return new Scene(
        scene.warehouse(),
        scene.person(),
        scene.today(),
        scene.now(),
        scene.supervisor(),
        scene.online(),
        scene.seen(),
        WrittenBooks.of(now.toArray()));
  }

  private static Optional<PickLine> now(PickLine line, List<Command> commands) {
    PickLine now = line;
    for (Command command : commands) {
      if (command instanceof PickingCommand.ShortPick c && c.pick().equals(line.number())) {
        return Optional.empty();
      }
      if (command instanceof PickingCommand.PickStock c && c.pick().equals(line.number())) {
        now = now.plus(c.quantity().units());
      }
    }
    return now.left() == 0 ? Optional.empty() : Optional.of(now);
  }
}
