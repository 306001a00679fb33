package dev.stockwright.client.workflow.adjusting;

import dev.stockwright.client.card.Card;
import dev.stockwright.client.card.Icon;
import dev.stockwright.client.card.Input;
import dev.stockwright.client.card.Key;
import dev.stockwright.client.known.Product;
import dev.stockwright.client.words.CommonPhrase;
import dev.stockwright.client.words.Text;
import dev.stockwright.client.workflow.GoodsPhrase;
import dev.stockwright.client.workflow.Scene;
import dev.stockwright.client.workflow.adjusting.AdjustingState.Adjusted;
import dev.stockwright.client.workflow.adjusting.AdjustingState.How;
import dev.stockwright.client.workflow.adjusting.AdjustingState.HowMany;
import dev.stockwright.client.workflow.adjusting.AdjustingState.LotWanted;
import dev.stockwright.client.workflow.adjusting.AdjustingState.Mode;
import dev.stockwright.client.workflow.adjusting.AdjustingState.Pile;
import dev.stockwright.client.workflow.adjusting.AdjustingState.Post;
import dev.stockwright.client.workflow.adjusting.AdjustingState.What;
import dev.stockwright.client.workflow.adjusting.AdjustingState.Where;
import dev.stockwright.client.workflow.adjusting.AdjustingState.Which;
import dev.stockwright.client.workflow.adjusting.AdjustingState.Why;
import dev.stockwright.vocabulary.Condition;
import dev.stockwright.vocabulary.LocationCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What the screen shows while the books are put right.
final class AdjustingCard {
  private AdjustingCard() {}

  static Card of(AdjustingState state, Scene scene) {
    Card card =
        Card.of(
                Text.of(AdjustingPhrase.TITLE),
                new Card.Prompt(means(state), instruction(state, scene), Optional.empty()))
            .rows(rows(state, scene));
    return switch (state.phase()) {
      case Where where ->
          card.goods(where.goods().map(goods -> goods(goods.product(), source(goods.product()))));
      case What what -> card.plate(Optional.of(at(what.at())));
      case LotWanted wanted ->
          card.plate(wanted.place().map(AdjustingCard::at))
              .goods(Optional.of(goods(wanted.product(), source(wanted.product()))));
      case Which which ->
          card.plate(Optional.of(at(which.at())))
              .goods(Optional.of(goods(which.product(), source(which.product()))));
      case How how -> pile(card, how.pile(), scene);
      case HowMany many -> pile(card, many.pile(), scene).more(keypad(many.pile(), scene));
      case Why why -> change(pile(card, why.pile(), scene), why.pile(), why.change(), scene);
      case Post post ->
          change(pile(card, post.pile(), scene), post.pile(), post.change(), scene)
              .hint(post.remark().map(note -> Text.of(AdjustingPhrase.NOTE, note)))
              .primary(
                  new Card.Action(
                      Icon.DONE,
                      Text.of(AdjustingPhrase.POST, Figuring.signed(post.change())),
                      Optional.of(Figuring.sent(scene)),
                      new Input.Press(Key.OK),
                      false))
              .more(List.of(note()));
    };
  }

  private static Card.Action note() {
    return new Card.Action(
        Icon.KEYPAD,
        Text.of(AdjustingPhrase.TYPE_NOTE),
        Optional.empty(),
        new Input.Typed(""),
        false);
  }

  private static Card.Means means(AdjustingState state) {
    return switch (state.phase()) {
      case Where where -> Card.Means.SCAN;
      case What what -> Card.Means.SCAN;
      case LotWanted wanted -> Card.Means.SCAN;
      case Which which -> Card.Means.TOUCH;
      case How how -> Card.Means.TOUCH;
      case HowMany many -> Card.Means.TOUCH;
      case Why why -> Card.Means.TOUCH;
      case Post post -> Card.Means.TOUCH;
    };
  }

  /// What is to be done next.
  static Text instruction(AdjustingState state, Scene scene) {
    return switch (state.phase()) {
      case Where where ->
          Text.of(
              where.goods().isPresent()
                  ? AdjustingPhrase.SCAN_WHERE
                  : AdjustingPhrase.SCAN_PLACE_OR_GOODS);
      case What what -> Text.of(AdjustingPhrase.SCAN_WHAT);
      case LotWanted wanted -> lotWanted(wanted.product());
      case Which which -> Text.of(AdjustingPhrase.CHOOSE_PILE);
      case How how ->
          Text.of(
              Piles.present(how.pile(), scene).isPresent()
                  ? AdjustingPhrase.CHOOSE_HOW
                  : AdjustingPhrase.ADD_OR_REMOVE);
      case HowMany many ->
          switch (many.mode()) {
            case SET_TO -> Text.of(AdjustingPhrase.HOW_MANY_ARE);
            case ADD -> Text.of(AdjustingPhrase.HOW_MANY_MORE);
            case REMOVE -> Text.of(AdjustingPhrase.HOW_MANY_LESS);
          };
      case Why why -> Text.of(AdjustingPhrase.CHOOSE_REASON);
      case Post post ->
          Text.of(
              Figuring.noteMissing(post)
                  ? AdjustingPhrase.TYPE_NOTE
                  : AdjustingPhrase.POST_OR_BACK);
    };
  }

  static Text lotWanted(Product product) {
    return Text.of(
        product.serialTracked() ? AdjustingPhrase.SCAN_SERIAL : AdjustingPhrase.SCAN_LOT);
  }

  static Text mode(Mode mode, String name) {
    return switch (mode) {
      case SET_TO -> Text.of(AdjustingPhrase.SETTING, name);
      case ADD -> Text.of(AdjustingPhrase.ADDING, name);
      case REMOVE -> Text.of(AdjustingPhrase.REMOVING, name);
    };
  }

