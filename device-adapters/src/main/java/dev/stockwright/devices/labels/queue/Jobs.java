package dev.stockwright.devices.labels.queue;

import dev.stockwright.devices.labels.queue.PrintJob.State;
import dev.stockwright.devices.reasons.PrinterReason;
import dev.stockwright.devices.reasons.Told;
import dev.stockwright.vocabulary.DeviceId;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The jobs of a queue, in memory as in the folder. Guarded by itself; listeners are told after.
final class Jobs {
  private static final Logger LOG = LoggerFactory.getLogger(Jobs.class);

  private final JobFolder folder;
  private final QueueSettings settings;
  private final InstantSource clock;
  private final PrintListener listener;
  private final TreeMap<Long, PrintJob> jobs = new TreeMap<>();
  private long last;

  Jobs(JobFolder folder, QueueSettings settings, InstantSource clock, PrintListener listener) {
    this.folder = folder;
    this.settings = settings;
    this.clock = clock;
    this.listener = listener;
    this.last = folder.highest();
    folder.found().forEach(job -> jobs.put(job.number(), afterRestart(job)));
  }

  /// What was going out when the program ended is perhaps printed.
  private PrintJob afterRestart(PrintJob job) {
    if (job.state() != State.SENDING) {
      return job;
    }
    PrintJob doubtful =
        job.as(State.ATTENTION, clock.instant(), Told.of(PrinterReason.MAYBE_AT_THE_END));
    folder.save(doubtful);
    return doubtful;
  }

  synchronized List<PrintJob> all() {
    return List.copyOf(jobs.values());
  }

  synchronized Optional<PrintJob> one(long number) {
    return Optional.ofNullable(jobs.get(number));
  }

  synchronized Optional<PrintJob> next(DeviceId printer) {
    return jobs.values().stream()
        .filter(job -> job.printer().equals(printer) && job.state() == State.QUEUED)
        .findFirst();
  }

  synchronized Optional<PrintJob> latest(Predicate<PrintJob> wanted) {
    return jobs.descendingMap().values().stream().filter(wanted).findFirst();
  }

  /// Takes a new job; on the disk when this returns.
  QueueAnswer add(PrintJob wish) {
    PrintJob job;
    synchronized (this) {
      long open = jobs.values().stream().filter(j -> j.state().open()).count();
      if (open >= settings.openMax()) {
        return new QueueAnswer.Refused(
            "queue_full", Told.of(PrinterReason.QUEUE_FULL, Long.toString(open)));
      }
      job =
          new PrintJob(
              last + 1,
              wish.printer(),
              wish.title(),
              wish.by(),
              wish.asked(),
              wish.reprintOf(),
              State.QUEUED,
              wish.asked(),
              wish.told(),
              wish.zpl());
      try {
        folder.save(job);
      } catch (RuntimeException e) {
        LOG.error("print job {} cannot be kept", job.number(), e);
        return new QueueAnswer.Refused("not_kept", Told.of(PrinterReason.NOT_KEPT));
      }
      last = job.number();
      jobs.put(job.number(), job);
      forgetOld();
    }
    listener.job(job);
    return new QueueAnswer.Done(job.number());
  }

  private void forgetOld() {
    List<Long> finished = new ArrayList<>();
    jobs.values().stream().filter(j -> !j.state().open()).forEach(j -> finished.add(j.number()));
    for (long number : finished.subList(0, Math.max(0, finished.size() - settings.keptMax()))) {
      jobs.remove(number);
      folder.delete(number);
    }
  }

  /// Changes a job if it is still in the state that was seen.
  ///
  /// A job that goes out must be on the disk as such first; later changes that the disk refuses are
  /// kept in memory, because after a restart the job is then rightly doubtful.
  ///
  /// @return the changed job; empty when it was changed by somebody else
  Optional<PrintJob> become(PrintJob seen, State next, Told why) {
    PrintJob changed;
    synchronized (this) {
      PrintJob now = jobs.get(seen.number());
      if (now == null || now.state() != seen.state() || !now.printer().equals(seen.printer())) {
        return Optional.empty();
      }
      changed = now.as(next, clock.instant(), why);
      if (changed.equals(now)) {
        return Optional.of(now);
      }
      keep(changed, next == State.SENDING);
    }
    listener.job(changed);
    return Optional.of(changed);
  }

  private void keep(PrintJob job, boolean mustBeSaved) {
    try {
      folder.save(job);
    } catch (RuntimeException e) {
      if (mustBeSaved) {
        throw e;
      }
      LOG.error("print job {} is {} but the disk refused to keep it", job.number(), job.state(), e);
    }
    jobs.put(job.number(), job);
  }

  /// Gives a waiting job to another printer; empty when it was changed by somebody else.
  Optional<PrintJob> move(PrintJob seen, DeviceId printer, Told why) {
    PrintJob moved;
    synchronized (this) {
      PrintJob now = jobs.get(seen.number());
      if (now == null || now.state() != seen.state()) {
        return Optional.empty();
      }
      moved = now.at(printer).as(State.QUEUED, clock.instant(), why);
      keep(moved, true);
    }
    listener.job(moved);
    return Optional.of(moved);
  }
}
