package dev.stockwright.mobile;

import dev.stockwright.client.ClientSettings;
import dev.stockwright.client.PairedServer;
import dev.stockwright.client.Pairing;
import dev.stockwright.client.sync.PairingLink;
import dev.stockwright.client.words.Language;
import dev.stockwright.client.words.Wording;
import dev.stockwright.devices.llrp.ReaderSettings;
import dev.stockwright.fx.sound.Tones;
import dev.stockwright.mobile.look.Haptics;
import dev.stockwright.mobile.platform.Display;
import dev.stockwright.mobile.platform.Lifecycle;
import dev.stockwright.mobile.rfid.LlrpTags;
import dev.stockwright.vocabulary.DeviceId;
import dev.stockwright.vocabulary.WarehouseCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.stage.Stage;

/// The one window: work, or before it the pairing. Of the JavaFX thread.
final class HandheldWindow {
  private static final InstantSource CLOCK = InstantSource.system();

  private final HandheldOptions options;
  private final DeviceId device;
  private final Path store;
  private final Stage stage = new Stage();
  private final Display display;
  private final HandheldApp.Senses senses;
  // Closed by the thread that stops the program, too.
  private volatile Optional<HandheldApp> app = Optional.empty();

  HandheldWindow(HandheldOptions options, DeviceId device, DeviceParts parts, Runnable hidden) {
    this.options = options;
    this.device = device;
    this.store = options.folder().resolve("device.db");
    this.display = parts.display();
    this.senses = new HandheldApp.Senses(new Tones(parts.audio()), Haptics.NONE);
    stage.setTitle("Stockwright " + device);
    if (!display.whole()) {
      stage.setWidth(options.size().width());
      stage.setHeight(options.size().height());
    }
    stage.setOnHidden(event -> hidden.run());
    Lifecycle lifecycle = parts.lifecycle(stage);
    lifecycle.onPause(() -> display.keepOn(false));
    lifecycle.onResume(this::resumed);
  }

  /// Covered at once if the device slept for too long; a timer may not have run meanwhile.
  private void resumed() {
    display.keepOn(true);
    app.ifPresent(HandheldApp::resumed);
  }

  /// Against the server that was named, else the one that the device was paired with, else asks
  /// for a pairing code.
  void open() throws IOException {
    Optional<PairedServer> paired = PairedServer.in(options.folder());
    if (options.server().isPresent()) {
      work(options.server().get(), Optional.empty());
    } else if (paired.isPresent()) {
      work(paired.get().server(), paired);
    } else {
      pair();
    }
    stage.show();
  }

  private void work(URI server, Optional<PairedServer> paired) {
    Optional<WarehouseCode> warehouse =
        options.warehouse().or(() -> paired.map(PairedServer::warehouse));
    ClientSettings settings =
        new ClientSettings(
            store,
            device,
            server,
            ZoneId.systemDefault(),
            CLOCK,
            Language.ENGLISH,
            paired.flatMap(PairedServer::certificate));
    HandheldApp next = new HandheldApp(settings, warehouse, MobileMain.IDLE, senses);
    app = Optional.of(next);
    options
        .reader()
        .map(at -> ReaderSettings.of(at.name(), at.host(), at.port()))
        .ifPresent(reader -> next.use(new LlrpTags(reader, CLOCK)));
    paired.ifPresent(from -> next.unpairs(() -> Platform.runLater(this::unpaired)));
    show(next.scene());
  }

  private void pair() {
    Language language = Language.of(Locale.getDefault().getLanguage()).orElse(Language.ENGLISH);
    PairingLink link = new PairingLink();
    Pairing pairing =
        new Pairing(
            new Pairing.Parts(
                options.folder(),
                device,
                options.warehouse(),
                CLOCK,
                code -> link.claim(code, device, options.warehouse())));
    Wording words = new Wording(language, ZoneId.systemDefault(), CLOCK);
    PairingScreen[] screen = new PairingScreen[1];
    screen[0] =
        new PairingScreen(
            pairing,
            new PairingScreen.Parts(
                words,
                CLOCK,
                senses,
                server -> {
                  screen[0].close();
                  work(server.server(), Optional.of(server));
                }));
    show(screen[0].scene());
  }

  private void unpaired() {
    close();
    app = Optional.empty();
    try {
      PairedServer.forget(
          options.folder(), store, Long.toString(CLOCK.instant().getEpochSecond(), 36));
    } catch (IOException e) {
      throw new UncheckedIOException("the pairing cannot be forgotten", e);
    }
    pair();
  }

  private void show(Scene scene) {
    if (scene.getRoot() instanceof Region root) {
      root.setPadding(display.systemBars());
    }
    stage.setScene(scene);
  }

  /// Scans already read are handled first; what is saved stays.
  void close() {
    app.ifPresent(HandheldApp::close);
  }
}
