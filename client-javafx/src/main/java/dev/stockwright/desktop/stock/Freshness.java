package dev.stockwright.desktop.stock;

import dev.stockwright.vocabulary.WarehouseCode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Whether the numbers on the screen follow the warehouse.
public sealed interface Freshness {
  /// They do.
  record Live() implements Freshness {}

  /// They did until `since`.
  ///
  /// @param age in whole minutes
  /// @param where the warehouses that it holds for, of several; empty: for all that is shown
  record Stale(Instant since, Duration age, List<WarehouseCode> where) implements Freshness {
    public Stale {
      where = List.copyOf(where);
    }

    public Stale(Instant since, Duration age) {
      this(since, age, List.of());
    }
  }

  /// The server's list did not come: they are this desk's own copy.
  ///
  /// @param asOf when the server was last heard
  record Copy(Instant asOf, Duration age) implements Freshness {}

  /// They could not be loaded; what is shown is from before.
  record Failed(String why) implements Freshness {}
}
