package dev.stockwright.mobile;

import dev.stockwright.client.ClientCore;
import dev.stockwright.client.ClientSettings;
import dev.stockwright.client.Preferences;
import dev.stockwright.client.Shift;
import dev.stockwright.client.Turn;
import dev.stockwright.client.card.Card;
import dev.stockwright.client.card.Input;
import dev.stockwright.client.card.Key;
import dev.stockwright.client.outbox.Entry;
import dev.stockwright.client.rfid.TagReader;
import dev.stockwright.client.scan.ScanQueue;
import dev.stockwright.client.sync.Credentials;
import dev.stockwright.client.sync.SyncState;
import dev.stockwright.client.sync.SyncStatus;
import dev.stockwright.client.words.CommonPhrase;
import dev.stockwright.client.words.HandheldPhrase;
import dev.stockwright.client.words.Text;
import dev.stockwright.client.workflow.Outcome;
import dev.stockwright.client.workflow.Signal;
import dev.stockwright.client.workflow.Step;
import dev.stockwright.devices.wedge.Heard;
import dev.stockwright.devices.wedge.WedgeScanner;
import dev.stockwright.devices.wedge.WedgeSettings;
import dev.stockwright.fx.look.Faces;
import dev.stockwright.fx.look.FxDelay;
import dev.stockwright.fx.sound.Sounds;
import dev.stockwright.mobile.card.CardView;
import dev.stockwright.mobile.card.HandheldScene;
import dev.stockwright.mobile.card.Shown;
import dev.stockwright.mobile.card.Typable;
import dev.stockwright.mobile.look.Band;
import dev.stockwright.mobile.look.Drawings;
import dev.stockwright.mobile.look.Haptics;
import dev.stockwright.mobile.look.LastAction;
import dev.stockwright.mobile.look.TextSize;
import dev.stockwright.mobile.look.Theme;
import dev.stockwright.mobile.platform.Worker;
import dev.stockwright.vocabulary.CommandBarcode;
import dev.stockwright.vocabulary.DeviceId;
import dev.stockwright.vocabulary.Scan;
import dev.stockwright.vocabulary.WarehouseCode;
import dev.stockwright.vocabulary.gs1.ScanReader;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Platform;
import javafx.scene.Scene;
import org.jspecify.annotations.Nullable;

/// The handheld put together: the shift of `client-core`, one card on a screen, scans, sounds.
/// Made on the JavaFX thread; can be driven without a window.
///
/// Four kinds of threads meet here: the JavaFX thread, which draws; the scan queue, on which all
/// that a person scans, presses and types is done in its order; the worker, for what nobody did;
/// and those of the links.
public final class HandheldApp implements AutoCloseable {
  private static final Duration TICK = Duration.ofSeconds(5);

  /// How often tags are taken over, each time with one soft tick at most.
  private static final Duration BATCH = Duration.ofMillis(500);

  /// The same while one item is looked for, so that the beats follow the hand.
  private static final Duration CHASE = Duration.ofMillis(150);

  /// What somebody has typed instead of scanned.
  static final DeviceId BY_HAND = new DeviceId("typed");

  private final ClientCore client;
  private final Senses senses;
  private final CardView view;
  private final HandheldScene scene;
  private final ScanQueue scans;
  private final Worker worker;
  private final Shift shift;
  private final AtomicReference<@Nullable Moment> undrawn = new AtomicReference<>();
  private final ClientSettings settings;
  // Guarded by the shift, which calls while it holds its own lock.
  private long heardTurns;
  // Of the JavaFX thread.
  private Moment drawn = Moment.NONE;
  private boolean pictured;
  private long drawnTurns;
  private Optional<Band> band = Optional.empty();
  private Preferences dressed = Preferences.USUAL;
  private boolean closed;
  private boolean beating;
  private Optional<TagReader> reader = Optional.empty();
  private final FxDelay delay = new FxDelay();
  private final AtomicBoolean hearing = new AtomicBoolean();

  /// All that is to be drawn, read on the thread that made it.
  private record Moment(Shift.View view, SyncStatus sync, Optional<LastAction> last) {
    static final Moment NONE =
        new Moment(Shift.View.NONE, new SyncStatus(new SyncState.Live(), 0, 0), Optional.empty());
  }

  /// How the device is heard and felt.
  public record Senses(Sounds sounds, Haptics haptics) {}

