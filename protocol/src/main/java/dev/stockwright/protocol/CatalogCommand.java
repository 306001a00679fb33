package dev.stockwright.protocol;

import dev.stockwright.vocabulary.InvalidValue;
import dev.stockwright.vocabulary.LotCode;
import dev.stockwright.vocabulary.Quantity;
import dev.stockwright.vocabulary.ReasonCode;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import io.avaje.jsonb.Json;
import java.util.List;
import java.util.Optional;

/// What all warehouses share: products, their barcodes, who we deal with, reasons, settings.
///
/// To save is to make it, or to change what is given of it; what is absent stays as it is. A
/// change says which version it was made from, so that nobody overwrites what they have not seen;
/// without a version it must be new, or say what is so already.
@Json(typeProperty = "kind", naming = Json.Naming.LowerUnderscore)
@Json.SubType(type = CatalogCommand.SaveProduct.class, name = "save_product")
@Json.SubType(type = CatalogCommand.SaveBarcode.class, name = "save_barcode")
@Json.SubType(type = CatalogCommand.LearnBarcode.class, name = "learn_barcode")
@Json.SubType(type = CatalogCommand.RemoveBarcode.class, name = "remove_barcode")
@Json.SubType(type = CatalogCommand.SaveSupplier.class, name = "save_supplier")
@Json.SubType(type = CatalogCommand.SaveCustomer.class, name = "save_customer")
@Json.SubType(type = CatalogCommand.SaveReason.class, name = "save_reason")
@Json.SubType(type = CatalogCommand.SaveSetting.class, name = "save_setting")
@Json.SubType(type = CatalogCommand.SaveKit.class, name = "save_kit")
@Json.SubType(type = CatalogCommand.TellImport.class, name = "tell_import")
public sealed interface CatalogCommand extends WorkCommand {
  int COMPONENTS_MAX = 50;

  @Override
  default List<WarehouseCode> warehouses() {
    return List.of();
  }

  /// What we keep.
  ///
  /// @param name needed for a new one
  /// @param unit the base unit that quantities count; stays once goods have moved
  /// @param unitCost of one base unit, in the smallest unit of the house's currency
  /// @param daysLeftMin goods with fewer days left than this are not taken in or sent out
  /// @param countClass A, B or C: how often it is counted
  /// @param handling words such as `cold fragile`, with blanks between
  /// @param active `false`: no more of it comes in and none is promised; what is there can go
  @Json(naming = Json.Naming.LowerUnderscore)
  record SaveProduct(
      Sku sku,
      Optional<String> name,
      Optional<String> unit,
      Optional<String> category,
      Optional<Long> unitCost,
      Optional<Long> unitGrams,
      Optional<Long> unitMl,
      Optional<Boolean> lotTracked,
      Optional<Boolean> serialTracked,
      Optional<Boolean> expiryTracked,
      Optional<Integer> daysLeftMin,
      Optional<String> countClass,
      Optional<String> handling,
      Optional<String> preferredZone,
      Optional<Boolean> active,
      Optional<Long> version)
      implements CatalogCommand {
    public SaveProduct {
      Required.field("sku", sku);
      name = Required.orEmpty(name);
      unit = Required.orEmpty(unit);
      category = Required.orEmpty(category);
      unitCost = Required.orEmpty(unitCost);
      unitGrams = Required.orEmpty(unitGrams);
      unitMl = Required.orEmpty(unitMl);
      lotTracked = Required.orEmpty(lotTracked);
      serialTracked = Required.orEmpty(serialTracked);
      expiryTracked = Required.orEmpty(expiryTracked);
      daysLeftMin = Required.orEmpty(daysLeftMin);
      countClass = Required.orEmpty(countClass);
      handling = Required.orEmpty(handling);
      preferredZone = Required.orEmpty(preferredZone);
      active = Required.orEmpty(active);
      version = Required.orEmpty(version);
    }
  }

  /// A code that stands for some units of a product: a GTIN of a pack level, a supplier's own code.
  ///
  /// @param barcode a GTIN of 8, 12 or 13 digits is kept with 14
  /// @param pack `each`, `inner`, `case` or `pallet`
  /// @param units how many base units one such pack is; 1 when absent
  /// @param lot when the code is printed for one lot only
  /// @param heightMm how high one such pack is; 0: nobody knows
  @Json(naming = Json.Naming.LowerUnderscore)
  record SaveBarcode(
      Reference barcode,
      Sku sku,
      Optional<String> pack,
      Optional<Long> units,
      Optional<LotCode> lot,
      Optional<Long> heightMm,
      Optional<Long> version)
      implements CatalogCommand {
    public SaveBarcode {
      Required.field("barcode", barcode);
      Required.field("sku", sku);
      pack = Required.orEmpty(pack);
      units = Required.orEmpty(units);
      lot = Required.orEmpty(lot);
      heightMm = Required.orEmpty(heightMm);
      version = Required.orEmpty(version);
    }
  }

