package dev.stockwright.client.workflow.adjusting;

import dev.stockwright.client.known.Balance;
import dev.stockwright.client.known.Product;
import dev.stockwright.client.workflow.Books;
import dev.stockwright.client.workflow.Scene;
import dev.stockwright.client.workflow.adjusting.AdjustingState.Pile;
import dev.stockwright.vocabulary.Condition;
import dev.stockwright.vocabulary.HandlingUnit;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.LotCode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What the books of this device say about piles.
final class Piles {
  private Piles() {}

  /// How many lie there; absent: this device does not know or must not say it.
  static Optional<Long> present(Pile pile, Scene scene) {
    Books books = scene.books();
    if (books.asOf().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        books.in(pile.at()).stream()
            .filter(balance -> counts(balance, pile.product()))
            .filter(balance -> of(balance, pile.product()).equals(pile))
            .mapToLong(Balance::units)
            .sum());
  }

  /// Goods of others are theirs to put right.
  private static boolean counts(Balance balance, Product product) {
    return balance.sku().equals(product.sku()) && balance.owner().isEmpty();
  }

  private static Pile of(Balance balance, Product product) {
    return new Pile(
        balance.location(), product, balance.lot(), balance.unit(), balance.condition());
  }

  /// The piles of a product and lot in a place, the loose one first, which is always among them.
  static List<Pile> among(LocationCode at, Product product, Optional<LotCode> lot, Scene scene) {
    Pile loose = new Pile(at, product, lot, Optional.empty(), Condition.AVAILABLE);
    return Stream.concat(
            Stream.of(loose),
            scene.books().in(at).stream()
                .filter(balance -> counts(balance, product) && balance.lot().equals(lot))
                .map(balance -> of(balance, product)))
        .distinct()
        .toList();
  }

  /// The only place where the goods lie.
  static Optional<LocationCode> only(Product product, Optional<LotCode> lot, Scene scene) {
    List<LocationCode> places =
        scene.books().of(product.sku()).stream()
            .filter(balance -> counts(balance, product) && balance.lot().equals(lot))
            .map(Balance::location)
            .distinct()
            .toList();
    return places.size() == 1 ? Optional.of(places.getFirst()) : Optional.empty();
  }

  /// As a line of the list is chosen.
  static String key(Pile pile) {
    return pile.unit().map(HandlingUnit::code).orElse("") + "/" + pile.condition().code();
  }
}
