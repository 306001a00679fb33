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
}
