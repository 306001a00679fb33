package dev.stockwright.client.workflow.packing;

import dev.stockwright.client.card.Key;
import dev.stockwright.client.words.CommonPhrase;
import dev.stockwright.client.words.Text;
import dev.stockwright.client.workflow.OwnNumber;
import dev.stockwright.client.workflow.Scene;
import dev.stockwright.client.workflow.Sighting;
import dev.stockwright.client.workflow.Step;
import dev.stockwright.client.workflow.Step.Said;
import dev.stockwright.client.workflow.Unwanted;
import dev.stockwright.client.workflow.WorkingPhrase;
import dev.stockwright.client.workflow.packing.PackingState.Begun;
import dev.stockwright.client.workflow.packing.PackingState.Choose;
import dev.stockwright.client.workflow.packing.PackingState.Fill;
import dev.stockwright.client.workflow.packing.PackingState.Into;
import dev.stockwright.client.workflow.packing.PackingState.Packed;
import dev.stockwright.client.workflow.packing.PackingState.Weigh;
import dev.stockwright.protocol.Command;
import dev.stockwright.protocol.ShippingCommand;
import dev.stockwright.vocabulary.HandlingUnit;
import dev.stockwright.vocabulary.InvalidValue;
import dev.stockwright.vocabulary.LotCode;
import dev.stockwright.vocabulary.Quantity;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.SerialNumber;
import java.util.List;
import java.util.Optional;

/// Choosing a package, filling it and closing it.
final class Filling {
  /// What a package that has no label is called.
  private static final String OWN = "P";

  private Filling() {}

  /// The label of the package; one that nobody knows is a new package.
  static Step<PackingState> into(PackingState state, Into into, Sighting sighting, Scene scene) {
    return switch (sighting) {
      case Sighting.Unit unit -> into(state, into, unit.unit(), scene);
      case Sighting.Unknown unknown ->
          label(unknown)
              .map(label -> into(state, into, label, scene))
              .orElseGet(() -> unwanted(state, unknown));
      case Sighting.Paper paper -> other(state, paper, scene);
      case Sighting.Goods goods ->
          mistaken(
              state,
              Text.of(PackingPhrase.PACKAGE_FIRST, goods.product().name()),
              PackingPhrase.SCAN_PACKAGE);
      case Sighting.AtPlace at -> unwanted(state, at);
      case Sighting.Document document -> unwanted(state, document);
      case Sighting.Badge badge -> unwanted(state, badge);
      case Sighting.Tags tags -> unwanted(state, tags);
      case Sighting.Ambiguous many -> unwanted(state, many);
      case Sighting.Unreadable unreadable -> unwanted(state, unreadable);
    };
  }

  /// A text that can be the label of a package.
  static Optional<HandlingUnit> label(Sighting.Unknown unknown) {
    try {
      return unknown.plain() ? Optional.of(new HandlingUnit(unknown.text())) : Optional.empty();
    } catch (InvalidValue notOne) {
      return Optional.empty();
    }
  }

  private static Step<PackingState> into(
      PackingState state, Into into, HandlingUnit unit, Scene scene) {
    Optional<Begun> begun = state.begun(unit);
    if (PackingTasks.closed(unit, scene)) {
      return mistaken(state, Text.of(PackingPhrase.CLOSED_ALREADY, unit), PackingPhrase.SCAN_OTHER);
    }
    if (begun.filter(each -> !each.order().equals(into.order())).isPresent()) {
      return mistaken(
          state,
          Text.of(PackingPhrase.OTHER_ORDER, unit, begun.get().order()),
          PackingPhrase.SCAN_OTHER);
    }
    Optional<Reference> tote = PackingTasks.orderIn(unit, scene);
    if (tote.isPresent()) {
      return mistaken(
          state, Text.of(PackingPhrase.OTHER_ORDER, unit, tote.get()), PackingPhrase.SCAN_OTHER);
    }
    return new Step.Asked<>(
        state.in(new Fill(into.order(), into.at(), unit)),
        Said.of(Text.of(PackingPhrase.INTO, unit), Text.of(PackingPhrase.SCAN_GOODS)));
  }

  /// Without a label: a number to be written on it.
  static Step<PackingState> named(PackingState state, Into into, Scene scene) {
    HandlingUnit unit = new HandlingUnit(OwnNumber.of(scene, OWN));
    return new Step.Asked<>(
        state.in(new Fill(into.order(), into.at(), unit)),
        Said.of(Text.of(PackingPhrase.INTO_OWN, unit), Text.of(PackingPhrase.WRITE_ON)));
  }

  private static Step<PackingState> other(PackingState state, Sighting.Paper paper, Scene scene) {
    return PackingWorkflow.order(paper, scene)
        .map(order -> PackingWorkflow.begin(state, order, scene))
        .orElseGet(() -> unwanted(state, paper));
  }

