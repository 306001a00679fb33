package dev.stockwright.server.jobs;

import static dev.stockwright.db.tables.Tables.JOB_RUN;
import static dev.stockwright.db.tables.Tables.MESSAGE;
import static dev.stockwright.db.tables.Tables.NOTIFICATION;
import static dev.stockwright.db.tables.Tables.PUT_AWAY;
import static dev.stockwright.db.tables.Tables.SESSION;
import static dev.stockwright.db.tables.Tables.SIGN_IN_FAILURE;
import static dev.stockwright.db.tables.Tables.TASK;
import static dev.stockwright.db.tables.Tables.TASK_SKIP;

import dev.stockwright.db.Database;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;

/// Removes what nobody needs any more. Never anything of the ledger: movements, happenings,
/// commands and their answers, documents stay for ever. What a job asked for in vain was never
/// written down (see [dev.stockwright.server.desk.Submission#errand]).
final class Retention {
  private static final Duration SHORT = Duration.ofDays(30);
  private static final Duration LONG = Duration.ofDays(90);

  /// Rows of one transaction.
  private static final int STEP = 5_000;

  private final Database database;

  Retention(Database database) {
    this.database = database;
  }

  /// Removes it.
  ///
  /// @return how much, in words; empty when there was nothing
  String run(Instant now) {
    OffsetDateTime at = now.atOffset(ZoneOffset.UTC);
    OffsetDateTime month = at.minus(SHORT);
    OffsetDateTime quarter = at.minus(LONG);
    List<String> done = new ArrayList<>();
    remove(done, "sessions", SESSION, SESSION.TOKEN_HASH, SESSION.EXPIRES_AT.lt(at));
    remove(
        done,
        "wrong tries",
        SIGN_IN_FAILURE,
        SIGN_IN_FAILURE.SUBJECT,
        SIGN_IN_FAILURE.LAST_AT.lt(month));
    remove(done, "runs of jobs", JOB_RUN, JOB_RUN.ID, JOB_RUN.BEGAN_AT.lt(month));
    Condition old = TASK.STATE.in("done", "cancelled").and(TASK.ENDED_AT.lt(quarter));
    remove(
        done,
        "skips",
        TASK_SKIP,
        TASK_SKIP.TASK_ID,
        TASK_SKIP.TASK_ID.in(DSL.select(TASK.ID).from(TASK).where(old)));
    remove(
        done,
        "put-aways",
        PUT_AWAY,
        PUT_AWAY.TASK_ID,
        PUT_AWAY.TASK_ID.in(DSL.select(TASK.ID).from(TASK).where(old)));
    remove(done, "tasks", TASK, TASK.ID, old);
    Condition sent = MESSAGE.STATE.ne("waiting").and(MESSAGE.MADE_AT.lt(quarter));
    remove(
        done,
        "notifications",
        NOTIFICATION,
        NOTIFICATION.ID,
        NOTIFICATION.MESSAGE_ID.in(DSL.select(MESSAGE.ID).from(MESSAGE).where(sent)));
    remove(done, "messages", MESSAGE, MESSAGE.ID, sent);
    return String.join(", ", done);
  }

  private <K> void remove(
      List<String> done, String what, Table<?> table, Field<K> key, Condition old) {
    int all = 0;
    int step;
    do {
      step =
          database
              .changing()
              .transactionResult(
                  tx ->
                      tx.dsl()
                          .deleteFrom(table)
                          .where(key.in(DSL.select(key).from(table).where(old).limit(STEP)))
                          .execute());
      all += step;
    } while (step >= STEP);
    if (all > 0) {
      done.add(all + " " + what);
    }
  }
}
