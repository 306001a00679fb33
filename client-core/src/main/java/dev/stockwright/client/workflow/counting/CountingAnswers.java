package dev.stockwright.client.workflow.counting;

import dev.stockwright.client.card.Input;
import dev.stockwright.client.card.Key;
import dev.stockwright.client.words.Text;
import dev.stockwright.client.workflow.Scene;
import dev.stockwright.client.workflow.Sighting;
import dev.stockwright.client.workflow.Step;
import dev.stockwright.client.workflow.Step.Said;
import dev.stockwright.client.workflow.WorkingPhrase;
import dev.stockwright.client.workflow.counting.CountingState.BinsLeft;
import dev.stockwright.client.workflow.counting.CountingState.CountSaid;
import dev.stockwright.client.workflow.counting.CountingState.CountedBefore;
import dev.stockwright.client.workflow.counting.CountingState.Deciding;
import dev.stockwright.client.workflow.counting.CountingState.Doubt;
import dev.stockwright.client.workflow.counting.CountingState.Goods;
import dev.stockwright.client.workflow.counting.CountingState.LotWanted;
import dev.stockwright.client.workflow.counting.CountingState.ManyFound;
import dev.stockwright.client.workflow.counting.CountingState.ManyKeyed;
import dev.stockwright.client.workflow.counting.CountingState.NotAsked;
import dev.stockwright.client.workflow.counting.CountingState.NothingCounted;
import dev.stockwright.client.workflow.counting.CountingState.OpenBin;
import dev.stockwright.client.workflow.counting.CountingState.Place;
import dev.stockwright.client.workflow.counting.CountingState.SerialWanted;
import dev.stockwright.client.workflow.counting.CountingState.Taken;
import dev.stockwright.client.workflow.counting.CountingState.ZeroCheck;
import dev.stockwright.protocol.Command;
import dev.stockwright.protocol.CountCommand;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.Reference;
import java.util.List;
import java.util.Optional;

/// What is pressed, chosen or typed while bins are counted.
final class CountingAnswers {
  private CountingAnswers() {}

  static Step<CountingState> given(
      CountingWorkflow workflow, CountingState state, Input input, Scene scene) {
    return switch (input) {
      case Input.Press press -> pressed(state, press.key(), scene);
      case Input.Keyed keyed
          when state.phase() instanceof Deciding deciding
              && deciding.doubt() instanceof CountSaid said ->
          BinContents.counted(state, said, keyed.units(), scene);
      case Input.Keyed keyed ->
          state.phase() instanceof Goods && state.bin().isPresent()
              ? BinContents.keyed(state, state.bin().get(), keyed.units(), scene)
              : CountingWorkflow.nothing(state, scene);
      case Input.Point point -> pointed(state, point.what(), scene);
      case Input.Typed typed -> {
        boolean half = state.phase() instanceof LotWanted || state.phase() instanceof SerialWanted;
        yield half
            ? workflow.seen(state, new Sighting.Unknown(typed.text(), true), scene)
            : CountingWorkflow.nothing(state, scene);
      }
      case Input.Because because -> CountingWorkflow.nothing(state, scene);
    };
  }

  private static Step<CountingState> pointed(CountingState state, String what, Scene scene) {
    return switch (state.phase()) {
      case Place place -> CountingWorkflow.pointed(state, what, scene);
      case Goods goods ->
          state
              .bin()
              .map(bin -> chosen(state, bin, what, scene))
              .orElseGet(() -> CountingWorkflow.nothing(state, scene));
      case LotWanted wanted -> CountingWorkflow.nothing(state, scene);
      case SerialWanted wanted -> CountingWorkflow.nothing(state, scene);
      case Deciding deciding -> CountingWorkflow.nothing(state, scene);
    };
  }

  /// A figure that was counted, by its place in the list.
  private static Step<CountingState> chosen(
      CountingState state, OpenBin bin, String what, Scene scene) {
    for (int i = 0; i < bin.tallies().size(); i++) {
      if (Integer.toString(i).equals(what)) {
        CountingState.Tally tally = bin.tallies().get(i);
        return new Step.Asked<>(
            state.at(bin.select(i)),
            Said.of(
                Text.of(CountingPhrase.COUNTED, BinContents.name(tally, scene), tally.total()),
                Text.of(CountingPhrase.KEY_IN_FIGURE)));
      }
    }
    return CountingWorkflow.nothing(state, scene);
  }

