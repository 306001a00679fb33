package dev.stockwright.desktop.stock;

import dev.stockwright.client.words.StockPhrase;
import java.util.List;

/// Which stock, in which order.
///
/// @param filter words that SKU or product must contain; empty for all
public record StockQuery(String filter, Column sort, boolean descending) {
  /// What can be sorted by.
  public enum Column {
    SKU(StockPhrase.SKU),
    PRODUCT(StockPhrase.PRODUCT),
    /// Where it is; a column only when the stock of several is shown.
    WAREHOUSE(StockPhrase.WAREHOUSE),
    ON_HAND(StockPhrase.ON_HAND),
    RESERVED(StockPhrase.RESERVED),
    BLOCKED(StockPhrase.BLOCKED),
    AVAILABLE(StockPhrase.AVAILABLE),
    LAST_MOVED(StockPhrase.LAST_MOVEMENT);

    /// Those that can be hidden.
    static final List<Column> OPTIONAL = List.of(SKU, RESERVED, BLOCKED, LAST_MOVED);

    private final StockPhrase words;

    Column(StockPhrase words) {
      this.words = words;
    }

    /// At its head.
    StockPhrase words() {
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
