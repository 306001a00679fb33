package dev.stockwright.server.counting;

import static dev.stockwright.db.tables.Tables.COUNT_BIN;
import static dev.stockwright.db.tables.Tables.COUNT_ENTRY;

import dev.stockwright.server.work.Work;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jooq.Condition;
import org.jooq.impl.DSL;

/// What people said is in the bins, for one command at work.
final class EntryBook {
  private static final String PIECES =
      """
      INSERT INTO count_entry AS e (count_id, round, location_id, product_id, code, lot, serial,
             handling_unit, condition, quantity, radio, counted_by, device, seen_n, counted_at,
             recorded_at, command_id)
      SELECT ?, ?, ?, nullif(k.product, 0), k.code, k.lot, k.serial, k.unit, k.condition, k.quantity,
             ?, ?, ?, ?, ?::timestamptz, ?::timestamptz, ?::uuid
        FROM unnest(?::int[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[])
          AS k(product, code, lot, serial, unit, condition, quantity)
          ON CONFLICT (count_id, round, location_id, coalesce(product_id, 0), serial)
             WHERE serial <> '' AND NOT void
          DO UPDATE SET radio = e.radio AND EXCLUDED.radio,
             quantity = greatest(e.quantity, EXCLUDED.quantity),
             lot = CASE WHEN EXCLUDED.lot = '' THEN e.lot ELSE EXCLUDED.lot END,
             handling_unit = CASE WHEN EXCLUDED.handling_unit = '' THEN e.handling_unit
                                  ELSE EXCLUDED.handling_unit END,
             condition = CASE WHEN EXCLUDED.condition = '' THEN e.condition
                              ELSE EXCLUDED.condition END,
             seen_n = greatest(e.seen_n, EXCLUDED.seen_n),
             counted_at = greatest(e.counted_at, EXCLUDED.counted_at)""";

  private final Work work;

  EntryBook(Work work) {
    this.work = work;
  }

  /// This person counts in the bin from now on, unless somebody does already.
  void claim(Count count, Count.Bin bin) {
    work.sql()
        .update(COUNT_BIN)
        .set(COUNT_BIN.STATE, "counting")
        .set(COUNT_BIN.COUNTER, work.author().code())
        .set(COUNT_BIN.STARTED_AT, work.at())
        .where(of(count, bin))
        .and(COUNT_BIN.STATE.eq("open"))
        .execute();
  }

  private static Condition of(Count count, Count.Bin bin) {
    return COUNT_BIN
        .COUNT_ID
        .eq(count.id())
        .and(COUNT_BIN.ROUND.eq((short) count.round()))
        .and(COUNT_BIN.LOCATION_ID.eq(bin.locationId()));
  }

  /// The bin is counted.
  void close(Count count, Count.Bin bin, long upTo, boolean empty) {
    work.sql()
        .update(COUNT_BIN)
        .set(COUNT_BIN.STATE, "counted")
        .set(
            COUNT_BIN.COUNTER,
            DSL.when(COUNT_BIN.COUNTER.eq(""), work.author().code()).otherwise(COUNT_BIN.COUNTER))
        .set(COUNT_BIN.EMPTY, empty)
        .set(COUNT_BIN.CLOSED_AT, work.at())
        .set(COUNT_BIN.CLOSED_BY, work.author().code())
        .set(COUNT_BIN.CLOSED_N, upTo)
        .where(of(count, bin))
        .execute();
  }

