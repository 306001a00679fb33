package dev.stockwright.vocabulary;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;

/// What a scan turned out to be, from its own content alone; whether we know the product or the
/// place is asked afterwards.
public sealed interface Identified {
  /// A trade item by its GTIN, with what else the code carries.
  ///
  /// @param count AI 30, pieces of that item; present only on variable-count items
  record TradeItem(
      Gtin gtin,
      Optional<LotCode> lot,
      Optional<SerialNumber> serial,
      Optional<LocalDate> expiry,
      OptionalLong count)
      implements Identified {}

  /// A handling unit by its SSCC, with its content where the label says it (AI 02 with 37).
  record LogisticUnit(Sscc sscc, Optional<Content> content) implements Identified {}

  /// The content of a handling unit without the unit's own number (AI 02 with 37, no 00).
  record Contained(Content content) implements Identified {}

  /// A code with no structure of GS1: a location, a badge, a document, a SKU or a
  /// supplier's own code.
  record PlainCode(String text) implements Identified {}

  /// Cannot be what it claims: a wrong check digit, a broken element string, noise.
  ///
  /// @param code stable, such as `wrong_check_digit`
  /// @param message a sentence for people that says what to do
  /// @param meant what it may mean all the same, for a person to say; only where that is one thing
  record Unreadable(String code, String message, Optional<TradeItem> meant) implements Identified {
    public Unreadable(String code, String message) {
      this(code, message, Optional.empty());
    }
  }

  /// How many of which trade item a handling unit holds.
  record Content(Gtin gtin, long count, Optional<LotCode> lot, Optional<LocalDate> expiry) {}
}
