package dev.stockwright.server.purchasing;

import static dev.stockwright.db.tables.Tables.PRODUCT;
import static dev.stockwright.db.tables.Tables.PURCHASE_ORDER;
import static dev.stockwright.db.tables.Tables.PURCHASE_ORDER_LINE;
import static dev.stockwright.db.tables.Tables.SUPPLIER;

import dev.stockwright.protocol.PurchaseCommand;
import dev.stockwright.server.work.Work;
import dev.stockwright.vocabulary.ReasonCode;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import java.util.List;
import java.util.Optional;

/// The purchase orders of a warehouse, for one command at work.
public final class PurchaseBook {
  /// When nothing is set.
  private static final long OVER_PERCENT = 5;

  private final Work work;
  private final WarehouseCode warehouse;

  public PurchaseBook(Work work, WarehouseCode warehouse) {
    this.work = work;
    this.warehouse = warehouse;
  }

  /// Who sells to us.
  public record Supplier(int id, String code, String name, boolean active) {}

  public Optional<Supplier> supplier(Reference code) {
    return work.sql()
        .select(SUPPLIER.ID, SUPPLIER.CODE, SUPPLIER.NAME, SUPPLIER.ACTIVE)
        .from(SUPPLIER)
        .where(SUPPLIER.CODE.eq(code.code()))
        .fetchOptional(row -> new Supplier(row.value1(), row.value2(), row.value3(), row.value4()));
  }

  /// Whether the number is taken, in whatever warehouse.
  boolean taken(Reference number) {
    return work.sql().fetchExists(PURCHASE_ORDER, PURCHASE_ORDER.NUMBER.eq(number.code()));
  }

  /// The order with this number, if it is for this warehouse.
  public Optional<PurchaseOrder> find(Reference number) {
    return work.sql()
        .select(
            PURCHASE_ORDER.ID,
            SUPPLIER.CODE,
            PURCHASE_ORDER.STATE,
            PURCHASE_ORDER.BLIND,
            PURCHASE_ORDER.VERSION)
        .from(PURCHASE_ORDER)
        .leftJoin(SUPPLIER)
        .on(SUPPLIER.ID.eq(PURCHASE_ORDER.SUPPLIER_ID))
        .where(PURCHASE_ORDER.NUMBER.eq(number.code()))
        .and(PURCHASE_ORDER.WAREHOUSE_ID.eq(work.warehouseId(warehouse)))
        .fetchOptional(
            row ->
                new PurchaseOrder(
                    row.value1(),
                    number,
                    Optional.ofNullable(row.value2()).orElse(""),
                    PurchaseOrder.State.of(row.value3()),
                    row.value4(),
                    row.value5(),
                    lines(row.value1())));
  }

  private List<PurchaseOrder.Line> lines(int order) {
    return work.sql()
        .select(
            PURCHASE_ORDER_LINE.LINE,
            PRODUCT.SKU,
            PURCHASE_ORDER_LINE.ORDERED,
            PURCHASE_ORDER_LINE.RECEIVED,
            PURCHASE_ORDER_LINE.OVER_PERCENT,
            PURCHASE_ORDER_LINE.OVER_ALLOWED,
            PURCHASE_ORDER_LINE.CLOSED)
        .from(PURCHASE_ORDER_LINE)
        .join(PRODUCT)
        .on(PRODUCT.ID.eq(PURCHASE_ORDER_LINE.PRODUCT_ID))
        .where(PURCHASE_ORDER_LINE.PURCHASE_ORDER_ID.eq(order))
        .orderBy(PURCHASE_ORDER_LINE.LINE)
        .fetch(
            row ->
                new PurchaseOrder.Line(
                    row.value1(),
                    new Sku(row.value2()),
                    row.value3(),
                    row.value4(),
                    row.value5(),
                    row.value6(),
                    row.value7()));
  }

  void insert(PurchaseCommand.OpenPurchaseOrder command, Supplier supplier) {
    int id =
        work.sql()
            .insertInto(PURCHASE_ORDER)
            .set(PURCHASE_ORDER.NUMBER, command.order().code())
            .set(PURCHASE_ORDER.WAREHOUSE_ID, work.warehouseId(warehouse))
            .set(PURCHASE_ORDER.SUPPLIER, supplier.name())
            .set(PURCHASE_ORDER.SUPPLIER_ID, supplier.id())
            .set(PURCHASE_ORDER.EXPECTED_ON, command.expectedOn().orElse(null))
            .set(PURCHASE_ORDER.BLIND, command.blind() || blind(supplier.code()))
            .set(PURCHASE_ORDER.MADE_AT, work.at())
            .set(PURCHASE_ORDER.MADE_BY, work.author().code())
            .returning(PURCHASE_ORDER.ID)
            .fetchSingle(PURCHASE_ORDER.ID);
    int percent = percent(command.overPercent(), supplier.code());
    int line = 1;
    for (PurchaseCommand.Line each : command.lines()) {
      insertLine(id, line++, each.sku(), each.quantity().units(), percent);
    }
  }

  private void insertLine(int order, int line, Sku sku, long ordered, int percent) {
    work.sql()
        .insertInto(PURCHASE_ORDER_LINE)
        .set(PURCHASE_ORDER_LINE.PURCHASE_ORDER_ID, order)
        .set(PURCHASE_ORDER_LINE.LINE, line)
        .set(PURCHASE_ORDER_LINE.PRODUCT_ID, work.productId(sku).orElseThrow())
        .set(PURCHASE_ORDER_LINE.ORDERED, ordered)
        .set(PURCHASE_ORDER_LINE.OVER_PERCENT, percent)
        .execute();
  }

