package dev.stockwright.server.queries;

import static dev.stockwright.db.tables.Tables.CHANNEL;
import static dev.stockwright.db.tables.Tables.JOB_RUN;
import static dev.stockwright.db.tables.Tables.MESSAGE;
import static dev.stockwright.db.tables.Tables.SCHEDULED_TASKS;
import static dev.stockwright.db.tables.Tables.WAREHOUSE;

import dev.stockwright.db.Database;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.impl.DSL;

/// How the system itself runs: jobs, channels and messages.
public final class SystemQueries {
  private final Database database;

  public SystemQueries(Database database) {
    this.database = database;
  }

  /// A job.
  ///
  /// @param server where it is being done; absent while it waits
  /// @param lastChange what its last run did that did something
  public record JobItem(
      String name,
      Instant due,
      Optional<String> server,
      Optional<Instant> lastRun,
      Optional<Instant> lastChangeAt,
      Optional<String> lastChange,
      boolean failed) {}

  /// A channel; its secret is not told.
  ///
  /// @param failing the fault of its last message, when that has not been taken
  public record ChannelItem(
      String name,
      String medium,
      String address,
      boolean signed,
      Optional<String> warehouse,
      List<String> alertKinds,
      String severity,
      Optional<String> quietFrom,
      Optional<String> quietUntil,
      String timeZone,
      int digestMinutes,
      boolean paused,
      long version,
      int waiting,
      Optional<String> failing) {}

  /// A message.
  public record MessageItem(
      String message,
      String channel,
      String subject,
      String state,
      int tries,
      Optional<Instant> due,
      Optional<String> error,
      Instant madeAt,
      Optional<Instant> endedAt) {}

  /// All jobs. There are about a dozen.
  public Page<JobItem> jobs(int limit, Optional<String> after) {
    var last =
        DSL.select(JOB_RUN.ENDED_AT, JOB_RUN.DETAIL, JOB_RUN.FAILED)
            .from(JOB_RUN)
            .where(JOB_RUN.JOB.eq(SCHEDULED_TASKS.TASK_NAME))
            .orderBy(JOB_RUN.ID.desc())
            .limit(1)
            .asTable("last");
    List<JobItem> items =
        database
            .reading()
            .select(SCHEDULED_TASKS.asterisk())
            .select(last.asterisk())
            .from(SCHEDULED_TASKS)
            .leftJoin(DSL.lateral(last))
            .on(DSL.trueCondition())
            .orderBy(SCHEDULED_TASKS.TASK_NAME)
            .fetch(
                row ->
                    new JobItem(
                        row.get(SCHEDULED_TASKS.TASK_NAME),
                        row.get(SCHEDULED_TASKS.EXECUTION_TIME).toInstant(),
                        Optional.ofNullable(row.get(SCHEDULED_TASKS.PICKED_BY)),
                        instant(row.get(SCHEDULED_TASKS.LAST_SUCCESS)),
                        instant(row.get(last.field(JOB_RUN.ENDED_AT))),
                        Optional.ofNullable(row.get(last.field(JOB_RUN.DETAIL))),
                        Boolean.TRUE.equals(row.get(last.field(JOB_RUN.FAILED)))));
    return Page.part(items, JobItem::name, limit, after);
  }

