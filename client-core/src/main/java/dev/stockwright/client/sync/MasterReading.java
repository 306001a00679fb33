package dev.stockwright.client.sync;

import dev.stockwright.client.known.Balance;
import dev.stockwright.client.known.CodedProduct;
import dev.stockwright.client.known.OpenOrder;
import dev.stockwright.client.known.OrderLine;
import dev.stockwright.client.known.PackLevel;
import dev.stockwright.client.known.Place;
import dev.stockwright.client.known.Product;
import dev.stockwright.vocabulary.Condition;
import dev.stockwright.vocabulary.HandlingUnit;
import dev.stockwright.vocabulary.LotCode;
import dev.stockwright.vocabulary.Sku;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Master data as the server lists it, brought to the device's own values.
final class MasterReading {
  private MasterReading() {}

  static CodedProduct product(WireLists.Product sent) {
    Product product =
        new Product(
            sent.sku(),
            sent.name(),
            sent.unit() == null ? "each" : sent.unit(),
            sent.category() == null ? "" : sent.category(),
            sent.lotTracked(),
            sent.serialTracked(),
            sent.expiryTracked(),
            sent.active() == null || sent.active());
    List<WireLists.Barcode> barcodes = sent.barcodes() == null ? List.of() : sent.barcodes();
    return new CodedProduct(
        product,
        barcodes.stream()
            .filter(barcode -> barcode.units() > 0)
            .map(b -> new CodedProduct.Barcode(b.code(), new PackLevel(b.pack(), b.units())))
            .toList());
  }

  static Balance balance(WireLists.Balance sent) {
    return new Balance(
        sent.sku(),
        sent.location(),
        Optional.ofNullable(sent.lot()).map(LotCode::new),
        Optional.ofNullable(sent.handlingUnit()).map(HandlingUnit::new),
        Condition.of(sent.condition()),
        sent.owner() == null ? "" : sent.owner(),
        sent.quantity(),
        Optional.ofNullable(sent.expiry()));
  }

  static Place place(WireLists.Location sent) {
    Place.Spot spot = new Place.Spot(sent.xMm(), sent.yMm(), sent.zMm());
    boolean measured = spot.xMm() != 0 || spot.yMm() != 0 || spot.zMm() != 0;
    return new Place(
        sent.code(),
        sent.zone() == null ? "" : sent.zone(),
        sent.kind(),
        sent.pickSequence(),
        measured ? Optional.of(spot) : Optional.empty(),
        Place.Mixing.of(sent.mixing() == null ? "any" : sent.mixing()),
        new Place.Gate(
            sent.lockedIn(),
            sent.lockedOut(),
            Optional.ofNullable(sent.lockReason()),
            sent.active() == null || sent.active()),
        Optional.ofNullable(sent.capacityUnits()));
  }

  /// Lines of one product count together.
  static OpenOrder order(WireLists.PurchaseOrder sent, Instant asked) {
    Map<Sku, OrderLine> lines = new LinkedHashMap<>();
    for (WireLists.Line line : sent.lines() == null ? List.<WireLists.Line>of() : sent.lines()) {
      String name = line.name() == null ? line.sku().code() : line.name();
      long tolerance = tolerance(line.ordered(), line.overPercent());
      long allowed = line.ordered() + Math.max(tolerance, line.overAllowed());
      OrderLine one = new OrderLine(line.sku(), name, line.ordered(), line.received(), allowed);
      lines.merge(
          line.sku(),
          one,
          (a, b) ->
              new OrderLine(
                  a.sku(),
                  a.name(),
                  a.ordered() + b.ordered(),
                  a.received() + b.received(),
                  a.allowed() + b.allowed()));
    }
    return new OpenOrder(
        sent.number(),
        sent.supplier() == null ? "" : sent.supplier(),
        Optional.ofNullable(sent.expectedOn()),
        List.copyOf(lines.values()),
        asked);
  }

  private static long tolerance(long ordered, @Nullable BigDecimal percent) {
    return percent == null // left out: none
        ? 0
        : percent
            .multiply(BigDecimal.valueOf(ordered))
            .divide(BigDecimal.valueOf(100), 0, RoundingMode.FLOOR)
            .longValue();
  }
}
