package dev.stockwright.client.workflow.counting;

import dev.stockwright.client.known.CountSheet;
import dev.stockwright.client.known.CountSheet.CountBin;
import dev.stockwright.client.words.Text;
import dev.stockwright.client.workflow.Scene;
import dev.stockwright.client.workflow.Step;
import dev.stockwright.client.workflow.Step.Said;
import dev.stockwright.client.workflow.counting.CountingState.BinsLeft;
import dev.stockwright.client.workflow.counting.CountingState.Closed;
import dev.stockwright.client.workflow.counting.CountingState.CountedBefore;
import dev.stockwright.client.workflow.counting.CountingState.Doubt;
import dev.stockwright.client.workflow.counting.CountingState.NotAsked;
import dev.stockwright.client.workflow.counting.CountingState.NothingCounted;
import dev.stockwright.client.workflow.counting.CountingState.OpenBin;
import dev.stockwright.client.workflow.counting.CountingState.Taken;
import dev.stockwright.client.workflow.counting.CountingState.ZeroCheck;
import dev.stockwright.protocol.Command;
import dev.stockwright.protocol.CountCommand;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.Operator;
import dev.stockwright.vocabulary.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Opens and closes the bins of counts. The scan of the next bin closes the one before it.
final class Bins {
  private Bins() {}

  /// Somebody stands before a bin and wants to count it.
  static Step<CountingState> open(CountingState state, LocationCode place, Scene scene) {
    Sheets.Asked asked = Sheets.find(state, place, scene);
    boolean waits =
        !(asked instanceof Sheets.Asked.Counted)
            && !(asked instanceof Sheets.Asked.Free)
            && zeroCheck(place, scene);
    if (waits) {
      return asked(state, new ZeroCheck(place), scene);
    }
    return switch (asked) {
      case Sheets.Asked.Free free -> open(state, free, place, scene);
      case Sheets.Asked.Busy busy ->
          state.bin().filter(Bins::untouched).isPresent()
              ? mistaken(state, Said.of(taken(place, busy.who()), CountingCard.next(state, scene)))
              : asked(state, new Taken(place, busy.sheet().number()), scene);
      case Sheets.Asked.Counted counted ->
          mistaken(
              state,
              Said.of(counted(state, counted, place, scene), CountingCard.next(state, scene)));
      case Sheets.Asked.ForOther other ->
          mistaken(
              state,
              Said.of(
                  Text.of(CountingPhrase.FOR_OTHER, other.sheet().number(), other.who()),
                  Text.of(CountingPhrase.SCAN_OTHER_BIN)));
      case Sheets.Asked.OtherPerson other ->
          mistaken(
              state,
              Said.of(
                  Text.of(CountingPhrase.OTHER_PERSON, place),
                  Text.of(CountingPhrase.SOMEBODY_ELSE)));
      case Sheets.Asked.Nobody nobody -> unasked(state, place, scene);
    };
  }

  private static Step<CountingState> open(
      CountingState state, Sheets.Asked.Free free, LocationCode place, Scene scene) {
    OpenBin next = fresh(free.sheet().number(), free.sheet().round(), place, false, scene);
    return state.bin().filter(Bins::untouched).isPresent()
        ? asked(state, new NothingCounted(Optional.of(place)), scene)
        : begun(state, next, opened(free, place), scene);
  }

  private static boolean zeroCheck(LocationCode place, Scene scene) {
    return scene.books().tasks().stream()
        .anyMatch(task -> Sheets.zeroCheck(task) && task.place().equals(Optional.of(place)));
  }

  private static Step<CountingState> unasked(CountingState state, LocationCode place, Scene scene) {
    Optional<Closed> before = Sheets.closed(state, place);
    if (before.isPresent()) {
      return scene.supervisor()
          ? asked(state, new CountedBefore(place, before.get().count()), scene)
          : mistaken(
              state,
              Said.of(
                  Text.of(CountingPhrase.COUNTED_BY_YOU, place, before.get().at()),
                  Text.of(CountingPhrase.ASK_FOR_RECOUNT)));
    }
    return state.bin().filter(Bins::untouched).isPresent()
        ? mistaken(
            state,
            Said.of(Text.of(CountingPhrase.NOT_ASKED, place), CountingCard.next(state, scene)))
        : asked(state, new NotAsked(place), scene);
  }

  static OpenBin fresh(
      Reference count, int round, LocationCode place, boolean requested, Scene scene) {
    return new OpenBin(
        count,
        round,
        place,
        requested,
        false,
        scene.now(),
        List.of(),
        -1,
        List.of(),
        List.of(),
        Sheets.picks(place, scene));
  }

  static OpenBin together(OpenBin bin) {
    return new OpenBin(
        bin.count(),
        bin.round(),
        bin.place(),
        bin.requested(),
        true,
        bin.since(),
        bin.tallies(),
        bin.selected(),
        bin.trail(),
        bin.tags(),
        bin.picks());
  }

  private static Text opened(Sheets.Asked.Free free, LocationCode place) {
    if (free.begun()) {
      return Text.of(CountingPhrase.BEGUN_BEFORE, place);
    }
    return Text.of(
        free.sheet().round() > 1 ? CountingPhrase.OPENED_AGAIN : CountingPhrase.OPENED, place);
  }

  /// Counting begins in this bin; what was open is closed with it.
  static Step<CountingState> begun(CountingState state, OpenBin next, Text opened, Scene scene) {
    return begun(state, next, opened, List.of(), scene);
  }

