package dev.stockwright.protocol;

import dev.stockwright.vocabulary.HandlingUnit;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import io.avaje.jsonb.Json;

/// Why goods are not picked, packed or shipped like this.
public sealed interface PickingRefusal extends WorkRefusal {
  /// The goods are there and must not be picked.
  ///
  /// @param why such as `lot L1 expired on 2026-11-20`
  @Json(naming = Json.Naming.LowerUnderscore)
  record NotPickable(Sku sku, LocationCode location, String why) implements PickingRefusal {
    @Override
    public String sentence() {
      return sku + " in " + location + " cannot be picked: " + why + ". Take other goods.";
    }
  }

  /// The tote belongs to another order.
  @Json(naming = Json.Naming.LowerUnderscore)
  record ToteTaken(HandlingUnit tote, Reference order) implements PickingRefusal {
    @Override
    public String sentence() {
      return "Tote " + tote + " is for order " + order + ". Take an empty tote.";
    }
  }

  /// There is nothing to be brought away or packed at this place.
  @Json(naming = Json.Naming.LowerUnderscore)
  record NothingThere(LocationCode location, String expected) implements PickingRefusal {
    @Override
    public String sentence() {
      return "Nothing in " + location + ". Expected " + expected + ". Scan the place again.";
    }

    @Override
    public Sort sort() {
      return Sort.UNKNOWN;
    }
  }

  /// No other product may go to the customer here.
  @Json(naming = Json.Naming.LowerUnderscore)
  record NoSubstitutes(Sku sku) implements PickingRefusal {
    @Override
    public String sentence() {
      return "Nothing may be sent instead of " + sku + ". Report it short.";
    }
  }
}
