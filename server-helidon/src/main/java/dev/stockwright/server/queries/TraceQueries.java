package dev.stockwright.server.queries;

import dev.stockwright.db.Database;
import dev.stockwright.vocabulary.Sku;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;

/// Where a lot, a serial number or a handling unit came from, where it is, and where it went.
@SuppressWarnings("InlineFormatString") // statements read better apart from what asks them
public final class TraceQueries {
  /// As many sources, places and receivers are named at most.
  private static final int PARTIES_MAX = 500;

  private static final String OF_LOT = "m.lot = ? AND m.lot <> ''";
  private static final String OF_UNIT = "m.handling_unit = ? AND m.handling_unit <> ''";

  private static final String STEPS =
      """
      SELECT w.code AS warehouse, m.n, m.recorded_at, m.occurred_at, p.sku, m.lot, m.handling_unit,
             f.code AS from_place, t.code AS to_place, m.quantity, m.condition, m.reason,
             m.reference, m.author, m.device, m.warehouse_id
        FROM movement m
        JOIN warehouse w ON w.id = m.warehouse_id
        JOIN product p ON p.id = m.product_id
        JOIN location f ON f.id = m.from_location_id
        JOIN location t ON t.id = m.to_location_id
       WHERE %s AND w.code = ANY (?) AND (? = '' OR p.sku = ?)
         AND (m.recorded_at, m.warehouse_id, m.n) > (?::timestamptz, ?, ?)
       ORDER BY m.recorded_at, m.warehouse_id, m.n LIMIT ?""";

  private static final String PARTIES =
      """
      SELECT w.code, p.sku, v.code AS place, m.reason, coalesce(m.reference, ''),
             sum(m.quantity)::bigint, min(m.recorded_at), max(m.recorded_at)
        FROM movement m
        JOIN warehouse w ON w.id = m.warehouse_id
        JOIN product p ON p.id = m.product_id
        JOIN location v ON v.id = m.%2$s_location_id
       WHERE %1$s AND w.code = ANY (?) AND (? = '' OR p.sku = ?)
         AND m.%2$s_location_id < 101 AND m.%3$s_location_id >= 101
       GROUP BY w.code, p.sku, v.code, m.reason, m.reference
       ORDER BY min(m.recorded_at), w.code, p.sku LIMIT %4$d""";

  private static final String HERE =
      """
      SELECT w.code, p.sku, l.code AS place, b.lot, b.handling_unit, b.condition, b.on_hand
        FROM balance b
        JOIN warehouse w ON w.id = b.warehouse_id
        JOIN product p ON p.id = b.product_id
        JOIN location l ON l.id = b.location_id
       WHERE %s AND w.code = ANY (?) AND (? = '' OR p.sku = ?) AND b.on_hand > 0
       ORDER BY w.code, p.sku, l.code LIMIT %d""";

  private final Database database;

  public TraceQueries(Database database) {
    this.database = database;
  }

  /// What is traced.
  ///
  /// @param unit whether the code is a handling unit's; else a lot's or a serial number's
  /// @param sku of the product; two products may have lots of the same code
  public record Subject(boolean unit, String code, Optional<Sku> sku) {
    String condition(String table) {
      return (unit ? OF_UNIT : OF_LOT).replace("m.", table + ".");
    }

    String product() {
      return sku.map(Sku::code).orElse("");
    }
  }

  /// A movement of it.
  public record TraceStep(
      String warehouse,
      long n,
      Instant at,
      Optional<Instant> occurredAt,
      String sku,
      Optional<String> lot,
      Optional<String> handlingUnit,
      String from,
      String to,
      long quantity,
      String condition,
      String reason,
      Optional<String> reference,
      String by,
      String device) {}

  /// Whom it came from or went to: a virtual place, and the document of it.
  ///
  /// @param reference such as the order
  public record Party(
      String warehouse,
      String sku,
      String place,
      String reason,
      Optional<String> reference,
      long quantity,
      Instant first,
      Instant last) {}

  /// Where some of it is.
  public record Spot(
      String warehouse,
      String sku,
      String location,
      Optional<String> lot,
      Optional<String> handlingUnit,
      String condition,
      long quantity) {}

