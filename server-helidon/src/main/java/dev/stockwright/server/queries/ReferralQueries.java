package dev.stockwright.server.queries;

import dev.stockwright.db.Database;
import dev.stockwright.vocabulary.CommandId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jooq.Record;

/// Refused work that was referred to a supervisor, and scans that did not belong to the work.
public final class ReferralQueries {
  private static final String SELECT =
      """
      SELECT r.*, w.code AS warehouse,
             (extract(epoch FROM r.referred_at) * 1000000)::bigint AS micros
        FROM referral r JOIN warehouse w ON w.id = r.warehouse_id
       WHERE w.code = ANY (?::text[])""";

  private static final String LIST =
      SELECT
          + """
           AND (?::text IS NULL OR r.state = ?)
           AND (?::bigint IS NULL
                OR ((extract(epoch FROM r.referred_at) * 1000000)::bigint, r.refused::text)
                   < (?::bigint, ?::text))
         ORDER BY micros DESC, r.refused::text DESC
         LIMIT ?""";

  private static final String MISMATCHES =
      """
      SELECT m.*, w.code AS warehouse
        FROM mismatch m JOIN warehouse w ON w.id = m.warehouse_id
       WHERE w.code = ANY (?::text[])
         AND (?::text IS NULL OR m.activity = ?)
         AND (?::text IS NULL OR m.noted_by = ?)
         AND (?::bigint IS NULL OR m.id < ?)
       ORDER BY m.id DESC
       LIMIT ?""";

  private final Database database;

  public ReferralQueries(Database database) {
    this.database = database;
  }

  /// One referral.
  ///
  /// @param referral the id of the refused command
  /// @param command what was refused, by its kind
  /// @param told the refused command as it was sent
  /// @param code why the server refused it; `sentence` says it
  /// @param reason why it was rejected
  /// @param recordedAs the id under which it was recorded
  public record ReferralItem(
      String referral,
      String warehouse,
      String command,
      String told,
      String code,
      String sentence,
      String device,
      String workedBy,
      Optional<Instant> happenedAt,
      String referredBy,
      Instant referredAt,
      Optional<String> note,
      String state,
      Optional<Instant> settledAt,
      Optional<String> settledBy,
      Optional<String> reason,
      Optional<String> recordedAs) {}

  /// What has become of a referral, without anything that was refused.
  public record OutcomeItem(
      String referral,
      String state,
      Optional<Instant> settledAt,
      Optional<String> settledBy,
      Optional<String> reason,
      Optional<String> recordedAs) {}

  /// One scan that did not belong to the work.
  public record MismatchItem(
      long id,
      String warehouse,
      Instant happenedAt,
      String notedBy,
      String device,
      String activity,
      Optional<String> document,
      String mistaken,
      String expected,
      String scanned) {}

  private record Found(String micros, ReferralItem item) {}

  /// The newest first.
  public Page<ReferralItem> list(
      Scope scope, Optional<String> state, int limit, Optional<String> after) {
    String wanted = state.orElse(null);
    Optional<List<String>> from = after.map(cursor -> Cursor.parts("referral", 2, cursor));
    Long micros = from.map(parts -> micros(parts.getFirst())).orElse(null);
    String refused = from.map(List::getLast).orElse(null);
    List<Found> rows =
        database
            .reading()
            .fetch(
                LIST, scope.codes(), wanted, wanted, micros, micros, refused, limit + 1)
            .map(row -> new Found(text(row, "micros"), item(row)));
    return Page.cut(
            rows,
            limit,
            last -> Cursor.of("referral", last.micros(), last.item().referral()))
        .map(Found::item);
  }

  private static long micros(String part) {
    try {
      return Long.parseLong(part);
    } catch (NumberFormatException e) {
      throw Cursor.unknown();
    }
  }

  /// The referral of this refused command.
  public Optional<ReferralItem> find(Scope scope, CommandId refused) {
    return row(scope, refused).map(ReferralQueries::item);
  }

  /// What has become of it.
  public Optional<OutcomeItem> outcome(Scope scope, CommandId refused) {
    return find(scope, refused)
        .map(
            item ->
                new OutcomeItem(
                    item.referral(),
                    item.state(),
                    item.settledAt(),
                    item.settledBy(),
                    item.reason(),
                    item.recordedAs()));
  }

  private Optional<Record> row(Scope scope, CommandId refused) {
    return database
        .reading()
        .fetchOptional(SELECT + " AND r.refused = ?", scope.codes(), refused.uuid());
  }

  /// The newest first.
  public Page<MismatchItem> mismatches(
      Scope scope,
      Optional<String> activity,
      Optional<String> notedBy,
      int limit,
      Optional<String> after) {
    String doing = activity.orElse(null);
    String by = notedBy.orElse(null);
    Long from =
        after.map(cursor -> Cursor.numbers("mismatch", 1, cursor).getFirst()).orElse(null);
    List<MismatchItem> rows =
        database
            .reading()
            .fetch(MISMATCHES, scope.codes(), doing, doing, by, by, from, from, limit + 1)
            .map(ReferralQueries::mismatch);
    return Page.cut(rows, limit, last -> Cursor.of("mismatch", "" + last.id()));
  }

  private static ReferralItem item(Record row) {
    return new ReferralItem(
        text(row, "refused"),
        text(row, "warehouse"),
        text(row, "kind"),
        text(row, "told"),
        text(row, "code"),
        text(row, "sentence"),
        text(row, "device"),
        text(row, "worked_by"),
        moment(row, "happened_at"),
        text(row, "referred_by"),
        moment(row, "referred_at").orElseThrow(),
        given(row, "note"),
        text(row, "state"),
        moment(row, "settled_at"),
        given(row, "settled_by"),
        given(row, "reason"),
        given(row, "recorded_as"));
  }

  private static MismatchItem mismatch(Record row) {
    return new MismatchItem(
        Long.parseLong(text(row, "id")),
        text(row, "warehouse"),
        moment(row, "happened_at").orElseThrow(),
        text(row, "noted_by"),
        text(row, "device"),
        text(row, "activity"),
        given(row, "document"),
        text(row, "mistaken"),
        text(row, "expected"),
        text(row, "scanned"));
  }

  private static String text(Record row, String column) {
    return Objects.requireNonNull(row.get(column, String.class), column);
  }

  private static Optional<String> given(Record row, String column) {
    return Optional.ofNullable(row.get(column, String.class)).filter(text -> !text.isEmpty());
  }

  private static Optional<Instant> moment(Record row, String column) {
    return Optional.ofNullable(row.get(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }
}
