package dev.stockwright.devices.labels.queue;

import dev.stockwright.devices.DeviceHealth;
import dev.stockwright.devices.DeviceState;
import dev.stockwright.devices.labels.HostStatus;
import dev.stockwright.devices.labels.LabelPrinter;
import dev.stockwright.devices.labels.LabelPrinter.Answer;
import dev.stockwright.devices.labels.LabelPrinter.Handed;
import dev.stockwright.devices.labels.queue.PrintJob.State;
import dev.stockwright.devices.reasons.LineReason;
import dev.stockwright.devices.reasons.PrinterReason;
import dev.stockwright.devices.reasons.Told;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One printer's way out of the queue: asks it how it is, hands it one label after another, and
/// watches whether it was printed. A platform thread of its own, because a serial line pins it.
final class PrinterLane {
  private static final Logger LOG = LoggerFactory.getLogger(PrinterLane.class);
  private static final Duration LAST_WORDS = Duration.ofSeconds(8);

  /// Answers in a row that must say that nothing is left, because one may come before the printer
  /// has begun to read.
  private static final int CALM_ANSWERS = 2;

  private final LabelPrinter printer;
  private final Jobs jobs;
  private final JobFolder folder;
  private final QueueSettings settings;
  private final LaneHealth health;
  private final InstantSource clock;
  private final Semaphore work = new Semaphore(0);
  private final Semaphore nudge = new Semaphore(0);
  private final Thread thread;
  private volatile boolean closed;
  private boolean answers;
  private Duration pause;

  PrinterLane(
      LabelPrinter printer,
      Jobs jobs,
      JobFolder folder,
      QueueSettings settings,
      InstantSource clock,
      PrintListener listener) {
    this.printer = printer;
    this.jobs = jobs;
    this.folder = folder;
    this.settings = settings;
    this.clock = clock;
    this.health = new LaneHealth(printer, clock, listener);
    this.answers = folder.answers(printer.source());
    this.pause = settings.retryMin();
    this.thread =
        Thread.ofPlatform().daemon().name("printer-" + printer.source()).unstarted(this::run);
  }

  void start() {
    thread.start();
  }

  DeviceHealth health() {
    return health.now();
  }

  /// There is a new job.
  void wake() {
    work.release();
  }

  /// Tries again at once.
  void nudge() {
    nudge.release();
    work.release();
  }

  private void run() {
    boolean looked = false;
    while (!closed) {
      try {
        if (!looked) {
          looked = true;
          inOrder();
        }
        step();
      } catch (InterruptedException e) {
        LOG.warn("printer {} was interrupted", printer.source());
        return;
      } catch (RuntimeException | LinkageError e) {
        LOG.error("printer {} failed", printer.source(), e);
        health.state(DeviceState.LOST, Told.of(PrinterReason.FAILED, e));
        restOrNothing();
      }
    }
  }

  private void restOrNothing() {
    try {
      rest();
    } catch (InterruptedException e) {
      closed = true;
    }
  }

  private void step() throws InterruptedException {
    Optional<PrintJob> job = jobs.next(printer.source());
    if (job.isEmpty()) {
      if (!work.tryAcquire(settings.lookEvery().toMillis(), TimeUnit.MILLISECONDS)) {
        inOrder();
      }
      work.drainPermits();
      return;
    }
    if (job.get().since().plus(settings.giveUpAfter()).isBefore(clock.instant())) {
      jobs.become(
          job.get(), State.FAILED, Told.of(PrinterReason.WAITED_TOO_LONG).and(job.get().told()));
      return;
    }
    Optional<Told> obstacle = inOrder();
    if (obstacle.isPresent()) {
      jobs.become(job.get(), State.QUEUED, obstacle.get());
      rest();
      return;
    }
    Optional<PrintJob> sending =
        jobs.become(job.get(), State.SENDING, Told.of(PrinterReason.GOING));
    if (sending.isPresent()) {
      hand(sending.get());
    }
  }

  /// Asks the printer how it is.
  ///
  /// @return what keeps it from printing
  private Optional<Told> inOrder() throws InterruptedException {
    return switch (printer.ask()) {
      case Answer.Away away -> {
        health.state(DeviceState.LOST, away.why());
        yield Optional.of(away.why());
      }
      case Answer.Silent silent -> {
        if (answers) {
          health.state(DeviceState.DEGRADED, silence());
          yield Optional.of(silence());
        }
        health.state(DeviceState.READY, Told.of(PrinterReason.REACHABLE, printer.place()));
        yield Optional.empty();
      }
      case Answer.Is(HostStatus status) -> {
        heard();
        yield trouble(status);
      }
    };
  }

