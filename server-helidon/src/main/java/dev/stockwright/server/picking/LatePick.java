package dev.stockwright.server.picking;

import dev.stockwright.protocol.DocumentKind;
import dev.stockwright.protocol.PickingCommand;
import dev.stockwright.protocol.Refusal;
import dev.stockwright.server.stock.Decision;
import dev.stockwright.server.stock.PileKey;
import dev.stockwright.server.stock.Posting;
import dev.stockwright.server.stock.Step;
import dev.stockwright.server.tasks.NewTask;
import dev.stockwright.server.tasks.TaskKind;
import dev.stockwright.vocabulary.Condition;
import dev.stockwright.vocabulary.ReasonCode;
import dev.stockwright.vocabulary.VirtualLocation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What has happened on the floor although the books say otherwise: a picker insists, or reports
/// what was done without a connection. It is recorded, with a task for somebody to look.
final class LatePick {
  private static final ReasonCode UNEXPLAINED = new ReasonCode("unexplained");

  private final PickWork floor;

  LatePick(PickWork floor) {
    this.floor = floor;
  }

  /// Goods that the books did not have in the bin: they come from UNRECONCILED and stand on the
  /// cart on hold, for nobody.
  List<Step> unexplained(
      PickingCommand.PickStock scan, PickLine pick, PileKey goods, long quantity) {
    PileKey unknown =
        new PileKey(
            VirtualLocation.UNRECONCILED.code(), goods.lot(), "", Condition.HOLD, goods.owner());
    Step move =
        new Step.Move(
            new Posting(
                floor.warehouse,
                pick.sku(),
                unknown,
                scan.cart(),
                quantity,
                UNEXPLAINED,
                Optional.of(pick.order()),
                Optional.empty(),
                Decision.REVERSES_NOTHING));
    Step look =
        floor.tasks.open(
            NewTask.of(floor.warehouse, TaskKind.CHECK, DocumentKind.PICK, pick.number())
                .at(scan.cart(), Optional.of(goods.location()))
                .of(pick.sku(), quantity, goods.lot(), ""));
    return List.of(move, look);
  }

  /// Goods of an order that was cancelled meanwhile: they are on the cart and go back.
  Decision pick(PickingCommand.PickStock scan, PickLine pick) {
    Optional<Refusal> refusal = floor.wrongPlace(scan.cart(), Set.of("cart", "packing", "staging"));
    if (refusal.isPresent()) {
      return new Decision.Refuse(refusal.get());
    }
    PileKey goods = pick.goods().orElseThrow();
    long there = floor.work.stock().onHand(floor.warehouse, pick.sku(), goods);
    long part = Math.min(there, scan.quantity().units());
    List<Step> steps = new ArrayList<>();
    if (part > 0) {
      steps.addAll(
          Repack.move(
              new Repack.Load(floor.warehouse, pick.sku(), goods, part, pick.order()),
              scan.cart(),
              "",
              PickClerk.PICKED));
      PileKey carried = new PileKey(scan.cart(), goods.lot(), "", goods.condition(), goods.owner());
      steps.addAll(
          new PutBack(floor)
              .open(
                  new PickedGoods.Lot(
                      0,
                      carried,
                      pick.sku(),
                      "",
                      pick.order(),
                      pick.orderId(),
                      pick.line(),
                      "",
                      part)));
    }
    if (part < scan.quantity().units()) {
      steps.addAll(unexplained(scan, pick, goods, scan.quantity().units() - part));
    }
    return new Decision.Act(steps);
  }
}
