package dev.stockwright.client.known;

import dev.stockwright.vocabulary.HandlingUnit;
import dev.stockwright.vocabulary.LotCode;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// An advance shipping notice that has not all come.
///
/// @param blind figures are not told to those who receive
public record Notice(
    Reference number,
    String supplier,
    Optional<Reference> purchaseOrder,
    String state,
    Optional<LocalDate> expectedOn,
    boolean blind,
    List<Line> lines) {
  public Notice {
    lines = List.copyOf(lines);
  }

  /// Some goods of it.
  ///
  /// @param unit the handling unit that they come on
  /// @param announced absent when it is blind
  public record Line(
      int line,
      Optional<HandlingUnit> unit,
      Sku sku,
      String name,
      Optional<LotCode> lot,
      Optional<LocalDate> expiry,
      Optional<Long> announced,
      Optional<Long> received) {

    /// With this much received.
    public Line received(long units) {
      return new Line(line, unit, sku, name, lot, expiry, announced, Optional.of(units));
    }
  }

  /// With other lines.
  public Notice with(List<Line> others) {
    return new Notice(number, supplier, purchaseOrder, state, expectedOn, blind, others);
  }

  /// What is announced on a handling unit.
  public List<Line> on(HandlingUnit unit) {
    return lines.stream().filter(line -> line.unit().filter(unit::equals).isPresent()).toList();
  }
}
