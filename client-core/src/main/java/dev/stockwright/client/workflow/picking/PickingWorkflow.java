package dev.stockwright.client.workflow.picking;

import dev.stockwright.client.card.Card;
import dev.stockwright.client.card.Input;
import dev.stockwright.client.card.Key;
import dev.stockwright.client.known.KnownUnit;
import dev.stockwright.client.known.PickLine;
import dev.stockwright.client.known.Place;
import dev.stockwright.client.words.Text;
import dev.stockwright.client.workflow.Mismatch;
import dev.stockwright.client.workflow.Scene;
import dev.stockwright.client.workflow.Sighting;
import dev.stockwright.client.workflow.Step;
import dev.stockwright.client.workflow.Workflow;
import dev.stockwright.client.workflow.WorkingPhrase;
import dev.stockwright.client.workflow.picking.PickingState.AtBin;
import dev.stockwright.client.workflow.picking.PickingState.CartWanted;
import dev.stockwright.client.workflow.picking.PickingState.Choose;
import dev.stockwright.client.workflow.picking.PickingState.Drop;
import dev.stockwright.client.workflow.picking.PickingState.Empty;
import dev.stockwright.client.workflow.picking.PickingState.Expired;
import dev.stockwright.client.workflow.picking.PickingState.Go;
import dev.stockwright.client.workflow.picking.PickingState.Large;
import dev.stockwright.client.workflow.picking.PickingState.Missing;
import dev.stockwright.client.workflow.picking.PickingState.OtherDrop;
import dev.stockwright.client.workflow.picking.PickingState.OtherLot;
import dev.stockwright.client.workflow.picking.PickingState.OtherPlace;
import dev.stockwright.client.workflow.picking.PickingState.PutBack;
import dev.stockwright.client.workflow.picking.PickingState.Skip;
import dev.stockwright.client.workflow.picking.PickingState.ToteWanted;
import dev.stockwright.protocol.Command;
import dev.stockwright.protocol.PickingCommand;
import dev.stockwright.protocol.TaskCommand;
import dev.stockwright.vocabulary.HandlingUnit;
import dev.stockwright.vocabulary.Reference;
import java.util.Optional;
import java.util.Set;

/// Picking for orders: a single piece in two scans (place, goods), no touch. Every scan of goods is
/// recorded at once, except where a tote proves where they went. The states and every step are
/// drawn in `docs/workflows/picking-steps.md`, which a test keeps equal to the table that it runs.
///
/// What is to be picked is looked up in the books at each step: a line that somebody else has ended
/// is left, and one whose command was refused is back.
public final class PickingWorkflow implements Workflow<PickingState> {
  @Override
  public Step<PickingState> seen(PickingState before, Sighting sighting, Scene scene) {
    return kept(before, seenNow(Way.now(before, scene), sighting, scene));
  }

  @Override
  public Optional<Mismatch> mismatch(PickingState before, Sighting sighting, Scene scene) {
    return Expected.mismatch(before, sighting, scene);
  }

  /// A mistake keeps the state, whatever the books say now.
  private static Step<PickingState> kept(PickingState before, Step<PickingState> step) {
    return step instanceof Step.Mistaken<PickingState> mistaken
        ? new Step.Mistaken<>(before, mistaken.said())
        : step;
  }

  private static Step<PickingState> seenNow(PickingState state, Sighting sighting, Scene scene) {
    return switch (state.phase()) {
      case Choose choose -> Choice.seen(state, sighting, scene);
      case CartWanted wanted -> Choice.cart(state, sighting, scene);
      case Go go -> go(state, sighting, scene);
      case AtBin bin -> atBin(state, bin, sighting, scene);
      case ToteWanted wanted -> tote(state, wanted.bin(), sighting, scene);
      case OtherPlace other -> seenNow(state.in(new Go()), sighting, scene);
      case OtherLot other -> seenNow(state.in(other.bin()), sighting, scene);
      case Expired expired -> seenNow(state.in(expired.bin()), sighting, scene);
      case Large large -> seenNow(state.in(large.bin()), sighting, scene);
      case Missing missing -> seenNow(state.in(missing.instead()), sighting, scene);
      case Empty empty -> seenNow(state.in(empty.instead()), sighting, scene);
      case Skip skip -> seenNow(state.in(skip.instead()), sighting, scene);
      case PutBack back -> putBack(state, back, sighting, scene);
      case Drop drop -> Dropping.seen(state, sighting, scene);
      case OtherDrop other -> Dropping.seen(state.in(new Drop()), sighting, scene);
    };
  }

