package dev.stockwright.protocol;

import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.WarehouseCode;
import io.avaje.jsonb.Json;

/// Why goods cannot be taken from a location or put there.
public sealed interface MoveRefusal extends WorkRefusal {
  /// There is no room.
  ///
  /// @param what `units`, `grams` or `millilitres`
  /// @param room how much would still fit
  /// @param wanted how much should be put there
  @Json(naming = Json.Naming.LowerUnderscore)
  record LocationFull(
      WarehouseCode warehouse, LocationCode location, String what, long room, long wanted)
      implements MoveRefusal {
    @Override
    public String sentence() {
      return "Location "
          + location
          + " has room for "
          + room
          + " "
          + what
          + ", not for "
          + wanted
          + ". Use another location.";
    }
  }

  /// What lies there must not be mixed with this.
  ///
  /// @param rule `one_product` or `one_lot`
  /// @param present what lies there
  /// @param given what should be put there
  @Json(naming = Json.Naming.LowerUnderscore)
  record MixingForbidden(
      WarehouseCode warehouse, LocationCode location, String rule, String present, String given)
      implements MoveRefusal {
    @Override
    public String sentence() {
      return "Location "
          + location
          + " holds "
          + present
          + " and takes "
          + (rule.equals("one_lot") ? "one lot" : "one product")
          + " only, not "
          + given
          + ". Use another location.";
    }
  }
}
