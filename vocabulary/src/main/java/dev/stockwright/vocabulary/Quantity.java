package dev.stockwright.vocabulary;

/// A count of a product's base unit: whole, from 1 to [#MAX]. Weighed goods count grams.
public record Quantity(long units) implements Comparable<Quantity> {
  /// The largest quantity of one command; ten of these still fit an `int` nowhere, a `long` always.
  public static final long MAX = 1_000_000_000L;

  public Quantity {
    if (units < 1 || units > MAX) {
      throw new InvalidValue(
          "invalid_quantity",
          "quantity " + units + " is not a whole number from 1 to 1000000000; give one that is");
    }
  }

  @Override
  public int compareTo(Quantity other) {
    return Long.compare(units, other.units);
  }

  @Override
  public String toString() {
    return Long.toString(units);
  }
}
