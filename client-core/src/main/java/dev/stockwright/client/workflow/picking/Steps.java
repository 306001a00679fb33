package dev.stockwright.client.workflow.picking;

import dev.stockwright.client.words.Text;
import dev.stockwright.client.workflow.Scene;
import dev.stockwright.client.workflow.Sighting;
import dev.stockwright.client.workflow.Step;
import dev.stockwright.client.workflow.Step.Said;
import dev.stockwright.client.workflow.Unwanted;
import dev.stockwright.client.workflow.WorkingPhrase;

/// How picking answers.
final class Steps {
  private Steps() {}

  static Step<PickingState> asked(PickingState state, Text headline, Text detail) {
    return new Step.Asked<>(state, Said.of(headline, detail));
  }

  static Step<PickingState> mistaken(PickingState state, Text headline, Text detail) {
    return new Step.Mistaken<>(state, Said.of(headline, detail));
  }

  static Step<PickingState> undecided(PickingState state, Text headline, Text detail) {
    return new Step.Undecided<>(state, Said.of(headline, detail));
  }

  /// What cannot be used here.
  static Step<PickingState> unwanted(PickingState state, Sighting seen, Scene scene) {
    return new Step.Mistaken<>(state, Unwanted.said(seen, PickingCard.instruction(state, scene)));
  }

  /// A press that means nothing here.
  static Step<PickingState> nothing(PickingState state, Scene scene) {
    return mistaken(
        state, Text.of(WorkingPhrase.NOTHING_TO_CONFIRM), PickingCard.instruction(state, scene));
  }

  /// Back, or on to another step, with nothing recorded.
  static Step<PickingState> back(PickingState state, PickingState.Phase to, Scene scene) {
    PickingState then = state.in(to);
    return asked(
        then, Text.of(WorkingPhrase.NOTHING_RECORDED), PickingCard.instruction(then, scene));
  }
}
