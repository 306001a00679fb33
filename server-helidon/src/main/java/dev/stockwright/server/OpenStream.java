package dev.stockwright.server;

import dev.stockwright.server.desk.CommitListener;
import io.helidon.common.Builder;
import io.helidon.webserver.Routing;
import java.util.List;
import java.util.function.DoubleSupplier;

/// A running stream of events to clients.
///
/// @param commits hears of every commit
/// @param routings what the listener must serve besides HTTP
/// @param sessions how many clients are connected, for the metrics
/// @param stop tells the clients that the server restarts and closes their sessions
public record OpenStream(
    CommitListener commits,
    List<Builder<?, ? extends Routing>> routings,
    DoubleSupplier sessions,
    Runnable stop) {
  public OpenStream {
    routings = List.copyOf(routings);
  }

  /// No stream at all: commits are told to nobody.
  public static OpenStream none() {
    return new OpenStream((warehouse, epoch, events) -> {}, List.of(), () -> 0, () -> {});
  }
}
