package dev.stockwright.server.picking;

import static dev.stockwright.db.tables.Tables.LOCATION;
import static dev.stockwright.db.tables.Tables.PICKED_GOODS;
import static dev.stockwright.db.tables.Tables.PRODUCT;
import static dev.stockwright.db.tables.Tables.SALES_ORDER;

import dev.stockwright.server.stock.PileKey;
import dev.stockwright.server.work.Work;
import dev.stockwright.vocabulary.Condition;
import dev.stockwright.vocabulary.HandlingUnit;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jooq.Record;

/// Goods that were picked and are not packed, for one command at work: on carts, benches and
/// staging places, each for a line of an order.
public final class PickedGoods {
  private final Work work;
  private final WarehouseCode warehouse;
  private final int site;

  public PickedGoods(Work work, WarehouseCode warehouse) {
    this.work = work;
    this.warehouse = warehouse;
    this.site = work.warehouseId(warehouse);
  }

  /// Some of them.
  ///
  /// @param id the row, 0 for new ones
  /// @param goods where they lie
  /// @param tote what they are in; empty: nothing
  /// @param putBack the task that brings them back; empty: they are wanted
  public record Lot(
      long id,
      PileKey goods,
      Sku sku,
      String tote,
      Reference order,
      long orderId,
      int line,
      String putBack,
      long quantity) {
    /// So many of the same.
    public Lot of(long units) {
      return new Lot(id, goods, sku, tote, order, orderId, line, putBack, units);
    }

    /// The same elsewhere.
    Lot at(LocationCode place) {
      return new Lot(id, goods.at(place), sku, tote, order, orderId, line, putBack, quantity);
    }

    /// The same in that unit there.
    public Lot in(LocationCode place, HandlingUnit unit) {
      PileKey there =
          new PileKey(place, goods.lot(), unit.code(), goods.condition(), goods.owner());
      return new Lot(id, there, sku, tote, order, orderId, line, putBack, quantity);
    }

    /// The same, to be brought back by that task.
    Lot back(String task) {
      return new Lot(id, goods, sku, tote, order, orderId, line, task, quantity);
    }
  }

  /// All that lies there and is wanted.
  public List<Lot> at(LocationCode place) {
    return fetch(LOCATION.CODE.eq(place.code()).and(PICKED_GOODS.PUT_BACK.eq("")));
  }

  /// What is wanted of an order, wherever it lies.
  public List<Lot> of(long order) {
    return fetch(PICKED_GOODS.ORDER_ID.eq(order).and(PICKED_GOODS.PUT_BACK.eq("")));
  }

  /// All that lies there loose, wanted or to be brought back.
  List<Lot> loose(LocationCode place) {
    return fetch(LOCATION.CODE.eq(place.code()).and(PICKED_GOODS.HANDLING_UNIT.eq("")));
  }

  /// What of an order lies loose and is to be brought back.
  public List<Lot> backOf(long order) {
    return fetch(
        PICKED_GOODS
            .ORDER_ID
            .eq(order)
            .and(PICKED_GOODS.PUT_BACK.ne(""))
            .and(PICKED_GOODS.HANDLING_UNIT.eq("")));
  }

  /// What a task brings back.
  List<Lot> back(String task) {
    return fetch(PICKED_GOODS.PUT_BACK.eq(task));
  }

  /// What is brought back in one of these units.
  public List<Lot> backIn(Collection<HandlingUnit> units) {
    return fetch(
        PICKED_GOODS
            .HANDLING_UNIT
            .in(units.stream().map(HandlingUnit::code).toList())
            .and(PICKED_GOODS.PUT_BACK.ne("")));
  }

  /// The order whose goods are in the tote; absent when it is empty.
  Optional<Reference> owner(String tote) {
    return fetch(PICKED_GOODS.TOTE.eq(tote)).stream().map(Lot::order).findFirst();
  }

