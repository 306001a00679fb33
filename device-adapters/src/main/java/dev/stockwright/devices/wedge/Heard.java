package dev.stockwright.devices.wedge;

import dev.stockwright.devices.reasons.Told;

/// What a [WedgeDetector] made of the strokes.
public sealed interface Heard {
  /// How a burst ended.
  enum Ending {
    ENTER,
    TAB,
    SUFFIX,
    SILENCE,
    /// The prefix of the next scan.
    NEXT_PREFIX
  }

  /// A whole scan.
  ///
  /// @param text without prefix, suffix and ending, substitutes replaced by GS
  /// @param typed the characters as they were typed, prefix and suffix included
  record Scanned(String text, String typed, Ending ending) implements Heard {}

  /// One character typed by a person.
  ///
  /// @param alone no other key within [WedgeSettings#silence] before or after it
  record Typed(char character, boolean alone) implements Heard {}

  /// Enter, pressed by a person.
  record Entered() implements Heard {}

  /// A key that was kept back because a scanner may use it, but a person pressed it.
  record Handed(WedgeKey key) implements Heard {}

  /// A burst that is no scan.
  ///
  /// @param code stable: `too_long`, `unfinished`
  /// @param told for people; says what to do
  /// @param typed what came, cut at [WedgeDetector#BURST_MAX]
  record Refused(String code, Told told, String typed) implements Heard {}
}
