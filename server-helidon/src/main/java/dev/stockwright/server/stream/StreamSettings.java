package dev.stockwright.server.stream;

import java.time.Duration;
import java.util.Set;

/// The limits of sessions.
///
/// @param heartbeat how often we say that we are here
/// @param reap how often sessions are looked over
/// @param deadAfter silence of the other side that ends a session
/// @param stuckAfter a frame that takes longer than this ends the session with 4008
/// @param closeWithin time for a goodbye before the connection is cut
/// @param recheck how often the sign-in is checked again
/// @param sessionsMax sessions at one time
/// @param messagesPerSecond what a client may send on average
/// @param burst what it may send at once
/// @param origins the `Origin` headers that are let in; a client without one is no browser and is
/// let in too
public record StreamSettings(
    Duration heartbeat,
    Duration reap,
    Duration deadAfter,
    Duration stuckAfter,
    Duration closeWithin,
    Duration recheck,
    int sessionsMax,
    int messagesPerSecond,
    int burst,
    Set<String> origins) {
  /// Largest message of a client in bytes, however it is cut into fragments.
  static final int MESSAGE_BYTES = 64 * 1024;

  /// Most fragments of one message.
  static final int FRAGMENTS = 64;

  public StreamSettings {
    origins = Set.copyOf(origins);
    if (sessionsMax < 1 || messagesPerSecond < 1 || burst < 1) {
      throw new IllegalArgumentException(
          "stream limits: " + sessionsMax + ", " + messagesPerSecond + ", " + burst);
    }
  }

  /// 2 500 sessions, heartbeat 10 s, dead at 45 s, no browser let in.
  public static StreamSettings usual() {
    return new StreamSettings(
        Duration.ofSeconds(10),
        Duration.ofSeconds(5),
        Duration.ofSeconds(45),
        Duration.ofSeconds(10),
        Duration.ofSeconds(5),
        Duration.ofSeconds(60),
        2_500,
        50,
        200,
        Set.of());
  }

  /// The same with other numbers of sessions and other origins.
  public StreamSettings with(int sessions, Set<String> letIn) {
    return new StreamSettings(
        heartbeat,
        reap,
        deadAfter,
        stuckAfter,
        closeWithin,
        recheck,
        sessions,
        messagesPerSecond,
        burst,
        letIn);
  }
}
