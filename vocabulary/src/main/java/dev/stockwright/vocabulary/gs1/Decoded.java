package dev.stockwright.vocabulary.gs1;

import dev.stockwright.vocabulary.Gtin;
import java.util.Optional;

/// What one code says, before anybody asks what it means in a warehouse.
///
/// @param symbology present when the reader sent an AIM identifier that we know
/// @param text the digits of an EAN (of a UPC-E those of its UPC-A), or the text of a plain code,
///     without the AIM identifier
/// @param elements empty for a plain code; those of the composite component for an EAN
/// @param error present when the code is not what it claims to be
public record Decoded(
    Kind kind,
    Optional<Symbology> symbology,
    String text,
    Elements elements,
    Optional<Malformed> error) {

  /// The form in which the code is written.
  public enum Kind {
    ELEMENT_STRING,
    BRACKETED,
    DIGITAL_LINK,
    EAN,
    PLAIN
  }

  /// The GTIN that the code names, in 14 digits: that of an EAN, or AI 01.
  public Optional<Gtin> gtin() {
    if (error.isPresent()) {
      return Optional.empty();
    }
    return kind == Kind.EAN ? Optional.of(Gtin.of(text)) : elements.value("01").map(Gtin::new);
  }
}
