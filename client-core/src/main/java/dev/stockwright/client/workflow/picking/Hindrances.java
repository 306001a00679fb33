package dev.stockwright.client.workflow.picking;

import dev.stockwright.client.known.PickLine;
import dev.stockwright.client.known.Reason;
import dev.stockwright.client.words.Text;
import dev.stockwright.client.workflow.Scene;
import dev.stockwright.client.workflow.Step;
import dev.stockwright.client.workflow.Step.Said;
import dev.stockwright.client.workflow.picking.PickingState.AtBin;
import dev.stockwright.client.workflow.picking.PickingState.Empty;
import dev.stockwright.client.workflow.picking.PickingState.Expired;
import dev.stockwright.client.workflow.picking.PickingState.Missing;
import dev.stockwright.client.workflow.picking.PickingState.Skip;
import dev.stockwright.client.workflow.picking.PickingState.Taken;
import dev.stockwright.protocol.Command;
import dev.stockwright.protocol.CountCommand;
import dev.stockwright.protocol.PickingCommand;
import dev.stockwright.protocol.ReceivingCommand;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.Quantity;
import dev.stockwright.vocabulary.ReasonCode;
import dev.stockwright.vocabulary.Reference;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Lines that are not picked as they stand: short, not now, past their day.
final class Hindrances {
  static final String SHORT = "short_pick";
  static final String SKIP = "skip";
  static final String HOLD = "quality";

  private final PickingState state;
  private final PickLine line;
  private final Scene scene;

  Hindrances(PickingState state, PickLine line, Scene scene) {
    this.state = state;
    this.line = line;
    this.scene = scene;
  }

