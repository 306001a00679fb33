package dev.stockwright.desktop.devices;

import dev.stockwright.client.words.PairDevicePhrase;
import dev.stockwright.client.words.Text;
import dev.stockwright.desktop.look.ActionButton;
import dev.stockwright.desktop.look.Instruction;
import dev.stockwright.desktop.look.InstructionBar;
import dev.stockwright.desktop.look.Words;
import java.time.Duration;
import java.util.Locale;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;

/// A pairing code to be scanned by a handheld, with its time and what it says in letters.
final class PairingPane extends VBox {
  private static final double TEXT_WIDTH = 640;

  private final PairingViewModel model;
  private final SimpleObjectProperty<Instruction> instruction =
      new SimpleObjectProperty<>(Instruction.scan("", ""));
  private final VBox body = new VBox(12);
  private final ActionButton again;
  private final Label left = Words.of("", "medium", "essential");

  PairingPane(PairingViewModel model) {
    this.model = model;
    setId("pairing");
    left.setId("pairing-left");
    body.setPadding(new Insets(14, 16, 14, 16));
    body.setAlignment(Pos.TOP_CENTER);
    ScrollPane scroll = new ScrollPane(body);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setFocusTraversable(false);
    scroll.accessibleTextProperty().bind(model.speech().of(PairDevicePhrase.PAIR_HANDHELD));
    VBox.setVgrow(scroll, Priority.ALWAYS);
    again = button("pairing-again", "F5", PairDevicePhrase.NEW_CODE, model::open);
    ActionButton leave = button("leave-pairing", "Esc", PairDevicePhrase.LEAVE, model::close);
    HBox bar = new HBox(leave, again);
    bar.setAlignment(Pos.CENTER_LEFT);
    bar.getStyleClass().add("action-bar");
    getChildren().addAll(new InstructionBar(instruction), scroll, bar);
    model.left().subscribe(this::count);
  }

  void show(PairingPage page) {
    body.getChildren().clear();
    again.setDisable(page instanceof PairingPage.Asking);
    switch (page) {
      case PairingPage.Asking _ ->
          instruct(
              Text.of(PairDevicePhrase.ASKING), Text.of(PairDevicePhrase.PAIR_HANDHELD), false);
      case PairingPage.Code code -> code(code);
      case PairingPage.Over _ ->
          instruct(Text.of(PairDevicePhrase.OVER), Text.of(PairDevicePhrase.MAKE_NEW), false);
      case PairingPage.None(Text what, Text next) -> instruct(what, next, false);
    }
  }

  private void code(PairingPage.Code shown) {
    instruct(Text.of(PairDevicePhrase.SCAN_THIS), Text.of(PairDevicePhrase.ON_FIRST_START), true);
    String text = shown.code().text();
    String server = shown.code().server();
    String warehouse = shown.warehouse().code();
    SymbolPicture picture =
        new SymbolPicture(
            new SymbolOnScreen(SymbolOnScreen.Kind.QR, text, warehouse), model.speech());
    picture.setAccessibleText(say(Text.of(PairDevicePhrase.CODE_SPOKEN, text)));
    Label belongs = sentence(Text.of(PairDevicePhrase.BELONGS_TO, warehouse, server));
    Label letters = centred(Words.of(text, "code", "essential"));
    letters.setId("pairing-text");
    body.getChildren().addAll(picture, left, belongs, letters);
    if (ofThisComputer(server)) {
      Label warning = sentence(Text.of(PairDevicePhrase.OWN_COMPUTER));
      warning.setId("pairing-warning");
      body.getChildren().add(warning);
    }
    count(model.left().get());
  }

  /// Such an address means another computer on every computer.
  private static boolean ofThisComputer(String server) {
    String host = server.toLowerCase(Locale.ROOT).substring(server.indexOf("//") + 2);
    return host.startsWith("localhost") || host.startsWith("127.") || host.startsWith("[::1]");
  }

  private void count(Duration time) {
    String clock = "%d:%02d".formatted(time.toMinutes(), time.toSecondsPart());
    left.setText(say(Text.of(PairDevicePhrase.VALID_FOR, clock)));
  }

  private void instruct(Text what, Text next, boolean scan) {
    instruction.set(
        scan ? Instruction.scan(say(what), say(next)) : Instruction.touch(say(what), say(next)));
  }

  private Label sentence(Text text) {
    return centred(Words.of(say(text), "essential"));
  }

  /// Below the picture, of which it tells.
  private static Label centred(Label label) {
    label.setTextAlignment(TextAlignment.CENTER);
    label.setAlignment(Pos.CENTER);
    label.setMaxWidth(TEXT_WIDTH);
    return Words.wrap(label);
  }

  private String say(Text text) {
    return model.speech().say(text);
  }

  private ActionButton button(String id, String key, PairDevicePhrase words, Runnable action) {
    ActionButton button = new ActionButton(key, model.speech(), words, action);
    button.setId(id);
    return button;
  }
}
