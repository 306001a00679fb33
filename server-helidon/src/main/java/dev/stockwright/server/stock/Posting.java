package dev.stockwright.server.stock;

import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.ReasonCode;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;

/// A movement that a rule decided on.
///
/// @param goods what is moved; its location is where it comes from
/// @param quantity base units, above 0
/// @param expiry of the lot, when the receipt brought it
/// @param reverses the number of the movement that this one reverses
/// @param unitCost what one unit cost, when the goods that come in bring it; else the books know
public record Posting(
    WarehouseCode warehouse,
    Sku sku,
    PileKey goods,
    LocationCode to,
    long quantity,
    ReasonCode reason,
    Optional<Reference> reference,
    Optional<LocalDate> expiry,
    OptionalLong reverses,
    OptionalLong unitCost) {
  public Posting {
    if (unitCost.orElse(0) < 0) {
      throw new IllegalArgumentException("unit cost " + unitCost);
    }
    if (quantity <= 0 || goods.location().equals(to)) {
      throw new IllegalArgumentException(
          "posting of " + quantity + " from " + goods.location() + " to " + to);
    }
  }

  /// The same where the books know what the goods cost.
  public Posting(
      WarehouseCode warehouse,
      Sku sku,
      PileKey goods,
      LocationCode to,
      long quantity,
      ReasonCode reason,
      Optional<Reference> reference,
      Optional<LocalDate> expiry,
      OptionalLong reverses) {
    this(
        warehouse,
        sku,
        goods,
        to,
        quantity,
        reason,
        reference,
        expiry,
        reverses,
        OptionalLong.empty());
  }

  /// The same goods, which cost so much a unit.
  public Posting costing(long cost) {
    return new Posting(
        warehouse,
        sku,
        goods,
        to,
        quantity,
        reason,
        reference,
        expiry,
        reverses,
        OptionalLong.of(cost));
  }

  /// Where the goods come from.
  public LocationCode from() {
    return goods.location();
  }
}
