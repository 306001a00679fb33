package dev.stockwright.server.stock;

import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import java.util.List;

/// A reservation as rules see it.
///
/// @param lines one for each warehouse and product, quantities added up
public record Promise(Reference order, PromiseState state, List<Line> lines) {
  /// What is promised of one product in one warehouse.
  public record Line(WarehouseCode warehouse, Sku sku, long quantity) {}
}