  /// @param warehouse where the device belongs; absent: the person's first
  /// @param idle after so long without a touch the screen is covered
  public HandheldApp(
      ClientSettings settings, Optional<WarehouseCode> warehouse, Duration idle, Senses senses) {
    this.settings = settings;
    this.senses = senses;
    Faces.load();
    this.client =
        ClientCore.open(
            settings,
            scan ->
                ScanReader.read(
                    scan, LocalDate.ofInstant(settings.clock().instant(), settings.zone())));
    this.view =
        new CardView(text -> client.wording().say(text), this::given, this::openSync, delay);
    this.scene =
        new HandheldScene(view, this::given, new Scans(), System::nanoTime, WedgeSettings.USUAL);
    this.worker = new Worker("handheld-worker", this::mishap);
    this.shift = client.shift(warehouse, idle, this::shown);
    this.scans = new ScanQueue(this::handled, this::told, client::wording);
    client.onSync(status -> worker.run(shift::show));
    client.onCatalogue(() -> worker.run(shift::show));
    dress(client.preferences());
    delay.after(TICK, this::tick);
  }

  /// Has tags read by a reader that can be reached; of the JavaFX thread, once.
  public void use(TagReader tags) {
    reader = Optional.of(tags);
    worker.run(() -> shift.use(tags));
    delay.after(BATCH, this::listen);
  }

  /// Lets a supervisor take the device away from its server, in the settings.
  public void unpairs(Runnable unpair) {
    worker.run(() -> shift.unpairs(unpair));
  }

  private void listen() {
    if (closed) {
      return;
    }
    if (hearing.compareAndSet(false, true)) {
      worker.run(this::hear);
    }
    delay.after(drawn.view().beat().isPresent() ? CHASE : BATCH, this::listen);
  }

  private void hear() {
    try {
      if (shift.hear() > 0 && client.preferences().sound()) {
        senses.sounds().tick();
      }
    } finally {
      hearing.set(false);
    }
  }

  /// Beats as quickly as the signal says, for as long as it is heard.
  private void beat() {
    Optional<Duration> pause = drawn.view().beat();
    beating = pause.isPresent() && !closed;
    if (beating) {
      if (client.preferences().sound()) {
        senses.sounds().tick();
      }
      delay.after(pause.get(), this::beat);
    }
  }

  /// The one scene.
  public Scene scene() {
    return scene.scene();
  }

  /// What works below the screen.
  ClientCore client() {
    return client;
  }

  /// What is to be seen now; of the JavaFX thread.
  Shift.View seen() {
    return drawn.view();
  }

  CardView view() {
    return view;
  }

  /// In front again: what time has brought meanwhile is seen at once. Of the JavaFX thread.
  void resumed() {
    if (!closed) {
      worker.run(shift::tick);
    }
  }

  private void tick() {
    if (!closed) {
      worker.run(shift::tick);
      delay.after(TICK, this::tick);
    }
  }

  /// A code of any scanner. Any thread.
  public void scanned(Scan scan) {
    if (scans.offer(scan) == ScanQueue.Taken.BOUNCE) {
      senses.sounds().tick();
    }
  }

  /// Signs somebody in by name and password.
  public void signIn(Credentials credentials) {
    inOrder(() -> shift.signIn(credentials));
  }

  private final class Scans implements HandheldScene.Scans {
    @Override
    public void scanned(Heard.Scanned scan) {
      typedFirst();
      HandheldApp.this.scanned(
          new Scan(
              WedgeScanner.raw(scan.typed()),
              WedgeScanner.raw(scan.text()),
              WedgeScanner.KEYBOARD,
              settings.clock().instant()));
    }

    @Override
    public void typed(String code) {
      typedFirst();
      HandheldApp.this.scanned(
          Scan.ofText(code, WedgeScanner.KEYBOARD, settings.clock().instant()));
    }

    @Override
    public void refused(Heard.Refused burst) {
      senses.sounds().play(Signal.REJECT);
    }
  }

  /// A number on the keypad is saved by the next scan.
  private void typedFirst() {
    view.typedNumber().ifPresent(number -> given(new Input.Keyed(number)));
  }

  private Outcome handled(Scan scan) {
    Turn turn = shift.scan(scan);
    if (CommandBarcode.of(scan.text()).filter(CommandBarcode.QTY::equals).isPresent()) {
      Platform.runLater(view::openQuantity);
    }
    return Outcome.of(turn.signal(), client.wording().headline(turn.said().headline()), "");
  }

