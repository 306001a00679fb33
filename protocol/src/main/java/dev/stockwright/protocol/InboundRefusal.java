package dev.stockwright.protocol;

import dev.stockwright.vocabulary.HandlingUnit;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import io.avaje.jsonb.Json;
import java.util.Optional;

/// Why goods cannot be taken in, or not be put there.
public sealed interface InboundRefusal extends WorkRefusal {
  /// More than is expected, where nobody who receives is told how much that is.
  @Json(naming = Json.Naming.LowerUnderscore)
  record OverExpected(Reference order, Sku sku) implements InboundRefusal {
    @Override
    public String sentence() {
      return "More of "
          + sku
          + " than "
          + order
          + " may bring. Count it again; if it is right, ask a supervisor to allow it.";
    }
  }

  /// The product is kept by lot, date or piece, and that was not given.
  ///
  /// @param tracking `lot`, `expiry` or `serials`
  @Json(naming = Json.Naming.LowerUnderscore)
  record TrackingMissing(Sku sku, String tracking) implements InboundRefusal {
    @Override
    public String sentence() {
      String wanted =
          switch (tracking) {
            case "lot" -> "its lot";
            case "expiry" -> "its expiry date";
            default -> "a serial number for each piece";
          };
      return sku + " needs " + wanted + ". Scan or type it.";
    }
  }

  /// The goods are expired or will be too soon.
  ///
  /// @param expiresOn their date, ISO 8601
  /// @param soonest the earliest date that is taken in
  @Json(naming = Json.Naming.LowerUnderscore)
  record LotTooOld(Sku sku, String expiresOn, String soonest) implements InboundRefusal {
    @Override
    public String sentence() {
      return sku
          + " expires on "
          + expiresOn
          + "; "
          + soonest
          + " is the earliest that is taken in. Send it back or receive it into quarantine.";
    }
  }

  /// No open ASN has such a handling unit that has not come yet.
  ///
  /// @param came how it came, if it did
  @Json(naming = Json.Naming.LowerUnderscore)
  record UnitNotAnnounced(HandlingUnit handlingUnit, Optional<Came> came)
      implements InboundRefusal {
    public UnitNotAnnounced {
      came = Required.orEmpty(came);
    }

    @Override
    public String sentence() {
      if (came.isPresent()) {
        return "Handling unit "
            + handlingUnit
            + " has come already: "
            + came.get().moment()
            + ", "
            + came.get().who()
            + ", in "
            + came.get().place()
            + ". Set it aside.";
      }
      return "No open ASN brings handling unit "
          + handlingUnit
          + ". Receive its content line by line.";
    }

    @Override
    public Sort sort() {
      return Sort.UNKNOWN;
    }
  }

  /// The place cannot take the goods.
  ///
  /// @param because such as `it is locked`
  /// @param fits how many base units it would take
  /// @param instead a place that takes them
  @Json(naming = Json.Naming.LowerUnderscore)
  record BinRefuses(
      LocationCode location, Sku sku, String because, long fits, Optional<LocationCode> instead)
      implements InboundRefusal {
    @Override
    public String sentence() {
      return location
          + " cannot take this "
          + sku
          + ": "
          + because
          + "."
          + (fits > 0 ? " " + fits + " would fit." : "")
          + instead.map(bin -> " Use " + bin + ".").orElse(" Use another bin.");
    }
  }
}
