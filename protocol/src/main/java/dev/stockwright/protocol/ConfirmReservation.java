package dev.stockwright.protocol;

import dev.stockwright.vocabulary.Reference;
import io.avaje.jsonb.Json;

/// The order is sure: the promise has no time limit any more. Late, it is promised again or
// refused.
@Json(naming = Json.Naming.LowerUnderscore)
public record ConfirmReservation(Reference order) implements StockCommand {
  public ConfirmReservation {
    Required.field("order", order);
  }
}
