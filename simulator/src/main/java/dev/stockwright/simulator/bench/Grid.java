package dev.stockwright.simulator.bench;

import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/// The products and warehouses of a benchmark; row r is product r / warehouses in warehouse
/// r % warehouses.
record Grid(int products, int warehouses) {
  static final LocationCode BIN = new LocationCode("A-01");

  /// What lies at every dock at the start; more than any run takes away.
  static final long OPENING = 10_000_000;

  int rows() {
    return Math.multiplyExact(products, warehouses);
  }

  WarehouseCode warehouse(int row) {
    return new WarehouseCode(warehouseText(row % warehouses));
  }

  Sku sku(int row) {
    return new Sku(skuText(row / warehouses));
  }

  static String warehouseText(int warehouse) {
    return "W" + (warehouse + 1);
  }

  /// Always 8 characters, so that prepared requests keep their length.
  static String skuText(int product) {
    return String.format(Locale.ROOT, "P%07d", product);
  }

  List<WarehouseCode> allWarehouses() {
    return IntStream.range(0, warehouses)
        .mapToObj(w -> new WarehouseCode(warehouseText(w)))
        .toList();
  }

  List<Sku> allSkus() {
    return IntStream.range(0, products).mapToObj(p -> new Sku(skuText(p))).toList();
  }
}
