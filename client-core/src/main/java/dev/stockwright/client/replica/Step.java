package dev.stockwright.client.replica;

/// What the replica needs next from the stream.
public enum Step {
  /// What comes next.
  GO_ON,
  /// A number is missing: subscribe again after the position.
  RESUME,
  /// The position is worth nothing: subscribe again without one, for a snapshot.
  START_OVER
}
