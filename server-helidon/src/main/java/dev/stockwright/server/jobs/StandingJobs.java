package dev.stockwright.server.jobs;

import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import dev.stockwright.db.Database;
import dev.stockwright.protocol.AlertCommand;
import dev.stockwright.protocol.CountPlanCommand;
import dev.stockwright.protocol.OrderCommand;
import dev.stockwright.protocol.PickingCommand;
import dev.stockwright.protocol.ReorderCommand;
import dev.stockwright.protocol.ReplenishCommand;
import dev.stockwright.protocol.TillCommand;
import dev.stockwright.server.desk.Desk;
import dev.stockwright.server.ledger.Finding;
import dev.stockwright.server.ledger.LedgerVerifier;
import dev.stockwright.server.notify.Notifier;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;

/// The jobs of a server. What has a time of day of its own warehouse is asked for often and decides
/// itself whether it is due.
public final class StandingJobs {
  private static final LocalTime CLASSED_AT = LocalTime.of(1, 30);
  private static final LocalTime VERIFIED_AT = LocalTime.of(3, 30);
  private static final LocalTime CLEARED_AT = LocalTime.of(4, 30);

  /// There is something to alert of, perhaps.
  private static final String WATCHED =
      """
      (EXISTS (SELECT FROM alert_rule r WHERE r.warehouse_id IN (0, w.id))
       OR EXISTS (SELECT FROM job_run j WHERE j.job = 'verify-ledger' AND j.failed
                     AND j.began_at > now() - interval '2 days')
       OR EXISTS (SELECT FROM alert a WHERE a.warehouse_id = w.id AND a.state <> 'resolved'))""";

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

  static List<Job> all(
      Database database, Desk desk, IntSupplier tidy, Notifier notifier, InstantSource clock) {
    Errands errands = new Errands(database, desk);
    List<Job> jobs = new ArrayList<>(reviews(errands));
    jobs.addAll(Rechecks.all(errands));
    jobs.addAll(
        List.of(
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
                "reconcile",
                "Brings what was counted into the books, at 02:00 of each warehouse's time",
                every(Duration.ofMinutes(5)),
                new NightRounds(database, desk, clock)::run),
            verification(database, errands),
            new Job(
                "clear-old-rows",
                "Removes what nobody needs any more",
                Schedules.daily(ZoneOffset.UTC, CLEARED_AT),
                () -> new Retention(database).run(clock.instant()))));
    return jobs;
  }

  /// What it finds is an alert at once.
  static Job verification(Database database, Errands errands) {
    return new Job(
        "verify-ledger",
        "Folds the whole ledger again and compares",
        Schedules.daily(ZoneOffset.UTC, VERIFIED_AT),
        () -> verified(new LedgerVerifier(database).verify()),
        () -> errands.everywhere(WATCHED, AlertCommand.ReviewAlerts::new));
  }

  /// What a command does in every warehouse.
  private static List<Job> reviews(Errands errands) {
    return List.of(
        new Job(
            "expire-orders",
            "Says of orders that their time has passed",
            every(Duration.ofSeconds(30)),
            () ->
                errands.everywhere(
                    "EXISTS (SELECT FROM sales_order o WHERE o.warehouse_id = w.id"
                        + " AND o.state = 'placed' AND o.expires_at <= now())",
                    OrderCommand.TidyOrders::new)),
        new Job(
            "review-alerts",
            "Looks for what expires or is late, and escalates what nobody takes",
            every(Duration.ofMinutes(5)),
            () -> errands.everywhere(WATCHED, AlertCommand.ReviewAlerts::new)),
        new Job(
            "review-reordering",
            "Proposes what to buy",
            every(Duration.ofHours(1)),
            () ->
                errands.everywhere(
                    having("reorder_rule"),
                    warehouse -> new ReorderCommand.ReviewReorder(warehouse, List.of()))),
        new Job(
            "review-picks",
            "Finds other goods for picks whose bin has changed",
            every(Duration.ofMinutes(5)),
            () ->
                errands.everywhere(
                    having("pick")
                        + " AND EXISTS (SELECT FROM pick p WHERE p.warehouse_id = w.id"
                        + " AND p.state IN ('open', 'waiting'))",
                    PickingCommand.ReviewPicks::new)),
        new Job(
            "review-replenishment",
            "Fills up the bins that are picked from",
            every(Duration.ofMinutes(10)),
            () ->
                errands.everywhere(having("pick_face"), ReplenishCommand.ReviewReplenishment::new)),
        new Job(
            "retry-till-entries",
            "Posts what tills sold and could not be posted before",
            every(Duration.ofHours(1)),
            () ->
                errands.everywhere(
                    having("till_entry")
                        + " AND EXISTS (SELECT FROM till_entry t"
                        + " WHERE t.warehouse_id = w.id AND t.state = 'kept')",
                    TillCommand.RetryTillEntries::new)),
        new Job(
            "plan-counts",
            "Requests the counts that are due",
            every(Duration.ofHours(1)),
            () -> errands.everywhere("true", CountPlanCommand.PlanCounts::new)),
        new Job(
            "class-products",
            "Finds the counting class of every product",
            Schedules.daily(ZoneOffset.UTC, CLASSED_AT),
            () -> errands.everywhere("true", CountPlanCommand.ComputeClasses::new)));
  }

  private static String having(String table) {
    return "EXISTS (SELECT FROM " + table + " x WHERE x.warehouse_id = w.id)";
  }

  private static FixedDelay every(Duration pause) {
    return FixedDelay.of(pause);
  }

  /// What was found, the first of each warehouse in a line that begins with its code: the review of
  /// alerts reads it.
  static String told(LedgerVerifier.Report report) {
    Map<String, Finding> first = new LinkedHashMap<>();
    report.findings().forEach(finding -> first.putIfAbsent(finding.warehouse(), finding));
    return report.findings().size()
        + " findings in "
        + report.events()
        + " events, the first of each warehouse:\n"
        + first.values().stream().map(Finding::toString).collect(Collectors.joining("\n"));
  }

  static String verified(LedgerVerifier.Report report) {
    if (report.clean()) {
      return report.events() + " events verified, all is well";
    }
    throw new IllegalStateException(told(report));
  }
}
