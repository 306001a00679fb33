package dev.stockwright.server.counting;

import static dev.stockwright.db.tables.Tables.BALANCE;
import static dev.stockwright.db.tables.Tables.MOVEMENT;

import dev.stockwright.server.work.Work;
import java.util.List;

/// Reads what the books say about a bin.
final class BinReader {
  private BinReader() {}

  /// The bin as it is now, and what moved there after `since`.
  static BinBook read(Work work, int warehouseId, int locationId, long since) {
    List<BinBook.Heap> heaps =
        work.sql()
            .select(
                BALANCE.PRODUCT_ID,
                BALANCE.LOT,
                BALANCE.HANDLING_UNIT,
                BALANCE.CONDITION,
                BALANCE.ON_HAND)
            .from(BALANCE)
            .where(BALANCE.LOCATION_ID.eq(locationId))
            .and(BALANCE.ON_HAND.gt(0L))
            .fetch(
                row ->
                    new BinBook.Heap(
                        row.value1(), row.value2(), row.value3(), row.value4(), row.value5()));
    List<BinBook.Shift> shifts =
        work.sql()
            .select(
                MOVEMENT.N,
                MOVEMENT.PRODUCT_ID,
                MOVEMENT.LOT,
                MOVEMENT.HANDLING_UNIT,
                MOVEMENT.CONDITION,
                MOVEMENT.QUANTITY,
                MOVEMENT.TO_LOCATION_ID)
            .from(MOVEMENT)
            .where(MOVEMENT.WAREHOUSE_ID.eq(warehouseId))
            .and(MOVEMENT.N.gt(since))
            .and(
                MOVEMENT.FROM_LOCATION_ID.eq(locationId).or(MOVEMENT.TO_LOCATION_ID.eq(locationId)))
            .orderBy(MOVEMENT.N)
            .fetch(
                row ->
                    new BinBook.Shift(
                        row.value1(),
                        row.value2(),
                        row.value3(),
                        row.value4(),
                        row.value5(),
                        row.value7() == locationId ? row.value6() : -row.value6()));
    return new BinBook(heaps, shifts);
  }
}