  /// Forgets what this person said of these goods in the bin.
  void forget(Count count, Count.Bin bin, Entry like) {
    work.sql()
        .update(COUNT_ENTRY)
        .set(COUNT_ENTRY.VOID, true)
        .where(COUNT_ENTRY.COUNT_ID.eq(count.id()))
        .and(COUNT_ENTRY.ROUND.eq((short) count.round()))
        .and(COUNT_ENTRY.LOCATION_ID.eq(bin.locationId()))
        .and(COUNT_ENTRY.COUNTED_BY.eq(work.author().code()))
        .and(DSL.coalesce(COUNT_ENTRY.PRODUCT_ID, 0).eq(like.productId()))
        .and(COUNT_ENTRY.CODE.eq(like.code()))
        .and(COUNT_ENTRY.LOT.eq(like.lot()))
        .and(COUNT_ENTRY.SERIAL.eq(like.serial()))
        .and(COUNT_ENTRY.HANDLING_UNIT.eq(like.unit()))
        .and(COUNT_ENTRY.CONDITION.eq(like.condition()))
        .and(DSL.not(COUNT_ENTRY.VOID))
        .execute();
  }

  /// Adds entries that are all of one scan or sweep. A piece that is there already stays one.
  void add(Count count, Count.Bin bin, List<Entry> entries) {
    Entry first = entries.getFirst();
    work.sql()
        .execute(
            PIECES,
            count.id(),
            count.round(),
            bin.locationId(),
            first.radio(),
            first.by(),
            work.device().code(),
            first.seen(),
            first.at().toString(),
            work.now().toString(),
            work.by().id().toString(),
            entries.stream().map(Entry::productId).toArray(Integer[]::new),
            entries.stream().map(Entry::code).toArray(String[]::new),
            entries.stream().map(Entry::lot).toArray(String[]::new),
            entries.stream().map(Entry::serial).toArray(String[]::new),
            entries.stream().map(Entry::unit).toArray(String[]::new),
            entries.stream().map(Entry::condition).toArray(String[]::new),
            entries.stream().map(Entry::quantity).toArray(Long[]::new));
  }

  /// What was said of the bin in this round.
  List<Entry> of(Count count, int locationId) {
    return work.sql()
        .selectFrom(COUNT_ENTRY)
        .where(COUNT_ENTRY.COUNT_ID.eq(count.id()))
        .and(COUNT_ENTRY.ROUND.eq((short) count.round()))
        .and(COUNT_ENTRY.LOCATION_ID.eq(locationId))
        .and(DSL.not(COUNT_ENTRY.VOID))
        .orderBy(COUNT_ENTRY.ID)
        .fetch(
            row -> {
              Integer product = row.get(COUNT_ENTRY.PRODUCT_ID);
              Instant at = row.get(COUNT_ENTRY.COUNTED_AT).toInstant();
              return new Entry(
                  product == null ? 0 : product,
                  row.get(COUNT_ENTRY.CODE),
                  row.get(COUNT_ENTRY.LOT),
                  row.get(COUNT_ENTRY.SERIAL),
                  row.get(COUNT_ENTRY.HANDLING_UNIT),
                  row.get(COUNT_ENTRY.CONDITION),
                  row.get(COUNT_ENTRY.QUANTITY),
                  row.get(COUNT_ENTRY.RADIO),
                  row.get(COUNT_ENTRY.COUNTED_BY),
                  row.get(COUNT_ENTRY.SEEN_N),
                  at);
            });
  }

  /// Serial numbers of the bin that were seen in other bins of the round as well, by product.
  Map<Integer, Set<String>> elsewhere(Count count, int locationId) {
    Map<Integer, Set<String>> found = new HashMap<>();
    work.sql()
        .fetch(
            """
            SELECT DISTINCT o.product_id, o.serial
              FROM count_entry e
              JOIN count_entry o ON o.count_id = e.count_id AND o.round = e.round
                   AND o.product_id = e.product_id AND o.serial = e.serial
                   AND o.location_id <> e.location_id AND NOT o.void
             WHERE e.count_id = ? AND e.round = ? AND e.location_id = ? AND e.serial <> ''
               AND NOT e.void AND e.quantity > 0 AND o.quantity > 0""",
            count.id(),
            count.round(),
            locationId)
        .forEach(
            row ->
                found
                    .computeIfAbsent(row.get(0, Integer.class), any -> new TreeSet<>())
                    .add(row.get(1, String.class)));
    return found;
  }
}
