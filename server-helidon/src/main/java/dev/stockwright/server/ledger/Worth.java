package dev.stockwright.server.ledger;

import java.math.BigInteger;

/// What goods are worth at the moving average of what they cost, in whole units of money: what
/// comes in adds what it cost, what leaves takes its share, the last piece takes all that is left.
/// What nobody can have stays at [Long#MAX_VALUE].
final class Worth {
  /// Nothing is known of the cost.
  static final long UNKNOWN = -1;

  private static final BigInteger MOST = BigInteger.valueOf(Long.MAX_VALUE);

  private Worth() {}

  /// What `quantity` at `cost` each is worth.
  static long of(long quantity, long cost) {
    return Math.multiplyHigh(quantity, cost) == 0 && quantity * cost >= 0
        ? quantity * cost
        : Long.MAX_VALUE;
  }

  static long sum(long one, long other) {
    return one > Long.MAX_VALUE - other ? Long.MAX_VALUE : one + other;
  }

  /// The share that `part` of `all` has in `value`, rounded half up.
  static long share(long value, long part, long all) {
    if (Math.multiplyHigh(value, part) == 0 && value * part >= 0) {
      long product = value * part;
      long whole = product / all;
      return product % all >= all - all / 2 ? whole + 1 : whole;
    }
    BigInteger twice = BigInteger.valueOf(value).multiply(BigInteger.valueOf(part)).shiftLeft(1);
    BigInteger divisor = BigInteger.valueOf(all);
    return twice.add(divisor).divide(divisor.shiftLeft(1)).min(MOST).longValueExact();
  }
}
