package dev.stockwright.server.receiving;

import dev.stockwright.protocol.DocumentKind;
import dev.stockwright.protocol.DocumentRefusal;
import dev.stockwright.protocol.Refusal;
import dev.stockwright.server.stock.Decision;
import dev.stockwright.server.stock.UndoneWork;
import dev.stockwright.server.work.Work;
import dev.stockwright.vocabulary.Reference;
import java.util.List;
import java.util.Optional;

/// A delivery that is undone: each line that it brought is taken back, as by `take_back_line`.
final class UndoneDelivery {
  private final Work work;
  private final ReceiptBook book;

  UndoneDelivery(Work work, UndoneWork undone) {
    this.work = work;
    this.book = new ReceiptBook(work, undone.warehouse());
  }

  Decision back(UndoneWork undone) {
    Reference number = undone.numbers(DocumentKind.RECEIPT).getFirst();
    Optional<Receipt> found = book.find(number);
    if (found.isEmpty()) {
      return new Decision.Refuse(new DocumentRefusal.UnknownDocument(DocumentKind.RECEIPT, number));
    }
    Receipt receipt = found.get();
    List<ReceiptBook.Line> brought = book.brought(receipt, undone.command());
    Optional<Refusal> wrong =
        ReceiptRules.open(receipt, false)
            .or(
                () ->
                    brought.stream().anyMatch(ReceiptBook.Line::takenBack)
                        ? Optional.of(new Refusal.AlreadyUndone(undone.command()))
                        : Optional.empty());
    return wrong
        .<Decision>map(Decision.Refuse::new)
        .orElseGet(
            () ->
                new Decision.Act(
                    new Closing(work, undone.warehouse()).expectAgain(receipt, brought)));
  }
}
