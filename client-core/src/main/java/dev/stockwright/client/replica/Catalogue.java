package dev.stockwright.client.replica;

import dev.stockwright.client.known.CodedProduct;
import dev.stockwright.client.known.OpenOrder;
import dev.stockwright.client.known.PackLevel;
import dev.stockwright.client.known.PackedProduct;
import dev.stockwright.client.known.Place;
import dev.stockwright.client.known.Product;
import dev.stockwright.client.store.DeviceStore;
import dev.stockwright.client.store.Notes;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Products, barcodes, locations and open purchase orders of the site, in the device's store; known
/// in a dead spot too. A look-up is one or two reads by key.
///
/// It is renewed page by page under a mark: what a whole renewal did not bring goes at its end, and
/// a renewal that breaks off takes nothing away.
public final class Catalogue {
  private final DeviceStore store;

  public Catalogue(DeviceStore store) {
    this.store = store;
  }

  /// What a barcode stands for; more than one where two products carry the same code.
  ///
  /// @param code a GTIN of 14 digits, or any other text
  public List<PackedProduct> byBarcode(String code) {
    return store.read(connection -> CatalogueRows.byBarcode(connection, code));
  }

  /// The barcodes of a product, smallest pack first.
  public List<CodedProduct.Barcode> barcodes(Sku sku) {
    return store.read(connection -> CatalogueRows.barcodes(connection, sku));
  }

  /// How a product is packed, smallest first; one of its own is always there.
  public List<PackLevel> packs(Sku sku) {
    return Stream.concat(Stream.of(PackLevel.EACH), barcodes(sku).stream().map(b -> b.pack()))
        .distinct()
        .sorted(Comparator.comparingLong(PackLevel::units))
        .toList();
  }

  public Optional<Product> product(Sku sku) {
    return store.read(connection -> CatalogueRows.product(connection, sku));
  }

  public Optional<Place> place(WarehouseCode warehouse, LocationCode location) {
    return store.read(connection -> PlaceRows.place(connection, warehouse, location));
  }

  /// All places of a kind, such as `cart`, in the order of the way.
  public List<Place> places(WarehouseCode warehouse, String kind) {
    return store.read(connection -> PlaceRows.places(connection, warehouse, kind));
  }

  public Optional<OpenOrder> order(WarehouseCode warehouse, Reference number) {
    return orders(warehouse, "o.number = ?", number.code()).stream().findFirst();
  }

  /// The open orders that want a product.
  public List<OpenOrder> ordersWith(WarehouseCode warehouse, Sku sku) {
    String wanted = "o.number IN (SELECT number FROM purchase_order_line WHERE sku = ?)";
    return orders(warehouse, wanted, sku.code());
  }

  public List<OpenOrder> openOrders(WarehouseCode warehouse) {
    return orders(warehouse, "? = ''", "");
  }

  private List<OpenOrder> orders(WarehouseCode warehouse, String where, String value) {
    return store.read(connection -> CatalogueRows.orders(connection, warehouse, where, value));
  }

  /// Begins a renewal.
  public long newMark() {
    return store.write(
        connection -> {
          long mark = Notes.find(connection, "catalogue_mark").map(Long::parseLong).orElse(0L) + 1;
          Notes.put(connection, "catalogue_mark", Long.toString(mark));
          return mark;
        });
  }

  public void putProducts(long mark, List<CodedProduct> products) {
    write(connection -> CatalogueRows.putProducts(connection, products, mark));
  }

  public void endProducts(long mark) {
    write(connection -> CatalogueRows.endProducts(connection, mark));
  }

  /// How far the products are known, as the server marked it; absent when all are to be asked for.
  ///
  /// @param epoch of the warehouse's stream: after a backup was put back, marks mean nothing
  /// @param since all must have been asked for after this
  public Optional<String> productMark(long epoch, Instant since) {
    return store.read(
        connection -> {
          Optional<String> of = Notes.find(connection, "products_of");
          Optional<String> whole = Notes.find(connection, "products_whole_at");
          boolean good =
              of.filter(Long.toString(epoch)::equals).isPresent()
                  && whole.filter(at -> Instant.parse(at).isAfter(since)).isPresent();
          return good ? Notes.find(connection, "products_mark") : Optional.empty();
        });
  }

  /// The products are known up to `mark`.
  ///
  /// @param wholeAt when all were asked for, if this time they were
  public void markProducts(long epoch, String mark, Optional<Instant> wholeAt) {
    write(
        connection -> {
          boolean marked = Notes.put(connection, "products_mark", mark);
          marked &= Notes.put(connection, "products_of", Long.toString(epoch));
          if (wholeAt.isPresent()) {
            marked &= Notes.put(connection, "products_whole_at", wholeAt.get().toString());
          }
          assert marked;
        });
  }

  public void putPlaces(long mark, WarehouseCode warehouse, List<Place> places) {
    write(connection -> PlaceRows.put(connection, warehouse, places, mark));
  }

  public void endPlaces(long mark, WarehouseCode warehouse) {
    write(connection -> CatalogueRows.endOf(connection, "location", warehouse, mark));
  }

  public void putOrders(long mark, WarehouseCode warehouse, List<OpenOrder> orders) {
    write(connection -> CatalogueRows.putOrders(connection, warehouse, orders, mark));
  }

  /// Keeps orders as they are, although they were read again.
  public void keepOrders(long mark, WarehouseCode warehouse, List<Reference> orders) {
    write(connection -> CatalogueRows.keepOrders(connection, warehouse, orders, mark));
  }

  public void endOrders(long mark, WarehouseCode warehouse) {
    write(connection -> CatalogueRows.endOf(connection, "purchase_order", warehouse, mark));
  }

  private interface Change {
    void on(Connection connection) throws SQLException;
  }

  private void write(Change change) {
    Boolean done =
        store.write(
            connection -> {
              change.on(connection);
              return true;
            });
    assert done;
  }
}
