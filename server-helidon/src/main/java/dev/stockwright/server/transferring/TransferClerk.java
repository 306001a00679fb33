package dev.stockwright.server.transferring;

import static dev.stockwright.db.tables.Tables.TRANSFER_LINE;

import dev.stockwright.protocol.DocumentKind;
import dev.stockwright.protocol.DocumentRefusal;
import dev.stockwright.protocol.Refusal;
import dev.stockwright.protocol.TransferCommand;
import dev.stockwright.server.ledger.Needs;
import dev.stockwright.server.orders.Kits;
import dev.stockwright.server.stock.Checks;
import dev.stockwright.server.stock.Decision;
import dev.stockwright.server.stock.Pile;
import dev.stockwright.server.stock.Promise;
import dev.stockwright.server.stock.PromiseState;
import dev.stockwright.server.stock.Step;
import dev.stockwright.server.stock.Stock;
import dev.stockwright.server.stock.Takes;
import dev.stockwright.server.tasks.NewTask;
import dev.stockwright.server.tasks.Task;
import dev.stockwright.server.tasks.TaskBook;
import dev.stockwright.server.tasks.TaskKind;
import dev.stockwright.server.work.Clerk;
import dev.stockwright.server.work.Work;
import dev.stockwright.vocabulary.Condition;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.ReasonCode;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.VirtualLocation;
import dev.stockwright.vocabulary.WarehouseCode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;

/// Takes transfers from the request to the receipt. The promise of a transfer's stock begins with
/// the approval and ends when it is shipped or cancelled.
public final class TransferClerk implements Clerk<TransferCommand> {
  private final TransferPacking packing = new TransferPacking();
  private final TransferShipping shipping = new TransferShipping();
  private final TransferArrival arrival = new TransferArrival();

  /// Both warehouses of a transfer are locked, whoever of them acts: they share its document.
  @Override
  public void prepare(TransferCommand command, DSLContext sql, Needs needs) {
    switch (command) {
      case TransferCommand.OfOne c -> prepare(c.transfer(), sql, needs);
      case TransferCommand.AcceptOver c -> {
        prepare(c.transfer(), sql, needs);
        needs.taken(c.fromWarehouse(), c.sku());
      }
      case TransferCommand.RequestTransfer c -> needs.warehouse(c.fromWarehouse());
      case TransferCommand.TransferAtOnce c ->
          c.lines().forEach(line -> needs.taken(c.fromWarehouse(), line.sku()));
      case TransferCommand.SetLeadTime _ -> {
        // it names both
      }
    }
  }

  private static void prepare(Reference number, DSLContext sql, Needs needs) {
    TransferBook.ends(sql, number)
        .ifPresent(
            ends -> {
              needs.warehouse(ends.from());
              needs.warehouse(ends.to());
              needs.promise(Transfer.promise(number));
              ends.skus().forEach(sku -> needs.taken(ends.from(), sku));
            });
  }

  @Override
  public Decision handle(TransferCommand command, Work work) {
    return switch (command) {
      case TransferCommand.RequestTransfer c -> request(c, work);
      case TransferCommand.TransferAtOnce c -> atOnce(c, work);
      case TransferCommand.SetLeadTime c -> lead(c, work);
      case TransferCommand.AcceptOver c -> arrival.accept(c, work);
      case TransferCommand.OfOne c -> step(c, work);
    };
  }

  private Decision step(TransferCommand.OfOne command, Work work) {
    Optional<Transfer> found = new TransferBook(work).find(command.transfer());
    WarehouseCode at = command.warehouse();
    boolean sends = found.map(transfer -> transfer.from().equals(at)).orElse(false);
    boolean receives = found.map(transfer -> transfer.to().equals(at)).orElse(false);
    boolean fits =
        switch (command) {
          case TransferCommand.ReceiveTransfer _ -> receives;
          case TransferCommand.CancelTransfer _ -> sends || receives;
          case TransferCommand.ApproveTransfer _,
              TransferCommand.RejectTransfer _,
              TransferCommand.PackTransfer _,
              TransferCommand.PackTransferUnit _,
              TransferCommand.ShipTransfer _,
              TransferCommand.CloseTransfer _ ->
              sends;
        };
    if (found.isEmpty() || !(sends || receives)) {
      return new Decision.Refuse(
          new DocumentRefusal.UnknownDocument(Transfer.KIND, command.transfer()));
    }
    Transfer transfer = found.get();
    if (!fits) {
      WarehouseCode right = sends ? transfer.to() : transfer.from();
      return new Decision.Refuse(
          new DocumentRefusal.Mismatch("warehouse", right.code(), at.code()));
    }
    return switch (command) {
      case TransferCommand.ApproveTransfer c -> approve(c, transfer, work);
      case TransferCommand.RejectTransfer c ->
          end(transfer, TransferRules.Act.REJECT, c.reason(), work);
      case TransferCommand.CancelTransfer c ->
          end(transfer, TransferRules.Act.CANCEL, c.reason(), work);
      case TransferCommand.PackTransfer c -> packing.pack(c, transfer, work);
      case TransferCommand.PackTransferUnit c -> packing.packUnit(c, transfer, work);
      case TransferCommand.ShipTransfer c -> shipping.ship(c, transfer, work);
      case TransferCommand.ReceiveTransfer c -> arrival.receive(c, transfer, work);
      case TransferCommand.CloseTransfer c -> arrival.close(c, transfer, work);
    };
  }

