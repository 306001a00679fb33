package dev.stockwright.server.masterdata.csv;

import dev.stockwright.db.Database;
import dev.stockwright.protocol.Refusal;
import dev.stockwright.protocol.Sentences;
import dev.stockwright.protocol.Wire;
import dev.stockwright.server.masterdata.csv.ImportTable.Staged;
import dev.stockwright.server.masterdata.csv.ImportTable.Waiting;
import dev.stockwright.server.masterdata.sheet.Effect;
import dev.stockwright.server.masterdata.sheet.Kept;
import dev.stockwright.server.masterdata.sheet.Row;
import dev.stockwright.server.masterdata.sheet.Sheet;
import dev.stockwright.server.masterdata.sheet.SheetRules;
import dev.stockwright.server.masterdata.sheet.SheetTable;
import dev.stockwright.server.security.Principal;
import dev.stockwright.vocabulary.InvalidValue;
import dev.stockwright.vocabulary.WarehouseCode;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;

/// Brings in files of master data in two steps: looking at every line, which changes nothing, and
/// applying what was looked at, all of it or nothing. Holds some thousand lines at a time, however
/// large the file is. Thread-safe.
public final class Imports {
  /// Lines that are judged and written together.
  private static final int ROWS = 2_000;

  private static final int SHOWN_MAX = 200;

  private final Database database;

  public Imports(Database database) {
    this.database = database;
  }

  /// Looks at a file: what each of its lines would do.
  ///
  /// @throws InvalidValue when it is no such file
  public ImportItem preview(Sheet sheet, InputStream in, Principal by) {
    CsvFile file = new CsvFile(sheet, in);
    UUID id = UUID.randomUUID();
    change(
        sql -> {
          ImportTable table = new ImportTable(sql);
          table.tidy();
          table.begin(id, sheet, file.columns(), by);
        });
    Look look = new Look(sheet, id, by);
    try {
      file.read(look::add);
      look.flush();
      change(sql -> new ImportTable(sql).previewed(id, look.counts, look.guarded));
    } catch (RuntimeException e) {
      change(sql -> new ImportTable(sql).drop(id));
      throw e;
    }
    return find(id);
  }

  /// @throws ImportRefused when there is none
  public ImportItem find(UUID id) {
    return new ImportTable(database.reading())
        .find(id, false)
        .orElseThrow(() -> ImportRefused.unknown(id.toString()));
  }

  /// Its lines after this one.
  public List<ImportItem.Line> lines(UUID id, Optional<String> effect, int after, int most) {
    return new ImportTable(database.reading()).lines(id, effect, after, most);
  }

  /// Applies what was looked at. Asked again, it only says again what it did.
  ///
  /// @param goodOnly leave out lines that cannot be, instead of applying nothing
  /// @throws ImportRefused when a line cannot be, or something has changed since it was looked at
  public ImportItem apply(UUID id, boolean goodOnly, Principal by) {
    return database
        .changing()
        .transactionResult(
            tx -> {
              ImportTable table = new ImportTable(tx.dsl());
              ImportItem item =
                  table.find(id, true).orElseThrow(() -> ImportRefused.unknown(id.toString()));
              if (item.state().equals("applied")) {
                return item;
              }
              if (item.errors() > 0 && !goodOnly) {
                throw ImportRefused.conflict(
                    "import_has_errors",
                    item.errors()
                        + " lines cannot be applied. Correct them and send the file again, or"
                        + " apply the good lines only.");
              }
              Sheet sheet = Sheet.of(item.sheet()).orElseThrow();
              if (table.guarded(id)) {
                lockWarehouses(tx.dsl());
              }
              int[] done = new Applying(tx.dsl(), sheet, by, goodOnly).all(id);
              table.applied(id, done[0], done[1], item.errors() + done[2], by);
              return table.find(id, false).orElseThrow();
            });
  }

  /// Nobody works by the old while it becomes the new.
  private static void lockWarehouses(DSLContext sql) {
    sql.fetch("SELECT 1 FROM warehouse_counter ORDER BY warehouse_id FOR NO KEY UPDATE");
  }

  private interface Doing {
    void with(DSLContext sql);
  }

