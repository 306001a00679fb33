package dev.stockwright.protocol;

import dev.stockwright.vocabulary.Reference;
import io.avaje.jsonb.Json;

/// The order is off: what was promised is available again.
@Json(naming = Json.Naming.LowerUnderscore)
public record ReleaseReservation(Reference order) implements StockCommand {
  public ReleaseReservation {
    Required.field("order", order);
  }
}
