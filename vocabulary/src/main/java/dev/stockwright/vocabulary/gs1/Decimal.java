package dev.stockwright.vocabulary.gs1;

import java.math.BigDecimal;

/// A number with an implied decimal point, exact: `1250` with scale 3 is 1.250.
///
/// @param unscaled the digits as they stand on the label, below zero where a minus stands there
/// @param scale how many of them are behind the point, 0 to 9
public record Decimal(long unscaled, int scale) {
  public Decimal {
    if (scale < 0 || scale > 9) {
      throw new IllegalArgumentException("scale: " + scale);
    }
  }

  /// The same number for calculations.
  public BigDecimal toBigDecimal() {
    return BigDecimal.valueOf(unscaled, scale);
  }

  /// With a point and all digits behind it, as `1.250`.
  @Override
  public String toString() {
    return toBigDecimal().toPlainString();
  }
}