  private static Card.Plate at(LocationCode place) {
    return new Card.Plate(
        Text.of(AdjustingPhrase.AT), place.code(), Optional.empty(), Optional.empty(), true);
  }

  private static Card.Goods goods(Product product, Text source) {
    return new Card.Goods(product.name(), source, Optional.empty());
  }

  private static Text source(Product product) {
    return Text.of(CommonPhrase.AS_IS, product.sku());
  }

  private static Card pile(Card card, Pile pile, Scene scene) {
    Text sku = source(pile.product());
    Text lot = pile.lot().map(code -> Text.of(AdjustingPhrase.LOT_OF, sku, code)).orElse(sku);
    Text on = pile.unit().map(unit -> Text.of(AdjustingPhrase.ON_UNIT, lot, unit)).orElse(lot);
    Optional<Long> there = Piles.present(pile, scene);
    return card.plate(Optional.of(at(pile.at())))
        .goods(
            Optional.of(
                new Card.Goods(
                    pile.product().name(),
                    on,
                    Optional.of(
                        new Card.Amount(
                            there,
                            Optional.empty(),
                            Optional.of(GoodsPhrase.unit(pile.product(), there.orElse(0L))),
                            true)))));
  }

  /// What is there, what will be, and the difference.
  private static Card change(Card card, Pile pile, long change, Scene scene) {
    List<Card.Figure> figures = new ArrayList<>();
    Piles.present(pile, scene)
        .ifPresent(
            there -> {
              figures.add(
                  new Card.Figure(
                      Text.of(CommonPhrase.AS_IS, there), Text.of(AdjustingPhrase.BEFORE)));
              figures.add(
                  new Card.Figure(
                      Text.of(CommonPhrase.AS_IS, there + change), Text.of(AdjustingPhrase.AFTER)));
            });
    figures.add(new Card.Figure(Figuring.signed(change), Text.of(AdjustingPhrase.DIFFERENCE)));
    return card.figures(figures);
  }

  private static List<Card.Action> keypad(Pile pile, Scene scene) {
    List<Card.Action> actions = new ArrayList<>();
    actions.add(Card.Action.press(Icon.KEYPAD, Text.of(AdjustingPhrase.KEYPAD), Key.QUANTITY));
    modes(pile, scene).forEach(actions::add);
    return actions;
  }

  /// How the number can be meant: without what is there nothing can be set to a figure.
  private static List<Card.Action> modes(Pile pile, Scene scene) {
    List<Card.Action> modes = new ArrayList<>();
    if (Piles.present(pile, scene).isPresent()) {
      modes.add(Card.Action.press(Icon.ADJUST, Text.of(AdjustingPhrase.SET_TO), Key.SET_TO));
    }
    modes.add(Card.Action.press(Icon.ADJUST, Text.of(AdjustingPhrase.ADD), Key.ADD));
    modes.add(Card.Action.press(Icon.ADJUST, Text.of(AdjustingPhrase.REMOVE), Key.REMOVE));
    return modes;
  }

  private static List<Card.Row> rows(AdjustingState state, Scene scene) {
    return switch (state.phase()) {
      case Where where -> done(state);
      case What what -> done(state);
      case LotWanted wanted -> List.of();
      case Which which ->
          AdjustingWorkflow.piles(which, scene).stream().map(pile -> row(pile, scene)).toList();
      case How how ->
          modes(how.pile(), scene).stream()
              .map(mode -> choice(mode.icon(), mode.label(), mode.input()))
              .toList();
      case HowMany many -> List.of();
      case Why why ->
          scene.books().reasons(Figuring.USE).stream()
              .limit(Card.CHOICES_MAX)
              .map(
                  reason ->
                      choice(
                          Icon.NEXT,
                          Text.of(CommonPhrase.AS_IS, reason.name()),
                          new Input.Because(reason.code().code())))
              .toList();
      case Post post -> List.of();
    };
  }

  private static Card.Row choice(Icon icon, Text head, Input input) {
    return new Card.Row(icon, head, Optional.empty(), Optional.empty(), Optional.of(input));
  }

  private static Card.Row row(Pile pile, Scene scene) {
    return new Card.Row(
        pile.unit().isPresent() ? Icon.UNIT : Icon.PRODUCT,
        pile.unit()
            .map(unit -> Text.of(CommonPhrase.AS_IS, unit))
            .orElseGet(() -> Text.of(AdjustingPhrase.LOOSE)),
        condition(pile.condition()),
        Piles.present(pile, scene).map(there -> Text.of(CommonPhrase.AS_IS, there)),
        Optional.of(new Input.Point(Piles.key(pile))));
  }

  private static Optional<Text> condition(Condition condition) {
    return switch (condition) {
      case AVAILABLE -> Optional.empty();
      case QUARANTINE -> Optional.of(Text.of(AdjustingPhrase.QUARANTINE));
      case DAMAGED -> Optional.of(Text.of(AdjustingPhrase.DAMAGED));
      case HOLD -> Optional.of(Text.of(AdjustingPhrase.HELD));
    };
  }

  private static List<Card.Row> done(AdjustingState state) {
    return state.done().stream().map(AdjustingCard::row).toList();
  }

  private static Card.Row row(Adjusted adjusted) {
    return new Card.Row(
        Icon.DONE,
        Text.of(AdjustingPhrase.DONE_ROW, adjusted.at(), adjusted.name()),
        Optional.empty(),
        Optional.of(Figuring.signed(adjusted.change())),
        Optional.empty());
  }
}
