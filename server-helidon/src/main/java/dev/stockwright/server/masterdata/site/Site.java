package dev.stockwright.server.masterdata.site;

import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.Quantity;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// What is known of a site before any goods move. Nothing in it is there twice; what it refers to
/// is in it or in the database already.
public record Site(
    List<Warehouse> warehouses,
    List<Location> locations,
    List<Product> products,
    List<Barcode> barcodes,
    List<Minimum> minimums,
    List<PurchaseOrder> purchaseOrders) {

  /// @throws SiteUnfit when something is there twice
  public Site {
    warehouses = once("warehouse", warehouses, Warehouse::code);
    locations = once("location", locations, l -> l.warehouse() + " " + l.code());
    products = once("product", products, Product::sku);
    barcodes = once("barcode", barcodes, Barcode::code);
    minimums = once("minimum", minimums, m -> m.warehouse() + " " + m.sku());
    purchaseOrders = once("purchase order", purchaseOrders, PurchaseOrder::number);
  }

  private static <T> List<T> once(String what, List<T> all, Function<T, Object> key) {
    Set<Object> seen = HashSet.newHashSet(all.size());
    for (T one : all) {
      if (!seen.add(key.apply(one))) {
        throw new SiteUnfit("The " + what + " " + key.apply(one) + " is there twice; keep one");
      }
    }
    return List.copyOf(all);
  }

  /// @param receivingLocation where goods go that are received without a place; one of its
  ///     locations
  public record Warehouse(
      WarehouseCode code, String name, ZoneId timeZone, LocationCode receivingLocation) {}

  /// A real place in a warehouse.
  ///
  /// @param zone the group of places that is worked together; may be empty
  public record Location(WarehouseCode warehouse, LocationCode code, String zone, Kind kind) {}

  /// What a place is for.
  public enum Kind {
    BIN,
    DOCK,
    STAGING;

    /// As it is written in tables and files.
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// @param unit the base unit that quantities count, such as `piece`
  /// @param lotTracked goods are kept apart by lot
  /// @param serialTracked goods are kept by single piece
  public record Product(
      Sku sku, String name, String unit, boolean lotTracked, boolean serialTracked) {}

  /// A code that stands for a product at one pack level.
  ///
  /// @param code a GTIN of 14 digits or any other text, as a scanner delivers it
  /// @param units base units in one such pack
  public record Barcode(String code, Sku sku, Pack pack, long units) {
    public Barcode {
      if (code.isBlank() || units < 1) {
        throw new SiteUnfit(
            "The barcode \"" + code + "\" of " + sku + " needs a code and at least 1 unit");
      }
    }
  }

  /// The level of packing that a barcode is on.
  public enum Pack {
    EACH,
    INNER,
    CASE,
    PALLET;

    /// As it is written in tables and files.
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// Below this, a product is low in a warehouse.
  ///
  /// @param lowAt base units; 0 for never
  public record Minimum(WarehouseCode warehouse, Sku sku, long lowAt) {
    public Minimum {
      if (lowAt < 0 || lowAt > Quantity.MAX) {
        throw new SiteUnfit("The minimum of " + sku + " in " + warehouse + " is " + lowAt);
      }
    }
  }

  /// What a supplier has been asked to bring.
  public record PurchaseOrder(
      Reference number,
      WarehouseCode warehouse,
      String supplier,
      Optional<LocalDate> expectedOn,
      List<Line> lines) {
    public PurchaseOrder {
      lines = once("line", lines, l -> number + " line " + l.line());
      once("product", lines, l -> number + " " + l.sku());
    }
  }

  /// @param line counted from 1
  /// @param overPercent how much more than ordered is taken in without asking, in percent of it
  public record Line(int line, Sku sku, Quantity ordered, int overPercent) {
    public Line {
      if (line < 1 || overPercent < 0 || overPercent > 100) {
        throw new SiteUnfit(
            "Line " + line + " needs a number from 1 and over-receipt from 0 to 100 percent");
      }
    }
  }
}
