package dev.stockwright.server.tills;

import static dev.stockwright.db.tables.Tables.BARCODE;
import static dev.stockwright.db.tables.Tables.PRODUCT;
import static dev.stockwright.db.tables.Tables.TASK;
import static dev.stockwright.db.tables.Tables.TILL_BATCH;
import static dev.stockwright.db.tables.Tables.TILL_ENTRY;
import static dev.stockwright.db.tables.Tables.WAREHOUSE;

import dev.stockwright.protocol.DocumentKind;
import dev.stockwright.server.ledger.LedgerFailure;
import dev.stockwright.server.orders.Kits;
import dev.stockwright.server.tills.TillEntry.State;
import dev.stockwright.server.work.Work;
import dev.stockwright.vocabulary.Gtin;
import dev.stockwright.vocabulary.InvalidValue;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// What tills have reported, and what codes stand for.
final class TillBook {
  private final DSLContext sql;

  TillBook(DSLContext sql) {
    this.sql = sql;
  }

  /// What a code stands for.
  record Item(Sku sku, long units) {}

  /// The products of which something is taken for these codes: of a kit, what it is made of.
  Set<Sku> taken(Collection<String> codes) {
    Set<Sku> skus = new HashSet<>();
    items(codes).values().forEach(item -> skus.add(item.sku()));
    skus.addAll(Kits.read(sql, skus).components());
    return skus;
  }

  /// The codes that are known: barcodes, and SKUs themselves.
  Map<String, Item> items(Collection<String> codes) {
    Map<String, Set<String>> readings = new HashMap<>();
    codes.forEach(code -> readings.computeIfAbsent(code, TillBook::readings));
    String[] all = readings.values().stream().flatMap(Set::stream).toArray(String[]::new);
    Map<String, Item> found = new HashMap<>();
    sql.select(PRODUCT.SKU)
        .from(PRODUCT)
        .where(PRODUCT.SKU.eq(DSL.any(all)))
        .forEach(row -> found.put(row.value1(), new Item(new Sku(row.value1()), 1)));
    sql.select(BARCODE.CODE, PRODUCT.SKU, BARCODE.UNITS)
        .from(BARCODE)
        .join(PRODUCT)
        .on(PRODUCT.ID.eq(BARCODE.PRODUCT_ID))
        .where(BARCODE.CODE.eq(DSL.any(all)))
        .forEach(row -> found.put(row.value1(), new Item(new Sku(row.value2()), row.value3())));
    Map<String, Item> items = new HashMap<>();
    readings.forEach(
        (code, same) ->
            same.stream()
                .filter(found::containsKey)
                .findFirst()
                .ifPresent(reading -> items.put(code, found.get(reading))));
    return items;
  }

  /// A code as it came, and as a GTIN of 14 digits.
  private static Set<String> readings(String code) {
    Set<String> readings = new LinkedHashSet<>();
    readings.add(code);
    try {
      readings.add(Gtin.of(code).digits());
    } catch (InvalidValue notOne) {
      return readings;
    }
    return readings;
  }

  /// Those of the entries that came before, by their till and number.
  Map<Reference, TillEntry> before(int warehouse, List<TillEntry> entries) {
    Map<Reference, TillEntry> found = new HashMap<>();
    sql.select(TILL_ENTRY.asterisk())
        .from(TILL_ENTRY)
        .join(
            DSL.table(
                "unnest({0}::text[], {1}::text[]) as k(till, number)",
                DSL.val(entries.stream().map(e -> e.till().code()).toArray(String[]::new)),
                DSL.val(entries.stream().map(e -> e.number().code()).toArray(String[]::new))))
        .on(TILL_ENTRY.TILL.eq(DSL.field("k.till", String.class)))
        .and(TILL_ENTRY.NUMBER.eq(DSL.field("k.number", String.class)))
        .where(TILL_ENTRY.WAREHOUSE_ID.eq(warehouse))
        .and(TILL_ENTRY.FIRST)
        .forEach(
            row -> {
              TillEntry entry = entry(row);
              found.put(entry.reference(), entry);
            });
    return found;
  }

