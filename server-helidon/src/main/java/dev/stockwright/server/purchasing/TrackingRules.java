package dev.stockwright.server.purchasing;

import dev.stockwright.protocol.DocumentRefusal;
import dev.stockwright.protocol.InboundRefusal;
import dev.stockwright.protocol.Refusal;
import dev.stockwright.server.putaway.ProductCard;
import dev.stockwright.server.stock.Usable;
import dev.stockwright.vocabulary.Condition;
import dev.stockwright.vocabulary.LotCode;
import dev.stockwright.vocabulary.SerialNumber;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// What must be known of goods so that they can be kept apart as their product demands. Pure.
public final class TrackingRules {
  private TrackingRules() {}

  /// What was said about some goods.
  ///
  /// @param known the expiry of the lot as it is known already
  public record Told(
      long units,
      Optional<LotCode> lot,
      Optional<LocalDate> expiry,
      Optional<LocalDate> known,
      List<SerialNumber> serials) {
    public Told {
      serials = List.copyOf(serials);
    }

    /// When they expire.
    public Optional<LocalDate> date() {
      return expiry.or(() -> known);
    }
  }

  /// What is missing or does not agree; empty when nothing is.
  public static Optional<Refusal> missing(ProductCard card, Told told) {
    if (card.tracking().serial() && told.serials().isEmpty()) {
      return Optional.of(new InboundRefusal.TrackingMissing(card.sku(), "serials"));
    }
    if (!told.serials().isEmpty() && told.serials().size() != told.units()) {
      return Optional.of(
          new DocumentRefusal.Mismatch(
              "number of serial numbers", "" + told.units(), "" + told.serials().size()));
    }
    if (!card.tracking().serial() && card.tracking().lot() && told.lot().isEmpty()) {
      return Optional.of(new InboundRefusal.TrackingMissing(card.sku(), "lot"));
    }
    if (card.tracking().expiry() && told.date().isEmpty()) {
      return Optional.of(new InboundRefusal.TrackingMissing(card.sku(), "expiry"));
    }
    if (told.expiry().isPresent()
        && told.known().isPresent()
        && !told.known().equals(told.expiry())) {
      return Optional.of(
          new DocumentRefusal.Mismatch(
              "expiry of lot " + told.lot().map(LotCode::code).orElse(""),
              told.known().get().toString(),
              told.expiry().get().toString()));
    }
    return Optional.empty();
  }

  /// Why goods that expire then are not taken in to be used; empty when they are. Goods for which
  /// somebody decides later are taken in however old they are.
  ///
  /// @param today in the warehouse's time zone; the day of expiry itself is still good
  public static Optional<Refusal> tooOld(
      ProductCard card, Optional<LocalDate> expiry, LocalDate today, Condition condition) {
    LocalDate soonest = Usable.goodFrom(today, card.daysLeftMin());
    boolean fine =
        condition != Condition.AVAILABLE || Usable.usable(expiry, today, card.daysLeftMin());
    return expiry
        .filter(day -> !fine)
        .map(day -> new InboundRefusal.LotTooOld(card.sku(), day.toString(), soonest.toString()));
  }
}
