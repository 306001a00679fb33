package dev.stockwright.client.workflow.receiving;

import dev.stockwright.client.card.Card.Action;
import dev.stockwright.client.card.Input;
import dev.stockwright.client.card.Key;
import dev.stockwright.client.known.Notice;
import dev.stockwright.client.known.OpenOrder;
import dev.stockwright.client.words.Text;
import dev.stockwright.client.workflow.Scene;
import dev.stockwright.client.workflow.Sighting;
import dev.stockwright.client.workflow.Step;
import dev.stockwright.client.workflow.Step.Said;
import dev.stockwright.client.workflow.Words;
import dev.stockwright.client.workflow.receiving.ReceivingState.AboutGoods;
import dev.stockwright.client.workflow.receiving.ReceivingState.Answered;
import dev.stockwright.client.workflow.receiving.ReceivingState.Closing;
import dev.stockwright.client.workflow.receiving.ReceivingState.CountSaid;
import dev.stockwright.client.workflow.receiving.ReceivingState.Deciding;
import dev.stockwright.client.workflow.receiving.ReceivingState.Delivery;
import dev.stockwright.client.workflow.receiving.ReceivingState.ExpiryWanted;
import dev.stockwright.client.workflow.receiving.ReceivingState.Fault;
import dev.stockwright.client.workflow.receiving.ReceivingState.FaultWanted;
import dev.stockwright.client.workflow.receiving.ReceivingState.Linking;
import dev.stockwright.client.workflow.receiving.ReceivingState.Nothing;
import dev.stockwright.client.workflow.receiving.ReceivingState.OldUnit;
import dev.stockwright.client.workflow.receiving.ReceivingState.OnOther;
import dev.stockwright.client.workflow.receiving.ReceivingState.Order;
import dev.stockwright.client.workflow.receiving.ReceivingState.Ready;
import dev.stockwright.client.workflow.receiving.ReceivingState.Strange;
import dev.stockwright.vocabulary.Condition;
import dev.stockwright.vocabulary.HandlingUnit;
import dev.stockwright.vocabulary.ReasonCode;
import java.util.List;
import java.util.Optional;

/// What a person does in receiving besides scanning: answers, the keys of the command card, the
/// keypad, a choice from a list.
final class ReceivingAnswers {
  private ReceivingAnswers() {}

  static Step<ReceivingState> given(
      ReceivingWorkflow workflow, ReceivingState state, Input input, Scene scene) {
    return switch (input) {
      case Input.Press(Key key) -> pressed(state, key, scene);
      case Input.Keyed(long units) -> keyed(state, units, scene);
      // A lot, a date or a serial number by the keyboard is what its barcode would have said.
      case Input.Typed(String text) ->
          workflow.seen(state, new Sighting.Unknown(text, true), scene);
      case Input.Point(String what) -> chosen(state, what, scene);
      case Input.Because(String reason) ->
          state.phase() instanceof FaultWanted
              ? faulty(state, new Fault(Condition.DAMAGED, Optional.of(new ReasonCode(reason))))
              : noAnswer(state);
    };
  }

  private static Step<ReceivingState> keyed(ReceivingState state, long units, Scene scene) {
    if (state.phase() instanceof ExpiryWanted wanted) {
      return new Missing(state, wanted.load(), scene).expiry(units);
    }
    if (state.phase() instanceof Deciding deciding
        && deciding.doubt() instanceof AboutGoods about
        && about.why() instanceof CountSaid) {
      return ReceivingWorkflow.kept(
          state,
          new Receipt(state.ready(), about.load().counted(units), deciding.allowed(), scene)
              .judge());
    }
    return units < 1
        ? noAnswer(state)
        : new Step.Asked<>(
            state.times(units),
            ReceivingWorkflow.said(
                ReceivingPhrase.QUANTITY_SET, units, ReceivingPhrase.SCAN_GOODS));
  }

  /// A document of the list, or a line that has not come.
  private static Step<ReceivingState> chosen(ReceivingState state, String what, Scene scene) {
    if (state.phase() instanceof Closing closing) {
      return Closings.turned(state, closing, what, scene);
    }
    Optional<OpenOrder> order =
        scene.books().orders().stream()
            .filter(open -> open.number().code().equals(what))
            .findFirst();
    if (order.isPresent()) {
      return ReceivingWorkflow.open(state.ready(), order.get());
    }
    Optional<Notice> notice =
        scene.books().notices().stream()
            .filter(open -> open.number().code().equals(what))
            .findFirst();
    return notice
        .map(open -> Deliveries.open(state.ready(), open, scene))
        .orElseGet(
            () ->
                ReceivingWorkflow.mistaken(
                    state,
                    ReceivingWorkflow.said(
                        ReceivingPhrase.ORDER_GONE, what, ReceivingPhrase.OTHER_ORDER)));
  }

  private static Step<ReceivingState> pressed(ReceivingState state, Key key, Scene scene) {
    return switch (key) {
      case OK -> first(state, scene);
      case BACK -> back(state, scene);
      case DONE -> done(state, scene);
      case WITHOUT_DOCUMENT ->
          state.against() instanceof Delivery delivery && delivery.begun()
              ? Closings.done(state.ready(), scene)
              : Closings.left(state);
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
      case DAMAGED -> damaged(state);
      // Every other key is an answer, to this question or to none.
      default ->
          key == Key.QUARANTINE && state.phase() instanceof FaultWanted
              ? faulty(state, new Fault(Condition.QUARANTINE, Optional.empty()))
              : answered(state, key, scene);
    };
  }

