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
  /// @param lockReasons that may be given for locking a place
  public record Known(Set<String> products, Set<String> warehouses, Set<String> lockReasons) {
    public Known {
      products = Set.copyOf(products);
      warehouses = Set.copyOf(warehouses);
      lockReasons = Set.copyOf(lockReasons);
    }
  }

  /// @param there what has the row's key already
  public static Effect decide(Sheet sheet, Row row, Optional<Kept> there, Known known) {
    Optional<Effect> stray = stray(sheet, row, there, known);
    if (stray.isPresent()) {
      return stray.get();
    }
    return there.isEmpty() ? create(sheet, row) : change(sheet, row, there.get());
  }

  private static Optional<Effect> stray(Sheet sheet, Row row, Optional<Kept> there, Known known) {
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
              case LOCK_REASON ->
                  cell.get().isEmpty()
                      || known.lockReasons().contains(cell.get())
                      || there.isPresent() && there.get().cells().get(i).equals(cell.get());
            };
        if (!fine) {
          return Optional.of(new Effect.Faulty(column.name(), unknown(column, cell.get(), known)));
        }
      }
    }
    return Optional.empty();
  }

  private static Refusal unknown(Column column, String code, Known known) {
    return switch (column.refers()) {
      case PRODUCT -> new Refusal.UnknownProduct(new Sku(code));
      case LOCK_REASON ->
          new DocumentRefusal.OutOfRange(
              "reason",
              "one of " + String.join(", ", known.lockReasons().stream().sorted().toList()),
              code);
      case WAREHOUSE, NOTHING -> new Refusal.UnknownWarehouse(new WarehouseCode(code));
    };
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
    unlocked(sheet, cells);
    return withoutReason(sheet, cells) ? lockReason() : new Effect.Create(cells);
  }

  /// What is not locked has no reason for it.
  private static void unlocked(Sheet sheet, List<String> cells) {
    if (sheet.at(Sheet.LOCK_REASON) >= 0 && !sheet.locks(cells)) {
      cells.set(sheet.at(Sheet.LOCK_REASON), "");
    }
  }

  private static boolean withoutReason(Sheet sheet, List<String> cells) {
    return sheet.locks(cells) && cells.get(sheet.at(Sheet.LOCK_REASON)).isEmpty();
  }

  private static Effect lockReason() {
    return new Effect.Faulty(
        Sheet.LOCK_REASON,
        new Refusal.Malformed(
            "missing_lock_reason", "lock reason is missing; add why the location is locked"));
  }

  private static Effect missing(Column column) {
    return new Effect.Faulty(
        column.name(),
        new Refusal.Malformed(
            "missing_" + column.name(), column.name().replace('_', ' ') + " is missing; add it"));
  }

  private static Effect change(Sheet sheet, Row row, Kept kept) {
    List<String> cells = new ArrayList<>();
    for (int i = 0; i < sheet.columns().size(); i++) {
      cells.add(row.cells().get(i).orElse(kept.cells().get(i)));
    }
    unlocked(sheet, cells);
    boolean guarded = false;
    Optional<Effect> frozen = Optional.empty();
    for (int i = 0; i < sheet.columns().size(); i++) {
      String now = kept.cells().get(i);
      String then = cells.get(i);
      if (!then.equals(now)) {
        Column column = sheet.columns().get(i);
        guarded |= column.guard() != Column.Guard.NONE;
        frozen = frozen.isPresent() ? frozen : frozen(sheet, row, column, now, then, kept);
      }
    }
    if (cells.equals(kept.cells())) {
      return new Effect.Same();
    }
    if (withoutReason(sheet, cells) && !withoutReason(sheet, kept.cells())) {
      return lockReason();
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
