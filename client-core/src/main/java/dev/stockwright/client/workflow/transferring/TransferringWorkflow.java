package dev.stockwright.client.workflow.transferring;

import dev.stockwright.client.card.Card;
import dev.stockwright.client.card.Input;
import dev.stockwright.client.card.Key;
import dev.stockwright.client.words.Text;
import dev.stockwright.client.workflow.Activity;
import dev.stockwright.client.workflow.Scene;
import dev.stockwright.client.workflow.Sighting;
import dev.stockwright.client.workflow.Step;
import dev.stockwright.client.workflow.Step.Said;
import dev.stockwright.client.workflow.Workflow;
import dev.stockwright.client.workflow.WorkingPhrase;
import dev.stockwright.client.workflow.transferring.TransferringState.Because;
import dev.stockwright.client.workflow.transferring.TransferringState.Choose;
import dev.stockwright.client.workflow.transferring.TransferringState.Explain;
import dev.stockwright.client.workflow.transferring.TransferringState.Last;
import dev.stockwright.client.workflow.transferring.TransferringState.Leave;
import dev.stockwright.client.workflow.transferring.TransferringState.LotWanted;
import dev.stockwright.client.workflow.transferring.TransferringState.Over;
import dev.stockwright.client.workflow.transferring.TransferringState.Pack;
import dev.stockwright.client.workflow.transferring.TransferringState.Phase;
import dev.stockwright.client.workflow.transferring.TransferringState.Receive;
import dev.stockwright.client.workflow.transferring.TransferringState.Stranger;
import dev.stockwright.vocabulary.HandlingUnit;
import dev.stockwright.vocabulary.InvalidValue;
import dev.stockwright.vocabulary.Quantity;
import dev.stockwright.vocabulary.Reference;
import java.util.Optional;

/// Shipping n handling units to another warehouse in n scans and a touch, and receiving them there
/// in n scans. Every step is drawn in `docs/workflows/transfer-steps.md`.
public final class TransferringWorkflow implements Workflow<TransferringState> {
  @Override
  public Step<TransferringState> seen(TransferringState state, Sighting sighting, Scene scene) {
    if (state.phase() instanceof Choose) {
      return choose(state, sighting, scene);
    }
    Optional<Sheet> found = sheet(state.phase(), scene);
    if (found.isEmpty()) {
      return gone(state);
    }
    Sheet sheet = found.get();
    return switch (state.phase()) {
      case Choose choose -> choose(state, sighting, scene);
      case Pack pack -> Departure.seen(state, pack, sheet, sighting, scene);
      case LotWanted wanted ->
          wanted.from().isPresent()
              ? Departure.lot(state, wanted, sheet, sighting, scene)
              : Arrival.lot(state, wanted, sheet, sighting, scene);
      case Leave leave -> on(state, new Pack(leave.transfer(), leave.from()), sighting, scene);
      case Receive receive -> Arrival.seen(state, sheet, sighting, scene);
      case Stranger stranger ->
          on(state, new Receive(stranger.transfer(), stranger.to()), sighting, scene);
      case Over over -> on(state, new Receive(over.transfer(), over.to()), sighting, scene);
      case Last last -> on(state, new Receive(last.transfer(), last.to()), sighting, scene);
      case Explain explain -> Explanation.seen(state, explain, sheet, sighting, scene);
      case Because because ->
          on(state, new Explain(because.transfer(), because.foundIn()), sighting, scene);
    };
  }

  /// A scan that can be used leaves the question that is open.
  private Step<TransferringState> on(
      TransferringState asked, Phase phase, Sighting sighting, Scene scene) {
    Step<TransferringState> step = seen(TransferringState.in(phase), sighting, scene);
    return step instanceof Step.Mistaken<TransferringState> mistaken
        ? new Step.Mistaken<>(asked, mistaken.said())
        : step;
  }

  /// The transfer that is open, as long as there is something to be done with it here.
  private static Optional<Sheet> sheet(Phase phase, Scene scene) {
    return Sheet.find(number(phase), scene).filter(sheet -> sheet.side() == side(phase));
  }

  private static Sheet.Side side(Phase phase) {
    return switch (phase) {
      case Choose choose -> Sheet.Side.WAIT;
      case Pack pack -> Sheet.Side.SHIP;
      case Leave leave -> Sheet.Side.SHIP;
      case LotWanted wanted -> wanted.from().isPresent() ? Sheet.Side.SHIP : Sheet.Side.RECEIVE;
      case Receive receive -> Sheet.Side.RECEIVE;
      case Stranger stranger -> Sheet.Side.RECEIVE;
      case Over over -> Sheet.Side.RECEIVE;
      case Last last -> Sheet.Side.RECEIVE;
      case Explain explain -> Sheet.Side.EXPLAIN;
      case Because because -> Sheet.Side.EXPLAIN;
    };
  }

