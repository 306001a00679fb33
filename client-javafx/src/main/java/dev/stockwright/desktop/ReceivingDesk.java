package dev.stockwright.desktop;

import dev.stockwright.client.ClientCore;
import dev.stockwright.client.ReceivingSession;
import dev.stockwright.client.WarehouseDesk;
import dev.stockwright.client.card.Key;
import dev.stockwright.client.outbox.Entry;
import dev.stockwright.client.scan.ScanQueue;
import dev.stockwright.client.workflow.Outcome;
import dev.stockwright.desktop.look.Decision;
import dev.stockwright.desktop.look.Feedback;
import dev.stockwright.desktop.receiving.FeedEntry;
import dev.stockwright.desktop.receiving.Lane;
import dev.stockwright.desktop.receiving.ReceiptLine;
import dev.stockwright.desktop.receiving.ReceivingActions;
import dev.stockwright.desktop.receiving.ReceivingViewModel;
import dev.stockwright.fx.look.Delay;
import dev.stockwright.fx.sound.Sounds;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Scan;
import dev.stockwright.vocabulary.Sku;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;

/// Receiving at this desk: hands scans and presses to the session of the device, says at once what
/// came of each, and afterwards draws the receipt anew from what the device has kept.
///
/// Scans are handled on the queue's own thread in their order, presses on the worker's; pictures
/// are drawn by the worker alone, so an older one never follows a newer one.
final class ReceivingDesk implements ReceivingActions {
  private static final String BLIND = ReceivingPicture.BLIND;

  private final ClientCore client;
  private final Worker worker;
  private final FxBridge bridge;
  private final InstantSource clock;
  private final ScanTimes times;
  private final FeedbackProbe probe;
  private final FeedbackWords words;
  private final Function<WarehouseDesk, ReceivingPicture> painter;
  private final Consumer<ReceivingPicture> alsoShows;
  private final Runnable labels;
  private final ReceivingViewModel model;
  private final Runnable redraw;
  private final Map<Scan, Long> typedBefore = new ConcurrentHashMap<>();
  private final AtomicLong unrecorded = new AtomicLong();
  private volatile Optional<AtWork> work = Optional.empty();
  private volatile Optional<Sku> lastHere = Optional.empty();
  // Of the JavaFX thread.
  private String shownReceipt = "";
  private Optional<Scan> saidOf = Optional.empty();
  private Optional<Scan> bouncedEarly = Optional.empty();

  private record AtWork(WarehouseDesk desk, ScanQueue queue) {}

  /// What it is made of.
  ///
  /// @param alsoShows hears of every picture, on the JavaFX thread
  record Parts(
      ClientCore client,
      Worker worker,
      FxBridge bridge,
      InstantSource clock,
      ScanTimes times,
      FeedbackProbe probe,
      Function<WarehouseDesk, ReceivingPicture> painter,
      Consumer<ReceivingPicture> alsoShows) {}

  /// `labels` prints a label of what was received last; it must return at once.
  ReceivingDesk(Parts parts, Delay delay, Sounds sounds, Runnable labels) {
    this.client = parts.client();
    this.worker = parts.worker();
    this.bridge = parts.bridge();
    this.clock = parts.clock();
    this.times = parts.times();
    this.probe = parts.probe();
    this.painter = parts.painter();
    this.alsoShows = parts.alsoShows();
    this.labels = labels;
    this.words = new FeedbackWords(client);
    this.model = new ReceivingViewModel(this, delay, sounds);
    this.redraw = worker.once(this::draw);
  }

  ReceivingViewModel model() {
    return model;
  }

  /// The device works in this warehouse now. On the worker's thread.
  void entered(WarehouseDesk desk) {
    work.ifPresent(before -> before.queue().close());
    ReceivingSession session = desk.receiving();
    ScanQueue queue = new ScanQueue(scan -> handled(session, scan), this::told, client::wording);
    work = Optional.of(new AtWork(desk, queue));
    List<FeedEntry> before = words.history();
    bridge.post(
        () -> {
          model.feed().clear();
          before.forEach(model::showInFeed);
        });
    redraw();
  }

  /// Something the picture is made of has changed. Any thread.
  void redraw() {
    redraw.run();
  }

  /// A message that belongs to no step here. Any thread.
  void say(Feedback feedback) {
    bridge.post(() -> model.say(feedback));
  }

  @Override
  public void scanned(Scan scan, OptionalLong typed) {
    Optional<AtWork> now = work;
    if (now.isEmpty()) {
      return; // Nobody has signed in yet: the frame shows that screen, and it takes the scan.
    }
    typed.ifPresent(number -> typedBefore.put(scan, number));
    switch (now.get().queue().offer(scan)) {
      case QUEUED -> model.scansWaiting().set(now.get().queue().waiting());
      case BOUNCE -> {
        forget(scan);
        bounced(scan);
      }
      case TOO_FAST -> forget(scan);
    }
  }

  private void forget(Scan scan) {
    typedBefore.remove(scan);
    times.since(scan);
  }

  /// What came of the first read may still be on its way to the screen; then this waits for it.
  @Override
  public void bounced(Scan scan) {
    if (saidOf.filter(said -> same(said, scan)).isPresent()) {
      model.sayReadTwice();
    } else {
      bouncedEarly = Optional.of(scan);
    }
  }