  /// The shift has shown what it said; what never came to it is said here.
  private void told(Scan scan, Outcome outcome) {
    if (outcome.signal() == Signal.REJECT && scans.waiting() >= ScanQueue.LIMIT) {
      Platform.runLater(
          () ->
              show(
                  new Band(
                      Signal.REJECT,
                      Step.Said.of(
                          Text.of(CommonPhrase.AS_IS, outcome.headline()),
                          Text.of(CommonPhrase.AS_IS, outcome.detail())))));
    }
  }

  /// What was pressed, chosen or typed; of the JavaFX thread. A text for a card that wants a scan
  /// is one.
  void given(Input input) {
    if (input instanceof Input.Typed(String text) && scanWanted()) {
      scanned(Scan.ofText(text, BY_HAND, settings.clock().instant()));
      return;
    }
    boolean quantity = input instanceof Input.Press(Key key) && key == Key.QUANTITY;
    if (!quantity || !view.openQuantity()) {
      inOrder(() -> shift.give(input));
    }
  }

  /// In its place among the scans: none overtakes what was pressed or typed before it.
  private void inOrder(Runnable step) {
    scans.then(step, this::mishap);
  }

  private boolean scanWanted() {
    return drawn.view().card().prompt().means() == Card.Means.SCAN;
  }

  private void openSync() {
    inOrder(shift::openSync);
  }

  /// Hears of every change, on the thread that made it; what comes while the screen is behind
  /// replaces what was not drawn yet.
  private void shown(Shift.View now) {
    if (now.turns() != heardTurns) {
      heardTurns = now.turns();
      now.said().ifPresent(turn -> feel(turn.signal()));
    }
    Moment next = new Moment(now, client.syncStatus(), last(now));
    if (undrawn.getAndSet(next) == null) {
      Platform.runLater(this::catchUp);
    }
  }

  private void catchUp() {
    Moment next = undrawn.getAndSet(null);
    if (next != null) {
      drawn = next;
      draw();
    }
  }

  private void draw() {
    Shift.View now = drawn.view();
    dress(client.preferences());
    if (now.turns() != drawnTurns || now.said().isEmpty()) {
      drawnTurns = now.turns();
      band = now.said().map(turn -> new Band(turn.signal(), turn.said()));
    }
    if (pictured == now.person().isPresent()) {
      pictured = now.person().isEmpty();
      view.picture(pictured ? Optional.of(Drawings.badge()) : Optional.empty());
    }
    view.show(
        new Shown(
            Typable.of(now.card()), band, drawn.last(), drawn.sync(), scans.waiting(), now.back()));
    if (now.beat().isPresent() && !beating) {
      beat();
    }
  }

  private void show(Band next) {
    band = Optional.of(next);
    feel(next.signal());
    draw();
  }

  private void feel(Signal signal) {
    if (client.preferences().sound()) {
      senses.sounds().play(signal);
    }
    senses.haptics().pulse(signal);
  }

  private Optional<LastAction> last(Shift.View now) {
    if (now.undoable() == 0) {
      return Optional.empty();
    }
    return client.history(1).stream()
        .findFirst()
        .map(
            entry ->
                new LastAction(
                    Text.of(
                        entry.fate() == Entry.Fate.WAITING
                            ? HandheldPhrase.LAST_WAITS
                            : HandheldPhrase.LAST_SENT,
                        entry.addedAt()),
                    true));
  }

  private void dress(Preferences wanted) {
    if (!wanted.equals(dressed) || scene.scene().getStylesheets().isEmpty()) {
      dressed = wanted;
      scene.dress(Theme.called(wanted.theme()), wanted.glove());
      scene.text(TextSize.of(wanted.textPercent()));
    }
  }

  /// A step broke off: a bug. Nothing was recorded by it.
  private void mishap(RuntimeException e) {
    Platform.runLater(
        () ->
            show(
                new Band(
                    Signal.SYSTEM,
                    Step.Said.of(
                        Text.of(HandheldPhrase.STEP_FAILED),
                        Text.of(HandheldPhrase.TRY_ONCE_MORE)))));
  }

  /// Scans already read are handled first; what is saved stays.
  @Override
  public void close() {
    closed = true;
    reader.ifPresent(TagReader::close);
    scans.close();
    worker.close();
    client.close();
  }
}
