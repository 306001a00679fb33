package dev.stockwright.protocol;

import static dev.stockwright.protocol.WorkSamples.NORTH;
import static dev.stockwright.protocol.WorkSamples.REASON;

import dev.stockwright.protocol.WireSamples.Sample;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.LotCode;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import java.util.List;
import java.util.Optional;

/// Samples of master data: products, places, who we deal with.
final class MasterSamples {
  private static final Sku SKU = new Sku("HM-0500");
  private static final Reference CODE = new Reference("05901234123457");
  private static final LocationCode BIN = new LocationCode("A-01-02");

  private MasterSamples() {}

  static List<Sample<?>> all() {
    return List.of(products(), places(), refusals()).stream().flatMap(List::stream).toList();
  }

  private static List<Sample<?>> products() {
    return List.of(
        Sample.command("save_product", product(false)),
        Sample.command("save_product.full", product(true)),
        Sample.command(
            "save_barcode",
            new CatalogCommand.SaveBarcode(CODE, SKU, no(), no(), no(), no(), no())),
        Sample.command(
            "save_barcode.full",
            new CatalogCommand.SaveBarcode(
                CODE,
                SKU,
                text("case"),
                some(12L),
                some(new LotCode("L42")),
                some(240L),
                some(3L))),
        Sample.command(
            "learn_barcode", new CatalogCommand.LearnBarcode(CODE, SKU, no(), no(), no())),
        Sample.command(
            "learn_barcode.full",
            new CatalogCommand.LearnBarcode(
                CODE, SKU, text("inner"), some(6L), some(new LotCode("L43")))),
        Sample.command("remove_barcode", new CatalogCommand.RemoveBarcode(CODE, no())),
        Sample.command("remove_barcode.full", new CatalogCommand.RemoveBarcode(CODE, some(4L))),
        Sample.command("save_supplier", supplier(false)),
        Sample.command("save_supplier.full", supplier(true)),
        Sample.command(
            "save_customer",
            new CatalogCommand.SaveCustomer(new Reference("C-7"), no(), no(), no(), no())),
        Sample.command(
            "save_customer.full",
            new CatalogCommand.SaveCustomer(
                new Reference("C-7"), text("Corner shop"), text("Main 1"), some(true), some(5L))),
        Sample.command(
            "save_reason", new CatalogCommand.SaveReason(REASON, no(), no(), no(), no())),
        Sample.command(
            "save_reason.full",
            new CatalogCommand.SaveReason(
                REASON, text("Aisle blocked"), text("skip redirect"), some(false), some(6L))),
        Sample.command(
            "save_kit",
            new CatalogCommand.SaveKit(
                new Sku("KIT-1"),
                java.util.List.of(
                    new CatalogCommand.Component(
                        new Sku("S-1"), new dev.stockwright.vocabulary.Quantity(2))),
                no())),
        Sample.command(
            "save_kit.full",
            new CatalogCommand.SaveKit(new Sku("KIT-1"), java.util.List.of(), some(8L))),
        Sample.command(
            "tell_import",
            new CatalogCommand.TellImport(new Reference("0192c8f4-7a1e-7cc3-98c4-dc0c0c07398f"))),
        Sample.command(
            "save_setting",
            new CatalogCommand.SaveSetting(new Reference("reserve.minutes"), no(), no(), no())),
        Sample.command(
            "save_setting.full",
            new CatalogCommand.SaveSetting(
                new Reference("reserve.minutes"), some(NORTH), text("20"), some(7L))));
  }

