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
              new Wanted(c.warehouse(), c.sku(), c.from(), c.quantity().units()),
              new PileKey(
                  c.from(),
                  c.lot().map(LotCode::code).orElse(""),
                  c.handlingUnit().map(HandlingUnit::code).orElse(""),
                  c.condition().orElse(Condition.AVAILABLE),
                  ""));
      case AdjustStock c when c.quantityChange() < 0 && c.location().isPresent() ->
          goods(
              stock,
              new Wanted(c.warehouse(), c.sku(), c.location().get(), -c.quantityChange()),
              new PileKey(
                  c.location().get(),
                  c.lot().map(LotCode::code).orElse(""),
                  c.handlingUnit().map(HandlingUnit::code).orElse(""),
                  c.condition().orElse(Condition.AVAILABLE),
                  ""));
      case AdjustStock _ -> Optional.empty();
      case TransferStock c -> c.fromLocation().flatMap(from -> leaving(c, from, stock));
      case PlaceReservation c -> placing(c, stock);
      case ConfirmReservation c -> confirming(c, stock);
      case ReleaseReservation c -> releasing(c, stock);
      case UndoCommand _ -> Optional.empty();
    };
  }

  /// So many of a product are to be taken from a place.
  public record Wanted(WarehouseCode warehouse, Sku sku, LocationCode from, long units) {}

  private static Optional<Refusal> goods(Stock stock, Wanted wanted, PileKey pile) {
    if (!stock.knows(wanted.warehouse, wanted.sku)) {
      return Optional.empty();
    }
    long there = stock.onHand(wanted.warehouse, wanted.sku, pile);
    return taking(stock, wanted, List.of(new Pile(pile, there)));
  }

  /// Why so many may not be taken from these piles together; empty when enough of them belong to no
  /// document.
  public static Optional<Refusal> taking(Stock stock, Wanted wanted, List<Pile> piles) {
    Optional<Holder> by = Optional.empty();
    long free = 0;
    for (Pile pile : piles) {
      List<Held> held = stock.documents().on(wanted.warehouse, wanted.sku, pile.key());
      by = by.or(() -> held.stream().map(each -> new Holder(each.by(), pile.key())).findFirst());
      long all = held.stream().mapToLong(Held::quantity).sum();
      free += Math.max(0, pile.onHand() - all);
    }
    if (by.isEmpty() || free >= wanted.units) {
      return Optional.empty();
    }
    Document document = by.get().by;
    return Optional.of(
        new GuardRefusal.GoodsOfDocument(
            wanted.sku,
            Optional.of(wanted.from),
            wanted.units,
            free,
            document.kind(),
            document.number(),
            document.state(),
            instead(document, !by.get().pile.handlingUnit().isEmpty())));
  }

  private record Holder(Document by, PileKey pile) {}

  /// Lots are taken as they come, so the place is looked at as a whole.
  private static Optional<Refusal> leaving(TransferStock c, LocationCode from, Stock stock) {
    if (!stock.knows(c.fromWarehouse(), c.sku())) {
      return Optional.empty();
    }
    List<Pile> piles =
        stock.piles(c.fromWarehouse(), c.sku()).stream()
            .filter(pile -> pile.key().location().equals(from))
            .filter(pile -> pile.key().condition() == Condition.AVAILABLE)
            .filter(pile -> c.lot().map(lot -> lot.code().equals(pile.key().lot())).orElse(true))
            .toList();
    return taking(stock, new Wanted(c.fromWarehouse(), c.sku(), from, c.quantity().units()), piles);
  }

  private static String instead(Document by, boolean inUnit) {
    if (by.kind() == DocumentKind.TRANSFER) {
      return "ship_transfer or cancel_transfer";
    }
    if (by.state().equals("cancelled")) {
      return inUnit ? "put_back_goods or move_handling_unit" : "put_back_goods";
    }
    return inUnit
        ? "unpack_package, load_package or cancel_order"
        : "drop_goods, put_back_goods, load_package or cancel_order";
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
          case TRANSFER -> by.begun() ? "receive_transfer" : "ship_transfer or cancel_transfer";
          default -> "cancel_order";
        };
    return new GuardRefusal.UnitOfDocument(unit, by.kind(), by.number(), by.state(), instead);
  }

  /// Why goods may not be put into a unit by themselves; empty when no document has it.
  public static Optional<Refusal> filling(HandlingUnit unit, Documents documents) {
    return documents
        .carrying(unit)
        .map(
            by ->
                new GuardRefusal.UnitOfDocument(
                    unit,
                    by.kind(),
                    by.number(),
                    by.state(),
                    switch (by.kind()) {
                      case ASN -> "receive_unit";
                      case TRANSFER -> by.begun() ? "receive_transfer" : "pack_transfer";
                      default -> "pack_goods";
                    }));
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
