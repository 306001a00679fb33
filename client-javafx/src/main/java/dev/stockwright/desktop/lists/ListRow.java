package dev.stockwright.desktop.lists;

import java.util.List;
import java.util.OptionalLong;

/// A row of a list.
///
/// @param id the same for the same thing, however it changes
/// @param cells one for each column of the list
public record ListRow(String id, List<Cell> cells) {
  public ListRow {
    cells = List.copyOf(cells);
  }

  /// What stands in a column.
  ///
  /// @param order by which it is sorted when its words are not
  public record Cell(String words, OptionalLong order) implements Comparable<Cell> {
    public static Cell of(String words) {
      return new Cell(words, OptionalLong.empty());
    }

    public static Cell of(String words, long order) {
      return new Cell(words, OptionalLong.of(order));
    }

    /// What is not known comes last.
    @Override
    public int compareTo(Cell other) {
      if (words.isEmpty() || other.words.isEmpty()) {
        return Boolean.compare(words.isEmpty(), other.words.isEmpty());
      }
      return order.isPresent() && other.order.isPresent()
          ? Long.compare(order.getAsLong(), other.order.getAsLong())
          : words.compareToIgnoreCase(other.words);
    }
  }
}
