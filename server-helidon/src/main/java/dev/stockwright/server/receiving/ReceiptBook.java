package dev.stockwright.server.receiving;

import static dev.stockwright.db.tables.Tables.CUSTOMER;
import static dev.stockwright.db.tables.Tables.LOT;
import static dev.stockwright.db.tables.Tables.PRODUCT;
import static dev.stockwright.db.tables.Tables.RECEIPT;
import static dev.stockwright.db.tables.Tables.RECEIPT_LINE;

import dev.stockwright.server.putaway.ProductCard;
import dev.stockwright.server.work.Work;
import dev.stockwright.vocabulary.CommandId;
import dev.stockwright.vocabulary.Condition;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jooq.impl.DSL;

/// The receipts and returns of a warehouse, for one command at work.
final class ReceiptBook {
  private static final String ADD =
      """
      INSERT INTO receipt_line (receipt_id, line, product_id, quantity, lot, expires_on,
             handling_unit, condition, location, reason, received_at, received_by, command_id)
      SELECT r.id, r.last + k.i, r.product, k.quantity, k.lot, r.expires_on, r.unit, r.condition,
             r.location, r.reason, r.at, r.author, r.command
        FROM (SELECT ?::bigint, ?::int, ?::int, ?::date, ?::text, ?::text, ?::text, ?::text,
                     ?::timestamptz, ?::text, ?::uuid)
          AS r(id, last, product, expires_on, unit, condition, location, reason, at, author, command)
       CROSS JOIN unnest(?::text[], ?::bigint[]) WITH ORDINALITY AS k(lot, quantity, i)""";

  private final Work work;
  private final WarehouseCode warehouse;

  ReceiptBook(Work work, WarehouseCode warehouse) {
    this.work = work;
    this.warehouse = warehouse;
  }

  /// Goods of one product and lot that were taken in.
  ///
  /// @param lot or serial number; empty: none
  record Line(
      int line,
      Sku sku,
      long units,
      String lot,
      Optional<LocalDate> expiry,
      String handlingUnit,
      Condition condition,
      LocationCode location,
      boolean takenBack) {}

  boolean taken(Reference number) {
    return work.sql().fetchExists(RECEIPT, RECEIPT.NUMBER.eq(number.code()));
  }

  boolean knowsCustomer(Reference code) {
    return work.sql().fetchExists(CUSTOMER, CUSTOMER.CODE.eq(code.code()));
  }

  Optional<Receipt> find(Reference number) {
    return fetch(RECEIPT.NUMBER.eq(number.code()));
  }

  /// The newest receipt that is open for an ASN.
  Optional<Receipt> openFor(Reference asn) {
    return fetch(RECEIPT.ASN.eq(asn.code()).and(RECEIPT.STATE.eq("open")));
  }

  private Optional<Receipt> fetch(org.jooq.Condition which) {
    return work.sql()
        .selectFrom(RECEIPT)
        .where(RECEIPT.WAREHOUSE_ID.eq(work.warehouseId(warehouse)))
        .and(which)
        .orderBy(RECEIPT.ID.desc())
        .limit(1)
        .fetchOptional(
            row ->
                new Receipt(
                    row.get(RECEIPT.ID),
                    new Reference(row.get(RECEIPT.NUMBER)),
                    Receipt.Kind.of(row.get(RECEIPT.KIND)),
                    row.get(RECEIPT.STATE).equals("open"),
                    reference(row.get(RECEIPT.PURCHASE_ORDER)),
                    reference(row.get(RECEIPT.ASN)),
                    new LocationCode(row.get(RECEIPT.LOCATION)),
                    row.get(RECEIPT.BLIND)));
  }

  private static Optional<Reference> reference(String column) {
    return column.isEmpty() ? Optional.empty() : Optional.of(new Reference(column));
  }

  /// A number that nobody has used.
  Reference newNumber(boolean returned) {
    long next = work.sql().fetchSingle("SELECT nextval('receipt_number')").get(0, Long.class);
    return new Reference((returned ? "RT-" : "R-") + next);
  }

  /// Opens a receipt.
  ///
  /// @param receipt its id is not looked at
  /// @param party who sent it or brought it back, by code; empty: nobody knows
  Receipt open(Receipt receipt, String party) {
    long id =
        work.sql()
            .insertInto(RECEIPT)
            .set(RECEIPT.WAREHOUSE_ID, work.warehouseId(warehouse))
            .set(RECEIPT.NUMBER, receipt.number().code())
            .set(RECEIPT.KIND, receipt.kind().code())
            .set(RECEIPT.PURCHASE_ORDER, receipt.purchaseOrder().map(Reference::code).orElse(""))
            .set(RECEIPT.ASN, receipt.asn().map(Reference::code).orElse(""))
            .set(RECEIPT.PARTY, party)
            .set(RECEIPT.LOCATION, receipt.location().code())
            .set(RECEIPT.BLIND, receipt.blind())
            .set(RECEIPT.OPENED_AT, work.at())
            .set(RECEIPT.OPENED_BY, work.author().code())
            .returning(RECEIPT.ID)
            .fetchSingle(RECEIPT.ID);
    return new Receipt(
        id,
        receipt.number(),
        receipt.kind(),
        true,
        receipt.purchaseOrder(),
        receipt.asn(),
        receipt.location(),
        receipt.blind());
  }

