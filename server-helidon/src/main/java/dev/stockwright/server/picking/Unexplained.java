package dev.stockwright.server.picking;

import dev.stockwright.protocol.DocumentKind;
import dev.stockwright.server.picking.PickedGoods.Lot;
import dev.stockwright.server.stock.Decision;
import dev.stockwright.server.stock.PileKey;
import dev.stockwright.server.stock.Posting;
import dev.stockwright.server.stock.Step;
import dev.stockwright.server.tasks.NewTask;
import dev.stockwright.server.tasks.TaskBook;
import dev.stockwright.server.tasks.TaskKind;
import dev.stockwright.server.work.Work;
import dev.stockwright.vocabulary.Condition;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.ReasonCode;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.VirtualLocation;
import dev.stockwright.vocabulary.WarehouseCode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Picked goods that hands have moved although the books have fewer of them where they lay. What
/// the books lack comes from UNRECONCILED and stands on hold where the goods are now, with a task
/// for somebody to look (decisions/0011). Made for one command, because it remembers what of a pile
/// earlier lots have taken.
public final class Unexplained {
  private static final ReasonCode REASON = new ReasonCode("unexplained");

  private record Pile(Sku sku, PileKey key) {}

  private final Work work;
  private final WarehouseCode warehouse;
  private final Map<Pile, Long> left = new HashMap<>();

  public Unexplained(Work work, WarehouseCode warehouse) {
    this.work = work;
    this.warehouse = warehouse;
  }

  /// How much of a lot the books have where it lies.
  public long explained(Lot lot) {
    Pile pile = new Pile(lot.sku(), lot.goods());
    long there =
        left.computeIfAbsent(pile, any -> work.stock().onHand(warehouse, lot.sku(), lot.goods()));
    long part = Math.min(there, lot.quantity());
    left.put(pile, there - part);
    return part;
  }

  /// So many of a lot are there although the books cannot say where from.
  public List<Step> steps(Lot lot, LocationCode there, long units) {
    if (units == 0) {
      return List.of();
    }
    PileKey unknown =
        new PileKey(
            VirtualLocation.UNRECONCILED.code(),
            lot.goods().lot(),
            "",
            Condition.HOLD,
            lot.goods().owner());
    List<Step> steps = new ArrayList<>();
    steps.add(
        new Step.Move(
            new Posting(
                warehouse,
                lot.sku(),
                unknown,
                there,
                units,
                REASON,
                Optional.of(lot.order()),
                Optional.empty(),
                Decision.REVERSES_NOTHING)));
    steps.add(
        new TaskBook(work)
            .open(
                NewTask.of(warehouse, TaskKind.CHECK, DocumentKind.ORDER, lot.order())
                    .at(there, Optional.of(lot.goods().location()))
                    .of(lot.sku(), units, lot.goods().lot(), "")));
    return steps;
  }
}
