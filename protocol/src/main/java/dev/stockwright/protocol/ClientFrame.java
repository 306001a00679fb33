package dev.stockwright.protocol;

import dev.stockwright.vocabulary.WarehouseCode;
import io.avaje.jsonb.Json;
import java.util.Optional;

/// What a client says on the stream.
@Json(typeProperty = "type", naming = Json.Naming.LowerUnderscore)
@Json.SubType(type = ClientFrame.Subscribe.class, name = "subscribe")
@Json.SubType(type = ClientFrame.Heartbeat.class, name = "heartbeat")
public sealed interface ClientFrame {
  /// Send me the events of a warehouse.
  ///
  /// @param epoch the epoch of `after`, as the server named it
  /// @param after I have all events up to this number; absent: start me with a snapshot
  @Json(naming = Json.Naming.LowerUnderscore)
  record Subscribe(WarehouseCode warehouse, Optional<Long> epoch, Optional<Long> after)
      implements ClientFrame {
    public Subscribe {
      Required.field("warehouse", warehouse);
      epoch = Required.orEmpty(epoch);
      after = Required.orEmpty(after);
    }
  }

  /// I am here; at least every 15 seconds. A WebSocket ping says the same and is answered at once.
  record Heartbeat() implements ClientFrame {}
}
