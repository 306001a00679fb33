package dev.stockwright.server.work;

import static dev.stockwright.db.tables.Tables.REASON;
import static dev.stockwright.db.tables.Tables.SETTING;
import static dev.stockwright.db.tables.Tables.WAREHOUSE;

import dev.stockwright.db.Database;
import dev.stockwright.protocol.DocumentKind;
import dev.stockwright.protocol.DocumentRefusal;
import dev.stockwright.protocol.Refusal;
import dev.stockwright.server.catalogue.Catalogue;
import dev.stockwright.server.catalogue.Place;
import dev.stockwright.server.catalogue.Site;
import dev.stockwright.server.desk.Submission;
import dev.stockwright.server.ledger.LedgerFailure;
import dev.stockwright.server.ledger.LockedStock;
import dev.stockwright.server.stock.Step;
import dev.stockwright.vocabulary.DeviceId;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.Operator;
import dev.stockwright.vocabulary.ReasonCode;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/// One command at work, in its transaction, under the locks of its warehouses. What earlier
/// commands of the same transaction did stands in the tables already. Owned by the transaction's
/// thread.
public final class Work {
  private final Connection connection;
  private final Catalogue catalogue;
  private final LockedStock stock;
  private final Submission by;
  private final Instant now;
  private final DSLContext sql;

  public Work(
      Connection connection, Catalogue catalogue, LockedStock stock, Submission by, Instant now) {
    this.connection = connection;
    this.catalogue = catalogue;
    this.stock = stock;
    this.by = by;
    this.now = now;
    this.sql = Database.on(connection);
  }

  /// The tables, in this transaction. Only the ledger changes levels, balances and movements.
  public DSLContext sql() {
    return sql;
  }

  /// For statements that jOOQ cannot say well.
  public Connection connection() {
    return connection;
  }

  /// The stock as it is now.
  public LockedStock stock() {
    return stock;
  }

  /// The command's id and where it came from.
  public Submission by() {
    return by;
  }

  public Operator author() {
    return by.author();
  }

  public DeviceId device() {
    return by.device();
  }

  /// The database's clock.
  public Instant now() {
    return now;
  }

  /// The same for a column.
  public OffsetDateTime at() {
    return now.atOffset(ZoneOffset.UTC);
  }

  /// Where the warehouse is, by the wall clock of the people there.
  public ZoneId zone(WarehouseCode warehouse) {
    return sql.select(WAREHOUSE.TIME_ZONE)
        .from(WAREHOUSE)
        .where(WAREHOUSE.CODE.eq(warehouse.code()))
        .fetchOptional(WAREHOUSE.TIME_ZONE)
        .map(ZoneId::of)
        .orElse(ZoneOffset.UTC);
  }

  /// Which day it is in the warehouse.
  public LocalDate today(WarehouseCode warehouse) {
    return LocalDate.ofInstant(now, zone(warehouse));
  }

  public Optional<Site> site(WarehouseCode warehouse) {
    learn(Set.of(warehouse), Set.of(), Set.of());
    return catalogue.site(warehouse);
  }

  /// The row of a warehouse that the rules know to exist.
  public int warehouseId(WarehouseCode warehouse) {
    return site(warehouse).orElseThrow().id();
  }

  public OptionalInt productId(Sku sku) {
    learn(Set.of(), Set.of(sku), Set.of());
    return catalogue.product(sku);
  }

  /// Learns many at once.
  public void learnProducts(Collection<Sku> skus) {
    learn(Set.of(), skus, Set.of());
  }

  public OptionalInt locationId(WarehouseCode warehouse, LocationCode location) {
    Place place = new Place(warehouse, location);
    learn(Set.of(warehouse), Set.of(), Set.of(place));
    return catalogue.place(place);
  }

  /// What is set under this name for the warehouse, or for all.
  public Optional<String> setting(WarehouseCode warehouse, String name) {
    return sql.select(SETTING.VALUE)
        .from(SETTING)
        .where(SETTING.NAME.eq(name))
        .and(SETTING.WAREHOUSE_ID.in(0, warehouseId(warehouse)))
        .orderBy(SETTING.WAREHOUSE_ID.desc())
        .limit(1)
        .fetchOptional(SETTING.VALUE);
  }

  /// The same where it is a whole number.
  public long setting(WarehouseCode warehouse, String name, long otherwise) {
    return setting(warehouse, name).map(Long::valueOf).orElse(otherwise);
  }

  /// All that is set under names that begin so, for who needs many of them.
  public Map<String, String> settings(WarehouseCode warehouse, String prefix) {
    Map<String, String> found = new HashMap<>();
    sql.select(SETTING.NAME, SETTING.VALUE)
        .from(SETTING)
        .where(SETTING.NAME.startsWith(prefix))
        .and(SETTING.WAREHOUSE_ID.in(0, warehouseId(warehouse)))
        .orderBy(SETTING.WAREHOUSE_ID)
        .forEach(row -> found.put(row.value1(), row.value2()));
    return found;
  }

  /// Why this reason cannot be given for that; empty when it can.
  ///
  /// @param use such as `adjust`, `short_pick`, `skip`
  public Optional<Refusal> wrongReason(ReasonCode reason, String use) {
    List<String> good =
        sql.select(REASON.CODE)
            .from(REASON)
            .where(REASON.ACTIVE)
            .and(DSL.val(use).eq(DSL.any(REASON.USED_FOR)))
            .orderBy(REASON.CODE)
            .fetch(REASON.CODE);
    return good.contains(reason.code())
        ? Optional.empty()
        : Optional.of(
            new DocumentRefusal.OutOfRange(
                "reason", "one of " + String.join(", ", good), reason.code()));
  }

  /// The step that tells everybody of a document.
  public static Step note(
      WarehouseCode warehouse, DocumentKind document, Reference number, String state) {
    return new Step.Note(warehouse, document, number, state, Optional.empty());
  }

  /// The same with a detail.
  public static Step note(
      WarehouseCode warehouse,
      DocumentKind document,
      Reference number,
      String state,
      String detail) {
    return new Step.Note(warehouse, document, number, state, Optional.of(detail));
  }

  private void learn(
      Collection<WarehouseCode> warehouses, Collection<Sku> skus, Collection<Place> places) {
    try {
      catalogue.learn(connection, List.copyOf(warehouses), List.copyOf(skus), List.copyOf(places));
    } catch (SQLException e) {
      throw new LedgerFailure(e);
    }
  }
}
