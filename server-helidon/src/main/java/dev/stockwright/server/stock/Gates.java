package dev.stockwright.server.stock;

import dev.stockwright.protocol.Refusal;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import java.util.List;
import java.util.Optional;

/// What is closed at the moment, as rules see it.
public interface Gates {
  /// Which way goods go past the edge of a location.
  enum Way {
    IN,
    OUT
  }

  /// Why nothing may be put there, or taken from there; empty when it may, also of what is not
  /// known.
  Optional<Refusal> barred(WarehouseCode warehouse, LocationCode location, Way way);

  /// False when no more of the product should come in or be promised.
  boolean active(Sku sku);

  /// What one of a kit is made of, as far as is known here; nothing when the product is no kit. A
  /// kit lies on no shelf.
  List<Sku> components(Sku sku);
}
