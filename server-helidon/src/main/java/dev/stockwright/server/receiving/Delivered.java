package dev.stockwright.server.receiving;

import dev.stockwright.server.putaway.Goods;
import dev.stockwright.server.putaway.ProductCard;
import dev.stockwright.vocabulary.Condition;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.SerialNumber;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// Goods of one product that have come: one lot, or pieces with serial numbers.
record Delivered(ProductCard card, List<Pile> piles, Optional<LocalDate> expiry) {
  Delivered {
    piles = List.copyOf(piles);
  }

  /// Some of it.
  ///
  /// @param lot or serial number; empty: none
  record Pile(String lot, long units) {}

  /// Where and how they are taken in.
  ///
  /// @param handlingUnit empty: loose
  /// @param reason what is wrong with them, or why they came back; empty: nothing was said
  record Place(LocationCode at, String handlingUnit, Condition condition, String reason) {}

  /// As somebody said it: the serial numbers when there are any, else one lot.
  static Delivered of(
      ProductCard card,
      long units,
      String lot,
      List<SerialNumber> serials,
      Optional<LocalDate> expiry) {
    return new Delivered(
        card,
        serials.isEmpty()
            ? List.of(new Pile(lot, units))
            : serials.stream().map(serial -> new Pile(serial.code(), 1)).toList(),
        expiry);
  }

  long units() {
    return piles.stream().mapToLong(Pile::units).sum();
  }

  /// The same as goods that look for a bin; pieces are looked at together.
  Goods.Part part() {
    String lot = piles.size() == 1 ? piles.getFirst().lot() : "";
    return new Goods.Part(card, card.tracking().serial() ? "" : lot, units());
  }
}
