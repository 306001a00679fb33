package dev.stockwright.client.workflow.picking;

import dev.stockwright.client.card.Key;
import dev.stockwright.client.known.PickLine;
import dev.stockwright.client.known.Reason;
import dev.stockwright.client.words.Text;
import dev.stockwright.client.workflow.Scene;
import dev.stockwright.client.workflow.Step;
import dev.stockwright.client.workflow.Step.Said;
import dev.stockwright.client.workflow.picking.PickingState.AtBin;
import dev.stockwright.client.workflow.picking.PickingState.CartWanted;
import dev.stockwright.client.workflow.picking.PickingState.Choose;
import dev.stockwright.client.workflow.picking.PickingState.Drop;
import dev.stockwright.client.workflow.picking.PickingState.Empty;
import dev.stockwright.client.workflow.picking.PickingState.Expired;
import dev.stockwright.client.workflow.picking.PickingState.Go;
import dev.stockwright.client.workflow.picking.PickingState.Hand;
import dev.stockwright.client.workflow.picking.PickingState.Job;
import dev.stockwright.client.workflow.picking.PickingState.Large;
import dev.stockwright.client.workflow.picking.PickingState.Missing;
import dev.stockwright.client.workflow.picking.PickingState.OtherDrop;
import dev.stockwright.client.workflow.picking.PickingState.OtherLot;
import dev.stockwright.client.workflow.picking.PickingState.OtherPlace;
import dev.stockwright.client.workflow.picking.PickingState.PutBack;
import dev.stockwright.client.workflow.picking.PickingState.Skip;
import dev.stockwright.client.workflow.picking.PickingState.ToteWanted;
import dev.stockwright.protocol.PickingCommand;
import dev.stockwright.vocabulary.InvalidValue;
import dev.stockwright.vocabulary.ReasonCode;
import java.util.List;
import java.util.Optional;

/// Buttons, answers, the keypad and the cards of the command sheet.
final class Presses {
  private final PickingState state;
  private final Scene scene;

  Presses(PickingState state, Scene scene) {
    this.state = state;
    this.scene = scene;
  }

  Step<PickingState> pressed(Key key) {
    return switch (state.phase()) {
      case Choose choose -> atChoice(key);
      case CartWanted wanted -> key == Key.BACK ? back(new Choose()) : nothing();
      case Go go -> atLine(key, new Choose());
      case AtBin bin -> atBin(key, bin);
      case ToteWanted wanted -> atTote(key, wanted.bin());
      case OtherPlace other -> agrees(key) ? swapPlace(other) : declined(key, new Go());
      case OtherLot other -> agrees(key) ? swapLot(other) : declined(key, other.bin());
      case Expired expired ->
          key == Key.OK || key == Key.QUARANTINE
              ? hindrances().hold(expired)
              : declined(key, expired.bin());
      case Large large ->
          agrees(key)
              ? new Taking(state, large.bin(), line(), scene).meant(large.units())
              : declined(key, large.bin());
      case Missing missing -> atShort(key, missing);
      case Skip skip -> atSkip(key, skip);
      case Empty empty -> atEmpty(key, empty);
      case PutBack back ->
          key == Key.OK || key == Key.DISCARD || key == Key.BACK
              ? PickingWorkflow.onward(state, scene)
              : nothing();
      case Drop drop -> key == Key.BACK ? back(new Choose()) : nothing();
      case OtherDrop other ->
          agrees(key) ? Dropping.drop(state, other.from(), scene) : declined(key, new Drop());
    };
  }

  private static boolean agrees(Key key) {
    return key == Key.OK || key == Key.CONFIRM || key == Key.SWAP || key == Key.OTHER_PLACE;
  }

  private Step<PickingState> declined(Key key, PickingState.Phase instead) {
    return key == Key.DISCARD || key == Key.BACK ? back(instead) : nothing();
  }

  private Step<PickingState> back(PickingState.Phase to) {
    return Steps.back(state, to, scene);
  }

  private Step<PickingState> nothing() {
    return Steps.nothing(state, scene);
  }

  private PickLine line() {
    return Way.line(state, scene).orElseThrow();
  }

  private Hindrances hindrances() {
    return new Hindrances(state, line(), scene);
  }

  private Step<PickingState> atChoice(Key key) {
    return switch (key) {
      case OK, AGAIN -> Choice.next(state, scene);
      case DONE -> Dropping.done(state, scene);
      case BACK, DISCARD -> PickingWorkflow.left(state);
      default -> nothing(); // means nothing here
    };
  }

  /// On the way to a line.
  private Step<PickingState> atLine(Key key, PickingState.Phase before) {
    Optional<PickLine> next =
        PickingWorkflow.wanted(state, scene)
            .flatMap(
                number ->
                    Way.lines(state, scene).stream()
                        .filter(line -> line.number().equals(number))
                        .findFirst());
    if (key == Key.BACK) {
      return back(before);
    }
    if (next.isEmpty()) {
      return key == Key.DONE ? Dropping.done(state, scene) : nothing();
    }
    return switch (key) {
      case SHORT, EMPTY -> new Hindrances(state, next.get(), scene).shortOf();
      case SKIP -> new Hindrances(state, next.get(), scene).skip();
      case DONE -> Dropping.done(state, scene);
      default -> nothing(); // means nothing here
    };
  }

