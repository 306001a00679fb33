package dev.stockwright.protocol;

import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import io.avaje.jsonb.Json;

/// Why master data stays as it is, or stands in the way of goods.
public sealed interface MasterRefusal extends WorkRefusal {
  /// Somebody else has changed it since it was read.
  ///
  /// @param current its version; what was given is older (or was never there)
  @Json(naming = Json.Naming.LowerUnderscore)
  record StaleVersion(DocumentKind document, Reference number, long current, long basedOn)
      implements MasterRefusal {
    @Override
    public String sentence() {
      return "Somebody else changed "
          + document.words()
          + " "
          + number
          + ": it is version "
          + current
          + " now, yours was made from "
          + basedOn
          + ". Look at it again.";
    }
  }

  /// This cannot be changed any more.
  ///
  /// @param what the field, such as `unit`
  /// @param because such as `has moved`
  @Json(naming = Json.Naming.LowerUnderscore)
  record Frozen(
      DocumentKind document,
      Reference number,
      String what,
      String expected,
      String given,
      String because)
      implements MasterRefusal {
    @Override
    public String sentence() {
      return "The "
          + what.replace('_', ' ')
          + " of "
          + document.words()
          + " "
          + number
          + " stays "
          + expected
          + " and cannot become "
          + given
          + ", because it "
          + because
          + ".";
    }
  }

  /// The code stands for another product, or for another number of units of it.
  ///
  /// @param sku what it stands for
  /// @param units of it
  /// @param wantedSku what it was said to stand for
  @Json(naming = Json.Naming.LowerUnderscore)
  record BarcodeTaken(Reference barcode, Sku sku, long units, Sku wantedSku)
      implements MasterRefusal {
    @Override
    public String sentence() {
      return "Barcode "
          + barcode
          + " stands for "
          + units
          + " "
          + sku
          + " already, not for "
          + wantedSku
          + ". Take it off there first.";
    }
  }

  /// Goods are still there.
  @Json(naming = Json.Naming.LowerUnderscore)
  record NotEmpty(DocumentKind document, Reference number, long units) implements MasterRefusal {
    @Override
    public String sentence() {
      return "There are "
          + units
          + " units in "
          + document.words()
          + " "
          + number
          + ". Move them first.";
    }
  }

  /// The location takes nothing in, or gives nothing out.
  ///
  /// @param way `in` or `out`
  /// @param because why it was locked
  @Json(naming = Json.Naming.LowerUnderscore)
  record LocationLocked(WarehouseCode warehouse, LocationCode location, String way, String because)
      implements MasterRefusal {
    @Override
    public String sentence() {
      return location
          + (way.equals("in") ? " takes nothing in" : " gives nothing out")
          + (because.isEmpty() ? "" : " (" + because + ")")
          + ". Use another location.";
    }
  }

  /// It is not used any more.
  @Json(naming = Json.Naming.LowerUnderscore)
  record SwitchedOff(DocumentKind document, Reference number) implements MasterRefusal {
    @Override
    public String sentence() {
      return "The "
          + document.words()
          + " "
          + number
          + " is switched off. Use another one or have it switched on.";
    }
  }
}
