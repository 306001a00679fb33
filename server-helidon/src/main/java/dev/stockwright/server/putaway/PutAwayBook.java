package dev.stockwright.server.putaway;

import static dev.stockwright.db.tables.Tables.BALANCE;
import static dev.stockwright.db.tables.Tables.LOCATION;
import static dev.stockwright.db.tables.Tables.PRODUCT;
import static dev.stockwright.db.tables.Tables.PUT_AWAY;
import static dev.stockwright.db.tables.Tables.RECEIPT;
import static dev.stockwright.db.tables.Tables.RECEIPT_LINE;
import static dev.stockwright.db.tables.Tables.TASK;
import static dev.stockwright.db.tables.Tables.TRANSFER;
import static dev.stockwright.db.tables.Tables.TRANSFER_CONTENT;
import static dev.stockwright.db.tables.Tables.TRANSFER_LINE;

import dev.stockwright.protocol.DocumentKind;
import dev.stockwright.server.tasks.Task;
import dev.stockwright.server.tasks.TaskBook;
import dev.stockwright.server.work.Work;
import dev.stockwright.vocabulary.Condition;
import dev.stockwright.vocabulary.HandlingUnit;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Record;
import org.jooq.impl.DSL;

/// The put-away tasks of a warehouse with their goods, for one command at work.
final class PutAwayBook {
  private final Work work;
  private final WarehouseCode warehouse;
  private final int warehouseId;
  private final TaskBook tasks;

  PutAwayBook(Work work, WarehouseCode warehouse) {
    this.work = work;
    this.warehouse = warehouse;
    this.warehouseId = work.warehouseId(warehouse);
    this.tasks = new TaskBook(work);
  }

  /// A put-away that waits.
  ///
  /// @param sku absent: everything on the handling unit
  /// @param at where the goods are
  /// @param to the bin that was named; absent: none was found
  record Entry(
      Task task,
      Optional<Sku> sku,
      long quantity,
      String lot,
      String handlingUnit,
      Condition condition,
      LocationCode at,
      Optional<LocationCode> to,
      String forOrder) {}

  /// The put-away task with this number.
  Optional<Entry> find(Reference number) {
    return fetch(TASK.NUMBER.eq(number.code()));
  }

  /// The one that waits for a handling unit.
  Optional<Entry> waiting(HandlingUnit unit) {
    return fetch(
        TASK.HANDLING_UNIT
            .eq(unit.code())
            .and(TASK.PRODUCT_ID.isNull())
            .and(TASK.STATE.in("open", "leased")));
  }

  /// One that waits, that nobody works on, for the same goods of the same document at the same
  /// place.
  Optional<Entry> sameGoods(Arrival arrival) {
    return fetch(
        TASK.STATE
            .eq("open")
            .and(TASK.DOCUMENT.eq(arrival.document().code()))
            .and(TASK.REFERENCE.eq(arrival.reference().code()))
            .and(TASK.PLACE.eq(arrival.at().code()))
            .and(TASK.PRODUCT_ID.eq(arrival.card().id()))
            .and(TASK.LOT.eq(arrival.lot()))
            .and(TASK.HANDLING_UNIT.eq(""))
            .and(PUT_AWAY.CONDITION.eq(arrival.condition().code()))
            .and(PUT_AWAY.FOR_ORDER.eq("")));
  }

  /// Those that wait for goods of a product that lie in a place in some condition.
  List<Entry> waiting(LocationCode at, Sku sku, String lot, Condition condition) {
    return select()
        .where(TASK.WAREHOUSE_ID.eq(warehouseId))
        .and(TASK.STATE.in("open", "leased"))
        .and(TASK.PLACE.eq(at.code()))
        .and(PRODUCT.SKU.eq(sku.code()))
        .and(TASK.LOT.in(lot, ""))
        .and(PUT_AWAY.CONDITION.eq(condition.code()))
        .orderBy(TASK.ID.desc())
        .fetch(this::entry);
  }

  private Optional<Entry> fetch(org.jooq.Condition which) {
    return select()
        .where(TASK.WAREHOUSE_ID.eq(warehouseId))
        .and(which)
        .orderBy(TASK.ID)
        .limit(1)
        .fetchOptional(this::entry);
  }

