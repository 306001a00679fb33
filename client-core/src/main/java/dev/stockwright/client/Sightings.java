package dev.stockwright.client;

import dev.stockwright.client.known.KnownUnit;
import dev.stockwright.client.known.OpenOrder;
import dev.stockwright.client.known.PackLevel;
import dev.stockwright.client.known.PackedProduct;
import dev.stockwright.client.known.Place;
import dev.stockwright.client.known.Product;
import dev.stockwright.client.replica.Balances;
import dev.stockwright.client.replica.Catalogue;
import dev.stockwright.client.replica.OwnReceipts;
import dev.stockwright.client.workflow.Label;
import dev.stockwright.client.workflow.Sighting;
import dev.stockwright.vocabulary.HandlingUnit;
import dev.stockwright.vocabulary.Identified;
import dev.stockwright.vocabulary.InvalidValue;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Adds to what was read what the device knows about it, from its own store alone.
final class Sightings {
  private final Catalogue catalogue;
  private final Balances balances;
  private final OwnReceipts receipts;
  private final WarehouseCode warehouse;

  Sightings(Catalogue catalogue, Balances balances, OwnReceipts receipts, WarehouseCode warehouse) {
    this.catalogue = catalogue;
    this.balances = balances;
    this.receipts = receipts;
    this.warehouse = warehouse;
  }

  Sighting of(Identified identified) {
    return switch (identified) {
      case Identified.TradeItem item -> {
        Label label =
            new Label(
                item.lot(), item.serial(), item.expiry(), Optional.empty(), item.count().orElse(1));
        yield goods(item.gtin().digits(), label, false);
      }
      case Identified.LogisticUnit unit ->
          unit.content()
              .map(c -> content(c, Optional.of(new HandlingUnit(unit.sscc().digits()))))
              .orElseGet(() -> unit(new HandlingUnit(unit.sscc().digits())));
      case Identified.Contained contained -> content(contained.content(), Optional.empty());
      case Identified.PlainCode plain -> plain(plain.text().strip());
      case Identified.Unreadable unreadable -> new Sighting.Unreadable(unreadable.message());
    };
  }

  /// A product that a person chose from a list, loose.
  Optional<Sighting> of(Sku sku) {
    return catalogue
        .product(sku)
        .map(product -> goods(new PackedProduct(product, PackLevel.EACH), Label.NONE));
  }

  /// A purchase order that a person chose from a list.
  Optional<Sighting> of(Reference order) {
    return catalogue
        .order(warehouse, order)
        .map(found -> new Sighting.Document(receipts.brought(found)));
  }

  private Sighting unit(HandlingUnit code) {
    return new Sighting.Unit(code, balances.unit(code));
  }

  private Sighting content(Identified.Content content, Optional<HandlingUnit> unit) {
    Label label =
        new Label(content.lot(), Optional.empty(), content.expiry(), unit, content.count());
    return goods(content.gtin().digits(), label, false);
  }

  private Sighting plain(String text) {
    Optional<Place> place =
        named(text, LocationCode::new).flatMap(code -> catalogue.place(warehouse, code));
    if (place.isPresent()) {
      return new Sighting.AtPlace(place.get());
    }
    Optional<OpenOrder> order =
        named(text, Reference::new).flatMap(number -> catalogue.order(warehouse, number));
    if (order.isPresent()) {
      return new Sighting.Document(receipts.brought(order.get()));
    }
    Optional<KnownUnit> unit = named(text, HandlingUnit::new).flatMap(balances::unit);
    if (unit.isPresent()) {
      return new Sighting.Unit(unit.get().code(), unit);
    }
    Optional<Product> product = named(text, Sku::new).flatMap(catalogue::product);
    return product
        .<Sighting>map(p -> goods(new PackedProduct(p, PackLevel.EACH), Label.NONE))
        .orElseGet(() -> goods(text, Label.NONE, true));
  }

  private static <T> Optional<T> named(String text, Function<String, T> noun) {
    try {
      return Optional.of(noun.apply(text));
    } catch (InvalidValue notOne) {
      return Optional.empty();
    }
  }

  private Sighting goods(String barcode, Label label, boolean plain) {
    List<PackedProduct> found = catalogue.byBarcode(barcode);
    return switch (found.size()) {
      case 0 -> new Sighting.Unknown(barcode, plain);
      case 1 -> goods(found.getFirst(), label);
      default -> new Sighting.Ambiguous(barcode, found);
    };
  }

  private Sighting goods(PackedProduct packed, Label label) {
    Sku sku = packed.product().sku();
    List<OpenOrder> orders =
        catalogue.ordersWith(warehouse, sku).stream().map(receipts::brought).toList();
    Optional<Instant> seen = label.serial().flatMap(serial -> receipts.received(sku, serial));
    return new Sighting.Goods(packed.product(), packed.pack(), label, orders, seen);
  }
}
