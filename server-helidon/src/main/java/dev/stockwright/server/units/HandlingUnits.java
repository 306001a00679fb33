package dev.stockwright.server.units;

import static dev.stockwright.db.tables.Tables.BALANCE;
import static dev.stockwright.db.tables.Tables.HANDLING_UNIT;

import dev.stockwright.protocol.DocumentKind;
import dev.stockwright.server.stock.Step;
import dev.stockwright.server.work.Work;
import dev.stockwright.vocabulary.CheckDigit;
import dev.stockwright.vocabulary.HandlingUnit;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.WarehouseCode;
import java.math.BigDecimal;
import java.util.Optional;
import org.jooq.impl.DSL;

/// The handling units, for one command at work.
public final class HandlingUnits {
  /// Our own SSCCs begin with this until the company's prefix is set: numbers that GS1 keeps for
  /// use within a company.
  private static final String PREFIX_UNSET = "2000000";

  private static final int SERIAL_DIGITS = 16;

  private final Work work;

  public HandlingUnits(Work work) {
    this.work = work;
  }

  /// How a unit is.
  ///
  /// @param document the code of the kind of document it belongs to; empty: none
  public record Unit(
      HandlingUnit code,
      WarehouseCode warehouse,
      String kind,
      String state,
      String document,
      String reference) {}

  /// A new SSCC (GS1 General Specifications, 2.2.1): extension digit, company prefix, serial
  /// reference, check digit.
  public HandlingUnit mint(WarehouseCode warehouse) {
    String prefix = work.setting(warehouse, "gs1.company_prefix").orElse(PREFIX_UNSET);
    long serial = work.sql().fetchSingle("SELECT nextval('sscc_serial')").get(0, Long.class);
    int digits = SERIAL_DIGITS - prefix.length();
    String body =
        "0" + prefix + ("0".repeat(digits) + serial).substring(String.valueOf(serial).length());
    return new HandlingUnit(body + CheckDigit.of(body));
  }

  /// The unit, when it is known in this warehouse.
  public Optional<Unit> find(WarehouseCode warehouse, HandlingUnit code) {
    return work.sql()
        .selectFrom(HANDLING_UNIT)
        .where(HANDLING_UNIT.CODE.eq(code.code()))
        .and(HANDLING_UNIT.WAREHOUSE_ID.eq(work.warehouseId(warehouse)))
        .fetchOptional(
            row ->
                new Unit(
                    code,
                    warehouse,
                    row.get(HANDLING_UNIT.KIND),
                    row.get(HANDLING_UNIT.STATE),
                    row.get(HANDLING_UNIT.DOCUMENT),
                    row.get(HANDLING_UNIT.REFERENCE)));
  }

  /// What a unit becomes by so many of its goods being taken out; no step while others are left.
  public Optional<Step> taken(WarehouseCode warehouse, HandlingUnit code, long units) {
    BigDecimal there =
        work.sql()
            .select(DSL.coalesce(DSL.sum(BALANCE.ON_HAND), DSL.inline(BigDecimal.ZERO)))
            .from(BALANCE)
            .where(BALANCE.WAREHOUSE_ID.eq(work.warehouseId(warehouse)))
            .and(BALANCE.HANDLING_UNIT.eq(code.code()))
            .fetchSingle()
            .value1();
    return there.longValueExact() > units
        ? Optional.empty()
        : find(warehouse, code)
            .map(unit -> put(new Unit(code, warehouse, unit.kind(), "gone", "", "")));
  }

  /// The unit is now like this; one that is not known yet is made.
  public Step put(Unit unit) {
    work.sql()
        .insertInto(HANDLING_UNIT)
        .set(HANDLING_UNIT.CODE, unit.code().code())
        .set(HANDLING_UNIT.WAREHOUSE_ID, work.warehouseId(unit.warehouse()))
        .set(HANDLING_UNIT.KIND, unit.kind())
        .set(HANDLING_UNIT.STATE, unit.state())
        .set(HANDLING_UNIT.DOCUMENT, unit.document())
        .set(HANDLING_UNIT.REFERENCE, unit.reference())
        .set(HANDLING_UNIT.MADE_AT, work.at())
        .onConflict(HANDLING_UNIT.CODE)
        .doUpdate()
        .set(HANDLING_UNIT.WAREHOUSE_ID, work.warehouseId(unit.warehouse()))
        .set(HANDLING_UNIT.KIND, unit.kind())
        .set(HANDLING_UNIT.STATE, unit.state())
        .set(HANDLING_UNIT.DOCUMENT, unit.document())
        .set(HANDLING_UNIT.REFERENCE, unit.reference())
        .execute();
    return Work.note(
        unit.warehouse(),
        DocumentKind.HANDLING_UNIT,
        new Reference(unit.code().code()),
        unit.state());
  }
}
