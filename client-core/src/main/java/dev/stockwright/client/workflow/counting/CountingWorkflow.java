package dev.stockwright.client.workflow.counting;

import dev.stockwright.client.card.Card;
import dev.stockwright.client.card.Input;
import dev.stockwright.client.known.WaitingTask;
import dev.stockwright.client.words.Text;
import dev.stockwright.client.workflow.Activity;
import dev.stockwright.client.workflow.Scene;
import dev.stockwright.client.workflow.Sighting;
import dev.stockwright.client.workflow.Step;
import dev.stockwright.client.workflow.Step.Said;
import dev.stockwright.client.workflow.Unwanted;
import dev.stockwright.client.workflow.Workflow;
import dev.stockwright.client.workflow.WorkingPhrase;
import dev.stockwright.client.workflow.counting.CountingState.Deciding;
import dev.stockwright.client.workflow.counting.CountingState.Found;
import dev.stockwright.client.workflow.counting.CountingState.Goods;
import dev.stockwright.client.workflow.counting.CountingState.LotWanted;
import dev.stockwright.client.workflow.counting.CountingState.NothingCounted;
import dev.stockwright.client.workflow.counting.CountingState.OpenBin;
import dev.stockwright.client.workflow.counting.CountingState.Place;
import dev.stockwright.client.workflow.counting.CountingState.SerialWanted;
import dev.stockwright.client.workflow.counting.CountingState.ZeroCheck;
import dev.stockwright.protocol.Command;
import dev.stockwright.protocol.CountCommand;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.LotCode;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.SerialNumber;
import java.util.List;
import java.util.Optional;

/// Counting bins, blind, as pure functions: a bin and what lies in it are one scan each, and the
/// scan of the next bin closes the one before. The states and every step are drawn in
/// `docs/workflows/counting-steps.md`, which a test keeps equal to the table that it runs.
public final class CountingWorkflow implements Workflow<CountingState> {
  @Override
  public Step<CountingState> seen(CountingState state, Sighting sighting, Scene scene) {
    return switch (state.phase()) {
      case Place place -> place(state, sighting, scene);
      case Goods goods ->
          state
              .bin()
              .map(bin -> goods(state, bin, sighting, scene))
              .orElseGet(() -> place(state.back(), sighting, scene));
      case LotWanted wanted -> lot(state, wanted.found(), sighting, scene);
      case SerialWanted wanted -> serial(state, wanted.found(), sighting, scene);
      case Deciding deciding -> whileDeciding(state, deciding, sighting, scene);
    };
  }

  private static Step<CountingState> place(CountingState state, Sighting sighting, Scene scene) {
    return switch (sighting) {
      case Sighting.AtPlace at -> at(state, at.place().code(), scene);
      case Sighting.Paper paper -> paper(state, paper, scene);
      case Sighting.Document document -> away(state, document, document.order().number(), scene);
      case Sighting.Goods goods ->
          Bins.mistaken(
              state,
              Said.of(
                  Text.of(CountingPhrase.PLACE_FIRST, goods.product().name()),
                  Text.of(CountingPhrase.SCAN_PLACE)));
      case Sighting.Unit unit -> unwanted(state, unit, scene);
      case Sighting.Badge badge -> unwanted(state, badge, scene);
      case Sighting.Tags tags -> unwanted(state, tags, scene);
      case Sighting.Ambiguous many -> unwanted(state, many, scene);
      case Sighting.Unknown unknown -> unwanted(state, unknown, scene);
      case Sighting.Unreadable unreadable -> unwanted(state, unreadable, scene);
    };
  }

  private static Step<CountingState> at(CountingState state, LocationCode place, Scene scene) {
    Optional<OpenBin> same = state.bin().filter(bin -> bin.place().equals(place));
    return same.isPresent()
        ? new Step.Asked<>(
            state.at(same.get()),
            Said.of(
                Text.of(CountingPhrase.STILL_COUNTING, place, same.get().items()),
                Text.of(CountingPhrase.SCAN_ON)))
        : Bins.open(state, place, scene);
  }

  private static Step<CountingState> paper(CountingState state, Sighting.Paper paper, Scene scene) {
    return switch (paper.kind()) {
      case COUNT -> count(state, paper, paper.number(), scene);
      case TASK ->
          Sheets.task(paper.number(), scene)
              .map(task -> task(state, task, scene))
              .orElseGet(() -> away(state, paper, paper.number(), scene));
      case TRANSFER, NOTICE, ORDER -> away(state, paper, paper.number(), scene);
    };
  }

  private static Step<CountingState> count(
      CountingState state, Sighting paper, Reference number, Scene scene) {
    return Sheets.sheet(number, scene)
        .map(sheet -> Bins.choose(state, sheet, scene))
        .orElseGet(() -> unwanted(state, paper, scene));
  }

