package dev.stockwright.desktop.receiving;

import dev.stockwright.desktop.approval.ApprovalViewModel;
import dev.stockwright.desktop.look.Decision;
import dev.stockwright.desktop.look.Feedback;
import dev.stockwright.desktop.look.Instruction;
import dev.stockwright.desktop.look.LiveRow;
import dev.stockwright.desktop.look.Speech;
import dev.stockwright.fx.look.Delay;
import dev.stockwright.fx.sound.Sounds;
import dev.stockwright.vocabulary.Scan;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// What the receiving screen shows and what can be asked of it. Owned by the JavaFX thread. Holds
/// no work: all of that is saved before it is shown, so closing or Esc loses nothing.
public final class ReceivingViewModel {
  /// The feed keeps this many.
  public static final int FEED_MAX = 20;

  /// The largest quantity that can be typed; longer numbers are barcodes.
  static final long TYPED_MAX = 999_999;

  private final ReceivingActions actions;
  private final Delay delay;
  private final Sounds sounds;
  private final ObservableList<QueueEntry> queue = FXCollections.observableArrayList();
  private final ObjectProperty<Optional<String>> openId =
      new SimpleObjectProperty<>(Optional.empty());
  private final ObjectProperty<Optional<ReceiptHeader>> receipt =
      new SimpleObjectProperty<>(Optional.empty());
  private final ObservableList<LiveRow<ReceiptLine>> lines = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<Optional<String>> selected =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final DockLanes lanes;
  private final Speech words;
  private final ObjectProperty<Optional<Decision>> decision =
      new SimpleObjectProperty<>(Optional.empty());
  private final ScanFeed feed = new ScanFeed();
  private final ReadOnlyLongWrapper multiplier = new ReadOnlyLongWrapper(0);
  private final IntegerProperty scansWaiting = new SimpleIntegerProperty(0);
  private final ObjectProperty<Optional<Instruction>> step =
      new SimpleObjectProperty<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Instruction> instruction =
      new ReadOnlyObjectWrapper<>(Instruction.scan("", ""));
  private final ObjectProperty<Optional<GatePicture>> gate =
      new SimpleObjectProperty<>(Optional.empty());
  private final BooleanProperty undoable = new SimpleBooleanProperty(false);
  private final ObjectProperty<WhatNow.Asked> asked =
      new SimpleObjectProperty<>(WhatNow.Asked.NOTHING);

  public ReceivingViewModel(ReceivingActions actions, Delay delay, Sounds sounds, Speech words) {
    this.actions = actions;
    this.words = words;
    this.lanes = new DockLanes(new ApprovalViewModel(actions, words));
    this.sounds = sounds;
    this.delay = delay;
    words.wording().subscribe(_ -> sayWhatNow());
    asked.subscribe(_ -> sayWhatNow());
    step.subscribe(_ -> sayWhatNow());
    decision.subscribe(_ -> sayWhatNow());
    multiplier.subscribe(_ -> sayWhatNow());
    selected.subscribe(_ -> sayWhatNow());
  }

  /// In the order of their groups.
  public ObservableList<QueueEntry> queue() {
    return queue;
  }

  /// Which entry of the queue is open.
  public ObjectProperty<Optional<String>> openId() {
    return openId;
  }

  public ObjectProperty<Optional<ReceiptHeader>> receipt() {
    return receipt;
  }

  public ObservableList<LiveRow<ReceiptLine>> lines() {
    return lines;
  }

  /// The lanes of the desk.
  public DockLanes lanes() {
    return lanes;
  }

  /// What it is said with.
  public Speech words() {
    return words;
  }

  /// What happened last in the lane that is shown; see [#say].
  public ReadOnlyObjectProperty<Optional<Feedback>> feedback() {
    return lanes.feedback();
  }

  /// Says what belongs to no scan, in the lane that is shown.
  public void say(Feedback happened) {
    say(lanes.shown().get(), happened);
  }

  /// Shows and sounds what happened. The same words twice sound twice: two scans, two beeps.
  public void say(int lane, Feedback happened) {
    lanes.say(lane, happened);
    sounds.play(happened.outcome().signal());
  }

