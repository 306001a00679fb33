package dev.stockwright.server.desk;

import java.time.Duration;

/// How the desk works.
///
/// @param writers threads that each hold one transaction; as many as cores
/// @param batchMax envelopes of one transaction
/// @param gatherTo envelopes until which a writer takes further lanes into its transaction, at most
/// @param queueMax envelopes that may wait for one warehouse; beyond it the desk says "busy"
/// @param linger how long the first envelope waits for company at most, where some can come
/// @param deadline how long an envelope is tried before it is deferred
public record DeskSettings(
    int writers, int batchMax, int gatherTo, int queueMax, Duration linger, Duration deadline) {
  public DeskSettings {
    if (writers < 1
        || batchMax < 1
        || gatherTo > batchMax
        || queueMax < batchMax
        || linger.isNegative()) {
      throw new IllegalArgumentException("desk settings " + writers + " " + batchMax);
    }
  }

  /// For a small machine.
  public static DeskSettings standard() {
    return new DeskSettings(2, 1024, 64, 8192, Duration.ofMillis(1), Duration.ofSeconds(5));
  }
}
