package dev.stockwright.server.counting;

import static dev.stockwright.db.tables.Tables.RECONCILIATION;

import dev.stockwright.protocol.DocumentKind;
import dev.stockwright.protocol.DocumentRefusal;
import dev.stockwright.server.alerts.AlertBook;
import dev.stockwright.server.alerts.NewAlert;
import dev.stockwright.server.stock.Decision;
import dev.stockwright.server.stock.Step;
import dev.stockwright.server.watching.AlertKind;
import dev.stockwright.server.work.Work;
import dev.stockwright.vocabulary.ReasonCode;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jooq.Record;

/// Brings what was counted into the books, a part at a time: each part is one transaction that
/// takes a moment, and other commands of the warehouse are done between two parts.
final class NightClerk {
  /// Lines of one part.
  private static final int PART = 500;

  private static final ReasonCode COUNTED = new ReasonCode("count");

  private final Work work;
  private final WarehouseCode warehouse;
  private final int warehouseId;
  private final LineBook lines;
  private final Map<String, String> settings;
  private final Map<String, Tolerance> tolerances = new HashMap<>();

  NightClerk(Work work, WarehouseCode warehouse) {
    this.work = work;
    this.warehouse = warehouse;
    this.warehouseId = work.warehouseId(warehouse);
    this.lines = new LineBook(work);
    this.settings = work.settings(warehouse, "counting.");
  }

  /// The next part of a day.
  Decision part(LocalDate day) {
    LocalTime at =
        Optional.ofNullable(settings.get("counting.reconcile_at"))
            .map(LocalTime::parse)
            .orElse(NightTime.USUAL);
    Instant limit = NightTime.of(day, at, work.zone(warehouse));
    if (limit.isAfter(work.now())) {
      return new Decision.Refuse(
          new DocumentRefusal.OutOfRange(
              "day",
              "up to " + NightTime.lastDue(work.now(), at, work.zone(warehouse)),
              day.toString()));
    }
    Record run = run(day, limit);
    return run.get(RECONCILIATION.STATE).equals("completed")
        ? new Decision.Act(List.of(note(day, "completed", "was done before")))
        : part(day, run);
  }

  private Record run(LocalDate day, Instant limit) {
    work.sql()
        .insertInto(RECONCILIATION)
        .set(RECONCILIATION.WAREHOUSE_ID, warehouseId)
        .set(RECONCILIATION.DAY, day)
        .set(RECONCILIATION.TAKEN_BEFORE, limit.atOffset(java.time.ZoneOffset.UTC))
        .set(RECONCILIATION.STARTED_AT, work.at())
        .onConflictDoNothing()
        .execute();
    return work.sql()
        .selectFrom(RECONCILIATION)
        .where(RECONCILIATION.WAREHOUSE_ID.eq(warehouseId))
        .and(RECONCILIATION.DAY.eq(day))
        .fetchSingle();
  }

  private Decision part(LocalDate day, Record run) {
    int size = Math.toIntExact(setting("counting.reconcile_part", PART));
    Instant limit = run.get(RECONCILIATION.TAKEN_BEFORE).toInstant();
    List<LineBook.Kept> next =
        lines.undecided(
            warehouseId,
            limit,
            run.get(RECONCILIATION.LAST_COUNT),
            run.get(RECONCILIATION.LAST_LINE),
            size);
    Booking booking = new Booking(work, warehouse);
    List<LineBook.Outcome> outcomes = next.isEmpty() ? List.of() : outcomes(next, booking);
    if (!outcomes.isEmpty()) {
      lines.decide(outcomes);
    }
    List<Step> steps = new ArrayList<>(booking.steps());
    long upTo = next.size() < size ? Long.MAX_VALUE : next.getLast().countId();
    List<Step> counts = endCounts(limit, upTo, size);
    steps.addAll(counts);
    boolean over = next.size() < size && counts.size() < size;
    progress(day, outcomes, over);
    steps.add(note(day, over ? "completed" : "running", next.size() + " lines"));
    return new Decision.Act(steps);
  }

