package dev.stockwright.server.replenishing;

import static dev.stockwright.db.tables.Tables.TASK;

import dev.stockwright.server.stock.Step;
import dev.stockwright.server.tasks.KeptGoods;
import dev.stockwright.server.tasks.TaskBook;
import dev.stockwright.server.tasks.TaskKind;
import dev.stockwright.server.work.Work;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.WarehouseCode;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Record;

/// Replenishments whose goods have left their reserve, or whose reserve was locked, since the task
/// was made. Their tasks are about fewer or end; what the bin still needs is then brought from
/// elsewhere by new ones.
public final class StrandedRefills {
  /// Goods in a reserve whose tasks are about more than may be taken there, as SQL about a
  /// warehouse `w`. A review ends that in every case.
  private static final String GOODS =
      """
      SELECT g.place, g.product_id, g.lot, g.handling_unit, coalesce(b.on_hand, 0) AS there,
             l.locked_out OR NOT l.active AS locked
        FROM (SELECT t.place, t.product_id, t.lot, t.handling_unit,
                     coalesce(sum(t.quantity) FILTER (WHERE t.lease_until > now()), 0) AS held,
                     coalesce(sum(t.quantity)
                       FILTER (WHERE coalesce(t.lease_until <= now(), true)), 0) AS open
                FROM task t
               WHERE t.warehouse_id = w.id AND t.kind = 'replenish'
                 AND t.state IN ('open', 'leased')
               GROUP BY 1, 2, 3, 4) g
        JOIN location l ON l.warehouse_id = w.id AND l.code = g.place
        LEFT JOIN balance b
          ON b.warehouse_id = w.id AND b.product_id = g.product_id AND b.location_id = l.id
         AND b.lot = g.lot AND b.handling_unit = g.handling_unit
         AND b.condition = 'available' AND b.owner = ''
       WHERE coalesce(b.on_hand, 0) = 0
          OR (g.open > 0 AND (g.open > greatest(b.on_hand - g.held, 0)
                              OR l.locked_out OR NOT l.active))""";

  /// Whether the warehouse has any.
  public static final String ANY = "EXISTS (" + GOODS + ")";

  private final Work work;
  private final WarehouseCode warehouse;
  private final TaskBook tasks;

  StrandedRefills(Work work, WarehouseCode warehouse) {
    this.work = work;
    this.warehouse = warehouse;
    this.tasks = new TaskBook(work);
  }

  List<Step> review() {
    List<Step> steps = new ArrayList<>();
    for (Record row :
        work.sql()
            .fetch(
                "SELECT x.* FROM warehouse w CROSS JOIN LATERAL (" + GOODS + ") x WHERE w.id = ?",
                work.warehouseId(warehouse))) {
      boolean locked = row.get("locked", Boolean.class);
      String place = row.get("place", String.class);
      KeptGoods.fewer(claims(row), row.get("there", Long.class), locked)
          .forEach((claim, kept) -> steps.add(changed(claim, kept, place, locked)));
    }
    return steps;
  }

  private Step changed(KeptGoods.Claim claim, long kept, String place, boolean locked) {
    if (kept > 0) {
      return tasks.resize(
          claim.task(), kept, kept + " instead of " + claim.quantity() + " are in " + place);
    }
    return tasks.cancel(
        claim.task(),
        locked ? place + " is locked or not in use" : "its goods are no longer in " + place);
  }

  private List<KeptGoods.Claim> claims(Record goods) {
    return work.sql()
        .select(TASK.NUMBER, TASK.QUANTITY)
        .from(TASK)
        .where(TASK.WAREHOUSE_ID.eq(work.warehouseId(warehouse)))
        .and(TASK.KIND.eq(TaskKind.REPLENISH.code()))
        .and(TASK.STATE.in("open", "leased"))
        .and(TASK.PLACE.eq(goods.get("place", String.class)))
        .and(TASK.PRODUCT_ID.eq(goods.get("product_id", Integer.class)))
        .and(TASK.LOT.eq(goods.get("lot", String.class)))
        .and(TASK.HANDLING_UNIT.eq(goods.get("handling_unit", String.class)))
        .orderBy(TASK.ID)
        .fetch(
            row ->
                new KeptGoods.Claim(
                    tasks.find(warehouse, new Reference(row.value1())).orElseThrow(),
                    row.value2()));
  }
}
