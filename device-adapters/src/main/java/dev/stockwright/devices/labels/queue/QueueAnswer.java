package dev.stockwright.devices.labels.queue;

import dev.stockwright.devices.reasons.Told;

/// What the print queue says to a wish.
public sealed interface QueueAnswer {
  /// Done; for a new job its number.
  record Done(long number) implements QueueAnswer {}

  /// @param code stable, such as `queue_full`
  /// @param told for people; says what to do
  record Refused(String code, Told told) implements QueueAnswer {
    /// In English, for logs and terminals.
    public String sentence() {
      return told.sentence();
    }
  }
}
