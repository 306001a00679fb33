package dev.stockwright.devices.labels;

import dev.stockwright.vocabulary.Gtin;
import dev.stockwright.vocabulary.Identified.Content;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.LotCode;
import dev.stockwright.vocabulary.SerialNumber;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.Sscc;
import dev.stockwright.vocabulary.WarehouseCode;
import java.time.LocalDate;
import java.util.Optional;

/// What a label says, before anybody asks how it looks. Texts may be of any length and hold any
/// character; numbers and codes are checked when the label is made.
public sealed interface LabelContent {
  /// The kind's name in template files and on the command line, such as `handling-unit`.
  String kind();

  /// What a queue shows of it in one line.
  String title();

  /// A product, each or case.
  ///
  /// The code is the smallest that says it all: an EAN-13 for a bare GTIN-13, an element string
  /// where there is a lot, an expiry, a serial number or a GTIN-14, the SKU where there is no GTIN.
  record Product(
      Sku sku,
      String name,
      Optional<Gtin> gtin,
      Optional<LotCode> lot,
      Optional<LocalDate> expiry,
      Optional<SerialNumber> serial)
      implements LabelContent {
    @Override
    public String kind() {
      return "product";
    }

    @Override
    public String title() {
      return "Product " + sku;
    }
  }

  /// A place, to be read from afar and scanned.
  record Location(WarehouseCode warehouse, LocationCode location, String description)
      implements LabelContent {
    @Override
    public String kind() {
      return "location";
    }

    @Override
    public String title() {
      return "Location " + location;
    }
  }

  /// A handling unit by its SSCC, with what it holds where it holds one product only.
  ///
  /// @param sender who packed it; may be empty
  /// @param recipient where it goes; may be empty
  /// @param contentName the product's name; may be empty
  record HandlingUnit(
      Sscc sscc, Optional<Content> content, String sender, String recipient, String contentName)
      implements LabelContent {
    @Override
    public String kind() {
      return "handling-unit";
    }

    @Override
    public String title() {
      return "Handling unit " + sscc;
    }
  }

  /// A person's badge; its code only names the person, the PIN proves it.
  record Badge(String code, String person, String role) implements LabelContent {
    @Override
    public String kind() {
      return "badge";
    }

    @Override
    public String title() {
      return "Badge of " + person;
    }
  }

  /// All of [dev.stockwright.vocabulary.CommandBarcode] on one card.
  record CommandCard() implements LabelContent {
    @Override
    public String kind() {
      return "commands";
    }

    @Override
    public String title() {
      return "Command card";
    }
  }
}
