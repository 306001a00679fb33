package dev.stockwright.client.workflow.counting;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.stockwright.client.card.Card;
import dev.stockwright.client.workflow.Scene;
import dev.stockwright.client.workflow.Scenes;
import dev.stockwright.client.workflow.Step;
import dev.stockwright.client.workflow.WorkflowTable.Event;
import dev.stockwright.client.workflow.WrittenBooks;
import dev.stockwright.protocol.Command;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A person who counts, step by step; the number of the last event can grow meanwhile.
final class CountingWalk {
  private final CountingWorkflow workflow = new CountingWorkflow();
  private final List<Command> commands = new ArrayList<>();
  private CountingState state = CountingState.start();
  private Scene scene;

  CountingWalk(WrittenBooks books) {
    scene = Scenes.online(books);
  }

  CountingWalk supervisor() {
    scene = Scenes.supervisor((WrittenBooks) scene.books());
    return this;
  }

  /// Something else happens in the warehouse.
  CountingWalk seen(long n) {
    scene =
        new Scene(
            scene.warehouse(),
            scene.person(),
            scene.today(),
            scene.now(),
            scene.supervisor(),
            scene.online(),
            n,
            scene.books());
    return this;
  }

  /// The device has heard something new.
  CountingWalk knows(WrittenBooks books) {
    long n = scene.seen();
    scene = Scenes.online(books);
    return seen(n);
  }

  Step<CountingState> step(Event event) {
    Step<CountingState> step = event.on(workflow, state, scene);
    state = step.state();
    if (step instanceof Step.Recorded<CountingState> recorded) {
      commands.addAll(recorded.commands());
    }
    return step;
  }

  CountingWalk then(Event... events) {
    for (Event event : events) {
      step(event);
    }
    return this;
  }

  Step<CountingState> undo() {
    Step<CountingState> step = workflow.stepBack().orElseThrow().take(state, scene);
    state = step.state();
    if (step instanceof Step.Recorded<CountingState> recorded) {
      commands.addAll(recorded.commands());
    }
    return step;
  }

  void refused(Command command) {
    state = workflow.refused(state, command);
  }

  CountingState state() {
    return state;
  }

  Scene scene() {
    return scene;
  }

  Card card() {
    return workflow.card(state, scene);
  }

  String says(Event event) {
    return CountingSite.ENGLISH.say(step(event).said().headline());
  }

  /// What was recorded of one kind.
  <C extends Command> List<C> told(Class<C> kind) {
    return commands.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  <C extends Command> C last(Class<C> kind) {
    return told(kind).getLast();
  }

  List<Command> told() {
    return List.copyOf(commands);
  }

  Optional<CountingState.OpenBin> bin() {
    return state.bin();
  }

  CountingWalk recorded(Event event) {
    assertInstanceOf(Step.Recorded.class, step(event));
    return this;
  }
}