  /// What is wrong with the next goods; pressed once more: nobody can say.
  private static Step<ReceivingState> damaged(ReceivingState state) {
    if (state.phase() instanceof Ready) {
      return new Step.Asked<>(
          state.in(new FaultWanted()),
          ReceivingWorkflow.said(ReceivingPhrase.WHAT_FAULT, ReceivingPhrase.CHOOSE_FAULT));
    }
    return state.phase() instanceof FaultWanted
        ? faulty(state, new Fault(Condition.DAMAGED, Optional.empty()))
        : noAnswer(state);
  }

  private static Step<ReceivingState> done(ReceivingState state, Scene scene) {
    if (state.phase() instanceof Closing closing) {
      return Closings.close(state, closing, scene);
    }
    return state.phase() instanceof Ready ? Closings.done(state, scene) : noAnswer(state);
  }

  private static Step<ReceivingState> faulty(ReceivingState state, Fault fault) {
    ReceivingPhrase said =
        fault.condition() == Condition.QUARANTINE
            ? ReceivingPhrase.NEXT_QUARANTINE
            : ReceivingPhrase.NEXT_DAMAGED;
    return new Step.Asked<>(
        state.fault(Optional.of(fault)),
        ReceivingWorkflow.said(said, ReceivingPhrase.QUANTITY_HOW));
  }

  /// One step back: from what is half done to goods, from goods to no document, from there home.
  private static Step<ReceivingState> back(ReceivingState state, Scene scene) {
    if (!(state.phase() instanceof Ready)) {
      return nothingRecorded(state.ready());
    }
    if (state.times() > 1 || state.fault().isPresent()) {
      return nothingRecorded(state.fault(Optional.empty()).times(1));
    }
    if (state.onto().isPresent()) {
      return Closings.done(state, scene);
    }
    return switch (state.against()) {
      case Nothing nothing ->
          new Step.Left<>(
              state,
              ReceivingWorkflow.said(ReceivingPhrase.NOTHING_RECORDED, ReceivingPhrase.SCAN_GOODS));
      case Order order -> Closings.left(state);
      case Delivery delivery ->
          delivery.begun() ? Closings.done(state, scene) : Closings.left(state);
    };
  }

  /// OK takes the first answer.
  private static Step<ReceivingState> first(ReceivingState state, Scene scene) {
    if (state.phase() instanceof Closing closing) {
      return Closings.close(state, closing, scene);
    }
    return answers(state, scene).stream()
        .flatMap(action -> key(action).stream())
        .findFirst()
        .map(key -> answered(state, key, scene))
        .orElseGet(() -> no(state, ReceivingPhrase.NOTHING_TO_CONFIRM, ReceivingPhrase.SCAN_GOODS));
  }

  private static List<Action> answers(ReceivingState state, Scene scene) {
    return state.phase() instanceof Deciding deciding
        ? ReceivingQuestion.of(deciding.doubt(), state, scene).answers()
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
        answers(state, scene).stream()
            .filter(action -> key(action).filter(key::equals).isPresent())
            .findFirst();
    if (answer.isEmpty()) {
      return no(state, ReceivingPhrase.NO_SUCH_ANSWER, ReceivingPhrase.CHOOSE_SHOWN);
    }
    if (answer.get().supervisor() && !scene.supervisor()) {
      return no(state, ReceivingPhrase.SUPERVISOR_MUST, ReceivingPhrase.CALL_ONE);
    }
    if (key == Key.SET_ASIDE) {
      return new Step.Asked<>(
          state.ready(),
          ReceivingWorkflow.said(ReceivingPhrase.GOODS_SET_ASIDE, ReceivingPhrase.TELL_SUPERVISOR));
    }
    if (key == Key.DISCARD) {
      return nothingRecorded(state.ready());
    }
    return switch (deciding.doubt()) {
      case Strange strange -> linking(state, strange.text());
      case OldUnit old -> toQuarantine(state, old.unit(), scene);
      case AboutGoods about -> {
        Answered allowed =
            about.why() instanceof CountSaid
                ? deciding.allowed()
                : allowed(deciding.allowed(), key);
        yield ReceivingWorkflow.kept(
            state, new Receipt(onward(state, about, key), about.load(), allowed, scene).judge());
      }
    };
  }

  private static Step<ReceivingState> linking(ReceivingState state, String text) {
    return new Step.Asked<>(
        state.in(new Linking(text)),
        Said.of(
            Text.of(ReceivingPhrase.LINK_WHAT, Words.shown(text)),
            Text.of(ReceivingPhrase.SCAN_LINKED, Words.shown(text))));
  }

  private static Step<ReceivingState> toQuarantine(
      ReceivingState state, HandlingUnit unit, Scene scene) {
    return Deliveries.announced(scene, unit)
        .map(notice -> Deliveries.arrived(state.ready(), notice, unit, true, scene))
        .orElseGet(() -> nothingRecorded(state.ready()));
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
        ? state.on(new Order(other.other(), false))
        : state.ready();
  }

  private static Step<ReceivingState> nothingRecorded(ReceivingState state) {
    return new Step.Asked<>(
        state,
        ReceivingWorkflow.said(ReceivingPhrase.NOTHING_RECORDED, ReceivingPhrase.NEXT_GOODS));
  }

  private static Step<ReceivingState> noAnswer(ReceivingState state) {
    return no(state, ReceivingPhrase.NO_QUESTION, ReceivingPhrase.SCAN_GOODS);
  }

  private static Step<ReceivingState> no(
      ReceivingState state, ReceivingPhrase headline, ReceivingPhrase detail) {
    return ReceivingWorkflow.mistaken(state, ReceivingWorkflow.said(headline, detail));
  }
}
