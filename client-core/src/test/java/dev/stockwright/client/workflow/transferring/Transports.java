package dev.stockwright.client.workflow.transferring;

import static dev.stockwright.client.workflow.Sights.DRILL;
import static dev.stockwright.client.workflow.Sights.HAMMER;
import static dev.stockwright.client.workflow.Sights.MILK;

import dev.stockwright.client.known.Balance;
import dev.stockwright.client.known.KnownUnit;
import dev.stockwright.client.known.Product;
import dev.stockwright.client.known.Reason;
import dev.stockwright.client.known.TransferSheet;
import dev.stockwright.client.known.TransferSheet.Line;
import dev.stockwright.client.known.TransferSheet.Packed;
import dev.stockwright.client.workflow.Scenes;
import dev.stockwright.client.workflow.WrittenBooks;
import dev.stockwright.vocabulary.Condition;
import dev.stockwright.vocabulary.HandlingUnit;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.LotCode;
import dev.stockwright.vocabulary.ReasonCode;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.WarehouseCode;
import java.util.List;
import java.util.Optional;

/// The transfers of the tests, seen from NORTH.
final class Transports {
  static final WarehouseCode SOUTH = new WarehouseCode("SOUTH");

  /// To be packed here.
  static final TransferSheet TR1 =
      new TransferSheet(
          new Reference("TR-1"),
          Scenes.NORTH,
          SOUTH,
          "approved",
          List.of(approved(1, HAMMER, 30, 0), approved(2, MILK, 12, 0), approved(3, DRILL, 2, 0)),
          List.of());

  /// 24 of 30 are packed.
  static final TransferSheet TR4 =
      new TransferSheet(
          new Reference("TR-4"),
          Scenes.NORTH,
          SOUTH,
          "approved",
          List.of(approved(1, HAMMER, 30, 24)),
          List.of(packed(1, "", "LP-4", 24, 0, 0)));

  /// Comes: 24 hammers on LP-2, 6 loose, and two lots of milk; LP-3 is here already.
  static final TransferSheet TR2 =
      new TransferSheet(
          new Reference("TR-2"),
          SOUTH,
          Scenes.NORTH,
          "shipped",
          List.of(
              new Line(1, HAMMER.sku(), "Hammer", 40, 40, 40, 10, 30),
              new Line(2, MILK.sku(), "Milk", 12, 12, 12, 0, 12)),
          List.of(
              packed(1, "", "LP-2", 24, 24, 0),
              packed(1, "", "", 6, 6, 0),
              packed(1, "", "LP-3", 10, 10, 10),
              packed(2, "L1", "", 6, 6, 0),
              packed(2, "L2", "", 6, 6, 0)));

  /// Comes on one unit.
  static final TransferSheet TR5 =
      new TransferSheet(
          new Reference("TR-5"),
          SOUTH,
          Scenes.NORTH,
          "shipped",
          List.of(new Line(1, HAMMER.sku(), "Hammer", 24, 24, 24, 0, 24)),
          List.of(packed(1, "", "LP-5", 24, 24, 0)));

  /// Left here, and 2 did not arrive.
  static final TransferSheet TR3 =
      new TransferSheet(
          new Reference("TR-3"),
          Scenes.NORTH,
          SOUTH,
          "short",
          List.of(new Line(1, HAMMER.sku(), "Hammer", 10, 10, 10, 8, 2)),
          List.of(packed(1, "", "", 10, 10, 8)));

  /// Has not left the other warehouse.
  static final TransferSheet TR6 =
      new TransferSheet(
          new Reference("TR-6"),
          SOUTH,
          Scenes.NORTH,
          "approved",
          List.of(approved(1, HAMMER, 5, 0)),
          List.of());

  static final KnownUnit PALLET = unit("LP-1", HAMMER, 24);
  static final KnownUnit TOO_MUCH = unit("LP-8", HAMMER, 48);

  static final WrittenBooks BOOKS =
      WrittenBooks.of(
          HAMMER,
          MILK,
          DRILL,
          TR1,
          TR2,
          TR3,
          TR4,
          TR5,
          TR6,
          PALLET,
          TOO_MUCH,
          new Balance(
              HAMMER.sku(),
              new LocationCode("B-02"),
              Optional.empty(),
              Optional.of(new HandlingUnit("LP-6")),
              Condition.AVAILABLE,
              "",
              9,
              Optional.empty()),
          new Reason(new ReasonCode("lost"), "Lost", List.of("transfer")));

  private Transports() {}

  private static Line approved(int line, Product product, long approved, long packed) {
    return new Line(line, product.sku(), product.name(), approved, packed, 0, 0, 0);
  }

  private static Packed packed(
      int line, String lot, String unit, long packed, long shipped, long settled) {
    return new Packed(
        line,
        Optional.of(lot).filter(code -> !code.isEmpty()).map(LotCode::new),
        Optional.of(unit).filter(code -> !code.isEmpty()).map(HandlingUnit::new),
        packed,
        shipped,
        settled);
  }

  private static KnownUnit unit(String code, Product product, long units) {
    return new KnownUnit(
        new HandlingUnit(code),
        Optional.of(new LocationCode("A-01")),
        List.of(new KnownUnit.Content(product, units, Optional.empty(), Condition.AVAILABLE)));
  }
}
