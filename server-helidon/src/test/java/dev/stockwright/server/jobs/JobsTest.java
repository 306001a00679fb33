package dev.stockwright.server.jobs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import dev.stockwright.protocol.AlertCommand;
import dev.stockwright.protocol.Answer;
import dev.stockwright.protocol.CountPlanCommand;
import dev.stockwright.protocol.OrderCommand;
import dev.stockwright.protocol.SystemCommand;
import dev.stockwright.protocol.UndoCommand;
import dev.stockwright.server.config.ServerSettings;
import dev.stockwright.server.desk.TestSite;
import dev.stockwright.server.ledger.LedgerVerifier;
import dev.stockwright.server.notify.Notifier;
import dev.stockwright.vocabulary.Reference;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JobsTest {
  private static final TestSite SITE = new TestSite((warehouse, epoch, events) -> {});
  private static final Jobs.Pace FAST =
      new Jobs.Pace(Duration.ofMillis(50), Duration.ofMillis(100));

  @AfterAll
  static void close() {
    SITE.close();
  }

  @BeforeEach
  void noJobs() {
    SITE.change("DELETE FROM scheduled_tasks; DELETE FROM job_run");
  }

  @Test
  void twoServersDoAJobOneAtATime() throws Exception {
    AtomicInteger inside = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    AtomicInteger runs = new AtomicInteger();
    Job job =
        job(
            "alone",
            () -> {
              most.accumulateAndGet(inside.incrementAndGet(), Math::max);
              TimeUnit.MILLISECONDS.sleep(20);
              inside.decrementAndGet();
              runs.incrementAndGet();
              return "";
            });
    try (Jobs one = jobs(job);
        Jobs two = jobs(job)) {
      one.start();
      two.start();
      until(() -> runs.get() >= 10);
    }
    assertEquals(1, most.get());
  }

  @Test
  void aJobOfAServerThatDiedIsDoneByAnother() throws Exception {
    AtomicInteger runs = new AtomicInteger();
    SITE.change(
        """
        INSERT INTO scheduled_tasks (task_name, task_instance, execution_time, picked, picked_by,
                                     last_heartbeat, version)
        VALUES ('orphan', 'recurring', now(), true, 'dead', now() - interval '1 hour', 5)
        """);
    try (Jobs jobs = jobs(job("orphan", () -> "run " + runs.incrementAndGet()))) {
      jobs.start();
      until(() -> runs.get() > 0);
    }
  }

  @Test
  void aFaultIsWrittenDownAndTheJobIsDoneAgain() throws Exception {
    AtomicInteger runs = new AtomicInteger();
    Job job =
        job(
            "faulty",
            () -> {
              if (runs.incrementAndGet() == 1) {
                throw new IllegalStateException("the printer is on fire");
              }
              return "fine now";
            });
    try (Jobs jobs = jobs(job)) {
      jobs.start();
      until(() -> runs.get() > 1 && history().size() > 1);
      assertEquals(1, jobs.failures());
    }
    assertEquals(List.of("true the printer is on fire", "false fine now"), history().subList(0, 2));
  }

  @Test
  void whatTheServerAskedInVainIsNotWrittenDownAndWhatChangedSomethingStays() throws Exception {
    String commands = "SELECT count(*) FROM command WHERE device = '%s'";
    long before = Long.parseLong(words(commands.formatted("server")).getFirst());
    long people = Long.parseLong(words(commands.formatted("DESK-1")).getFirst());
    Errands errands = new Errands(SITE.database, SITE.desk);
    errands.ask(new OrderCommand.TidyOrders(TestSite.W1));
    errands.ask(new AlertCommand.ReviewAlerts(TestSite.W1));
    errands.ask(new CountPlanCommand.ReconcileDay(TestSite.W1, LocalDate.of(2999, 1, 1)));
    Answer receipt = errands.ask(TestSite.receive(TestSite.S1, 5));
    errands.ask(new OrderCommand.TidyOrders(TestSite.W2));
    SITE.ask(new OrderCommand.TidyOrders(TestSite.W1));
    SITE.change(
        """
        INSERT INTO task (warehouse_id, number, kind, state, made_at, ended_at)
        SELECT id, 'T-OLD', 'put_away', 'done', now(), now() - interval '91 days' FROM warehouse
         WHERE code = 'W1';
        INSERT INTO put_away (task_id) SELECT id FROM task WHERE number = 'T-OLD'
        """);
    assertEquals("1 put-aways, 1 tasks", new Retention(SITE.database).run(Instant.now()));
    assertEquals(List.of("" + (before + 1)), words(commands.formatted("server")), "the receipt");
    assertEquals(List.of("" + (people + 1)), words(commands.formatted("DESK-1")));
    assertEquals(
        List.of("0"),
        words(
            "SELECT count(*) FROM movement m WHERE NOT EXISTS"
                + " (SELECT FROM command c WHERE c.id = m.command_id)"),
        "every movement still has its command");
    assertTrue(new LedgerVerifier(SITE.database).verify().clean());
    new Retention(SITE.database).run(Instant.now().plus(Duration.ofDays(4_000)));
    assertTrue(
        SITE.ask(new UndoCommand(receipt.id())) instanceof Answer.Accepted,
        "what a job did can be taken back however old it is");
  }

  @Test
  void aLedgerThatDoesNotAddUpIsACriticalAlertUntilItDoes() throws Exception {
    SITE.ask(TestSite.receive(TestSite.S2, 5));
    String spoil =
        "UPDATE balance SET on_hand = on_hand %s 1 WHERE product_id ="
            + " (SELECT id FROM product WHERE sku = 'S-2')";
    SITE.change(spoil.formatted("+"));
    verified("The ledger does not");
    for (int i = 0; i < 2; i++) {
      assertEquals(
          List.of("W1 review 1 open"),
          words(
              "SELECT w.code || ' ' || a.kind || ' ' || a.severity || ' ' || a.state FROM alert a"
                  + " JOIN warehouse w ON w.id = a.warehouse_id ORDER BY a.id"));
      SITE.ask(new AlertCommand.ReviewAlerts(TestSite.W1));
      SITE.ask(new AlertCommand.ReviewAlerts(TestSite.W2));
    }
    SITE.change(spoil.formatted("-"));
    verified("resolved");
    assertEquals(List.of("resolved"), words("SELECT state FROM alert"));
  }

  /// Runs the verification, and nothing else, until the alert says so.
  private static void verified(String told) throws Exception {
    Job standing = StandingJobs.verification(SITE.database, new Errands(SITE.database, SITE.desk));
    Job now =
        new Job(
            standing.name(),
            standing.what(),
            FixedDelay.of(Duration.ofDays(1)),
            standing.action(),
            standing.afterwards());
    SITE.change("DELETE FROM scheduled_tasks");
    try (Jobs jobs = jobs(now)) {
      jobs.start();
      until(
          () ->
              words("SELECT sentence || state FROM alert").stream()
                  .anyMatch(t -> t.contains(told)));
    }
  }

  private static List<String> words(String sql) {
    return SITE.database.reading().fetch(sql).map(row -> String.valueOf(row.get(0)));
  }

  @Test
  void aJobCanBeDoneNow() throws Exception {
    CountDownLatch done = new CountDownLatch(1);
    Job job =
        new Job(
            "rare",
            "",
            FixedDelay.of(Duration.ofDays(1)),
            () -> {
              done.countDown();
              return "";
            });
    SITE.change(
        """
        INSERT INTO scheduled_tasks (task_name, task_instance, execution_time, picked, version)
        VALUES ('rare', 'recurring', now() + interval '1 day', false, 1)
        """);
    try (Jobs jobs = jobs(job)) {
      jobs.start();
      assertTrue(
          SITE.ask(new SystemCommand.RunJob(new Reference("rare"))) instanceof Answer.Accepted);
      assertTrue(done.await(20, TimeUnit.SECONDS));
    }
    assertTrue(SITE.ask(new SystemCommand.RunJob(new Reference("none"))) instanceof Answer.Refused);
  }

  @Test
  void whatIsOldGoesAndTheLedgerStays() {
    SITE.ask(TestSite.receive(TestSite.S1, 5));
    SITE.change(
        """
        INSERT INTO job_run (job, began_at, ended_at, failed, detail)
        SELECT 'x', now() - d * interval '1 day', now(), false, '' FROM generate_series(1, 60) d;
        INSERT INTO task (warehouse_id, number, kind, state, made_at, ended_at)
        SELECT id, 'T-' || d, 'pick', 'done', now(), now() - d * interval '10 day'
          FROM warehouse, generate_series(1, 20) d WHERE code = 'W1';
        INSERT INTO task_skip SELECT id, 'ana', now(), 'other' FROM task;
        """);
    long movements = count("movement");
    long commands = count("command");
    String done = new Retention(SITE.database).run(Instant.now());
    assertEquals("31 runs of jobs, 12 skips, 12 tasks", done);
    assertEquals(movements, count("movement"));
    assertEquals(commands, count("command"));
    assertEquals("", new Retention(SITE.database).run(Instant.now()));
  }

  @Test
  void everyStandingJobIsDoneOnceAndEndsWell() throws Exception {
    List<Job> all =
        StandingJobs.all(
            SITE.database,
            SITE.desk,
            SITE.desk::tidy,
            new Notifier(
                SITE.database,
                new ServerSettings.Mail("", 25, "", "", "a@b.example", "none"),
                InstantSource.system()),
            InstantSource.system());
    long events = count("happening");
    for (Job job : all) {
      String said = job.action().run();
      assertTrue(said.length() < 1_000, () -> job.name() + ": " + said);
    }
    assertEquals(events, count("happening"), "where nothing is done nobody is told anything");
    assertEquals(0, count("reconciliation"), "nothing was counted");
    SITE.change(
        """
        INSERT INTO stock_count (warehouse_id, number, trigger, state, requested_by, requested_at,
                                 finished_at)
        SELECT id, 'CO-' || code, 'manual', 'counted', 'ana', now() - interval '3 day',
               now() - interval '2 day'
          FROM warehouse WHERE code = 'W1'""");
    String night = byName(all, "reconcile").action().run();
    assertTrue(night.matches("W1 .* reconciled in 1 parts"), night);
    assertEquals(1, count("reconciliation"));
    long before = count("command");
    for (Job job : all) {
      if (!job.name().equals("plan-counts") && !job.name().equals("class-products")) {
        assertTrue(!job.action().run().contains("reconciled"), job.name());
      }
    }
    assertEquals(before, count("command"), "nothing to do leaves nothing in the books");
  }

  private static Job byName(List<Job> jobs, String name) {
    return jobs.stream().filter(job -> job.name().equals(name)).findFirst().orElseThrow();
  }

  private static long count(String table) {
    return SITE.database.reading().fetchSingle("SELECT count(*) FROM " + table).get(0, Long.class);
  }

  private static List<String> history() {
    return SITE.database
        .reading()
        .fetch("SELECT failed || ' ' || detail FROM job_run ORDER BY id")
        .map(row -> row.get(0, String.class));
  }

  private static Job job(String name, Job.Action action) {
    return new Job(name, "", FixedDelay.of(Duration.ofMillis(10)), action);
  }

  private static Jobs jobs(Job job) {
    return new Jobs(SITE.database, InstantSource.system(), List.of(job), FAST);
  }

  private static void until(BooleanSupplier condition) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (!condition.getAsBoolean()) {
      assertTrue(System.nanoTime() < end, "it did not happen in 20 s");
      TimeUnit.MILLISECONDS.sleep(10);
    }
  }
}
