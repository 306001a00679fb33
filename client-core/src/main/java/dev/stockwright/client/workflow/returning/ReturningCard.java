package dev.stockwright.client.workflow.returning;

import dev.stockwright.client.card.Card;
import dev.stockwright.client.card.Icon;
import dev.stockwright.client.card.Input;
import dev.stockwright.client.card.Key;
import dev.stockwright.client.words.CommonPhrase;
import dev.stockwright.client.words.Text;
import dev.stockwright.client.workflow.GoodsPhrase;
import dev.stockwright.client.workflow.Scene;
import dev.stockwright.client.workflow.returning.ReturningState.Grading;
import dev.stockwright.client.workflow.returning.ReturningState.Load;
import dev.stockwright.client.workflow.returning.ReturningState.LotWanted;
import dev.stockwright.client.workflow.returning.ReturningState.What;
import dev.stockwright.client.workflow.returning.ReturningState.Which;
import dev.stockwright.client.workflow.returning.ReturningState.Why;
import dev.stockwright.vocabulary.Condition;
import java.util.List;
import java.util.Optional;

/// What the screen shows while returns are taken in.
final class ReturningCard {
  private ReturningCard() {}

  static Card of(ReturningState state, Scene scene) {
    Card card =
        Card.of(
                Text.of(ReturningPhrase.TITLE),
                new Card.Prompt(means(state), instruction(state), Optional.empty()))
            .goods(goods(state))
            .rows(rows(state, scene))
            .more(more(state));
    Card named =
        state.into().map(number -> card.context(Text.of(CommonPhrase.AS_IS, number))).orElse(card);
    return state.phase() instanceof What && state.begun()
        ? named.primary(
            Card.Action.press(
                Icon.DONE, Text.of(ReturningPhrase.CLOSE, state.into().orElseThrow()), Key.DONE))
        : named;
  }

  private static Card.Means means(ReturningState state) {
    return state.phase() instanceof Grading || state.phase() instanceof Why
        ? Card.Means.TOUCH
        : Card.Means.SCAN;
  }

  /// What is to be done next.
  static Text instruction(ReturningState state) {
    return switch (state.phase()) {
      case Which which -> Text.of(ReturningPhrase.SCAN_DOCUMENT);
      case What what -> Text.of(ReturningPhrase.SCAN_GOODS);
      case LotWanted wanted -> scanLot(wanted.load());
      case Grading grading -> Text.of(ReturningPhrase.CHOOSE_GRADE);
      case Why why -> Text.of(ReturningPhrase.CHOOSE_REASON);
    };
  }

  static Text scanLot(Load load) {
    return Text.of(
        load.product().serialTracked() ? ReturningPhrase.SCAN_SERIAL : ReturningPhrase.SCAN_LOT);
  }

  static Text grade(Condition grade) {
    return Text.of(
        switch (grade) {
          case AVAILABLE -> ReturningPhrase.SELLABLE;
          case DAMAGED -> ReturningPhrase.DAMAGED;
          case QUARANTINE, HOLD -> ReturningPhrase.INSPECT;
        });
  }

  private static Optional<Card.Goods> goods(ReturningState state) {
    return switch (state.phase()) {
      case LotWanted wanted -> Optional.of(goods(wanted.load()));
      case Grading grading -> Optional.of(goods(grading.load()));
      case Why why -> Optional.of(goods(why.load()));
      case Which which -> Optional.empty();
      case What what -> Optional.empty();
    };
  }

  private static Card.Goods goods(Load load) {
    return new Card.Goods(
        load.name(),
        Text.of(CommonPhrase.AS_IS, load.product().sku()),
        Optional.of(
            new Card.Amount(
                Optional.of(load.units()),
                Optional.empty(),
                Optional.of(GoodsPhrase.unit(load.product(), load.units())),
                true)));
  }

  private static List<Card.Row> rows(ReturningState state, Scene scene) {
    return switch (state.phase()) {
      case Grading grading ->
          List.of(
              choice(Icon.DONE, grade(Condition.AVAILABLE), new Input.Press(Key.OK)),
              choice(Icon.DAMAGED, grade(Condition.DAMAGED), new Input.Press(Key.DAMAGED)),
              choice(Icon.WARNING, grade(Condition.QUARANTINE), new Input.Press(Key.QUARANTINE)));
      case Why why ->
          scene.books().reasons(ReturningWorkflow.USE).stream()
              .limit(Card.CHOICES_MAX)
              .map(
                  reason ->
                      choice(
                          Icon.NEXT,
                          Text.of(CommonPhrase.AS_IS, reason.name()),
                          new Input.Because(reason.code().code())))
              .toList();
      case Which which -> List.of();
      case LotWanted wanted -> List.of();
      case What what -> state.done().stream().map(ReturningCard::row).toList();
    };
  }

  private static Card.Row choice(Icon icon, Text head, Input input) {
    return new Card.Row(icon, head, Optional.empty(), Optional.empty(), Optional.of(input));
  }

  private static Card.Row row(ReturningState.Returned returned) {
    return new Card.Row(
        Icon.DONE,
        Text.of(ReturningPhrase.DONE_ROW, returned.name(), grade(returned.grade())),
        Optional.empty(),
        Optional.of(Text.of(CommonPhrase.PLUS, returned.units())),
        Optional.empty());
  }

  private static List<Card.Action> more(ReturningState state) {
    return switch (state.phase()) {
      case Which which ->
          List.of(
              Card.Action.press(
                  Icon.DOCUMENT, Text.of(ReturningPhrase.NO_DOCUMENT), Key.WITHOUT_DOCUMENT));
      case Grading grading ->
          List.of(Card.Action.press(Icon.KEYPAD, Text.of(ReturningPhrase.KEYPAD), Key.QUANTITY));
      case What what -> List.of();
      case LotWanted wanted -> List.of();
      case Why why -> List.of();
    };
  }
}
