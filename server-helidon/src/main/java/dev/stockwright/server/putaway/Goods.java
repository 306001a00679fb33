package dev.stockwright.server.putaway;

import dev.stockwright.vocabulary.Condition;
import dev.stockwright.vocabulary.Sku;
import java.util.List;

/// Goods that look for a bin.
///
/// @param parts one, or the content of a handling unit
/// @param whole they cannot be divided: they stand on a handling unit
public record Goods(List<Part> parts, Condition condition, boolean whole) {
  public Goods {
    parts = List.copyOf(parts);
    if (parts.isEmpty()) {
      throw new IllegalArgumentException("goods without parts");
    }
  }

  /// Some of one product and lot.
  ///
  /// @param lot empty: none, or pieces with serial numbers of their own
  public record Part(ProductCard card, String lot, long units) {
    long grams() {
      return card.unitGrams() * units;
    }

    long ml() {
      return card.unitMl() * units;
    }
  }

  /// Loose goods.
  public static Goods loose(ProductCard card, String lot, long units, Condition condition) {
    return new Goods(List.of(new Part(card, lot, units)), condition, false);
  }

  /// Fewer of the same; they are not whole.
  Goods of(long units) {
    Part part = parts.getFirst();
    return loose(part.card(), part.lot(), units, condition);
  }

  Sku sku() {
    return parts.getFirst().card().sku();
  }

  /// 0: nobody knows.
  long heightMm() {
    return parts.stream()
        .mapToLong(part -> part.card().heightMm(part.units(), whole))
        .max()
        .orElse(0);
  }

  long units() {
    return parts.stream().mapToLong(Part::units).sum();
  }
}
