package dev.stockwright.client;

import dev.stockwright.client.known.EarlierReceipt;
import dev.stockwright.client.known.KnownUnit;
import dev.stockwright.client.known.OpenOrder;
import dev.stockwright.client.known.PackLevel;
import dev.stockwright.client.known.PackedProduct;
import dev.stockwright.client.known.Place;
import dev.stockwright.client.known.Product;
import dev.stockwright.client.replica.Balances;
import dev.stockwright.client.replica.Catalogue;
import dev.stockwright.client.replica.OwnReceipts;
import dev.stockwright.client.replica.Work;
import dev.stockwright.client.replica.WorkKind;
import dev.stockwright.client.workflow.Label;
import dev.stockwright.client.workflow.Sighting;
import dev.stockwright.protocol.CatalogCommand.LearnBarcode;
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
import java.util.stream.Stream;

/// Adds to what was read what the device knows about it, from its own store alone.
final class Sightings {
  private final Catalogue catalogue;
  private final Balances balances;
  private final Work work;
  private final OwnReceipts receipts;
  private final WarehouseCode warehouse;
  private final Function<String, Optional<Sighting.Badge>> badges;

  /// @param badges whose badge a text is, where this device knows the person
  Sightings(SiteBooks books, Function<String, Optional<Sighting.Badge>> badges) {
    this.catalogue = books.catalogue();
    this.balances = books.balances();
    this.work = books.work();
    this.receipts = books.receipts();
    this.warehouse = books.warehouse();
    this.badges = badges;
  }

  Sighting of(Identified identified) {
    return switch (identified) {
      case Identified.TradeItem item -> item(item);
      case Identified.LogisticUnit unit ->
          unit.content()
              .map(c -> content(c, Optional.of(new HandlingUnit(unit.sscc().digits()))))
              .orElseGet(() -> unit(new HandlingUnit(unit.sscc().digits())));
      case Identified.Contained contained -> content(contained.content(), Optional.empty());
      case Identified.PlainCode plain -> plain(plain.text().strip());
      case Identified.Unreadable unreadable ->
          new Sighting.Unreadable(
              unreadable.message(),
              unreadable.meant().map(this::item).flatMap(Sightings::goodsOnly));
    };
  }

  /// What RFID tags stand on.
  TagNames tagNames() {
    return new TagNames(catalogue);
  }

  /// A product that a person chose from a list, loose.
  Optional<Sighting> of(Sku sku) {
    return catalogue
        .product(sku)
        .map(product -> goods(new PackedProduct(product, PackLevel.EACH), Label.NONE));
  }

  private Sighting item(Identified.TradeItem item) {
    Label label =
        new Label(
            item.lot(), item.serial(), item.expiry(), Optional.empty(), item.count().orElse(1));
    return goods(item.gtin().digits(), label, false);
  }

  private static Optional<Sighting.Goods> goodsOnly(Sighting sighting) {
    return sighting instanceof Sighting.Goods goods ? Optional.of(goods) : Optional.empty();
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
    Optional<Sighting> paper = named(text, Reference::new).flatMap(this::paper);
    if (paper.isPresent()) {
      return paper.get();
    }
    Optional<KnownUnit> unit = named(text, HandlingUnit::new).flatMap(balances::unit);
    if (unit.isPresent()) {
      return new Sighting.Unit(unit.get().code(), unit);
    }
    Optional<Product> product = named(text, Sku::new).flatMap(catalogue::product);
    return product
        .<Sighting>map(p -> goods(new PackedProduct(p, PackLevel.EACH), Label.NONE))
        .orElseGet(() -> unlisted(text));
  }

  private Sighting unlisted(String text) {
    Sighting goods = goods(text, Label.NONE, true);
    return goods instanceof Sighting.Unknown
        ? badges
            .apply(text)
            .<Sighting>map(badge -> badge)
            .or(() -> named(text, Reference::new).flatMap(this::order))
            .orElse(goods)
        : goods;
  }

  private Optional<Sighting> paper(Reference number) {
    return Stream.of(Sighting.Paper.Kind.values())
        .filter(kind -> kind(kind).filter(stored -> work.has(stored, number)).isPresent())
        .findFirst()
        .map(kind -> new Sighting.Paper(number, kind));
  }

  private static Optional<WorkKind> kind(Sighting.Paper.Kind kind) {
    return switch (kind) {
      case TASK -> Optional.of(WorkKind.TASK);
      case COUNT -> Optional.of(WorkKind.COUNT);
      case TRANSFER -> Optional.of(WorkKind.TRANSFER);
      case NOTICE -> Optional.of(WorkKind.NOTICE);
      case ORDER -> Optional.empty();
    };
  }

  /// Orders are known by the work there is for them.
  private Optional<Sighting> order(Reference number) {
    boolean known =
        work.tasks().stream().anyMatch(task -> task.reference().equals(number.code()))
            || work.picks().stream().anyMatch(pick -> pick.order().equals(number.code()));
    return known
        ? Optional.of(new Sighting.Paper(number, Sighting.Paper.Kind.ORDER))
        : Optional.empty();
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
      case 0 ->
          work.learnt(barcode)
              .flatMap(this::learnt)
              .<Sighting>map(packed -> goods(packed, label))
              .orElseGet(() -> new Sighting.Unknown(barcode, plain));
      case 1 -> goods(found.getFirst(), label);
      default -> new Sighting.Ambiguous(barcode, found);
    };
  }

  private Optional<PackedProduct> learnt(LearnBarcode learn) {
    PackLevel pack = new PackLevel(learn.pack().orElse("each"), learn.units().orElse(1L));
    return catalogue.product(learn.sku()).map(product -> new PackedProduct(product, pack));
  }

  private Sighting goods(PackedProduct packed, Label label) {
    Sku sku = packed.product().sku();
    List<OpenOrder> orders =
        catalogue.ordersWith(warehouse, sku).stream().map(receipts::brought).toList();
    Optional<Instant> seen =
        label
            .serial()
            .flatMap(serial -> receipts.received(sku, serial))
            .map(EarlierReceipt::moment);
    return new Sighting.Goods(packed.product(), packed.pack(), label, orders, seen);
  }
}
