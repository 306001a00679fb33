package dev.stockwright.client.workflow.receiving;

import dev.stockwright.client.known.PackLevel;
import dev.stockwright.client.known.Product;
import dev.stockwright.client.workflow.Label;
import dev.stockwright.client.workflow.Scene;
import dev.stockwright.client.workflow.Sighting;
import dev.stockwright.vocabulary.HandlingUnit;
import dev.stockwright.vocabulary.LotCode;
import dev.stockwright.vocabulary.Quantity;
import dev.stockwright.vocabulary.SerialNumber;
import dev.stockwright.vocabulary.Sku;
import io.avaje.jsonb.Json;
import java.time.LocalDate;
import java.util.Optional;

/// Goods that were scanned and are not in yet, as small as they can be written down. What else is
/// known of the product stands in the books.
///
/// @param pack the name of what was scanned, such as `case`
/// @param packed base units in one of them
/// @param unit the handling unit that their label names
/// @param count how many packs the label says
/// @param times how many of them, as keyed in
@Json(naming = Json.Naming.LowerUnderscore)
public record Load(
    Sku sku,
    String pack,
    long packed,
    Optional<LotCode> lot,
    Optional<SerialNumber> serial,
    Optional<LocalDate> expiry,
    Optional<HandlingUnit> unit,
    long count,
    long times) {

  static Load of(Sighting.Goods goods, long times) {
    Label label = goods.label();
    return new Load(
        goods.product().sku(),
        goods.pack().name(),
        goods.pack().units(),
        label.lot(),
        label.serial(),
        label.expiry(),
        label.handlingUnit(),
        label.count(),
        times);
  }

  /// Base units of the whole; 0 when that is no number that we can count with.
  long units() {
    try {
      long packs = Math.multiplyExact(times, count);
      long units = Math.multiplyExact(packs, packed);
      return units > Quantity.MAX ? 0 : units;
    } catch (ArithmeticException tooMany) {
      return 0;
    }
  }

  PackLevel level() {
    return new PackLevel(pack, packed);
  }

  /// As the books have it; a product that is gone keeps its number.
  Product product(Scene scene) {
    return scene
        .books()
        .product(sku)
        .orElseGet(() -> new Product(sku, sku.code(), "each", false, false));
  }

  Load with(LotCode read) {
    return new Load(sku, pack, packed, Optional.of(read), serial, expiry, unit, count, times);
  }

  Load with(SerialNumber read) {
    return new Load(sku, pack, packed, lot, Optional.of(read), expiry, unit, count, times);
  }

  Load with(LocalDate day) {
    return new Load(sku, pack, packed, lot, serial, Optional.of(day), unit, count, times);
  }

  /// So many of the packed thing, whatever the label says.
  Load counted(long keyed) {
    return new Load(sku, pack, packed, lot, serial, expiry, unit, keyed, times);
  }

  /// With what another label of the same goods says, where this one says nothing.
  Load or(Label label) {
    return new Load(
        sku,
        pack,
        packed,
        lot.or(label::lot),
        serial.or(label::serial),
        expiry.or(label::expiry),
        unit.or(label::handlingUnit),
        count,
        times);
  }
}