  /// A task of a count, or one that a count comes of.
  private static Step<CountingState> task(CountingState state, WaitingTask task, Scene scene) {
    Sighting paper = new Sighting.Paper(task.number(), Sighting.Paper.Kind.TASK);
    if (Sheets.zeroCheck(task)) {
      return Bins.asked(state, new ZeroCheck(task.place().orElseThrow()), scene);
    }
    if (Sheets.countable(task)) {
      return new Step.Recorded<>(
          state,
          List.of(new CountCommand.CountFromTask(scene.warehouse(), task.number())),
          Said.of(
              Text.of(CountingPhrase.COUNT_REQUESTED, task.place().orElseThrow()),
              Text.of(CountingPhrase.COMES_WITH_ANSWER)),
          false,
          false);
    }
    return task.kind().equals("count")
        ? count(state, paper, new Reference(task.reference()), scene)
        : away(state, paper, task.number(), scene);
  }

  /// A line of the list: a count or a task, by its number.
  static Step<CountingState> pointed(CountingState state, String what, Scene scene) {
    return scene.books().counts().stream()
        .filter(sheet -> sheet.number().code().equals(what))
        .findFirst()
        .map(sheet -> Bins.choose(state, sheet, scene))
        .or(
            () ->
                scene.books().tasks().stream()
                    .filter(task -> task.number().code().equals(what))
                    .findFirst()
                    .map(task -> task(state, task, scene)))
        .orElseGet(() -> nothing(state, scene));
  }

  private static Step<CountingState> goods(
      CountingState state, OpenBin bin, Sighting sighting, Scene scene) {
    return switch (sighting) {
      case Sighting.Goods goods -> BinContents.goods(state, bin, goods, scene);
      case Sighting.Unit unit -> BinContents.unit(state, bin, unit.unit(), scene);
      case Sighting.AtPlace at -> at(state, at.place().code(), scene);
      case Sighting.Tags tags -> BinContents.tags(state, bin, tags.read(), scene);
      case Sighting.Unknown unknown -> BinContents.unknown(state, bin, unknown.text(), scene);
      case Sighting.Document document -> unwanted(state, document, scene);
      case Sighting.Paper paper -> unwanted(state, paper, scene);
      case Sighting.Badge badge -> unwanted(state, badge, scene);
      case Sighting.Ambiguous many -> unwanted(state, many, scene);
      case Sighting.Unreadable unreadable ->
          unreadable
              .meant()
              .map(goods -> BinContents.howMany(state, goods, scene))
              .orElseGet(() -> unwanted(state, unreadable, scene));
    };
  }

  private static Step<CountingState> lot(
      CountingState state, Found found, Sighting sighting, Scene scene) {
    Optional<LotCode> lot =
        switch (sighting) {
          case Sighting.Unknown text ->
              text.plain() ? BinContents.lot(text.text()) : Optional.empty();
          case Sighting.Goods goods ->
              goods.product().sku().equals(found.sku()) ? goods.label().lot() : Optional.empty();
          case Sighting.AtPlace at -> Optional.empty();
          case Sighting.Unit unit -> Optional.empty();
          case Sighting.Document document -> Optional.empty();
          case Sighting.Paper paper -> Optional.empty();
          case Sighting.Badge badge -> Optional.empty();
          case Sighting.Tags tags -> Optional.empty();
          case Sighting.Ambiguous many -> Optional.empty();
          case Sighting.Unreadable unreadable -> Optional.empty();
        };
    if (lot.isPresent() && state.bin().isPresent()) {
      return BinContents.withLot(state, state.bin().get(), found.lot(lot.get()), scene);
    }
    return missing(state, sighting, CountingPhrase.LOT_FIRST, found, scene);
  }

  private static Step<CountingState> serial(
      CountingState state, Found found, Sighting sighting, Scene scene) {
    Optional<SerialNumber> serial =
        switch (sighting) {
          case Sighting.Unknown text ->
              text.plain() ? BinContents.serial(text.text()) : Optional.empty();
          case Sighting.Goods goods ->
              goods.product().sku().equals(found.sku()) ? goods.label().serial() : Optional.empty();
          case Sighting.AtPlace at -> Optional.empty();
          case Sighting.Unit unit -> Optional.empty();
          case Sighting.Document document -> Optional.empty();
          case Sighting.Paper paper -> Optional.empty();
          case Sighting.Badge badge -> Optional.empty();
          case Sighting.Tags tags -> Optional.empty();
          case Sighting.Ambiguous many -> Optional.empty();
          case Sighting.Unreadable unreadable -> Optional.empty();
        };
    if (serial.isPresent() && state.bin().isPresent()) {
      return BinContents.withSerial(state, state.bin().get(), found.serial(serial.get()), scene);
    }
    return missing(state, sighting, CountingPhrase.SERIAL_FIRST, found, scene);
  }

