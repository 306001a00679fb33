package dev.stockwright.server.counting;

/// How much may be put right without a person.
///
/// @param percent of what was expected
/// @param unitsMost and at most so many base units
/// @param valueMost and at most so much money, in the smallest unit of the currency
/// @param unitsFree so many base units whatever the percentage
record Tolerance(long percent, long unitsMost, long valueMost, long unitsFree) {
  /// When nothing is set.
  static final long PERCENT = 5;

  private static final long HUNDRED = 100;

  /// Is a variance small enough? Where nothing was expected, any is too large; so is one that needs
  /// a person for another cause.
  boolean covers(long variance, long expected, long unitCost) {
    long size = Math.abs(variance);
    if (expected <= 0 || size > unitsMost || value(size, unitCost) > valueMost) {
      return false;
    }
    return size <= unitsFree || Math.multiplyHigh(size, HUNDRED) == 0 && within(size, expected);
  }

  private boolean within(long size, long expected) {
    return size * HUNDRED <= expected * percent;
  }

  /// What so many units cost; as much as there is when that is more than a number can hold.
  static long value(long units, long unitCost) {
    return Math.multiplyHigh(units, unitCost) == 0 && units * unitCost >= 0
        ? units * unitCost
        : Long.MAX_VALUE;
  }
}
