package dev.stockwright.devices.scales;

import java.math.BigDecimal;
import java.util.OptionalLong;

/// A weight exactly as a scale showed it: `12.340 kg` is 12340 with scale 3 in kg.
///
/// @param unscaled the digits without the decimal point
/// @param scale how many of them stand behind it, 0 to 6
public record Weight(long unscaled, int scale, WeightUnit unit) {
  public Weight {
    if (scale < 0 || scale > 6) {
      throw new IllegalArgumentException("scale " + scale);
    }
  }

  /// In whole grams where it is exactly that; empty where it would have to be rounded. Nobody's
  /// rule but the caller's may round goods.
  public OptionalLong wholeGrams() {
    BigDecimal grams = value().multiply(unit.grams()).stripTrailingZeros();
    return grams.scale() <= 0 && grams.precision() - grams.scale() <= 18
        ? OptionalLong.of(grams.longValueExact())
        : OptionalLong.empty();
  }

  /// In its own unit.
  public BigDecimal value() {
    return BigDecimal.valueOf(unscaled, scale);
  }

  public boolean negative() {
    return unscaled < 0;
  }

  /// Such as `12.340 kg`, with a point in every language.
  @Override
  public String toString() {
    return value().toPlainString() + " " + unit.symbol();
  }
}
