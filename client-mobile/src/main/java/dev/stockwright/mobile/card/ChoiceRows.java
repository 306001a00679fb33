package dev.stockwright.mobile.card;

import dev.stockwright.client.card.Card.Row;
import dev.stockwright.mobile.look.ChoiceTiles;
import dev.stockwright.mobile.look.ReasonGrid;
import java.util.List;

/// Which rows of a card are tiles, which are reasons, and which are lines of a list.
final class ChoiceRows {
  private ChoiceRows() {}

  static boolean areTiles(List<Row> rows) {
    return ChoiceTiles.suits(rows) && rows.stream().noneMatch(ReasonGrid::isReason);
  }

  static List<Row> reasons(List<Row> rows) {
    return rows.stream().filter(ReasonGrid::isReason).toList();
  }

  static List<Row> others(List<Row> rows) {
    return rows.stream().filter(row -> !ReasonGrid.isReason(row)).toList();
  }
}
