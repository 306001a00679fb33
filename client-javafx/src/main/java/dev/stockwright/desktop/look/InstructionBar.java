package dev.stockwright.desktop.look;

import dev.stockwright.fx.look.Glyph;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// What to do now: a tile that says how (scan, keys, decide) and an imperative.
public final class InstructionBar extends HBox {
  private final StackPane tile = new StackPane();
  private final Label text = Words.of("", "instruction", "essential");
  private final Label hint = Words.wrap(Words.of("", "muted", "essential"));
  private String kindClass = "scan";

  /// `chips` stand at the right: multiplier, scans waiting.
  public InstructionBar(ObservableValue<Instruction> instruction, Node... chips) {
    setId("instruction");
    getStyleClass().add("instruction-bar");
    tile.getStyleClass().addAll("instruction-tile", kindClass);
    VBox words = new VBox(text, hint);
    words.setAlignment(Pos.CENTER_LEFT);
    HBox.setHgrow(words, Priority.ALWAYS);
    setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(tile, words);
    getChildren().addAll(chips);
    instruction.subscribe(this::show);
  }

  private void show(Instruction instruction) {
    tile.getStyleClass().remove(kindClass);
    kindClass = instruction.kind().styleClass();
    tile.getStyleClass().add(kindClass);
    tile.getChildren().setAll(new Glyph(instruction.kind().icon(), 24));
    text.setText(instruction.text());
    hint.setText(instruction.hint());
    hint.setManaged(!instruction.hint().isEmpty());
    setAccessibleText(instruction.text() + ". " + instruction.hint());
  }
}
