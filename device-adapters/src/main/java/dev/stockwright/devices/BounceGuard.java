package dev.stockwright.devices;

import dev.stockwright.vocabulary.Scan;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Tells a bounce from a second piece: the same bytes again within the window after they were last
/// seen. A scanner that stares at one code sends it for seconds; that is still one read. One owner,
/// not thread-safe.
final class BounceGuard {
  private final Duration window;
  private @Nullable Scan last; // Nothing was seen yet.

  /// @param window zero: nothing ever bounces
  BounceGuard(Duration window) {
    this.window = window;
  }

  boolean bounces(Scan scan) {
    Scan before = last;
    last = scan;
    if (before == null || !before.raw().equals(scan.raw())) {
      return false;
    }
    Duration between = Duration.between(before.at(), scan.at());
    return !between.isNegative() && between.compareTo(window) < 0;
  }
}
