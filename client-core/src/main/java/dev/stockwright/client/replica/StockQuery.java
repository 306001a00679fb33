package dev.stockwright.client.replica;

/// Which part of the stock list.
///
/// @param filter part of the SKU or the name, in any case, or of a barcode; empty for all
/// @param offset rows before the first
/// @param limit 1 to 500 rows
public record StockQuery(String filter, Sort sort, boolean descending, int offset, int limit) {
  public static final int LIMIT_MAX = 500;

  public StockQuery {
    if (offset < 0 || limit < 1 || limit > LIMIT_MAX) {
      throw new IllegalArgumentException("rows " + offset + " + " + limit);
    }
  }

  /// By what the list is sorted.
  public enum Sort {
    SKU("l.sku"),
    NAME("name"),
    WAREHOUSE("r.warehouse"),
    QUANTITY("l.quantity"),
    RESERVED("l.reserved"),
    BLOCKED("l.blocked"),
    AVAILABLE("l.available"),
    LAST_UPDATED("l.last_updated");

    private final String column;

    Sort(String column) {
      this.column = column;
    }

    String column() {
      return column;
    }
  }
}
