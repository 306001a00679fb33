package dev.stockwright.server.picking;

import dev.stockwright.server.stock.PileKey;
import dev.stockwright.server.stock.Usable;
import dev.stockwright.vocabulary.Condition;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.Sku;
import java.time.LocalDate;
import java.util.Optional;

/// Goods of one kind in one place, with all that decides whether they may be picked.
///
/// @param onHand base units that lie there
/// @param claimed of these, what other picks and replenishments will take
/// @param expiry the last day of the lot
/// @param daysLeft how many days the product must still be good for
/// @param age when they came, in an order of their own: what came earlier is lower
public record Spot(
    Sku sku,
    PileKey key,
    long onHand,
    long claimed,
    Optional<LocalDate> expiry,
    int daysLeft,
    long age,
    Place place) {
  /// The place where they lie.
  ///
  /// @param id its row
  /// @param kind `bin`, `cart`, ...
  /// @param sequence how far along the way through the warehouse; 0: nobody says
  /// @param x millimetres from the site's corner, and so `y`
  /// @param lock why nothing may be taken out; empty: it may
  /// @param doubted somebody is to look whether they are really there
  public record Place(
      int id,
      String kind,
      String zone,
      int sequence,
      int x,
      int y,
      boolean pickFace,
      String lock,
      boolean active,
      boolean doubted) {}

  public LocationCode location() {
    return key.location();
  }

  /// What nobody else will take.
  public long free() {
    return Math.max(0, onHand - claimed);
  }

  /// The same goods when so many more are claimed.
  Spot claim(long more) {
    return new Spot(sku, key, onHand, claimed + more, expiry, daysLeft, age, place);
  }

  /// Why they cannot be picked on that day of the site's calendar, whoever wants them; empty when
  /// they can. The one place that says so.
  public Optional<String> obstacle(LocalDate today) {
    if (key.condition() != Condition.AVAILABLE) {
      return Optional.of("condition is " + key.condition().code());
    }
    if (!key.owner().isEmpty()) {
      return Optional.of("it belongs to " + key.owner());
    }
    if (!place.active()) {
      return Optional.of("the location is not in use");
    }
    if (!place.kind().equals("bin")) {
      return Optional.of("it lies in a " + place.kind() + " location, not in a bin");
    }
    if (!place.lock().isEmpty()) {
      return Optional.of("the bin is locked (" + place.lock() + ")");
    }
    if (!Usable.usable(expiry, today, daysLeft)) {
      return Optional.of(expired(today));
    }
    return Optional.empty();
  }

  /// Why nobody is sent there for them now; empty when they can be given to a pick.
  public Optional<String> hindrance(LocalDate today) {
    return obstacle(today)
        .or(
            () ->
                place.doubted()
                    ? Optional.of("the bin is to be checked after a short pick or a count")
                    : Optional.empty())
        .or(() -> free() == 0 ? Optional.of("others will take all of it") : Optional.empty());
  }

  private String expired(LocalDate today) {
    String day = expiry.map(LocalDate::toString).orElse("");
    return expiry.filter(today::isAfter).isPresent()
        ? "lot " + key.lot() + " expired on " + day
        : "lot " + key.lot() + " expires on " + day + ", in less than " + daysLeft + " days";
  }
}
