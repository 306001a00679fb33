package dev.stockwright.server.putaway;

import dev.stockwright.protocol.DocumentKind;
import dev.stockwright.protocol.DocumentRefusal;
import dev.stockwright.protocol.InboundRefusal;
import dev.stockwright.protocol.PutAwayCommand;
import dev.stockwright.protocol.Refusal;
import dev.stockwright.server.orders.Kits;
import dev.stockwright.server.putaway.PutAwayBook.Entry;
import dev.stockwright.server.putaway.PutAwayBook.UnitPile;
import dev.stockwright.server.putaway.PutAwayRules.Choice;
import dev.stockwright.server.stock.Decision;
import dev.stockwright.server.stock.Pile;
import dev.stockwright.server.stock.PileKey;
import dev.stockwright.server.stock.Posting;
import dev.stockwright.server.stock.Step;
import dev.stockwright.server.tasks.TaskBook;
import dev.stockwright.server.tasks.TaskRules;
import dev.stockwright.server.work.Clerk;
import dev.stockwright.server.work.Work;
import dev.stockwright.vocabulary.Condition;
import dev.stockwright.vocabulary.HandlingUnit;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.LotCode;
import dev.stockwright.vocabulary.Quantity;
import dev.stockwright.vocabulary.ReasonCode;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Brings goods from the dock to their bins.
public final class PutAwayClerk implements Clerk<PutAwayCommand> {
  private static final ReasonCode PUT_AWAY = new ReasonCode("put_away");

  @Override
  public Decision handle(PutAwayCommand command, Work work) {
    Hand hand = new Hand(work, command.warehouse());
    Optional<Decision> late = new LatePutAway(work, command.warehouse()).decide(command);
    if (late.isPresent()) {
      return late.get();
    }
    return switch (command) {
      case PutAwayCommand.OpenPutAway c -> hand.open(c);
      case PutAwayCommand.PutAway c -> hand.held(c.task(), entry -> hand.put(c, entry));
      case PutAwayCommand.PutUnitAway c -> hand.putUnit(c);
      case PutAwayCommand.RedirectPutAway c ->
          hand.held(c.task(), entry -> hand.redirect(c, entry));
      case PutAwayCommand.DirectPutAway c -> hand.held(c.task(), hand::direct);
      case PutAwayCommand.ReviewPutAways c -> new PutAwayReview(work, c.warehouse()).review();
    };
  }

  /// One command at work in one warehouse.
  private static final class Hand {
    private final Work work;
    private final WarehouseCode warehouse;
    private final PutAwayBook book;
    private final PutAways putAways;
    private final TaskBook tasks;

    Hand(Work work, WarehouseCode warehouse) {
      this.work = work;
      this.warehouse = warehouse;
      this.book = new PutAwayBook(work, warehouse);
      this.putAways = new PutAways(work, warehouse);
      this.tasks = new TaskBook(work);
    }

    /// Does something with a put-away that this person may work on.
    Decision held(Reference number, Function<Entry, Decision> doing) {
      Optional<Entry> entry = book.find(number);
      if (entry.isEmpty()) {
        return refuse(
            tasks
                .find(warehouse, number)
                .<Refusal>map(
                    task -> new DocumentRefusal.Mismatch("kind of task", "put_away", task.kind()))
                .orElseGet(() -> new DocumentRefusal.UnknownDocument(DocumentKind.TASK, number)));
      }
      return TaskRules.refusal(entry.get().task(), work.author())
          .map(Hand::refuse)
          .orElseGet(() -> doing.apply(entry.get()));
    }