  static Step<PackingState> fill(PackingState state, Fill fill, Sighting sighting, Scene scene) {
    return switch (sighting) {
      case Sighting.Goods goods -> goods(state, fill, goods, scene);
      case Sighting.Unit unit -> into(state, new Into(fill.order(), fill.at()), unit.unit(), scene);
      case Sighting.Paper paper -> other(state, paper, scene);
      case Sighting.Unknown unknown ->
          label(unknown)
              .filter(label -> state.begun(label).isPresent())
              .map(label -> into(state, new Into(fill.order(), fill.at()), label, scene))
              .orElseGet(() -> unwanted(state, unknown));
      case Sighting.AtPlace at -> unwanted(state, at);
      case Sighting.Document document -> unwanted(state, document);
      case Sighting.Badge badge -> unwanted(state, badge);
      case Sighting.Tags tags -> unwanted(state, tags);
      case Sighting.Ambiguous many -> unwanted(state, many);
      case Sighting.Unreadable unreadable -> unwanted(state, unreadable);
    };
  }

  private static Step<PackingState> goods(
      PackingState state, Fill fill, Sighting.Goods goods, Scene scene) {
    String name = goods.product().name();
    long units = units(state, goods);
    if (units < 1) {
      return mistaken(state, Text.of(PackingPhrase.TOO_MANY, name), PackingPhrase.KEY_IN_LESS);
    }
    if (goods.product().serialTracked() && units > 1) {
      return mistaken(state, Text.of(PackingPhrase.SINGLE, name), PackingPhrase.SCAN_EACH);
    }
    Optional<LotCode> lot =
        goods.product().serialTracked()
            ? goods.label().serial().map(SerialNumber::code).map(LotCode::new)
            : goods.label().lot();
    return recorded(
        state.packed(fill, new Packed(name, fill.unit(), units), fill),
        new ShippingCommand.PackGoods(
            scene.warehouse(),
            fill.order(),
            goods.product().sku(),
            new Quantity(units),
            fill.at(),
            lot,
            Optional.of(fill.unit())),
        Said.of(Text.of(PackingPhrase.PACKED, name, fill.unit()), Text.of(PackingPhrase.SCAN_GOODS))
            .value(Text.of(CommonPhrase.PLUS, units)),
        false);
  }

  /// 0 when it is no number that we can count with.
  private static long units(PackingState state, Sighting.Goods goods) {
    try {
      long units =
          Math.multiplyExact(
              Math.multiplyExact(goods.label().count(), goods.pack().units()), state.times());
      return units > Quantity.MAX || units < 1 ? 0 : units;
    } catch (ArithmeticException tooMany) {
      return 0;
    }
  }

  static Step<PackingState> pressed(PackingState state, Fill fill, Key key, Scene scene) {
    boolean begun = state.begun(fill.unit()).isPresent();
    if (key == Key.ALL || key == Key.OK && !begun) {
      return all(state, fill, scene);
    }
    return key == Key.DONE || key == Key.OK
        ? new Step.Asked<>(
            state.in(new Weigh(fill.order(), fill.at(), fill.unit())),
            Said.of(
                Text.of(PackingPhrase.WEIGHS, fill.unit()), Text.of(PackingPhrase.WEIGH_DETAIL)))
        : nothing(state);
  }

  /// Then there is nothing more to go in.
  private static Step<PackingState> all(PackingState state, Fill fill, Scene scene) {
    return recorded(
        state.packed(
            fill,
            new Packed(fill.order().code(), fill.unit(), 0),
            new Weigh(fill.order(), fill.at(), fill.unit())),
        new ShippingCommand.PackOrder(
            scene.warehouse(), fill.order(), fill.at(), Optional.of(fill.unit())),
        Said.of(
            Text.of(PackingPhrase.ALL_PACKED, fill.order(), fill.unit()),
            Text.of(PackingPhrase.WEIGH_DETAIL)),
        true);
  }

  /// @param grams 0: nobody weighed it
  static Step<PackingState> close(PackingState state, Weigh weigh, long grams, Scene scene) {
    if (grams < 0 || grams > ShippingCommand.GRAMS_MAX) {
      return mistaken(state, Text.of(PackingPhrase.TOO_HEAVY, grams), PackingPhrase.WEIGH_DETAIL);
    }
    return recorded(
        state.closed(weigh.unit(), new Choose()),
        new ShippingCommand.ClosePackage(scene.warehouse(), weigh.unit(), grams),
        Said.of(
            grams == 0
                ? Text.of(PackingPhrase.CLOSED, weigh.unit())
                : Text.of(PackingPhrase.CLOSED_GRAMS, weigh.unit(), grams),
            Text.of(PackingPhrase.NEXT_ORDER)),
        true);
  }

  private static Step<PackingState> recorded(
      PackingState state, Command command, Said said, boolean complete) {
    return new Step.Recorded<>(state, List.of(command), said, complete, false);
  }

  static Step<PackingState> nothing(PackingState state) {
    return new Step.Mistaken<>(
        state, Said.of(Text.of(WorkingPhrase.NOTHING_TO_CONFIRM), PackingCard.instruction(state)));
  }

  static Step<PackingState> unwanted(PackingState state, Sighting seen) {
    return new Step.Mistaken<>(state, Unwanted.said(seen, PackingCard.instruction(state)));
  }

  static Step<PackingState> mistaken(PackingState state, Text headline, PackingPhrase detail) {
    return new Step.Mistaken<>(state, Said.of(headline, Text.of(detail)));
  }
}
