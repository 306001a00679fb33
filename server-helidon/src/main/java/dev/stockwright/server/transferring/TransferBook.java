package dev.stockwright.server.transferring;

import static dev.stockwright.db.tables.Tables.PRODUCT;
import static dev.stockwright.db.tables.Tables.TRANSFER;
import static dev.stockwright.db.tables.Tables.TRANSFER_CONTENT;
import static dev.stockwright.db.tables.Tables.TRANSFER_HISTORY;
import static dev.stockwright.db.tables.Tables.TRANSFER_LEAD;
import static dev.stockwright.db.tables.Tables.TRANSFER_LINE;
import static dev.stockwright.db.tables.Tables.WAREHOUSE;

import dev.stockwright.server.stock.Step;
import dev.stockwright.server.work.Work;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.Operator;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;

/// The transfers, for one command at work.
final class TransferBook {
  /// When nobody said: a day.
  private static final long LEAD_HOURS = 24;

  /// States in which nothing happens any more.
  private static final Set<TransferState> ENDED =
      Set.of(
          TransferState.RECEIVED,
          TransferState.CLOSED,
          TransferState.REFUSED,
          TransferState.CANCELLED);

  private final Work work;

  TransferBook(Work work) {
    this.work = work;
  }

  /// The two warehouses of a transfer and its products.
  record Ends(WarehouseCode from, WarehouseCode to, List<Sku> skus) {}

  /// Read without a lock, for [dev.stockwright.server.work.Clerk#prepare].
  static Optional<Ends> ends(DSLContext sql, Reference number) {
    var from = WAREHOUSE.as("f");
    var to = WAREHOUSE.as("t");
    return sql.select(TRANSFER.ID, from.CODE, to.CODE)
        .from(TRANSFER)
        .join(from)
        .on(from.ID.eq(TRANSFER.FROM_WAREHOUSE_ID))
        .join(to)
        .on(to.ID.eq(TRANSFER.TO_WAREHOUSE_ID))
        .where(TRANSFER.NUMBER.eq(number.code()))
        .fetchOptional(
            row ->
                new Ends(
                    new WarehouseCode(row.value2()),
                    new WarehouseCode(row.value3()),
                    sql.select(PRODUCT.SKU)
                        .from(TRANSFER_LINE)
                        .join(PRODUCT)
                        .on(PRODUCT.ID.eq(TRANSFER_LINE.PRODUCT_ID))
                        .where(TRANSFER_LINE.TRANSFER_ID.eq(row.value1()))
                        .orderBy(PRODUCT.SKU)
                        .fetch(line -> new Sku(line.value1()))));
  }

  /// The transfer with this number.
  Optional<Transfer> find(Reference number) {
    var from = WAREHOUSE.as("f");
    var to = WAREHOUSE.as("t");
    return work.sql()
        .select(TRANSFER.ID, TRANSFER.STATE, TRANSFER.REQUESTED_BY, from.CODE, to.CODE)
        .from(TRANSFER)
        .join(from)
        .on(from.ID.eq(TRANSFER.FROM_WAREHOUSE_ID))
        .join(to)
        .on(to.ID.eq(TRANSFER.TO_WAREHOUSE_ID))
        .where(TRANSFER.NUMBER.eq(number.code()))
        .fetchOptional(
            row ->
                new Transfer(
                    row.value1(),
                    number,
                    new WarehouseCode(row.value4()),
                    new WarehouseCode(row.value5()),
                    TransferState.of(row.value2()),
                    new Operator(row.value3()),
                    lines(row.value1()),
                    contents(row.value1())));
  }

  boolean exists(Reference number) {
    return work.sql().fetchExists(TRANSFER, TRANSFER.NUMBER.eq(number.code()));
  }

  private List<Transfer.Line> lines(long id) {
    return work.sql()
        .select(TRANSFER_LINE.asterisk(), PRODUCT.SKU)
        .from(TRANSFER_LINE)
        .join(PRODUCT)
        .on(PRODUCT.ID.eq(TRANSFER_LINE.PRODUCT_ID))
        .where(TRANSFER_LINE.TRANSFER_ID.eq(id))
        .orderBy(TRANSFER_LINE.LINE)
        .fetch(
            row ->
                new Transfer.Line(
                    row.get(TRANSFER_LINE.LINE),
                    new Sku(row.get(PRODUCT.SKU)),
                    row.get(TRANSFER_LINE.REQUESTED),
                    row.get(TRANSFER_LINE.APPROVED),
                    row.get(TRANSFER_LINE.PACKED),
                    row.get(TRANSFER_LINE.SHIPPED),
                    row.get(TRANSFER_LINE.GOOD),
                    row.get(TRANSFER_LINE.DAMAGED),
                    row.get(TRANSFER_LINE.EXPLAINED),
                    row.get(TRANSFER_LINE.OVER),
                    row.get(TRANSFER_LINE.KEPT)));
  }

