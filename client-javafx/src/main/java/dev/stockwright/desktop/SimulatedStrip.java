package dev.stockwright.desktop;

import dev.stockwright.client.words.FramePhrase;
import dev.stockwright.desktop.look.Speech;
import dev.stockwright.desktop.look.Words;
import dev.stockwright.desktop.shell.FloorWindow;
import dev.stockwright.devices.DeviceState;
import dev.stockwright.devices.simulated.SimulatedScanner;
import dev.stockwright.fx.look.Glyph;
import dev.stockwright.fx.look.Pictogram;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;

/// The trigger of a scanner that is not there: what can be scanned next, as buttons. Says that it
/// is simulated. Owned by the JavaFX thread.
final class SimulatedStrip extends HBox {
  private final SimulatedScanner scanner;
  private final Speech speech;
  private final HBox buttons = new HBox(8);
  private List<SimulatedCode> codes = List.of();

  SimulatedStrip(SimulatedScanner scanner, Speech speech) {
    this.scanner = scanner;
    this.speech = speech;
    setId("simulated-scanner");
    getStyleClass().add("simulated-strip");
    setAlignment(Pos.CENTER_LEFT);
    buttons.setAlignment(Pos.CENTER_LEFT);
    getChildren()
        .addAll(
            new Glyph(Pictogram.SCAN_BARCODE, 16),
            Words.firm(speech.of(FramePhrase.SIMULATED_SCANNER), "medium", "essential"),
            buttons);
  }

  /// What can be scanned; the first with F10.
  void show(List<SimulatedCode> wanted) {
    if (wanted.equals(codes)) {
      return;
    }
    codes = List.copyOf(wanted);
    buttons.getChildren().clear();
    for (int i = 0; i < codes.size(); i++) {
      buttons.getChildren().add(button(codes.get(i), i));
    }
  }

  private Button button(SimulatedCode code, int index) {
    Button button = new Button(code.words());
    if (index == 0) {
      button.setGraphic(Words.key("F10"));
    }
    button.setId("simulated-" + index);
    button.setFocusTraversable(false);
    button.setAccessibleText(speech.say(FramePhrase.SIMULATE, code.words()));
    button.setOnAction(_ -> scan(code));
    return button;
  }

  /// Puts it below every screen, for whoever is signed in.
  void addTo(FloorWindow window, ObservableValue<Boolean> signedIn) {
    window.addStrip(this);
    visibleProperty().bind(signedIn);
    managedProperty().bind(signedIn);
    window
        .scene()
        .addEventFilter(
            KeyEvent.KEY_PRESSED,
            event -> {
              if (event.getCode() == KeyCode.F10 && isVisible()) {
                scanNext();
                event.consume();
              }
            });
  }

  /// F10.
  private void scanNext() {
    if (!codes.isEmpty()) {
      scan(codes.getFirst());
    }
  }

  private void scan(SimulatedCode code) {
    if (scanner.health().state() == DeviceState.READY) {
      scanner.scan(code.sends());
    }
  }
}
