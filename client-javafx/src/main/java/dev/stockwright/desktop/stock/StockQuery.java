package dev.stockwright.desktop.stock;

import java.util.List;

/// Which stock, in which order.
///
/// @param filter words that SKU or product must contain; empty for all
public record StockQuery(String filter, Column sort, boolean descending) {
  /// What can be sorted by.
  public enum Column {
    SKU("SKU"),
    PRODUCT("Product"),
    ON_HAND("On hand"),
    RESERVED("Reserved"),
    BLOCKED("Blocked"),
    AVAILABLE("Available"),
    LAST_MOVED("Last movement");

    /// Those that can be hidden.
    static final List<Column> OPTIONAL = List.of(SKU, RESERVED, BLOCKED, LAST_MOVED);

    private final String words;

    Column(String words) {
      this.words = words;
    }

    /// At its head.
    String words() {
      return words;
    }
  }

  static final StockQuery ALL = new StockQuery("", Column.PRODUCT, false);

  StockQuery filtered(String words) {
    return new StockQuery(words.strip(), sort, descending);
  }

  StockQuery sorted(Column column, boolean downwards) {
    return new StockQuery(filter, column, downwards);
  }
}