    Decision open(PutAwayCommand.OpenPutAway command) {
      Optional<ProductCard> card = ProductCards.read(work.sql(), command.sku());
      if (card.isEmpty()) {
        return refuse(new Refusal.UnknownProduct(command.sku()));
      }
      if (!knows(command.at())) {
        return refuse(new Refusal.UnknownLocation(warehouse, command.at()));
      }
      Optional<Refusal> kit = Kits.refusal(work.sql(), List.of(command.sku()));
      if (kit.isPresent()) {
        return refuse(kit.get());
      }
      String unit = command.handlingUnit().map(HandlingUnit::code).orElse("");
      String lot = command.lot().map(LotCode::code).orElse("");
      Condition condition = command.condition().orElse(Condition.AVAILABLE);
      PileKey pile = new PileKey(command.at(), lot, unit, condition, "");
      long waiting =
          unit.isEmpty()
              ? book.waiting(command.at(), command.sku(), lot, condition).stream()
                  .mapToLong(Entry::quantity)
                  .sum()
              : 0;
      long free = work.stock().onHand(warehouse, command.sku(), pile) - waiting;
      if (free < command.quantity().units()) {
        return refuse(
            new Refusal.InsufficientStock(
                warehouse,
                command.sku(),
                Optional.of(command.at()),
                command.quantity().units(),
                Math.max(0, free)));
      }
      var part = new Goods.Part(card.get(), lot, command.quantity().units());
      Reference number = new Reference(unit.isEmpty() ? command.at().code() : unit);
      DocumentKind kind = unit.isEmpty() ? DocumentKind.LOCATION : DocumentKind.HANDLING_UNIT;
      var come = new PutAways.Come(kind, number, command.at(), part);
      List<Step> steps =
          command
              .handlingUnit()
              .map(code -> putAways.openUnit(come, code, book.goods(code).orElseThrow()))
              .orElseGet(() -> putAways.open(come, condition));
      return steps.isEmpty()
          ? refuse(
              new DocumentRefusal.Mismatch(
                  "goods",
                  "goods on a dock or staging place that may be put away",
                  condition.code() + " goods in " + command.at()))
          : new Decision.Act(steps);
    }

    Decision put(PutAwayCommand.PutAway command, Entry entry) {
      if (entry.sku().isEmpty()) {
        return putUnit(
            entry, new HandlingUnit(entry.handlingUnit()), command.to(), Optional.empty());
      }
      long units = command.units().map(Quantity::units).orElse(entry.quantity());
      if (units > entry.quantity()) {
        return refuse(
            new DocumentRefusal.OutOfRange("quantity", "1 to " + entry.quantity(), "" + units));
      }
      Sku sku = entry.sku().get();
      ProductCard card = ProductCards.read(work.sql(), sku).orElseThrow();
      Optional<Refusal> wrong =
          wrongPlace(entry, command.to())
              .or(
                  () ->
                      takes(
                          Goods.loose(card, entry.lot(), units, entry.condition()),
                          command.to(),
                          entry,
                          true));
      if (wrong.isPresent()) {
        return refuse(wrong.get());
      }
      List<Pile> piles = piles(entry, card, units);
      long there = piles.stream().mapToLong(Pile::onHand).sum();
      if (there < units) {
        return refuse(
            new Refusal.InsufficientStock(warehouse, sku, Optional.of(entry.at()), units, there));
      }
      List<Step> steps = new ArrayList<>();
      piles.forEach(pile -> steps.add(move(entry, sku, pile, command.to())));
      long left = entry.quantity() - units;
      book.done(entry.task().id(), units, left);
      steps.add(
          left == 0
              ? tasks.finish(entry.task())
              : Work.note(
                  warehouse,
                  DocumentKind.TASK,
                  entry.task().number(),
                  entry.task().state().code(),
                  units + " put away, " + left + " left"));
      return new Decision.Act(steps);
    }

    Decision putUnit(PutAwayCommand.PutUnitAway command) {
      Optional<Entry> entry = book.waiting(command.unit());
      if (entry.isEmpty()) {
        Reference number = new Reference(command.unit().code());
        return refuse(
            book.content(command.unit()).isEmpty()
                ? new DocumentRefusal.UnknownDocument(DocumentKind.HANDLING_UNIT, number)
                : new DocumentRefusal.WrongState(
                    DocumentKind.HANDLING_UNIT,
                    number,
                    "in " + book.content(command.unit()).getFirst().at(),
                    "waiting to be put away"));
      }
      return TaskRules.refusal(entry.get().task(), work.author())
          .or(() -> command.reason().flatMap(reason -> work.wrongReason(reason, "redirect")))
          .map(Hand::refuse)
          .orElseGet(() -> putUnit(entry.get(), command.unit(), command.to(), command.reason()));
    }

