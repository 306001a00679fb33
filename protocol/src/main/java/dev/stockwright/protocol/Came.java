package dev.stockwright.protocol;

import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.Operator;
import io.avaje.jsonb.Json;
import java.time.Instant;

/// How a piece or a handling unit came into its warehouse: by whom, when and where.
@Json(naming = Json.Naming.LowerUnderscore)
public record Came(Operator who, Instant moment, LocationCode place) {
  public Came {
    Required.field("who", who);
    Required.field("moment", moment);
    Required.field("place", place);
  }

  /// Such as `ana received it in DOCK-1 at 2026-11-20T10:00:00Z.`
  String sentence() {
    return who + " received it in " + place + " at " + moment + ".";
  }
}
