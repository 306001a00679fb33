package dev.stockwright.server.receiving;

import dev.stockwright.protocol.DocumentKind;
import dev.stockwright.protocol.DocumentRefusal;
import dev.stockwright.protocol.ReceivingCommand.GatherReceipt;
import dev.stockwright.protocol.ReceivingCommand.MatchReceipt;
import dev.stockwright.protocol.Refusal;
import dev.stockwright.server.purchasing.PurchaseBook;
import dev.stockwright.server.purchasing.PurchaseOrder;
import dev.stockwright.server.stock.Decision;
import dev.stockwright.server.stock.Step;
import dev.stockwright.server.work.Work;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.Operator;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.WarehouseCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Makes receipts of what came without a document, and finds the orders it came for. The goods stay
/// where they are, at the cost they came in at: only the documents learn of each other.
final class Matching {
  private final Work work;
  private final WarehouseCode warehouse;
  private final ReceiptBook book;
  private final MatchBook matches;
  private final PurchaseBook orders;

  Matching(Work work, WarehouseCode warehouse) {
    this.work = work;
    this.warehouse = warehouse;
    this.book = new ReceiptBook(work, warehouse);
    this.matches = new MatchBook(work, warehouse);
    this.orders = new PurchaseBook(work, warehouse);
  }

  Decision gather(GatherReceipt command) {
    Operator receiver = command.receiver().orElseGet(work::author);
    if (command.number().filter(book::taken).isPresent()) {
      return refuse(
          new DocumentRefusal.DocumentExists(DocumentKind.RECEIPT, command.number().get()));
    }
    if (!matches.loose(receiver)) {
      return refuse(
          new DocumentRefusal.OutOfRange(
              "receiver",
              "somebody who received goods without a document in the last "
                  + MatchBook.DAYS
                  + " days",
              receiver.code()));
    }
    Reference number = command.number().orElseGet(() -> book.newNumber(false));
    LocationCode at = work.stock().receivingLocation(warehouse);
    Receipt receipt =
        book.open(
            new Receipt(
                0,
                number,
                Receipt.Kind.UNANNOUNCED,
                true,
                Optional.empty(),
                Optional.empty(),
                at,
                true),
            "");
    int lines = matches.gather(receipt, receiver);
    return new Decision.Act(
        List.of(
            Work.note(
                warehouse,
                DocumentKind.RECEIPT,
                number,
                "open",
                "of " + receiver + ", lines: " + lines)));
  }

  Decision match(MatchReceipt command) {
    Optional<Receipt> receipt = book.find(command.receipt());
    Optional<PurchaseOrder> order = orders.find(command.order());
    if (receipt.isEmpty() || order.isEmpty()) {
      return refuse(
          receipt.isEmpty()
              ? new DocumentRefusal.UnknownDocument(DocumentKind.RECEIPT, command.receipt())
              : new DocumentRefusal.UnknownDocument(DocumentKind.PURCHASE_ORDER, command.order()));
    }
    Optional<Refusal> other = otherSupplier(receipt.get(), order.get());
    if (other.isPresent()) {
      return refuse(other.get());
    }
    return switch (MatchRules.match(
        receipt.get(), order.get(), matches.left(receipt.get()), command.lines())) {
      case MatchRules.Outcome.Not(Refusal why) -> refuse(why);
      case MatchRules.Outcome.Fits fits -> matched(receipt.get(), order.get(), fits);
    };
  }

  private Optional<Refusal> otherSupplier(Receipt receipt, PurchaseOrder order) {
    String sent = matches.supplier(receipt);
    return sent.isEmpty() || order.supplier().isEmpty() || sent.equals(order.supplier())
        ? Optional.empty()
        : Optional.of(new DocumentRefusal.Mismatch("supplier", order.supplier(), sent));
  }

  private Decision matched(Receipt receipt, PurchaseOrder order, MatchRules.Outcome.Fits fits) {
    matches.add(receipt, order, fits.parts());
    fits.units().forEach((sku, units) -> orders.received(order, sku, units));
    List<Step> steps = new ArrayList<>();
    for (MatchRules.Left part : fits.parts()) {
      steps.add(
          Work.note(
              warehouse,
              DocumentKind.RECEIPT,
              receipt.number(),
              receipt.open() ? "open" : "closed",
              "line %d: %d of %s for %s"
                  .formatted(part.line(), part.units(), part.sku(), order.number())));
    }
    steps.addAll(
        receipt.open()
            ? List.of(Work.note(warehouse, DocumentKind.PURCHASE_ORDER, order.number(), "open"))
            : ended(orders.find(order.number()).orElseThrow()));
    return new Decision.Act(steps);
  }

  /// Of a closed receipt nothing more comes; an order that has everything ends with it.
  private List<Step> ended(PurchaseOrder order) {
    boolean over = order.complete() && order.state() == PurchaseOrder.State.OPEN;
    if (over) {
      orders.end(order, PurchaseOrder.State.CLOSED, "");
    }
    String state = over ? PurchaseOrder.State.CLOSED.code() : order.state().code();
    return List.of(Work.note(warehouse, DocumentKind.PURCHASE_ORDER, order.number(), state));
  }

  /// The receipt is closed: so are the orders that its goods have completed.
  List<Step> ended(Receipt receipt) {
    return matches.orders(receipt).stream()
        .flatMap(number -> orders.find(number).stream())
        .filter(order -> order.complete() && order.state() == PurchaseOrder.State.OPEN)
        .flatMap(order -> ended(order).stream())
        .toList();
  }

  /// A line was wrong: the orders that its goods came for wait for them again.
  List<Step> takenBack(Receipt receipt, ReceiptBook.Line line) {
    List<Step> steps = new ArrayList<>();
    for (MatchBook.Matched matched : matches.of(receipt, line.line())) {
      PurchaseOrder order = orders.find(matched.order()).orElseThrow();
      if (order.line(line.sku()).isPresent()) {
        orders.received(order, line.sku(), -matched.units());
      }
      steps.add(
          Work.note(
              warehouse, DocumentKind.PURCHASE_ORDER, order.number(), order.state().code()));
    }
    return steps;
  }

  private static Decision refuse(Refusal why) {
    return new Decision.Refuse(why);
  }
}
