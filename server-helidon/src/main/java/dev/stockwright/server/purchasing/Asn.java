package dev.stockwright.server.purchasing;

import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// What a supplier has announced.
///
/// @param state announced, arriving, received, closed or cancelled
public record Asn(
    long id,
    Reference number,
    String supplier,
    Optional<Reference> purchaseOrder,
    String state,
    boolean blind,
    List<Line> lines) {
  public Asn {
    lines = List.copyOf(lines);
  }

  /// Some goods of it.
  ///
  /// @param handlingUnit empty: loose
  /// @param lot or serial number; empty: none
  public record Line(
      int line,
      String handlingUnit,
      Sku sku,
      String lot,
      Optional<LocalDate> expiry,
      long announced,
      long received) {}

  /// Does something of it still come?
  public boolean open() {
    return state.equals("announced") || state.equals("arriving");
  }

  /// Has everything come?
  public boolean complete() {
    return lines.stream().allMatch(line -> line.received() >= line.announced());
  }

  /// Has nothing come?
  public boolean untouched() {
    return lines.stream().allMatch(line -> line.received() == 0);
  }
}
