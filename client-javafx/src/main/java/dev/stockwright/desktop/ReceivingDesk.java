package dev.stockwright.desktop;

import dev.stockwright.client.ClientCore;
import dev.stockwright.client.PortalSession;
import dev.stockwright.client.ReceivingSession;
import dev.stockwright.client.WarehouseDesk;
import dev.stockwright.client.card.Key;
import dev.stockwright.client.outbox.Entry;
import dev.stockwright.client.workflow.Outcome;
import dev.stockwright.client.workflow.Signal;
import dev.stockwright.desktop.look.Decision;
import dev.stockwright.desktop.look.Feedback;
import dev.stockwright.desktop.look.Speech;
import dev.stockwright.desktop.receiving.DockLanes;
import dev.stockwright.desktop.receiving.FeedEntry;
import dev.stockwright.desktop.receiving.Lane;
import dev.stockwright.desktop.receiving.ReceivingActions;
import dev.stockwright.desktop.receiving.ReceivingViewModel;
import dev.stockwright.fx.look.Delay;
import dev.stockwright.vocabulary.DeviceId;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Scan;
import dev.stockwright.vocabulary.Sku;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;

/// Receiving at this desk: hands scans and presses to the session of the device, says at once what
/// came of each, and afterwards draws the receipt anew from what the device has kept.
///
/// Two lanes work at once, each with a receipt and an order of scans of its own ([LaneWork]).
/// Presses belong to the lane that is shown and have their turn among its scans; pictures are drawn
/// by the worker alone, so an older one never follows a newer one.
final class ReceivingDesk implements ReceivingActions {
  private static final String BLIND = ReceivingPicture.BLIND;

  private final ClientCore client;
  private final Worker worker;
  private final FxBridge bridge;
  private final InstantSource clock;
  private final ScanTimes times;
  private final FeedbackProbe probe;
  private final FeedbackWords words;
  private final DeskLanes bindings;
  private final ReceivingPainter painter;
  private final Consumer<ReceivingPicture> alsoShows;
  private final DevicesDesk devices;
  private final ReceivingViewModel model;
  private final Runnable redraw;
  private final ShownLines shownLines;
  private final Worker asking;
  private final DockKeys keys;
  private final AtomicLong unrecorded = new AtomicLong();
  private volatile List<LaneWork> work = List.of();
  private volatile int shown = 1;

  /// What it is made of.
  ///
  /// @param alsoShows hears of every picture, on the JavaFX thread
  record Parts(
      ClientCore client,
      Worker worker,
      FxBridge bridge,
      InstantSource clock,
      FloorWork.Heard heard,
      DeskLanes bindings,
      ReceivingPainter painter,
      Consumer<ReceivingPicture> alsoShows,
      Speech speech) {}

  /// `devices` print labels and hear tags.
  ReceivingDesk(Parts parts, Delay delay, DevicesDesk devices) {
    this.client = parts.client();
    this.worker = parts.worker();
    this.bridge = parts.bridge();
    this.clock = parts.clock();
    this.times = parts.heard().times();
    this.probe = parts.heard().probe();
    this.bindings = parts.bindings();
    this.painter = parts.painter();
    this.alsoShows = parts.alsoShows();
    this.devices = devices;
    this.words = new FeedbackWords(client);
    this.model = new ReceivingViewModel(this, delay, parts.heard().sounds(), parts.speech());
    this.shownLines = new ShownLines(model);
    this.redraw = worker.once(this::draw);
    this.asking = worker.beside("lane-questions");
    this.keys = new DockKeys(client);
  }

  ReceivingViewModel model() {
    return model;
  }

  /// The device works in this warehouse now; every lane goes on where it was. On the worker's
  /// thread.
  void entered(WarehouseDesk desk) {
    work.forEach(LaneWork::close);
    work =
        IntStream.rangeClosed(1, DockLanes.MAX)
            .mapToObj(
                lane ->
                    new LaneWork(
                        lane,
                        desk.receiving(nameOf(lane)),
                        desk.portal(),
                        this::told,
                        client::wording))
            .toList();
    List<LaneWork> lanes = work;
    devices.gate().entered(desk.portal(), worker, this::passed);
    shown = bindings.shown();
    int front = shown;
    List<FeedEntry> before = words.history();
    bridge.post(
        () -> {
          model.feed().clear();
          before.forEach(model::showInFeed);
          model.showLane(front);
          lanes.forEach(lane -> model.stillTyped(lane.number(), lane.typed()));
        });
    redraw();
  }

  /// The first lane is the one that a desk with one scanner has.
  private static String nameOf(int lane) {
    return lane == 1 ? "" : Integer.toString(lane);
  }

