package dev.stockwright.simulator.stack;

import dev.stockwright.server.masterdata.site.Site;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/// A small site whose products all have a GTIN, so that each can be scanned.
public final class CodedSite {
  public static final WarehouseCode NORTH = new WarehouseCode("NORTH");
  public static final WarehouseCode EAST = new WarehouseCode("EAST");
  public static final LocationCode DOCK = new LocationCode("DOCK-1");
  public static final LocationCode BIN = new LocationCode("A-01");

  private CodedSite() {}

  /// Two warehouses and `products` products.
  public static Site of(int products) {
    List<Site.Warehouse> warehouses = new ArrayList<>();
    List<Site.Location> locations = new ArrayList<>();
    for (WarehouseCode code : List.of(NORTH, EAST)) {
      warehouses.add(new Site.Warehouse(code, "Warehouse " + code, ZoneOffset.UTC, DOCK));
      locations.add(new Site.Location(code, DOCK, "", Site.Kind.DOCK));
      locations.add(new Site.Location(code, BIN, "A", Site.Kind.BIN));
    }
    return new Site(
        warehouses,
        locations,
        IntStream.range(0, products)
            .mapToObj(i -> new Site.Product(sku(i), "Product " + i, "piece", false, false))
            .toList(),
        IntStream.range(0, products)
            .mapToObj(i -> new Site.Barcode("0" + ean(i), sku(i), Site.Pack.EACH, 1))
            .toList(),
        List.of(),
        List.of());
  }

  public static Sku sku(int product) {
    return new Sku("C-" + product);
  }

  /// The 13 digits under the bars of a product, the last one the check digit.
  public static String ean(int product) {
    String digits = String.format(Locale.ROOT, "4012345%05d", product);
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      sum += (digits.charAt(i) - '0') * (i % 2 == 0 ? 1 : 3);
    }
    return digits + (10 - sum % 10) % 10;
  }

  /// What a scanner sends for it: AIM identifier, digits, carriage return.
  public static String scanned(int product) {
    return "]E0" + ean(product) + "\r";
  }
}
