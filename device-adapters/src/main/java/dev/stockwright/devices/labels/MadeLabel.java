package dev.stockwright.devices.labels;

import dev.stockwright.devices.reasons.Told;

/// What became of the wish for a label.
public sealed interface MadeLabel {
  /// A label that can be printed.
  ///
  /// @param title one line for queues
  /// @param zpl whole, from `^XA` to `^XZ`, copies included
  record Ready(String title, String zpl, LabelPaper paper) implements MadeLabel {}

  /// No label, because it would say something wrong or could not be read.
  ///
  /// @param code stable, such as `does_not_fit`
  /// @param told for people; says what to do
  record Refused(String code, Told told) implements MadeLabel {
    /// In English, for logs and terminals.
    public String sentence() {
      return told.sentence();
    }
  }
}