  private void change(Doing doing) {
    database.changing().transaction(tx -> doing.with(tx.dsl()));
  }

  private static Set<String> warehouses(Principal by) {
    return by.warehouses().stream().map(WarehouseCode::code).collect(Collectors.toSet());
  }

  /// The stable name of a refusal.
  private static String code(Refusal why) {
    if (why instanceof Refusal.Malformed malformed) {
      return malformed.field();
    }
    String json = Wire.jsonb().type(Refusal.class).toJson(why);
    return json.substring("{\"code\":\"".length(), json.indexOf('"', "{\"code\":\"".length()));
  }

  /// Looks at lines, some thousand at a time.
  private final class Look {
    private final Sheet sheet;
    private final UUID id;
    private final Set<String> warehouses;
    private final List<CsvFile.Line> waiting = new ArrayList<>(ROWS);
    final int[] counts = new int[4];
    boolean guarded;

    Look(Sheet sheet, UUID id, Principal by) {
      this.sheet = sheet;
      this.id = id;
      this.warehouses = warehouses(by);
    }

    void add(CsvFile.Line line) {
      waiting.add(line);
      if (waiting.size() == ROWS) {
        flush();
      }
    }

    void flush() {
      if (!waiting.isEmpty()) {
        change(
            sql -> {
              List<Staged> staged = judge(sql);
              new ImportTable(sql).add(id, staged);
            });
        waiting.clear();
      }
    }

    private List<Staged> judge(DSLContext sql) {
      Map<Integer, Row> rows = new HashMap<>();
      Map<Integer, InvalidValue> bad = new HashMap<>();
      for (CsvFile.Line line : waiting) {
        try {
          rows.put(line.number(), row(line));
        } catch (InvalidValue e) {
          bad.put(line.number(), e);
        }
      }
      SheetTable table = new SheetTable(sql, sheet);
      Collection<Row> all = rows.values();
      Map<String, Kept> there = all.isEmpty() ? Map.of() : table.there(all, false);
      SheetRules.Known known = table.known(all, warehouses);
      Set<String> firsts =
          new ImportTable(sql).firsts(id, all.stream().map(row -> row.code(sheet)).toList());
      List<Staged> staged = new ArrayList<>(waiting.size());
      for (CsvFile.Line line : waiting) {
        Row row = rows.get(line.number());
        InvalidValue why = bad.get(line.number());
        if (row == null || why != null) {
          staged.add(unreadable(line, Objects.requireNonNull(why)));
        } else if (!firsts.remove(row.code(sheet))) {
          staged.add(twice(line, row));
        } else {
          Optional<Kept> kept = Optional.ofNullable(there.get(row.code(sheet)));
          staged.add(staged(line.number(), row, SheetRules.decide(sheet, row, kept, known), kept));
        }
      }
      return staged;
    }

    private Row row(CsvFile.Line line) {
      if (line.problem().isPresent()) {
        throw line.problem().get();
      }
      Optional<Long> version = line.version().map(Imports::version);
      return Row.of(sheet, line.cells(), version, false);
    }

    private Staged staged(int line, Row row, Effect effect, Optional<Kept> kept) {
      String code = row.code(sheet);
      return switch (effect) {
        case Effect.Create(List<String> cells) -> {
          counts[0]++;
          guarded |= sheet.guardsNew(cells);
          yield new Staged(line, code, row.cells(), "create", null, null, null, null);
        }
        case Effect.Change change -> {
          counts[1]++;
          guarded |= change.guarded();
          List<String> now = kept.orElseThrow().cells();
          List<String> fields = new ArrayList<>();
          List<String> words = new ArrayList<>();
          for (int i = 0; i < now.size(); i++) {
            if (!now.get(i).equals(change.cells().get(i))) {
              fields.add(sheet.header().get(i));
              words.add(sheet.header().get(i) + ": " + now.get(i) + " -> " + change.cells().get(i));
            }
          }
          yield new Staged(
              line,
              code,
              row.cells(),
              "change",
              change.version(),
              String.join(",", fields),
              null,
              String.join("; ", words));
        }
        case Effect.Same _ -> {
          counts[2]++;
          yield new Staged(line, code, row.cells(), "same", null, null, null, null);
        }
        case Effect.Faulty(String field, Refusal why) -> {
          counts[3]++;
          yield new Staged(
              line, code, row.cells(), "error", null, field, code(why), Sentences.of(why));
        }
      };
    }

