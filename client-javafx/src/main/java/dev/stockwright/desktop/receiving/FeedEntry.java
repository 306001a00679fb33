package dev.stockwright.desktop.receiving;

import dev.stockwright.desktop.look.Outcome;
import java.time.Instant;

/// One scan of the feed.
///
/// @param id of its command or scan; an entry with the same id replaces it
/// @param what the product, or what was scanned
/// @param how such as `1 case × 24`, or why not
/// @param value such as `+24`; empty when nothing was counted
public record FeedEntry(
    String id, Outcome outcome, String what, String how, String value, Instant at, Sent sent) {
  /// Where its command is.
  public enum Sent {
    /// There is none: nothing was counted.
    NOTHING_TO_SEND,
    /// On this device, not answered yet.
    SAVED,
    /// Answered by the server.
    SENT
  }

  FeedEntry now(Sent state) {
    return new FeedEntry(id, outcome, what, how, value, at, state);
  }
}
