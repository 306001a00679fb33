package dev.stockwright.client;

import dev.stockwright.client.known.PackedProduct;
import dev.stockwright.client.known.Product;
import dev.stockwright.client.replica.Catalogue;
import dev.stockwright.client.rfid.HeardTag;
import dev.stockwright.client.workflow.Sighting;
import dev.stockwright.vocabulary.InvalidValue;
import dev.stockwright.vocabulary.SerialNumber;
import dev.stockwright.vocabulary.epc.EpcKind;
import dev.stockwright.vocabulary.epc.EpcTag;
import dev.stockwright.vocabulary.epc.TagRead;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What RFID tags stand on, by this device's own catalogue. Remembers what it has looked up, so
/// that one pass is one of these.
final class TagNames {
  /// More are looked up each time.
  private static final int REMEMBERED_MAX = 5_000;

  private final Catalogue catalogue;
  private final Map<String, Optional<Product>> products = new HashMap<>();

  TagNames(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  Sighting.Tag of(HeardTag heard) {
    return TagRead.ofHex(heard.epc()) instanceof EpcTag tag && tag.epc().kind() == EpcKind.SGTIN
        ? new Sighting.Tag(
            heard.epc(),
            tag.epc().elements().value("01").flatMap(this::product),
            serial(tag.epc().serial()),
            heard.weak())
        : new Sighting.Tag(heard.epc(), Optional.empty(), Optional.empty(), heard.weak());
  }

  private Optional<Product> product(String gtin) {
    Optional<Product> known = products.get(gtin);
    if (known != null) {
      return known;
    }
    List<PackedProduct> found = catalogue.byBarcode(gtin);
    Optional<Product> product =
        found.size() == 1 ? Optional.of(found.getFirst().product()) : Optional.empty();
    if (products.size() < REMEMBERED_MAX) {
      products.put(gtin, product);
    }
    return product;
  }

  private static Optional<SerialNumber> serial(String text) {
    try {
      return Optional.of(new SerialNumber(text));
    } catch (InvalidValue notOne) {
      return Optional.empty();
    }
  }
}