  /// The reasons for a use, the offered one first: the same key again offers the next.
  static List<Reason> reasons(String use, int offered, Scene scene) {
    List<Reason> all = scene.books().reasons(use);
    List<Reason> turned = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      turned.add(all.get(Math.floorMod(i + offered, all.size())));
    }
    return turned;
  }

  private Optional<Step<PickingState>> impossible(String use) {
    if (scene.books().reasons(use).isEmpty()) {
      return Optional.of(
          Steps.mistaken(
              state, Text.of(PickingPhrase.NO_REASONS), Text.of(PickingPhrase.NO_REASONS_DETAIL)));
    }
    return state
        .held()
        .filter(bin -> bin.hand().units() > 0)
        .map(
            bin ->
                Steps.mistaken(
                    state,
                    Text.of(PickingPhrase.STILL_IN_HAND, line.name(), bin.hand().units()),
                    Text.of(PickingPhrase.SCAN_TOTE_FIRST)));
  }

  Step<PickingState> shortOf() {
    return impossible(SHORT)
        .orElseGet(
            () ->
                asking(
                    new Missing(line.number(), 0, state.phase()),
                    PickingCard.shortQuestion(line),
                    PickingPhrase.SHORT_REASON));
  }

  Step<PickingState> skip() {
    boolean last = Way.lines(state, scene).size() < 2;
    if (last) {
      return Steps.mistaken(
          state,
          Text.of(PickingPhrase.LAST_ONE, line.name()),
          Text.of(PickingPhrase.PICK_OR_SHORT));
    }
    return impossible(SKIP)
        .orElseGet(
            () ->
                asking(
                    new Skip(line.number(), 0, state.phase()),
                    PickingCard.skipQuestion(line),
                    PickingPhrase.SKIP_REASON));
  }

  Step<PickingState> nextReason(Missing asked) {
    return asking(
        new Missing(asked.pick(), asked.offered() + 1, asked.instead()),
        PickingCard.shortQuestion(line),
        PickingPhrase.SHORT_REASON);
  }

  Step<PickingState> nextReason(Skip asked) {
    return asking(
        new Skip(asked.pick(), asked.offered() + 1, asked.instead()),
        PickingCard.skipQuestion(line),
        PickingPhrase.SKIP_REASON);
  }

  private Step<PickingState> asking(PickingState.Phase question, Text says, PickingPhrase why) {
    return Steps.undecided(state.in(question), says, Text.of(why));
  }

  /// Why the rest is not there is known; whether the bin is empty is asked at once, because the
  /// person stands before it.
  Step<PickingState> because(Missing asked, Optional<ReasonCode> reason) {
    return reason
        .filter(code -> known(SHORT, code))
        .map(
            code ->
                Steps.undecided(
                    state.in(new Empty(asked.pick(), code, asked.instead())),
                    PickingCard.emptyQuestion(line, asked.instead()),
                    Text.of(PickingPhrase.EMPTY_REASON)))
        .orElseGet(() -> Steps.nothing(state, scene));
  }

  Step<PickingState> because(Skip asked, Optional<ReasonCode> reason) {
    return reason
        .filter(code -> known(SKIP, code))
        .map(code -> skipped(asked, code))
        .orElseGet(() -> Steps.nothing(state, scene));
  }

  private boolean known(String use, ReasonCode code) {
    return scene.books().reasons(use).stream().anyMatch(reason -> reason.code().equals(code));
  }

  private Step<PickingState> skipped(Skip asked, ReasonCode code) {
    PickingState later = state.job().map(job -> state.at(job.skip(asked.pick()))).orElse(state);
    PickingState then = Way.next(later, scene, Set.of());
    return new Step.Recorded<>(
        then,
        List.of(new PickingCommand.SkipPick(scene.warehouse(), line.number(), code)),
        Said.of(Text.of(PickingPhrase.SKIPPED, line.name()), PickingCard.instruction(then, scene)),
        false,
        false);
  }

  /// All lines of these goods are short, because what is not there is not there for anybody. The
  /// look is compared with the books as they are when it arrives: what was picked here before may
  /// be on its way still, and arrives first.
  ///
  /// @param empty what the person has seen; absent: they could not
  Step<PickingState> shorted(Empty asked, Optional<Boolean> empty) {
    LocationCode bin = PickingCard.at(line, asked.instead());
    List<Command> commands = new ArrayList<>();
    Set<Reference> ended = new HashSet<>();
    PickingState then = state;
    for (PickLine each : Way.stop(line, state, scene).reversed()) {
      ended.add(each.number());
      commands.addFirst(
          new PickingCommand.ShortPick(scene.warehouse(), each.number(), asked.reason()));
      then =
          then.after(
              new Taken(
                  each.number(),
                  each.sku(),
                  each.name(),
                  bin,
                  each.picked(),
                  each.quantity(),
                  false));
    }
    empty.ifPresent(
        seen ->
            commands.add(
                new CountCommand.CheckZero(scene.warehouse(), bin, Optional.empty(), seen)));
    PickingState counted = then;
    PickingState after =
        Way.next(
            state.job().map(job -> counted.at(job.ended(ended.size()))).orElse(counted),
            scene,
            ended);
    return new Step.Recorded<>(
        after,
        commands,
        Said.of(
            Text.of(PickingPhrase.SHORTED, line.name(), line.picked(), line.quantity()),
            Text.of(PickingPhrase.SHORTED_DETAIL)),
        true,
        false);
  }

  /// Everything of that lot that lies here may not be used until somebody has looked.
  Step<PickingState> hold(Expired expired) {
    AtBin bin = expired.bin();
    long there =
        scene.books().in(bin.from()).stream()
            .filter(balance -> balance.sku().equals(line.sku()))
            .filter(balance -> balance.lot().equals(expired.lot()))
            .filter(balance -> balance.unit().isEmpty())
            .mapToLong(balance -> balance.units())
            .sum();
    List<Reason> reasons = scene.books().reasons(HOLD);
    ReasonCode why =
        reasons.stream()
            .map(Reason::code)
            .filter(code -> code.code().equals("expired"))
            .findFirst()
            .orElseGet(() -> reasons.getFirst().code());
    PickingState then = state.in(bin);
    return new Step.Recorded<>(
        then,
        List.of(
            new ReceivingCommand.HoldGoods(
                scene.warehouse(),
                line.sku(),
                bin.from(),
                new Quantity(there > 0 ? there : expired.units()),
                expired.lot(),
                Optional.empty(),
                why)),
        Said.of(PickingCard.held(line, expired.lot()), PickingCard.instruction(then, scene)),
        false,
        false);
  }
}
