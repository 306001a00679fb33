package dev.stockwright.client.workflow.putaway;

import dev.stockwright.client.words.Text;
import dev.stockwright.client.workflow.Scene;
import dev.stockwright.client.workflow.Step;
import dev.stockwright.client.workflow.Step.Said;
import dev.stockwright.client.workflow.Workflow;
import dev.stockwright.client.workflow.putaway.PutAwayState.Origin;
import dev.stockwright.client.workflow.putaway.PutAwayState.Put;
import dev.stockwright.protocol.Command;
import dev.stockwright.protocol.MoveCommand;
import dev.stockwright.protocol.PutAwayCommand;
import dev.stockwright.vocabulary.Quantity;
import java.util.List;
import java.util.Optional;

/// The server has no undo for what a task has done: the goods are moved back to where they were,
/// and get a task again.
final class Takeback implements Workflow.StepBack<PutAwayState> {
  /// What must be known to bring it back. Goods that are taken out of a handling unit do not go
  /// back into it.
  static Optional<Origin> origin(Held held, Scene scene) {
    boolean outOfUnit = !held.whole() && held.task().unit().isPresent();
    return outOfUnit
        ? Optional.empty()
        : held.parts(scene.books()).stream()
            .findFirst()
            .map(
                part ->
                    new Origin(
                        held.task().place(),
                        part.sku(),
                        part.lot(),
                        held.whole() ? part.units() : held.units(),
                        held.task().condition()));
  }

  @Override
  public boolean possible(PutAwayState state) {
    return last(state).isPresent();
  }

  private static Optional<Origin> last(PutAwayState state) {
    return state.done().stream().findFirst().flatMap(Put::origin);
  }

  @Override
  public Step<PutAwayState> take(PutAwayState state, Scene scene) {
    Optional<Origin> origin = last(state);
    if (origin.isEmpty()) {
      return new Step.Mistaken<>(
          state,
          Said.of(
              Text.of(PutAwayPhrase.NOTHING_TO_TAKE_BACK), PutAwayCard.instruction(state, scene)));
    }
    Put put = state.done().getFirst();
    return new Step.Recorded<>(
        state.bringing().forgetting(put),
        commands(put, origin.get(), scene),
        Said.of(
            Text.of(PutAwayPhrase.TAKEN_BACK, put.name(), put.to()),
            Text.of(PutAwayPhrase.BRING_IT_BACK, origin.get().from())),
        false,
        false);
  }

  private static List<Command> commands(Put put, Origin origin, Scene scene) {
    Command back =
        put.unit()
            .<Command>map(
                unit ->
                    new MoveCommand.MoveHandlingUnit(
                        scene.warehouse(), unit, origin.from(), Optional.empty()))
            .orElseGet(
                () ->
                    new MoveCommand.MoveGoods(
                        scene.warehouse(),
                        origin.sku(),
                        new Quantity(origin.units()),
                        put.to(),
                        origin.from(),
                        origin.lot(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(origin.condition()),
                        Optional.empty()));
    return List.of(
        back,
        new PutAwayCommand.OpenPutAway(
            scene.warehouse(),
            origin.sku(),
            origin.from(),
            new Quantity(origin.units()),
            origin.lot(),
            put.unit(),
            Optional.of(origin.condition())));
  }
}
