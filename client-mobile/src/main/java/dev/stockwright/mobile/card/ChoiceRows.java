package dev.stockwright.mobile.card;

import dev.stockwright.client.card.Card;
import dev.stockwright.client.card.Card.Row;
import dev.stockwright.mobile.look.ChoiceTiles;
import dev.stockwright.mobile.look.ReasonGrid;
import java.util.List;

/// Which rows of a card are tiles, which are reasons, and which are lines of a list.
final class ChoiceRows {
  private ChoiceRows() {}

  static boolean areTiles(Card card) {
    return card.plate().isEmpty()
        && card.goods().isEmpty()
        && ChoiceTiles.suits(card.rows())
        && card.rows().stream().noneMatch(ReasonGrid::isReason);
  }

  /// The rare actions are a tile like the others where that leaves no hole.
  static boolean tileForMore(Card card) {
    return areTiles(card)
        && card.primary().isEmpty()
        && !card.more().isEmpty()
        && ChoiceTiles.leaveRoom(card.rows());
  }

  static List<Row> reasons(List<Row> rows) {
    return rows.stream().filter(ReasonGrid::isReason).toList();
  }

  static List<Row> others(List<Row> rows) {
    return rows.stream().filter(row -> !ReasonGrid.isReason(row)).toList();
  }
}