  private org.jooq.SelectOnConditionStep<? extends Record> select() {
    return work.sql()
        .select(
            TASK.NUMBER,
            TASK.QUANTITY,
            TASK.LOT,
            TASK.HANDLING_UNIT,
            TASK.PLACE,
            TASK.TO_PLACE,
            PUT_AWAY.CONDITION,
            PUT_AWAY.FOR_ORDER,
            PRODUCT.SKU)
        .from(PUT_AWAY)
        .join(TASK)
        .on(TASK.ID.eq(PUT_AWAY.TASK_ID))
        .leftJoin(PRODUCT)
        .on(PRODUCT.ID.eq(TASK.PRODUCT_ID));
  }

  private Entry entry(Record row) {
    String to = row.get(TASK.TO_PLACE);
    return new Entry(
        tasks.find(warehouse, new Reference(row.get(TASK.NUMBER))).orElseThrow(),
        Optional.ofNullable(row.get(PRODUCT.SKU)).map(Sku::new),
        row.get(TASK.QUANTITY),
        row.get(TASK.LOT),
        row.get(TASK.HANDLING_UNIT),
        Condition.of(row.get(PUT_AWAY.CONDITION)),
        new LocationCode(row.get(TASK.PLACE)),
        to.isEmpty() ? Optional.empty() : Optional.of(new LocationCode(to)),
        row.get(PUT_AWAY.FOR_ORDER));
  }

  /// Remembers what the task engine does not know of a new task.
  void describe(Reference task, Condition condition, List<String> reasons, String forOrder) {
    work.sql()
        .insertInto(PUT_AWAY)
        .set(PUT_AWAY.TASK_ID, tasks.find(warehouse, task).orElseThrow().id())
        .set(PUT_AWAY.CONDITION, condition.code())
        .set(PUT_AWAY.REASONS, reasons.toArray(String[]::new))
        .set(PUT_AWAY.FOR_ORDER, forOrder)
        .execute();
  }

  /// The goods of a task go to another bin now, or are more or fewer.
  void direct(long task, Optional<LocationCode> to, long quantity, List<String> reasons) {
    work.sql()
        .update(TASK)
        .set(TASK.TO_PLACE, to.map(LocationCode::code).orElse(""))
        .set(TASK.QUANTITY, quantity)
        .where(TASK.ID.eq(task))
        .execute();
    explain(task, reasons);
  }

  /// Somebody has named the bin.
  void redirected(long task, String why) {
    work.sql()
        .update(PUT_AWAY)
        .set(PUT_AWAY.REDIRECTED_BY, work.author().code())
        .set(PUT_AWAY.REDIRECTED_FOR, why)
        .where(PUT_AWAY.TASK_ID.eq(task))
        .execute();
  }

  /// Some of a task's goods lie in their bin, `left` do not yet.
  void done(long task, long units, long left) {
    work.sql()
        .update(PUT_AWAY)
        .set(PUT_AWAY.DONE, PUT_AWAY.DONE.plus(units))
        .where(PUT_AWAY.TASK_ID.eq(task))
        .execute();
    if (left > 0) {
      quantity(task, left);
    }
  }

  /// Why a task is as it is.
  void explain(long task, List<String> reasons) {
    work.sql()
        .update(PUT_AWAY)
        .set(PUT_AWAY.REASONS, reasons.toArray(String[]::new))
        .where(PUT_AWAY.TASK_ID.eq(task))
        .execute();
  }

  /// The goods of a task wait in another place now.
  void at(long task, LocationCode place) {
    work.sql()
        .update(TASK)
        .set(TASK.PLACE, LOCATION.CODE)
        .set(TASK.ZONE, LOCATION.ZONE)
        .set(TASK.SEQUENCE, LOCATION.PICK_SEQUENCE)
        .from(LOCATION)
        .where(TASK.ID.eq(task))
        .and(LOCATION.WAREHOUSE_ID.eq(warehouseId))
        .and(LOCATION.CODE.eq(place.code()))
        .execute();
  }

  /// A task is about this many now.
  void quantity(long task, long units) {
    work.sql().update(TASK).set(TASK.QUANTITY, units).where(TASK.ID.eq(task)).execute();
  }

