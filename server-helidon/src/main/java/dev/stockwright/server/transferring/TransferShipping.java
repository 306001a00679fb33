package dev.stockwright.server.transferring;

import dev.stockwright.protocol.DocumentRefusal;
import dev.stockwright.protocol.Refusal;
import dev.stockwright.protocol.TransferCommand;
import dev.stockwright.server.stock.Decision;
import dev.stockwright.server.stock.Pile;
import dev.stockwright.server.stock.PromiseState;
import dev.stockwright.server.stock.Step;
import dev.stockwright.server.tasks.NewTask;
import dev.stockwright.server.tasks.TaskBook;
import dev.stockwright.server.tasks.TaskKind;
import dev.stockwright.server.units.HandlingUnits;
import dev.stockwright.server.work.Work;
import dev.stockwright.vocabulary.Condition;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.VirtualLocation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What is packed leaves: out of the sending warehouse's stock and of its promise, into transit.
final class TransferShipping {
  Decision ship(TransferCommand.ShipTransfer c, Transfer transfer, Work work) {
    TransferRules.Act act =
        c.incomplete() ? TransferRules.Act.SHIP_INCOMPLETE : TransferRules.Act.SHIP;
    Optional<Refusal> refusal = TransferRules.refusal(transfer, act);
    if (refusal.isEmpty() && transfer.contents().isEmpty()) {
      refusal =
          Optional.of(new DocumentRefusal.OutOfRange("shipment", "at least one piece", "nothing"));
    }
    if (refusal.isPresent()) {
      return new Decision.Refuse(refusal.get());
    }
    work.stock().bring(transfer.from(), transfer.lines().stream().map(Transfer.Line::sku).toList());
    List<Step> leaving = new ArrayList<>();
    for (Transfer.Content content : transfer.contents()) {
      List<Pile> piles = standing(transfer, content, work);
      long there = piles.stream().mapToLong(Pile::onHand).sum();
      if (there < content.packed()) {
        return new Decision.Refuse(
            new Refusal.InsufficientStock(
                transfer.from(),
                content.sku(),
                Optional.of(content.place()),
                content.packed(),
                there));
      }
      leaving.addAll(leave(transfer, content, piles));
    }
    boolean holds = TransferClerk.promiseHolds(transfer, work.stock());
    Optional<Refusal> sold = holds ? Optional.empty() : soldMeanwhile(transfer, work);
    return sold.isPresent()
        ? new Decision.Refuse(sold.get())
        : shipped(transfer, leaving, holds, work);
  }

  /// Goods in a unit may have been moved with it.
  private static List<Pile> standing(Transfer transfer, Transfer.Content content, Work work) {
    return work.stock().piles(transfer.from(), content.sku()).stream()
        .filter(
            pile ->
                pile.key().condition() == Condition.AVAILABLE
                    && pile.key().owner().isEmpty()
                    && pile.key().lot().equals(content.lot())
                    && pile.key().handlingUnit().equals(content.unit())
                    && (!content.unit().isEmpty() || pile.key().location().equals(content.place())))
        .toList();
  }

  private static List<Step> leave(Transfer transfer, Transfer.Content content, List<Pile> piles) {
    List<Step> steps = new ArrayList<>();
    long left = content.packed();
    for (Pile pile : piles) {
      long part = Math.min(left, pile.onHand());
      if (part > 0) {
        LocationCode way = VirtualLocation.IN_TRANSIT.code();
        steps.add(transfer.move(transfer.from(), content.sku(), pile.key(), way, part));
        left -= part;
      }
    }
    return steps;
  }

  /// Somebody has released the promise by hand: what is packed must still be nobody else's.
  private static Optional<Refusal> soldMeanwhile(Transfer transfer, Work work) {
    return transfer.lines().stream()
        .filter(line -> work.stock().available(transfer.from(), line.sku()) < line.packed())
        .findFirst()
        .map(
            line ->
                new Refusal.InsufficientStock(
                    transfer.from(),
                    line.sku(),
                    Optional.empty(),
                    line.packed(),
                    work.stock().available(transfer.from(), line.sku())));
  }

  private static Decision shipped(Transfer transfer, List<Step> leaving, boolean holds, Work work) {
    List<Step> steps = new ArrayList<>();
    if (holds) {
      for (Transfer.Line line : transfer.lines()) {
        if (line.packed() > 0) {
          steps.add(
              new Step.Resize(transfer.promise(), transfer.from(), line.sku(), -line.packed()));
        }
      }
      steps.add(new Step.Turn(transfer.promise(), PromiseState.SHIPPED));
    }
    steps.addAll(leaving);
    TransferBook book = new TransferBook(work);
    TaskBook tasks = new TaskBook(work);
    book.ship(transfer);
    steps.addAll(TransferClerk.overAll(tasks, transfer.from(), transfer, true));
    steps.addAll(
        TransferPacking.units(
            transfer,
            work,
            unit ->
                new HandlingUnits.Unit(
                    unit.code(),
                    transfer.from(),
                    unit.kind(),
                    "in_transit",
                    unit.document(),
                    unit.reference())));
    steps.add(tasks.open(due(transfer, book.expected(transfer))));
    steps.addAll(
        book.turn(transfer, TransferState.SHIPPED, "shipped " + transfer.progress().packed()));
    return new Decision.Act(steps);
  }

  /// Somebody has to be there when it arrives.
  private static NewTask due(Transfer transfer, Instant expected) {
    return new NewTask(
        transfer.to(),
        TaskKind.RECEIVE,
        NewTask.ORDINARY,
        Transfer.KIND,
        transfer.number(),
        0,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        0,
        "",
        "",
        Optional.empty(),
        Optional.empty(),
        Optional.of(expected));
  }
}