  private static Step<CountingState> pressed(CountingState state, Key key, Scene scene) {
    return switch (state.phase()) {
      case Deciding deciding -> decided(state, deciding.doubt(), key, scene);
      case Place place -> atPlace(state, key, scene);
      case Goods goods ->
          state
              .bin()
              .map(bin -> atGoods(state, bin, key, scene))
              .orElseGet(() -> atPlace(state.back(), key, scene));
      case LotWanted wanted ->
          half(state, key, bin -> BinContents.withLot(state, bin, wanted.found(), scene), scene);
      case SerialWanted wanted ->
          half(state, key, bin -> BinContents.withSerial(state, bin, wanted.found(), scene), scene);
    };
  }

  private interface Without {
    Step<CountingState> on(OpenBin bin);
  }

  /// What is missing can be left out where it cannot be read; a person looks at it later.
  private static Step<CountingState> half(
      CountingState state, Key key, Without without, Scene scene) {
    if (key == Key.SKIP && state.bin().isPresent()) {
      return without.on(state.bin().get());
    }
    return key == Key.BACK || key == Key.DISCARD
        ? back(state.back())
        : CountingWorkflow.nothing(state, scene);
  }

  private static Step<CountingState> back(CountingState to) {
    return new Step.Asked<>(to, Said.of(Text.of(WorkingPhrase.NOTHING_RECORDED)));
  }

  private static Step<CountingState> atPlace(CountingState state, Key key, Scene scene) {
    if (key == Key.DONE && state.bin().isPresent()) {
      return done(state, state.bin().get(), scene);
    }
    if (key == Key.DONE && state.count().isPresent()) {
      return Bins.finish(state, state.count().get(), scene);
    }
    if (key != Key.BACK) {
      return CountingWorkflow.nothing(state, scene);
    }
    Said said =
        state
            .bin()
            .map(bin -> Said.of(Text.of(CountingPhrase.STAYS_OPEN, bin.place(), bin.items())))
            .orElseGet(() -> Said.of(Text.of(WorkingPhrase.NOTHING_RECORDED)));
    return state.count().isPresent() && state.bin().isEmpty()
        ? back(state.choosing(Optional.empty()))
        : new Step.Left<>(state, said);
  }

  private static Step<CountingState> atGoods(
      CountingState state, OpenBin bin, Key key, Scene scene) {
    if (key == Key.DONE) {
      return done(state, bin, scene);
    }
    if (key == Key.EMPTY) {
      return Bins.untouched(bin)
          ? Bins.close(state, bin, scene)
          : Bins.mistaken(
              state,
              Said.of(
                  Text.of(CountingPhrase.NOT_EMPTY, bin.place(), bin.items()),
                  Text.of(CountingPhrase.CLOSE_IT_WITHOUT)));
    }
    if (key == Key.BACK) {
      return Bins.untouched(bin)
          ? back(state.without())
          : new Step.Asked<>(
              state.in(new Place()),
              Said.of(Text.of(CountingPhrase.STAYS_OPEN, bin.place(), bin.items())));
    }
    return CountingWorkflow.nothing(state, scene);
  }

  private static Step<CountingState> done(CountingState state, OpenBin bin, Scene scene) {
    return Bins.untouched(bin)
        ? Bins.asked(state, new NothingCounted(Optional.empty()), scene)
        : Bins.close(state, bin, scene);
  }

  private static Step<CountingState> decided(
      CountingState state, Doubt doubt, Key key, Scene scene) {
    if (key == Key.BACK || key == Key.DISCARD) {
      return back(state.back());
    }
    return switch (doubt) {
      case NothingCounted nothing ->
          key == Key.EMPTY ? empty(state, nothing, scene) : unanswered(state, scene);
      case NotAsked not -> notAsked(state, not.place(), key, scene);
      case Taken taken ->
          key == Key.CONFIRM ? together(state, taken, scene) : unanswered(state, scene);
      case CountedBefore before ->
          key == Key.AGAIN ? again(state, before, scene) : unanswered(state, scene);
      case ManyFound many ->
          key == Key.CONFIRM && state.bin().isPresent()
              ? BinContents.taken(state, state.bin().get(), many.found(), scene)
              : unanswered(state, scene);
      case CountSaid said ->
          key == Key.CONFIRM && state.bin().isPresent()
              ? BinContents.found(state, state.bin().get(), said.found(), scene)
              : unanswered(state, scene);
      case ManyKeyed many ->
          key == Key.CONFIRM && state.bin().isPresent()
              ? BinContents.set(state, state.bin().get(), many.units(), scene)
              : unanswered(state, scene);
      case ZeroCheck zero -> zero(state, zero.place(), key, scene);
      case BinsLeft left ->
          key == Key.INSIST
              ? Bins.finished(state, left.document(), true, scene)
              : unanswered(state, scene);
    };
  }

