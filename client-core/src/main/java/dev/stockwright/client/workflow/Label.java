package dev.stockwright.client.workflow;

import dev.stockwright.vocabulary.HandlingUnit;
import dev.stockwright.vocabulary.LotCode;
import dev.stockwright.vocabulary.SerialNumber;
import java.time.LocalDate;
import java.util.Optional;

/// What a code says about the goods besides which product they are.
///
/// @param count how many of the packed thing; 1 when the code does not say
public record Label(
    Optional<LotCode> lot,
    Optional<SerialNumber> serial,
    Optional<LocalDate> expiry,
    Optional<HandlingUnit> handlingUnit,
    long count) {
  /// A code that says nothing more.
  public static final Label NONE =
      new Label(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), 1);
}
