package dev.stockwright.server.picking;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Which goods are taken first.
public enum Allocation {
  /// What expires first.
  FEFO,
  /// What came first.
  FIFO,
  /// What lies nearest to where the way begins.
  CLOSEST,
  /// What makes the way short: one bin with enough, and bins that are visited anyway.
  FEWEST_STOPS;

  /// As written in the database and on the wire.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The one that is written so.
  public static Optional<Allocation> of(String code) {
    return Arrays.stream(values()).filter(each -> each.code().equals(code)).findFirst();
  }
}
