package dev.stockwright.server.stock;

import dev.stockwright.protocol.AdjustStock;
import dev.stockwright.protocol.ConfirmReservation;
import dev.stockwright.protocol.DocumentKind;
import dev.stockwright.protocol.MasterRefusal;
import dev.stockwright.protocol.MoveStock;
import dev.stockwright.protocol.PlaceReservation;
import dev.stockwright.protocol.ReceiveGoods;
import dev.stockwright.protocol.Refusal;
import dev.stockwright.protocol.ReleaseReservation;
import dev.stockwright.protocol.StockCommand;
import dev.stockwright.protocol.TransferStock;
import dev.stockwright.protocol.UndoCommand;
import dev.stockwright.server.stock.Gates.Way;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import java.util.Optional;

/// Which goods may pass: nothing goes into or out of a location that is locked that way, and of a
/// product that is switched off no more comes in and none is promised. Saying how much there is and
/// undoing a mistake are always possible. Pure.
public final class GateRules {
  private GateRules() {}

  /// Why the command cannot be done because of locks; empty when it can.
  public static Optional<Refusal> refusal(StockCommand command, Stock stock) {
    return switch (command) {
      case ReceiveGoods c -> off(stock, c.sku()).or(() -> into(stock, c.warehouse(), c.location()));
      case MoveStock c ->
          stock
              .gates()
              .barred(c.warehouse(), c.from(), Way.OUT)
              .or(() -> stock.gates().barred(c.warehouse(), c.to(), Way.IN));
      case TransferStock c ->
          c.fromLocation()
              .flatMap(from -> stock.gates().barred(c.fromWarehouse(), from, Way.OUT))
              .or(() -> into(stock, c.toWarehouse(), c.toLocation()));
      case PlaceReservation c ->
          c.lines().stream().flatMap(line -> off(stock, line.sku()).stream()).findFirst();
      case AdjustStock _, ConfirmReservation _, ReleaseReservation _, UndoCommand _ ->
          Optional.empty();
    };
  }

  private static Optional<Refusal> into(
      Stock stock, WarehouseCode warehouse, Optional<LocationCode> location) {
    if (!stock.knows(warehouse)) {
      return Optional.empty();
    }
    return stock
        .gates()
        .barred(warehouse, location.orElseGet(() -> stock.receivingLocation(warehouse)), Way.IN);
  }

  private static Optional<Refusal> off(Stock stock, Sku sku) {
    return stock.gates().active(sku)
        ? Optional.empty()
        : Optional.of(
            new MasterRefusal.SwitchedOff(DocumentKind.PRODUCT, new Reference(sku.code())));
  }
}
