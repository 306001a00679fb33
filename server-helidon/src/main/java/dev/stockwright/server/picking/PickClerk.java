package dev.stockwright.server.picking;

import dev.stockwright.protocol.DocumentKind;
import dev.stockwright.protocol.DocumentRefusal;
import dev.stockwright.protocol.PickingCommand;
import dev.stockwright.protocol.PickingRefusal;
import dev.stockwright.protocol.Refusal;
import dev.stockwright.server.picking.PickRules.Portion;
import dev.stockwright.server.replenishing.Refill;
import dev.stockwright.server.stock.Decision;
import dev.stockwright.server.stock.PileKey;
import dev.stockwright.server.stock.Step;
import dev.stockwright.server.units.HandlingUnits;
import dev.stockwright.vocabulary.HandlingUnit;
import dev.stockwright.vocabulary.LotCode;
import dev.stockwright.vocabulary.ReasonCode;
import dev.stockwright.vocabulary.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Takes goods out of bins, or says that they are not taken now.
final class PickClerk {
  static final ReasonCode PICKED = new ReasonCode("pick");

  private final PickWork floor;

  PickClerk(PickWork floor) {
    this.floor = floor;
  }

  Decision pick(PickingCommand.PickStock scan) {
    return known(
        scan.pick(),
        pick -> {
          if (late(pick)) {
            return new LatePick(floor).pick(scan, pick);
          }
          Optional<Refusal> refusal = refusal(scan, pick);
          return refusal.<Decision>map(Decision.Refuse::new).orElseGet(() -> judge(scan, pick));
        });
  }

  /// It happened all the same, although nobody wanted it any more.
  private boolean late(PickLine pick) {
    return floor.work.by().insisted()
        && pick.state().equals(PickLine.CANCELLED)
        && pick.goods().isPresent();
  }

  private Optional<Refusal> refusal(PickingCommand.PickStock scan, PickLine pick) {
    Optional<Reference> owner = scan.tote().flatMap(tote -> floor.goods.owner(tote.code()));
    return PickRules.notOpen(pick)
        .or(() -> floor.held(pick))
        .or(() -> PickRules.promiseOver(pick.order(), floor.work.stock().promise(pick.order())))
        .or(() -> floor.wrongPlace(scan.cart(), Set.of("cart", "packing", "staging")))
        .or(() -> PickRules.mismatch(pick, scan))
        .or(() -> PickRules.wrongTote(pick, scan.tote(), owner));
  }

  private Decision judge(PickingCommand.PickStock scan, PickLine named) {
    List<PickLine> stop = floor.picks.ofTask(named.task());
    Optional<List<Portion>> portions = PickRules.spread(scan.quantity().units(), named, stop);
    if (portions.isEmpty()) {
      long most = PickRules.most(named, stop);
      return new Decision.Refuse(
          new DocumentRefusal.OutOfRange("quantity", "1 to " + most, scan.quantity().toString()));
    }
    Optional<Refusal> over =
        portions.get().stream()
            .map(Portion::pick)
            .map(pick -> PickRules.promiseOver(pick.order(), promise(pick)))
            .flatMap(Optional::stream)
            .findFirst();
    if (over.isPresent()) {
      return new Decision.Refuse(over.get());
    }
    PileKey meant = named.goods().orElseThrow();
    PileKey goods = scanned(scan, named).map(lot -> Swap.lot(meant, lot)).orElse(meant);
    List<PickLine> others = goods.equals(meant) ? List.of() : floor.picks.at(named.sku(), goods);
    long there = floor.work.stock().onHand(floor.warehouse, named.sku(), goods);
    Optional<Refusal> wrong = unfit(named, goods, there, scan.quantity().units());
    if (wrong.isPresent()) {
      return new Decision.Refuse(wrong.get());
    }
    if (!goods.equals(meant)) {
      floor.picks.from(named, goods);
      others.forEach(other -> floor.picks.from(other, meant));
    }
    return take(scan, portions.get(), goods, there);
  }

  private Optional<dev.stockwright.server.stock.Promise> promise(PickLine pick) {
    return floor.work.stock().promise(pick.order());
  }

  /// Another piece of the same product from the same bin is as good.
  private static Optional<String> scanned(PickingCommand.PickStock scan, PickLine pick) {
    return pick.serials() ? scan.lot().map(LotCode::code) : Optional.empty();
  }

  private Optional<Refusal> unfit(PickLine pick, PileKey goods, long there, long wanted) {
    if (floor.work.by().insisted()) {
      return Optional.empty();
    }
    if (there < wanted) {
      return Optional.of(
          new Refusal.InsufficientStock(
              floor.warehouse, pick.sku(), Optional.of(goods.location()), wanted, there));
    }
    return floor.spots(List.of(pick.sku()), false).getOrDefault(pick.sku(), List.of()).stream()
        .filter(spot -> spot.key().equals(goods))
        .findFirst()
        .flatMap(spot -> spot.obstacle(floor.today()))
        .map(why -> new PickingRefusal.NotPickable(pick.sku(), goods.location(), why));
  }

