package dev.stockwright.server.purchasing;

import static dev.stockwright.db.tables.Tables.ASN;
import static dev.stockwright.db.tables.Tables.ASN_LINE;
import static dev.stockwright.db.tables.Tables.HANDLING_UNIT;
import static dev.stockwright.db.tables.Tables.PRODUCT;
import static dev.stockwright.db.tables.Tables.SUPPLIER;

import dev.stockwright.protocol.PurchaseCommand;
import dev.stockwright.server.work.Work;
import dev.stockwright.vocabulary.HandlingUnit;
import dev.stockwright.vocabulary.LotCode;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.SerialNumber;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.impl.DSL;

/// The advance shipping notices of a warehouse, for one command at work.
public final class AsnBook {
  private final Work work;
  private final WarehouseCode warehouse;

  public AsnBook(Work work, WarehouseCode warehouse) {
    this.work = work;
    this.warehouse = warehouse;
  }

  boolean taken(Reference number) {
    return work.sql().fetchExists(ASN, ASN.NUMBER.eq(number.code()));
  }

  /// The first of these units that is here, on its way between our warehouses, or announced
  /// already.
  Optional<HandlingUnit> knownUnit(Collection<HandlingUnit> units) {
    String[] codes = units.stream().map(HandlingUnit::code).toArray(String[]::new);
    return work.sql()
        .select(HANDLING_UNIT.CODE)
        .from(HANDLING_UNIT)
        .where(HANDLING_UNIT.CODE.eq(DSL.any(codes)))
        .and(HANDLING_UNIT.STATE.notIn("gone", "shipped"))
        .union(
            work.sql()
                .select(ASN_LINE.HANDLING_UNIT)
                .from(ASN_LINE)
                .join(ASN)
                .on(ASN.ID.eq(ASN_LINE.ASN_ID))
                .where(ASN_LINE.HANDLING_UNIT.eq(DSL.any(codes)))
                .and(ASN_LINE.HANDLING_UNIT.ne(""))
                .and(ASN.STATE.in("announced", "arriving")))
        .orderBy(1)
        .limit(1)
        .fetchOptional(row -> new HandlingUnit(row.value1()));
  }

  /// The notice with this number, if it is for this warehouse.
  public Optional<Asn> find(Reference number) {
    return fetch(ASN.NUMBER.eq(number.code()));
  }

  /// The open notice that brings a handling unit which has not come yet.
  public Optional<Asn> bringing(HandlingUnit unit) {
    return fetch(
        ASN.STATE
            .in("announced", "arriving")
            .and(
                ASN.ID.in(
                    DSL.select(ASN_LINE.ASN_ID)
                        .from(ASN_LINE)
                        .where(ASN_LINE.HANDLING_UNIT.eq(unit.code()))
                        .and(ASN_LINE.HANDLING_UNIT.ne(""))
                        .and(ASN_LINE.RECEIVED.eq(0L)))));
  }