  private static Decision request(TransferCommand.RequestTransfer c, Work work) {
    TransferBook book = new TransferBook(work);
    Optional<Refusal> refusal =
        unfit(c.fromWarehouse(), c.toWarehouse(), c.lines(), work)
            .or(() -> taken(c.number(), book));
    if (refusal.isPresent()) {
      return new Decision.Refuse(refusal.get());
    }
    Reference number =
        book.make(
            new TransferBook.NewTransfer(
                c.fromWarehouse(),
                c.toWarehouse(),
                c.number(),
                lines(c.lines()),
                c.neededBy(),
                c.remark().orElse("")));
    Transfer made = book.find(number).orElseThrow();
    return new Decision.Act(book.turn(made, TransferState.REQUESTED, c.remark().orElse("")));
  }

  private static Optional<Refusal> taken(Optional<Reference> number, TransferBook book) {
    return number
        .filter(book::exists)
        .map(given -> new DocumentRefusal.DocumentExists(Transfer.KIND, given));
  }

  private static Optional<Refusal> unfit(
      WarehouseCode from, WarehouseCode to, List<TransferCommand.Wanted> lines, Work work) {
    if (work.site(from).isEmpty()) {
      return Optional.of(new Refusal.UnknownWarehouse(from));
    }
    if (from.equals(to)) {
      return Optional.of(new Refusal.SamePlace(from.code()));
    }
    work.learnProducts(lines.stream().map(TransferCommand.Wanted::sku).toList());
    for (TransferCommand.Wanted line : lines) {
      Optional<Refusal> unknown = Checks.known(work.stock(), from, line.sku());
      if (unknown.isPresent()) {
        return unknown;
      }
    }
    return Kits.refusal(work.sql(), lines.stream().map(TransferCommand.Wanted::sku).toList());
  }

  /// Two lines of one product are one.
  private static Map<Sku, Long> lines(List<TransferCommand.Wanted> wanted) {
    Map<Sku, Long> lines = new LinkedHashMap<>();
    wanted.forEach(line -> lines.merge(line.sku(), line.quantity().units(), Long::sum));
    return lines;
  }

  private static Decision approve(TransferCommand.ApproveTransfer c, Transfer transfer, Work work) {
    Optional<Refusal> refusal =
        TransferRules.refusal(transfer, TransferRules.Act.APPROVE)
            .or(() -> ownRequest(transfer, work))
            .or(() -> TransferRules.refusalToGrant(transfer, c.granted()));
    if (refusal.isPresent()) {
      return new Decision.Refuse(refusal.get());
    }
    Map<Integer, Long> granted = TransferRules.granted(transfer, c.granted());
    work.stock().bring(transfer.from(), skus(transfer));
    List<Promise.Line> promised = new ArrayList<>();
    for (Transfer.Line line : transfer.lines()) {
      long units = granted.getOrDefault(line.line(), 0L);
      long available = work.stock().available(transfer.from(), line.sku());
      if (units > available) {
        return new Decision.Refuse(
            new Refusal.InsufficientStock(
                transfer.from(), line.sku(), Optional.empty(), units, available));
      }
      if (units > 0) {
        promised.add(new Promise.Line(transfer.from(), line.sku(), units));
      }
    }
    TransferBook book = new TransferBook(work);
    TaskBook tasks = new TaskBook(work);
    List<Step> steps = new ArrayList<>();
    steps.add(new Step.Promise(transfer.promise(), promised, Optional.empty()));
    for (Transfer.Line line : transfer.lines()) {
      long units = granted.getOrDefault(line.line(), 0L);
      if (units > 0) {
        book.add(transfer, line.line(), TRANSFER_LINE.APPROVED, units);
        steps.add(tasks.open(task(transfer, line, units, work.stock())));
      }
    }
    steps.addAll(book.turn(transfer, TransferState.APPROVED, ""));
    return new Decision.Act(steps);
  }

