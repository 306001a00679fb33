package dev.stockwright.client.workflow.moving;

import dev.stockwright.client.card.Card;
import dev.stockwright.client.card.Icon;
import dev.stockwright.client.card.Input;
import dev.stockwright.client.card.Key;
import dev.stockwright.client.words.CommonPhrase;
import dev.stockwright.client.words.Text;
import dev.stockwright.client.workflow.GoodsPhrase;
import dev.stockwright.client.workflow.moving.MovingState.From;
import dev.stockwright.client.workflow.moving.MovingState.Large;
import dev.stockwright.client.workflow.moving.MovingState.Loose;
import dev.stockwright.client.workflow.moving.MovingState.LotWanted;
import dev.stockwright.client.workflow.moving.MovingState.To;
import dev.stockwright.client.workflow.moving.MovingState.What;
import dev.stockwright.client.workflow.moving.MovingState.Whole;
import dev.stockwright.vocabulary.LocationCode;
import java.util.List;
import java.util.Optional;

/// What the screen shows while things are moved.
final class MovingCard {
  private MovingCard() {}

  static Card of(MovingState state) {
    return Card.of(Text.of(MovingPhrase.TITLE), prompt(state))
        .plate(plate(state))
        .goods(goods(state))
        .rows(state.done().stream().map(MovingCard::row).toList())
        .question(question(state))
        .more(
            state.phase() instanceof To(Loose loose)
                ? List.of(
                    action(Icon.KEYPAD, Text.of(MovingPhrase.KEYPAD), Key.QUANTITY),
                    action(Icon.LEAVE, Text.of(MovingPhrase.PUT_BACK), Key.BACK))
                : List.of());
  }

  /// What is to be done next.
  static Text instruction(MovingState state) {
    return switch (state.phase()) {
      case From from -> Text.of(MovingPhrase.SCAN_FROM);
      case What what -> Text.of(MovingPhrase.SCAN_WHAT);
      case LotWanted wanted -> Text.of(MovingPhrase.SCAN_LOT);
      case To to -> Text.of(MovingPhrase.SCAN_TO);
      case Large large -> Text.of(MovingPhrase.LARGE_REASON);
    };
  }

  private static Card.Prompt prompt(MovingState state) {
    boolean asked = state.phase() instanceof Large;
    return new Card.Prompt(
        asked ? Card.Means.DECIDE : Card.Means.SCAN,
        instruction(state),
        state.phase() instanceof From
            ? Optional.of(Text.of(MovingPhrase.SCAN_FROM_DETAIL))
            : Optional.empty());
  }

  private static Optional<Card.Plate> plate(MovingState state) {
    return switch (state.phase()) {
      case What what -> Optional.of(at(what.from()));
      case LotWanted wanted -> Optional.of(at(wanted.from()));
      case To(Loose loose) -> Optional.of(at(loose.from()));
      case To(Whole whole) -> whole.stood().map(MovingCard::at);
      case From from -> Optional.empty();
      case Large large -> Optional.empty();
    };
  }

  private static Card.Plate at(LocationCode place) {
    return new Card.Plate(
        Text.of(MovingPhrase.FROM), place.code(), Optional.empty(), Optional.empty(), true);
  }

  private static Optional<Card.Goods> goods(MovingState state) {
    return switch (state.phase()) {
      case LotWanted wanted ->
          Optional.of(
              new Card.Goods(
                  wanted.product().name(),
                  Text.of(MovingPhrase.TAKEN_FROM, wanted.product().sku(), wanted.from()),
                  Optional.empty()));
      case To(Loose loose) -> Optional.of(goods(loose));
      case To(Whole whole) ->
          Optional.of(
              new Card.Goods(
                  whole.name(),
                  whole
                      .stood()
                      .map(place -> Text.of(MovingPhrase.UNIT_FROM, place))
                      .orElseGet(() -> Text.of(MovingPhrase.UNIT_SOMEWHERE)),
                  Optional.empty()));
      case Large large -> Optional.of(goods(large.asked()));
      case From from -> Optional.empty();
      case What what -> Optional.empty();
    };
  }

  private static Card.Goods goods(Loose load) {
    Text source = Text.of(MovingPhrase.TAKEN_FROM, load.product().sku(), load.from());
    return new Card.Goods(
        load.name(),
        load.lot().map(lot -> Text.of(MovingPhrase.LOT_OF, source, lot)).orElse(source),
        Optional.of(
            new Card.Amount(
                Optional.of(load.units()),
                Optional.empty(),
                Optional.of(GoodsPhrase.unit(load.product(), load.units())),
                true)));
  }

  private static Card.Row row(MovingState.Moved moved) {
    return new Card.Row(
        Icon.DONE,
        Text.of(MovingPhrase.MOVED_ROW, moved.to(), moved.name()),
        Optional.empty(),
        moved.units() == 0
            ? Optional.empty()
            : Optional.of(Text.of(CommonPhrase.AS_IS, moved.units())),
        Optional.empty());
  }

  private static Optional<Card.Question> question(MovingState state) {
    return state.phase() instanceof Large large
        ? Optional.of(
            new Card.Question(
                Text.of(MovingPhrase.LARGE, large.asked().name(), large.asked().units()),
                Text.of(MovingPhrase.LARGE_REASON),
                List.of(
                    action(
                        Icon.DONE,
                        Text.of(MovingPhrase.LARGE_YES, large.asked().units()),
                        Key.CONFIRM),
                    action(Icon.LEAVE, Text.of(MovingPhrase.LARGE_NO), Key.DISCARD)),
                Text.of(MovingPhrase.LARGE_AFTER)))
        : Optional.empty();
  }

  private static Card.Action action(Icon icon, Text label, Key key) {
    return new Card.Action(icon, label, Optional.empty(), new Input.Press(key), false);
  }
}