  static Reference number(Phase phase) {
    return switch (phase) {
      case Choose choose -> throw new IllegalStateException("no transfer is open");
      case Pack pack -> pack.transfer();
      case LotWanted wanted -> wanted.transfer();
      case Leave leave -> leave.transfer();
      case Receive receive -> receive.transfer();
      case Stranger stranger -> stranger.transfer();
      case Over over -> over.transfer();
      case Last last -> last.transfer();
      case Explain explain -> explain.transfer();
      case Because because -> because.transfer();
    };
  }

  /// Somebody else has ended it, or the server refused it.
  private static Step<TransferringState> gone(TransferringState state) {
    return Transfers.asked(
        new Choose(),
        Said.of(
            Text.of(TransferringPhrase.GONE, number(state.phase())),
            Text.of(TransferringPhrase.SCAN_NEXT)));
  }

  private static Step<TransferringState> choose(
      TransferringState state, Sighting sighting, Scene scene) {
    return switch (sighting) {
      case Sighting.Paper paper ->
          paper.kind() == Sighting.Paper.Kind.TRANSFER
              ? open(state, paper.number(), scene)
              : away(state, paper, paper.number());
      case Sighting.Document document -> away(state, document, document.order().number());
      case Sighting.Unit unit -> unit(state, unit.unit(), unit, scene);
      case Sighting.Unknown unknown ->
          Transfers.unit(unknown)
              .filter(unit -> Sheet.all(scene).stream().anyMatch(sheet -> sheet.has(unit)))
              .map(unit -> unit(state, unit, unknown, scene))
              .orElseGet(() -> Transfers.unwanted(state, unknown, scene));
      case Sighting.Goods goods -> Transfers.unwanted(state, goods, scene);
      case Sighting.AtPlace at -> Transfers.unwanted(state, at, scene);
      case Sighting.Badge badge -> Transfers.unwanted(state, badge, scene);
      case Sighting.Tags tags -> Transfers.unwanted(state, tags, scene);
      case Sighting.Ambiguous many -> Transfers.unwanted(state, many, scene);
      case Sighting.Unreadable unreadable -> Transfers.unwanted(state, unreadable, scene);
    };
  }

  /// A unit of a transfer opens it; one that arrives is received with the same scan.
  private static Step<TransferringState> unit(
      TransferringState state, HandlingUnit unit, Sighting sighting, Scene scene) {
    Optional<Sheet> of = Sheet.all(scene).stream().filter(sheet -> sheet.has(unit)).findFirst();
    if (of.isEmpty()) {
      return Transfers.mistaken(
          state,
          Text.of(TransferringPhrase.IN_NO_TRANSFER, unit),
          TransferringPhrase.SCAN_TRANSFER);
    }
    return of.get().side() == Sheet.Side.RECEIVE
        ? Arrival.seen(
            TransferringState.in(new Receive(of.get().number(), Optional.empty())),
            of.get(),
            sighting,
            scene)
        : opened(of.get());
  }

  static Step<TransferringState> open(TransferringState state, Reference number, Scene scene) {
    Optional<Sheet> sheet = Sheet.find(number, scene);
    if (sheet.isEmpty()) {
      return Transfers.mistaken(
          state, Text.of(TransferringPhrase.GONE, number), TransferringPhrase.SCAN_NEXT);
    }
    return sheet.get().side() == Sheet.Side.WAIT
        ? Transfers.mistaken(
            state,
            Text.of(TransferringPhrase.NOT_YET, number, sheet.get().of().from()),
            TransferringPhrase.SCAN_NEXT)
        : opened(sheet.get());
  }

  private static Step<TransferringState> opened(Sheet sheet) {
    Phase phase =
        switch (sheet.side()) {
          case SHIP -> new Pack(sheet.number(), Optional.empty());
          case RECEIVE -> new Receive(sheet.number(), Optional.empty());
          case EXPLAIN -> new Explain(sheet.number(), Optional.empty());
          case WAIT -> new Choose();
        };
    return Transfers.asked(phase, Said.of(TransferringCard.what(sheet)));
  }