  private Optional<LaneWork> lane(int number) {
    return work.stream().filter(lane -> lane.number() == number).findFirst();
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
  public OptionalInt laneOf(DeviceId source) {
    return bindings.sideBySide() ? bindings.laneOf(source) : OptionalInt.empty();
  }

  @Override
  public void laneShown(int lane) {
    shown = lane;
    lane(lane).ifPresent(now -> model.scansWaiting().set(now.waiting()));
    bindings.show(lane);
    worker.run(bindings::keep);
    redraw();
  }

  @Override
  public void bind(DeviceId source, int lane) {
    if (!DeskLanes.bindable(source)) {
      model.say(words.notBound());
      return;
    }
    bindings.bind(source, lane);
    model.say(words.bound(source, lane));
    worker.run(bindings::keep);
    redraw();
  }

  @Override
  public void typed(int lane, long number) {
    lane(lane)
        .ifPresent(
            now -> {
              now.typed(number);
              worker.run(now::keepTyped);
            });
  }

  @Override
  public void scanned(int lane, Scan scan, OptionalLong typed) {
    Optional<LaneWork> now = lane(lane);
    if (now.isEmpty()) {
      return; // Nobody has signed in yet: the frame shows that screen, and it takes the scan.
    }
    switch (now.get().offer(scan, typed)) {
      case QUEUED -> showWaiting(now.get());
      case BOUNCE -> {
        times.since(scan);
        bounced(lane, scan);
      }
      case TOO_FAST -> times.since(scan);
    }
  }

  private void showWaiting(LaneWork lane) {
    if (lane.number() == shown) {
      model.scansWaiting().set(lane.waiting());
    }
  }

  /// What came of the first read may still be on its way to the screen; then this waits for it.
  @Override
  public void bounced(int lane, Scan scan) {
    if (lane(lane).filter(now -> now.bounced(scan)).isPresent()) {
      model.sayReadTwice(lane);
    }
  }

  private void told(LaneWork lane, Scan scan, Outcome outcome) {
    say(lane, outcome, Optional.of(scan));
  }

  /// First what happened, so that it is on the screen at once; then what follows from it.
  private void say(LaneWork in, Outcome outcome, Optional<Scan> scan) {
    Feedback feedback = words.feedback(outcome, scan);
    bridge.post(
        () -> {
          model.say(in.number(), feedback);
          if (in.said(scan)) {
            model.sayReadTwice(in.number());
          }
          showWaiting(in);
          scan.ifPresent(s -> times.since(s).ifPresent(nanos -> probe.shown(s, nanos)));
        });
    Optional<Entry> entry = outcome.command().flatMap(client::find);
    entry.flatMap(words::sku).ifPresent(in::lastHere);
    Instant at = scan.map(Scan::at).orElseGet(clock::instant);
    Optional<Lane> lane = Optional.of(Lane.of(in.number()));
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
    askLane(lane -> lane.receive(new Sku(lineKey), quantity));
  }

  @Override
  public void undo() {
    ask(ReceivingSession::undoLast);
  }

  @Override
  public void printLabel() {
    devices.printLabel();
  }

  @Override
  public void decide(Decision decision, Decision.Option option) {
    model.decision().set(Optional.empty()); // A second press answers nothing.
    askLane(lane -> lane.answer(option.id()));
  }

  @Override
  public void supervisorNamed(String user) {
    ask(session -> session.supervisor(user));
  }

  @Override
  public void supervisorBack() {
    ask(ReceivingSession::back);
  }

  @Override
  public void supervisorPin(String digits) {
    askServer(lane -> lane.session().pin(digits, redraw));
  }

  @Override
  public void release() {
    askServer(keys::release);
  }

  @Override
  public void finish() {
    askLane(keys::finish);
  }

  /// The server may take its time, and both lanes go on.
  private void askServer(Function<LaneWork, Outcome> step) {
    press(lane -> asking.run(() -> say(lane, step.apply(lane), Optional.empty())));
  }

  @Override
  public void readTags() {
    Optional<PortalSession> gate = devices.gate().session();
    gate.ifPresent(now -> askLane(lane -> keys.gate(lane, devices.gate(), now)));
  }

  @Override
  public void leaveGate() {
    askLane(lane -> lane.choose(Key.BACK));
  }

  /// What came of tags: said in the lane of their receipt. On the worker's thread.
  private void passed(Outcome outcome) {
    LaneWork lane =
        work.stream().filter(LaneWork::atGate).findFirst().orElseGet(() -> work.get(shown - 1));
    if (outcome.command().isPresent() || outcome.signal() != Signal.ACCEPT) {
      say(lane, outcome, Optional.empty());
    } else {
      redraw(); // A tag more is a figure more; only what it came to is said.
    }
  }

  private void ask(Function<ReceivingSession, Outcome> step) {
    askLane(lane -> step.apply(lane.session()));
  }

  private void askLane(Function<LaneWork, Outcome> step) {
    press(lane -> say(lane, step.apply(lane), Optional.empty()));
  }

  /// In the lane that is shown at the press, whichever is when it is worked on.
  private void press(Consumer<LaneWork> step) {
    lane(shown)
        .ifPresent(
            lane -> lane.then(() -> step.accept(lane), bug -> say(lane, bug, Optional.empty())));
  }

  private void draw() {
    lane(shown)
        .ifPresent(
            lane -> {
              ReceivingPicture picture = painter.paint(work, lane);
              Optional<Sku> here = lane.lastHere();
              bridge.show("receiving", () -> show(picture, here));
            });
  }

  private void show(ReceivingPicture picture, Optional<Sku> here) {
    if (picture.lane() != shown) {
      return; // Meanwhile the other lane is shown, and drawn anew.
    }
    if (!model.lanes().cards().equals(picture.lanes())) {
      model.lanes().cards().setAll(picture.lanes());
    }
    if (!model.queue().equals(picture.queue())) {
      model.queue().setAll(picture.queue());
    }
    model.openId().set(picture.openId());
    model.receipt().set(picture.receipt());
    shownLines.show(picture, here);
    model.lanes().approval().show(picture.approval());
    if (!model.decision().get().equals(picture.decision())) {
      model.decision().set(picture.decision());
    }
    model.step().set(Optional.of(picture.step()));
    model.undoable().set(picture.undoable());
    model.gate().set(picture.gate());
    List<String> answered =
        model.feed().stream()
            .filter(entry -> entry.sent() == FeedEntry.Sent.SAVED)
            .map(FeedEntry::id)
            .filter(picture.sent()::contains)
            .toList();
    answered.forEach(model::markSent);
    alsoShows.accept(picture);
  }

  /// Stops taking scans.
  void close() {
    asking.close();
    work.forEach(LaneWork::close);
  }
}