  /// @param before commands that come before it
  static Step<CountingState> begun(
      CountingState state, OpenBin next, Text opened, List<Command> before, Scene scene) {
    List<Command> commands = new ArrayList<>();
    state.bin().ifPresent(open -> commands.addAll(closing(state, open, untouched(open), scene)));
    commands.addAll(before);
    if (!next.requested() && !state.started().equals(Optional.of(next.count()))) {
      commands.add(new CountCommand.StartCount(scene.warehouse(), next.count()));
    }
    CountingState closed = state.bin().map(open -> state.closed(open, scene.now())).orElse(state);
    CountingState then = closed.at(next).started(next.count());
    Text detail = Text.of(CountingPhrase.SCAN_WHAT_LIES_HERE);
    if (commands.isEmpty()) {
      return new Step.Asked<>(then, Said.of(opened, detail));
    }
    Said said =
        state
            .bin()
            .map(open -> Said.of(closedText(open), opened))
            .orElseGet(() -> Said.of(opened, detail));
    return new Step.Recorded<>(then, commands, said, state.bin().isPresent(), false);
  }

  /// Nothing was counted in it, not even that none of something is there; a handling unit that was
  /// taken back leaves nothing.
  static boolean untouched(OpenBin bin) {
    boolean nothing =
        bin.tallies().stream().allMatch(tally -> tally.wholeUnit() && tally.total() == 0);
    return nothing && bin.heard() == 0;
  }

  /// The commands that close the open bin, and its count when nothing is left of it.
  private static List<Command> closing(
      CountingState state, OpenBin open, boolean empty, Scene scene) {
    List<Command> commands = new ArrayList<>();
    commands.add(
        new CountCommand.CloseBin(
            scene.warehouse(), open.count(), open.place(), Tallies.known(scene.seen()), empty));
    if (Sheets.last(state, open, scene)) {
      commands.add(new CountCommand.FinishCount(scene.warehouse(), open.count(), false));
    }
    return commands;
  }

  static Text closedText(OpenBin open) {
    return untouched(open)
        ? Text.of(CountingPhrase.CLOSED_EMPTY, open.place())
        : Text.of(CountingPhrase.CLOSED, open.place(), open.items());
  }

  /// Closes the open bin without another one.
  static Step<CountingState> close(CountingState state, OpenBin open, Scene scene) {
    List<Command> commands = closing(state, open, untouched(open), scene);
    CountingState then = state.closed(open, scene.now());
    Text detail =
        commands.size() > 1
            ? Text.of(CountingPhrase.COUNT_DONE, open.count())
            : CountingCard.next(then, scene);
    return new Step.Recorded<>(then, commands, Said.of(closedText(open), detail), true, false);
  }

  /// The count is said to be done.
  static Step<CountingState> finish(CountingState state, Reference count, Scene scene) {
    int left = Sheets.sheet(count, scene).map(s -> Sheets.left(state, s).size()).orElse(0);
    return left > 0
        ? asked(state, new BinsLeft(count, left), scene)
        : finished(state, count, false, scene);
  }

  static Step<CountingState> finished(
      CountingState state, Reference count, boolean partial, Scene scene) {
    CountingState then = state.choosing(Optional.empty());
    return new Step.Recorded<>(
        then,
        List.of(new CountCommand.FinishCount(scene.warehouse(), count, partial)),
        Said.of(Text.of(CountingPhrase.COUNT_DONE, count), CountingCard.next(then, scene)),
        true,
        false);
  }

  /// A count becomes the one that is counted for.
  static Step<CountingState> choose(CountingState state, CountSheet sheet, Scene scene) {
    Optional<Operator> only =
        sheet.onlyFor().filter(who -> !scene.person().equals(Optional.of(who)));
    if (only.isPresent()) {
      return mistaken(
          state,
          Said.of(
              Text.of(CountingPhrase.FOR_OTHER, sheet.number(), only.get()),
              Text.of(CountingPhrase.SCAN_OTHER_BIN)));
    }
    CountingState then = state.choosing(Optional.of(sheet.number()));
    return new Step.Asked<>(
        then,
        Said.of(
            Text.of(
                CountingPhrase.CHOSEN,
                sheet.number(),
                Sheets.counted(state, sheet),
                sheet.bins().size()),
            CountingCard.next(then, scene)));
  }

  static Text taken(LocationCode place, Operator who) {
    return Text.of(CountingPhrase.TAKEN, place, who);
  }

  /// When a bin was counted, and by whom, as far as that is known.
  private static Text counted(
      CountingState state, Sheets.Asked.Counted counted, LocationCode place, Scene scene) {
    Optional<Closed> own =
        state.done().stream()
            .filter(done -> done.place().equals(place))
            .filter(done -> done.count().equals(counted.sheet().number()))
            .findFirst();
    if (own.isPresent()) {
      return Text.of(CountingPhrase.COUNTED_BY_YOU, place, own.get().at());
    }
    CountBin bin = counted.bin();
    if (bin.counter().isEmpty()) {
      return Text.of(CountingPhrase.COUNTED_ALREADY, place);
    }
    Operator who = bin.counter().get();
    if (bin.closedAt().isEmpty()) {
      return Text.of(CountingPhrase.COUNTED_BY, place, who);
    }
    return bin.counter().equals(scene.person())
        ? Text.of(CountingPhrase.COUNTED_BY_YOU, place, bin.closedAt().get())
        : Text.of(CountingPhrase.COUNTED_THEN_BY, place, bin.closedAt().get(), who);
  }

  static Step<CountingState> asked(CountingState state, Doubt doubt, Scene scene) {
    return new Step.Undecided<>(state.asking(doubt), CountingQuestion.said(doubt, state, scene));
  }

  static Step<CountingState> mistaken(CountingState state, Said said) {
    return new Step.Mistaken<>(state, said);
  }
}
