package dev.stockwright.server.receiving;

import dev.stockwright.protocol.DocumentKind;
import dev.stockwright.protocol.DocumentRefusal;
import dev.stockwright.protocol.ReceivingCommand;
import dev.stockwright.protocol.Refusal;
import dev.stockwright.server.purchasing.Asn;
import dev.stockwright.server.purchasing.AsnBook;
import dev.stockwright.server.purchasing.PurchaseBook;
import dev.stockwright.server.purchasing.PurchaseOrder;
import dev.stockwright.server.purchasing.PurchaseRules;
import dev.stockwright.server.putaway.ProductCard;
import dev.stockwright.server.putaway.ProductCards;
import dev.stockwright.server.stock.Decision;
import dev.stockwright.server.stock.Step;
import dev.stockwright.server.work.Work;
import dev.stockwright.vocabulary.Condition;
import dev.stockwright.vocabulary.HandlingUnit;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.LotCode;
import dev.stockwright.vocabulary.ReasonCode;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Takes deliveries in line by line.
final class Deliveries {
  private final Work work;
  private final WarehouseCode warehouse;
  private final ReceiptBook book;
  private final PurchaseBook orders;
  private final AsnBook asns;
  private final Intake intake;

  Deliveries(Work work, WarehouseCode warehouse) {
    this.work = work;
    this.warehouse = warehouse;
    this.book = new ReceiptBook(work, warehouse);
    this.orders = new PurchaseBook(work, warehouse);
    this.asns = new AsnBook(work, warehouse);
    this.intake = new Intake(work, warehouse, book);
  }

  /// A delivery has come.
  Decision start(ReceivingCommand.StartReceipt command) {
    Optional<Asn> asn = command.asn().flatMap(asns::find);
    Optional<Reference> orderNumber =
        command.purchaseOrder().or(() -> asn.flatMap(Asn::purchaseOrder));
    Optional<PurchaseOrder> order = orderNumber.flatMap(orders::find);
    LocationCode at = command.location().orElseGet(() -> work.stock().receivingLocation(warehouse));
    Optional<Refusal> wrong =
        taken(command)
            .or(() -> wrongAsn(command, asn))
            .or(() -> wrongOrder(orderNumber, order))
            .or(() -> wrongSupplier(command))
            .or(() -> intake.unknownPlace(at));
    if (wrong.isPresent()) {
      return refuse(wrong.get());
    }
    String supplier =
        asn.map(Asn::supplier)
            .or(() -> order.map(PurchaseOrder::supplier))
            .or(() -> command.supplier().map(Reference::code))
            .orElse("");
    Receipt.Kind kind =
        asn.isPresent()
            ? Receipt.Kind.ASN
            : order.isPresent() ? Receipt.Kind.ORDER : Receipt.Kind.UNANNOUNCED;
    boolean blind =
        command.blind()
            || asn.map(Asn::blind).orElse(false)
            || order.map(PurchaseOrder::blind).orElse(false);
    Reference number = command.number().orElseGet(() -> book.newNumber(false));
    book.open(new Receipt(0, number, kind, true, orderNumber, command.asn(), at, blind), supplier);
    return new Decision.Act(
        List.of(Work.note(warehouse, DocumentKind.RECEIPT, number, "open", kind.code())));
  }

  private Optional<Refusal> taken(ReceivingCommand.StartReceipt command) {
    return command
        .number()
        .filter(book::taken)
        .map(number -> new DocumentRefusal.DocumentExists(DocumentKind.RECEIPT, number));
  }

  private static Optional<Refusal> wrongAsn(
      ReceivingCommand.StartReceipt command, Optional<Asn> asn) {
    if (command.asn().isEmpty()) {
      return Optional.empty();
    }
    if (asn.isEmpty()) {
      return Optional.of(
          new DocumentRefusal.UnknownDocument(DocumentKind.ASN, command.asn().get()));
    }
    if (!asn.get().open()) {
      return Optional.of(
          new DocumentRefusal.WrongState(
              DocumentKind.ASN, asn.get().number(), asn.get().state(), "announced or arriving"));
    }
    return command
        .purchaseOrder()
        .filter(order -> asn.get().purchaseOrder().filter(order::equals).isEmpty())
        .map(
            order ->
                new DocumentRefusal.Mismatch(
                    "purchase order",
                    asn.get().purchaseOrder().map(Reference::code).orElse("none"),
                    order.code()));
  }

  private static Optional<Refusal> wrongOrder(
      Optional<Reference> number, Optional<PurchaseOrder> order) {
    if (number.isEmpty()) {
      return Optional.empty();
    }
    return order
        .map(PurchaseRules::open)
        .orElseGet(
            () ->
                Optional.of(
                    new DocumentRefusal.UnknownDocument(
                        DocumentKind.PURCHASE_ORDER, number.get())));
  }

