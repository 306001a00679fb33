package dev.stockwright.devices.labels.queue;

import dev.stockwright.devices.DeviceHealth;
import dev.stockwright.devices.labels.LabelPrinter;
import dev.stockwright.devices.labels.MadeLabel;
import dev.stockwright.devices.labels.queue.PrintJob.State;
import dev.stockwright.devices.labels.queue.QueueAnswer.Done;
import dev.stockwright.devices.labels.queue.QueueAnswer.Refused;
import dev.stockwright.devices.reasons.PrinterReason;
import dev.stockwright.devices.reasons.Told;
import dev.stockwright.vocabulary.DeviceId;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/// Labels on their way to printers. Asking for one takes as long as writing a small file; printers
/// that are away, out of paper or slow hold up nobody but the labels behind.
///
/// After a restart what waited is printed, what was going out is asked about, and what was sent
/// stays as it was: no label comes twice unless a person wants it.
public final class PrintQueue implements AutoCloseable {
  private final JobFolder folder;
  private final Jobs jobs;
  private final Map<DeviceId, PrinterLane> lanes;
  private final InstantSource clock;

  private PrintQueue(
      JobFolder folder, Jobs jobs, Map<DeviceId, PrinterLane> lanes, InstantSource clock) {
    this.folder = folder;
    this.jobs = jobs;
    this.lanes = lanes;
    this.clock = clock;
  }

  /// Opens the queue in a folder and begins to print what waits there.
  ///
  /// @return empty while another program prints from this folder
  public static Optional<PrintQueue> open(
      Path folder,
      List<LabelPrinter> printers,
      QueueSettings settings,
      InstantSource clock,
      PrintListener listener) {
    return JobFolder.open(folder)
        .map(
            opened -> {
              Jobs jobs = new Jobs(opened, settings, clock, listener);
              Map<DeviceId, PrinterLane> lanes =
                  new TreeMap<>(Comparator.comparing(DeviceId::code));
              for (LabelPrinter printer : printers) {
                lanes.put(
                    printer.source(),
                    new PrinterLane(printer, jobs, opened, settings, clock, listener));
              }
              lanes.values().forEach(PrinterLane::start);
              return new PrintQueue(opened, jobs, lanes, clock);
            });
  }

  /// Puts a label into the queue; it survives a kill from here on.
  ///
  /// @param by who asked, for the log
  public QueueAnswer submit(DeviceId printer, MadeLabel.Ready label, String by) {
    return add(printer, label.title(), label.zpl(), by, OptionalLong.empty());
  }

  /// Prints the label of an earlier job again, as a job of its own that says so.
  public QueueAnswer reprint(long number, String by) {
    return jobs.one(number).map(job -> again(job, by)).orElseGet(() -> unknown(number));
  }

  /// Prints again what this printer got last.
  public QueueAnswer reprintLast(DeviceId printer, String by) {
    return jobs.latest(
            job ->
                job.printer().equals(printer)
                    && (job.state() == State.PRINTED
                        || job.state() == State.SENT
                        || job.state() == State.ATTENTION))
        .map(job -> again(job, by))
        .orElseGet(() -> new Refused("nothing_printed", Told.of(PrinterReason.NOTHING_TO_REPEAT)));
  }

  private QueueAnswer again(PrintJob job, String by) {
    return add(job.printer(), job.title(), job.zpl(), by, OptionalLong.of(job.number()));
  }

  private QueueAnswer add(
      DeviceId printer, String title, String zpl, String by, OptionalLong reprintOf) {
    PrinterLane lane = lanes.get(printer);
    if (lane == null) {
      return noPrinter(printer);
    }
    PrintJob wish =
        new PrintJob(
            0,
            printer,
            title,
            by,
            clock.instant(),
            reprintOf,
            State.QUEUED,
            clock.instant(),
            Told.of(PrinterReason.WAITS),
            zpl);
    QueueAnswer answer = jobs.add(wish);
    lane.wake();
    return answer;
  }

