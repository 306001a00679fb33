package dev.stockwright.server.alerts;

import dev.stockwright.protocol.DocumentKind;
import dev.stockwright.server.watching.AlertKind;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import java.util.Optional;

/// An alert that somebody wants to raise.
///
/// @param cause what it is about, in the words of its kind; of each cause one alert is open
/// @param severity 1 critical, 2 warning, 3 notice
/// @param sentence what is the matter, with its figures
/// @param value the figure
/// @param bound what the figure should not have passed
public record NewAlert(
    WarehouseCode warehouse,
    AlertKind kind,
    String cause,
    int severity,
    Optional<Sku> sku,
    String place,
    String lot,
    String document,
    String reference,
    String sentence,
    long value,
    long bound) {

  /// What an alert about a document is about.
  public static String cause(AlertKind kind, DocumentKind document, String number) {
    return kind.code() + "/" + document.code() + "/" + number;
  }

  /// About a document.
  ///
  /// @param number the document's
  public static NewAlert of(
      WarehouseCode warehouse,
      AlertKind kind,
      DocumentKind document,
      String number,
      String sentence) {
    return new NewAlert(
        warehouse,
        kind,
        cause(kind, document, number),
        kind.severity(),
        Optional.empty(),
        "",
        "",
        document.code(),
        number,
        sentence,
        0,
        0);
  }

  /// About a ledger that does not add up; nothing is graver.
  static NewAlert ledger(WarehouseCode warehouse, String finding) {
    String sentence =
        "The ledger does not add up: "
            + finding
            + ". Stop correcting stock there and tell the administrator.";
    return new NewAlert(
        warehouse,
        AlertKind.REVIEW,
        Conditions.LEDGER,
        1,
        Optional.empty(),
        "",
        "",
        DocumentKind.JOB.code(),
        "verify-ledger",
        sentence,
        0,
        0);
  }

  /// About a lot.
  static NewAlert of(
      WarehouseCode warehouse, Lot lot, int severity, String sentence, long value, long bound) {
    return new NewAlert(
        warehouse,
        AlertKind.EXPIRING,
        "expiring/" + lot.productId() + "/" + lot.code(),
        severity,
        Optional.of(lot.sku()),
        "",
        lot.code(),
        "",
        "",
        sentence,
        value,
        bound);
  }

  /// About what lies in a bin.
  static NewAlert of(WarehouseCode warehouse, Bin bin, String sentence, long value, long bound) {
    return new NewAlert(
        warehouse,
        AlertKind.LOW,
        bin.cause(),
        AlertKind.LOW.severity(),
        Optional.of(bin.sku()),
        bin.code().code(),
        "",
        "",
        "",
        sentence,
        value,
        bound);
  }

  record Lot(int productId, Sku sku, String code) {}

  record Bin(int productId, Sku sku, LocationCode code) {
    String cause() {
      return "low/" + productId + "/" + code.code();
    }
  }

  String about() {
    return kind.code()
        + " "
        + sku.map(Sku::code).orElse(reference)
        + (lot.isEmpty() ? "" : " " + lot)
        + (place.isEmpty() ? "" : " " + place);
  }
}
