package dev.stockwright.server.masterdata.sheet;

import dev.stockwright.protocol.DocumentKind;
import dev.stockwright.protocol.DocumentRefusal;
import dev.stockwright.protocol.MasterRefusal;
import dev.stockwright.protocol.Refusal;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What a row does to master data. Pure; the same for a command and for a line of a file.
public final class SheetRules {
  private SheetRules() {}

  /// What a row may name.
  ///
  /// @param products that exist
  /// @param warehouses that exist and are the author's
  public record Known(Set<String> products, Set<String> warehouses) {
    public Known {
      products = Set.copyOf(products);
      warehouses = Set.copyOf(warehouses);
    }
  }

  /// @param there what has the row's key already
  public static Effect decide(Sheet sheet, Row row, Optional<Kept> there, Known known) {
    Optional<Effect> stray = stray(sheet, row, known);
    if (stray.isPresent()) {
      return stray.get();
    }
    return there.isEmpty() ? create(sheet, row) : change(sheet, row, there.get());
  }

  private static Optional<Effect> stray(Sheet sheet, Row row, Known known) {
    for (int i = 0; i < sheet.columns().size(); i++) {
      Column column = sheet.columns().get(i);
      Optional<String> cell = row.cells().get(i);
      if (i < sheet.keys() && cell.isEmpty()) {
        return Optional.of(missing(column));
      }
      if (cell.isPresent()) {
        boolean fine =
            switch (column.refers()) {
              case NOTHING -> true;
              case PRODUCT -> known.products().contains(cell.get());
              case WAREHOUSE -> known.warehouses().contains(cell.get());
            };
        if (!fine) {
          return Optional.of(new Effect.Faulty(column.name(), unknown(column, cell.get())));
        }
      }
    }
    return Optional.empty();
  }

  private static Refusal unknown(Column column, String code) {
    return column.refers() == Column.Refers.PRODUCT
        ? new Refusal.UnknownProduct(new Sku(code))
        : new Refusal.UnknownWarehouse(new WarehouseCode(code));
  }

  private static Effect create(Sheet sheet, Row row) {
    if (row.version().isPresent() && sheet.versioned()) {
      return new Effect.Faulty(
          "version", new DocumentRefusal.UnknownDocument(sheet.kind(), number(sheet, row)));
    }
    List<String> cells = new ArrayList<>();
    for (int i = 0; i < sheet.columns().size(); i++) {
      Column column = sheet.columns().get(i);
      Optional<String> cell = row.cells().get(i).or(column::otherwise);
      if (cell.isEmpty()) {
        return missing(column);
      }
      cells.add(cell.get());
    }
    return new Effect.Create(cells);
  }

  private static Effect missing(Column column) {
    return new Effect.Faulty(
        column.name(),
        new Refusal.Malformed(
            "missing_" + column.name(), column.name().replace('_', ' ') + " is missing; add it"));
  }

  private static Effect change(Sheet sheet, Row row, Kept kept) {
    List<String> cells = new ArrayList<>();
    boolean guarded = false;
    Optional<Effect> frozen = Optional.empty();
    for (int i = 0; i < sheet.columns().size(); i++) {
      String now = kept.cells().get(i);
      String then = row.cells().get(i).orElse(now);
      cells.add(then);
      if (!then.equals(now)) {
        Column column = sheet.columns().get(i);
        guarded |= column.guard() != Column.Guard.NONE;
        frozen = frozen.isPresent() ? frozen : frozen(sheet, row, column, now, then, kept);
      }
    }
    if (cells.equals(kept.cells())) {
      return new Effect.Same();
    }
    Optional<Effect> still = frozen;
    return stale(sheet, row, kept)
        .or(() -> still)
        .orElse(new Effect.Change(cells, kept.version(), guarded));
  }

  private static Optional<Effect> stale(Sheet sheet, Row row, Kept kept) {
    if (!sheet.versioned()) {
      return Optional.empty();
    }
    if (row.version().isPresent()) {
      return row.version().get() == kept.version()
          ? Optional.empty()
          : Optional.of(
              new Effect.Faulty(
                  "version",
                  new MasterRefusal.StaleVersion(
                      sheet.kind(), number(sheet, row), kept.version(), row.version().get())));
    }
    if (!row.strict()) {
      return Optional.empty();
    }
    return Optional.of(
        new Effect.Faulty(
            "version",
            sheet.kind() == DocumentKind.BARCODE
                ? taken(sheet, row, kept)
                : new DocumentRefusal.DocumentExists(sheet.kind(), number(sheet, row))));
  }

  private static Refusal taken(Sheet sheet, Row row, Kept kept) {
    int sku = sheet.at("sku");
    return new MasterRefusal.BarcodeTaken(
        number(sheet, row),
        new Sku(kept.cells().get(sku)),
        Long.parseLong(kept.cells().get(sheet.at("units"))),
        new Sku(row.cells().get(sku).orElse(kept.cells().get(sku))));
  }

  private static Optional<Effect> frozen(
      Sheet sheet, Row row, Column column, String now, String then, Kept kept) {
    String because =
        switch (column.guard()) {
          case NONE, NONE_AT_THE_DESK -> "";
          case ONCE_MOVED -> kept.moved() ? "has moved" : "";
          case WHILE_STOCKED -> kept.units() > 0 ? "is in stock" : "";
          case OFF_WHEN_EMPTY -> kept.moved() ? "is where goods come in" : "";
        };
    if (!because.isEmpty()) {
      return Optional.of(
          new Effect.Faulty(
              column.name(),
              new MasterRefusal.Frozen(
                  sheet.kind(), number(sheet, row), column.name(), now, then, because)));
    }
    return column.guard() == Column.Guard.OFF_WHEN_EMPTY && then.equals("false") && kept.units() > 0
        ? Optional.of(
            new Effect.Faulty(
                column.name(),
                new MasterRefusal.NotEmpty(sheet.kind(), number(sheet, row), kept.units())))
        : Optional.empty();
  }

  /// What a person calls it: the last part of its key.
  public static Reference number(Sheet sheet, Row row) {
    return new Reference(row.cells().get(sheet.keys() - 1).orElse("?"));
  }
}
