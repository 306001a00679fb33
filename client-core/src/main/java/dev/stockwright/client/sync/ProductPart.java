package dev.stockwright.client.sync;

import dev.stockwright.client.known.CodedProduct;
import java.util.List;
import java.util.Optional;

/// A part of the products.
///
/// @param next the cursor of the part after it
/// @param mark who gives it later is told what has changed since this answer
public record ProductPart(List<CodedProduct> items, Optional<String> next, Optional<String> mark) {
  public ProductPart {
    items = List.copyOf(items);
  }
}
