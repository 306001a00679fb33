package dev.stockwright.desktop;

import dev.stockwright.client.words.DockPhrase;
import dev.stockwright.client.words.Text;
import dev.stockwright.desktop.devices.DeviceRow;
import dev.stockwright.desktop.devices.DevicesViewModel;
import dev.stockwright.desktop.devices.DriverWords;
import dev.stockwright.desktop.devices.FrameLine;
import dev.stockwright.desktop.look.Feedback;
import dev.stockwright.devices.DeviceHealth;
import dev.stockwright.devices.command.NamedAddress;
import dev.stockwright.devices.labels.LabelContent;
import dev.stockwright.devices.labels.LabelMaker;
import dev.stockwright.devices.labels.LabelPaper;
import dev.stockwright.devices.labels.LabelPrinter;
import dev.stockwright.devices.labels.LabelTemplates;
import dev.stockwright.devices.labels.MadeLabel;
import dev.stockwright.devices.labels.ZplPrinter;
import dev.stockwright.devices.labels.queue.PrintJob;
import dev.stockwright.devices.labels.queue.PrintListener;
import dev.stockwright.devices.labels.queue.PrintQueue;
import dev.stockwright.devices.labels.queue.QueueAnswer;
import dev.stockwright.devices.labels.queue.QueueSettings;
import dev.stockwright.devices.link.TcpLink;
import dev.stockwright.devices.reasons.PrinterReason;
import dev.stockwright.devices.reasons.Told;
import dev.stockwright.fx.look.Pictogram;
import dev.stockwright.vocabulary.DeviceId;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The label printers of this desk and what waits for them. A label goes into a queue in the desk's
/// folder; what a printer does with it is shown and said and holds up nobody.
final class DeskPrinters implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(DeskPrinters.class);

  /// The labels that are in the printers.
  private static final LabelPaper PAPER = new LabelPaper(100, 50, LabelPaper.Resolution.DPI_203);

  private final FloorApp app;
  private final FxBridge bridge;
  private final InstantSource clock;
  private final DevicesViewModel model;
  private final List<NamedAddress> addresses;
  private final Path folder;
  private final LabelMaker maker = new LabelMaker(LabelTemplates.builtIn());
  private volatile Optional<PrintQueue> queue = Optional.empty();
  // Guarded by this.
  private final Map<DeviceId, String> saidOf = new HashMap<>();
  private final Map<DeviceId, String> toldOf = new HashMap<>();

  /// Nothing is started yet.
  DeskPrinters(
      FloorApp app,
      FxBridge bridge,
      InstantSource clock,
      DevicesViewModel model,
      FloorOptions options) {
    this.app = app;
    this.bridge = bridge;
    this.clock = clock;
    this.model = model;
    this.addresses = options.printers();
    this.folder = options.folder().resolve("labels");
  }

  /// Begins to print what waits.
  ///
  /// Throws [FloorUnfit] with a sentence when labels cannot be kept in the desk's folder.
  void start() {
    if (addresses.isEmpty()) {
      return;
    }
    List<LabelPrinter> printers =
        addresses.stream()
            .<LabelPrinter>map(at -> ZplPrinter.at(at.name(), TcpLink.to(at.host(), at.port())))
            .toList();
    try {
      queue = PrintQueue.open(folder, printers, QueueSettings.standard(), clock, new Ear());
    } catch (UncheckedIOException e) {
      throw new FloorUnfit("Labels cannot be kept in " + folder + ": " + e.getCause(), e);
    }
    if (queue.isEmpty()) {
      throw new FloorUnfit(
          "Another program prints labels from "
              + folder
              + ". Close it, or start this desk with another --data.",
          new IllegalStateException("the print queue is locked"));
    }
    queue.get().jobs().forEach(this::list);
    queue.get().damaged().forEach(file -> LOG.warn("a label cannot be read any more: {}", file));
    refresh();
  }

  /// Shows how each is now and how many labels wait for it. Any thread.
  void refresh() {
    queue.ifPresent(
        open -> {
          List<PrintJob> jobs = open.jobs();
          open.printers().forEach(health -> show(health, jobs));
        });
  }

  private void show(DeviceHealth health, List<PrintJob> jobs) {
    DeviceRow.Kind kind = DeviceRow.Kind.PRINTER;
    List<PrintJob> own = jobs.stream().filter(j -> j.printer().equals(health.source())).toList();
    long waiting =
        own.stream()
            .filter(
                job ->
                    switch (job.state()) {
                      case QUEUED, SENDING -> true;
                      case SENT, PRINTED, ATTENTION, FAILED, CANCELLED -> false;
                    })
            .count();
    Told why = waiting == 0 ? health.told() : health.told().and(PrinterReason.LABELS_WAIT, waiting);
    DeviceHealth shown = health.in(health.state(), why, health.since());
    DeviceRow row =
        new DeviceRow(
            kind, DeviceCells.name(kind, health, app.wording()), "P", shown, Optional.empty());
    bridge.show("device-" + health.source().code(), () -> model.show(row));
  }

  private String words(Told told) {
    return DriverWords.say(told, app.client().wording());
  }

  private String words(DockPhrase phrase, Object... parts) {
    return app.client().wording().say(Text.of(phrase, parts));
  }

  /// Asks for one label at the first printer and says what came of that. Takes as long as writing a
  /// small file.
  ///
  /// @param what absent when there is nothing of which a label could be printed
  void print(Supplier<Optional<LabelContent>> what, String by) {
    Optional<PrintQueue> open = queue;
    if (open.isEmpty()) {
      say(words(DockPhrase.NO_PRINTER), words(DockPhrase.NO_PRINTER_HINT, "--printer HOST"));
      return;
    }
    Optional<LabelContent> content = what.get();
    if (content.isEmpty()) {
      say(words(DockPhrase.NOTHING_TO_PRINT), words(DockPhrase.NOTHING_TO_PRINT_HINT));
      return;
    }
    switch (maker.make(content.get(), PAPER, 1)) {
      case MadeLabel.Refused refused -> say(words(DockPhrase.NOT_PRINTED), words(refused.told()));
      case MadeLabel.Ready ready -> submit(open.get(), ready, by);
    }
  }

  private void submit(PrintQueue open, MadeLabel.Ready label, String by) {
    DeviceId printer = addresses.getFirst().name();
    Optional<PrintJob> before =
        open.jobs().stream()
            .filter(job -> job.zpl().equals(label.zpl()))
            .filter(job -> job.state() != PrintJob.State.CANCELLED)
            .reduce((_, later) -> later);
    // Said first, so that what the printer says of it comes behind.
    say(
        words(before.isPresent() ? DockPhrase.LABEL_AGAIN : DockPhrase.LABEL_QUEUED, printer),
        label.title());
    try {
      QueueAnswer answer =
          before.isPresent()
              ? open.reprint(before.get().number(), by)
              : open.submit(printer, label, by);
      switch (answer) {
        case QueueAnswer.Refused refused ->
            say(words(DockPhrase.NOT_PRINTED), words(refused.told()));
        case QueueAnswer.Done done ->
            before.ifPresent(
                job ->
                    LOG.info(
                        "label {} repeats label {} ({}), asked by {}",
                        done.number(),
                        job.number(),
                        label.title(),
                        by));
      }
    } catch (UncheckedIOException e) {
      LOG.warn("a label cannot be kept in {}", folder, e);
      say(words(DockPhrase.NOT_PRINTED), words(DockPhrase.NOT_KEPT, folder));
    }
    refresh();
  }

  private void say(String headline, String detail) {
    app.say(Feedback.system(Pictogram.PRINTER, headline, detail));
  }

  /// A line of the printer's list: the label, why it is where it is, and who asked; of one that
  /// repeats another also that it does.
  private void list(PrintJob job) {
    DockPhrase asked = job.reprintOf().isPresent() ? DockPhrase.ASKED_AGAIN : DockPhrase.ASKED_BY;
    FrameLine line =
        new FrameLine(
            job.since(),
            FrameLine.Kind.LABEL,
            words(asked, job.by(), job.asked()),
            job.title(),
            words(job.told()));
    bridge.post(() -> model.sent(job.printer().code(), line));
  }

  private final class Ear implements PrintListener {
    @Override
    public void job(PrintJob job) {
      refresh();
      if (job.state() == PrintJob.State.SENDING || !isNews(job)) {
        return;
      }
      list(job);
      if (job.state() == PrintJob.State.ATTENTION || job.state() == PrintJob.State.FAILED) {
        app.say(
            Feedback.system(
                Pictogram.TRIANGLE_ALERT,
                words(DockPhrase.LABEL_NEEDS_YOU, job.title()),
                words(job.told())));
      }
    }

    @Override
    public void printer(DeviceHealth health) {
      refresh();
      app.show(DeviceCells.cell(DeviceRow.Kind.PRINTER, health, app.wording()));
      if (isNews(health)) {
        app.say(
            Feedback.system(
                Pictogram.PLUG_ZAP,
                words(
                    DockPhrase.DOES_NOT_PRINT,
                    DeviceCells.name(DeviceRow.Kind.PRINTER, health, app.wording())),
                words(health.told())));
      }
    }
  }

  /// A label that waits is tried again and again.
  private synchronized boolean isNews(PrintJob job) {
    String now = job.number() + " " + job.state() + " " + job.told().written();
    return !now.equals(toldOf.put(job.printer(), now));
  }

  /// That it is out of paper and then paused is two things; that it is still not found is one.
  private synchronized boolean isNews(DeviceHealth health) {
    String now =
        switch (health.state()) {
          case DEGRADED -> health.told().written();
          case CONFIGURED, CONNECTING, READY, LOST -> health.state().name();
        };
    return !now.equals(saidOf.put(health.source(), now)) && DeviceCells.isBad(health);
  }

  /// Ends after the label that is going out; what waits is printed after the next start.
  @Override
  public void close() {
    queue.ifPresent(PrintQueue::close);
  }
}