  /// Tries a job again that was given up, cancelled, or perhaps printed; and a waiting one at once.
  public QueueAnswer retry(long number) {
    return change(
        number,
        job ->
            switch (job.state()) {
              case QUEUED, ATTENTION, FAILED, CANCELLED -> {
                QueueAnswer answer =
                    done(jobs.become(job, State.QUEUED, Told.of(PrinterReason.WAITS)), number);
                lane(job).ifPresent(PrinterLane::nudge);
                yield answer;
              }
              case SENDING, SENT, PRINTED ->
                  new Refused("already_sent", Told.of(PrinterReason.REPRINT_INSTEAD));
            });
  }

  /// Takes a job out of the queue.
  public QueueAnswer cancel(long number) {
    return change(
        number,
        job ->
            switch (job.state()) {
              case QUEUED, ATTENTION, FAILED ->
                  done(jobs.become(job, State.CANCELLED, Told.of(PrinterReason.CANCELLED)), number);
              case CANCELLED -> new Done(number);
              case SENDING, SENT, PRINTED ->
                  new Refused("already_sent", Told.of(PrinterReason.CANCEL_THERE));
            });
  }

  /// A person has seen the label of a job that is sent or perhaps printed.
  public QueueAnswer seen(long number, String by) {
    return change(
        number,
        job ->
            switch (job.state()) {
              case SENT, ATTENTION ->
                  done(jobs.become(job, State.PRINTED, Told.of(PrinterReason.SEEN_BY, by)), number);
              case PRINTED -> new Done(number);
              case QUEUED, SENDING, FAILED, CANCELLED ->
                  new Refused("not_sent", Told.of(PrinterReason.NOT_SENT));
            });
  }

  /// Gives a waiting job to another printer.
  public QueueAnswer move(long number, DeviceId printer) {
    PrinterLane lane = lanes.get(printer);
    if (lane == null) {
      return noPrinter(printer);
    }
    return change(
        number,
        job ->
            switch (job.state()) {
              case QUEUED, FAILED, CANCELLED -> {
                QueueAnswer answer =
                    done(
                        jobs.move(job, printer, Told.of(PrinterReason.MOVED_FROM, job.printer())),
                        number);
                lane.wake();
                yield answer;
              }
              case SENDING, SENT, PRINTED, ATTENTION ->
                  new Refused("already_sent", Told.of(PrinterReason.LOOK_THERE));
            });
  }

  private interface Change {
    QueueAnswer of(PrintJob job);
  }

  private QueueAnswer change(long number, Change change) {
    return jobs.one(number).map(change::of).orElseGet(() -> unknown(number));
  }

  private static QueueAnswer done(Optional<PrintJob> changed, long number) {
    return changed.isPresent()
        ? new Done(number)
        : new Refused("changed", Told.of(PrinterReason.CHANGED));
  }

  private Optional<PrinterLane> lane(PrintJob job) {
    return Optional.ofNullable(lanes.get(job.printer()));
  }

  private static QueueAnswer unknown(long number) {
    return new Refused("no_job", Told.of(PrinterReason.NO_JOB, Long.toString(number)));
  }

  private static QueueAnswer noPrinter(DeviceId printer) {
    return new Refused("no_printer", Told.of(PrinterReason.NO_PRINTER, printer));
  }

  /// All jobs that are open or kept, by number.
  public List<PrintJob> jobs() {
    return jobs.all();
  }

  /// Files of jobs that could not be read when the queue was opened, kept aside in its folder.
  /// Their labels must be asked for again.
  public List<String> damaged() {
    return folder.damaged();
  }

  /// How each printer is.
  public List<DeviceHealth> printers() {
    return lanes.values().stream().map(PrinterLane::health).toList();
  }

  /// Ends after the labels that are going out; what waits stays in the folder.
  @Override
  public void close() {
    lanes.values().forEach(PrinterLane::close);
    folder.close();
  }
}
