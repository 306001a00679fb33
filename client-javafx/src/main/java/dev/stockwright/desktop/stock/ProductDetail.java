package dev.stockwright.desktop.stock;

import java.util.List;

/// What the drawer shows of a product beside its row and its movements.
///
/// @param codes pack levels and GTIN, a line each
/// @param where in which locations it lies
public record ProductDetail(StockRow.Key of, List<String> codes, Where where) {
  /// Stock of the product in one location.
  ///
  /// @param note its lot, handling unit or condition; empty for plain available goods
  public record Place(String location, String note, long onHand) {}

  /// Where a product lies; only the server knows.
  public sealed interface Where {
    /// The server is being asked.
    record Asking() implements Where {}

    /// In these locations, in none when empty.
    record Known(List<Place> places) implements Where {
      public Known {
        places = List.copyOf(places);
      }
    }

    /// The server did not answer.
    record Unknown() implements Where {}
  }

  public ProductDetail {
    codes = List.copyOf(codes);
  }

  ProductDetail lying(Where known) {
    return new ProductDetail(of, codes, known);
  }
}
