package dev.stockwright.client.workflow.receiving;

import dev.stockwright.client.card.Card.Action;
import dev.stockwright.client.card.Input;
import dev.stockwright.client.card.Key;
import dev.stockwright.client.workflow.Scene;
import dev.stockwright.client.workflow.Sighting;
import dev.stockwright.client.workflow.Step;
import dev.stockwright.client.workflow.Step.Said;
import dev.stockwright.client.workflow.receiving.ReceivingState.AboutGoods;
import dev.stockwright.client.workflow.receiving.ReceivingState.Answered;
import dev.stockwright.client.workflow.receiving.ReceivingState.Deciding;
import dev.stockwright.client.workflow.receiving.ReceivingState.OnOther;
import java.util.List;
import java.util.Optional;

/// What a person does in receiving besides scanning goods: answers, the keys of the command card,
/// the keypad.
final class ReceivingAnswers {
  private ReceivingAnswers() {}

  static Step<ReceivingState> given(
      ReceivingWorkflow workflow, ReceivingState state, Input input, Scene scene) {
    return switch (input) {
      case Input.Press(Key key) -> pressed(state, key, scene);
      case Input.Keyed(long units) -> keyed(state, units);
      // A lot or serial number by the keyboard is what its barcode would have said.
      case Input.Typed(String text) ->
          workflow.seen(state, new Sighting.Unknown(text, true), scene);
      case Input.Point point -> noAnswer(state);
      case Input.Because because -> noAnswer(state);
    };
  }

  private static Step<ReceivingState> keyed(ReceivingState state, long units) {
    return units < 1
        ? noAnswer(state)
        : new Step.Asked<>(
            state.times(units),
            ReceivingWorkflow.said(
                ReceivingPhrase.QUANTITY_SET, units, ReceivingPhrase.SCAN_GOODS));
  }

  private static Step<ReceivingState> pressed(ReceivingState state, Key key, Scene scene) {
    return switch (key) {
      case OK -> first(state, scene);
      case BACK -> nothingRecorded(state, ReceivingPhrase.SCAN_GOODS);
      case DONE ->
          state.order().isPresent()
              ? leaveOrder(state)
              : no(state, ReceivingPhrase.NO_ORDER_OPEN, ReceivingPhrase.SCAN_GOODS_OR_ORDER);
      case WITHOUT_DOCUMENT -> leaveOrder(state);
      case UNDO -> no(state, ReceivingPhrase.NOTHING_TO_UNDO, ReceivingPhrase.SCAN_GOODS);
      case QUANTITY -> no(state, ReceivingPhrase.QUANTITY_TYPED, ReceivingPhrase.QUANTITY_HOW);
      case SHORT, SKIP ->
          ReceivingWorkflow.mistaken(
              state,
              ReceivingWorkflow.said(
                  ReceivingPhrase.DOES_NOTHING, key.name(), ReceivingPhrase.SCAN_GOODS));
      case HELP ->
          new Step.Asked<>(
              state, ReceivingWorkflow.said(ReceivingPhrase.HELP, ReceivingPhrase.HELP_CARD));
      // Every other key is an answer, to this question or to none.
      default -> answered(state, key, scene);
    };
  }

  /// OK takes the first answer.
  private static Step<ReceivingState> first(ReceivingState state, Scene scene) {
    return answers(state).stream()
        .flatMap(action -> key(action).stream())
        .findFirst()
        .map(key -> answered(state, key, scene))
        .orElseGet(() -> no(state, ReceivingPhrase.NOTHING_TO_CONFIRM, ReceivingPhrase.SCAN_GOODS));
  }

  private static List<Action> answers(ReceivingState state) {
    return state.phase() instanceof Deciding deciding
        ? ReceivingQuestion.of(deciding.doubt(), state.order()).answers()
        : List.of();
  }

  private static Optional<Key> key(Action action) {
    return action.input() instanceof Input.Press(Key key) ? Optional.of(key) : Optional.empty();
  }

  private static Step<ReceivingState> answered(ReceivingState state, Key key, Scene scene) {
    if (!(state.phase() instanceof Deciding deciding)) {
      return noAnswer(state);
    }
    Optional<Action> answer =
        answers(state).stream()
            .filter(action -> key(action).filter(key::equals).isPresent())
            .findFirst();
    if (answer.isEmpty()) {
      return no(state, ReceivingPhrase.NO_SUCH_ANSWER, ReceivingPhrase.CHOOSE_SHOWN);
    }
    if (answer.get().supervisor() && !scene.supervisor()) {
      return no(state, ReceivingPhrase.SUPERVISOR_MUST, ReceivingPhrase.CALL_ONE);
    }
    if (key == Key.SET_ASIDE) {
      Said said =
          ReceivingWorkflow.said(ReceivingPhrase.GOODS_SET_ASIDE, ReceivingPhrase.TELL_SUPERVISOR);
      return new Step.Asked<>(state.ready(), said);
    }
    return key != Key.DISCARD && deciding.doubt() instanceof AboutGoods about
        ? judged(onward(state, about, key), about, allowed(deciding.allowed(), key), scene)
        : nothingRecorded(state, ReceivingPhrase.NEXT_GOODS);
  }

  private static Answered allowed(Answered before, Key key) {
    return new Answered(
        before.large() || key == Key.CONFIRM,
        before.insisted() || key == Key.INSIST || key == Key.EXTRA_LINE,
        before.quarantine() || key == Key.QUARANTINE);
  }

  /// Where it goes on: on the other order, if that was the answer.
  private static ReceivingState onward(ReceivingState state, AboutGoods about, Key key) {
    return key == Key.USE_OTHER && about.why() instanceof OnOther other
        ? state.on(other.other())
        : state.ready();
  }

  /// The goods of the question once more, with what was decided.
  private static Step<ReceivingState> judged(
      ReceivingState state, AboutGoods about, Answered allowed, Scene scene) {
    return Receipt.of(state, about.goods(), about.times(), allowed).judge(scene);
  }

  private static Step<ReceivingState> leaveOrder(ReceivingState state) {
    return new Step.Asked<>(
        state.blind(),
        ReceivingWorkflow.said(ReceivingPhrase.BLIND_NOW, ReceivingPhrase.SCAN_GOODS));
  }

  private static Step<ReceivingState> nothingRecorded(ReceivingState state, ReceivingPhrase next) {
    return new Step.Asked<>(
        state.ready(), ReceivingWorkflow.said(ReceivingPhrase.NOTHING_RECORDED, next));
  }

  private static Step<ReceivingState> noAnswer(ReceivingState state) {
    return no(state, ReceivingPhrase.NO_QUESTION, ReceivingPhrase.SCAN_GOODS);
  }

  private static Step<ReceivingState> no(
      ReceivingState state, ReceivingPhrase headline, ReceivingPhrase detail) {
    return ReceivingWorkflow.mistaken(state, ReceivingWorkflow.said(headline, detail));
  }
}
