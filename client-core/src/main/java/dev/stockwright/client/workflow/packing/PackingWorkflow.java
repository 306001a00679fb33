package dev.stockwright.client.workflow.packing;

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
import dev.stockwright.client.workflow.packing.PackingState.Begun;
import dev.stockwright.client.workflow.packing.PackingState.Bench;
import dev.stockwright.client.workflow.packing.PackingState.Choose;
import dev.stockwright.client.workflow.packing.PackingState.Fill;
import dev.stockwright.client.workflow.packing.PackingState.Into;
import dev.stockwright.client.workflow.packing.PackingState.Weigh;
import dev.stockwright.protocol.Command;
import dev.stockwright.protocol.ShippingCommand;
import dev.stockwright.vocabulary.HandlingUnit;
import dev.stockwright.vocabulary.InvalidValue;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.Quantity;
import dev.stockwright.vocabulary.Reference;
import java.util.List;
import java.util.Optional;

/// Packing at a bench: the order, the package, what goes in, and what it weighs. Every step is
/// drawn in `docs/workflows/packing-steps.md`.
///
/// A device is told which orders wait at which bench and which packages wait to be loaded, but not
/// which packages are open or what is in them; what somebody else has begun is named by its label,
/// and the server judges it.
public final class PackingWorkflow implements Workflow<PackingState> {
  @Override
  public Step<PackingState> seen(PackingState state, Sighting sighting, Scene scene) {
    return switch (state.phase()) {
      case Choose choose -> choose(state, sighting, scene);
      case Bench bench -> bench(state, bench.order(), sighting, scene);
      case Into into -> Filling.into(state, into, sighting, scene);
      case Fill fill -> Filling.fill(state, fill, sighting, scene);
      case Weigh weigh -> Filling.unwanted(state, sighting);
    };
  }

  private static Step<PackingState> choose(PackingState state, Sighting sighting, Scene scene) {
    return switch (sighting) {
      case Sighting.AtPlace at ->
          isBench(at)
              ? new Step.Asked<>(
                  state.at(at.place().code()),
                  Said.of(
                      Text.of(PackingPhrase.AT_BENCH, at.place().code()),
                      Text.of(PackingPhrase.SCAN_ORDER)))
              : Filling.mistaken(
                  state,
                  Text.of(PackingPhrase.NO_BENCH, at.place().code()),
                  PackingPhrase.SCAN_ORDER);
      case Sighting.Paper paper ->
          order(paper, scene)
              .map(order -> begin(state, order, scene))
              .orElseGet(() -> away(state, paper, paper.number()));
      case Sighting.Document document -> away(state, document, document.order().number());
      case Sighting.Unit unit -> unit(state, unit.unit(), scene);
      case Sighting.Goods goods ->
          Filling.mistaken(
              state,
              Text.of(PackingPhrase.ORDER_FIRST, goods.product().name()),
              PackingPhrase.SCAN_ORDER);
      case Sighting.Unknown unknown ->
          Filling.label(unknown)
              .filter(label -> state.begun(label).isPresent())
              .map(label -> unit(state, label, scene))
              .orElseGet(() -> Filling.unwanted(state, unknown));
      case Sighting.Badge badge -> Filling.unwanted(state, badge);
      case Sighting.Tags tags -> Filling.unwanted(state, tags);
      case Sighting.Ambiguous many -> Filling.unwanted(state, many);
      case Sighting.Unreadable unreadable -> Filling.unwanted(state, unreadable);
    };
  }

  private static boolean isBench(Sighting.AtPlace at) {
    return at.place().kind().equals("packing") || at.place().kind().equals("cart");
  }

  /// The order that a paper is for: itself, or the task to pack it.
  static Optional<Reference> order(Sighting.Paper paper, Scene scene) {
    return paper.kind() == Sighting.Paper.Kind.ORDER
        ? Optional.of(paper.number())
        : PackingTasks.order(paper.number(), scene);
  }

  /// A package that this person has begun, or the tote that the goods of an order are in.
  private static Step<PackingState> unit(PackingState state, HandlingUnit unit, Scene scene) {
    Optional<Begun> begun = state.begun(unit);
    if (begun.isPresent()) {
      return goOn(state, begun.get());
    }
    if (PackingTasks.closed(unit, scene)) {
      return Filling.mistaken(
          state, Text.of(PackingPhrase.CLOSED_ALREADY, unit), PackingPhrase.LOAD_IT);
    }
    return PackingTasks.orderIn(unit, scene)
        .map(order -> begin(state, order, scene))
        .orElseGet(
            () ->
                Filling.mistaken(
                    state, Text.of(PackingPhrase.ORDER_OF_UNIT, unit), PackingPhrase.SCAN_ORDER));
  }

  static Step<PackingState> goOn(PackingState state, Begun begun) {
    return new Step.Asked<>(
        state.in(new Fill(begun.order(), begun.at(), begun.unit())),
        Said.of(
            Text.of(PackingPhrase.GOES_ON, begun.unit(), begun.order()),
            Text.of(PackingPhrase.SCAN_GOODS)));
  }

