package dev.stockwright.devices.scanner;

import dev.stockwright.devices.reasons.Told;

/// One thing that the wizard found out about a scanner.
///
/// @param code stable, such as `gs_dropped`
/// @param weight how much it matters
/// @param told for people; where something is wrong it says what to do
public record Finding(String code, Weight weight, Told told) {
  /// In English, for logs and terminals.
  public String sentence() {
    return told.sentence();
  }

  /// How much a finding matters.
  public enum Weight {
    /// As it should be.
    GOOD,
    /// Works, but could be better, or was taken into the profile.
    HINT,
    /// Codes will be misread or refused until somebody changes the scanner.
    PROBLEM
  }
}
