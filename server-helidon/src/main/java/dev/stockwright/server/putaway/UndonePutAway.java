package dev.stockwright.server.putaway;

import dev.stockwright.protocol.DocumentKind;
import dev.stockwright.protocol.DocumentRefusal;
import dev.stockwright.protocol.Refusal;
import dev.stockwright.server.putaway.PutAwayBook.Entry;
import dev.stockwright.server.stock.Decision;
import dev.stockwright.server.stock.Step;
import dev.stockwright.server.stock.UndoneWork;
import dev.stockwright.server.tasks.TaskBook;
import dev.stockwright.server.work.Work;
import dev.stockwright.vocabulary.HandlingUnit;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.WarehouseCode;
import java.util.List;
import java.util.Optional;

/// A put-away that is undone: the goods wait where they were, and their task is open again.
public final class UndonePutAway {
  private final Work work;
  private final WarehouseCode warehouse;
  private final PutAwayBook book;

  public UndonePutAway(Work work, WarehouseCode warehouse) {
    this.work = work;
    this.warehouse = warehouse;
    this.book = new PutAwayBook(work, warehouse);
  }

  /// What becomes of the task, or why the goods stay.
  public Decision back(UndoneWork undone) {
    Reference number = undone.numbers(DocumentKind.TASK).getFirst();
    LocationCode from = undone.movements().getFirst().goods().location();
    Optional<Entry> found = book.find(number);
    if (found.isEmpty()) {
      return new Decision.Refuse(new DocumentRefusal.UnknownDocument(DocumentKind.TASK, number));
    }
    Entry entry = found.get();
    return wrong(entry, from)
        .<Decision>map(Decision.Refuse::new)
        .orElseGet(() -> new Decision.Act(List.of(again(entry, undone.units(), from))));
  }

  /// Another task has the unit by now, or the rest of the goods waits elsewhere.
  private Optional<Refusal> wrong(Entry entry, LocationCode from) {
    boolean waits = entry.task().state().waiting();
    if (waits && !entry.at().equals(from)) {
      return Optional.of(new DocumentRefusal.Mismatch("location", entry.at().code(), from.code()));
    }
    return entry.sku().isPresent() || waits
        ? Optional.empty()
        : book.waiting(new HandlingUnit(entry.handlingUnit()))
            .map(
                other ->
                    new DocumentRefusal.WrongState(
                        DocumentKind.TASK,
                        other.task().number(),
                        other.task().state().code(),
                        "done or cancelled"));
  }

  private Step again(Entry entry, long units, LocationCode from) {
    boolean waits = entry.task().state().waiting();
    long id = entry.task().id();
    book.done(id, -units, waits ? entry.quantity() + units : units);
    if (waits) {
      return Work.note(
          warehouse,
          DocumentKind.TASK,
          entry.task().number(),
          entry.task().state().code(),
          units + " are back in " + from);
    }
    book.at(id, from);
    return new TaskBook(work).reopen(entry.task());
  }
}
