package dev.stockwright.devices.scales;

import java.math.BigDecimal;
import java.util.Optional;

/// The units in which a warehouse's scales weigh. Pound and ounce are the international ones.
public enum WeightUnit {
  GRAM("g", "1"),
  KILOGRAM("kg", "1000"),
  POUND("lb", "453.59237"),
  OUNCE("oz", "28.349523125");

  private final String symbol;
  private final String grams;

  WeightUnit(String symbol, String grams) {
    this.symbol = symbol;
    this.grams = grams;
  }

  /// As scales write it, such as `kg`.
  public String symbol() {
    return symbol;
  }

  /// How many grams one of it is, exactly.
  BigDecimal grams() {
    return new BigDecimal(grams);
  }

  static Optional<WeightUnit> of(String symbol) {
    for (WeightUnit unit : values()) {
      if (unit.symbol.equals(symbol)) {
        return Optional.of(unit);
      }
    }
    return Optional.empty();
  }
}