  private Told silence() {
    return Told.of(PrinterReason.DOES_NOT_ANSWER, printer.place());
  }

  private void heard() {
    if (!answers) {
      answers = true;
      folder.rememberThatItAnswers(printer.source());
    }
  }

  private Optional<Told> trouble(HostStatus status) {
    Optional<Told> trouble = status.trouble();
    health.state(
        trouble.isPresent() ? DeviceState.DEGRADED : DeviceState.READY,
        trouble.orElseGet(() -> Told.of(PrinterReason.READY, printer.place())));
    return trouble;
  }

  private void hand(PrintJob sending) throws InterruptedException {
    switch (printer.hand(sending.zpl(), answers)) {
      case Handed.Nothing nothing -> {
        jobs.become(sending, State.QUEUED, nothing.why());
        health.failed(nothing.why());
        rest();
      }
      case Handed.Unknown unknown -> doubtful(sending, unknown.why());
      case Handed.All all -> {
        health.handed();
        pause = settings.retryMin();
        Optional<PrintJob> sent = jobs.become(sending, State.SENT, Told.of(PrinterReason.SENT));
        if (answers && sent.isPresent()) {
          confirm(sent.get());
        }
      }
    }
  }

  private void doubtful(PrintJob job, Told why) throws InterruptedException {
    jobs.become(
        job, State.ATTENTION, Told.of(PrinterReason.MAYBE).and(why).and(PrinterReason.THEN_SAY));
    health.failed(why);
    rest();
  }

  /// Asks until nothing is left to print. What keeps the printer from it is said; then it is in its
  /// memory and comes by itself.
  private void confirm(PrintJob sent) throws InterruptedException {
    long silentUntil = after(settings.confirmWait());
    long busyUntil = after(settings.busyWait());
    int calm = 0;
    while (!closed) {
      nudge.tryAcquire(settings.poll().toMillis(), TimeUnit.MILLISECONDS);
      Answer answer = printer.ask();
      if (answer instanceof Answer.Away(Told away)) {
        // Switched off it forgets what it had not printed, and says afterwards that nothing is
        // left.
        doubtful(sent, away);
        return;
      }
      if (!(answer instanceof Answer.Is(HostStatus status))) {
        if (System.nanoTime() - silentUntil > 0) {
          health.state(DeviceState.DEGRADED, silence());
          jobs.become(sent, State.SENT, Told.of(PrinterReason.SENT_ONLY).and(silence()));
          return;
        }
        continue;
      }
      silentUntil = after(settings.confirmWait());
      Optional<Told> trouble = trouble(status);
      if (trouble.isPresent()) {
        jobs.become(sent, State.SENT, Told.of(PrinterReason.IN_THE_PRINTER).and(trouble.get()));
        busyUntil = after(settings.busyWait());
        calm = 0;
        continue;
      }
      calm = status.idle() ? calm + 1 : 0;
      if (calm >= CALM_ANSWERS) {
        jobs.become(sent, State.PRINTED, Told.of(PrinterReason.PRINTED, printer.source()));
        return;
      }
      if (System.nanoTime() - busyUntil > 0) {
        jobs.become(sent, State.SENT, Told.of(PrinterReason.SENT_TO_BUSY));
        return;
      }
    }
  }

  private static long after(Duration wait) {
    return System.nanoTime() + wait.toNanos();
  }

  /// A pause that doubles each time, until somebody asks for a try.
  private void rest() throws InterruptedException {
    if (nudge.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS)) {
      nudge.drainPermits();
      pause = settings.retryMin();
      return;
    }
    Duration longer = pause.multipliedBy(2);
    pause = longer.compareTo(settings.retryMax()) < 0 ? longer : settings.retryMax();
  }

  /// Lets a label that is going out go out.
  void close() {
    closed = true;
    nudge();
    try {
      thread.join(LAST_WORDS);
      thread.interrupt();
      thread.join(LAST_WORDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    health.state(DeviceState.CONFIGURED, Told.of(LineReason.CLOSED));
  }
}
