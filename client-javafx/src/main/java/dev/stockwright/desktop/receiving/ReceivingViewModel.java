package dev.stockwright.desktop.receiving;

import dev.stockwright.desktop.look.Decision;
import dev.stockwright.desktop.look.Feedback;
import dev.stockwright.desktop.look.Instruction;
import dev.stockwright.desktop.look.LiveRow;
import dev.stockwright.fx.look.Delay;
import dev.stockwright.fx.look.Figures;
import dev.stockwright.fx.sound.Sounds;
import dev.stockwright.vocabulary.Scan;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
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

  private static final Instruction READY =
      Instruction.scan("Scan a product", "Or an order's number to open it");

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
  private final ReadOnlyObjectWrapper<Optional<Feedback>> feedback =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ObjectProperty<Optional<Decision>> decision =
      new SimpleObjectProperty<>(Optional.empty());
  private final ObservableList<FeedEntry> feed = FXCollections.observableArrayList();
  private final ReadOnlyLongWrapper multiplier = new ReadOnlyLongWrapper(0);
  private final IntegerProperty scansWaiting = new SimpleIntegerProperty(0);
  private final ObjectProperty<Instruction> step = new SimpleObjectProperty<>(READY);
  private final ReadOnlyObjectWrapper<Instruction> instruction = new ReadOnlyObjectWrapper<>(READY);
  private final ReadOnlyBooleanWrapper readTwice = new ReadOnlyBooleanWrapper(false);
  private final BooleanProperty undoable = new SimpleBooleanProperty(false);
  private boolean quantityAsked;

  public ReceivingViewModel(ReceivingActions actions, Delay delay, Sounds sounds) {
    this.actions = actions;
    this.sounds = sounds;
    this.delay = delay;
    step.subscribe(_ -> sayWhatNow());
    decision.subscribe(_ -> sayWhatNow());
    multiplier.subscribe(_ -> sayWhatNow());
    selected.subscribe(_ -> sayWhatNow());
  }

  // What is shown; the wiring sets it.

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

  /// What happened last; see [#say].
  public ReadOnlyObjectProperty<Optional<Feedback>> feedback() {
    return feedback.getReadOnlyProperty();
  }

  /// Shows and sounds what happened. The same words twice sound twice: two scans, two beeps.
  public void say(Feedback happened) {
    readTwice.set(false);
    feedback.set(Optional.of(happened));
    sounds.play(happened.outcome().signal());
  }

  /// The scan of which the last feedback tells was read again at once; it counts once.
  public void sayReadTwice() {
    readTwice.set(true);
    sounds.tick();
  }

  /// Whether the band says that it was read twice.
  public ReadOnlyBooleanProperty readTwice() {
    return readTwice.getReadOnlyProperty();
  }

  /// The open question; set it empty when it is answered or overtaken.
  public ObjectProperty<Optional<Decision>> decision() {
    return decision;
  }

  /// Newest first.
  public ObservableList<FeedEntry> feed() {
    return feed;
  }

  /// Scans that came in while one was handled; the `+2` chip.
  public IntegerProperty scansWaiting() {
    return scansWaiting;
  }

  /// Whether there is a step that [#undo] would reverse.
  public BooleanProperty undoable() {
    return undoable;
  }

  /// What the workflow waits for; [#instruction] may say something more urgent.
  public ObjectProperty<Instruction> step() {
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
    for (int i = 0; i < feed.size(); i++) {
      if (feed.get(i).id().equals(entry.id())) {
        feed.set(i, entry);
        return;
      }
    }
    feed.addFirst(entry);
    if (feed.size() > FEED_MAX) {
      feed.removeLast();
    }
  }

  /// The command of this entry was answered.
  public void markSent(String feedId) {
    feed.stream()
        .filter(entry -> entry.id().equals(feedId))
        .findFirst()
        .ifPresent(entry -> showInFeed(entry.now(FeedEntry.Sent.SENT)));
  }

  // What is asked for; the screen calls it.

  /// A scan, wherever the focus is. Takes the typed number with it.
  public void scan(Scan scan) {
    OptionalLong times =
        multiplier.get() > 0 ? OptionalLong.of(multiplier.get()) : OptionalLong.empty();
    clearQuantity();
    actions.scanned(scan, times);
  }

  /// The trigger bounced: the same code again at once.
  public void bounce(Scan scan) {
    actions.bounced(scan);
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
      multiplier.set(multiplier.get() * 10 + digit);
    }
  }

  /// Takes back the last digit.
  public void erase() {
    multiplier.set(multiplier.get() / 10);
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
    quantityAsked = true;
    sayWhatNow();
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

  /// Esc: forgets the typed number, and nothing else.
  public void escape() {
    clearQuantity();
  }

  public void undo() {
    actions.undo();
  }

  public void printLabel() {
    actions.printLabel();
  }

  public void startBlindReceipt() {
    actions.startBlindReceipt();
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
    quantityAsked = false;
    multiplier.set(0);
    sayWhatNow();
  }

  private void sayWhatNow() {
    Optional<String> product =
        selected
            .get()
            .flatMap(this::find)
            .flatMap(row -> row.value().get())
            .map(ReceiptLine::product);
    if (decision.get().isPresent()) {
      String keys = decision.get().get().options().size() == 2 ? "1 or 2" : "1, 2 or 3";
      instruction.set(Instruction.decide("Choose " + keys, "Nothing is counted yet"));
    } else if (multiplier.get() > 0) {
      instruction.set(
          Instruction.scan(
              "Scan to save " + Figures.of(multiplier.get()),
              product.map(name -> "Enter saves them as " + name).orElse("Esc clears the number")));
    } else if (quantityAsked) {
      instruction.set(Instruction.touch("Type the quantity", "Then scan, or press Enter"));
    } else {
      instruction.set(step.get());
    }
  }
}
