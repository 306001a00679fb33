package dev.stockwright.server.feed;

/// The database did not answer; asking again later is right.
public final class EventLogUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  EventLogUnavailable(Throwable cause) {
    super("the event log cannot be read now", cause);
  }
}
