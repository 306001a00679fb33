package dev.stockwright.server.purchasing;

import dev.stockwright.protocol.DocumentKind;
import dev.stockwright.protocol.DocumentRefusal;
import dev.stockwright.protocol.PurchaseCommand;
import dev.stockwright.protocol.Refusal;
import dev.stockwright.server.orders.Kits;
import dev.stockwright.server.putaway.ProductCard;
import dev.stockwright.server.putaway.ProductCards;
import dev.stockwright.server.stock.Decision;
import dev.stockwright.server.work.Clerk;
import dev.stockwright.server.work.Work;
import dev.stockwright.vocabulary.HandlingUnit;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Keeps purchase orders and what suppliers announce.
public final class PurchaseClerk implements Clerk<PurchaseCommand> {
  @Override
  public Decision handle(PurchaseCommand command, Work work) {
    PurchaseBook book = new PurchaseBook(work, command.warehouse());
    return switch (command) {
      case PurchaseCommand.OpenPurchaseOrder c -> open(c, work, book);
      case PurchaseCommand.ChangePurchaseOrder c ->
          known(c.order(), book, order -> change(c, order, work, book));
      case PurchaseCommand.ClosePurchaseOrder c ->
          known(c.order(), book, order -> close(c, order, work, book));
      case PurchaseCommand.CancelPurchaseOrder c ->
          known(c.order(), book, order -> cancel(c, order, work, book));
      case PurchaseCommand.AllowOverReceipt c ->
          known(c.order(), book, order -> allow(c, order, work, book));
      case PurchaseCommand.AnnounceDelivery c -> announce(c, work, book);
      case PurchaseCommand.CloseAsn c -> closeAsn(c, work);
    };
  }

  private static Decision open(
      PurchaseCommand.OpenPurchaseOrder command, Work work, PurchaseBook book) {
    if (book.taken(command.order())) {
      return refuse(
          new DocumentRefusal.DocumentExists(DocumentKind.PURCHASE_ORDER, command.order()));
    }
    Optional<PurchaseBook.Supplier> supplier = book.supplier(command.supplier());
    Optional<Refusal> wrong =
        wrongSupplier(command.supplier(), supplier)
            .or(
                () ->
                    unknown(
                        work, command.lines().stream().map(PurchaseCommand.Line::sku).toList()));
    if (wrong.isPresent()) {
      return refuse(wrong.get());
    }
    book.insert(command, supplier.orElseThrow());
    return done(command.warehouse(), DocumentKind.PURCHASE_ORDER, command.order(), "open");
  }

  private static Decision change(
      PurchaseCommand.ChangePurchaseOrder command,
      PurchaseOrder order,
      Work work,
      PurchaseBook book) {
    Optional<Refusal> wrong =
        PurchaseRules.change(order, command)
            .or(
                () ->
                    unknown(
                        work,
                        command.changes().stream().map(PurchaseCommand.Change::sku).toList()));
    if (wrong.isPresent()) {
      return refuse(wrong.get());
    }
    book.change(order, command);
    return done(command.warehouse(), DocumentKind.PURCHASE_ORDER, order.number(), "open");
  }

  private static Decision close(
      PurchaseCommand.ClosePurchaseOrder command,
      PurchaseOrder order,
      Work work,
      PurchaseBook book) {
    Optional<Refusal> wrong =
        PurchaseRules.close(order, command.skus())
            .or(() -> work.wrongReason(command.reason(), "short_close"));
    if (wrong.isPresent()) {
      return refuse(wrong.get());
    }
    book.closeLines(order, command.skus(), command.reason());
    PurchaseOrder now = book.find(order.number()).orElseThrow();
    if (command.skus().isEmpty() || now.complete()) {
      book.end(order, PurchaseOrder.State.CLOSED, command.reason().code());
    }
    String state = book.find(order.number()).orElseThrow().state().code();
    return done(command.warehouse(), DocumentKind.PURCHASE_ORDER, order.number(), state);
  }

  private static Decision cancel(
      PurchaseCommand.CancelPurchaseOrder command,
      PurchaseOrder order,
      Work work,
      PurchaseBook book) {
    Optional<Refusal> wrong =
        PurchaseRules.cancel(order).or(() -> work.wrongReason(command.reason(), "cancel"));
    if (wrong.isPresent()) {
      return refuse(wrong.get());
    }
    book.end(order, PurchaseOrder.State.CANCELLED, command.reason().code());
    return done(command.warehouse(), DocumentKind.PURCHASE_ORDER, order.number(), "cancelled");
  }

  private static Decision allow(
      PurchaseCommand.AllowOverReceipt command, PurchaseOrder order, Work work, PurchaseBook book) {
    Optional<Refusal> wrong =
        PurchaseRules.close(order, List.of(command.sku()))
            .or(() -> work.wrongReason(command.reason(), "over_receipt"));
    if (wrong.isPresent()) {
      return refuse(wrong.get());
    }
    int line = order.line(command.sku()).orElseThrow().line();
    book.allow(order, line, command.quantity().units());
    return new Decision.Act(
        List.of(
            Work.note(
                command.warehouse(),
                DocumentKind.PURCHASE_ORDER,
                order.number(),
                "open",
                "more of " + command.sku() + " allowed: " + command.reason().code())));
  }