  /// The scan of which the last feedback tells was read again at once; it counts once.
  public void sayReadTwice() {
    sayReadTwice(lanes.shown().get());
  }

  /// The same in this lane.
  public void sayReadTwice(int lane) {
    lanes.sayReadTwice(lane);
    sounds.tick();
  }

  /// Whether the band says that it was read twice.
  public ReadOnlyBooleanProperty readTwice() {
    return lanes.readTwice();
  }

  /// The open question; set it empty when it is answered or overtaken.
  public ObjectProperty<Optional<Decision>> decision() {
    return decision;
  }

  /// Newest first.
  public ObservableList<FeedEntry> feed() {
    return feed.entries();
  }

  /// Scans that came in while one was handled; the `+2` chip.
  public IntegerProperty scansWaiting() {
    return scansWaiting;
  }

  /// Whether there is a step that [#undo] would reverse.
  public BooleanProperty undoable() {
    return undoable;
  }

  /// The RFID gate; absent while it does nothing for the receipt that is shown.
  public ObjectProperty<Optional<GatePicture>> gate() {
    return gate;
  }

  /// What the workflow waits for; [#instruction] may say something more urgent.
  public ObjectProperty<Optional<Instruction>> step() {
    return step;
  }

  /// What to do now.
  public ReadOnlyObjectProperty<Instruction> instruction() {
    return instruction.getReadOnlyProperty();
  }

  /// The number typed for the next scan; 0 when there is none.
  public ReadOnlyLongProperty multiplier() {
    return multiplier.getReadOnlyProperty();
  }

  /// The key of the chosen line.
  public ReadOnlyObjectProperty<Optional<String>> selected() {
    return selected.getReadOnlyProperty();
  }

  /// Another receipt: its lines replace all. The first open one is chosen.
  public void showLines(List<ReceiptLine> wanted) {
    lines.setAll(wanted.stream().map(LiveRow::new).toList());
    selected.set(
        wanted.stream()
            .filter(line -> line.state() == ReceiptLine.State.OPEN)
            .findFirst()
            .or(() -> wanted.stream().findFirst())
            .map(ReceiptLine::key));
  }

  /// A line has changed, or is new. `here`: by a scan at this desk, which then chooses the line;
  /// a change from elsewhere never moves the selection.
  public void showLine(ReceiptLine line, boolean here) {
    find(line.key())
        .ifPresentOrElse(row -> row.change(line, delay), () -> lines.add(new LiveRow<>(line)));
    if (here) {
      selected.set(Optional.of(line.key()));
    }
  }

  /// A new entry of the feed, or a newer state of one that is there.
  public void showInFeed(FeedEntry entry) {
    feed.show(entry);
  }

  /// The command of this entry was answered.
  public void markSent(String feedId) {
    feed.markSent(feedId);
  }

  /// A scan, wherever the focus is: of the lane of its scanner. In the lane that is shown it takes
  /// the typed number with it.
  public void scan(Scan scan) {
    if (asked.get() == WhatNow.Asked.SCANNER) {
      asked.set(WhatNow.Asked.NOTHING);
      actions.bind(scan.source(), shown());
      return;
    }
    int lane = actions.laneOf(scan.source()).orElse(shown());
    long number = lane == shown() ? multiplier.get() : lanes.typed(lane);
    if (lane == shown()) {
      clearQuantity();
    } else {
      lanes.typed(lane, 0);
      actions.typed(lane, 0);
    }
    actions.scanned(lane, scan, number > 0 ? OptionalLong.of(number) : OptionalLong.empty());
  }

  /// The same code again at once.
  public void bounce(Scan scan) {
    actions.bounced(actions.laneOf(scan.source()).orElse(shown()), scan);
  }

  /// The other lane: its receipt, its question and its typed number.
  public void nextLane() {
    if (lanes.sideBySide().get()) {
      showLane(shown() % DockLanes.MAX + 1);
    }
  }

