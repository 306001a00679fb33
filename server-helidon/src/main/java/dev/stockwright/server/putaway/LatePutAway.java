package dev.stockwright.server.putaway;

import dev.stockwright.protocol.DocumentKind;
import dev.stockwright.protocol.PutAwayCommand;
import dev.stockwright.server.moving.Bins;
import dev.stockwright.server.moving.MoveClerk;
import dev.stockwright.server.putaway.PutAwayBook.Entry;
import dev.stockwright.server.stock.Decision;
import dev.stockwright.server.stock.PileKey;
import dev.stockwright.server.stock.Posting;
import dev.stockwright.server.stock.Step;
import dev.stockwright.server.tasks.NewTask;
import dev.stockwright.server.tasks.TaskBook;
import dev.stockwright.server.tasks.TaskKind;
import dev.stockwright.server.work.Work;
import dev.stockwright.vocabulary.Condition;
import dev.stockwright.vocabulary.HandlingUnit;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.Quantity;
import dev.stockwright.vocabulary.ReasonCode;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.VirtualLocation;
import dev.stockwright.vocabulary.WarehouseCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What was put away without a connection, told when its task has ended: the goods lie where
/// somebody's hands have put them. What the books still have where the task began is moved; the
/// rest comes from UNRECONCILED and is on hold, with a task for somebody to look (decisions/0011).
final class LatePutAway {
  private static final ReasonCode PUT_AWAY = new ReasonCode("put_away");
  private static final ReasonCode UNEXPLAINED = new ReasonCode("unexplained");

  private final Work work;
  private final WarehouseCode warehouse;
  private final PutAwayBook book;

  LatePutAway(Work work, WarehouseCode warehouse) {
    this.work = work;
    this.warehouse = warehouse;
    this.book = new PutAwayBook(work, warehouse);
  }

  /// What is recorded; empty when it is not insisted on, or judged as ever.
  Optional<Decision> decide(PutAwayCommand command) {
    if (!work.by().insisted()) {
      return Optional.empty();
    }
    return switch (command) {
      case PutAwayCommand.PutAway c when knows(c.to()) ->
          book.find(c.task())
              .filter(entry -> !entry.task().state().waiting())
              .flatMap(entry -> put(c, entry));
      case PutAwayCommand.PutUnitAway c when knows(c.to()) && book.waiting(c.unit()).isEmpty() ->
          unit(c.unit(), c.to());
      default -> Optional.empty(); // an intent can be refused
    };
  }

  private boolean knows(LocationCode place) {
    return work.locationId(warehouse, place).isPresent() && work.stock().knows(warehouse, place);
  }

  private Optional<Decision> put(PutAwayCommand.PutAway command, Entry entry) {
    if (entry.sku().isEmpty()) {
      return unit(new HandlingUnit(entry.handlingUnit()), command.to());
    }
    Sku sku = entry.sku().get();
    long told = command.units().map(Quantity::units).orElse(entry.quantity());
    PileKey lies = new PileKey(entry.at(), entry.lot(), "", entry.condition(), "");
    long there = entry.at().equals(command.to()) ? 0 : work.stock().onHand(warehouse, sku, lies);
    long explained = Math.min(there, told);
    List<Step> steps = new ArrayList<>();
    Optional<Reference> reference = Optional.of(new Reference(entry.task().reference()));
    if (explained > 0) {
      steps.add(move(sku, lies, command.to(), explained, PUT_AWAY, reference));
    }
    if (explained < told) {
      PileKey unknown =
          new PileKey(VirtualLocation.UNRECONCILED.code(), entry.lot(), "", Condition.HOLD, "");
      steps.add(move(sku, unknown, command.to(), told - explained, UNEXPLAINED, reference));
      steps.add(
          new TaskBook(work)
              .open(
                  NewTask.of(warehouse, TaskKind.CHECK, DocumentKind.TASK, entry.task().number())
                      .at(command.to(), Optional.of(entry.at()))
                      .of(sku, told - explained, entry.lot(), "")));
    }
    return Optional.of(new Decision.Act(steps));
  }

  private Step move(
      Sku sku,
      PileKey goods,
      LocationCode to,
      long units,
      ReasonCode reason,
      Optional<Reference> reference) {
    return new Step.Move(
        new Posting(
            warehouse,
            sku,
            goods,
            to,
            units,
            reason,
            reference,
            Optional.empty(),
            Decision.REVERSES_NOTHING));
  }

  /// A unit is where it is said to be, with what the books have on it.
  private Optional<Decision> unit(HandlingUnit unit, LocationCode to) {
    Bins bins = new Bins(work);
    List<Bins.Content> moving =
        bins.contents(warehouse, bins.whole(unit)).stream()
            .filter(each -> !each.pile().key().location().equals(to))
            .toList();
    boolean loose = work.stock().documents().carrying(unit).isEmpty();
    return moving.isEmpty() || !loose
        ? Optional.empty()
        : Optional.of(new Decision.Act(MoveClerk.steps(warehouse, moving, to, PUT_AWAY)));
  }
}
