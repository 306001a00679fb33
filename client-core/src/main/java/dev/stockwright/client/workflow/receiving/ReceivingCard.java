package dev.stockwright.client.workflow.receiving;

import dev.stockwright.client.card.Card;
import dev.stockwright.client.card.Card.Action;
import dev.stockwright.client.card.Card.Goods;
import dev.stockwright.client.card.Card.Means;
import dev.stockwright.client.card.Card.Prompt;
import dev.stockwright.client.card.Icon;
import dev.stockwright.client.card.Input;
import dev.stockwright.client.card.Key;
import dev.stockwright.client.words.CommonPhrase;
import dev.stockwright.client.words.Text;
import dev.stockwright.client.workflow.Sighting;
import dev.stockwright.client.workflow.receiving.ReceivingState.AboutGoods;
import dev.stockwright.client.workflow.receiving.ReceivingState.Deciding;
import dev.stockwright.client.workflow.receiving.ReceivingState.LotWanted;
import dev.stockwright.client.workflow.receiving.ReceivingState.Ready;
import dev.stockwright.client.workflow.receiving.ReceivingState.SerialWanted;
import java.util.List;
import java.util.Optional;

/// What the screen shows of receiving. The lines of the order are no part of it: they are the
/// catalogue's, and change without a scan of this device.
final class ReceivingCard {
  private ReceivingCard() {}

  static Card of(ReceivingState state) {
    Text title =
        state
            .order()
            .map(order -> Text.of(CommonPhrase.AS_IS, order))
            .orElseGet(() -> Text.of(ReceivingPhrase.TITLE_BLIND));
    Text place =
        state
            .staging()
            .map(code -> Text.of(ReceivingPhrase.TO_PLACE, code))
            .orElseGet(() -> Text.of(ReceivingPhrase.TO_DOCK));
    return Card.of(title, prompt(state))
        .context(place)
        .goods(goods(state))
        .hint(
            state.times() > 1
                ? Optional.of(Text.of(ReceivingPhrase.TIMES, state.times()))
                : Optional.empty())
        .question(
            state.phase() instanceof Deciding deciding
                ? Optional.of(ReceivingQuestion.of(deciding.doubt(), state.order()))
                : Optional.empty())
        .more(state.order().isPresent() ? List.of(leave()) : List.of());
  }

  private static Action leave() {
    return new Action(
        Icon.CLOSE,
        Text.of(ReceivingPhrase.LEAVE_ORDER),
        Optional.empty(),
        new Input.Press(Key.WITHOUT_DOCUMENT),
        false);
  }

  private static Prompt prompt(ReceivingState state) {
    return switch (state.phase()) {
      case LotWanted wanted -> missing(ReceivingPhrase.SCAN_LOT, wanted.goods());
      case SerialWanted wanted -> missing(ReceivingPhrase.SCAN_SERIAL, wanted.goods());
      case Deciding deciding ->
          new Prompt(
              Means.DECIDE, Text.of(ReceivingPhrase.ANSWER_QUESTION), Optional.of(or(state)));
      case Ready ready ->
          new Prompt(Means.SCAN, Text.of(ReceivingPhrase.SCAN_PRODUCT), Optional.of(or(state)));
    };
  }

  private static Text or(ReceivingState state) {
    return Text.of(
        state.order().isPresent() ? ReceivingPhrase.OR_OTHER_ORDER : ReceivingPhrase.OR_ORDER);
  }

  private static Prompt missing(ReceivingPhrase instruction, Sighting.Goods goods) {
    Text name = Text.of(CommonPhrase.AS_IS, goods.product().name());
    return new Prompt(Means.SCAN, Text.of(instruction), Optional.of(name));
  }

  private static Optional<Goods> goods(ReceivingState state) {
    return switch (state.phase()) {
      case LotWanted wanted -> Optional.of(goods(wanted.goods()));
      case SerialWanted wanted -> Optional.of(goods(wanted.goods()));
      case Deciding deciding ->
          deciding.doubt() instanceof AboutGoods about
              ? Optional.of(goods(about.goods()))
              : Optional.empty();
      case Ready ready -> Optional.empty();
    };
  }

  private static Goods goods(Sighting.Goods seen) {
    return new Goods(
        seen.product().name(), Text.of(CommonPhrase.AS_IS, seen.product().sku()), Optional.empty());
  }
}
