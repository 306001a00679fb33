package dev.stockwright.client.words;

import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.VirtualLocation;
import java.util.Optional;

/// From where to where goods went, in words.
public final class WayTexts {
  private WayTexts() {}

  /// Such as `Supplier to DOCK-1`; a place that is none in the hall is called what it stands for.
  public static Text of(LocationCode from, LocationCode to) {
    return Text.of(
        StockPhrase.WAY,
        named(from).<Object>map(Text.Start::new).orElse(from),
        named(to).<Object>map(text -> text).orElse(to));
  }

  private static Optional<Text> named(LocationCode place) {
    return VirtualLocation.of(place).map(at -> Text.of(phrase(at)));
  }

  private static StockPhrase phrase(VirtualLocation location) {
    return switch (location) {
      case SUPPLIER -> StockPhrase.SUPPLIER;
      case CUSTOMER -> StockPhrase.CUSTOMER;
      case IN_TRANSIT -> StockPhrase.IN_TRANSIT;
      case LOST_AND_FOUND -> StockPhrase.LOST_AND_FOUND;
      case SCRAP -> StockPhrase.SCRAP;
      case UNRECONCILED -> StockPhrase.UNRECONCILED;
    };
  }
}
