package dev.stockwright.server.ledger;

/// What was read before the locks is not true under them: the transaction starts again.
public final class StockMovedOn extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public StockMovedOn(String message) {
    super(message);
  }
}
