package dev.stockwright.server;

import dev.stockwright.server.desk.CommitListener;
import dev.stockwright.server.http.HttpDoor;
import java.time.Duration;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;

/// A running stream of events to clients.
///
/// @param commits hears of every commit
/// @param served what the listener must serve besides HTTP
/// @param sessions how many clients are connected, for the metrics
/// @param sinceLastBeat how long ago the feed last looked for what is new
/// @param stop tells the clients that the server restarts and closes their sessions
public record OpenStream(
    CommitListener commits,
    HttpDoor.Also served,
    DoubleSupplier sessions,
    Supplier<Duration> sinceLastBeat,
    Runnable stop) {
  /// No stream at all: commits are told to nobody.
  public static OpenStream none() {
    return new OpenStream(
        (warehouse, epoch, events) -> {},
        HttpDoor.Also.nothing(),
        () -> 0,
        () -> Duration.ZERO,
        () -> {});
  }
}