  private static Step<PickingState> go(PickingState state, Sighting sighting, Scene scene) {
    Optional<PickLine> next = Way.lines(state, scene).stream().findFirst();
    if (next.isEmpty()) {
      return Steps.unwanted(state, sighting, scene);
    }
    PickLine line = next.get();
    return switch (sighting) {
      case Sighting.AtPlace at -> place(state, line, at, scene);
      case Sighting.Goods goods ->
          Goods.over(state, goods)
              .orElseGet(
                  () ->
                      Steps.mistaken(
                          state,
                          Text.of(PickingPhrase.PLACE_FIRST, goods.product().name()),
                          PickingCard.instruction(state, scene)));
      case Sighting.Unit unit -> Steps.unwanted(state, unit, scene);
      case Sighting.Document document -> Steps.unwanted(state, document, scene);
      case Sighting.Paper paper -> Steps.unwanted(state, paper, scene);
      case Sighting.Badge badge -> Steps.unwanted(state, badge, scene);
      case Sighting.Tags tags -> Steps.unwanted(state, tags, scene);
      case Sighting.Ambiguous many -> Steps.unwanted(state, many, scene);
      case Sighting.Unknown unknown -> Steps.unwanted(state, unknown, scene);
      case Sighting.Unreadable unreadable -> Steps.unwanted(state, unreadable, scene);
    };
  }

  private static Step<PickingState> place(
      PickingState state, PickLine line, Sighting.AtPlace at, Scene scene) {
    Place place = at.place();
    if (line.location().filter(place.code()::equals).isPresent()) {
      PickingState then = state.in(AtBin.at(line.number(), place.code()));
      return Steps.asked(
          then, Text.of(PickingPhrase.HERE, place.code()), PickingCard.instruction(then, scene));
    }
    if (place.kind().equals("cart") && !state.loaded()) {
      return Steps.asked(
          state.on(place.code()),
          Text.of(PickingPhrase.CART_IS, place.code()),
          PickingCard.instruction(state, scene));
    }
    long same =
        place.kind().equals("bin")
            ? Way.usable(line.sku(), place.code(), scene)
                .filter(balance -> balance.lot().equals(line.lot()))
                .mapToLong(balance -> balance.units())
                .sum()
            : 0;
    return same >= line.left()
        ? Steps.undecided(
            state.in(new OtherPlace(line.number(), place.code())),
            Text.of(PickingPhrase.OTHER_PLACE, line.name(), place.code()),
            Text.of(PickingPhrase.OTHER_PLACE_REASON, PickingCard.code(line)))
        : elsewhere(state, PickingCard.code(line), place, scene);
  }

  private static Step<PickingState> elsewhere(
      PickingState state, String meant, Place place, Scene scene) {
    return Steps.mistaken(
        state,
        Text.of(PickingPhrase.WRONG_PLACE, place.code(), meant),
        PickingCard.instruction(state, scene));
  }

  private static Step<PickingState> atBin(
      PickingState state, AtBin bin, Sighting sighting, Scene scene) {
    PickLine line = Way.line(state, scene).orElseThrow();
    Goods goods = new Goods(state, bin, line, scene);
    return switch (sighting) {
      case Sighting.Goods seen -> goods.seen(seen);
      case Sighting.AtPlace at ->
          at.place().code().equals(bin.from())
              ? Steps.asked(
                  state,
                  Text.of(PickingPhrase.HERE, bin.from()),
                  PickingCard.instruction(state, scene))
              : elsewhere(state, bin.from().code(), at.place(), scene);
      case Sighting.Unit unit ->
          line.unit().filter(unit.unit()::equals).isPresent()
              ? whole(state, bin, line, unit, scene)
              : into(state, bin, line, unit.unit(), unit, scene);
      case Sighting.Unknown text ->
          goods
              .text(text.text())
              .filter(step -> text.plain())
              .orElseGet(
                  () ->
                      Choice.named(text)
                          .map(tote -> into(state, bin, line, tote, text, scene))
                          .orElseGet(() -> Steps.unwanted(state, text, scene)));
      case Sighting.Document document -> Steps.unwanted(state, document, scene);
      case Sighting.Paper paper -> Steps.unwanted(state, paper, scene);
      case Sighting.Badge badge -> Steps.unwanted(state, badge, scene);
      case Sighting.Tags tags -> Steps.unwanted(state, tags, scene);
      case Sighting.Ambiguous many -> Steps.unwanted(state, many, scene);
      case Sighting.Unreadable unreadable -> Steps.unwanted(state, unreadable, scene);
    };
  }

  private static Step<PickingState> into(
      PickingState state, AtBin bin, PickLine line, HandlingUnit tote, Sighting seen, Scene scene) {
    return Way.intoTotes(line, state, scene)
        ? new Taking(state, bin, line, scene).into(tote, seen)
        : Steps.unwanted(state, seen, scene);
  }

