package dev.stockwright.desktop.stock;

import java.time.Instant;

/// Whether the numbers on the screen follow the warehouse.
public sealed interface Freshness {
  /// They do.
  record Live() implements Freshness {}

  /// They did until `since`.
  record Stale(Instant since) implements Freshness {}

  /// They could not be loaded; what is shown is from before.
  record Failed(String why) implements Freshness {}
}
