package dev.stockwright.server.masterdata;

import static dev.stockwright.db.tables.Tables.BARCODE;
import static dev.stockwright.db.tables.Tables.IMPORT_FILE;
import static dev.stockwright.db.tables.Tables.WAREHOUSE;

import dev.stockwright.protocol.CatalogCommand;
import dev.stockwright.protocol.DocumentKind;
import dev.stockwright.protocol.DocumentRefusal;
import dev.stockwright.protocol.MasterRefusal;
import dev.stockwright.protocol.Refusal;
import dev.stockwright.server.ledger.Needs;
import dev.stockwright.server.masterdata.sheet.Sheet;
import dev.stockwright.server.stock.Decision;
import dev.stockwright.server.work.Clerk;
import dev.stockwright.server.work.Work;
import dev.stockwright.vocabulary.InvalidValue;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.WarehouseCode;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;

/// Changes what all warehouses share, under the locks of all of them: nobody works by the old while
/// it becomes the new, and each is told.
public final class CatalogClerk implements Clerk<CatalogCommand> {
  @Override
  public void prepare(CatalogCommand command, DSLContext sql, Needs needs) {
    if (command.warehouses().isEmpty()) {
      everyWarehouse(sql, needs);
    }
  }

  static void everyWarehouse(DSLContext sql, Needs needs) {
    sql.select(WAREHOUSE.CODE)
        .from(WAREHOUSE)
        .orderBy(WAREHOUSE.ID)
        .forEach(row -> needs.warehouse(new WarehouseCode(row.value1())));
  }

  @Override
  public Decision handle(CatalogCommand command, Work work) {
    return switch (command) {
      case CatalogCommand.SaveProduct c -> saveProduct(c, work);
      case CatalogCommand.SaveBarcode c ->
          new SheetDesk(work, Sheet.BARCODES)
              .save(
                  List.of(
                      given(c.barcode()),
                      given(c.sku()),
                      c.pack(),
                      c.units(),
                      c.lot(),
                      c.heightMm()),
                  c.version(),
                  created -> {});
      case CatalogCommand.LearnBarcode c -> learn(c, work);
      case CatalogCommand.RemoveBarcode c -> remove(c, work);
      case CatalogCommand.SaveSupplier c ->
          new SheetDesk(work, Sheet.SUPPLIERS)
              .save(
                  List.of(given(c.supplier()), c.name(), c.leadDays(), c.mail(), c.active()),
                  c.version(),
                  created -> {});
      case CatalogCommand.SaveCustomer c ->
          new SheetDesk(work, Sheet.CUSTOMERS)
              .save(
                  List.of(given(c.customer()), c.name(), c.address(), c.active()),
                  c.version(),
                  created -> {});
      case CatalogCommand.SaveReason c ->
          new SheetDesk(work, Sheet.REASONS)
              .save(
                  List.of(given(c.reason()), c.name(), c.usedFor(), c.active()),
                  c.version(),
                  created -> {});
      case CatalogCommand.SaveKit c -> new KitDesk(work).save(c);
      case CatalogCommand.SaveSetting c -> new SettingDesk(work).save(c);
      case CatalogCommand.TellImport c -> tell(c, work);
    };
  }

  /// The rows stand already; an import that has changed none is not spoken of.
  private static Decision tell(CatalogCommand.TellImport command, Work work) {
    return work.sql()
        .select(IMPORT_FILE.SHEET, IMPORT_FILE.CREATED, IMPORT_FILE.CHANGED)
        .from(IMPORT_FILE)
        .where(IMPORT_FILE.ID.cast(String.class).eq(command.imported().code()))
        .and(IMPORT_FILE.STATE.eq("applied"))
        .fetchOptional()
        .map(
            row ->
                row.value2() + row.value3() == 0
                    ? new Decision.Act(List.of())
                    : SheetDesk.tell(
                        work, Sheet.of(row.value1()).orElseThrow(), command.imported(), "imported"))
        .orElseGet(
            () ->
                new Decision.Refuse(
                    new DocumentRefusal.UnknownDocument(DocumentKind.OTHER, command.imported())));
  }

  private static Decision saveProduct(CatalogCommand.SaveProduct c, Work work) {
    return new SheetDesk(work, Sheet.PRODUCTS)
        .save(
            List.of(
                given(c.sku()),
                c.name(),
                c.unit(),
                c.category(),
                c.unitCost(),
                c.unitGrams(),
                c.unitMl(),
                c.lotTracked(),
                c.serialTracked(),
                c.expiryTracked(),
                c.daysLeftMin(),
                c.countClass(),
                c.handling(),
                c.preferredZone(),
                c.active()),
            c.version(),
            created -> {});
  }

  private static Decision learn(CatalogCommand.LearnBarcode c, Work work) {
    return new SheetDesk(work, Sheet.BARCODES)
        .save(
            List.of(
                given(c.barcode()), given(c.sku()), c.pack(), c.units(), c.lot(), Optional.empty()),
            Optional.empty(),
            created ->
                work.sql()
                    .update(BARCODE)
                    .set(BARCODE.LEARNED_BY, work.author().code())
                    .set(BARCODE.LEARNED_AT, work.at())
                    .where(BARCODE.CODE.eq(Sheet.barcode(c.barcode().code())))
                    .execute());
  }

  private static Decision remove(CatalogCommand.RemoveBarcode c, Work work) {
    String code;
    try {
      code = Sheet.barcode(c.barcode().code());
    } catch (InvalidValue e) {
      return new Decision.Refuse(new Refusal.Malformed(e.code(), String.valueOf(e.getMessage())));
    }
    Long version =
        work.sql()
            .select(BARCODE.VERSION)
            .from(BARCODE)
            .where(BARCODE.CODE.eq(code))
            .forNoKeyUpdate()
            .fetchOne(BARCODE.VERSION);
    if (version == null) {
      return new Decision.Refuse(
          new DocumentRefusal.UnknownDocument(DocumentKind.BARCODE, c.barcode()));
    }
    if (c.version().isPresent() && !c.version().get().equals(version)) {
      return new Decision.Refuse(
          new MasterRefusal.StaleVersion(
              DocumentKind.BARCODE, c.barcode(), version, c.version().get()));
    }
    work.sql().deleteFrom(BARCODE).where(BARCODE.CODE.eq(code)).execute();
    return SheetDesk.tell(work, Sheet.BARCODES, new Reference(code), "removed");
  }

  static Optional<Object> given(Object value) {
    return Optional.of(value);
  }
}