  private List<Transfer.Content> contents(long id) {
    return work.sql()
        .select(TRANSFER_CONTENT.asterisk(), PRODUCT.SKU)
        .from(TRANSFER_CONTENT)
        .join(TRANSFER_LINE)
        .on(TRANSFER_LINE.TRANSFER_ID.eq(TRANSFER_CONTENT.TRANSFER_ID))
        .and(TRANSFER_LINE.LINE.eq(TRANSFER_CONTENT.LINE))
        .join(PRODUCT)
        .on(PRODUCT.ID.eq(TRANSFER_LINE.PRODUCT_ID))
        .where(TRANSFER_CONTENT.TRANSFER_ID.eq(id))
        .orderBy(TRANSFER_CONTENT.ID)
        .fetch(
            row ->
                new Transfer.Content(
                    row.get(TRANSFER_CONTENT.ID),
                    row.get(TRANSFER_CONTENT.LINE),
                    new Sku(row.get(PRODUCT.SKU)),
                    row.get(TRANSFER_CONTENT.LOT),
                    row.get(TRANSFER_CONTENT.HANDLING_UNIT),
                    new LocationCode(row.get(TRANSFER_CONTENT.PLACE)),
                    row.get(TRANSFER_CONTENT.PACKED),
                    row.get(TRANSFER_CONTENT.SHIPPED),
                    row.get(TRANSFER_CONTENT.SETTLED)));
  }

  /// A transfer to be written.
  ///
  /// @param number absent: the next free one of ours
  /// @param lines products and quantities, each product once
  record NewTransfer(
      WarehouseCode from,
      WarehouseCode to,
      Optional<Reference> number,
      Map<Sku, Long> lines,
      Optional<Instant> neededBy,
      String remark) {}

  /// Writes a request; it can be found by its number from now on.
  Reference make(NewTransfer wanted) {
    long id = next();
    while (wanted.number().isEmpty() && exists(new Reference("TR-" + id))) {
      id = next();
    }
    Reference number = wanted.number().orElse(new Reference("TR-" + id));
    work.sql()
        .insertInto(TRANSFER)
        .set(TRANSFER.ID, id)
        .set(TRANSFER.NUMBER, number.code())
        .set(TRANSFER.FROM_WAREHOUSE_ID, work.warehouseId(wanted.from()))
        .set(TRANSFER.TO_WAREHOUSE_ID, work.warehouseId(wanted.to()))
        .set(TRANSFER.REMARK, wanted.remark())
        .set(TRANSFER.NEEDED_BY, wanted.neededBy().map(TransferBook::column).orElse(null))
        .set(TRANSFER.REQUESTED_AT, work.at())
        .set(TRANSFER.REQUESTED_BY, work.author().code())
        .execute();
    int line = 0;
    for (Map.Entry<Sku, Long> each : wanted.lines().entrySet()) {
      line++;
      work.sql()
          .insertInto(TRANSFER_LINE)
          .set(TRANSFER_LINE.TRANSFER_ID, id)
          .set(TRANSFER_LINE.LINE, line)
          .set(TRANSFER_LINE.PRODUCT_ID, work.productId(each.getKey()).orElseThrow())
          .set(TRANSFER_LINE.REQUESTED, each.getValue())
          .execute();
    }
    return number;
  }

  private long next() {
    return work.sql()
        .fetchSingle("SELECT nextval(pg_get_serial_sequence('transfer', 'id'))")
        .get(0, Long.class);
  }

  /// Adds `units` (below 0: takes away) to one figure of a line.
  void add(Transfer transfer, int line, TableField<?, Long> figure, long units) {
    work.sql()
        .update(TRANSFER_LINE)
        .set(figure, figure.plus(units))
        .where(TRANSFER_LINE.TRANSFER_ID.eq(transfer.id()))
        .and(TRANSFER_LINE.LINE.eq(line))
        .execute();
  }

  /// Goods stand ready.
  void pack(
      Transfer transfer,
      Transfer.Line line,
      String lot,
      String unit,
      LocationCode place,
      long units) {
    work.sql()
        .insertInto(TRANSFER_CONTENT)
        .set(TRANSFER_CONTENT.TRANSFER_ID, transfer.id())
        .set(TRANSFER_CONTENT.LINE, line.line())
        .set(TRANSFER_CONTENT.LOT, lot)
        .set(TRANSFER_CONTENT.HANDLING_UNIT, unit)
        .set(TRANSFER_CONTENT.PLACE, place.code())
        .set(TRANSFER_CONTENT.PACKED, units)
        .onConflict(
            TRANSFER_CONTENT.TRANSFER_ID,
            TRANSFER_CONTENT.LINE,
            TRANSFER_CONTENT.LOT,
            TRANSFER_CONTENT.HANDLING_UNIT,
            TRANSFER_CONTENT.PLACE)
        .doUpdate()
        .set(TRANSFER_CONTENT.PACKED, TRANSFER_CONTENT.PACKED.plus(units))
        .execute();
    add(transfer, line.line(), TRANSFER_LINE.PACKED, units);
  }

