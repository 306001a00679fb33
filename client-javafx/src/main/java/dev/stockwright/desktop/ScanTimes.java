package dev.stockwright.desktop;

import dev.stockwright.vocabulary.Scan;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;

/// When the scans under way came in, by the clock that never goes back. Keeps the newest
/// [#KEPT]; a scan that leads to no feedback (a badge) is forgotten with time. Guarded by this.
final class ScanTimes {
  static final int KEPT = 128;

  private final Map<Scan, Long> heard = new LinkedHashMap<>();

  synchronized void heard(Scan scan) {
    heard.put(scan, System.nanoTime());
    if (heard.size() > KEPT) {
      heard.remove(heard.keySet().iterator().next());
    }
  }

  /// Nanoseconds since it came in; absent when that is not known any more.
  synchronized OptionalLong since(Scan scan) {
    Long then = heard.remove(scan);
    return then == null ? OptionalLong.empty() : OptionalLong.of(System.nanoTime() - then);
  }
}
