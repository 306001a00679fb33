package dev.stockwright.server.alerts;

import java.time.Duration;
import java.util.Optional;

/// How long an alert may wait for somebody to look at it. Pure.
final class EscalationRules {
  /// Nobody is higher than twice up.
  static final int MAX = 2;

  private static final int WARNINGS_WAIT = 8;

  private EscalationRules() {}

  /// How long it may wait; absent: for ever.
  ///
  /// @param severity 1 critical, 2 warning, 3 notice
  /// @param minutes what is set for a critical one; 0: none is escalated by itself
  static Optional<Duration> patience(int severity, long minutes) {
    if (minutes <= 0 || severity > 2) {
      return Optional.empty();
    }
    return Optional.of(Duration.ofMinutes(severity == 1 ? minutes : minutes * WARNINGS_WAIT));
  }
}