  /// The goods of an order lie where they were dropped, else where the person packs.
  static Step<PackingState> begin(PackingState state, Reference order, Scene scene) {
    List<LocationCode> benches = PackingTasks.benches(order, scene);
    Optional<LocationCode> at =
        benches.size() == 1
            ? Optional.of(benches.getFirst())
            : state.bench().filter(bench -> benches.isEmpty() || benches.contains(bench));
    return at.map(bench -> opened(state, order, bench))
        .orElseGet(
            () ->
                new Step.Asked<>(
                    state.in(new Bench(order)),
                    Said.of(
                        Text.of(PackingPhrase.ORDER_OPEN, order),
                        Text.of(PackingPhrase.SCAN_BENCH))));
  }

  private static Step<PackingState> opened(PackingState state, Reference order, LocationCode at) {
    return state
        .begun(order, at)
        .map(begun -> goOn(state, begun))
        .orElseGet(
            () ->
                new Step.Asked<>(
                    state.in(new Into(order, at)),
                    Said.of(
                        Text.of(PackingPhrase.ORDER_OPEN, order),
                        Text.of(PackingPhrase.SCAN_PACKAGE))));
  }

  private static Step<PackingState> bench(
      PackingState state, Reference order, Sighting sighting, Scene scene) {
    if (sighting instanceof Sighting.AtPlace at && isBench(at)) {
      return opened(state.at(at.place().code()), order, at.place().code());
    }
    return sighting instanceof Sighting.Paper paper && order(paper, scene).isPresent()
        ? begin(state, order(paper, scene).get(), scene)
        : Filling.unwanted(state, sighting);
  }

  @Override
  public Step<PackingState> given(PackingState state, Input input, Scene scene) {
    return switch (input) {
      case Input.Press press -> pressed(state, press.key(), scene);
      case Input.Point point -> pointed(state, point.what(), scene);
      case Input.Keyed keyed -> keyed(state, keyed.units(), scene);
      case Input.Typed typed -> seen(state, new Sighting.Unknown(typed.text(), true), scene);
      case Input.Because because -> Filling.nothing(state);
    };
  }

  /// A line of the list: an order that waits, or a package that is open.
  private static Step<PackingState> pointed(PackingState state, String what, Scene scene) {
    if (!(state.phase() instanceof Choose)) {
      return Filling.nothing(state);
    }
    try {
      Optional<Begun> begun =
          state.open().stream().filter(each -> each.unit().code().equals(what)).findFirst();
      return begun.isPresent()
          ? goOn(state, begun.get())
          : begin(state, new Reference(what), scene);
    } catch (InvalidValue notOne) {
      return Filling.nothing(state);
    }
  }

  /// A weight at the end, else how often the next goods count.
  private static Step<PackingState> keyed(PackingState state, long units, Scene scene) {
    if (state.phase() instanceof Weigh weigh) {
      return Filling.close(state, weigh, units, scene);
    }
    return state.phase() instanceof Fill && units >= 1 && units <= Quantity.MAX
        ? new Step.Asked<>(state.times(units), Said.of(Text.of(PackingPhrase.TIMES, units)))
        : Filling.nothing(state);
  }

  private static Step<PackingState> pressed(PackingState state, Key key, Scene scene) {
    if (key == Key.BACK || key == Key.DISCARD) {
      return back(state);
    }
    return switch (state.phase()) {
      case Into into ->
          key == Key.WITHOUT_DOCUMENT ? Filling.named(state, into, scene) : Filling.nothing(state);
      case Fill fill -> Filling.pressed(state, fill, key, scene);
      case Weigh weigh ->
          key == Key.OK || key == Key.DONE
              ? Filling.close(state, weigh, 0, scene)
              : Filling.nothing(state);
      case Choose choose -> Filling.nothing(state);
      case Bench bench -> Filling.nothing(state);
    };
  }

  /// One step back; at the beginning the bench is left, and what is open stays open.
  private static Step<PackingState> back(PackingState state) {
    Said said = Said.of(Text.of(WorkingPhrase.NOTHING_RECORDED));
    return switch (state.phase()) {
      case Choose choose ->
          new Step.Left<>(
              state,
              state.open().isEmpty()
                  ? said
                  : Said.of(Text.of(PackingPhrase.LEFT_OPEN, state.open().size())));
      case Bench bench -> new Step.Asked<>(state.in(new Choose()), said);
      case Into into -> new Step.Asked<>(state.in(new Choose()), said);
      case Fill fill -> new Step.Asked<>(state.in(new Choose()), said);
      case Weigh weigh ->
          new Step.Asked<>(state.in(new Fill(weigh.order(), weigh.at(), weigh.unit())), said);
    };
  }

  /// With no order open another document is another job, which begins at once.
  private static Step<PackingState> away(PackingState state, Sighting seen, Reference number) {
    return new Step.Left<>(
        state, Said.of(Text.of(WorkingPhrase.OPENING, number)), Activity.HOME, Optional.of(seen));
  }

  /// Packages that are open stay known.
  @Override
  public Optional<PackingState> kept(PackingState left) {
    return Optional.of(left.in(new Choose()));
  }

  /// Goods that did not go in are at the bench still.
  @Override
  public PackingState refused(PackingState state, Command command) {
    return command instanceof ShippingCommand.PackOrder && state.phase() instanceof Weigh weigh
        ? state.in(new Fill(weigh.order(), weigh.at(), weigh.unit()))
        : state;
  }

  @Override
  public Card card(PackingState state, Scene scene) {
    return PackingCard.of(state, scene);
  }
}