  private List<LineBook.Outcome> outcomes(List<LineBook.Kept> next, Booking booking) {
    Map<LineBook.Kept, Long> late =
        lines.late(warehouseId, next.stream().filter(NightClerk::doubtful).toList());
    work.stock()
        .bring(
            warehouse,
            next.stream()
                .filter(line -> line.variance(0) != 0)
                .flatMap(line -> line.sku().stream())
                .distinct()
                .toList());
    work.stock()
        .documents()
        .look(
            warehouse,
            next.stream()
                .filter(line -> line.variance(0) < 0)
                .flatMap(line -> line.sku().stream())
                .distinct()
                .toList());
    List<LineBook.Outcome> outcomes = new ArrayList<>(next.size());
    for (LineBook.Kept line : next) {
      outcomes.add(outcome(line, late.getOrDefault(line, 0L), booking));
    }
    return outcomes;
  }

  /// Does it matter for this line what moved late?
  private static boolean doubtful(LineBook.Kept line) {
    return line.variance(0) != 0 || line.cause() != Cause.NONE;
  }

  private LineBook.Outcome outcome(LineBook.Kept line, long late, Booking booking) {
    if (line.cause() == Cause.NONE && (line.variance(0) == 0 || line.variance(late) == 0)) {
      long explained = line.variance(0) == 0 ? 0 : late;
      return new LineBook.Outcome(line, "matched", Cause.NONE, "", explained, 0);
    }
    Cause cause = line.cause() == Cause.NONE && late != 0 ? Cause.MOVED_LATE : line.cause();
    long variance = line.variance(0);
    Tolerance tolerance = tolerance(line.countClass());
    if (cause == Cause.NONE && !tolerance.covers(variance, line.expected(), line.unitCost())) {
      cause = Cause.OVER_LIMIT;
    }
    if (cause == Cause.NONE) {
      Sku sku = line.sku().orElseThrow();
      switch (booking.book(line, sku, variance, COUNTED, false)) {
        case PostingRules.Plan.Post _ -> {
          return new LineBook.Outcome(line, "adjusted", cause, COUNTED.code(), 0, variance);
        }
        case PostingRules.Plan.Stuck(var stuck) -> cause = stuck;
      }
    }
    return new LineBook.Outcome(line, "review", cause, "", late, 0);
  }

  /// What is set for a class, or for all.
  private Tolerance tolerance(String countClass) {
    return tolerances.computeIfAbsent(
        countClass,
        any ->
            new Tolerance(
                limit("percent", countClass, Tolerance.PERCENT),
                limit("units", countClass, Long.MAX_VALUE),
                limit("value", countClass, Long.MAX_VALUE),
                limit("free_units", countClass, 0)));
  }

  private long limit(String name, String countClass, long otherwise) {
    String all = "counting.adjust_" + name;
    return setting(all + "." + countClass.toLowerCase(Locale.ROOT), setting(all, otherwise));
  }

  private long setting(String name, long otherwise) {
    String value = settings.get(name);
    return value == null ? otherwise : Long.parseLong(value);
  }