  private List<Lot> fetch(org.jooq.Condition which) {
    return work.sql()
        .select(PICKED_GOODS.asterisk())
        .select(LOCATION.CODE, PRODUCT.SKU, SALES_ORDER.NUMBER)
        .from(PICKED_GOODS)
        .join(LOCATION)
        .on(LOCATION.ID.eq(PICKED_GOODS.LOCATION_ID))
        .join(PRODUCT)
        .on(PRODUCT.ID.eq(PICKED_GOODS.PRODUCT_ID))
        .join(SALES_ORDER)
        .on(SALES_ORDER.ID.eq(PICKED_GOODS.ORDER_ID))
        .where(PICKED_GOODS.WAREHOUSE_ID.eq(site))
        .and(which)
        .orderBy(PICKED_GOODS.ID)
        .fetch(PickedGoods::lot);
  }

  private static Lot lot(Record row) {
    return new Lot(
        row.get(PICKED_GOODS.ID),
        new PileKey(
            new LocationCode(row.get(LOCATION.CODE)),
            row.get(PICKED_GOODS.LOT),
            row.get(PICKED_GOODS.HANDLING_UNIT),
            Condition.AVAILABLE,
            ""),
        new Sku(row.get(PRODUCT.SKU)),
        row.get(PICKED_GOODS.TOTE),
        new Reference(row.get(SALES_ORDER.NUMBER)),
        row.get(PICKED_GOODS.ORDER_ID),
        row.get(PICKED_GOODS.LINE),
        row.get(PICKED_GOODS.PUT_BACK),
        row.get(PICKED_GOODS.QUANTITY));
  }

  /// They lie there now, beside what lies there of the kind.
  public void put(Lot lot) {
    work.sql()
        .insertInto(PICKED_GOODS)
        .set(PICKED_GOODS.WAREHOUSE_ID, site)
        .set(
            PICKED_GOODS.LOCATION_ID,
            work.locationId(warehouse, lot.goods().location()).orElseThrow())
        .set(PICKED_GOODS.PRODUCT_ID, work.productId(lot.sku()).orElseThrow())
        .set(PICKED_GOODS.LOT, lot.goods().lot())
        .set(PICKED_GOODS.HANDLING_UNIT, lot.goods().handlingUnit())
        .set(PICKED_GOODS.TOTE, lot.tote())
        .set(PICKED_GOODS.ORDER_ID, lot.orderId())
        .set(PICKED_GOODS.LINE, lot.line())
        .set(PICKED_GOODS.PUT_BACK, lot.putBack())
        .set(PICKED_GOODS.QUANTITY, lot.quantity())
        .onConflict(
            PICKED_GOODS.WAREHOUSE_ID,
            PICKED_GOODS.LOCATION_ID,
            PICKED_GOODS.PRODUCT_ID,
            PICKED_GOODS.LOT,
            PICKED_GOODS.HANDLING_UNIT,
            PICKED_GOODS.TOTE,
            PICKED_GOODS.ORDER_ID,
            PICKED_GOODS.LINE,
            PICKED_GOODS.PUT_BACK)
        .doUpdate()
        .set(PICKED_GOODS.QUANTITY, PICKED_GOODS.QUANTITY.plus(lot.quantity()))
        .execute();
  }

  /// So many of them are there no longer.
  public void take(Lot lot, long quantity) {
    if (quantity == lot.quantity()) {
      work.sql().deleteFrom(PICKED_GOODS).where(PICKED_GOODS.ID.eq(lot.id())).execute();
    } else {
      work.sql()
          .update(PICKED_GOODS)
          .set(PICKED_GOODS.QUANTITY, lot.quantity() - quantity)
          .where(PICKED_GOODS.ID.eq(lot.id()))
          .execute();
    }
  }

  /// They are somewhere else, or for something else.
  void change(Lot was, Lot is) {
    take(was, was.quantity());
    put(is);
  }
}
