package dev.stockwright.server.stock;

import dev.stockwright.protocol.AdjustStock;
import dev.stockwright.protocol.ConfirmReservation;
import dev.stockwright.protocol.DocumentKind;
import dev.stockwright.protocol.GuardRefusal;
import dev.stockwright.protocol.MoveStock;
import dev.stockwright.protocol.PlaceReservation;
import dev.stockwright.protocol.ReceiveGoods;
import dev.stockwright.protocol.Refusal;
import dev.stockwright.protocol.ReleaseReservation;
import dev.stockwright.protocol.StockCommand;
import dev.stockwright.protocol.TransferStock;
import dev.stockwright.protocol.UndoCommand;
import dev.stockwright.server.stock.Documents.Document;
import dev.stockwright.server.stock.Documents.Held;
import dev.stockwright.vocabulary.Condition;
import dev.stockwright.vocabulary.HandlingUnit;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.LotCode;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What a command about stock alone must leave to the commands of a document, because the document
/// would say something else afterwards. Insisting does not help: the same fact can be reported with
/// the document. What undoing leaves alone, its own rules say. Pure.
public final class GuardRules {
  /// The states of an order in which its bare promise may be confirmed or released: nobody has
  /// begun with it, and its state is what the promise says.
  private static final Set<String> NOT_BEGUN = Set.of("placed", "committed", "expired");

  private GuardRules() {}

  /// Why the command is left to a document's own; empty when it is not.
  public static Optional<Refusal> refusal(StockCommand command, Stock stock) {
    return switch (command) {
      case ReceiveGoods c -> arrival(c, stock.documents());
      case MoveStock c ->
          goods(
              stock,
              new Wanted(
                  c.warehouse(),
                  c.sku(),
                  new PileKey(
                      c.from(),
                      c.lot().map(LotCode::code).orElse(""),
                      c.handlingUnit().map(HandlingUnit::code).orElse(""),
                      c.condition().orElse(Condition.AVAILABLE),
                      ""),
                  c.quantity().units()));
      case AdjustStock c when c.quantityChange() < 0 && c.location().isPresent() ->
          goods(
              stock,
              new Wanted(
                  c.warehouse(),
                  c.sku(),
                  new PileKey(
                      c.location().get(),
                      c.lot().map(LotCode::code).orElse(""),
                      c.handlingUnit().map(HandlingUnit::code).orElse(""),
                      c.condition().orElse(Condition.AVAILABLE),
                      ""),
                  -c.quantityChange()));
      case AdjustStock _ -> Optional.empty();
      case TransferStock c -> c.fromLocation().flatMap(from -> leaving(c, from, stock));
      case PlaceReservation c -> placing(c, stock);
      case ConfirmReservation c -> confirming(c, stock);
      case ReleaseReservation c -> releasing(c, stock);
      case UndoCommand _ -> Optional.empty();
    };
  }

  private record Wanted(WarehouseCode warehouse, Sku sku, PileKey pile, long units) {}

  private static Optional<Refusal> goods(Stock stock, Wanted wanted) {
    if (!stock.knows(wanted.warehouse, wanted.sku)) {
      return Optional.empty();
    }
    List<Held> held = stock.documents().on(wanted.warehouse, wanted.sku, wanted.pile);
    if (held.isEmpty()) {
      return Optional.empty();
    }
    long there = stock.onHand(wanted.warehouse, wanted.sku, wanted.pile);
    long all = held.stream().mapToLong(Held::quantity).sum();
    long free = Math.max(0, there - all);
    return free >= wanted.units
        ? Optional.empty()
        : Optional.of(
            ofDocument(
                held.getFirst().by(),
                wanted.sku,
                Optional.of(wanted.pile.location()),
                wanted.units,
                free));
  }

