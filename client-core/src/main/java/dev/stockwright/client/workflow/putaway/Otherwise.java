package dev.stockwright.client.workflow.putaway;

import dev.stockwright.client.known.PutAwayTask;
import dev.stockwright.client.known.Reason;
import dev.stockwright.client.words.Text;
import dev.stockwright.client.workflow.Scene;
import dev.stockwright.client.workflow.Step;
import dev.stockwright.client.workflow.Step.Said;
import dev.stockwright.client.workflow.WorkingPhrase;
import dev.stockwright.client.workflow.putaway.PutAwayState.Because;
import dev.stockwright.client.workflow.putaway.PutAwayState.Instead;
import dev.stockwright.client.workflow.putaway.PutAwayState.Offer;
import dev.stockwright.protocol.Command;
import dev.stockwright.protocol.CountCommand;
import dev.stockwright.protocol.PutAwayCommand;
import dev.stockwright.protocol.ReceivingCommand;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.Quantity;
import dev.stockwright.vocabulary.ReasonCode;
import dev.stockwright.vocabulary.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What is done otherwise than planned: another bin, one that is not empty, goods that have
/// expired, goods without a task.
record Otherwise(PutAwayState state, Scene scene) {
  private static final ReasonCode EXPIRED = new ReasonCode("expired");

  /// It shall go to another bin: to this one, or to one that is scanned.
  Step<PutAwayState> other(Held held, Optional<LocationCode> bin) {
    List<Reason> reasons = scene.books().reasons(Placing.USE);
    return reasons.size() == 1
        ? turned(held, new Instead(bin, reasons.getFirst().code()))
        : Placing.ask(state, new Because(held.load().task(), bin, false), scene);
  }

  Step<PutAwayState> turned(Held held, Instead instead) {
    PutAwayState next = state.bringing().change(held.load().task(), load -> load.instead(instead));
    return new Step.Asked<>(
        next,
        Said.of(
            Text.of(PutAwayPhrase.ELSEWHERE, held.name(scene.books())),
            PutAwayCard.instruction(next, scene)));
  }

  /// The bin is not empty as it should be: it is looked into, and the goods go elsewhere.
  Step<PutAwayState> occupied(Held held) {
    Optional<LocationCode> bin = held.target(scene);
    if (bin.isEmpty()) {
      return new Step.Mistaken<>(
          state,
          Said.of(
              Text.of(WorkingPhrase.NOTHING_TO_CONFIRM), PutAwayCard.instruction(state, scene)));
    }
    PutAwayState next = state.change(held.load().task(), load -> load.avoiding(bin.get()));
    Optional<LocationCode> other =
        PutAwayWorkflow.held(next, held.load().task(), scene).flatMap(one -> one.target(scene));
    List<Command> commands = new ArrayList<>();
    commands.add(
        new CountCommand.CheckZero(scene.warehouse(), bin.get(), Optional.of(scene.seen()), false));
    if (other.isEmpty() && scene.online()) {
      commands.add(new PutAwayCommand.DirectPutAway(scene.warehouse(), held.load().task()));
    }
    return new Step.Recorded<>(
        next,
        commands,
        Said.of(
            Text.of(PutAwayPhrase.WILL_BE_COUNTED, bin.get()),
            other
                .map(place -> Text.of(PutAwayPhrase.GO_TO, place))
                .orElseGet(() -> Text.of(PutAwayPhrase.CHOOSE_OTHER))),
        false,
        false);
  }

  /// The reason for it; a site that has no such one gives what it has.
  private ReasonCode expired() {
    List<ReasonCode> codes = scene.books().reasons("quality").stream().map(Reason::code).toList();
    return codes.isEmpty() || codes.contains(EXPIRED) ? EXPIRED : codes.getFirst();
  }

  /// Expired goods are kept from being sold; they get a new task for where such goods belong.
  Step<PutAwayState> hold(Reference number) {
    PutAwayTask task = Held.task(number, scene).orElseThrow();
    List<Held.Part> parts = Held.expired(task, scene);
    if (parts.isEmpty()) {
      return new Step.Asked<>(state.bringing(), Said.of(Text.of(WorkingPhrase.NOTHING_RECORDED)));
    }
    List<Command> commands =
        parts.stream()
            .<Command>map(
                part ->
                    new ReceivingCommand.HoldGoods(
                        scene.warehouse(),
                        part.sku(),
                        task.place(),
                        new Quantity(part.units()),
                        part.lot(),
                        task.unit(),
                        expired()))
            .toList();
    return new Step.Recorded<>(
        state.bringing().without(number),
        commands,
        Said.of(
            Text.of(PutAwayPhrase.HELD, Held.name(task, scene.books())),
            Text.of(PutAwayPhrase.SET_ASIDE)),
        true,
        false);
  }

  Step<PutAwayState> open(Offer offer) {
    return new Step.Recorded<>(
        state.bringing(),
        List.of(
            new PutAwayCommand.OpenPutAway(
                scene.warehouse(),
                offer.sku(),
                offer.at(),
                new Quantity(offer.units()),
                offer.lot(),
                offer.unit(),
                Optional.empty())),
        Said.of(
            Text.of(PutAwayPhrase.TASK_ASKED, offer.name()),
            Text.of(
                scene.online() ? PutAwayPhrase.SCAN_AGAIN_SOON : PutAwayPhrase.SCAN_WHEN_ON_LINE)),
        false,
        false);
  }
}