  private Decision take(
      PickingCommand.PickStock scan, List<Portion> portions, PileKey goods, long there) {
    PickLine named = portions.getFirst().pick();
    List<Step> steps = new ArrayList<>();
    long explained = there;
    for (Portion portion : portions) {
      long part = Math.min(explained, portion.quantity());
      if (part > 0) {
        steps.addAll(take(scan, portion.pick(), goods, part));
        explained -= part;
      }
    }
    if (there < scan.quantity().units()) {
      steps.addAll(
          new LatePick(floor).unexplained(scan, named, goods, scan.quantity().units() - there));
    }
    steps.addAll(floor.keep(named.task()));
    steps.addAll(floor.refresh(named.task()));
    steps.addAll(floor.began(named));
    portions.stream()
        .map(Portion::pick)
        .collect(
            java.util.stream.Collectors.toMap(
                PickLine::order, pick -> pick, (one, same) -> one, java.util.LinkedHashMap::new))
        .values()
        .forEach(pick -> steps.addAll(floor.progress(pick)));
    long gone = Math.min(there, scan.quantity().units());
    steps.addAll(
        new Refill(floor.work, floor.warehouse).taken(named.sku(), goods.location(), gone));
    return new Decision.Act(steps);
  }

  private List<Step> take(
      PickingCommand.PickStock scan, PickLine pick, PileKey goods, long quantity) {
    List<Step> steps =
        new ArrayList<>(
            Repack.move(
                new Repack.Load(floor.warehouse, pick.sku(), goods, quantity, pick.order()),
                scan.cart(),
                "",
                PICKED));
    String tote = scan.tote().map(HandlingUnit::code).orElse("");
    if (!tote.isEmpty()) {
      if (pick.tote().isEmpty()) {
        floor.picks.fixTote(pick, tote);
      }
      steps.add(
          new HandlingUnits(floor.work)
              .put(
                  new HandlingUnits.Unit(
                      scan.tote().orElseThrow(),
                      floor.warehouse,
                      "tote",
                      "open",
                      DocumentKind.ORDER.code(),
                      pick.order().code())));
    }
    floor.goods.put(
        new PickedGoods.Lot(
            0,
            new PileKey(scan.cart(), goods.lot(), "", goods.condition(), goods.owner()),
            pick.sku(),
            tote,
            pick.order(),
            pick.orderId(),
            pick.line(),
            "",
            quantity));
    steps.add(floor.picks.took(pick, quantity));
    floor.picked(pick.orderId(), pick.line(), quantity);
    return steps;
  }

  Decision skip(PickingCommand.SkipPick command) {
    return known(
        command.pick(),
        pick ->
            PickRules.notOpen(pick)
                .or(() -> floor.held(pick))
                .or(() -> floor.work.wrongReason(command.reason(), "skip"))
                .<Decision>map(Decision.Refuse::new)
                .orElseGet(
                    () -> {
                      List<Step> steps = new ArrayList<>();
                      steps.add(floor.picks.skip(pick, command.reason().code()));
                      steps.addAll(floor.keep(pick.task()));
                      steps.addAll(floor.refresh(pick.task()));
                      return new Decision.Act(steps);
                    }));
  }

  Decision swap(PickingCommand.SwapPick command) {
    return known(
        command.pick(),
        pick -> {
          Optional<Refusal> refusal =
              PickRules.notOpen(pick)
                  .or(() -> floor.held(pick))
                  .or(() -> PickRules.promiseOver(pick.order(), promise(pick)));
          if (refusal.isPresent()) {
            return new Decision.Refuse(refusal.get());
          }
          List<Spot> spots =
              floor.spots(List.of(pick.sku()), false).getOrDefault(pick.sku(), List.of());
          return switch (Swap.decide(command, pick, spots, floor.picks::at, floor.today())) {
            case Swap.Refused(var why) -> new Decision.Refuse(why);
            case Swap.Takes(var goods, var other) -> {
              List<Step> steps = new ArrayList<>();
              steps.add(floor.picks.from(pick, goods));
              other.ifPresent(
                  theirs -> steps.add(floor.picks.from(theirs, pick.goods().orElseThrow())));
              steps.addAll(floor.reroute(pick.task()));
              other.ifPresent(theirs -> steps.addAll(floor.reroute(theirs.task())));
              yield new Decision.Act(steps);
            }
          };
        });
  }

  private Decision known(Reference number, Function<PickLine, Decision> doing) {
    return floor
        .picks
        .find(number)
        .map(doing)
        .orElseGet(
            () ->
                new Decision.Refuse(
                    new DocumentRefusal.UnknownDocument(DocumentKind.PICK, number)));
  }
}