  private Optional<Refusal> wrongSupplier(ReceivingCommand.StartReceipt command) {
    return command
        .supplier()
        .filter(code -> orders.supplier(code).isEmpty())
        .map(code -> new DocumentRefusal.UnknownDocument(DocumentKind.SUPPLIER, code));
  }

  /// Goods of one product are in.
  Decision line(ReceivingCommand.ReceiveLine command, Receipt receipt) {
    Optional<ProductCard> card = ProductCards.read(work.sql(), command.sku());
    if (card.isEmpty()) {
      return refuse(new Refusal.UnknownProduct(command.sku()));
    }
    Optional<PurchaseOrder> order = receipt.purchaseOrder().flatMap(orders::find);
    boolean inspected = inspected(order.map(PurchaseOrder::supplier));
    LocationCode at = command.location().orElse(receipt.location());
    Condition condition =
        ReceiptRules.condition(card.get(), command.condition(), command.damage(), inspected);
    Delivered goods =
        Delivered.of(
            card.get(),
            command.quantity().units(),
            command.lot().map(LotCode::code).orElse(""),
            command.serials(),
            command.expiry());
    Delivered.Place place = place(command, at, condition);
    Optional<Refusal> wrong =
        intake
            .unknownPlace(at)
            .or(() -> command.damage().flatMap(why -> work.wrongReason(why, "damage")))
            .or(
                () ->
                    ReceiptRules.contradiction(
                        condition, command.damage(), inspected || card.get().inspected()))
            .or(() -> pieceWord(command, card.get()))
            .or(() -> overOrder(receipt, order, command.sku(), command.quantity().units()))
            .or(
                () ->
                    intake.wrong(
                        goods,
                        intake.told(
                            goods, command.quantity().units(), command.lot(), command.expiry()),
                        place))
            .or(() -> command.handlingUnit().flatMap(unit -> intake.wrongUnit(unit, place)))
            .or(() -> intake.noRoom(List.of(goods), place));
    if (wrong.isPresent()) {
      return refuse(wrong.get());
    }
    Delivered.Place there =
        command.newUnit()
            ? new Delivered.Place(at, intake.mint().code(), condition, place.reason())
            : place;
    List<Step> steps = new ArrayList<>(intake.take(receipt, List.of(goods), there));
    order.ifPresent(bought -> steps.addAll(progress(bought, command.sku(), goods.units())));
    receipt.asn().flatMap(asns::find).ifPresent(asn -> steps.addAll(arrived(asn, goods)));
    return new Decision.Act(steps);
  }

  private static Delivered.Place place(
      ReceivingCommand.ReceiveLine command, LocationCode at, Condition condition) {
    return new Delivered.Place(
        at,
        command.handlingUnit().map(HandlingUnit::code).orElse(""),
        condition,
        command.damage().map(ReasonCode::code).orElse(""));
  }

  /// Serial numbers of goods that are not kept by piece would be lots by mistake.
  private static Optional<Refusal> pieceWord(
      ReceivingCommand.ReceiveLine command, ProductCard card) {
    return command.serials().isEmpty() || card.tracking().serial()
        ? Optional.empty()
        : Optional.of(
            new DocumentRefusal.Mismatch(
                "tracking of " + card.sku(), "no serial numbers", "serial numbers"));
  }

  private static Optional<Refusal> overOrder(
      Receipt receipt, Optional<PurchaseOrder> order, Sku sku, long units) {
    return order.flatMap(bought -> PurchaseRules.receive(bought, sku, units, receipt.blind()));
  }

  private boolean inspected(Optional<String> supplier) {
    return supplier
        .flatMap(code -> work.setting(warehouse, "receiving.inspect." + code))
        .filter("yes"::equals)
        .isPresent();
  }

  private List<Step> progress(PurchaseOrder order, Sku sku, long units) {
    orders.received(order, sku, units);
    return List.of(Work.note(warehouse, DocumentKind.PURCHASE_ORDER, order.number(), "open"));
  }

  /// The loose goods of the notice that these are; what it did not announce stands in the receipt.
  private List<Step> arrived(Asn asn, Delivered goods) {
    asns.received(asn, ReceiptRules.announced(asn, goods));
    if (!asn.state().equals("announced")) {
      return List.of();
    }
    asns.turn(asn, "arriving", "");
    return List.of(Work.note(warehouse, DocumentKind.ASN, asn.number(), "arriving"));
  }

  private static Decision refuse(Refusal why) {
    return new Decision.Refuse(why);
  }
}
