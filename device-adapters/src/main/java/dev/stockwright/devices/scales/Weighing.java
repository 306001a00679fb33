package dev.stockwright.devices.scales;

import java.time.Instant;

/// What came of asking a scale.
public sealed interface Weighing {
  /// A weight that stood still.
  ///
  /// @param simulated true where no real scale stands behind it
  record Weighed(Weight weight, Instant at, boolean simulated) implements Weighing {}

  /// Zeroed or tared.
  record Adjusted() implements Weighing {}

  /// No weight.
  ///
  /// @param code stable, such as `not_stable`
  /// @param sentence for people; says what to do
  record NotWeighed(String code, String sentence) implements Weighing {}
}
