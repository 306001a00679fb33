package dev.stockwright.server.transferring;

import dev.stockwright.protocol.DocumentKind;
import dev.stockwright.server.stock.Decision;
import dev.stockwright.server.stock.PileKey;
import dev.stockwright.server.stock.Posting;
import dev.stockwright.server.stock.Step;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.Operator;
import dev.stockwright.vocabulary.ReasonCode;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import java.util.List;
import java.util.Optional;

/// A transfer as its rules see it.
///
/// @param id the row's number
public record Transfer(
    long id,
    Reference number,
    WarehouseCode from,
    WarehouseCode to,
    TransferState state,
    Operator requestedBy,
    List<Line> lines,
    List<Content> contents) {
  public Transfer {
    lines = List.copyOf(lines);
    contents = List.copyOf(contents);
  }

  /// A product of it; all figures are base units counted from the transfer's beginning.
  ///
  /// @param explained what will not arrive, with a reason
  /// @param over came although nobody sent it
  /// @param kept of what came over, what was accepted
  public record Line(
      int line,
      Sku sku,
      long requested,
      long approved,
      long packed,
      long shipped,
      long good,
      long damaged,
      long explained,
      long over,
      long kept) {
    /// Shipped, and neither here nor explained.
    public long inTransit() {
      return shipped - good - damaged - explained;
    }
  }

  /// Goods that were packed together.
  ///
  /// @param lot empty: without lot
  /// @param unit the handling unit; empty: loose
  /// @param place where they stood ready
  /// @param settled arrived or explained
  public record Content(
      long id,
      int line,
      Sku sku,
      String lot,
      String unit,
      LocationCode place,
      long packed,
      long shipped,
      long settled) {
    /// What may still arrive.
    public long open() {
      return shipped - settled;
    }
  }

  private static final ReasonCode TRANSFER = new ReasonCode("transfer");

  /// The kind of document it is.
  static final DocumentKind KIND = DocumentKind.TRANSFER;

  /// The order that its stock is promised to; no customer's order is called so.
  public static Reference promise(Reference number) {
    return new Reference("transfer:" + number);
  }

  Reference promise() {
    return promise(number);
  }

  /// The same in another state.
  Transfer as(TransferState other) {
    return new Transfer(id, number, from, to, other, requestedBy, lines, contents);
  }

  /// A movement for it.
  Step move(WarehouseCode warehouse, Sku sku, PileKey goods, LocationCode place, long units) {
    return move(warehouse, sku, goods, place, units, TRANSFER);
  }

  Step move(
      WarehouseCode warehouse,
      Sku sku,
      PileKey goods,
      LocationCode place,
      long units,
      ReasonCode reason) {
    return new Step.Move(
        new Posting(
            warehouse,
            sku,
            goods,
            place,
            units,
            reason,
            Optional.of(number),
            Optional.empty(),
            Decision.REVERSES_NOTHING));
  }

  Optional<Line> line(Sku sku) {
    return lines.stream().filter(line -> line.sku().equals(sku)).findFirst();
  }

  /// Figures of all lines together.
  Progress progress() {
    return new Progress(
        lines.stream().mapToLong(Line::approved).sum(),
        lines.stream().mapToLong(Line::packed).sum(),
        lines.stream().mapToLong(Line::inTransit).sum(),
        lines.stream().mapToLong(Line::explained).sum());
  }

  /// How far it is, in base units of all products together.
  ///
  /// @param explained will not arrive, with a reason
  record Progress(long approved, long packed, long inTransit, long explained) {}
}
