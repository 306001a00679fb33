package dev.stockwright.server.notify;

import static dev.stockwright.db.tables.Tables.ALERT;
import static dev.stockwright.db.tables.Tables.ALERT_EVENT;
import static dev.stockwright.db.tables.Tables.CHANNEL;
import static dev.stockwright.db.tables.Tables.MESSAGE;
import static dev.stockwright.db.tables.Tables.NOTIFICATION;
import static dev.stockwright.db.tables.Tables.WAREHOUSE;

import dev.stockwright.db.Database;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;

/// What is to be told, on its way through the tables: from the history of alerts to notifications
/// for channels, from there to messages, and what became of those. Each step is a transaction of
/// its own that may be done again.
final class Outbox {
  /// Things that happened to alerts, looked at in one go.
  private static final int EVENTS = 500;

  /// Messages of one channel in one go.
  private static final int MESSAGES = 50;

  /// More than this at once are told together, digest or not.
  private static final int ALONE_MAX = 5;

  private static final int TOGETHER_MAX = 100;

  private final Database database;

  Outbox(Database database) {
    this.database = database;
  }

  /// A message and how often it was tried.
  record Waiting(Channel channel, Letter letter, int tries) {}

  /// Finds whom to tell of what has happened to alerts.
  ///
  /// @return how many notifications there are to tell
  int spread(Instant now) {
    return database
        .changing()
        .transactionResult(
            tx -> {
              DSLContext sql = tx.dsl();
              List<Telling> untold = untold(sql);
              if (untold.isEmpty()) {
                return 0;
              }
              int count = 0;
              List<Channel> channels = channels(sql);
              for (Telling telling : untold) {
                for (Channel channel : channels) {
                  if (NotifyRules.wants(channel, telling)) {
                    count += put(sql, channel, telling, now);
                  }
                }
              }
              sql.update(ALERT_EVENT)
                  .set(ALERT_EVENT.TOLD_AT, column(now))
                  .where(ALERT_EVENT.ID.in(untold.stream().map(Telling::event).toList()))
                  .execute();
              return count;
            });
  }

  private static List<Telling> untold(DSLContext sql) {
    return tellings(sql)
        .where(ALERT_EVENT.TOLD_AT.isNull())
        .orderBy(ALERT_EVENT.ID)
        .limit(EVENTS)
        .forUpdate()
        .of(ALERT_EVENT)
        .fetch(Outbox::telling);
  }

  private static int put(DSLContext sql, Channel channel, Telling telling, Instant now) {
    return sql.insertInto(NOTIFICATION)
        .set(NOTIFICATION.CHANNEL_ID, channel.id())
        .set(NOTIFICATION.ALERT_EVENT_ID, telling.event())
        .set(NOTIFICATION.DUE_AT, column(NotifyRules.dueAt(channel, telling.severity(), now)))
        .onConflictDoNothing()
        .execute();
  }

  /// Writes the messages that are due.
  ///
  /// @return how many
  int compose(Instant now) {
    int count = 0;
    for (Channel channel : channels(database.reading())) {
      count += database.changing().transactionResult(tx -> compose(tx.dsl(), channel, now));
    }
    return count;
  }

  private static int compose(DSLContext sql, Channel channel, Instant now) {
    Map<Long, Telling> due = new HashMap<>();
    List<Long> order = new ArrayList<>();
    tellings(sql, NOTIFICATION.ID)
        .join(NOTIFICATION)
        .on(NOTIFICATION.ALERT_EVENT_ID.eq(ALERT_EVENT.ID))
        .where(NOTIFICATION.CHANNEL_ID.eq(channel.id()))
        .and(NOTIFICATION.MESSAGE_ID.isNull())
        .and(NOTIFICATION.DUE_AT.le(column(now)))
        .orderBy(NOTIFICATION.ID)
        .limit(TOGETHER_MAX)
        .forUpdate()
        .of(NOTIFICATION)
        .forEach(
            row -> {
              order.add(row.get(NOTIFICATION.ID));
              due.put(row.get(NOTIFICATION.ID), telling(row));
            });
    boolean together = !channel.digest().isZero() || order.size() > ALONE_MAX;
    List<List<Long>> messages =
        together && !order.isEmpty() ? List.of(order) : order.stream().map(List::of).toList();
    for (List<Long> notifications : messages) {
      UUID id = UUID.randomUUID();
      write(
          sql,
          channel,
          Letter.of(id, notifications.stream().map(due::get).toList(), channel.zone(), now),
          now);
      sql.update(NOTIFICATION)
          .set(NOTIFICATION.MESSAGE_ID, id)
          .where(NOTIFICATION.ID.in(notifications))
          .execute();
    }
    return messages.size();
  }

  /// Puts a message into the queue of a channel.
  static void write(DSLContext sql, Channel channel, Letter letter, Instant now) {
    sql.insertInto(MESSAGE)
        .set(MESSAGE.ID, letter.id())
        .set(MESSAGE.CHANNEL_ID, channel.id())
        .set(MESSAGE.SUBJECT, letter.subject())
        .set(MESSAGE.BODY, letter.body())
        .set(MESSAGE.CONTENT, letter.content())
        .set(MESSAGE.DUE_AT, column(now))
        .set(MESSAGE.MADE_AT, column(now))
        .execute();
  }