    private Decision putUnit(
        Entry entry, HandlingUnit unit, LocationCode to, Optional<ReasonCode> reason) {
      Optional<Goods> goods = book.goods(unit);
      if (goods.isEmpty()) {
        return refuse(
            new DocumentRefusal.WrongState(
                DocumentKind.HANDLING_UNIT,
                new Reference(unit.code()),
                "empty",
                "filled; cancel its task"));
      }
      boolean elsewhere = entry.to().filter(to::equals).isEmpty();
      Optional<Refusal> wrong =
          (reason.isPresent() ? unknownPlace(to) : wrongPlace(entry, to))
              .or(() -> takes(goods.get(), to, entry, !elsewhere));
      if (wrong.isPresent()) {
        return refuse(wrong.get());
      }
      List<Step> steps = new ArrayList<>();
      for (HandlingUnit each : new dev.stockwright.server.moving.Bins(work).whole(unit)) {
        steps.addAll(moved(entry, each, to));
      }
      reason.ifPresent(why -> book.redirected(entry.task().id(), why.code()));
      book.done(entry.task().id(), goods.get().units(), 0);
      steps.add(tasks.finish(entry.task()));
      return new Decision.Act(steps);
    }

    /// Everything in a unit that is not there yet.
    private List<Step> moved(Entry entry, HandlingUnit unit, LocationCode to) {
      List<Step> steps = new ArrayList<>();
      for (UnitPile pile : book.content(unit)) {
        if (!pile.at().equals(to)) {
          PileKey key =
              new PileKey(pile.at(), pile.lot(), unit.code(), pile.condition(), pile.owner());
          steps.add(move(entry, pile.sku(), new Pile(key, pile.units()), to));
        }
      }
      return steps;
    }

    Decision redirect(PutAwayCommand.RedirectPutAway command, Entry entry) {
      Optional<Goods> all = goods(entry);
      if (all.isEmpty()) {
        return refuse(
            new DocumentRefusal.Mismatch("handling unit", "one with goods", "an empty one"));
      }
      long units = command.units().map(Quantity::units).orElse(all.get().units());
      if (units > all.get().units() || (all.get().whole() && units < all.get().units())) {
        String range = all.get().whole() ? "all " : "1 to ";
        return refuse(
            new DocumentRefusal.OutOfRange("quantity", range + all.get().units(), "" + units));
      }
      Goods goods = units == all.get().units() ? all.get() : all.get().of(units);
      Optional<Refusal> wrong =
          work.wrongReason(command.why(), "redirect")
              .or(() -> unknownPlace(command.to()))
              .or(() -> same(entry.at(), command.to()))
              .or(() -> takes(goods, command.to(), entry, false));
      if (wrong.isPresent()) {
        return refuse(wrong.get());
      }
      List<String> reasons = List.of(work.author() + " named it: " + command.why().code());
      List<Step> steps = new ArrayList<>();
      if (units == all.get().units()) {
        book.direct(entry.task().id(), Optional.of(command.to()), entry.quantity(), reasons);
        book.redirected(entry.task().id(), command.why().code());
      } else {
        ProductCard card = goods.parts().getFirst().card();
        book.quantity(entry.task().id(), entry.quantity() - units);
        steps.add(putAways.split(entry, card, command.to(), units, reasons));
      }
      steps.add(
          Work.note(
              warehouse,
              DocumentKind.TASK,
              entry.task().number(),
              entry.task().state().code(),
              units + " to " + command.to() + ": " + command.why().code()));
      return new Decision.Act(steps);
    }

