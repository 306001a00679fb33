package dev.stockwright.server.masterdata;

import dev.stockwright.protocol.DocumentRefusal;
import dev.stockwright.protocol.Refusal;
import dev.stockwright.server.masterdata.sheet.Effect;
import dev.stockwright.server.masterdata.sheet.Kept;
import dev.stockwright.server.masterdata.sheet.Row;
import dev.stockwright.server.masterdata.sheet.Sheet;
import dev.stockwright.server.masterdata.sheet.SheetRules;
import dev.stockwright.server.masterdata.sheet.SheetTable;
import dev.stockwright.server.stock.Decision;
import dev.stockwright.server.stock.Step;
import dev.stockwright.server.work.Work;
import dev.stockwright.vocabulary.InvalidValue;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.WarehouseCode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Saves one row of a sheet for a command.
final class SheetDesk {
  private final Work work;
  private final Sheet sheet;

  SheetDesk(Work work, Sheet sheet) {
    this.work = work;
    this.sheet = sheet;
  }

  /// What else is done when the row is written.
  interface Also {
    /// @param created it is new
    void written(boolean created);
  }

  /// @param texts by the sheet's columns; absent stays as it is
  Decision save(List<Optional<?>> texts, Optional<Long> version, Also also) {
    Row row;
    try {
      row = Row.of(sheet, texts.stream().map(SheetDesk::text).toList(), version, true);
    } catch (InvalidValue e) {
      return new Decision.Refuse(new Refusal.Malformed(e.code(), String.valueOf(e.getMessage())));
    }
    SheetTable table = new SheetTable(work.sql(), sheet);
    Optional<Kept> there =
        Optional.ofNullable(table.there(List.of(row), true).get(row.code(sheet)));
    Reference number = SheetRules.number(sheet, row);
    return switch (SheetRules.decide(
        sheet,
        row,
        there,
        table.known(
            List.of(row),
            work.stock().locked().stream().map(WarehouseCode::code).collect(Collectors.toSet())))) {
      case Effect.Faulty(_, Refusal why) -> new Decision.Refuse(why);
      case Effect.Same _ -> new Decision.Act(List.of());
      case Effect.Create create -> {
        if (table.create(List.of(create)) == 0) { // somebody else was quicker
          yield new Decision.Refuse(new DocumentRefusal.DocumentExists(sheet.kind(), number));
        }
        also.written(true);
        yield tell(number, "created");
      }
      case Effect.Change change -> {
        if (table.change(List.of(change)) != 1) {
          throw new IllegalStateException(sheet.name() + " " + number + " was locked and is gone");
        }
        also.written(false);
        yield tell(number, "changed");
      }
    };
  }

  Decision tell(Reference number, String state) {
    return tell(work, sheet, number, state);
  }

  /// Tells every warehouse that is locked.
  static Decision tell(Work work, Sheet sheet, Reference number, String state) {
    return new Decision.Act(
        work.stock().locked().stream()
            .sorted(Comparator.comparing(WarehouseCode::code))
            .<Step>map(warehouse -> Work.note(warehouse, sheet.kind(), number, state))
            .toList());
  }

  private static Optional<String> text(Optional<?> value) {
    return value.map(Object::toString);
  }
}
