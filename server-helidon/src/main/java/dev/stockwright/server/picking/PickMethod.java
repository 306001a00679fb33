package dev.stockwright.server.picking;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// How orders are walked for.
public enum PickMethod {
  /// One order, one task.
  SINGLE,
  /// Several orders at once, sorted when they are packed.
  BATCH,
  /// Several orders at once, each into a tote of its own.
  CLUSTER,
  /// One task in each zone; the orders come together when they are packed.
  ZONE;

  /// As written in the database and on the wire.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The one that is written so.
  public static Optional<PickMethod> of(String code) {
    return Arrays.stream(values()).filter(each -> each.code().equals(code)).findFirst();
  }
}