  private static Step<CountingState> unanswered(CountingState state, Scene scene) {
    return CountingWorkflow.nothing(state, scene);
  }

  /// The open bin is empty; the next one is opened with it where it still can be.
  private static Step<CountingState> empty(
      CountingState state, NothingCounted nothing, Scene scene) {
    OpenBin open = state.bin().orElseThrow();
    if (nothing.next().isPresent()) {
      LocationCode next = nothing.next().get();
      if (Sheets.find(state, next, scene) instanceof Sheets.Asked.Free free) {
        return Bins.begun(
            state,
            Bins.fresh(free.sheet().number(), free.sheet().round(), next, false, scene),
            Text.of(CountingPhrase.OPENED, next),
            scene);
      }
    }
    return Bins.close(state, open, scene);
  }

  /// A bin that no count asks for: a supervisor has it counted at once, anybody asks for it.
  private static Step<CountingState> notAsked(
      CountingState state, LocationCode place, Key key, Scene scene) {
    if (key == Key.OCCUPIED) {
      return new Step.Recorded<>(
          state.back(),
          List.of(
              new CountCommand.CheckZero(
                  scene.warehouse(), place, Tallies.known(scene.seen()), false)),
          requested(place),
          false,
          false);
    }
    if (key != Key.EXTRA_LINE) {
      return unanswered(state, scene);
    }
    Reference number = new Reference("C-" + place + "-" + scene.now().getEpochSecond());
    Command request =
        new CountCommand.RequestCount(
            scene.warehouse(),
            Optional.of(number),
            Optional.empty(),
            List.of(place),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    return Bins.begun(
        state.back(),
        Bins.fresh(number, 1, place, true, scene),
        Text.of(CountingPhrase.OPENED, place),
        List.of(request),
        scene);
  }

  private static Said requested(LocationCode place) {
    return Said.of(
        Text.of(CountingPhrase.COUNT_REQUESTED, place), Text.of(CountingPhrase.COMES_WITH_ANSWER));
  }

  /// Two count in one bin; what they say is added up.
  private static Step<CountingState> together(CountingState state, Taken taken, Scene scene) {
    int round = Sheets.sheet(taken.document(), scene).map(sheet -> sheet.round()).orElse(1);
    OpenBin bin = Bins.together(Bins.fresh(taken.document(), round, taken.place(), false, scene));
    return Bins.begun(
        state.back(), bin, Text.of(CountingPhrase.OPENED_TOGETHER, taken.place()), scene);
  }

  private static Step<CountingState> again(CountingState state, CountedBefore before, Scene scene) {
    return new Step.Recorded<>(
        state.back(),
        List.of(
            new CountCommand.RequestRecount(
                scene.warehouse(), before.document(), List.of(before.place()), Optional.empty())),
        Said.of(
            Text.of(CountingPhrase.RECOUNT_REQUESTED, before.place()),
            Text.of(CountingPhrase.SOMEBODY_ELSE)),
        false,
        false);
  }

  private static Step<CountingState> zero(
      CountingState state, LocationCode place, Key key, Scene scene) {
    if (key != Key.EMPTY && key != Key.OCCUPIED) {
      return unanswered(state, scene);
    }
    boolean empty = key == Key.EMPTY;
    CountingState then = state.back();
    return new Step.Recorded<>(
        then,
        List.of(
            new CountCommand.CheckZero(
                scene.warehouse(), place, Tallies.known(scene.seen()), empty)),
        empty
            ? Said.of(
                Text.of(CountingPhrase.CLOSED_EMPTY, place), CountingCard.instruction(then, scene))
            : requested(place),
        empty,
        false);
  }
}
