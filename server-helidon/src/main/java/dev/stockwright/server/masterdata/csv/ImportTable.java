package dev.stockwright.server.masterdata.csv;

import static dev.stockwright.db.tables.Tables.IMPORT_FILE;
import static dev.stockwright.db.tables.Tables.IMPORT_ROW;

import dev.stockwright.server.masterdata.sheet.Row;
import dev.stockwright.server.masterdata.sheet.Sheet;
import dev.stockwright.server.security.Principal;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// The tables of imports, in the caller's transaction.
final class ImportTable {
  private static final String ABSENT = "\u001e";
  private static final String CELL = "\u001f";

  private final DSLContext sql;

  ImportTable(DSLContext sql) {
    this.sql = sql;
  }

  /// A line as it is kept.
  ///
  /// @param code its key; empty when that cannot be read
  /// @param seen the version of what is there
  record Staged(
      int line,
      String code,
      List<Optional<String>> cells,
      String effect,
      @Nullable Long seen,
      @Nullable String field,
      @Nullable String problem,
      @Nullable String sentence) {}

  /// Forgets what nobody applied for a day, and the lines of what was.
  void tidy() {
    sql.execute(
        "DELETE FROM import_row r USING import_file f"
            + " WHERE f.id = r.import_id AND f.made_at < now() - interval '1 day'");
    sql.execute(
        "DELETE FROM import_key k USING import_file f"
            + " WHERE f.id = k.import_id AND f.made_at < now() - interval '1 day'");
    sql.execute(
        "DELETE FROM import_file WHERE made_at < now() - interval '1 day' AND state <> 'applied'");
  }

  void begin(UUID id, Sheet sheet, List<String> columns, Principal by) {
    sql.execute(
        "INSERT INTO import_file (id, sheet, columns, made_at, made_by)"
            + " VALUES (?, ?, ?::text[], now(), ?)",
        id,
        sheet.name(),
        columns.toArray(String[]::new),
        by.operator().code());
  }

  void add(UUID id, List<Staged> rows) {
    int size = rows.size();
    Integer[] lines = new Integer[size];
    String[][] texts = new String[6][size];
    Long[] seen = new Long[size];
    for (int i = 0; i < size; i++) {
      Staged row = rows.get(i);
      lines[i] = row.line();
      texts[0][i] = row.code();
      texts[1][i] =
          String.join(CELL, row.cells().stream().map(cell -> cell.orElse(ABSENT)).toList());
      texts[2][i] = row.effect();
      seen[i] = row.seen();
      texts[3][i] = row.field();
      texts[4][i] = row.problem();
      texts[5][i] = row.sentence();
    }
    sql.execute(
        """
        INSERT INTO import_row
          (import_id, line, code, cells, effect, seen_version, field, problem, sentence)
        SELECT ?::uuid, u.line, u.code, string_to_array(u.cells, chr(31), chr(30)), u.effect,
               u.seen, u.field, u.problem, u.sentence
          FROM unnest(?::int[], ?::text[], ?::text[], ?::text[], ?::bigint[], ?::text[],
                      ?::text[], ?::text[])
            AS u(line, code, cells, effect, seen, field, problem, sentence)""",
        id,
        lines,
        texts[0],
        texts[1],
        texts[2],
        seen,
        texts[3],
        texts[4],
        texts[5]);
  }

  /// Remembers these keys.
  ///
  /// @return those that no earlier line has
  Set<String> firsts(UUID id, List<String> codes) {
    return new HashSet<>(
        sql.fetch(
                "INSERT INTO import_key (import_id, code)"
                    + " SELECT ?::uuid, k.code FROM unnest(?::text[]) AS k(code)"
                    + " ON CONFLICT DO NOTHING RETURNING code",
                id,
                codes.toArray(String[]::new))
            .getValues(0, String.class));
  }

  void previewed(UUID id, int[] counts, boolean guarded) {
    sql.update(IMPORT_FILE)
        .set(IMPORT_FILE.STATE, "previewed")
        .set(IMPORT_FILE.CREATES, counts[0])
        .set(IMPORT_FILE.CHANGES, counts[1])
        .set(IMPORT_FILE.SAMES, counts[2])
        .set(IMPORT_FILE.ERRORS, counts[3])
        .set(IMPORT_FILE.GUARDED, guarded)
        .where(IMPORT_FILE.ID.eq(id))
        .execute();
  }

