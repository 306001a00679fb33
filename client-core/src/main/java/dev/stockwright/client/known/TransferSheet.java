package dev.stockwright.client.known;

import dev.stockwright.vocabulary.HandlingUnit;
import dev.stockwright.vocabulary.LotCode;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import java.util.List;
import java.util.Optional;

/// A transfer that is under way.
///
/// @param state `approved`, `packed`, `shipped` or `short`
public record TransferSheet(
    Reference number,
    WarehouseCode from,
    WarehouseCode to,
    String state,
    List<Line> lines,
    List<Packed> packages) {
  public TransferSheet {
    lines = List.copyOf(lines);
    packages = List.copyOf(packages);
  }

  /// A product of it, in base units.
  ///
  /// @param received what has come, good and damaged
  public record Line(
      int line,
      Sku sku,
      String name,
      long approved,
      long packed,
      long shipped,
      long received,
      long inTransit) {}

  /// What was packed together.
  ///
  /// @param settled what has come of it, or was explained
  public record Packed(
      int line,
      Optional<LotCode> lot,
      Optional<HandlingUnit> unit,
      long packed,
      long shipped,
      long settled) {}
}