  private static Decision announce(
      PurchaseCommand.AnnounceDelivery command, Work work, PurchaseBook book) {
    AsnBook asns = new AsnBook(work, command.warehouse());
    if (asns.taken(command.asn())) {
      return refuse(new DocumentRefusal.DocumentExists(DocumentKind.ASN, command.asn()));
    }
    Optional<PurchaseBook.Supplier> supplier = book.supplier(command.supplier());
    Optional<PurchaseOrder> order = command.purchaseOrder().flatMap(book::find);
    Optional<Refusal> wrong =
        wrongSupplier(command.supplier(), supplier)
            .or(() -> wrongOrder(command, order))
            .or(() -> wrongContent(command, order, work))
            .or(() -> unitTaken(command, asns));
    if (wrong.isPresent()) {
      return refuse(wrong.get());
    }
    PurchaseBook.Supplier from = supplier.orElseThrow();
    boolean blind =
        command.blind() || order.map(PurchaseOrder::blind).orElse(false) || book.blind(from.code());
    asns.insert(command, from.id(), blind);
    return done(command.warehouse(), DocumentKind.ASN, command.asn(), "announced");
  }

  private static Optional<Refusal> wrongOrder(
      PurchaseCommand.AnnounceDelivery command, Optional<PurchaseOrder> order) {
    if (command.purchaseOrder().isEmpty()) {
      return Optional.empty();
    }
    if (order.isEmpty()) {
      return Optional.of(
          new DocumentRefusal.UnknownDocument(
              DocumentKind.PURCHASE_ORDER, command.purchaseOrder().get()));
    }
    String supplier = order.get().supplier();
    return PurchaseRules.open(order.get())
        .or(
            () ->
                supplier.isEmpty() || supplier.equals(command.supplier().code())
                    ? Optional.empty()
                    : Optional.of(
                        new DocumentRefusal.Mismatch(
                            "supplier", supplier, command.supplier().code())));
  }

  private static Optional<Refusal> wrongContent(
      PurchaseCommand.AnnounceDelivery command, Optional<PurchaseOrder> order, Work work) {
    List<Sku> skus = command.contents().stream().map(PurchaseCommand.Content::sku).toList();
    Optional<Refusal> unknown = unknown(work, skus);
    if (unknown.isPresent()) {
      return unknown;
    }
    Map<Sku, ProductCard> cards = ProductCards.read(work.sql(), skus);
    for (PurchaseCommand.Content content : command.contents()) {
      if (order.isPresent() && order.get().line(content.sku()).isEmpty()) {
        return Optional.of(new Refusal.NotOnOrder(order.get().number(), content.sku()));
      }
      TrackingRules.Told told =
          new TrackingRules.Told(
              content.quantity().units(),
              content.lot(),
              content.expiry(),
              Optional.empty(),
              content.serials());
      ProductCard card = cards.get(content.sku());
      Optional<Refusal> missing =
          card == null || content.handlingUnit().isEmpty()
              ? Optional.empty() // loose goods are looked at when they come
              : TrackingRules.missing(card, told);
      if (missing.isPresent()) {
        return missing;
      }
    }
    return Optional.empty();
  }

  private static Optional<Refusal> unitTaken(
      PurchaseCommand.AnnounceDelivery command, AsnBook asns) {
    List<HandlingUnit> units =
        command.contents().stream()
            .flatMap(content -> content.handlingUnit().stream())
            .distinct()
            .toList();
    return asns.knownUnit(units)
        .map(
            unit ->
                new DocumentRefusal.DocumentExists(
                    DocumentKind.HANDLING_UNIT, new Reference(unit.code())));
  }

  private static Decision closeAsn(PurchaseCommand.CloseAsn command, Work work) {
    AsnBook asns = new AsnBook(work, command.warehouse());
    Optional<Asn> asn = asns.find(command.asn());
    if (asn.isEmpty()) {
      return refuse(new DocumentRefusal.UnknownDocument(DocumentKind.ASN, command.asn()));
    }
    if (!asn.get().open()) {
      return refuse(
          new DocumentRefusal.WrongState(
              DocumentKind.ASN, command.asn(), asn.get().state(), "announced or arriving"));
    }
    Optional<Refusal> wrong = work.wrongReason(command.reason(), "short_close");
    if (wrong.isPresent()) {
      return refuse(wrong.get());
    }
    String state = asn.get().untouched() ? "cancelled" : "closed";
    asns.turn(asn.get(), state, command.reason().code());
    return done(command.warehouse(), DocumentKind.ASN, command.asn(), state);
  }

  private static Decision known(
      Reference number, PurchaseBook book, Function<PurchaseOrder, Decision> doing) {
    return book.find(number)
        .map(doing)
        .orElseGet(
            () -> refuse(new DocumentRefusal.UnknownDocument(DocumentKind.PURCHASE_ORDER, number)));
  }

  private static Optional<Refusal> wrongSupplier(
      Reference code, Optional<PurchaseBook.Supplier> supplier) {
    if (supplier.isEmpty()) {
      return Optional.of(new DocumentRefusal.UnknownDocument(DocumentKind.SUPPLIER, code));
    }
    return supplier.get().active()
        ? Optional.empty()
        : Optional.of(
            new DocumentRefusal.WrongState(DocumentKind.SUPPLIER, code, "not active", "active"));
  }

  private static Optional<Refusal> unknown(Work work, List<Sku> skus) {
    work.learnProducts(skus);
    return skus.stream()
        .filter(sku -> work.productId(sku).isEmpty())
        .findFirst()
        .<Refusal>map(Refusal.UnknownProduct::new)
        .or(() -> Kits.refusal(work.sql(), skus));
  }

  private static Decision done(
      WarehouseCode warehouse, DocumentKind kind, Reference number, String state) {
    return new Decision.Act(List.of(Work.note(warehouse, kind, number, state)));
  }

  private static Decision refuse(Refusal why) {
    return new Decision.Refuse(why);
  }
}
