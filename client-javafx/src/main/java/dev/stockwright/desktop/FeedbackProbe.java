package dev.stockwright.desktop;

import dev.stockwright.vocabulary.Scan;

/// Hears how long a scan took to become feedback; for measuring.
@FunctionalInterface
public interface FeedbackProbe {
  /// Nobody measures.
  FeedbackProbe NONE = (scan, nanos) -> {};

  /// The band has changed; the next pulse (at most 17 ms later) draws it. On the JavaFX thread.
  ///
  /// @param nanos since the scanner handed the scan over
  void shown(Scan scan, long nanos);
}
