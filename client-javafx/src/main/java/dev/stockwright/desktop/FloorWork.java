package dev.stockwright.desktop;

import dev.stockwright.client.ClientCore;
import dev.stockwright.client.WorkDesk;
import dev.stockwright.client.card.Input;
import dev.stockwright.client.card.Key;
import dev.stockwright.client.scan.ScanQueue;
import dev.stockwright.client.workflow.Activity;
import dev.stockwright.client.workflow.Outcome;
import dev.stockwright.desktop.look.Speech;
import dev.stockwright.desktop.work.WorkActions;
import dev.stockwright.desktop.work.WorkPainter;
import dev.stockwright.desktop.work.WorkPicture;
import dev.stockwright.desktop.work.WorkViewModel;
import dev.stockwright.devices.wedge.WedgeScanner;
import dev.stockwright.fx.sound.Sounds;
import dev.stockwright.protocol.Answer;
import dev.stockwright.protocol.Envelope;
import dev.stockwright.vocabulary.Scan;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;

/// Work by cards at this desk: hands scans and presses to the activities of who is signed in, says
/// at once what came of each, and then draws the card anew.
///
/// Scans are handled on the queue's own thread in their order, presses on the worker's; cards are
/// drawn by the worker alone, so an older one never follows a newer one.
final class FloorWork implements WorkActions {
  /// Has a screen of its own at the desk.
  private static final Set<Activity> ELSEWHERE = Set.of(Activity.RECEIVE);

  private final Parts parts;
  private final Heard heard;
  private final FeedbackWords words;
  private final WorkViewModel model;
  private final Runnable redraw;
  private final ScanQueue queue;
  private final Map<Scan, Long> typedBefore = new ConcurrentHashMap<>();
  private final Worker approvals;
  private volatile Optional<WorkDesk> desk = Optional.empty();

  /// How a scan is heard and timed.
  record Heard(ScanTimes times, FeedbackProbe probe, Sounds sounds) {}

  /// What it is made of.
  ///
  /// @param elsewhere brings the screen of an activity to the front, with the scan that wanted it;
  /// on the JavaFX thread
  record Parts(
      ClientCore client,
      Worker worker,
      FxBridge bridge,
      InstantSource clock,
      Speech speech,
      BiConsumer<Activity, Optional<Scan>> elsewhere) {}

  FloorWork(Parts parts, Heard heard) {
    this.parts = parts;
    this.heard = heard;
    this.words = new FeedbackWords(parts.client());
    this.model = new WorkViewModel(this, heard.sounds(), parts.speech());
    this.redraw = parts.worker().once(this::draw);
    this.approvals = parts.worker().beside("work-approvals");
    this.queue = new ScanQueue(this::handled, this::told, parts.client()::wording);
  }

  WorkViewModel model() {
    return model;
  }

  /// Somebody is signed in; each person finds their own work. On the worker's thread.
  void came() {
    desk = parts.client().workDesk(ELSEWHERE);
    parts.bridge().post(model::forget);
    redraw();
  }

  /// Something the card is made of has changed. Any thread.
  void redraw() {
    redraw.run();
  }

  /// The server has answered a command. Any thread: the outbox says it while nobody else may add to
  /// it, so that whoever works must not be waited for here.
  void settled(Envelope envelope, Answer answer) {
    parts.worker().run(() -> desk.ifPresent(now -> now.settled(envelope, answer)));
    redraw();
  }

  private void draw() {
    desk.ifPresent(
        now -> {
          WorkPicture picture = WorkPainter.paint(now.view(), parts.client().wording());
          parts.bridge().show("work", () -> model.show(picture));
        });
  }

  @Override
  public void cardScanned(Scan scan, OptionalLong number) {
    number.ifPresent(units -> typedBefore.put(scan, units));
    switch (queue.offer(scan)) {
      case QUEUED -> model.scansWaiting().set(queue.waiting());
      case BOUNCE -> {
        forget(scan);
        model.bounced();
      }
      case TOO_FAST -> forget(scan);
    }
  }

  private void forget(Scan scan) {
    typedBefore.remove(scan);
    heard.times().since(scan);
  }

  @Override
  public void codeTyped(String code) {
    cardScanned(
        Scan.ofText(code, WedgeScanner.KEYBOARD, parts.clock().instant()), OptionalLong.empty());
  }

  @Override
  public void given(Input input) {
    boolean taken =
        queue.then(
            () -> desk.ifPresent(now -> finish(now.give(input), Optional.empty())),
            bug -> say(queue.failed(), Optional.empty()));
    if (!taken) {
      say(queue.failed(), Optional.empty());
    }
  }

  @Override
  public void supervisorNamed(String user) {
    parts.worker().run(() -> desk.ifPresent(now -> finish(now.supervisor(user), Optional.empty())));
  }

  @Override
  public void supervisorBack() {
    given(new Input.Press(Key.BACK));
  }

  /// The server may take its time.
  @Override
  public void supervisorPin(String digits) {
    approvals.run(() -> desk.ifPresent(now -> finish(now.pin(digits, redraw), Optional.empty())));
  }

  private Outcome handled(Scan scan) {
    Long typed = typedBefore.remove(scan);
    OptionalLong number = typed == null ? OptionalLong.empty() : OptionalLong.of(typed);
    WorkDesk.Done done = desk.orElseThrow().scan(scan, number);
    moveOn(done, Optional.of(scan));
    return done.outcome();
  }

  private void told(Scan scan, Outcome outcome) {
    say(outcome, Optional.of(scan));
  }

  private void finish(WorkDesk.Done done, Optional<Scan> scan) {
    moveOn(done, scan);
    say(done.outcome(), scan);
  }

  private void moveOn(WorkDesk.Done done, Optional<Scan> scan) {
    done.elsewhere()
        .ifPresent(activity -> parts.bridge().post(() -> parts.elsewhere().accept(activity, scan)));
  }

  private void say(Outcome outcome, Optional<Scan> scan) {
    dev.stockwright.desktop.look.Feedback feedback = words.feedback(outcome, scan);
    parts
        .bridge()
        .post(
            () -> {
              model.say(feedback);
              model.scansWaiting().set(queue.waiting());
              scan.ifPresent(
                  s -> heard.times().since(s).ifPresent(nanos -> heard.probe().shown(s, nanos)));
            });
    redraw();
  }

  /// Stops taking scans.
  void close() {
    approvals.close();
    queue.close();
  }
}
