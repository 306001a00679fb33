package dev.stockwright.client.replica;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Lists as they come off the wire: the codec leaves an empty one out when it writes, and makes
/// null of what is left out when it reads.
public final class Sent {
  private Sent() {}

  /// The list, or an empty one.
  public static <T> List<T> list(@Nullable List<T> sent) {
    return sent == null ? List.of() : sent; // left out by the sender
  }
}
