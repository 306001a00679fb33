package dev.stockwright.devices.labels.simulated;

import java.util.Locale;
import java.util.Optional;

/// What a printer can suffer from.
public enum Fault {
  /// In order.
  OK,
  PAPER_OUT,
  /// Out of paper, and of the kind that then says nothing.
  PAPER_OUT_SILENT,
  HEAD_OPEN,
  PAUSED,
  /// Prints, but never tells how it is.
  SILENT,
  /// Hangs up in the middle of each label.
  DROPS;

  /// Whether labels stay in its memory.
  boolean holds() {
    return this == PAPER_OUT || this == PAPER_OUT_SILENT || this == HEAD_OPEN || this == PAUSED;
  }

  boolean silent() {
    return this == PAPER_OUT_SILENT || this == SILENT;
  }

  /// As the command line writes it, such as `paper-out`.
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// The fault of a word.
  public static Optional<Fault> of(String word) {
    for (Fault fault : values()) {
      if (fault.word().equals(word)) {
        return Optional.of(fault);
      }
    }
    return Optional.empty();
  }
}