  private Optional<Asn> fetch(Condition which) {
    return work.sql()
        .select(ASN.ID, ASN.NUMBER, SUPPLIER.CODE, ASN.PURCHASE_ORDER, ASN.STATE, ASN.BLIND)
        .from(ASN)
        .join(SUPPLIER)
        .on(SUPPLIER.ID.eq(ASN.SUPPLIER_ID))
        .where(ASN.WAREHOUSE_ID.eq(work.warehouseId(warehouse)))
        .and(which)
        .orderBy(ASN.ID)
        .limit(1)
        .fetchOptional(
            row ->
                new Asn(
                    row.value1(),
                    new Reference(row.value2()),
                    row.value3(),
                    row.value4().isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Reference(row.value4())),
                    row.value5(),
                    row.value6(),
                    lines(row.value1())));
  }

  private List<Asn.Line> lines(long asn) {
    return work.sql()
        .select(
            ASN_LINE.LINE,
            ASN_LINE.HANDLING_UNIT,
            PRODUCT.SKU,
            ASN_LINE.LOT,
            ASN_LINE.EXPIRES_ON,
            ASN_LINE.ANNOUNCED,
            ASN_LINE.RECEIVED)
        .from(ASN_LINE)
        .join(PRODUCT)
        .on(PRODUCT.ID.eq(ASN_LINE.PRODUCT_ID))
        .where(ASN_LINE.ASN_ID.eq(asn))
        .orderBy(ASN_LINE.LINE)
        .fetch(
            row ->
                new Asn.Line(
                    row.value1(),
                    row.value2(),
                    new Sku(row.value3()),
                    row.value4(),
                    Optional.ofNullable(row.value5()),
                    row.value6(),
                    row.value7()));
  }

  void insert(PurchaseCommand.AnnounceDelivery command, int supplier, boolean blind) {
    long id =
        work.sql()
            .insertInto(ASN)
            .set(ASN.WAREHOUSE_ID, work.warehouseId(warehouse))
            .set(ASN.NUMBER, command.asn().code())
            .set(ASN.SUPPLIER_ID, supplier)
            .set(ASN.PURCHASE_ORDER, command.purchaseOrder().map(Reference::code).orElse(""))
            .set(ASN.EXPECTED_ON, command.expectedOn().orElse(null))
            .set(ASN.BLIND, blind)
            .set(ASN.MADE_AT, work.at())
            .set(ASN.MADE_BY, work.author().code())
            .returning(ASN.ID)
            .fetchSingle(ASN.ID);
    var batch =
        work.sql()
            .batch(
                work.sql()
                    .insertInto(
                        ASN_LINE,
                        ASN_LINE.ASN_ID,
                        ASN_LINE.LINE,
                        ASN_LINE.HANDLING_UNIT,
                        ASN_LINE.PRODUCT_ID,
                        ASN_LINE.LOT,
                        ASN_LINE.EXPIRES_ON,
                        ASN_LINE.ANNOUNCED)
                    .values((Long) null, null, null, null, null, null, null));
    int line = 1;
    for (PurchaseCommand.Content content : command.contents()) {
      for (Row row : rows(content)) {
        batch =
            batch.bind(id, line++, row.unit(), row.product(), row.lot(), row.expiry(), row.units());
      }
    }
    batch.execute();
  }

  private record Row(
      String unit,
      int product,
      String lot,
      @org.jspecify.annotations.Nullable LocalDate expiry, // the column's NULL
      long units) {}

  private List<Row> rows(PurchaseCommand.Content content) {
    String unit = content.handlingUnit().map(HandlingUnit::code).orElse("");
    int product = work.productId(content.sku()).orElseThrow();
    LocalDate expiry = content.expiry().orElse(null);
    if (content.serials().isEmpty()) {
      String lot = content.lot().map(LotCode::code).orElse("");
      return List.of(new Row(unit, product, lot, expiry, content.quantity().units()));
    }
    List<Row> rows = new ArrayList<>();
    for (SerialNumber serial : content.serials()) {
      rows.add(new Row(unit, product, serial.code(), expiry, 1));
    }
    return rows;
  }

  /// How far it is now.
  public void turn(Asn asn, String state, String reason) {
    boolean over = !state.equals("arriving");
    work.sql()
        .update(ASN)
        .set(ASN.STATE, state)
        .set(ASN.REASON, reason)
        .set(ASN.VERSION, ASN.VERSION.plus(1))
        .set(ASN.ENDED_AT, over ? work.at() : null)
        .set(ASN.ENDED_BY, over ? work.author().code() : null)
        .where(ASN.ID.eq(asn.id()))
        .execute();
  }

  /// So many more (or fewer, below 0) of each of these lines are here.
  public void received(Asn asn, Map<Integer, Long> changes) {
    List<Map.Entry<Integer, Long>> all = List.copyOf(changes.entrySet());
    work.sql()
        .execute(
            """
            UPDATE asn_line l SET received = greatest(0, l.received + k.change)
              FROM unnest(?::int[], ?::bigint[]) AS k(line, change)
             WHERE l.asn_id = ? AND l.line = k.line""",
            all.stream().map(Map.Entry::getKey).toArray(Integer[]::new),
            all.stream().map(Map.Entry::getValue).toArray(Long[]::new),
            asn.id());
  }
}
