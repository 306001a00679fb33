package dev.stockwright.devices.labels;

import dev.stockwright.devices.labels.LabelPaper.Resolution;
import dev.stockwright.devices.labels.picture.LabelPicture;
import dev.stockwright.devices.labels.picture.ZplPicture;
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

/// Labels as a warehouse prints them.
final class Samples {
  static final LabelMaker MAKER = new LabelMaker(LabelTemplates.builtIn());
  static final Gtin GTIN = Gtin.of("9501101530003");
  static final Sscc SSCC = new Sscc("106141412345678908");
  static final LocalDate DAY = LocalDate.of(2027, 12, 31);

  private Samples() {}

  static LabelPaper paper(String size, Resolution resolution) {
    return LabelPaper.of(size, resolution).orElseThrow();
  }

  static LabelContent.Product product(String name) {
    return new LabelContent.Product(
        new Sku("BOLT-M8x40"),
        name,
        Optional.of(GTIN),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  static LabelContent.Product product(String lot, LocalDate expiry) {
    return new LabelContent.Product(
        new Sku("BOLT-M8x40"),
        "Hexagon bolt M8 x 40",
        Optional.of(GTIN),
        Optional.of(new LotCode(lot)),
        Optional.of(expiry),
        Optional.empty());
  }

  static LabelContent.Product serialised() {
    return new LabelContent.Product(
        new Sku("DRILL-18V"),
        "Drill",
        Optional.of(GTIN),
        Optional.of(new LotCode("ABCDEFGHIJKLMNOPQRST")),
        Optional.of(DAY),
        Optional.of(new SerialNumber("abcdefghijklmnopqrst")));
  }

  static LabelContent.Product withoutGtin(String sku) {
    return new LabelContent.Product(
        new Sku(sku),
        "Own make",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  static LabelContent.Location location(String code) {
    return new LabelContent.Location(
        new WarehouseCode("MAIN"), new LocationCode(code), "Aisle A, bay 3, level 2");
  }

  static LabelContent.HandlingUnit unit(String lot, long count) {
    return new LabelContent.HandlingUnit(
        SSCC,
        Optional.of(new Content(GTIN, count, Optional.of(new LotCode(lot)), Optional.of(DAY))),
        "Acme Ltd, 1 Long Lane",
        "Shop 12, 99 Main Street, Far Away",
        "Hexagon bolt M8 x 40");
  }

  static LabelContent.Badge badge(String code) {
    return new LabelContent.Badge(code, "Zo\u00eb M\u00fcller-\u0141ukasz", "Supervisor");
  }

  /// The label, or a failed test that says why there is none.
  static MadeLabel.Ready ready(MadeLabel made) {
    return switch (made) {
      case MadeLabel.Ready ready -> ready;
      case MadeLabel.Refused refused -> throw new AssertionError(refused);
    };
  }

  static String refusal(MadeLabel made) {
    return switch (made) {
      case MadeLabel.Ready ready -> throw new AssertionError("not refused: " + ready.zpl());
      case MadeLabel.Refused refused -> refused.code();
    };
  }

  static LabelPicture picture(MadeLabel.Ready label) {
    return new ZplPicture(0, 0).draw(label.zpl()).getFirst();
  }
}
