package dev.stockwright.client.workflow.picking;

import dev.stockwright.client.known.Place;
import dev.stockwright.client.words.Text;
import dev.stockwright.client.workflow.Scene;
import dev.stockwright.client.workflow.Sighting;
import dev.stockwright.client.workflow.Step;
import dev.stockwright.client.workflow.Step.Said;
import dev.stockwright.client.workflow.picking.PickingState.Drop;
import dev.stockwright.client.workflow.picking.PickingState.OtherDrop;
import dev.stockwright.protocol.PickingCommand;
import dev.stockwright.vocabulary.LocationCode;
import java.util.List;
import java.util.Optional;

/// Bringing what was picked to where it is packed.
final class Dropping {
  private Dropping() {}

  /// The server takes goods here.
  static boolean possible(Place place) {
    return packed(place) || place.kind().equals("dock");
  }

  static boolean packed(Place place) {
    return place.kind().equals("packing") || place.kind().equals("staging");
  }

  /// The place that is named; absent: the site has none where goods are packed.
  static Optional<Place> meant(Scene scene) {
    return scene.books().places("packing").stream().findFirst();
  }

  static Step<PickingState> seen(PickingState state, Sighting sighting, Scene scene) {
    if (sighting instanceof Sighting.AtPlace at && possible(at.place())) {
      return at(state, at.place(), scene);
    }
    return sighting instanceof Sighting.Goods goods
        ? Goods.over(state, goods).orElseGet(() -> Steps.unwanted(state, sighting, scene))
        : Steps.unwanted(state, sighting, scene);
  }

  /// Any packing place will do; anywhere else is asked about, where the site has one.
  static Step<PickingState> at(PickingState state, Place place, Scene scene) {
    Optional<Place> meant = meant(scene);
    if (place.kind().equals("packing") || meant.isEmpty()) {
      return drop(state, place.code(), scene);
    }
    return Steps.undecided(
        state.in(new OtherDrop(place.code())),
        Text.of(PickingPhrase.OTHER_DROP, place.code()),
        Text.of(PickingPhrase.OTHER_DROP_REASON, meant.get().code()));
  }

  static Step<PickingState> drop(PickingState state, LocationCode to, Scene scene) {
    Optional<LocationCode> cart = Way.cart(state, scene);
    if (cart.isEmpty() || cart.get().equals(to)) {
      return Steps.mistaken(
          state, Text.of(PickingPhrase.NOTHING_ON_CART), Text.of(PickingPhrase.SCAN_CART));
    }
    return new Step.Recorded<>(
        state.loaded(false).idle(),
        List.of(new PickingCommand.DropGoods(scene.warehouse(), cart.get(), Optional.empty(), to)),
        Said.of(Text.of(PickingPhrase.DROPPED, to), Text.of(PickingPhrase.SCAN_TASK)),
        true,
        false);
  }

  /// Whoever chooses it brings away what is on the cart, with no pick in hand.
  static Step<PickingState> done(PickingState state, Scene scene) {
    int open = Way.lines(state, scene).size();
    if (open > 0) {
      return Steps.mistaken(
          state, Text.of(PickingPhrase.OPEN_LEFT, open), Text.of(PickingPhrase.PICK_OR_SHORT));
    }
    if (!Way.loaded(state, scene)) {
      return Steps.mistaken(
          state, Text.of(PickingPhrase.NOTHING_ON_CART), PickingCard.instruction(state, scene));
    }
    PickingState then = state.in(new Drop());
    return Steps.asked(
        then, Text.of(PickingPhrase.ALL_PICKED), PickingCard.instruction(then, scene));
  }
}
