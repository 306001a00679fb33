package dev.stockwright.desktop.receiving;

import dev.stockwright.desktop.look.Outcome;
import java.time.Instant;
import java.util.Optional;

/// One scan of the feed.
///
/// @param id of its command or scan; an entry with the same id replaces it
/// @param what the product, or what was scanned
/// @param how such as `1 case × 24`, or why not
/// @param value such as `+24`; empty when nothing was counted
/// @param lane of the scanner; absent when it was no scan, or one of before the last start
public record FeedEntry(
    String id,
    Outcome outcome,
    String what,
    String how,
    String value,
    Instant at,
    Sent sent,
    Optional<Lane> lane) {
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
    return new FeedEntry(id, outcome, what, how, value, at, state, lane);
  }

  /// The same, from this lane.
  public FeedEntry from(Optional<Lane> source) {
    return new FeedEntry(id, outcome, what, how, value, at, sent, source);
  }
}
