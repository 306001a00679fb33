package dev.stockwright.protocol;

import dev.stockwright.vocabulary.InvalidValue;
import dev.stockwright.vocabulary.Quantity;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import io.avaje.jsonb.Json;
import java.util.List;

/// Promise stock to an order for a limited time: all lines or none.
///
/// @param order the order's own number; one open reservation each
/// @param lines 1 to 100
/// @param ttlSeconds how long the promise holds without a confirmation, 1 second to 30 days
@Json(naming = Json.Naming.LowerUnderscore)
public record PlaceReservation(Reference order, List<Line> lines, long ttlSeconds)
    implements StockCommand {
  /// When nothing else is said: 15 minutes.
  public static final long TTL_SECONDS_DEFAULT = 15 * 60;

  public static final long TTL_SECONDS_MAX = 30L * 24 * 3600;
  public static final int LINES_MAX = 100;

  public PlaceReservation {
    Required.field("order", order);
    Required.field("lines", lines);
    lines = List.copyOf(lines);
    if (lines.isEmpty() || lines.size() > LINES_MAX) {
      throw new InvalidValue(
          "invalid_lines", "a reservation has 1 to 100 lines, this one has " + lines.size());
    }
    if (ttlSeconds == 0) {
      ttlSeconds = TTL_SECONDS_DEFAULT;
    }
    if (ttlSeconds < 1 || ttlSeconds > TTL_SECONDS_MAX) {
      throw new InvalidValue(
          "invalid_ttl", "ttl " + ttlSeconds + " is not from 1 second to 30 days (2592000)");
    }
  }

  /// One product wanted from one warehouse.
  @Json(naming = Json.Naming.LowerUnderscore)
  public record Line(Sku sku, WarehouseCode warehouse, Quantity quantity) {
    public Line {
      Required.field("sku", sku);
      Required.field("warehouse", warehouse);
      Required.field("quantity", quantity);
    }
  }
}