  /// All of it in short.
  public record Trace(List<Party> cameFrom, List<Spot> isAt, List<Party> wentTo) {
    public Trace {
      cameFrom = List.copyOf(cameFrom);
      isAt = List.copyOf(isAt);
      wentTo = List.copyOf(wentTo);
    }
  }

  /// Its movements in the warehouses of `scope`, oldest first.
  public Page<TraceStep> steps(Scope scope, Subject subject, int limit, Optional<String> after) {
    List<String> from =
        after
            .map(cursor -> Cursor.parts("trace", 3, cursor))
            .orElse(List.of("1970-01-01T00:00:00Z", "0", "0"));
    OffsetDateTime at;
    long warehouse;
    long n;
    try {
      at = OffsetDateTime.parse(from.get(0));
      warehouse = Long.parseLong(from.get(1));
      n = Long.parseLong(from.get(2));
    } catch (RuntimeException e) {
      throw Cursor.unknown();
    }
    List<Record> rows =
        Bounded.ask(
            database,
            dsl ->
                List.copyOf(
                    dsl.fetch(
                        STEPS.formatted(subject.condition("m")),
                        subject.code(),
                        scope.codes(),
                        subject.product(),
                        subject.product(),
                        at,
                        warehouse,
                        n,
                        limit + 1)));
    Page<Record> page =
        Page.cut(
            rows,
            limit,
            last ->
                Cursor.of(
                    "trace",
                    last.get("recorded_at", OffsetDateTime.class).toString(),
                    last.get("warehouse_id", String.class),
                    last.get("n", String.class)));
    return new Page<>(page.items().stream().map(TraceQueries::step).toList(), page.next());
  }

  /// Where it came from, where it is and where it went, as far as `scope` reaches.
  public Trace trace(Scope scope, Subject subject) {
    return Bounded.ask(
        database,
        dsl ->
            new Trace(
                parties(dsl, scope, subject, "from", "to"),
                dsl.fetch(
                        HERE.formatted(subject.condition("b"), PARTIES_MAX),
                        subject.code(),
                        scope.codes(),
                        subject.product(),
                        subject.product())
                    .map(TraceQueries::spot),
                parties(dsl, scope, subject, "to", "from")));
  }

  private static List<Party> parties(
      DSLContext dsl, Scope scope, Subject subject, String outside, String inside) {
    return dsl.fetch(
            PARTIES.formatted(subject.condition("m"), outside, inside, PARTIES_MAX),
            subject.code(),
            scope.codes(),
            subject.product(),
            subject.product())
        .map(
            row ->
                new Party(
                    row.get(0, String.class),
                    row.get(1, String.class),
                    row.get(2, String.class),
                    row.get(3, String.class),
                    given(row.get(4, String.class)),
                    row.get(5, long.class),
                    row.get(6, OffsetDateTime.class).toInstant(),
                    row.get(7, OffsetDateTime.class).toInstant()));
  }

  private static Spot spot(Record row) {
    return new Spot(
        row.get(0, String.class),
        row.get(1, String.class),
        row.get(2, String.class),
        given(row.get(3, String.class)),
        given(row.get(4, String.class)),
        row.get(5, String.class),
        row.get(6, long.class));
  }

  private static TraceStep step(Record row) {
    return new TraceStep(
        row.get("warehouse", String.class),
        row.get("n", long.class),
        row.get("recorded_at", OffsetDateTime.class).toInstant(),
        Optional.ofNullable(row.get("occurred_at", OffsetDateTime.class))
            .map(OffsetDateTime::toInstant),
        row.get("sku", String.class),
        given(row.get("lot", String.class)),
        given(row.get("handling_unit", String.class)),
        row.get("from_place", String.class),
        row.get("to_place", String.class),
        row.get("quantity", long.class),
        row.get("condition", String.class),
        row.get("reason", String.class),
        Optional.ofNullable(row.get("reference", String.class)),
        row.get("author", String.class),
        row.get("device", String.class));
  }

  private static Optional<String> given(String column) {
    return column.isEmpty() ? Optional.empty() : Optional.of(column);
  }
}
