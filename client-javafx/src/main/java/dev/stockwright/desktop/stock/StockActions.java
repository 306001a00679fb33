package dev.stockwright.desktop.stock;

import dev.stockwright.vocabulary.Scan;

/// What the stock screen asks for. Called on the JavaFX thread; must return at once.
public interface StockActions {
  /// Load what the drawer shows of this product: answer with [StockViewModel#showDetail],
  /// [StockViewModel#showPlaces] and in [StockViewModel#productHistory].
  void open(StockRow.Key product);

  /// Load the page after the oldest movement that is shown, of the chosen product or else of all.
  void showOlder();

  /// Show the stock of another warehouse, or of all; answer with [StockViewModel#show].
  void look(StockScope scope);

  /// Load the list once more from the server.
  void reload();

  /// Something was scanned; answer with [StockViewModel#find] when it is a product.
  void scanned(Scan scan);
}
