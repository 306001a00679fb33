package dev.stockwright.server.feed;

import java.time.Duration;

/// How the feed paces itself and what it keeps.
///
/// @param tick shortest time between two frames of a warehouse; events of a tick share a frame
/// @param poll how often the database is asked for events that others wrote
/// @param ringEvents newest events of a followed warehouse kept in memory
/// @param ringBytes bound of the same, in bytes of JSON
/// @param behindMax a follower further behind than this many events starts with a snapshot
/// @param pageEvents events read from the database at once
/// @param snapshotFor how long a snapshot is good for others who ask for one
public record FeedSettings(
    Duration tick,
    Duration poll,
    int ringEvents,
    int ringBytes,
    int behindMax,
    int pageEvents,
    Duration snapshotFor) {
  /// Largest frame, in bytes of UTF-8, that holds more than one event or level.
  static final int FRAME_BYTES = 60_000;

  public FeedSettings {
    if (tick.isNegative() || !poll.isPositive() || snapshotFor.isNegative()) {
      throw new IllegalArgumentException("feed times: " + tick + ", " + poll + ", " + snapshotFor);
    }
    if (ringEvents < 1 || ringBytes < 1 || behindMax < 1 || pageEvents < 1) {
      throw new IllegalArgumentException(
          "feed sizes: " + ringEvents + ", " + ringBytes + ", " + behindMax + ", " + pageEvents);
    }
  }

  /// For a small machine and up to a few thousand followers.
  public static FeedSettings usual() {
    return new FeedSettings(
        Duration.ofMillis(20),
        Duration.ofMillis(500),
        20_000,
        16 * 1024 * 1024,
        50_000,
        500,
        Duration.ofSeconds(2));
  }

  /// The same with another tick.
  public FeedSettings withTick(Duration other) {
    return new FeedSettings(other, poll, ringEvents, ringBytes, behindMax, pageEvents, snapshotFor);
  }
}
