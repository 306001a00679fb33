package dev.stockwright.protocol;

import dev.stockwright.vocabulary.WarehouseCode;
import io.avaje.jsonb.Json;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the server says on the stream.
@Json(typeProperty = "type", naming = Json.Naming.LowerUnderscore)
@Json.SubType(type = ServerFrame.Subscribed.class, name = "subscribed")
@Json.SubType(type = ServerFrame.Snapshot.class, name = "snapshot")
@Json.SubType(type = ServerFrame.Events.class, name = "events")
@Json.SubType(type = ServerFrame.Heartbeat.class, name = "heartbeat")
@Json.SubType(type = ServerFrame.Problem.class, name = "problem")
public sealed interface ServerFrame {
  /// The subscription stands.
  ///
  /// @param epoch changes when a backup was restored: numbers of another epoch mean nothing
  /// @param last the newest event of the warehouse
  @Json(naming = Json.Naming.LowerUnderscore)
  record Subscribed(WarehouseCode warehouse, long epoch, long last) implements ServerFrame {}

  /// One page of the warehouse as it is after event `n`. Events go on at `n + 1` after the
  /// last page.
  ///
  /// @param page 1, 2, 3, ...
  /// @param done true on the last page
  @Json(naming = Json.Naming.LowerUnderscore)
  record Snapshot(
      WarehouseCode warehouse, long epoch, long n, int page, boolean done, List<Level> levels)
      implements ServerFrame {
    public Snapshot {
      levels = Required.orEmpty(levels);
    }
  }

  /// Events in the order of their numbers, without a gap to what was sent before.
  @Json(naming = Json.Naming.LowerUnderscore)
  record Events(WarehouseCode warehouse, List<Event> events) implements ServerFrame {
    public Events {
      events = Required.orEmpty(events);
    }
  }

  /// I am here; at least every 15 seconds.
  @Json(naming = Json.Naming.LowerUnderscore)
  record Heartbeat(Instant at) implements ServerFrame {}

  /// A frame of the client that cannot be served; the session stays open unless it is closed
  /// as well.
  ///
  /// @param warehouse the one that was asked for; null, and left out on the wire, when the frame
  /// named none. Not an `Optional`: the codec wants one type for all fields `warehouse` of frames
  @Json(naming = Json.Naming.LowerUnderscore)
  record Problem(String code, String message, @Nullable WarehouseCode warehouse)
      implements ServerFrame {
    /// The warehouse that was asked for.
    public Optional<WarehouseCode> about() {
      return Optional.ofNullable(warehouse);
    }
  }
}