  /// Counts up to this one of which every line is decided are over; where a line needs a person, an
  /// alert says so.
  private List<Step> endCounts(Instant limit, long upTo, int most) {
    List<Step> steps = new ArrayList<>();
    work.sql()
        .fetch(
            """
            WITH done AS (
              SELECT s.id,
                     EXISTS (SELECT FROM count_line l
                              WHERE l.warehouse_id = s.warehouse_id AND l.count_id = s.id
                                AND l.state = 'review') AS review
                FROM stock_count s
               WHERE s.warehouse_id = ? AND s.state = 'counted' AND s.finished_at < ?::timestamptz
                 AND s.id <= ?
                 AND NOT EXISTS (SELECT FROM count_line l
                                  WHERE l.warehouse_id = s.warehouse_id AND l.count_id = s.id
                                    AND l.state = 'open')
               ORDER BY s.id LIMIT ?)
            UPDATE stock_count s
               SET state = CASE WHEN d.review THEN 'review' ELSE 'completed' END,
                   ended_at = CASE WHEN d.review THEN NULL ELSE ?::timestamptz END
              FROM done d WHERE s.id = d.id
            RETURNING s.number, s.state""",
            warehouseId,
            limit.toString(),
            upTo,
            most,
            work.now().toString())
        .forEach(
            row -> {
              Reference number = new Reference(row.get(0, String.class));
              String state = row.get(1, String.class);
              steps.add(Work.note(warehouse, DocumentKind.COUNT, number, state));
              if (state.equals("review")) {
                new AlertBook(work)
                    .raise(
                        NewAlert.of(
                            warehouse,
                            AlertKind.REVIEW,
                            DocumentKind.COUNT,
                            number.code(),
                            "Count " + number + " found more than may be booked by itself."))
                    .ifPresent(steps::add);
              }
            });
    return steps;
  }

  private void progress(LocalDate day, List<LineBook.Outcome> outcomes, boolean over) {
    Totals totals = new Totals();
    outcomes.forEach(totals::add);
    Optional<LineBook.Kept> last =
        outcomes.isEmpty() ? Optional.empty() : Optional.of(outcomes.getLast().line());
    var update =
        work.sql()
            .update(RECONCILIATION)
            .set(RECONCILIATION.STATE, over ? "completed" : "running")
            .set(RECONCILIATION.ENDED_AT, over ? work.at() : null)
            .set(RECONCILIATION.LINES, RECONCILIATION.LINES.plus(outcomes.size()))
            .set(RECONCILIATION.MATCHED, RECONCILIATION.MATCHED.plus(totals.matched))
            .set(RECONCILIATION.ADJUSTED, RECONCILIATION.ADJUSTED.plus(totals.adjusted))
            .set(RECONCILIATION.REVIEWED, RECONCILIATION.REVIEWED.plus(totals.reviewed))
            .set(RECONCILIATION.UNITS_FOUND, RECONCILIATION.UNITS_FOUND.plus(totals.found))
            .set(RECONCILIATION.UNITS_LOST, RECONCILIATION.UNITS_LOST.plus(totals.lost))
            .set(RECONCILIATION.VALUE_FOUND, RECONCILIATION.VALUE_FOUND.plus(totals.valueFound))
            .set(RECONCILIATION.VALUE_LOST, RECONCILIATION.VALUE_LOST.plus(totals.valueLost));
    if (last.isPresent()) {
      update =
          update
              .set(RECONCILIATION.LAST_COUNT, last.get().countId())
              .set(RECONCILIATION.LAST_LINE, last.get().line());
    }
    update
        .where(RECONCILIATION.WAREHOUSE_ID.eq(warehouseId))
        .and(RECONCILIATION.DAY.eq(day))
        .execute();
  }

  /// The sums of a part.
  private static final class Totals {
    private long matched;
    private long adjusted;
    private long reviewed;
    private long found;
    private long lost;
    private long valueFound;
    private long valueLost;

    void add(LineBook.Outcome outcome) {
      switch (outcome.state()) {
        case "matched" -> matched++;
        case "adjusted" -> adjusted++;
        default -> reviewed++;
      }
      long value = Tolerance.value(Math.abs(outcome.posted()), outcome.line().unitCost());
      found += Math.max(0, outcome.posted());
      lost += Math.max(0, -outcome.posted());
      valueFound += outcome.posted() > 0 ? value : 0;
      valueLost += outcome.posted() < 0 ? value : 0;
    }
  }

  private Step note(LocalDate day, String state, String detail) {
    return Work.note(
        warehouse, DocumentKind.RECONCILIATION, new Reference(day.toString()), state, detail);
  }
}