  /// Somebody on the floor says what an unknown code stands for. A code that stands for something
  /// already is left as it is.
  @Json(naming = Json.Naming.LowerUnderscore)
  record LearnBarcode(
      Reference barcode,
      Sku sku,
      Optional<String> pack,
      Optional<Long> units,
      Optional<LotCode> lot)
      implements CatalogCommand {
    public LearnBarcode {
      Required.field("barcode", barcode);
      Required.field("sku", sku);
      pack = Required.orEmpty(pack);
      units = Required.orEmpty(units);
      lot = Required.orEmpty(lot);
    }
  }

  /// The code stands for nothing any more.
  @Json(naming = Json.Naming.LowerUnderscore)
  record RemoveBarcode(Reference barcode, Optional<Long> version) implements CatalogCommand {
    public RemoveBarcode {
      Required.field("barcode", barcode);
      version = Required.orEmpty(version);
    }
  }

  /// Some of a kit.
  ///
  /// @param quantity base units in one kit
  @Json(naming = Json.Naming.LowerUnderscore)
  record Component(Sku sku, Quantity quantity) {
    public Component {
      Required.field("sku", sku);
      Required.field("quantity", quantity);
    }
  }

  /// A product is sold as one and lies on the shelf as others: who orders it is promised its
  /// components.
  ///
  /// @param components 1 to 50, each product once; without any it is a kit no more
  @Json(naming = Json.Naming.LowerUnderscore)
  record SaveKit(Sku sku, List<Component> components, Optional<Long> version)
      implements CatalogCommand {
    public SaveKit {
      Required.field("sku", sku);
      components = Required.orEmpty(components);
      version = Required.orEmpty(version);
      long different = components.stream().map(Component::sku).distinct().count();
      if (components.size() > COMPONENTS_MAX || different < components.size()) {
        throw new InvalidValue(
            "invalid_components", "a kit has at most 50 components, each product once");
      }
    }
  }

  /// Who brings goods.
  ///
  /// @param leadDays from order to arrival
  @Json(naming = Json.Naming.LowerUnderscore)
  record SaveSupplier(
      Reference supplier,
      Optional<String> name,
      Optional<Integer> leadDays,
      Optional<String> mail,
      Optional<Boolean> active,
      Optional<Long> version)
      implements CatalogCommand {
    public SaveSupplier {
      Required.field("supplier", supplier);
      name = Required.orEmpty(name);
      leadDays = Required.orEmpty(leadDays);
      mail = Required.orEmpty(mail);
      active = Required.orEmpty(active);
      version = Required.orEmpty(version);
    }
  }

  /// Who gets goods.
  @Json(naming = Json.Naming.LowerUnderscore)
  record SaveCustomer(
      Reference customer,
      Optional<String> name,
      Optional<String> address,
      Optional<Boolean> active,
      Optional<Long> version)
      implements CatalogCommand {
    public SaveCustomer {
      Required.field("customer", customer);
      name = Required.orEmpty(name);
      address = Required.orEmpty(address);
      active = Required.orEmpty(active);
      version = Required.orEmpty(version);
    }
  }

  /// Why something was done.
  ///
  /// @param usedFor words such as `adjust short_pick`, with blanks between
  @Json(naming = Json.Naming.LowerUnderscore)
  record SaveReason(
      ReasonCode reason,
      Optional<String> name,
      Optional<String> usedFor,
      Optional<Boolean> active,
      Optional<Long> version)
      implements CatalogCommand {
    public SaveReason {
      Required.field("reason", reason);
      name = Required.orEmpty(name);
      usedFor = Required.orEmpty(usedFor);
      active = Required.orEmpty(active);
      version = Required.orEmpty(version);
    }
  }

  /// How something is done, in one warehouse or in all.
  ///
  /// @param setting its name, such as `reserve.minutes`
  /// @param value absent: as it is without a setting
  @Json(naming = Json.Naming.LowerUnderscore)
  record SaveSetting(
      Reference setting,
      Optional<WarehouseCode> warehouse,
      Optional<String> value,
      Optional<Long> version)
      implements CatalogCommand {
    public SaveSetting {
      Required.field("setting", setting);
      warehouse = Required.orEmpty(warehouse);
      value = Required.orEmpty(value);
      version = Required.orEmpty(version);
    }

    @Override
    public List<WarehouseCode> warehouses() {
      return warehouse.stream().toList();
    }
  }

  /// A file of master data was applied: whoever follows a warehouse is told which kind of rows has
  /// changed. The server asks for it itself after each import; asked again, it tells again.
  ///
  /// @param imported the import's id
  @Json(naming = Json.Naming.LowerUnderscore)
  record TellImport(Reference imported) implements CatalogCommand {
    public TellImport {
      Required.field("imported", imported);
    }
  }
}