  @Override
  public Step<TransferringState> given(TransferringState state, Input input, Scene scene) {
    return switch (input) {
      case Input.Press press -> pressed(state, press.key(), scene);
      case Input.Point point -> pointed(state, point.what(), scene);
      case Input.Keyed keyed -> keyed(state, keyed.units(), scene);
      case Input.Typed typed -> seen(state, new Sighting.Unknown(typed.text(), true), scene);
      case Input.Because because ->
          state.phase() instanceof Explain explain
              ? sheet(explain, scene)
                  .map(sheet -> Explanation.because(state, explain, sheet, because.reason()))
                  .orElseGet(() -> gone(state))
              : nothing(state, scene);
    };
  }

  private static Step<TransferringState> pointed(
      TransferringState state, String what, Scene scene) {
    try {
      return state.phase() instanceof Choose
          ? open(state, new Reference(what), scene)
          : nothing(state, scene);
    } catch (InvalidValue notOne) {
      return nothing(state, scene);
    }
  }

  /// The next goods count so often.
  private static Step<TransferringState> keyed(TransferringState state, long units, Scene scene) {
    boolean counts = state.phase() instanceof Pack || state.phase() instanceof Receive;
    return counts && units >= 1 && units <= Quantity.MAX
        ? new Step.Asked<>(state.times(units), Said.of(Text.of(TransferringPhrase.TIMES, units)))
        : nothing(state, scene);
  }

  private static Step<TransferringState> pressed(TransferringState state, Key key, Scene scene) {
    if (key == Key.BACK || key == Key.DISCARD) {
      return back(state);
    }
    if (state.phase() instanceof Choose) {
      return nothing(state, scene);
    }
    Optional<Sheet> found = sheet(state.phase(), scene);
    if (found.isEmpty()) {
      return gone(state);
    }
    Sheet sheet = found.get();
    Optional<Step<TransferringState>> step =
        switch (state.phase()) {
          case Choose choose -> Optional.empty();
          case Pack pack -> Departure.pressed(state, pack, sheet, key);
          case Leave leave -> Departure.confirmed(leave, sheet, key, scene);
          case Receive receive -> Arrival.pressed(state, sheet, key, scene);
          case Stranger stranger -> Arrival.answered(state, stranger, key, scene);
          case Over over -> Arrival.answered(over, sheet, key, scene);
          case Last last -> Arrival.answered(last, sheet, key, scene);
          case Because because -> Explanation.answered(because, sheet, key, scene);
          case LotWanted wanted -> Optional.empty();
          case Explain explain -> Optional.empty();
        };
    return step.orElseGet(() -> nothing(state, scene));
  }

  /// One step back; at the beginning the activity is left.
  private static Step<TransferringState> back(TransferringState state) {
    Said said = Said.of(Text.of(WorkingPhrase.NOTHING_RECORDED));
    return switch (state.phase()) {
      case Choose choose -> new Step.Left<>(state, said);
      case Pack pack ->
          Transfers.asked(
              pack.from().isPresent() ? new Pack(pack.transfer(), Optional.empty()) : new Choose(),
              said);
      case LotWanted wanted ->
          Transfers.asked(
              wanted.from().isPresent()
                  ? new Pack(wanted.transfer(), wanted.from())
                  : new Receive(wanted.transfer(), wanted.to()),
              said);
      case Leave leave -> Transfers.asked(new Pack(leave.transfer(), leave.from()), said);
      case Receive receive ->
          Transfers.asked(
              receive.to().isPresent()
                  ? new Receive(receive.transfer(), Optional.empty())
                  : new Choose(),
              said);
      case Stranger stranger ->
          Transfers.asked(new Receive(stranger.transfer(), stranger.to()), said);
      case Over over -> Transfers.asked(new Receive(over.transfer(), over.to()), said);
      case Last last -> Transfers.asked(new Receive(last.transfer(), last.to()), said);
      case Explain explain ->
          Transfers.asked(
              explain.foundIn().isPresent()
                  ? new Explain(explain.transfer(), Optional.empty())
                  : new Choose(),
              said);
      case Because because ->
          Transfers.asked(new Explain(because.transfer(), because.foundIn()), said);
    };
  }

  private static Step<TransferringState> nothing(TransferringState state, Scene scene) {
    return new Step.Mistaken<>(
        state,
        Said.of(
            Text.of(WorkingPhrase.NOTHING_TO_CONFIRM), TransferringCard.instruction(state, scene)));
  }

  /// With no transfer open another document is another job, which begins at once.
  private static Step<TransferringState> away(
      TransferringState state, Sighting seen, Reference number) {
    return new Step.Left<>(
        state, Said.of(Text.of(WorkingPhrase.OPENING, number)), Activity.HOME, Optional.of(seen));
  }

  @Override
  public Card card(TransferringState state, Scene scene) {
    return TransferringCard.of(state, scene);
  }
}