  /// The entry with this number of ours, if it waits in the warehouse.
  Optional<TillEntry> waiting(WarehouseCode warehouse, Reference id) {
    if (!id.code().matches("[0-9]{1,18}")) {
      return Optional.empty();
    }
    return fetch(warehouse, TILL_ENTRY.ID.eq(Long.valueOf(id.code())), 1).stream().findFirst();
  }

  /// Those that are kept, oldest first.
  List<TillEntry> kept(WarehouseCode warehouse, int most) {
    return fetch(
        warehouse,
        TILL_ENTRY
            .STATE
            .eq(State.KEPT.code())
            .and(TILL_ENTRY.WHY.in("unknown_code", "order_at_work")),
        most);
  }

  private List<TillEntry> fetch(WarehouseCode warehouse, Condition which, int most) {
    return sql.select(TILL_ENTRY.asterisk())
        .from(TILL_ENTRY)
        .join(WAREHOUSE)
        .on(WAREHOUSE.ID.eq(TILL_ENTRY.WAREHOUSE_ID))
        .where(WAREHOUSE.CODE.eq(warehouse.code()))
        .and(which)
        .orderBy(TILL_ENTRY.ID)
        .limit(most)
        .fetch(TillBook::entry);
  }

  /// The product of an entry that is short.
  Optional<Sku> sku(TillEntry entry) {
    return sql.select(PRODUCT.SKU)
        .from(TILL_ENTRY)
        .join(PRODUCT)
        .on(PRODUCT.ID.eq(TILL_ENTRY.PRODUCT_ID))
        .where(TILL_ENTRY.ID.eq(entry.id()))
        .fetchOptional(row -> new Sku(row.value1()));
  }

  /// Whether somebody is to look at the product already, because more was sold than was there.
  boolean looked(int warehouse, int product) {
    return sql.fetchExists(
        DSL.selectOne()
            .from(TASK)
            .where(TASK.WAREHOUSE_ID.eq(warehouse))
            .and(TASK.DOCUMENT.eq(DocumentKind.TILL_ENTRY.code()))
            .and(TASK.PRODUCT_ID.eq(product))
            .and(TASK.STATE.in("open", "leased")));
  }

  /// Writes down a batch and what became of its entries.
  void write(Work work, WarehouseCode warehouse, Reference number, List<Outcome> outcomes) {
    Map<State, Integer> counts = counts(outcomes);
    int warehouseId = work.warehouseId(warehouse);
    Long batch =
        sql.insertInto(TILL_BATCH)
            .set(TILL_BATCH.WAREHOUSE_ID, warehouseId)
            .set(TILL_BATCH.NUMBER, number.code())
            .set(TILL_BATCH.AT, work.at())
            .set(TILL_BATCH.AUTHOR, work.author().code())
            .set(TILL_BATCH.DEVICE, work.device().code())
            .set(TILL_BATCH.COMMAND_ID, work.by().id().uuid())
            .set(TILL_BATCH.APPLIED, counts.getOrDefault(State.APPLIED, 0))
            .set(TILL_BATCH.SHORT, counts.getOrDefault(State.SHORT, 0))
            .set(TILL_BATCH.REPEATED, counts.getOrDefault(State.REPEATED, 0))
            .set(TILL_BATCH.KEPT, counts.getOrDefault(State.KEPT, 0))
            .returningResult(TILL_BATCH.ID)
            .fetchSingle(TILL_BATCH.ID);
    insert(work, warehouseId, batch, outcomes);
  }

