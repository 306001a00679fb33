package dev.stockwright.client.sync;

import dev.stockwright.protocol.Answer;
import dev.stockwright.protocol.Envelope;
import dev.stockwright.protocol.Event;
import dev.stockwright.protocol.Level;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.Operator;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import io.avaje.jsonb.Json;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The shapes of the HTTP interface that are not messages of the protocol. What a server may leave
/// out or send as null is nullable here (the codec makes null of a null, also where an `Optional`
/// is declared) and made whole by [HttpServerLink].
final class WireLists {
  private WireLists() {}

  @Json(naming = Json.Naming.LowerUnderscore)
  record SignIn(
      Optional<String> user,
      Optional<String> password,
      Optional<String> badge,
      Optional<String> pin,
      String device) {}

  @Json(naming = Json.Naming.LowerUnderscore)
  record Session(
      String token,
      Instant expiresAt,
      Operator user,
      @Nullable String name,
      String role,
      @Nullable List<WarehouseCode> warehouses) {}

  @Json(naming = Json.Naming.LowerUnderscore)
  record Problem(@Nullable String title, @Nullable String code, @Nullable String detail) {}

  @Json(naming = Json.Naming.LowerUnderscore)
  record Envelopes(List<Envelope> envelopes) {}

  @Json(naming = Json.Naming.LowerUnderscore)
  record Answers(@Nullable List<Answer> answers) {}

  @Json(naming = Json.Naming.LowerUnderscore)
  record Products(@Nullable List<Product> items, @Nullable String next, @Nullable String mark) {}

  @Json(naming = Json.Naming.LowerUnderscore)
  record Product(
      Sku sku,
      String name,
      @Nullable String unit,
      @Nullable String category,
      boolean lotTracked,
      boolean serialTracked,
      boolean expiryTracked,
      @Nullable Boolean active,
      @Nullable List<Barcode> barcodes) {}

  @Json(naming = Json.Naming.LowerUnderscore)
  record Barcode(String code, String pack, long units) {}

  @Json(naming = Json.Naming.LowerUnderscore)
  record Locations(@Nullable List<Location> items, @Nullable String next) {}

  @Json(naming = Json.Naming.LowerUnderscore)
  record Location(
      LocationCode code,
      @Nullable String zone,
      String kind,
      int pickSequence,
      int xMm,
      int yMm,
      int zMm,
      @Nullable String mixing,
      boolean lockedIn,
      boolean lockedOut,
      @Nullable String lockReason,
      @Nullable Boolean active,
      @Nullable Long capacityUnits) {}

  @Json(naming = Json.Naming.LowerUnderscore)
  record Approval(Optional<String> badge, Optional<String> user, String pin, Envelope envelope) {
    @Override
    public String toString() {
      return "an approval of " + envelope.id();
    }
  }

  @Json(naming = Json.Naming.LowerUnderscore)
  record PurchaseOrders(@Nullable List<PurchaseOrder> items, @Nullable String next) {}

  @Json(naming = Json.Naming.LowerUnderscore)
  record PurchaseOrder(
      Reference number,
      @Nullable String supplier,
      @Nullable LocalDate expectedOn,
      @Nullable List<Line> lines) {}

  @Json(naming = Json.Naming.LowerUnderscore)
  record Line(
      Sku sku,
      @Nullable String name,
      long ordered,
      long received,
      @Nullable BigDecimal overPercent,
      long overAllowed) {}

  @Json(naming = Json.Naming.LowerUnderscore)
  record StockLines(@Nullable List<StockLine> items, @Nullable String next, long total) {}

  @Json(naming = Json.Naming.LowerUnderscore)
  record StockLine(
      Sku sku,
      WarehouseCode warehouse,
      long quantity,
      long reserved,
      long blocked,
      long available,
      Instant lastUpdated,
      long n,
      @Nullable String name) {
    Level level() {
      return new Level(sku, warehouse, quantity, reserved, blocked, available, lastUpdated, n);
    }
  }

  @Json(naming = Json.Naming.LowerUnderscore)
  record Movements(@Nullable List<Event.StockMoved> items, @Nullable String next) {}

  @Json(naming = Json.Naming.LowerUnderscore)
  record Bins(@Nullable List<Bin> items) {}

  @Json(naming = Json.Naming.LowerUnderscore)
  record Bin(
      LocationCode location,
      @Nullable String lot,
      @Nullable String handlingUnit,
      @Nullable String condition,
      long quantity) {}

  @Json(naming = Json.Naming.LowerUnderscore)
  record Balances(@Nullable List<Balance> items, @Nullable String next, long epoch, long n) {}

  @Json(naming = Json.Naming.LowerUnderscore)
  record Balance(
      Sku sku,
      LocationCode location,
      @Nullable String lot,
      @Nullable String handlingUnit,
      String condition,
      @Nullable String owner,
      long quantity,
      @Nullable LocalDate expiry) {}
}