    private Staged twice(CsvFile.Line line, Row row) {
      counts[3]++;
      return new Staged(
          line.number(),
          row.code(sheet),
          row.cells(),
          "error",
          null,
          sheet.header().get(sheet.keys() - 1),
          "double_line",
          "An earlier line is about the same. Keep one of them.");
    }

    private Staged unreadable(CsvFile.Line line, InvalidValue why) {
      counts[3]++;
      String code = why.code();
      String field =
          code.startsWith("invalid_") && sheet.header().contains(code.substring(8))
              ? code.substring(8)
              : code.equals("invalid_version") ? "version" : "";
      List<Optional<String>> shown =
          line.cells().stream().map(cell -> cell.map(Imports::shown)).toList();
      String sentence = Sentences.of(new Refusal.Malformed(code, String.valueOf(why.getMessage())));
      return new Staged(
          line.number(), "", shown, "error", null, field.isEmpty() ? null : field, code, sentence);
    }
  }

  private static long version(String text) {
    if (text.matches("[0-9]{1,18}")) {
      return Long.parseLong(text);
    }
    throw new InvalidValue(
        "invalid_version", "version \"" + shown(text) + "\" is no version; leave the cell empty");
  }

  private static String shown(String cell) {
    String printable = cell.replaceAll("[\\p{Cntrl}\\p{Cs}]", "?");
    return printable.length() > SHOWN_MAX ? printable.substring(0, SHOWN_MAX) : printable;
  }

  /// Applies lines in one transaction.
  private static final class Applying {
    private final Sheet sheet;
    private final boolean goodOnly;
    private final Set<String> warehouses;
    private final ImportTable table;
    private final SheetTable rows;
    private final int[] done = new int[3];

    Applying(DSLContext sql, Sheet sheet, Principal by, boolean goodOnly) {
      this.sheet = sheet;
      this.goodOnly = goodOnly;
      this.warehouses = warehouses(by);
      this.table = new ImportTable(sql);
      this.rows = new SheetTable(sql, sheet);
    }

    /// @return how many were created, changed, skipped
    int[] all(UUID id) {
      int after = 0;
      while (true) {
        List<Waiting> part = table.waiting(id, after, ROWS);
        if (part.isEmpty()) {
          return done;
        }
        apply(part.stream().filter(Waiting::does).toList());
        after = part.getLast().line();
      }
    }

    private void apply(List<Waiting> part) {
      if (part.isEmpty()) {
        return;
      }
      List<Row> wanted = part.stream().map(Waiting::row).toList();
      Map<String, Kept> there = rows.there(wanted, true);
      SheetRules.Known known = rows.known(wanted, warehouses);
      List<Effect.Create> creates = new ArrayList<>();
      List<Effect.Change> changes = new ArrayList<>();
      for (Waiting line : part) {
        Optional<Kept> kept = Optional.ofNullable(there.get(line.row().code(sheet)));
        switch (SheetRules.decide(sheet, line.row(), kept, known)) {
          case Effect.Create create -> creates.add(create);
          case Effect.Change change -> {
            if (line.creates()) {
              outdated(line.line(), "Somebody else made it meanwhile.");
            } else {
              changes.add(change);
            }
          }
          case Effect.Same _ -> {
            // somebody else did the same
          }
          case Effect.Faulty(_, Refusal why) -> outdated(line.line(), Sentences.of(why));
        }
      }
      int created = rows.create(creates);
      int changed = rows.change(changes);
      if (created < creates.size() || changed < changes.size()) {
        outdated(part.getFirst().line(), "Somebody else made or changed one of the next lines.");
      }
      done[0] += created;
      done[1] += changed;
    }

    private void outdated(int line, String why) {
      if (!goodOnly) {
        throw ImportRefused.conflict(
            "import_outdated",
            "Line " + line + " cannot be applied any more. " + why + " Send the file again.");
      }
      done[2]++;
    }
  }
}
