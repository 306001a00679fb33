package dev.stockwright.client.workflow.packing;

import dev.stockwright.client.card.Card;
import dev.stockwright.client.card.Icon;
import dev.stockwright.client.card.Input;
import dev.stockwright.client.card.Key;
import dev.stockwright.client.known.WaitingTask;
import dev.stockwright.client.words.CommonPhrase;
import dev.stockwright.client.words.Text;
import dev.stockwright.client.workflow.Scene;
import dev.stockwright.client.workflow.packing.PackingState.Begun;
import dev.stockwright.client.workflow.packing.PackingState.Bench;
import dev.stockwright.client.workflow.packing.PackingState.Choose;
import dev.stockwright.client.workflow.packing.PackingState.Fill;
import dev.stockwright.client.workflow.packing.PackingState.Into;
import dev.stockwright.client.workflow.packing.PackingState.Packed;
import dev.stockwright.client.workflow.packing.PackingState.Weigh;
import dev.stockwright.vocabulary.HandlingUnit;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What the screen shows at a packing bench.
final class PackingCard {
  private PackingCard() {}

  static Card of(PackingState state, Scene scene) {
    Card card = Card.of(title(state), prompt(state)).plate(place(state).map(PackingCard::plate));
    return switch (state.phase()) {
      case Choose choose -> card.rows(toPack(state, scene));
      case Bench bench -> card;
      case Into into ->
          card.more(List.of(action(Icon.PACK, PackingPhrase.NO_LABEL, Key.WITHOUT_DOCUMENT)));
      case Fill fill -> filling(card, state, fill);
      case Weigh weigh ->
          card.goods(Optional.of(packed(weigh.unit(), weigh.order())))
              .primary(action(Icon.DONE, PackingPhrase.NOT_WEIGHED, Key.DONE))
              .more(List.of(action(Icon.KEYPAD, PackingPhrase.GRAMS, Key.QUANTITY)));
    };
  }

  private static Text title(PackingState state) {
    return order(state)
        .map(order -> Text.of(CommonPhrase.AS_IS, order))
        .orElseGet(() -> Text.of(PackingPhrase.TITLE));
  }

  private static Optional<Reference> order(PackingState state) {
    return switch (state.phase()) {
      case Choose choose -> Optional.empty();
      case Bench bench -> Optional.of(bench.order());
      case Into into -> Optional.of(into.order());
      case Fill fill -> Optional.of(fill.order());
      case Weigh weigh -> Optional.of(weigh.order());
    };
  }

  private static Optional<LocationCode> place(PackingState state) {
    return switch (state.phase()) {
      case Choose choose -> state.bench();
      case Bench bench -> Optional.empty();
      case Into into -> Optional.of(into.at());
      case Fill fill -> Optional.of(fill.at());
      case Weigh weigh -> Optional.of(weigh.at());
    };
  }

  private static Card.Plate plate(LocationCode place) {
    return new Card.Plate(
        Text.of(PackingPhrase.BENCH), place.code(), Optional.empty(), Optional.empty(), true);
  }

  /// What is to be done next.
  static Text instruction(PackingState state) {
    return switch (state.phase()) {
      case Choose choose -> Text.of(PackingPhrase.CHOOSE);
      case Bench bench -> Text.of(PackingPhrase.SCAN_BENCH);
      case Into into -> Text.of(PackingPhrase.SCAN_PACKAGE);
      case Fill fill -> Text.of(PackingPhrase.SCAN_GOODS);
      case Weigh weigh -> Text.of(PackingPhrase.WEIGH);
    };
  }

  private static Card.Prompt prompt(PackingState state) {
    return switch (state.phase()) {
      case Choose choose -> prompt(state, Card.Means.SCAN, PackingPhrase.CHOOSE_DETAIL);
      case Into into -> prompt(state, Card.Means.SCAN, PackingPhrase.PACKAGE_DETAIL);
      case Weigh weigh -> prompt(state, Card.Means.TOUCH, PackingPhrase.WEIGH_DETAIL);
      case Bench bench -> new Card.Prompt(Card.Means.SCAN, instruction(state), Optional.empty());
      case Fill fill ->
          new Card.Prompt(
              Card.Means.SCAN,
              instruction(state),
              Optional.of(Text.of(PackingPhrase.TIMES, state.times()))
                  .filter(text -> state.times() > 1));
    };
  }

  private static Card.Prompt prompt(PackingState state, Card.Means means, PackingPhrase detail) {
    return new Card.Prompt(means, instruction(state), Optional.of(Text.of(detail)));
  }

  /// Packages that are open first, then orders that wait.
  private static List<Card.Row> toPack(PackingState state, Scene scene) {
    List<Card.Row> rows = new ArrayList<>();
    for (Begun begun : state.open()) {
      rows.add(
          new Card.Row(
              Icon.PACK,
              Text.of(CommonPhrase.AS_IS, begun.unit()),
              Optional.of(Text.of(PackingPhrase.STILL_OPEN, begun.order())),
              Optional.empty(),
              Optional.of(new Input.Point(begun.unit().code()))));
    }
    for (WaitingTask task : PackingTasks.waiting(scene)) {
      rows.add(
          new Card.Row(
              Icon.DOCUMENT,
              Text.of(CommonPhrase.AS_IS, task.reference()),
              task.place().map(place -> Text.of(PackingPhrase.TO_PACK, place)),
              Optional.empty(),
              Optional.of(new Input.Point(task.reference()))));
    }
    return rows;
  }

  private static Card filling(Card card, PackingState state, Fill fill) {
    boolean begun = state.begun(fill.unit()).isPresent();
    Card.Action close = action(Icon.CLOSE, PackingPhrase.CLOSE, Key.DONE);
    Card.Action all =
        new Card.Action(
            Icon.ALL_DONE,
            Text.of(PackingPhrase.PACK_ALL),
            Optional.of(Text.of(PackingPhrase.PACK_ALL_DETAIL)),
            new Input.Press(Key.ALL),
            false);
    return card.goods(Optional.of(packed(fill.unit(), fill.order())))
        .rows(
            state.done().stream()
                .filter(done -> done.unit().equals(fill.unit()))
                .map(PackingCard::row)
                .toList())
        .primary(begun ? close : all)
        .more(
            List.of(
                begun ? all : close, action(Icon.KEYPAD, PackingPhrase.COUNT_NEXT, Key.QUANTITY)));
  }

  private static Card.Goods packed(HandlingUnit unit, Reference order) {
    return new Card.Goods(unit.code(), Text.of(PackingPhrase.IN_PACKAGE, order), Optional.empty());
  }

  private static Card.Row row(Packed packed) {
    return new Card.Row(
        Icon.DONE,
        Text.of(CommonPhrase.AS_IS, packed.name()),
        Optional.empty(),
        packed.units() == 0
            ? Optional.empty()
            : Optional.of(Text.of(CommonPhrase.PLUS, packed.units())),
        Optional.empty());
  }

  private static Card.Action action(Icon icon, PackingPhrase label, Key key) {
    return Card.Action.press(icon, Text.of(label), key);
  }
}