  private static List<Sample<?>> places() {
    return List.of(
        Sample.command(
            "open_warehouse", new PlaceCommand.OpenWarehouse(NORTH, no(), no(), no(), no())),
        Sample.command(
            "open_warehouse.full",
            new PlaceCommand.OpenWarehouse(
                NORTH, text("North"), text("Europe/Oslo"), some(BIN), text("store"))),
        Sample.command(
            "change_warehouse",
            new PlaceCommand.ChangeWarehouse(NORTH, no(), no(), no(), no(), no(), no())),
        Sample.command(
            "change_warehouse.full",
            new PlaceCommand.ChangeWarehouse(
                NORTH,
                text("North"),
                text("Europe/Oslo"),
                some(BIN),
                text("store"),
                some(true),
                some(8L))),
        Sample.command("save_zone", new PlaceCommand.SaveZone(NORTH, zone(), no(), no(), no())),
        Sample.command(
            "save_zone.full",
            new PlaceCommand.SaveZone(NORTH, zone(), text("Cold"), some(true), some(9L))),
        Sample.command("save_location", location(false)),
        Sample.command("save_location.full", location(true)),
        Sample.command(
            "lock_location", new PlaceCommand.LockLocation(NORTH, BIN, true, false, REASON)),
        Sample.command("unlock_location", new PlaceCommand.UnlockLocation(NORTH, BIN)),
        Sample.command("save_minimum", new PlaceCommand.SaveMinimum(NORTH, SKU, 24)));
  }

  private static List<Sample<?>> refusals() {
    return List.of(
        Sample.refusal(
            "stale_version",
            new MasterRefusal.StaleVersion(DocumentKind.PRODUCT, new Reference("HM-0500"), 5, 3)),
        Sample.refusal(
            "frozen",
            new MasterRefusal.Frozen(
                DocumentKind.PRODUCT,
                new Reference("HM-0500"),
                "unit",
                "piece",
                "box",
                "has moved")),
        Sample.refusal(
            "barcode_taken", new MasterRefusal.BarcodeTaken(CODE, SKU, 12, new Sku("HM-0501"))),
        Sample.refusal(
            "not_empty",
            new MasterRefusal.NotEmpty(DocumentKind.LOCATION, new Reference("A-01-02"), 7)),
        Sample.refusal(
            "location_locked", new MasterRefusal.LocationLocked(NORTH, BIN, "in", "damage")),
        Sample.refusal(
            "switched_off",
            new MasterRefusal.SwitchedOff(DocumentKind.PRODUCT, new Reference("HM-0500"))));
  }

  private static CatalogCommand.SaveProduct product(boolean full) {
    return full
        ? new CatalogCommand.SaveProduct(
            SKU,
            text("Hammer"),
            text("piece"),
            text("tools"),
            some(1250L),
            some(500L),
            some(750L),
            some(true),
            some(false),
            some(true),
            some(30),
            text("A"),
            text("fragile cold"),
            text("COLD"),
            some(true),
            some(2L))
        : new CatalogCommand.SaveProduct(
            SKU, no(), no(), no(), no(), no(), no(), no(), no(), no(), no(), no(), no(), no(), no(),
            no());
  }

  private static CatalogCommand.SaveSupplier supplier(boolean full) {
    Reference code = new Reference("SUP-1");
    return full
        ? new CatalogCommand.SaveSupplier(
            code, text("Halvorsen"), some(14), text("order@halvorsen.test"), some(true), some(2L))
        : new CatalogCommand.SaveSupplier(code, no(), no(), no(), no(), no());
  }

  private static PlaceCommand.SaveLocation location(boolean full) {
    return full
        ? new PlaceCommand.SaveLocation(
            NORTH,
            BIN,
            text("COLD"),
            text("bin"),
            some(1000),
            some(2000),
            some(3000),
            some(40),
            some(true),
            some(500L),
            some(60000L),
            some(70000L),
            some(1800L),
            text("one_lot"),
            some(true),
            some(10L))
        : new PlaceCommand.SaveLocation(
            NORTH, BIN, no(), no(), no(), no(), no(), no(), no(), no(), no(), no(), no(), no(),
            no(), no());
  }

  private static Reference zone() {
    return new Reference("COLD");
  }

  private static Optional<String> text(String value) {
    return Optional.of(value);
  }

  private static <T> Optional<T> some(T value) {
    return Optional.of(value);
  }

  private static <T> Optional<T> no() {
    return Optional.empty();
  }
}
