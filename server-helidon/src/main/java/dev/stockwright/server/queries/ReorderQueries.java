package dev.stockwright.server.queries;

import static dev.stockwright.db.tables.Tables.PRODUCT;
import static dev.stockwright.db.tables.Tables.PROPOSAL;
import static dev.stockwright.db.tables.Tables.REORDER_LINE;
import static dev.stockwright.db.tables.Tables.REORDER_RUN;
import static dev.stockwright.db.tables.Tables.SUPPLIER;
import static dev.stockwright.db.tables.Tables.WAREHOUSE;

import dev.stockwright.db.Database;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jooq.impl.DSL;

/// Proposals of what to buy, and the runs that made them.
public final class ReorderQueries {
  private final Database database;

  public ReorderQueries(Database database) {
    this.database = database;
  }

  /// A proposal with its calculation.
  ///
  /// @param proposed what was calculated, `quantity` what a person made of it
  public record ProposalItem(
      String number,
      String warehouse,
      String sku,
      String name,
      String supplier,
      String state,
      long quantity,
      long proposed,
      long position,
      String sentence,
      int leadDays,
      Instant madeAt,
      Optional<String> changedBy,
      Optional<Instant> decidedAt,
      Optional<String> decidedBy,
      Optional<String> reason,
      Optional<String> purchaseOrder) {}

  /// A run and what came of it.
  public record RunItem(
      long run,
      String warehouse,
      Instant at,
      String by,
      int looked,
      int proposed,
      int changed,
      int withdrawn) {}

  /// How a run calculated a product.
  public record RunLine(
      String sku,
      String decision,
      long usable,
      long onOrder,
      long inTransit,
      long committed,
      long position,
      long point,
      long quantity,
      String sentence) {}

  private record Row<T>(long id, T item) {}

  /// Those in a state, oldest first.
  public Page<ProposalItem> proposals(
      Scope scope, String state, int limit, Optional<String> after) {
    List<Row<ProposalItem>> rows =
        select(scope, PROPOSAL.STATE.eq(state).and(PROPOSAL.ID.gt(from("proposal", after))))
            .orderBy(PROPOSAL.ID)
            .limit(limit + 1)
            .fetch(row -> new Row<>(row.get(PROPOSAL.ID), item(row)));
    return cut("proposal", rows, limit);
  }

  /// The proposal with this number.
  public Optional<ProposalItem> find(Scope scope, String number) {
    return select(scope, PROPOSAL.NUMBER.eq(number)).fetchOptional(ReorderQueries::item);
  }

  /// The runs, newest first.
  public Page<RunItem> runs(Scope scope, int limit, Optional<String> after) {
    long below = after.isPresent() ? from("run", after) : Long.MAX_VALUE;
    List<Row<RunItem>> rows =
        database
            .reading()
            .select(REORDER_RUN.asterisk(), WAREHOUSE.CODE)
            .from(REORDER_RUN)
            .join(WAREHOUSE)
            .on(WAREHOUSE.ID.eq(REORDER_RUN.WAREHOUSE_ID))
            .where(scope.holdsWarehouse())
            .and(REORDER_RUN.ID.lt(below))
            .orderBy(REORDER_RUN.ID.desc())
            .limit(limit + 1)
            .fetch(
                row ->
                    new Row<>(
                        row.get(REORDER_RUN.ID),
                        new RunItem(
                            row.get(REORDER_RUN.ID),
                            row.get(WAREHOUSE.CODE),
                            row.get(REORDER_RUN.AT).toInstant(),
                            row.get(REORDER_RUN.AUTHOR),
                            row.get(REORDER_RUN.LOOKED),
                            row.get(REORDER_RUN.PROPOSED),
                            row.get(REORDER_RUN.CHANGED),
                            row.get(REORDER_RUN.WITHDRAWN))));
    return cut("run", rows, limit);
  }

