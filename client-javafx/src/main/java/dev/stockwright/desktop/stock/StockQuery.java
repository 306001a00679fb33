package dev.stockwright.desktop.stock;

/// Which stock, in which order.
///
/// @param filter words that SKU or product must contain; empty for all
public record StockQuery(String filter, Column sort, boolean descending) {
  /// What can be sorted by.
  public enum Column {
    SKU,
    PRODUCT,
    ON_HAND,
    RESERVED,
    BLOCKED,
    AVAILABLE,
    LAST_MOVED
  }

  static final StockQuery ALL = new StockQuery("", Column.PRODUCT, false);

  StockQuery filtered(String words) {
    return new StockQuery(words.strip(), sort, descending);
  }

  StockQuery sorted(Column column, boolean downwards) {
    return new StockQuery(filter, column, downwards);
  }
}
