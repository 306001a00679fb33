package dev.stockwright.desktop;

import dev.stockwright.client.known.PackLevel;
import dev.stockwright.client.known.PackedProduct;
import dev.stockwright.client.known.Product;
import dev.stockwright.client.replica.Catalogue;
import dev.stockwright.vocabulary.Identified;
import dev.stockwright.vocabulary.InvalidValue;
import dev.stockwright.vocabulary.Sku;
import java.util.List;
import java.util.Optional;

/// Which product a scan means to somebody who looks at the stock.
record ScannedProduct(Catalogue catalogue) {
  /// The first of those that it may mean.
  Optional<Sku> of(Identified identified) {
    return all(identified).stream().map(PackedProduct::product).map(Product::sku).findFirst();
  }

  /// All that it may mean, each as it is packed.
  List<PackedProduct> all(Identified identified) {
    return switch (identified) {
      case Identified.TradeItem item -> catalogue.byBarcode(item.gtin().digits());
      case Identified.LogisticUnit unit ->
          unit.content()
              .map(content -> catalogue.byBarcode(content.gtin().digits()))
              .orElse(List.of());
      case Identified.Contained contained ->
          catalogue.byBarcode(contained.content().gtin().digits());
      case Identified.PlainCode(String text) ->
          bySku(text).map(List::of).orElseGet(() -> catalogue.byBarcode(text));
      case Identified.Unreadable _ -> List.of();
    };
  }

  private Optional<PackedProduct> bySku(String text) {
    try {
      return catalogue
          .product(new Sku(text))
          .map(product -> new PackedProduct(product, PackLevel.EACH));
    } catch (InvalidValue notOne) {
      return Optional.empty();
    }
  }
}
