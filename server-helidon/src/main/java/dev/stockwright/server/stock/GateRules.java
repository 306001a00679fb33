package dev.stockwright.server.stock;

import dev.stockwright.protocol.AdjustStock;
import dev.stockwright.protocol.ConfirmReservation;
import dev.stockwright.protocol.DocumentKind;
import dev.stockwright.protocol.DocumentRefusal;
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
import java.util.List;
import java.util.Optional;

/// Which goods may pass: nothing goes into or out of a location that is locked that way, and of a
/// product that is switched off no more comes in and none is promised, and a kit, which lies on no
/// shelf, is never named. Saying how much there is and undoing a mistake are always possible. Pure.
public final class GateRules {
  private GateRules() {}

  /// Why the command cannot be done because of locks; empty when it can.
  public static Optional<Refusal> refusal(StockCommand command, Stock stock) {
    return switch (command) {
      case ReceiveGoods c ->
          kit(stock, c.sku())
              .or(() -> off(stock, c.sku()))
              .or(() -> into(stock, c.warehouse(), c.location()));
      case MoveStock c ->
          kit(stock, c.sku())
              .or(() -> stock.gates().barred(c.warehouse(), c.from(), Way.OUT))
              .or(() -> stock.gates().barred(c.warehouse(), c.to(), Way.IN));
      case TransferStock c ->
          kit(stock, c.sku())
              .or(
                  () ->
                      c.fromLocation()
                          .flatMap(from -> stock.gates().barred(c.fromWarehouse(), from, Way.OUT)))
              .or(() -> into(stock, c.toWarehouse(), c.toLocation()));
      case PlaceReservation c ->
          c.lines().stream()
              .flatMap(line -> kit(stock, line.sku()).or(() -> off(stock, line.sku())).stream())
              .findFirst();
      case AdjustStock c -> kit(stock, c.sku());
      case ConfirmReservation _, ReleaseReservation _, UndoCommand _ -> Optional.empty();
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

  private static Optional<Refusal> kit(Stock stock, Sku sku) {
    return kit(sku, stock.gates().components(sku));
  }

  /// Why a product cannot be named where goods are: it is a kit of these; empty when it is none.
  public static Optional<Refusal> kit(Sku sku, List<Sku> components) {
    return components.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new DocumentRefusal.Mismatch(
                "product",
                String.join(", ", components.stream().map(Sku::code).toList()),
                sku + ", a kit of these"));
  }

  private static Optional<Refusal> off(Stock stock, Sku sku) {
    return stock.gates().active(sku)
        ? Optional.empty()
        : Optional.of(
            new MasterRefusal.SwitchedOff(DocumentKind.PRODUCT, new Reference(sku.code())));
  }
}