  /// The calculations of a run.
  public Page<RunLine> lines(Scope scope, long run, int limit, Optional<String> after) {
    List<Row<RunLine>> rows =
        database
            .reading()
            .select(REORDER_LINE.asterisk(), PRODUCT.SKU)
            .from(REORDER_LINE)
            .join(REORDER_RUN)
            .on(REORDER_RUN.ID.eq(REORDER_LINE.RUN_ID))
            .join(WAREHOUSE)
            .on(WAREHOUSE.ID.eq(REORDER_RUN.WAREHOUSE_ID))
            .join(PRODUCT)
            .on(PRODUCT.ID.eq(REORDER_LINE.PRODUCT_ID))
            .where(scope.holdsWarehouse())
            .and(REORDER_LINE.RUN_ID.eq(run))
            .and(REORDER_LINE.PRODUCT_ID.gt((int) from("line", after)))
            .orderBy(REORDER_LINE.PRODUCT_ID)
            .limit(limit + 1)
            .fetch(row -> new Row<>(row.get(REORDER_LINE.PRODUCT_ID), line(row)));
    return cut("line", rows, limit);
  }

  private static long from(String kind, Optional<String> after) {
    return after.map(cursor -> Cursor.numbers(kind, 1, cursor).getFirst()).orElse(0L);
  }

  private static <T> Page<T> cut(String kind, List<Row<T>> rows, int limit) {
    Page<Row<T>> page = Page.cut(rows, limit, last -> Cursor.of(kind, "" + last.id()));
    return new Page<>(page.items().stream().map(Row::item).toList(), page.next());
  }

  private SelectConditionStep<Record> select(Scope scope, Condition which) {
    return database
        .reading()
        .select(
            PROPOSAL.asterisk(),
            WAREHOUSE.CODE,
            PRODUCT.SKU,
            PRODUCT.NAME,
            SUPPLIER.CODE,
            DSL.coalesce(REORDER_LINE.SENTENCE, "").as("calculation"))
        .from(PROPOSAL)
        .join(WAREHOUSE)
        .on(WAREHOUSE.ID.eq(PROPOSAL.WAREHOUSE_ID))
        .join(PRODUCT)
        .on(PRODUCT.ID.eq(PROPOSAL.PRODUCT_ID))
        .join(SUPPLIER)
        .on(SUPPLIER.ID.eq(PROPOSAL.SUPPLIER_ID))
        .leftJoin(REORDER_LINE)
        .on(REORDER_LINE.RUN_ID.eq(PROPOSAL.RUN_ID))
        .and(REORDER_LINE.PRODUCT_ID.eq(PROPOSAL.PRODUCT_ID))
        .where(scope.holdsWarehouse())
        .and(which);
  }

  private static ProposalItem item(Record row) {
    return new ProposalItem(
        row.get(PROPOSAL.NUMBER),
        row.get(WAREHOUSE.CODE),
        row.get(PRODUCT.SKU),
        row.get(PRODUCT.NAME),
        row.get(SUPPLIER.CODE),
        row.get(PROPOSAL.STATE),
        row.get(PROPOSAL.QUANTITY),
        row.get(PROPOSAL.PROPOSED),
        row.get(PROPOSAL.POSITION),
        row.get("calculation", String.class),
        row.get(PROPOSAL.LEAD_DAYS),
        row.get(PROPOSAL.MADE_AT).toInstant(),
        Optional.ofNullable(row.get(PROPOSAL.CHANGED_BY)),
        AlertQueries.time(row.get(PROPOSAL.DECIDED_AT)),
        Optional.ofNullable(row.get(PROPOSAL.DECIDED_BY)),
        Optional.ofNullable(row.get(PROPOSAL.REASON)),
        Optional.ofNullable(row.get(PROPOSAL.PURCHASE_ORDER)));
  }

  private static RunLine line(Record row) {
    return new RunLine(
        row.get(PRODUCT.SKU),
        row.get(REORDER_LINE.DECISION),
        row.get(REORDER_LINE.USABLE),
        row.get(REORDER_LINE.ON_ORDER),
        row.get(REORDER_LINE.IN_TRANSIT),
        row.get(REORDER_LINE.COMMITTED),
        row.get(REORDER_LINE.POSITION),
        row.get(REORDER_LINE.POINT),
        row.get(REORDER_LINE.QUANTITY),
        row.get(REORDER_LINE.SENTENCE));
  }
}
