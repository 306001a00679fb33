package dev.stockwright.server.jobs;

import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import dev.stockwright.db.Database;
import dev.stockwright.protocol.AlertCommand;
import dev.stockwright.protocol.ReorderCommand;
import dev.stockwright.server.desk.Desk;
import dev.stockwright.server.ledger.LedgerVerifier;
import dev.stockwright.server.notify.Notifier;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.IntSupplier;

/// The jobs of a server. What has a time of day of its own warehouse is asked for often and decides
/// itself whether it is due.
public final class StandingJobs {
  private static final LocalTime VERIFIED_AT = LocalTime.of(3, 30);
  private static final LocalTime CLEARED_AT = LocalTime.of(4, 30);

  private StandingJobs() {}

  /// Starts them all.
  ///
  /// @param tidy lets reservations go whose time has passed, and says how many events that made
  public static Jobs start(
      Database database, Desk desk, IntSupplier tidy, Notifier notifier, InstantSource clock) {
    Jobs jobs =
        new Jobs(database, clock, all(database, desk, tidy, notifier, clock), Jobs.Pace.usual());
    jobs.start();
    return jobs;
  }

  private static List<Job> all(
      Database database, Desk desk, IntSupplier tidy, Notifier notifier, InstantSource clock) {
    Errands errands = new Errands(database, desk);
    return List.of(
        new Job(
            "expire-reservations",
            "Lets reservations go whose time has passed",
            every(Duration.ofSeconds(2)),
            () -> {
              int events = tidy.getAsInt();
              return events == 0 ? "" : events + " events";
            }),
        new Job(
            "send-notifications",
            "Tells people of alerts",
            every(Duration.ofSeconds(5)),
            notifier::run),
        new Job(
            "review-alerts",
            "Looks for what expires or is late, and escalates what nobody takes",
            every(Duration.ofMinutes(1)),
            () -> errands.everywhere(AlertCommand.ReviewAlerts::new)),
        new Job(
            "review-reordering",
            "Proposes what to buy",
            every(Duration.ofMinutes(15)),
            () ->
                errands.everywhere(
                    warehouse -> new ReorderCommand.ReviewReorder(warehouse, List.of()))),
        new Job(
            "verify-ledger",
            "Folds the whole ledger again and compares",
            Schedules.daily(ZoneOffset.UTC, VERIFIED_AT),
            () -> verified(new LedgerVerifier(database).verify())),
        new Job(
            "clear-old-rows",
            "Removes what nobody needs any more",
            Schedules.daily(ZoneOffset.UTC, CLEARED_AT),
            () -> new Retention(database).run(clock.instant())));
  }

  private static FixedDelay every(Duration pause) {
    return FixedDelay.of(pause);
  }

  private static String verified(LedgerVerifier.Report report) {
    if (report.clean()) {
      return report.events() + " events verified, all is well";
    }
    throw new IllegalStateException(
        report.findings().size()
            + " findings in "
            + report.events()
            + " events, the first: "
            + report.findings().getFirst());
  }
}