  private static boolean same(Scan one, Scan other) {
    return one.raw().equals(other.raw()) && one.source().equals(other.source());
  }

  private Outcome handled(ReceivingSession session, Scan scan) {
    Long typed = typedBefore.remove(scan);
    if (typed != null) {
      session.times(typed);
    }
    return session.onScan(scan);
  }

  private void told(Scan scan, Outcome outcome) {
    say(outcome, Optional.of(scan));
  }

  /// First what happened, so that it is on the screen at once; then what follows from it.
  private void say(Outcome outcome, Optional<Scan> scan) {
    Feedback feedback = words.feedback(outcome, scan);
    bridge.post(
        () -> {
          model.say(feedback);
          saidOf = scan;
          if (scan.isPresent() && bouncedEarly.filter(b -> same(b, scan.get())).isPresent()) {
            model.sayReadTwice();
          }
          bouncedEarly = Optional.empty();
          work.ifPresent(now -> model.scansWaiting().set(now.queue().waiting()));
          scan.ifPresent(s -> times.since(s).ifPresent(nanos -> probe.shown(s, nanos)));
        });
    Optional<Entry> entry = outcome.command().flatMap(client::find);
    entry.flatMap(words::sku).ifPresent(sku -> lastHere = Optional.of(sku));
    Instant at = scan.map(Scan::at).orElseGet(clock::instant);
    Optional<Lane> lane = scan.map(Scan::source).map(Lane::of);
    FeedEntry line =
        entry
            .map(
                kept ->
                    words
                        .feedEntry(kept, outcome, lane)
                        .orElseGet(() -> words.recorded(kept, outcome, lane)))
            .orElseGet(
                () ->
                    words.unrecorded(
                        "unrecorded-" + unrecorded.incrementAndGet(), outcome, at, lane));
    bridge.post(() -> model.showInFeed(line));
    redraw();
  }

  @Override
  public void open(String queueId) {
    ask(
        session ->
            queueId.equals(BLIND) ? session.leaveOrder() : session.open(new Reference(queueId)));
  }

  @Override
  public void startBlindReceipt() {
    ask(ReceivingSession::leaveOrder);
  }

  @Override
  public void receive(String lineKey, long quantity) {
    ask(session -> session.receive(new Sku(lineKey), quantity));
  }

  @Override
  public void undo() {
    ask(ReceivingSession::undoLast);
  }

  @Override
  public void printLabel() {
    labels.run();
  }

  @Override
  public void decide(Decision decision, Decision.Option option) {
    model.decision().set(Optional.empty()); // A second press answers nothing.
    ask(session -> session.choose(Key.valueOf(option.id())));
  }

  private void ask(Function<ReceivingSession, Outcome> step) {
    work.ifPresent(
        now -> worker.run(() -> say(step.apply(now.desk().receiving()), Optional.empty())));
  }

  private void draw() {
    work.ifPresent(
        now -> {
          ReceivingPicture picture = painter.apply(now.desk());
          Optional<Sku> here = lastHere;
          bridge.show("receiving", () -> show(picture, here));
        });
  }

  private void show(ReceivingPicture picture, Optional<Sku> here) {
    if (!model.queue().equals(picture.queue())) {
      model.queue().setAll(picture.queue());
    }
    model.openId().set(picture.openId());
    model.receipt().set(picture.receipt());
    showLines(picture, here);
    if (!model.decision().get().equals(picture.decision())) {
      model.decision().set(picture.decision());
    }
    model.step().set(picture.step());
    model.undoable().set(picture.undoable());
    List<String> answered =
        model.feed().stream()
            .filter(entry -> entry.sent() == FeedEntry.Sent.SAVED)
            .map(FeedEntry::id)
            .filter(picture.sent()::contains)
            .toList();
    answered.forEach(model::markSent);
    alsoShows.accept(picture);
  }

  /// Another receipt replaces the lines; the same one changes in place, so that nothing moves.
  private void showLines(ReceivingPicture picture, Optional<Sku> here) {
    List<String> shown =
        model.lines().stream()
            .flatMap(row -> row.value().get().stream())
            .map(ReceiptLine::key)
            .toList();
    List<String> wanted = picture.lines().stream().map(ReceiptLine::key).toList();
    boolean same =
        shownReceipt.equals(picture.openId().orElse(""))
            && wanted.size() >= shown.size()
            && wanted.subList(0, shown.size()).equals(shown);
    if (!same) {
      shownReceipt = picture.openId().orElse("");
      model.showLines(picture.lines());
      return;
    }
    for (int i = 0; i < picture.lines().size(); i++) {
      ReceiptLine line = picture.lines().get(i);
      boolean changed = i >= shown.size() || !current(i).equals(Optional.of(line));
      if (changed) {
        model.showLine(line, here.equals(Optional.of(line.sku())));
      }
    }
  }

  private Optional<ReceiptLine> current(int index) {
    return model.lines().get(index).value().get();
  }

  /// Stops taking scans.
  void close() {
    work.ifPresent(now -> now.queue().close());
  }
}
