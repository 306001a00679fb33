package dev.stockwright.mobile.card;

import dev.stockwright.client.card.Card;

/// What was opened over a card.
enum Over {
  NOTHING,
  MORE,
  KEYPAD,
  TEXT;

  /// What takes the middle of the screen then.
  Arrangement.Stage on(Card card) {
    return switch (this) {
      case NOTHING -> uncovered(card);
      case MORE -> Arrangement.Stage.SHEET;
      case KEYPAD -> Arrangement.Stage.KEYPAD;
      case TEXT -> Arrangement.Stage.TEXT;
    };
  }

  private static Arrangement.Stage uncovered(Card card) {
    if (card.prompt().means() == Card.Means.PIN) {
      return Arrangement.Stage.PIN;
    }
    return card.question().isPresent() ? Arrangement.Stage.QUESTION : Arrangement.Stage.CARD;
  }
}
