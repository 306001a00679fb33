package dev.stockwright.mobile;

import dev.stockwright.client.PairedServer;
import dev.stockwright.client.Pairing;
import dev.stockwright.client.Turn;
import dev.stockwright.client.card.Card;
import dev.stockwright.client.card.Input;
import dev.stockwright.client.sync.SyncState;
import dev.stockwright.client.sync.SyncStatus;
import dev.stockwright.client.words.HandheldPhrase;
import dev.stockwright.client.words.Text;
import dev.stockwright.client.words.Wording;
import dev.stockwright.client.workflow.Signal;
import dev.stockwright.client.workflow.Step;
import dev.stockwright.devices.wedge.Heard;
import dev.stockwright.devices.wedge.WedgeScanner;
import dev.stockwright.devices.wedge.WedgeSettings;
import dev.stockwright.fx.look.Faces;
import dev.stockwright.fx.look.FxDelay;
import dev.stockwright.mobile.card.CardView;
import dev.stockwright.mobile.card.HandheldScene;
import dev.stockwright.mobile.card.Shown;
import dev.stockwright.mobile.look.Band;
import dev.stockwright.mobile.look.Theme;
import dev.stockwright.mobile.platform.Worker;
import dev.stockwright.vocabulary.Scan;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.Scene;

/// What a handheld shows that belongs to no server yet: it wants a pairing code. Made on the JavaFX
/// thread; the worker asks the server.
final class PairingScreen implements AutoCloseable {
  /// So long the good news stays before the badge is asked for.
  private static final Duration NEWS = Duration.ofMillis(1_200);

  private final Pairing pairing;
  private final Parts parts;
  private final FxDelay delay = new FxDelay();
  private final CardView view;
  private final HandheldScene scene;
  private final Worker worker;

  /// What it needs besides.
  ///
  /// @param done hears of the server, on the JavaFX thread
  record Parts(
      Wording words, InstantSource clock, HandheldApp.Senses senses, Consumer<PairedServer> done) {}

  PairingScreen(Pairing pairing, Parts parts) {
    this.pairing = pairing;
    this.parts = parts;
    Faces.load();
    this.worker = new Worker("pairing", this::mishap);
    this.view = new CardView(parts.words()::say, this::given, () -> {}, delay);
    this.scene =
        new HandheldScene(view, this::given, new Scans(), System::nanoTime, WedgeSettings.USUAL);
    scene.dress(Theme.LIGHT, false);
    draw(pairing.card(), Optional.empty());
  }

  Scene scene() {
    return scene.scene();
  }

  private final class Scans implements HandheldScene.Scans {
    @Override
    public void scanned(Heard.Scanned scan) {
      PairingScreen.this.scanned(
          new Scan(
              WedgeScanner.raw(scan.typed()),
              WedgeScanner.raw(scan.text()),
              WedgeScanner.KEYBOARD,
              parts.clock().instant()));
    }

    @Override
    public void typed(String code) {
      PairingScreen.this.scanned(Scan.ofText(code, WedgeScanner.KEYBOARD, parts.clock().instant()));
    }

    @Override
    public void refused(Heard.Refused burst) {
      parts.senses().sounds().play(Signal.REJECT);
    }
  }

  /// A code of any scanner. Any thread.
  void scanned(Scan scan) {
    step(() -> pairing.scan(scan));
  }

  private void given(Input input) {
    step(() -> pairing.give(input));
  }

  private void step(Supplier<Turn> step) {
    worker.run(
        () -> {
          Turn turn = step.get();
          Card card = pairing.card();
          Optional<PairedServer> paired = pairing.paired();
          Platform.runLater(() -> told(turn, card, paired));
        });
  }

  private void told(Turn turn, Card card, Optional<PairedServer> paired) {
    parts.senses().sounds().play(turn.signal());
    draw(card, Optional.of(new Band(turn.signal(), turn.said())));
    paired.ifPresent(server -> delay.after(NEWS, () -> parts.done().accept(server)));
  }

  private void draw(Card card, Optional<Band> band) {
    SyncStatus none = new SyncStatus(new SyncState.Offline(0, parts.clock().instant()), 0, 0);
    view.show(new Shown(card, band, Optional.empty(), none, 0, false));
  }

  private void mishap(RuntimeException e) {
    Platform.runLater(
        () ->
            draw(
                pairing.card(),
                Optional.of(
                    new Band(
                        Signal.SYSTEM,
                        Step.Said.of(
                            Text.of(HandheldPhrase.STEP_FAILED),
                            Text.of(HandheldPhrase.TRY_ONCE_MORE))))));
  }

  @Override
  public void close() {
    worker.close();
  }
}
