package dev.stockwright.devices.labels.queue;

/// What the print queue says to a wish.
public sealed interface QueueAnswer {
  /// Done; for a new job its number.
  record Done(long number) implements QueueAnswer {}

  /// @param code stable, such as `queue_full`
  /// @param sentence for people; says what to do
  record Refused(String code, String sentence) implements QueueAnswer {}
}
