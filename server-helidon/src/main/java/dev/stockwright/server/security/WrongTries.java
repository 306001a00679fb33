package dev.stockwright.server.security;

import static dev.stockwright.db.tables.Tables.SIGN_IN_FAILURE;

import dev.stockwright.db.Database;
import dev.stockwright.server.config.ServerSettings;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jooq.Record3;

/// Counts wrong sign-ins and locks the pair of person and device, not the person: who forgets a PIN
/// on one handheld still gets in on another. Devices where a person is new share one count, because
/// a device names itself.
final class WrongTries {
  private static final Duration FORGOTTEN_AFTER = Duration.ofHours(1);

  private final Database database;
  private final ServerSettings.SignIn settings;
  private final InstantSource clock;

  WrongTries(Database database, ServerSettings.SignIn settings, InstantSource clock) {
    this.database = database;
    this.settings = settings;
    this.clock = clock;
  }

  /// How long `subject` is still locked; zero when it is not.
  Duration lockedFor(String subject) {
    Instant now = clock.instant();
    OffsetDateTime until =
        database
            .reading()
            .select(SIGN_IN_FAILURE.LOCKED_UNTIL)
            .from(SIGN_IN_FAILURE)
            .where(SIGN_IN_FAILURE.SUBJECT.eq(subject))
            .fetchOne(SIGN_IN_FAILURE.LOCKED_UNTIL);
    return until == null || !until.toInstant().isAfter(now)
        ? Duration.ZERO
        : Duration.between(now, until.toInstant());
  }

  /// Counts one more and locks when `most` are reached; returns how many there are now.
  int wrong(String subject, int most) {
    OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
    OffsetDateTime forgotten = now.minus(FORGOTTEN_AFTER);
    return database
        .changing()
        .transactionResult(
            tx -> {
              Record3<Integer, OffsetDateTime, OffsetDateTime> row =
                  tx.dsl()
                      .select(
                          SIGN_IN_FAILURE.FAILURES,
                          SIGN_IN_FAILURE.LAST_AT,
                          SIGN_IN_FAILURE.LOCKED_UNTIL)
                      .from(SIGN_IN_FAILURE)
                      .where(SIGN_IN_FAILURE.SUBJECT.eq(subject))
                      .forUpdate()
                      .fetchOne();
              boolean startsAgain =
                  row == null
                      || row.value2().isBefore(forgotten)
                      || row.value3() != null && !row.value3().isAfter(now);
              int failures = row == null || startsAgain ? 1 : row.value1() + 1;
              OffsetDateTime until = failures >= most ? now.plus(settings.lock()) : null;
              tx.dsl()
                  .insertInto(SIGN_IN_FAILURE)
                  .set(SIGN_IN_FAILURE.SUBJECT, subject)
                  .set(SIGN_IN_FAILURE.FAILURES, failures)
                  .set(SIGN_IN_FAILURE.LAST_AT, now)
                  .set(SIGN_IN_FAILURE.LOCKED_UNTIL, until)
                  .onConflict(SIGN_IN_FAILURE.SUBJECT)
                  .doUpdate()
                  .set(SIGN_IN_FAILURE.FAILURES, failures)
                  .set(SIGN_IN_FAILURE.LAST_AT, now)
                  .set(SIGN_IN_FAILURE.LOCKED_UNTIL, until)
                  .execute();
              return failures;
            });
  }

  /// The right secret was given.
  void forget(String subject) {
    database
        .changing()
        .transaction(
            tx ->
                tx.dsl()
                    .deleteFrom(SIGN_IN_FAILURE)
                    .where(SIGN_IN_FAILURE.SUBJECT.eq(subject))
                    .execute());
  }

  /// Removes what is older than a day.
  void tidy() {
    OffsetDateTime dayAgo = clock.instant().atOffset(ZoneOffset.UTC).minusDays(1);
    database
        .changing()
        .transaction(
            tx ->
                tx.dsl()
                    .deleteFrom(SIGN_IN_FAILURE)
                    .where(SIGN_IN_FAILURE.LAST_AT.lt(dayAgo))
                    .execute());
  }
}