  /// What each channel has to send now, oldest first.
  List<List<Waiting>> due(Instant now) {
    DSLContext sql = database.reading();
    List<List<Waiting>> all = new ArrayList<>();
    for (Channel channel : channels(sql)) {
      List<Waiting> waiting =
          sql.selectFrom(MESSAGE)
              .where(MESSAGE.CHANNEL_ID.eq(channel.id()))
              .and(MESSAGE.STATE.eq("waiting"))
              .and(MESSAGE.DUE_AT.le(column(now)))
              .orderBy(MESSAGE.DUE_AT, MESSAGE.MADE_AT)
              .limit(MESSAGES)
              .fetch(
                  row ->
                      new Waiting(
                          channel,
                          new Letter(
                              row.getId(), row.getSubject(), row.getBody(), row.getContent()),
                          row.getTries()));
      if (!waiting.isEmpty()) {
        all.add(waiting);
      }
    }
    return all;
  }

  /// Writes down how an attempt ended.
  ///
  /// @return the new state of the message
  String ended(Waiting message, Delivered ending, Instant now) {
    int tries = message.tries() + 1;
    String state =
        switch (ending) {
          case Delivered.Sent _ -> "sent";
          case Delivered.Never _ -> "failed";
          case Delivered.Later _ -> tries < NotifyRules.TRIES_MAX ? "waiting" : "failed";
        };
    String error =
        switch (ending) {
          case Delivered.Sent _ -> "";
          case Delivered.Never never -> never.why();
          case Delivered.Later later -> later.why();
        };
    Duration pause = NotifyRules.pause(tries, message.letter().id().getLeastSignificantBits());
    if (ending instanceof Delivered.Later(String _, Optional<Duration> asked)) {
      pause = asked.filter(wanted -> wanted.compareTo(Duration.ofDays(1)) < 0).orElse(pause);
    }
    Instant due = now.plus(pause);
    database
        .changing()
        .transaction(
            tx ->
                tx.dsl()
                    .update(MESSAGE)
                    .set(MESSAGE.STATE, state)
                    .set(MESSAGE.TRIES, tries)
                    .set(MESSAGE.ERROR, error.length() > 500 ? error.substring(0, 500) : error)
                    .set(MESSAGE.DUE_AT, column(due))
                    .set(MESSAGE.ENDED_AT, state.equals("waiting") ? null : column(now))
                    .where(MESSAGE.ID.eq(message.letter().id()))
                    .execute());
    return state;
  }

  private static List<Channel> channels(DSLContext sql) {
    return sql.selectFrom(CHANNEL)
        .where(CHANNEL.DROPPED.isFalse())
        .and(CHANNEL.PAUSED.isFalse())
        .orderBy(CHANNEL.ID)
        .fetch(Outbox::channel);
  }

  /// A channel as its row says.
  static Channel channel(Record row) {
    Optional<Channel.Quiet> quiet =
        Optional.ofNullable(row.get(CHANNEL.QUIET_FROM))
            .map(from -> new Channel.Quiet(from, row.get(CHANNEL.QUIET_UNTIL)));
    return new Channel(
        row.get(CHANNEL.ID),
        row.get(CHANNEL.NAME),
        Channel.Medium.valueOf(row.get(CHANNEL.MEDIUM).toUpperCase(Locale.ROOT)),
        row.get(CHANNEL.ADDRESS),
        row.get(CHANNEL.SECRET),
        row.get(CHANNEL.WAREHOUSE_ID),
        Set.of(row.get(CHANNEL.KINDS)),
        row.get(CHANNEL.SEVERITY),
        quiet,
        Duration.ofMinutes(row.get(CHANNEL.DIGEST_MINUTES)),
        ZoneId.of(row.get(CHANNEL.TIME_ZONE)));
  }

  static long version(Record channel) {
    return channel.get(CHANNEL.VERSION);
  }

  private static org.jooq.SelectOnConditionStep<Record> tellings(
      DSLContext sql, org.jooq.Field<?>... more) {
    List<org.jooq.SelectFieldOrAsterisk> fields = new ArrayList<>();
    fields.add(ALERT_EVENT.ID);
    fields.add(ALERT_EVENT.WHAT);
    fields.add(ALERT_EVENT.AUTHOR);
    fields.add(ALERT_EVENT.AT);
    fields.add(ALERT.NUMBER);
    fields.add(ALERT.KIND);
    fields.add(ALERT.SEVERITY);
    fields.add(ALERT.WAREHOUSE_ID);
    fields.add(ALERT.SENTENCE);
    fields.add(WAREHOUSE.CODE);
    fields.addAll(List.of(more));
    return sql.select(fields)
        .from(ALERT_EVENT)
        .join(ALERT)
        .on(ALERT.ID.eq(ALERT_EVENT.ALERT_ID))
        .join(WAREHOUSE)
        .on(WAREHOUSE.ID.eq(ALERT.WAREHOUSE_ID));
  }

  private static Telling telling(Record row) {
    return new Telling(
        row.get(ALERT_EVENT.ID),
        row.get(ALERT_EVENT.WHAT),
        row.get(ALERT.NUMBER),
        row.get(ALERT.KIND),
        row.get(ALERT.SEVERITY),
        row.get(ALERT.WAREHOUSE_ID),
        row.get(WAREHOUSE.CODE),
        row.get(ALERT.SENTENCE),
        row.get(ALERT_EVENT.AUTHOR),
        row.get(ALERT_EVENT.AT).toInstant());
  }

  private static OffsetDateTime column(Instant time) {
    return time.atOffset(ZoneOffset.UTC);
  }
}
