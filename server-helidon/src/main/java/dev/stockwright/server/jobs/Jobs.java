package dev.stockwright.server.jobs;

import static dev.stockwright.db.tables.Tables.JOB_RUN;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.stockwright.db.Database;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Does jobs at their times. Of all the servers on a database one does a job at a time; when it
/// dies, another one takes over after a minute.
public final class Jobs implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Jobs.class);
  private static final int DETAIL_MAX = 1_000;

  private final Database database;
  private final InstantSource clock;
  private final LongAdder failures = new LongAdder();
  private final Scheduler scheduler;

  /// How fast db-scheduler looks and notices that a server has died.
  record Pace(Duration look, Duration heartbeat) {
    static Pace usual() {
      return new Pace(Duration.ofSeconds(1), Duration.ofSeconds(10));
    }
  }

  Jobs(Database database, InstantSource clock, List<Job> jobs, Pace pace) {
    this.database = database;
    this.clock = clock;
    List<RecurringTask<Void>> tasks = jobs.stream().map(this::task).toList();
    this.scheduler =
        Scheduler.create(database.commandSource())
            .startTasks(tasks)
            .threads(2)
            .clock(clock::instant)
            .pollingInterval(pace.look())
            .heartbeatInterval(pace.heartbeat())
            .missedHeartbeatsLimit(6)
            .commitWhenAutocommitDisabled(true)
            .alwaysPersistTimestampInUTC()
            .shutdownMaxWait(Duration.ofSeconds(5))
            .build();
  }

  /// Starts them.
  void start() {
    scheduler.start();
  }

  /// Runs that ended in a fault, since the start.
  public long failures() {
    return failures.sum();
  }

  private RecurringTask<Void> task(Job job) {
    return Tasks.recurring(job.name(), job.schedule()).execute((instance, context) -> run(job));
  }

  private void run(Job job) {
    Instant began = clock.instant();
    try {
      String done = job.action().run();
      if (!done.isEmpty()) {
        remember(job, began, false, done);
        follow(job);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (Exception e) {
      failures.increment();
      LOG.error("Job {} failed", job.name(), e);
      remember(job, began, true, String.valueOf(e.getMessage()));
      follow(job);
    }
  }

  /// What does not follow now follows at the next review.
  private static void follow(Job job) {
    try {
      job.afterwards().run();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (Exception e) {
      LOG.error("What follows from job {} failed", job.name(), e);
    }
  }

  private void remember(Job job, Instant began, boolean failed, String detail) {
    try {
      database
          .changing()
          .transaction(
              tx ->
                  tx.dsl()
                      .insertInto(JOB_RUN)
                      .set(JOB_RUN.JOB, job.name())
                      .set(JOB_RUN.BEGAN_AT, began.atOffset(ZoneOffset.UTC))
                      .set(JOB_RUN.ENDED_AT, clock.instant().atOffset(ZoneOffset.UTC))
                      .set(JOB_RUN.FAILED, failed)
                      .set(JOB_RUN.DETAIL, shortened(detail))
                      .execute());
    } catch (RuntimeException e) {
      LOG.error("The run of job {} cannot be remembered: {}", job.name(), detail, e);
    }
  }

  private static String shortened(String detail) {
    return detail.length() > DETAIL_MAX ? detail.substring(0, DETAIL_MAX) : detail;
  }

  /// Waits a moment for what is being done.
  @Override
  public void close() {
    scheduler.stop();
  }
}
