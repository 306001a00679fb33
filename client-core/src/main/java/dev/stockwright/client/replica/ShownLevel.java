package dev.stockwright.client.replica;

import dev.stockwright.protocol.Level;
import dev.stockwright.vocabulary.Sku;
import java.util.Optional;

/// The stock of one product as a screen shows it.
///
/// @param level what the server said last; absent when it has said nothing
/// @param pending what own commands that it does not include yet add or take away
public record ShownLevel(Sku sku, String name, Optional<Level> level, long pending) {
  /// On hand, own commands included.
  public long onHand() {
    return level.map(Level::quantity).orElse(0L) + pending;
  }

  /// Available, own commands included.
  public long available() {
    return level.map(Level::available).orElse(0L) + pending;
  }
}
