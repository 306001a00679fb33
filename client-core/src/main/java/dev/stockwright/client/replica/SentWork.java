package dev.stockwright.client.replica;

import dev.stockwright.vocabulary.HandlingUnit;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.LotCode;
import dev.stockwright.vocabulary.Operator;
import dev.stockwright.vocabulary.ReasonCode;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import io.avaje.jsonb.Json;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The shapes of stored documents: as the server says them, so that a later version of the app
/// finds in them what this one does not read. What a server may leave out is nullable and made
/// whole by [WorkReading].
final class SentWork {
  private SentWork() {}

  @Json(naming = Json.Naming.LowerUnderscore)
  record Task(
      Reference number,
      String kind,
      String state,
      int priority,
      @Nullable String zone,
      @Nullable LocationCode place,
      @Nullable LocationCode toPlace,
      @Nullable String document,
      @Nullable String reference,
      @Nullable Sku sku,
      @Nullable String name,
      @Nullable Long quantity,
      @Nullable LotCode lot,
      @Nullable HandlingUnit handlingUnit,
      @Nullable Instant dueAt,
      @Nullable Operator heldBy,
      @Nullable Instant heldUntil) {}

  @Json(naming = Json.Naming.LowerUnderscore)
  record Pick(
      Reference number,
      @Nullable Reference task,
      @Nullable String wave,
      @Nullable String order,
      Sku sku,
      @Nullable String name,
      @Nullable LocationCode location,
      @Nullable LotCode lot,
      @Nullable HandlingUnit handlingUnit,
      @Nullable HandlingUnit tote,
      long quantity,
      long picked,
      String state,
      int stop,
      boolean skipped,
      @Nullable String trouble) {}

  /// @param others of the server's suggestion, put beside it
  @Json(naming = Json.Naming.LowerUnderscore)
  record PutAway(
      Reference task,
      int priority,
      LocationCode place,
      @Nullable LocationCode toPlace,
      @Nullable List<String> reasons,
      @Nullable Sku sku,
      long quantity,
      long done,
      @Nullable LotCode lot,
      @Nullable HandlingUnit handlingUnit,
      @Nullable String condition,
      @Nullable String forOrder,
      @Nullable Operator heldBy,
      @Nullable List<Bin> others) {}

  @Json(naming = Json.Naming.LowerUnderscore)
  record Bin(
      LocationCode location, @Nullable String zone, long fits, @Nullable List<String> reasons) {}

  /// Its bins are put beside it.
  @Json(naming = Json.Naming.LowerUnderscore)
  record Count(
      Reference number,
      String state,
      boolean productsOnly,
      int round,
      @Nullable Operator onlyFor,
      @Nullable LocalDate dueOn,
      long n,
      @Nullable List<CountBin> binList) {}

  @Json(naming = Json.Naming.LowerUnderscore)
  record CountBin(
      LocationCode bin,
      @Nullable String zone,
      int sequence,
      String state,
      @Nullable Operator counter,
      boolean empty,
      @Nullable Instant closedAt) {}

  @Json(naming = Json.Naming.LowerUnderscore)
  record Transfer(
      TransferHead transfer,
      @Nullable List<TransferLine> lines,
      @Nullable List<TransferContent> contents) {}

  @Json(naming = Json.Naming.LowerUnderscore)
  record TransferHead(
      Reference number, WarehouseCode fromWarehouse, WarehouseCode toWarehouse, String state) {}

  @Json(naming = Json.Naming.LowerUnderscore)
  record TransferLine(
      int line,
      Sku sku,
      @Nullable String name,
      long approved,
      long packed,
      long shipped,
      long good,
      long damaged,
      long inTransit) {}

  @Json(naming = Json.Naming.LowerUnderscore)
  record TransferContent(
      int line,
      @Nullable LotCode lot,
      @Nullable HandlingUnit handlingUnit,
      long packed,
      long shipped,
      long settled) {}

  /// @param lines put beside it
  @Json(naming = Json.Naming.LowerUnderscore)
  record Notice(
      Reference number,
      @Nullable String supplier,
      @Nullable Reference purchaseOrder,
      String state,
      @Nullable LocalDate expectedOn,
      boolean blind,
      @Nullable List<NoticeLine> lines) {}

  @Json(naming = Json.Naming.LowerUnderscore)
  record NoticeLine(
      int line,
      @Nullable HandlingUnit handlingUnit,
      Sku sku,
      @Nullable String name,
      @Nullable LotCode lot,
      @Nullable LocalDate expiry,
      @Nullable Long announced,
      @Nullable Long received) {}

  @Json(naming = Json.Naming.LowerUnderscore)
  record Reason(
      ReasonCode code, @Nullable String name, @Nullable List<String> usedFor, boolean active) {}
}