  private Step<PickingState> atBin(Key key, AtBin bin) {
    Taking taking = new Taking(state, bin, line(), scene);
    return switch (key) {
      case ALL, OK -> taking.all();
      case QUANTITY ->
          Steps.asked(state, Text.of(PickingPhrase.KEY_IN), Text.of(PickingPhrase.KEY_IN_DETAIL));
      case DISCARD -> bin.hand().units() > 0 ? back(bin.with(Hand.NOTHING)) : back(bin.keyed(0));
      case BACK -> holds(bin) ? stillHeld(bin) : back(new Go());
      case WITHOUT_DOCUMENT -> loose(bin);
      default -> atLine(key, new Go());
    };
  }

  private static boolean holds(AtBin bin) {
    return bin.hand().units() > 0;
  }

  /// Going back must not forget what is in hand.
  private Step<PickingState> stillHeld(AtBin bin) {
    return Steps.mistaken(
        state,
        Text.of(PickingPhrase.STILL_IN_HAND, line().name(), bin.hand().units()),
        Text.of(PickingPhrase.SCAN_TOTE_FIRST));
  }

  private Step<PickingState> atTote(Key key, AtBin bin) {
    return switch (key) {
      case BACK -> back(bin);
      case DISCARD -> back(bin.with(Hand.NOTHING));
      case WITHOUT_DOCUMENT -> loose(bin);
      case SHORT, SKIP, DONE -> stillHeld(bin);
      default -> nothing(); // means nothing here
    };
  }

  /// The orders of this pick are parted later; possible until the first tote.
  private Step<PickingState> loose(AtBin bin) {
    if (!PickingCard.mayBeLoose(line(), state, scene) || !Way.intoTotes(line(), state, scene)) {
      return nothing();
    }
    PickingState parted = state.job().map(Job::withoutTotes).map(state::at).orElse(state).in(bin);
    return holds(bin)
        ? new Taking(parted, bin, line(), scene).loose()
        : Steps.back(parted, bin, scene);
  }

  private Step<PickingState> swapPlace(OtherPlace other) {
    PickingState then = state.in(AtBin.at(other.pick(), other.from()));
    return new Step.Recorded<>(
        then,
        List.of(
            new PickingCommand.SwapPick(
                scene.warehouse(), other.pick(), Optional.of(other.from()), line().lot())),
        Said.of(Text.of(PickingPhrase.HERE, other.from()), PickingCard.instruction(then, scene)),
        false,
        false);
  }

  /// The swap and what was scanned, in one step.
  private Step<PickingState> swapLot(OtherLot other) {
    PickLine line = line();
    AtBin swapped = other.bin().of(other.found());
    PickingCommand.SwapPick swap =
        new PickingCommand.SwapPick(
            scene.warehouse(),
            line.number(),
            Optional.of(other.bin().from()),
            Optional.of(other.found()));
    return new Taking(state.in(swapped), swapped, line, scene, List.of(swap))
        .take(Math.min(other.units(), line.left()), Optional.of(other.found()));
  }

  private Step<PickingState> atShort(Key key, Missing asked) {
    return switch (key) {
      case OK, CONFIRM -> hindrances().because(asked, first(Hindrances.SHORT, asked.offered()));
      case SHORT -> hindrances().nextReason(asked);
      default -> declined(key, asked.instead());
    };
  }

  private Step<PickingState> atSkip(Key key, Skip asked) {
    return switch (key) {
      case OK, CONFIRM -> hindrances().because(asked, first(Hindrances.SKIP, asked.offered()));
      case SKIP -> hindrances().nextReason(asked);
      default -> declined(key, asked.instead());
    };
  }

  private Step<PickingState> atEmpty(Key key, Empty asked) {
    return switch (key) {
      case OK, EMPTY, CONFIRM -> hindrances().shorted(asked, Optional.of(true));
      case OCCUPIED -> hindrances().shorted(asked, Optional.of(false));
      case SKIP -> hindrances().shorted(asked, Optional.empty());
      default -> declined(key, asked.instead());
    };
  }

  private Optional<ReasonCode> first(String use, int offered) {
    return Hindrances.reasons(use, offered, scene).stream().findFirst().map(Reason::code);
  }

  Step<PickingState> because(String text) {
    Optional<ReasonCode> code = code(text);
    if (state.phase() instanceof Missing asked) {
      return hindrances().because(asked, code);
    }
    return state.phase() instanceof Skip asked ? hindrances().because(asked, code) : nothing();
  }

  private static Optional<ReasonCode> code(String text) {
    try {
      return Optional.of(new ReasonCode(text));
    } catch (InvalidValue notOne) {
      return Optional.empty();
    }
  }

  Step<PickingState> keyed(long units) {
    Optional<AtBin> counted =
        state.phase() instanceof AtBin bin
            ? Optional.of(bin)
            : state.phase() instanceof Large large ? Optional.of(large.bin()) : Optional.empty();
    return counted
        .map(bin -> new Taking(state, bin, line(), scene).keyed(units))
        .orElseGet(this::nothing);
  }
}
