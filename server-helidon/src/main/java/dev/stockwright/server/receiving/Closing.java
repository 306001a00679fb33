package dev.stockwright.server.receiving;

import dev.stockwright.protocol.DocumentKind;
import dev.stockwright.protocol.DocumentRefusal;
import dev.stockwright.protocol.ReceivingCommand;
import dev.stockwright.protocol.Refusal;
import dev.stockwright.server.purchasing.Asn;
import dev.stockwright.server.purchasing.AsnBook;
import dev.stockwright.server.purchasing.PurchaseBook;
import dev.stockwright.server.purchasing.PurchaseOrder;
import dev.stockwright.server.stock.Decision;
import dev.stockwright.server.stock.Step;
import dev.stockwright.server.work.Work;
import dev.stockwright.vocabulary.HandlingUnit;
import dev.stockwright.vocabulary.WarehouseCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Ends receipts, and puts right what was wrong in open ones.
final class Closing {
  private final Work work;
  private final WarehouseCode warehouse;
  private final ReceiptBook book;
  private final PurchaseBook orders;
  private final AsnBook asns;
  private final Intake intake;

  Closing(Work work, WarehouseCode warehouse) {
    this.work = work;
    this.warehouse = warehouse;
    this.book = new ReceiptBook(work, warehouse);
    this.orders = new PurchaseBook(work, warehouse);
    this.asns = new AsnBook(work, warehouse);
    this.intake = new Intake(work, warehouse, book);
  }

  /// Everything is in. The order is closed with it when nothing more is to come.
  Decision close(Receipt receipt) {
    List<Step> steps = new ArrayList<>();
    book.close(receipt);
    steps.add(Work.note(warehouse, kind(receipt), receipt.number(), "closed"));
    Optional<PurchaseOrder> order = receipt.purchaseOrder().flatMap(orders::find);
    if (order.isPresent()
        && order.get().complete()
        && order.get().state() == PurchaseOrder.State.OPEN) {
      orders.end(order.get(), PurchaseOrder.State.CLOSED, "");
      steps.add(Work.note(warehouse, DocumentKind.PURCHASE_ORDER, order.get().number(), "closed"));
    }
    steps.addAll(new Matching(work, warehouse).ended(receipt));
    Optional<Asn> asn = receipt.asn().flatMap(asns::find);
    if (asn.isPresent() && asn.get().complete() && asn.get().open()) {
      asns.turn(asn.get(), "received", "");
      steps.add(Work.note(warehouse, DocumentKind.ASN, asn.get().number(), "received"));
    }
    return new Decision.Act(steps);
  }

  /// A line was wrong: its goods are not here any more, and are expected again.
  Decision takeBack(ReceivingCommand.TakeBackLine command, Receipt receipt) {
    Optional<ReceiptBook.Line> line = book.line(receipt, command.line());
    Optional<Refusal> wrong = wrongLine(command, receipt, line);
    if (wrong.isPresent()) {
      return new Decision.Refuse(wrong.get());
    }
    ReceiptBook.Line wronged = line.orElseThrow();
    List<Step> steps = new ArrayList<>();
    steps.add(intake.takeBack(receipt, wronged));
    steps.addAll(expectAgain(receipt, List.of(wronged)));
    return new Decision.Act(steps);
  }

  /// The goods of these lines, which came together, leave: nobody puts them away, and the order
  /// and the notice expect them again.
  List<Step> expectAgain(Receipt receipt, List<ReceiptBook.Line> lines) {
    List<Step> steps = new ArrayList<>(intake.fewer(lines));
    lines.forEach(line -> steps.addAll(expectAgain(receipt, line)));
    return steps;
  }

  private List<Step> expectAgain(Receipt receipt, ReceiptBook.Line wronged) {
    List<Step> steps = new ArrayList<>();
    book.takeBack(receipt, wronged.line());
    receipt
        .purchaseOrder()
        .flatMap(orders::find)
        .filter(order -> order.line(wronged.sku()).isPresent())
        .ifPresent(order -> orders.received(order, wronged.sku(), -wronged.units()));
    steps.addAll(new Matching(work, warehouse).takenBack(receipt, wronged));
    receipt
        .asn()
        .flatMap(asns::find)
        .ifPresent(asn -> steps.addAll(expectAgain(receipt, asn, wronged)));
    steps.add(
        Work.note(
            warehouse,
            kind(receipt),
            receipt.number(),
            "open",
            "line " + wronged.line() + " taken back"));
    return steps;
  }

  private Optional<Refusal> wrongLine(
      ReceivingCommand.TakeBackLine command, Receipt receipt, Optional<ReceiptBook.Line> line) {
    if (line.isEmpty() || line.get().takenBack()) {
      String open =
          String.join(
              ", ",
              book.lines(receipt).stream()
                  .filter(each -> !each.takenBack())
                  .map(each -> "" + each.line())
                  .limit(20)
                  .toList());
      return Optional.of(
          new DocumentRefusal.OutOfRange(
              "line", open.isEmpty() ? "none" : "one of " + open, "" + command.line()));
    }
    return intake.gone(line.get());
  }

  /// The unit is announced again once nothing of it is in. What was announced loose and put onto a
  /// unit here is expected loose.
  private List<Step> expectAgain(Receipt receipt, Asn asn, ReceiptBook.Line wronged) {
    boolean byUnit =
        !wronged.handlingUnit().isEmpty()
            && asn.lines().stream()
                .anyMatch(line -> line.handlingUnit().equals(wronged.handlingUnit()));
    long left = wronged.units();
    for (Asn.Line line : asn.lines()) {
      boolean same =
          line.handlingUnit().equals(byUnit ? wronged.handlingUnit() : "")
              && line.sku().equals(wronged.sku())
              && (line.lot().isEmpty() || line.lot().equals(wronged.lot()));
      long part = same ? Math.min(left, line.received()) : 0;
      if (part > 0) {
        asns.received(asn, Map.of(line.line(), -part));
        left -= part;
      }
    }
    boolean announced =
        byUnit
            && book.lines(receipt).stream()
                .noneMatch(
                    line ->
                        line.line() != wronged.line()
                            && !line.takenBack()
                            && line.handlingUnit().equals(wronged.handlingUnit()));
    List<Step> steps = new ArrayList<>();
    steps.add(Work.note(warehouse, DocumentKind.ASN, asn.number(), asn.state()));
    if (announced) {
      steps.add(intake.unitAgain(new HandlingUnit(wronged.handlingUnit()), "announced"));
    }
    return steps;
  }

  private static DocumentKind kind(Receipt receipt) {
    return receipt.returned() ? DocumentKind.RETURN : DocumentKind.RECEIPT;
  }
}