  /// A half line waits; tags are heard all the same.
  private static Step<CountingState> missing(
      CountingState state, Sighting sighting, CountingPhrase first, Found found, Scene scene) {
    if (sighting instanceof Sighting.Tags tags && state.bin().isPresent()) {
      return BinContents.tags(state, state.bin().get(), tags.read(), scene);
    }
    return sighting instanceof Sighting.Unreadable
        ? unwanted(state, sighting, scene)
        : Bins.mistaken(
            state,
            Said.of(
                Text.of(first, Sheets.name(found.sku(), scene)),
                CountingCard.instruction(state, scene)));
  }

  /// A scan that is fine by itself leaves the question; anything else waits for its answer. Tags
  /// come without anybody doing anything, so that they leave only a question that they answer.
  private Step<CountingState> whileDeciding(
      CountingState state, Deciding deciding, Sighting sighting, Scene scene) {
    boolean there =
        deciding.doubt() instanceof ZeroCheck zero
            && sighting instanceof Sighting.AtPlace at
            && at.place().code().equals(zero.place());
    if (there) {
      return Bins.asked(state, deciding.doubt(), scene);
    }
    boolean stays =
        sighting instanceof Sighting.Tags && !(deciding.doubt() instanceof NothingCounted);
    if (stays) {
      return state
          .bin()
          .map(bin -> goods(state, bin, sighting, scene))
          .orElseGet(() -> unwanted(state, sighting, scene));
    }
    Step<CountingState> alone = seen(state.back(), sighting, scene);
    return alone instanceof Step.Mistaken<CountingState> mistaken
        ? Bins.mistaken(state, mistaken.said())
        : alone;
  }

  @Override
  public Step<CountingState> given(CountingState state, Input input, Scene scene) {
    return CountingAnswers.given(this, state, input, scene);
  }

  /// With nothing open a document is another job, which begins at once.
  private static Step<CountingState> away(
      CountingState state, Sighting seen, Reference number, Scene scene) {
    return state.bin().isPresent()
        ? unwanted(state, seen, scene)
        : new Step.Left<>(
            state,
            Said.of(Text.of(WorkingPhrase.OPENING, number)),
            Activity.HOME,
            Optional.of(seen));
  }

  static Step<CountingState> nothing(CountingState state, Scene scene) {
    return Bins.mistaken(
        state,
        Said.of(Text.of(WorkingPhrase.NOTHING_TO_CONFIRM), CountingCard.instruction(state, scene)));
  }

  private static Step<CountingState> unwanted(CountingState state, Sighting seen, Scene scene) {
    return Bins.mistaken(state, Unwanted.said(seen, CountingCard.instruction(state, scene)));
  }

  @Override
  public Card card(CountingState state, Scene scene) {
    return CountingCard.of(state, scene);
  }

  /// An open bin and what was closed are known when the person comes back.
  @Override
  public Optional<CountingState> kept(CountingState left) {
    return Optional.of(left.choosing(Optional.empty()));
  }

  /// A bin that cannot be counted is left, and one that could not be closed waits again; what was
  /// told of it before stands.
  @Override
  public CountingState refused(CountingState state, Command command) {
    if (command instanceof CountCommand.CloseBin close) {
      return state.reopened(close.count(), close.bin());
    }
    Optional<Reference> count =
        switch (command) {
          case CountCommand.StartCount c -> Optional.of(c.count());
          case CountCommand.RequestCount c -> c.number();
          default -> Optional.empty(); // said of a bin, if of a count
        };
    Optional<OpenBin> gone =
        state
            .bin()
            .filter(
                bin ->
                    count.equals(Optional.of(bin.count()))
                        || said(command, bin.count(), bin.place()));
    CountingState without = gone.isPresent() ? state.without() : state;
    return count.isPresent() && state.count().equals(count)
        ? without.back().choosing(Optional.empty())
        : without;
  }

  private static boolean said(Command command, Reference count, LocationCode place) {
    return switch (command) {
      case CountCommand.CountLine c -> c.count().equals(count) && c.bin().equals(place);
      case CountCommand.CountTags c -> c.count().equals(count) && c.bin().equals(place);
      default -> false; // of no open bin
    };
  }

  @Override
  public Optional<LocationCode> swept(CountingState state) {
    return state.phase() instanceof Place ? Optional.empty() : state.bin().map(OpenBin::place);
  }

  @Override
  public Optional<StepBack<CountingState>> stepBack() {
    return Optional.of(new BackScan());
  }

  /// The server has no undo for what was counted: the figure before it is told again.
  private static final class BackScan implements StepBack<CountingState> {
    @Override
    public boolean possible(CountingState state) {
      return state.bin().filter(bin -> !bin.trail().isEmpty()).isPresent();
    }

    @Override
    public Step<CountingState> take(CountingState state, Scene scene) {
      return possible(state)
          ? BinContents.back(state, state.bin().orElseThrow(), scene)
          : Bins.mistaken(
              state,
              Said.of(
                  Text.of(CountingPhrase.NOTHING_TO_TAKE_BACK),
                  Text.of(CountingPhrase.ASK_FOR_RECOUNT)));
    }
  }
}