  private static void insert(Work work, int warehouse, long batch, List<Outcome> outcomes) {
    String insert =
        "INSERT INTO till_entry (batch_id, position, warehouse_id, till, number, kind, at, code,"
            + " product_id, quantity, condition, reference, state, units, missing, why, detail,"
            + " first, said) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    try (PreparedStatement s = work.connection().prepareStatement(insert)) {
      int position = 0;
      for (Outcome outcome : outcomes) {
        TillEntry entry = outcome.entry();
        s.setLong(1, batch);
        s.setInt(2, ++position);
        s.setInt(3, warehouse);
        s.setString(4, entry.till().code());
        s.setString(5, entry.number().code());
        s.setString(6, entry.type());
        s.setObject(7, entry.at().atOffset(ZoneOffset.UTC));
        s.setString(8, entry.code());
        s.setObject(9, product(work, outcome.sku()), Types.INTEGER);
        s.setLong(10, outcome.units());
        s.setString(11, entry.condition());
        s.setString(12, entry.order().map(Reference::code).orElse(""));
        s.setString(13, outcome.state().code());
        s.setLong(14, outcome.booked());
        s.setLong(15, outcome.missing());
        s.setString(16, outcome.why());
        s.setString(17, outcome.detail());
        s.setBoolean(18, entry.first());
        s.setLong(19, entry.quantity());
        s.addBatch();
      }
      s.executeBatch();
    } catch (SQLException e) {
      throw new LedgerFailure(e);
    }
  }

  /// An entry that waited has become something else.
  void update(Work work, Outcome outcome) {
    boolean waits = outcome.waits();
    sql.update(TILL_ENTRY)
        .set(TILL_ENTRY.STATE, outcome.state().code())
        .set(TILL_ENTRY.PRODUCT_ID, product(work, outcome.sku()))
        .set(TILL_ENTRY.QUANTITY, outcome.units())
        .set(TILL_ENTRY.UNITS, outcome.booked())
        .set(TILL_ENTRY.MISSING, outcome.missing())
        .set(TILL_ENTRY.WHY, outcome.why())
        .set(TILL_ENTRY.DETAIL, outcome.detail())
        .set(TILL_ENTRY.DECIDED_AT, waits ? null : work.at())
        .set(TILL_ENTRY.DECIDED_BY, waits ? null : work.author().code())
        .where(TILL_ENTRY.ID.eq(outcome.entry().id()))
        .execute();
  }

  /// Nothing more is done about it; what it says stays.
  void dismiss(Work work, TillEntry entry, String reason) {
    sql.update(TILL_ENTRY)
        .set(TILL_ENTRY.STATE, State.DISMISSED.code())
        .set(TILL_ENTRY.DETAIL, reason)
        .set(TILL_ENTRY.DECIDED_AT, work.at())
        .set(TILL_ENTRY.DECIDED_BY, work.author().code())
        .where(TILL_ENTRY.ID.eq(entry.id()))
        .execute();
  }

  static Map<State, Integer> counts(List<Outcome> outcomes) {
    Map<State, Integer> counts = new EnumMap<>(State.class);
    outcomes.forEach(outcome -> counts.merge(outcome.state(), 1, Integer::sum));
    return counts;
  }

  private static @Nullable Integer product(Work work, Optional<Sku> sku) {
    return sku.isEmpty() ? null : (Integer) work.productId(sku.get()).orElseThrow();
  }

  private static TillEntry entry(Record row) {
    String order = row.get(TILL_ENTRY.REFERENCE);
    return new TillEntry(
        row.get(TILL_ENTRY.ID),
        new Reference(row.get(TILL_ENTRY.TILL)),
        new Reference(row.get(TILL_ENTRY.NUMBER)),
        row.get(TILL_ENTRY.KIND),
        row.get(TILL_ENTRY.AT).toInstant(),
        row.get(TILL_ENTRY.CODE),
        row.get(TILL_ENTRY.SAID),
        row.get(TILL_ENTRY.CONDITION),
        order.isEmpty() ? Optional.empty() : Optional.of(new Reference(order)),
        row.get(TILL_ENTRY.FIRST),
        State.of(row.get(TILL_ENTRY.STATE)),
        row.get(TILL_ENTRY.QUANTITY),
        row.get(TILL_ENTRY.MISSING));
  }
}
