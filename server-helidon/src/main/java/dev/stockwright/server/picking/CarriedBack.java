package dev.stockwright.server.picking;

import dev.stockwright.server.stock.Step;
import dev.stockwright.server.work.Work;
import dev.stockwright.vocabulary.HandlingUnit;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.WarehouseCode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// Goods of a cancelled order that are moved in the unit that they were packed into. In a bin they
/// are brought back, as after `put_back_goods`; elsewhere they still wait for it.
public final class CarriedBack {
  private final PickWork floor;

  public CarriedBack(Work work, WarehouseCode warehouse) {
    this.floor = new PickWork(work, warehouse);
  }

  /// These units stand there now.
  ///
  /// @param bin goods are picked from there
  public List<Step> moved(Collection<HandlingUnit> units, LocationCode to, boolean bin) {
    List<Step> steps = new ArrayList<>();
    for (PickedGoods.Lot lot : floor.goods.backIn(units)) {
      if (bin) {
        floor.goods.take(lot, lot.quantity());
      } else {
        floor.goods.change(lot, lot.at(to));
      }
      floor
          .tasks
          .find(floor.warehouse, new Reference(lot.putBack()))
          .filter(task -> task.state().waiting())
          .ifPresent(
              task -> steps.add(bin ? floor.tasks.finish(task) : floor.tasks.move(task, to)));
    }
    return steps;
  }
}