    Decision direct(Entry entry) {
      Optional<Goods> goods = goods(entry);
      if (goods.isEmpty() || !entry.forOrder().isEmpty()) {
        return new Decision.Act(List.of());
      }
      Optional<Choice> best = putAways.best(goods.get(), entry.at(), entry.task().id());
      Optional<LocationCode> to = best.map(choice -> choice.bin().code());
      book.direct(
          entry.task().id(),
          to,
          entry.quantity(),
          best.map(Choice::reasons).orElseGet(() -> putAways.noBin(goods.get(), entry.at())));
      return new Decision.Act(
          List.of(
              Work.note(
                  warehouse,
                  DocumentKind.TASK,
                  entry.task().number(),
                  entry.task().state().code(),
                  to.map(bin -> "to " + bin).orElse("no bin takes it"))));
    }

    private Optional<Goods> goods(Entry entry) {
      if (entry.sku().isEmpty()) {
        return book.goods(new HandlingUnit(entry.handlingUnit()));
      }
      return ProductCards.read(work.sql(), entry.sku().get())
          .map(card -> Goods.loose(card, entry.lot(), entry.quantity(), entry.condition()));
    }

    /// The piles that a task's goods are taken from; pieces are those that its receipt brought.
    private List<Pile> piles(Entry entry, ProductCard card, long units) {
      boolean pieces = card.tracking().serial() && entry.lot().isEmpty();
      boolean received = !entry.task().document().equals(DocumentKind.LOCATION.code());
      Set<String> lots =
          pieces && received
              ? Set.copyOf(book.lots(entry.task(), card.sku()))
              : Set.of(entry.lot());
      List<Pile> taken = new ArrayList<>();
      long left = units;
      for (Pile pile : work.stock().piles(warehouse, card.sku())) {
        PileKey key = pile.key();
        if (left > 0
            && key.location().equals(entry.at())
            && key.condition() == entry.condition()
            && key.handlingUnit().isEmpty()
            && ((pieces && !received) || lots.contains(key.lot()))) {
          long part = Math.min(left, pile.onHand());
          taken.add(new Pile(key, part));
          left -= part;
        }
      }
      return taken;
    }

    private Step move(Entry entry, Sku sku, Pile pile, LocationCode to) {
      return new Step.Move(
          new Posting(
              warehouse,
              sku,
              pile.key(),
              to,
              pile.onHand(),
              PUT_AWAY,
              Optional.of(new Reference(entry.task().reference())),
              Optional.empty(),
              Decision.REVERSES_NOTHING));
    }

    /// Another place than the one that was named; where none was, any will do.
    private Optional<Refusal> wrongPlace(Entry entry, LocationCode to) {
      Optional<Refusal> unknown = unknownPlace(to);
      if (unknown.isPresent()) {
        return unknown;
      }
      return entry
          .to()
          .filter(named -> !named.equals(to) && !work.by().insisted())
          .<Refusal>map(named -> new DocumentRefusal.Mismatch("location", named.code(), to.code()))
          .or(() -> same(entry.at(), to));
    }

    private Optional<Refusal> unknownPlace(LocationCode to) {
      return knows(to) ? Optional.empty() : Optional.of(new Refusal.UnknownLocation(warehouse, to));
    }

    private static Optional<Refusal> same(LocationCode from, LocationCode to) {
      return from.equals(to) ? Optional.of(new Refusal.SamePlace(to.code())) : Optional.empty();
    }

    private boolean knows(LocationCode place) {
      return work.locationId(warehouse, place).isPresent() && work.stock().knows(warehouse, place);
    }

    /// Why the place does not take the goods, with one that does; insisted on, they lie there.
    private Optional<Refusal> takes(Goods goods, LocationCode to, Entry entry, boolean standing) {
      PutAwayRules.Room room = putAways.room(goods, to, entry.task().id(), standing).orElseThrow();
      if (room.fits() == goods.units() || work.by().insisted()) {
        return Optional.empty();
      }
      Optional<LocationCode> instead =
          putAways
              .best(goods, entry.at(), entry.task().id())
              .map(choice -> choice.bin().code())
              .filter(bin -> !bin.equals(to));
      return Optional.of(
          new InboundRefusal.BinRefuses(to, goods.sku(), room.because(), room.fits(), instead));
    }

    private static Decision refuse(Refusal why) {
      return new Decision.Refuse(why);
    }
  }
}
