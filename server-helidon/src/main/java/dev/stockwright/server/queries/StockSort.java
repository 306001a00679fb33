package dev.stockwright.server.queries;

import dev.stockwright.vocabulary.InvalidValue;
import java.util.Locale;

/// By what a stock list is sorted.
public enum StockSort {
  SKU,
  NAME,
  WAREHOUSE,
  QUANTITY,
  RESERVED,
  BLOCKED,
  AVAILABLE,
  LAST_UPDATED;

  /// The order that is written `code`.
  public static StockSort of(String code) {
    for (StockSort sort : values()) {
      if (sort.name().toLowerCase(Locale.ROOT).equals(code)) {
        return sort;
      }
    }
    throw new InvalidValue(
        "invalid_sort",
        "sort is none of sku, name, warehouse, quantity, reserved, blocked, available,"
            + " last_updated");
  }
}
