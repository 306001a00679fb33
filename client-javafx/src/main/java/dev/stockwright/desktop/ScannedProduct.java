package dev.stockwright.desktop;

import dev.stockwright.client.known.PackedProduct;
import dev.stockwright.client.known.Product;
import dev.stockwright.client.replica.Catalogue;
import dev.stockwright.vocabulary.Identified;
import dev.stockwright.vocabulary.InvalidValue;
import dev.stockwright.vocabulary.Sku;
import java.util.Optional;

/// Which product a scan means to somebody who looks at the stock.
record ScannedProduct(Catalogue catalogue) {
  Optional<Sku> of(Identified identified) {
    return switch (identified) {
      case Identified.TradeItem item -> byBarcode(item.gtin().digits());
      case Identified.LogisticUnit unit ->
          unit.content().flatMap(content -> byBarcode(content.gtin().digits()));
      case Identified.Contained contained -> byBarcode(contained.content().gtin().digits());
      case Identified.PlainCode(String text) -> bySku(text).or(() -> byBarcode(text));
      case Identified.Unreadable _ -> Optional.empty();
    };
  }

  private Optional<Sku> bySku(String text) {
    try {
      return catalogue.product(new Sku(text)).map(Product::sku);
    } catch (InvalidValue notOne) {
      return Optional.empty();
    }
  }

  private Optional<Sku> byBarcode(String code) {
    return catalogue.byBarcode(code).stream()
        .map(PackedProduct::product)
        .map(Product::sku)
        .findFirst();
  }
}