  /// Writes down what was taken in, each lot or piece in a line of its own.
  ///
  /// @return the number of the first line
  int add(Receipt receipt, Delivered goods, Delivered.Place place) {
    int first = 1 + lastLine(receipt);
    work.sql()
        .execute(
            ADD,
            receipt.id(),
            first - 1,
            goods.card().id(),
            goods.expiry().map(LocalDate::toString).orElse(null),
            place.handlingUnit(),
            place.condition().code(),
            place.at().code(),
            place.reason(),
            work.now().toString(),
            work.author().code(),
            work.by().id().uuid(),
            goods.piles().stream().map(Delivered.Pile::lot).toArray(String[]::new),
            goods.piles().stream().map(Delivered.Pile::units).toArray(Long[]::new));
    touch(receipt);
    return first;
  }

  private int lastLine(Receipt receipt) {
    return work.sql()
        .select(DSL.coalesce(DSL.max(RECEIPT_LINE.LINE), DSL.inline(0)))
        .from(RECEIPT_LINE)
        .where(RECEIPT_LINE.RECEIPT_ID.eq(receipt.id()))
        .fetchSingle()
        .value1();
  }

  Optional<Line> line(Receipt receipt, int line) {
    return lines(receipt).stream().filter(each -> each.line() == line).findFirst();
  }

  List<Line> lines(Receipt receipt) {
    return lines(RECEIPT_LINE.RECEIPT_ID.eq(receipt.id()));
  }

  /// Those that a command has added.
  List<Line> brought(Receipt receipt, CommandId command) {
    return lines(
        RECEIPT_LINE.RECEIPT_ID.eq(receipt.id()).and(RECEIPT_LINE.COMMAND_ID.eq(command.uuid())));
  }

  private List<Line> lines(org.jooq.Condition which) {
    return work.sql()
        .select(RECEIPT_LINE.asterisk(), PRODUCT.SKU)
        .from(RECEIPT_LINE)
        .join(PRODUCT)
        .on(PRODUCT.ID.eq(RECEIPT_LINE.PRODUCT_ID))
        .where(which)
        .orderBy(RECEIPT_LINE.LINE)
        .fetch(
            row ->
                new Line(
                    row.get(RECEIPT_LINE.LINE),
                    new Sku(row.get(PRODUCT.SKU)),
                    row.get(RECEIPT_LINE.QUANTITY),
                    row.get(RECEIPT_LINE.LOT),
                    Optional.ofNullable(row.get(RECEIPT_LINE.EXPIRES_ON)),
                    row.get(RECEIPT_LINE.HANDLING_UNIT),
                    Condition.of(row.get(RECEIPT_LINE.CONDITION)),
                    new LocationCode(row.get(RECEIPT_LINE.LOCATION)),
                    row.get(RECEIPT_LINE.TAKEN_BACK_AT) != null));
  }

  void takeBack(Receipt receipt, int line) {
    work.sql()
        .update(RECEIPT_LINE)
        .set(RECEIPT_LINE.TAKEN_BACK_AT, work.at())
        .set(RECEIPT_LINE.TAKEN_BACK_BY, work.author().code())
        .where(RECEIPT_LINE.RECEIPT_ID.eq(receipt.id()))
        .and(RECEIPT_LINE.LINE.eq(line))
        .execute();
    touch(receipt);
  }

  void close(Receipt receipt) {
    work.sql()
        .update(RECEIPT)
        .set(RECEIPT.STATE, "closed")
        .set(RECEIPT.CLOSED_AT, work.at())
        .set(RECEIPT.CLOSED_BY, work.author().code())
        .set(RECEIPT.VERSION, RECEIPT.VERSION.plus(1))
        .where(RECEIPT.ID.eq(receipt.id()))
        .execute();
  }

  /// When a lot expires, as far as it is known.
  Optional<LocalDate> expiry(ProductCard card, String lot) {
    return lot.isEmpty()
        ? Optional.empty()
        : work.sql()
            .select(LOT.EXPIRES_ON)
            .from(LOT)
            .where(LOT.PRODUCT_ID.eq(card.id()))
            .and(LOT.CODE.eq(lot))
            .fetchOptional(LOT.EXPIRES_ON);
  }

  private void touch(Receipt receipt) {
    work.sql()
        .update(RECEIPT)
        .set(RECEIPT.VERSION, RECEIPT.VERSION.plus(1))
        .where(RECEIPT.ID.eq(receipt.id()))
        .execute();
  }
}