  void drop(UUID id) {
    sql.deleteFrom(IMPORT_FILE).where(IMPORT_FILE.ID.eq(id)).execute();
  }

  void applied(UUID id, int created, int changed, int skipped, Principal by) {
    sql.update(IMPORT_FILE)
        .set(IMPORT_FILE.STATE, "applied")
        .set(IMPORT_FILE.CREATED, created)
        .set(IMPORT_FILE.CHANGED, changed)
        .set(IMPORT_FILE.SKIPPED, skipped)
        .set(IMPORT_FILE.APPLIED_AT, DSL.field("now()", OffsetDateTime.class))
        .set(IMPORT_FILE.APPLIED_BY, by.operator().code())
        .where(IMPORT_FILE.ID.eq(id))
        .execute();
  }

  /// Something changes that rules or the desk look at.
  boolean guarded(UUID id) {
    return sql.fetchExists(IMPORT_FILE, IMPORT_FILE.ID.eq(id).and(IMPORT_FILE.GUARDED));
  }

  /// @param locked nobody else applies it meanwhile
  Optional<ImportItem> find(UUID id, boolean locked) {
    var found =
        sql.selectFrom(IMPORT_FILE)
            .where(IMPORT_FILE.ID.eq(id))
            .and(IMPORT_FILE.STATE.ne("reading"));
    return (locked ? found.forUpdate() : found)
        .fetchOptional(
            row -> {
              boolean done = row.getState().equals("applied");
              return new ImportItem(
                  id.toString(),
                  row.getSheet(),
                  row.getState(),
                  List.of(row.getColumns()),
                  row.getCreates(),
                  row.getChanges(),
                  row.getSames(),
                  row.getErrors(),
                  row.getMadeAt().toInstant(),
                  row.getMadeBy(),
                  Optional.ofNullable(row.getAppliedAt()).map(OffsetDateTime::toInstant),
                  Optional.ofNullable(row.getAppliedBy()),
                  done ? Optional.of(row.getCreated()) : Optional.empty(),
                  done ? Optional.of(row.getChanged()) : Optional.empty(),
                  done ? Optional.of(row.getSkipped()) : Optional.empty());
            });
  }

  /// Lines after this one, with this effect or any.
  List<ImportItem.Line> lines(UUID id, Optional<String> effect, int after, int most) {
    Condition wanted = effect.map(IMPORT_ROW.EFFECT::eq).orElse(DSL.noCondition());
    return sql.select(
            IMPORT_ROW.LINE,
            IMPORT_ROW.CODE,
            IMPORT_ROW.EFFECT,
            IMPORT_ROW.FIELD,
            IMPORT_ROW.PROBLEM,
            IMPORT_ROW.SENTENCE)
        .from(IMPORT_ROW)
        .where(IMPORT_ROW.IMPORT_ID.eq(id))
        .and(IMPORT_ROW.LINE.gt(after))
        .and(wanted)
        .orderBy(IMPORT_ROW.LINE)
        .limit(most)
        .fetch(
            row ->
                new ImportItem.Line(
                    row.value1(),
                    row.value2().replace(CELL, " "),
                    row.value3(),
                    Optional.ofNullable(row.value4()),
                    Optional.ofNullable(row.value5()),
                    Optional.ofNullable(row.value6())));
  }

  /// A line as it was looked at.
  record Waiting(int line, Row row, String effect) {
    boolean does() {
      return effect.equals("create") || effect.equals("change");
    }

    boolean creates() {
      return effect.equals("create");
    }
  }

  /// The next lines, whatever they do.
  List<Waiting> waiting(UUID id, int after, int most) {
    return sql.select(IMPORT_ROW.LINE, IMPORT_ROW.CELLS, IMPORT_ROW.EFFECT, IMPORT_ROW.SEEN_VERSION)
        .from(IMPORT_ROW)
        .where(IMPORT_ROW.IMPORT_ID.eq(id))
        .and(IMPORT_ROW.LINE.gt(after))
        .orderBy(IMPORT_ROW.LINE)
        .limit(most)
        .fetch(
            row -> {
              List<Optional<String>> cells = new ArrayList<>();
              for (String cell : row.value2()) {
                cells.add(Optional.ofNullable(cell));
              }
              return new Waiting(
                  row.value1(),
                  new Row(cells, Optional.ofNullable(row.value4()), false),
                  row.value3());
            });
  }
}