  /// What is on a handling unit, by the books.
  List<UnitPile> content(HandlingUnit unit) {
    return work.sql()
        .select(
            PRODUCT.SKU,
            LOCATION.CODE,
            BALANCE.LOT,
            BALANCE.CONDITION,
            BALANCE.OWNER,
            BALANCE.ON_HAND)
        .from(BALANCE)
        .join(PRODUCT)
        .on(PRODUCT.ID.eq(BALANCE.PRODUCT_ID))
        .join(LOCATION)
        .on(LOCATION.ID.eq(BALANCE.LOCATION_ID))
        .where(BALANCE.WAREHOUSE_ID.eq(warehouseId))
        .and(BALANCE.HANDLING_UNIT.eq(unit.code()))
        .and(BALANCE.HANDLING_UNIT.ne(""))
        .and(BALANCE.ON_HAND.gt(0L))
        .orderBy(PRODUCT.SKU, BALANCE.LOT)
        .fetch(
            row ->
                new UnitPile(
                    new Sku(row.value1()),
                    new LocationCode(row.value2()),
                    row.value3(),
                    Condition.of(row.value4()),
                    row.value5(),
                    row.value6()));
  }

  /// Some goods on a handling unit.
  record UnitPile(
      Sku sku, LocationCode at, String lot, Condition condition, String owner, long units) {}

  /// The content of a handling unit as goods that look for a bin.
  Optional<Goods> goods(HandlingUnit unit) {
    List<UnitPile> piles = content(unit);
    if (piles.isEmpty()) {
      return Optional.empty();
    }
    Map<Sku, ProductCard> cards =
        ProductCards.read(work.sql(), piles.stream().map(UnitPile::sku).toList());
    List<Goods.Part> parts = new ArrayList<>();
    for (UnitPile pile : piles) {
      ProductCard card = cards.get(pile.sku());
      if (card != null) {
        parts.add(new Goods.Part(card, pile.lot(), pile.units()));
      }
    }
    return Optional.of(new Goods(parts, piles.getFirst().condition(), true));
  }

  /// The lots (or serial numbers) that the document of a task brought of a product: a receipt, or
  /// a transfer.
  List<String> lots(Task task, Sku sku) {
    return task.document().equals(DocumentKind.TRANSFER.code())
        ? work.sql()
            .select(TRANSFER_CONTENT.LOT)
            .from(TRANSFER_CONTENT)
            .join(TRANSFER)
            .on(TRANSFER.ID.eq(TRANSFER_CONTENT.TRANSFER_ID))
            .join(TRANSFER_LINE)
            .on(TRANSFER_LINE.TRANSFER_ID.eq(TRANSFER_CONTENT.TRANSFER_ID))
            .and(TRANSFER_LINE.LINE.eq(TRANSFER_CONTENT.LINE))
            .join(PRODUCT)
            .on(PRODUCT.ID.eq(TRANSFER_LINE.PRODUCT_ID))
            .where(TRANSFER.NUMBER.eq(task.reference()))
            .and(PRODUCT.SKU.eq(sku.code()))
            .orderBy(TRANSFER_CONTENT.ID)
            .fetch(TRANSFER_CONTENT.LOT)
        : work.sql()
            .select(RECEIPT_LINE.LOT)
            .from(RECEIPT_LINE)
            .join(RECEIPT)
            .on(RECEIPT.ID.eq(RECEIPT_LINE.RECEIPT_ID))
            .join(PRODUCT)
            .on(PRODUCT.ID.eq(RECEIPT_LINE.PRODUCT_ID))
            .where(RECEIPT.NUMBER.eq(task.reference()))
            .and(PRODUCT.SKU.eq(sku.code()))
            .orderBy(RECEIPT_LINE.LINE)
            .fetch(RECEIPT_LINE.LOT);
  }

  /// Is it a place where goods only wait?
  boolean waitingPlace(LocationCode place) {
    return work.sql()
        .fetchExists(
            DSL.selectOne()
                .from(LOCATION)
                .where(LOCATION.WAREHOUSE_ID.eq(warehouseId))
                .and(LOCATION.CODE.eq(place.code()))
                .and(LOCATION.KIND.in("dock", "staging")));
  }

  /// The zone that a place is in.
  String zone(LocationCode place) {
    return work.sql()
        .select(LOCATION.ZONE)
        .from(LOCATION)
        .where(LOCATION.WAREHOUSE_ID.eq(warehouseId))
        .and(LOCATION.CODE.eq(place.code()))
        .fetchOptional(LOCATION.ZONE)
        .orElse("");
  }

  /// Goods that have come to a place.
  ///
  /// @param reference the document that brought them, of the kind `document`
  /// @param lot empty: none, or pieces with serial numbers
  /// @param handlingUnit empty: loose
  record Arrival(
      DocumentKind document,
      Reference reference,
      LocationCode at,
      ProductCard card,
      String lot,
      long units,
      Condition condition,
      String handlingUnit) {}
}