  /// How much more may come: as the order says, or as is set for the supplier, or for the
  /// warehouse.
  private int percent(Optional<Long> said, String supplier) {
    long set =
        work.setting(
            warehouse,
            "receiving.over_percent." + supplier,
            work.setting(warehouse, "receiving.over_percent", OVER_PERCENT));
    return (int) Math.clamp(said.orElse(set), 0L, PurchaseCommand.OVER_PERCENT_MAX);
  }

  /// Is it set that what comes from a supplier is received blind?
  boolean blind(String supplier) {
    return work.setting(warehouse, "receiving.blind." + supplier)
        .or(() -> work.setting(warehouse, "receiving.blind"))
        .filter("yes"::equals)
        .isPresent();
  }

  void change(PurchaseOrder order, PurchaseCommand.ChangePurchaseOrder command) {
    command
        .expectedOn()
        .ifPresent(
            day ->
                work.sql()
                    .update(PURCHASE_ORDER)
                    .set(PURCHASE_ORDER.EXPECTED_ON, day)
                    .where(PURCHASE_ORDER.ID.eq(order.id()))
                    .execute());
    command
        .overPercent()
        .ifPresent(
            percent ->
                work.sql()
                    .update(PURCHASE_ORDER_LINE)
                    .set(PURCHASE_ORDER_LINE.OVER_PERCENT, percent.intValue())
                    .where(PURCHASE_ORDER_LINE.PURCHASE_ORDER_ID.eq(order.id()))
                    .execute());
    int last = order.lines().stream().mapToInt(PurchaseOrder.Line::line).max().orElse(0);
    int percent = percent(command.overPercent(), order.supplier());
    for (PurchaseCommand.Change change : command.changes()) {
      Optional<PurchaseOrder.Line> line = order.line(change.sku());
      if (line.isEmpty() && change.ordered() > 0) {
        insertLine(order.id(), ++last, change.sku(), change.ordered(), percent);
      } else if (line.isPresent()) {
        change(order.id(), line.get().line(), change.ordered());
      }
    }
    touch(order);
  }

  private void change(int order, int line, long ordered) {
    var here =
        PURCHASE_ORDER_LINE.PURCHASE_ORDER_ID.eq(order).and(PURCHASE_ORDER_LINE.LINE.eq(line));
    if (ordered == 0) {
      work.sql().deleteFrom(PURCHASE_ORDER_LINE).where(here).execute();
    } else {
      work.sql()
          .update(PURCHASE_ORDER_LINE)
          .set(PURCHASE_ORDER_LINE.ORDERED, ordered)
          .set(PURCHASE_ORDER_LINE.CLOSED, false)
          .where(here)
          .execute();
    }
  }

  /// Nothing more is expected of these lines.
  void closeLines(PurchaseOrder order, List<Sku> skus, ReasonCode reason) {
    for (PurchaseOrder.Line line : order.lines()) {
      if (skus.isEmpty() || skus.contains(line.sku())) {
        work.sql()
            .update(PURCHASE_ORDER_LINE)
            .set(PURCHASE_ORDER_LINE.CLOSED, true)
            .set(PURCHASE_ORDER_LINE.REASON, reason.code())
            .where(PURCHASE_ORDER_LINE.PURCHASE_ORDER_ID.eq(order.id()))
            .and(PURCHASE_ORDER_LINE.LINE.eq(line.line()))
            .execute();
      }
    }
    touch(order);
  }

  /// It is over.
  public void end(PurchaseOrder order, PurchaseOrder.State state, String reason) {
    work.sql()
        .update(PURCHASE_ORDER)
        .set(PURCHASE_ORDER.STATE, state.code())
        .set(PURCHASE_ORDER.REASON, reason)
        .set(PURCHASE_ORDER.ENDED_AT, work.at())
        .set(PURCHASE_ORDER.ENDED_BY, work.author().code())
        .set(PURCHASE_ORDER.VERSION, PURCHASE_ORDER.VERSION.plus(1))
        .where(PURCHASE_ORDER.ID.eq(order.id()))
        .execute();
  }

  void allow(PurchaseOrder order, int line, long units) {
    work.sql()
        .update(PURCHASE_ORDER_LINE)
        .set(PURCHASE_ORDER_LINE.OVER_ALLOWED, units)
        .set(PURCHASE_ORDER_LINE.ALLOWED_BY, work.author().code())
        .where(PURCHASE_ORDER_LINE.PURCHASE_ORDER_ID.eq(order.id()))
        .and(PURCHASE_ORDER_LINE.LINE.eq(line))
        .execute();
    touch(order);
  }

  /// So many more (or fewer, below 0) of a line are here; a change in the database, so that
  /// nobody's
  /// is lost.
  public void received(PurchaseOrder order, Sku sku, long change) {
    work.sql()
        .update(PURCHASE_ORDER_LINE)
        .set(PURCHASE_ORDER_LINE.RECEIVED, PURCHASE_ORDER_LINE.RECEIVED.plus(change))
        .where(PURCHASE_ORDER_LINE.PURCHASE_ORDER_ID.eq(order.id()))
        .and(PURCHASE_ORDER_LINE.LINE.eq(order.line(sku).orElseThrow().line()))
        .execute();
  }

  private void touch(PurchaseOrder order) {
    work.sql()
        .update(PURCHASE_ORDER)
        .set(PURCHASE_ORDER.VERSION, PURCHASE_ORDER.VERSION.plus(1))
        .where(PURCHASE_ORDER.ID.eq(order.id()))
        .execute();
  }
}