  /// Shows this lane.
  public void showLane(int lane) {
    if (lane != shown()) {
      lanes.typed(shown(), multiplier.get());
      asked.set(WhatNow.Asked.NOTHING);
      decision.set(Optional.empty());
      multiplier.set(lanes.typed(lane));
      lanes.show(lane);
      actions.laneShown(lane);
    }
  }

  /// The number that was typed in a lane before the desk went down.
  public void stillTyped(int lane, long number) {
    lanes.typed(lane, number);
    if (lane == shown()) {
      multiplier.set(number);
    }
  }

  /// F3: the scanner that scans next works in the lane that is shown from now on.
  public void askScanner() {
    if (lanes.sideBySide().get()) {
      asked.set(WhatNow.Asked.SCANNER);
    }
  }

  /// A typed character: the answer to a question, or a digit of the number before a scan.
  public void typed(char character) {
    if (character < '0' || character > '9') {
      return;
    }
    int digit = character - '0';
    if (decision.get().isPresent()) {
      choose(digit);
    } else if (multiplier.get() * 10 + digit <= TYPED_MAX) {
      type(multiplier.get() * 10 + digit);
    }
  }

  /// Takes back the last digit.
  public void erase() {
    type(multiplier.get() / 10);
  }

  private void type(long number) {
    if (number != multiplier.get()) {
      multiplier.set(number);
      actions.typed(shown(), number);
    }
  }

  /// Answers the open question with option 1, 2 or 3; another number is ignored.
  public void choose(int number) {
    decision
        .get()
        .filter(question -> number >= 1 && number <= question.options().size())
        .ifPresent(question -> actions.decide(question, question.options().get(number - 1)));
  }

  /// F4: the next digits are a quantity.
  public void askQuantity() {
    asked.set(WhatNow.Asked.QUANTITY);
  }

  /// Enter: saves the typed number for the chosen line. False when there is nothing to save.
  public boolean enter() {
    if (multiplier.get() == 0 || selected.get().isEmpty() || decision.get().isPresent()) {
      return false;
    }
    long quantity = multiplier.get();
    clearQuantity();
    actions.receive(selected.get().get(), quantity);
    return true;
  }

  /// Esc: forgets the typed number, and nothing else; with none it leaves the gate.
  public void escape() {
    if (multiplier.get() == 0 && asked.get() == WhatNow.Asked.NOTHING && gate.get().isPresent()) {
      actions.leaveGate();
    }
    clearQuantity();
  }

  public void undo() {
    actions.undo();
  }

  /// What else can be asked for at any time.
  ReceivingActions actions() {
    return actions;
  }

  /// F11.
  public void readTags() {
    actions.readTags();
  }

  public void open(QueueEntry entry) {
    actions.open(entry.id());
  }

  public void select(String lineKey) {
    if (find(lineKey).isPresent()) {
      selected.set(Optional.of(lineKey));
    }
  }

  /// Chooses the line `rows` further down (negative: up); stops at the ends.
  public void moveSelection(int rows) {
    if (lines.isEmpty()) {
      return;
    }
    int at = selected.get().map(this::indexOf).orElse(-1);
    int wanted = at < 0 ? 0 : Math.clamp(at + (long) rows, 0, lines.size() - 1);
    lines.get(wanted).value().get().ifPresent(line -> selected.set(Optional.of(line.key())));
  }

  int indexOf(String lineKey) {
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).value().get().filter(line -> line.key().equals(lineKey)).isPresent()) {
        return i;
      }
    }
    return -1;
  }

  private Optional<LiveRow<ReceiptLine>> find(String lineKey) {
    int at = indexOf(lineKey);
    return at < 0 ? Optional.empty() : Optional.of(lines.get(at));
  }

  private void clearQuantity() {
    asked.set(WhatNow.Asked.NOTHING);
    type(0);
  }

  private int shown() {
    return lanes.shown().get();
  }

  private void sayWhatNow() {
    Optional<LiveRow<ReceiptLine>> row = selected.get().flatMap(this::find);
    Optional<String> product = row.flatMap(now -> now.value().get()).map(ReceiptLine::product);
    instruction.set(
        new WhatNow(
                words, shown(), asked.get(), multiplier.get(), product, decision.get(), step.get())
            .instruction());
  }
}