  /// All that is packed has left.
  void ship(Transfer transfer) {
    work.sql()
        .update(TRANSFER_CONTENT)
        .set(TRANSFER_CONTENT.SHIPPED, TRANSFER_CONTENT.PACKED)
        .where(TRANSFER_CONTENT.TRANSFER_ID.eq(transfer.id()))
        .execute();
    work.sql()
        .update(TRANSFER_LINE)
        .set(TRANSFER_LINE.SHIPPED, TRANSFER_LINE.PACKED)
        .where(TRANSFER_LINE.TRANSFER_ID.eq(transfer.id()))
        .execute();
  }

  /// Goods of a content have arrived or are explained.
  void settle(Transfer.Content content, long units) {
    work.sql()
        .update(TRANSFER_CONTENT)
        .set(TRANSFER_CONTENT.SETTLED, TRANSFER_CONTENT.SETTLED.plus(units))
        .where(TRANSFER_CONTENT.ID.eq(content.id()))
        .execute();
  }

  /// When goods that leave now will be there.
  Instant expected(Transfer transfer) {
    long hours =
        work.sql()
            .select(TRANSFER_LEAD.HOURS)
            .from(TRANSFER_LEAD)
            .where(TRANSFER_LEAD.FROM_WAREHOUSE_ID.eq(work.warehouseId(transfer.from())))
            .and(TRANSFER_LEAD.TO_WAREHOUSE_ID.eq(work.warehouseId(transfer.to())))
            .fetchOptional(row -> row.value1().longValue())
            .orElseGet(() -> work.setting(transfer.from(), "transfer.lead_hours", LEAD_HOURS));
    return work.now().plusSeconds(hours * 3600);
  }

  void lead(WarehouseCode from, WarehouseCode to, long hours) {
    work.sql()
        .insertInto(TRANSFER_LEAD)
        .set(TRANSFER_LEAD.FROM_WAREHOUSE_ID, work.warehouseId(from))
        .set(TRANSFER_LEAD.TO_WAREHOUSE_ID, work.warehouseId(to))
        .set(TRANSFER_LEAD.HOURS, (int) hours)
        .set(TRANSFER_LEAD.CHANGED_AT, work.at())
        .set(TRANSFER_LEAD.CHANGED_BY, work.author().code())
        .onConflict(TRANSFER_LEAD.FROM_WAREHOUSE_ID, TRANSFER_LEAD.TO_WAREHOUSE_ID)
        .doUpdate()
        .set(TRANSFER_LEAD.HOURS, (int) hours)
        .set(TRANSFER_LEAD.CHANGED_AT, work.at())
        .set(TRANSFER_LEAD.CHANGED_BY, work.author().code())
        .execute();
  }

  /// It is in this state now; both warehouses hear of it.
  ///
  /// @param detail for the transfer's history
  List<Step> turn(Transfer transfer, TransferState state, String detail) {
    boolean approved = state == TransferState.APPROVED && transfer.state() != state;
    boolean shipped = state == TransferState.SHIPPED && transfer.state() != state;
    var set =
        work.sql()
            .update(TRANSFER)
            .set(TRANSFER.STATE, state.code())
            .set(TRANSFER.VERSION, TRANSFER.VERSION.plus(1))
            .set(TRANSFER.ENDED_AT, ENDED.contains(state) ? work.at() : null);
    if (approved && transfer.state() == TransferState.REQUESTED) {
      set =
          set.set(TRANSFER.APPROVED_AT, work.at()).set(TRANSFER.APPROVED_BY, work.author().code());
    }
    if (shipped) {
      set =
          set.set(TRANSFER.SHIPPED_AT, work.at())
              .set(TRANSFER.SHIPPED_BY, work.author().code())
              .set(TRANSFER.EXPECTED_AT, column(expected(transfer)));
    }
    set.where(TRANSFER.ID.eq(transfer.id())).execute();
    work.sql()
        .insertInto(TRANSFER_HISTORY)
        .set(TRANSFER_HISTORY.TRANSFER_ID, transfer.id())
        .set(TRANSFER_HISTORY.AT, work.at())
        .set(TRANSFER_HISTORY.AUTHOR, work.author().code())
        .set(TRANSFER_HISTORY.DEVICE, work.device().code())
        .set(TRANSFER_HISTORY.COMMAND_ID, work.by().id().uuid())
        .set(TRANSFER_HISTORY.STATE, state.code())
        .set(TRANSFER_HISTORY.DETAIL, detail)
        .execute();
    return List.of(
        Work.note(transfer.from(), Transfer.KIND, transfer.number(), state.code()),
        Work.note(transfer.to(), Transfer.KIND, transfer.number(), state.code()));
  }

  static @Nullable OffsetDateTime column(Instant time) {
    return time.atOffset(ZoneOffset.UTC);
  }
}