  /// The label of the handling unit proves the goods, and how many of them there are.
  private static Step<PickingState> whole(
      PickingState state, AtBin bin, PickLine line, Sighting.Unit unit, Scene scene) {
    long inIt =
        unit.known().map(KnownUnit::contents).stream()
            .flatMap(contents -> contents.stream())
            .filter(content -> content.product().sku().equals(line.sku()))
            .mapToLong(KnownUnit.Content::units)
            .sum();
    long units = bin.keyed() > 0 ? bin.keyed() : inIt;
    Taking taking = new Taking(state, bin, line, scene);
    return taking.tooMuch(units).orElseGet(() -> taking.take(units, line.lot()));
  }

  private static Step<PickingState> tote(
      PickingState state, AtBin bin, Sighting sighting, Scene scene) {
    PickLine line = Way.line(state, scene).orElseThrow();
    return switch (sighting) {
      case Sighting.Unit unit -> into(state, bin, line, unit.unit(), unit, scene);
      case Sighting.Unknown text ->
          Choice.named(text)
              .map(tote -> into(state, bin, line, tote, text, scene))
              .orElseGet(() -> Steps.unwanted(state, text, scene));
      case Sighting.Goods goods ->
          goods.product().sku().equals(line.sku())
              ? new Taking(state, bin, line, scene)
                  .tooMuch(1)
                  .orElseGet(() -> Steps.unwanted(state, goods, scene))
              : Steps.unwanted(state, goods, scene);
      case Sighting.AtPlace at -> Steps.unwanted(state, at, scene);
      case Sighting.Document document -> Steps.unwanted(state, document, scene);
      case Sighting.Paper paper -> Steps.unwanted(state, paper, scene);
      case Sighting.Badge badge -> Steps.unwanted(state, badge, scene);
      case Sighting.Tags tags -> Steps.unwanted(state, tags, scene);
      case Sighting.Ambiguous many -> Steps.unwanted(state, many, scene);
      case Sighting.Unreadable unreadable -> Steps.unwanted(state, unreadable, scene);
    };
  }

  private static Step<PickingState> putBack(
      PickingState state, PutBack back, Sighting sighting, Scene scene) {
    return sighting instanceof Sighting.AtPlace at && at.place().code().equals(back.from())
        ? onward(state, scene)
        : Steps.unwanted(state, sighting, scene);
  }

  static Step<PickingState> onward(PickingState state, Scene scene) {
    PickingState then = Way.next(state, scene, Set.of());
    return Steps.back(then, then.phase(), scene);
  }

  @Override
  public Step<PickingState> given(PickingState before, Input input, Scene scene) {
    PickingState state = Way.now(before, scene);
    Presses presses = new Presses(state, scene);
    return kept(
        before,
        switch (input) {
          case Input.Press(Key key) -> presses.pressed(key);
          case Input.Keyed keyed -> presses.keyed(keyed.units());
          case Input.Because because -> presses.because(because.reason());
          case Input.Point point ->
              state.phase() instanceof Choose
                  ? Choice.take(state, point.what(), scene)
                  : Steps.nothing(state, scene);
          case Input.Typed typed ->
              state.phase() instanceof Choose
                  ? Choice.take(state, typed.text(), scene)
                  : seenNow(state, new Sighting.Unknown(typed.text(), true), scene);
        });
  }

  @Override
  public Card card(PickingState state, Scene scene) {
    return PickingCard.of(Way.now(state, scene), scene);
  }

  @Override
  public PickingState refused(PickingState state, Command command) {
    return switch (command) {
      case TaskCommand.TakeTask take ->
          state
                  .job()
                  .map(PickingState.Job::task)
                  .filter(take.wanted().stream().toList()::contains)
                  .isPresent()
              ? state.idle()
              : state;
      case PickingCommand.DropGoods drop -> {
        PickingState full = state.loaded(true).on(drop.cart());
        yield full.job().isEmpty() ? full.in(new Drop()) : full;
      }
      case PickingCommand.SwapPick swap ->
          state.pick().filter(swap.pick()::equals).isPresent() ? state.in(new Go()) : state;
      case PickingCommand.SkipPick skip ->
          state.job().map(job -> state.at(job.unskip(skip.pick()))).orElse(state);
      case PickingCommand.PickStock pick -> unpicked(state, pick);
      default -> state; // the books show it again
    };
  }

  /// The books show the line again; that its tote was taken must not be tried again.
  private static PickingState unpicked(PickingState state, PickingCommand.PickStock pick) {
    return state
        .job()
        .flatMap(job -> pick.tote().map(tote -> state.at(job.without(tote))))
        .orElse(state);
  }

  /// One step back; nothing that was recorded changes.
  static Step<PickingState> left(PickingState state) {
    return new Step.Left<>(state, Step.Said.of(Text.of(WorkingPhrase.NOTHING_RECORDED)));
  }

  /// The line whose number a phase has, where the books still have it.
  static Optional<Reference> wanted(PickingState state, Scene scene) {
    return state
        .pick()
        .or(() -> Way.lines(state, scene).stream().findFirst().map(PickLine::number));
  }
}
