package dev.stockwright.desktop.stock;

import java.time.Duration;
import java.time.Instant;

/// Whether the numbers on the screen follow the warehouse.
public sealed interface Freshness {
  /// They do.
  record Live() implements Freshness {}

  /// They did until `since`.
  ///
  /// @param age in whole minutes
  record Stale(Instant since, Duration age) implements Freshness {}

  /// The server's list did not come: they are this desk's own copy.
  ///
  /// @param asOf when the server was last heard
  record Copy(Instant asOf, Duration age) implements Freshness {}

  /// They could not be loaded; what is shown is from before.
  record Failed(String why) implements Freshness {}
}