  private static List<Sku> skus(Transfer transfer) {
    return transfer.lines().stream().map(Transfer.Line::sku).toList();
  }

  /// Where the most of it lies somebody has to begin.
  private static NewTask task(Transfer transfer, Transfer.Line line, long units, Stock stock) {
    NewTask task =
        NewTask.of(transfer.from(), TaskKind.TRANSFER, Transfer.KIND, transfer.number())
            .of(line.sku(), units, "", "")
            .ranked(line.line(), NewTask.ORDINARY);
    return stock.piles(transfer.from(), line.sku()).stream()
        .filter(pile -> pile.key().condition() == Condition.AVAILABLE)
        .findFirst()
        .map(pile -> task.at(pile.key().location(), Optional.empty()))
        .orElse(task);
  }

  /// Nobody grants their own request, unless `transfer.other_person` is 0 for the warehouse that
  /// gives.
  private static Optional<Refusal> ownRequest(Transfer transfer, Work work) {
    boolean other = work.setting(transfer.from(), "transfer.other_person", 1) > 0;
    return other && transfer.requestedBy().equals(work.author())
        ? Optional.of(
            new DocumentRefusal.OtherPersonNeeded(
                "approve transfer " + transfer.number(), work.author()))
        : Optional.empty();
  }

  /// It is refused or cancelled: nothing is promised any more, nobody works for it, and what stood
  /// ready goes back.
  private static Decision end(
      Transfer transfer, TransferRules.Act act, ReasonCode reason, Work work) {
    Optional<Refusal> refusal =
        TransferRules.refusal(transfer, act).or(() -> work.wrongReason(reason, "cancel"));
    if (refusal.isPresent()) {
      return new Decision.Refuse(refusal.get());
    }
    List<Step> steps = new ArrayList<>();
    if (promiseHolds(transfer, work.stock())) {
      steps.add(new Step.Turn(transfer.promise(), PromiseState.RELEASED));
    }
    TaskBook tasks = new TaskBook(work);
    steps.addAll(overAll(tasks, transfer.from(), transfer, true));
    steps.addAll(Onward.back(transfer, work));
    steps.addAll(TransferPacking.units(transfer, work, TransferPacking.freed(transfer.from())));
    TransferState state = TransferRules.after(transfer.state(), act, transfer.progress());
    steps.addAll(new TransferBook(work).turn(transfer, state, reason.code()));
    return new Decision.Act(steps);
  }

  static boolean promiseHolds(Transfer transfer, Stock stock) {
    return stock.promise(transfer.promise()).filter(p -> p.state().holding()).isPresent();
  }

  /// Ends the tasks for this transfer in a warehouse.
  ///
  /// @param undone they need not be done; else they are done
  static List<Step> overAll(
      TaskBook tasks, WarehouseCode warehouse, Transfer transfer, boolean undone) {
    return tasks.of(warehouse, DocumentKind.TRANSFER, transfer.number()).stream()
        .filter(task -> task.state().waiting() && !task.kind().equals(TaskKind.PUT_AWAY.code()))
        .map(task -> undone ? tasks.cancel(task) : tasks.finish(task))
        .toList();
  }

  /// The tasks of one line that wait, of one kind.
  static List<Task> waiting(
      TaskBook tasks, WarehouseCode warehouse, Transfer transfer, TaskKind kind, int line) {
    return tasks.of(warehouse, DocumentKind.TRANSFER, transfer.number()).stream()
        .filter(task -> task.state().waiting() && task.kind().equals(kind.code()))
        .filter(task -> task.line() == line)
        .toList();
  }

