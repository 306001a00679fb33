package dev.stockwright.simulator.bench;

import java.time.Duration;
import org.HdrHistogram.Histogram;

/// What one run did.
///
/// @param done movements that the caller has seen answered as accepted, all durable
/// @param failed answers that were anything else
/// @param micros answer time of each call in microseconds
record Run(long done, long failed, Duration took, Histogram micros) {
  double perSecond() {
    return done / (took.toNanos() / 1e9);
  }

  double millis(double percentile) {
    return micros.getValueAtPercentile(percentile) / 1000.0;
  }

  /// Up to a minute, to three digits.
  static Histogram histogram() {
    return new Histogram(60_000_000L, 3);
  }

  static long micros(long fromNanos, long toNanos) {
    return Math.clamp((toNanos - fromNanos) / 1000, 0, 60_000_000L);
  }
}