  /// Lots are taken as they come, so the place is looked at as a whole.
  private static Optional<Refusal> leaving(TransferStock c, LocationCode from, Stock stock) {
    if (!stock.knows(c.fromWarehouse(), c.sku())) {
      return Optional.empty();
    }
    Optional<Document> by = Optional.empty();
    long free = 0;
    for (Pile pile : stock.piles(c.fromWarehouse(), c.sku())) {
      boolean fits =
          pile.key().location().equals(from)
              && pile.key().condition() == Condition.AVAILABLE
              && c.lot().map(lot -> lot.code().equals(pile.key().lot())).orElse(true);
      if (fits) {
        List<Held> held = stock.documents().on(c.fromWarehouse(), c.sku(), pile.key());
        by = by.or(() -> held.stream().map(Held::by).findFirst());
        free += stock.documents().free(c.fromWarehouse(), c.sku(), pile.key(), pile.onHand());
      }
    }
    if (by.isEmpty() || free >= c.quantity().units()) {
      return Optional.empty();
    }
    return Optional.of(
        ofDocument(by.get(), c.sku(), Optional.of(from), c.quantity().units(), free));
  }

  private static Refusal ofDocument(
      Document by, Sku sku, Optional<LocationCode> bin, long wanted, long free) {
    String instead =
        by.kind() == DocumentKind.TRANSFER
            ? "ship_transfer or cancel_transfer"
            : "drop_goods, put_back_goods, load_package or cancel_order";
    return new GuardRefusal.GoodsOfDocument(
        sku, bin, wanted, free, by.kind(), by.number(), by.state(), instead);
  }

  private static Optional<Refusal> arrival(ReceiveGoods c, Documents documents) {
    Optional<Refusal> unit =
        c.handlingUnit().flatMap(code -> documents.carrying(code).map(by -> ofUnit(code, by)));
    return unit.or(
        () ->
            c.purchaseOrder()
                .flatMap(documents::announcing)
                .map(
                    notice ->
                        new GuardRefusal.GoodsOfDocument(
                            c.sku(),
                            Optional.empty(),
                            c.quantity().units(),
                            0,
                            notice.kind(),
                            notice.number(),
                            notice.state(),
                            "start_receipt and receive_line, or close_asn")));
  }

  private static Refusal ofUnit(HandlingUnit unit, Document by) {
    String instead =
        switch (by.kind()) {
          case ASN -> "receive_unit";
          case TRANSFER -> "receive_transfer";
          default -> "cancel_order";
        };
    return new GuardRefusal.UnitOfDocument(unit, by.kind(), by.number(), by.state(), instead);
  }

  /// A promise that holds is refused by the rules of reserving.
  private static Optional<Refusal> placing(PlaceReservation c, Stock stock) {
    if (holds(c.order(), stock)) {
      return Optional.empty();
    }
    return stock
        .documents()
        .promised(c.order())
        .map(
            by -> {
              boolean again = by.kind() == DocumentKind.ORDER && NOT_BEGUN.contains(by.state());
              return promise(by, again ? "renew_order or confirm_order" : "another number");
            });
  }

  /// Confirming what holds changes nothing that its document does not say as well.
  private static Optional<Refusal> confirming(ConfirmReservation c, Stock stock) {
    return stock
        .documents()
        .promised(c.order())
        .filter(by -> !NOT_BEGUN.contains(by.state()) && !holds(c.order(), stock))
        .map(by -> promise(by, "another number"));
  }

  private static Optional<Refusal> releasing(ReleaseReservation c, Stock stock) {
    return stock
        .documents()
        .promised(c.order())
        .filter(by -> by.begun() || !NOT_BEGUN.contains(by.state()))
        .filter(by -> holds(c.order(), stock))
        .map(
            by ->
                promise(
                    by, by.kind() == DocumentKind.TRANSFER ? "cancel_transfer" : "cancel_order"));
  }

  private static boolean holds(dev.stockwright.vocabulary.Reference order, Stock stock) {
    return stock.promise(order).filter(promise -> promise.state().holding()).isPresent();
  }

  private static Refusal promise(Document by, String instead) {
    String given =
        by.begun() && NOT_BEGUN.contains(by.state()) ? by.state() + ", begun" : by.state();
    return new GuardRefusal.PromiseOfDocument(by.kind(), by.number(), given, instead);
  }
}