  private static Decision lead(TransferCommand.SetLeadTime c, Work work) {
    if (c.fromWarehouse().equals(c.toWarehouse())) {
      return new Decision.Refuse(new Refusal.SamePlace(c.fromWarehouse().code()));
    }
    new TransferBook(work).lead(c.fromWarehouse(), c.toWarehouse(), c.hours());
    Reference name = new Reference("lead:" + c.fromWarehouse() + ">" + c.toWarehouse());
    return new Decision.Act(
        List.of(
            Work.note(c.fromWarehouse(), DocumentKind.SETTING, name, "set", c.hours() + " hours"),
            Work.note(c.toWarehouse(), DocumentKind.SETTING, name, "set", c.hours() + " hours")));
  }

  /// Goods taken from one pile.
  private record Taken(Sku sku, Pile pile) {}

  private static Decision atOnce(TransferCommand.TransferAtOnce c, Work work) {
    TransferBook book = new TransferBook(work);
    Optional<Refusal> refusal =
        unfit(c.fromWarehouse(), c.toWarehouse(), c.lines(), work)
            .or(() -> taken(c.number(), book))
            .or(() -> unknownPlace(c, work));
    if (refusal.isPresent()) {
      return new Decision.Refuse(refusal.get());
    }
    Map<Sku, Long> lines = lines(c.lines());
    work.stock().bring(c.fromWarehouse(), lines.keySet());
    work.stock().bring(c.toWarehouse(), lines.keySet());
    List<Taken> taken = new ArrayList<>();
    for (Map.Entry<Sku, Long> line : lines.entrySet()) {
      long available = work.stock().available(c.fromWarehouse(), line.getKey());
      List<Pile> parts =
          Takes.from(
              work.stock(),
              c.fromWarehouse(),
              line.getKey(),
              line.getValue(),
              new Takes.Goods(
                  Condition.AVAILABLE, Optional.empty(), Optional.empty(), Optional.of("")));
      long enough = Math.min(available, Takes.sum(parts));
      if (enough < line.getValue()) {
        return new Decision.Refuse(
            new Refusal.InsufficientStock(
                c.fromWarehouse(), line.getKey(), Optional.empty(), line.getValue(), enough));
      }
      parts.forEach(part -> taken.add(new Taken(line.getKey(), part)));
    }
    return done(c, lines, taken, work);
  }

  private static Optional<Refusal> unknownPlace(TransferCommand.TransferAtOnce c, Work work) {
    c.to().ifPresent(place -> work.locationId(c.toWarehouse(), place));
    return Checks.known(work.stock(), c.toWarehouse(), c.to());
  }

  private static Decision done(
      TransferCommand.TransferAtOnce c, Map<Sku, Long> lines, List<Taken> taken, Work work) {
    TransferBook book = new TransferBook(work);
    Reference number =
        book.make(
            new TransferBook.NewTransfer(
                c.fromWarehouse(),
                c.toWarehouse(),
                c.number(),
                lines,
                Optional.empty(),
                c.remark().orElse("")));
    Transfer transfer = book.find(number).orElseThrow();
    LocationCode place = c.to().orElseGet(() -> work.stock().receivingLocation(c.toWarehouse()));
    LocationCode way = VirtualLocation.IN_TRANSIT.code();
    List<Step> steps = new ArrayList<>();
    List<Onward.Part> here = new ArrayList<>();
    for (Transfer.Line line : transfer.lines()) {
      book.add(transfer, line.line(), TRANSFER_LINE.APPROVED, line.requested());
    }
    for (Taken each : taken) {
      var key = each.pile().key();
      long units = each.pile().onHand();
      Transfer.Line line = transfer.line(each.sku()).orElseThrow();
      book.pack(transfer, line, key.lot(), "", key.location(), units);
      steps.add(transfer.move(c.fromWarehouse(), each.sku(), key, way, units));
      steps.add(transfer.move(c.toWarehouse(), each.sku(), key.at(way), place, units));
      here.add(new Onward.Part(each.sku(), key.lot(), "", units, key.condition()));
    }
    steps.addAll(new Onward(transfer, c.toWarehouse(), work).open(place, here));
    book.ship(transfer);
    for (Transfer.Line line : transfer.lines()) {
      book.add(transfer, line.line(), TRANSFER_LINE.GOOD, line.requested());
    }
    book.find(number).orElseThrow().contents().forEach(each -> book.settle(each, each.shipped()));
    book.turn(transfer, TransferState.APPROVED, "at once");
    book.turn(transfer.as(TransferState.APPROVED), TransferState.SHIPPED, "at once");
    steps.addAll(book.turn(transfer.as(TransferState.SHIPPED), TransferState.RECEIVED, "at once"));
    return new Decision.Act(steps);
  }
}