  /// Channels by name.
  public Page<ChannelItem> channels(int limit, Optional<String> after) {
    Condition beyond =
        after
            .map(cursor -> CHANNEL.NAME.gt(Cursor.parts("channel", 1, cursor).getFirst()))
            .orElse(DSL.noCondition());
    var waiting =
        DSL.field(
            DSL.selectCount()
                .from(MESSAGE)
                .where(MESSAGE.CHANNEL_ID.eq(CHANNEL.ID))
                .and(MESSAGE.STATE.eq("waiting")));
    var failing =
        DSL.field(
            DSL.select(MESSAGE.ERROR)
                .from(MESSAGE)
                .where(MESSAGE.CHANNEL_ID.eq(CHANNEL.ID))
                .orderBy(MESSAGE.MADE_AT.desc(), MESSAGE.ID.desc())
                .limit(1));
    List<ChannelItem> rows =
        database
            .reading()
            .select(CHANNEL.asterisk())
            .select(WAREHOUSE.CODE, waiting, failing)
            .from(CHANNEL)
            .leftJoin(WAREHOUSE)
            .on(WAREHOUSE.ID.eq(CHANNEL.WAREHOUSE_ID))
            .where(CHANNEL.DROPPED.isFalse())
            .and(beyond)
            .orderBy(CHANNEL.NAME)
            .limit(limit + 1)
            .fetch(
                row ->
                    new ChannelItem(
                        row.get(CHANNEL.NAME),
                        row.get(CHANNEL.MEDIUM),
                        row.get(CHANNEL.ADDRESS),
                        !row.get(CHANNEL.SECRET).isEmpty(),
                        Optional.ofNullable(row.get(WAREHOUSE.CODE)),
                        List.of(row.get(CHANNEL.KINDS)),
                        severity(row.get(CHANNEL.SEVERITY)),
                        Optional.ofNullable(row.get(CHANNEL.QUIET_FROM)).map(LocalTime::toString),
                        Optional.ofNullable(row.get(CHANNEL.QUIET_UNTIL)).map(LocalTime::toString),
                        row.get(CHANNEL.TIME_ZONE),
                        row.get(CHANNEL.DIGEST_MINUTES),
                        row.get(CHANNEL.PAUSED),
                        row.get(CHANNEL.VERSION),
                        row.get(waiting),
                        Optional.ofNullable(row.get(failing)).filter(text -> !text.isEmpty())));
    return Page.cut(rows, limit, last -> Cursor.of("channel", last.name()));
  }

  /// Messages, newest first.
  ///
  /// @param state waiting, sent or failed
  public Page<MessageItem> messages(
      Optional<String> channel, Optional<String> state, int limit, Optional<String> after) {
    Condition beyond =
        after
            .map(cursor -> Cursor.parts("message", 2, cursor))
            .map(
                at ->
                    DSL.row(MESSAGE.MADE_AT, MESSAGE.ID)
                        .lt(
                            DSL.val(at.get(0)).cast(MESSAGE.MADE_AT),
                            DSL.val(at.get(1)).cast(MESSAGE.ID)))
            .orElse(DSL.noCondition());
    List<MessageItem> rows =
        database
            .reading()
            .select(MESSAGE.asterisk())
            .select(CHANNEL.NAME)
            .from(MESSAGE)
            .join(CHANNEL)
            .on(CHANNEL.ID.eq(MESSAGE.CHANNEL_ID))
            .where(channel.map(CHANNEL.NAME::eq).orElse(DSL.noCondition()))
            .and(state.map(MESSAGE.STATE::eq).orElse(DSL.noCondition()))
            .and(beyond)
            .orderBy(MESSAGE.MADE_AT.desc(), MESSAGE.ID.desc())
            .limit(limit + 1)
            .fetch(
                row ->
                    new MessageItem(
                        row.get(MESSAGE.ID).toString(),
                        row.get(CHANNEL.NAME),
                        row.get(MESSAGE.SUBJECT),
                        row.get(MESSAGE.STATE),
                        row.get(MESSAGE.TRIES),
                        row.get(MESSAGE.STATE).equals("waiting")
                            ? instant(row.get(MESSAGE.DUE_AT))
                            : Optional.empty(),
                        Optional.of(row.get(MESSAGE.ERROR)).filter(text -> !text.isEmpty()),
                        row.get(MESSAGE.MADE_AT).toInstant(),
                        instant(row.get(MESSAGE.ENDED_AT))));
    return Page.cut(
        rows, limit, last -> Cursor.of("message", last.madeAt().toString(), last.message()));
  }

  private static String severity(short number) {
    return switch (number) {
      case 1 -> "critical";
      case 2 -> "warning";
      default -> "notice";
    };
  }

  private static Optional<Instant> instant(OffsetDateTime time) {
    return Optional.ofNullable(time).map(OffsetDateTime::toInstant);
  }
}
