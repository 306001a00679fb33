package dev.stockwright.mobile.card;

import dev.stockwright.client.card.Card;
import dev.stockwright.mobile.look.KeypadAsk;
import java.util.Optional;
import java.util.OptionalLong;

/// What the keypad asks for when the quantity of a card is typed.
final class Quantity {
  private Quantity() {}

  static Optional<KeypadAsk> of(Card card) {
    return card.goods()
        .flatMap(
            goods ->
                goods
                    .amount()
                    .map(
                        amount ->
                            new KeypadAsk(
                                goods.name(),
                                goods.source(),
                                amount.unit(),
                                toGo(amount),
                                whole(amount),
                                OptionalLong.empty(),
                                false)));
  }

  private static OptionalLong whole(Card.Amount amount) {
    return amount.of().map(OptionalLong::of).orElse(OptionalLong.empty());
  }

  private static OptionalLong toGo(Card.Amount amount) {
    return amount.of().isPresent() && amount.number().isPresent()
        ? OptionalLong.of(Math.max(0, amount.of().get() - amount.number().get()))
        : OptionalLong.empty();
  }
}
