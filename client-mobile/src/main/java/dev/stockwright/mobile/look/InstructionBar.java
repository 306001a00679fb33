package dev.stockwright.mobile.look;

import dev.stockwright.client.card.Card.Means;
import dev.stockwright.fx.look.Glyph;
import dev.stockwright.fx.look.Pictogram;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// What to do now: one imperative, and how it is done.
public final class InstructionBar extends HBox {
  private final Glyph glyph = new Glyph(Pictogram.SCAN_BARCODE, 32);
  private final StackPane tile = new StackPane(glyph);
  private final Label instruction = Labels.wrapped("", "instruction");
  private final Label detail = Labels.wrapped("", "instruction-detail");
  private final Label queue = Labels.firm("", "chip");

  public InstructionBar() {
    getStyleClass().add("instruction-bar");
    setMinHeight(USE_PREF_SIZE);
    tile.getStyleClass().add("instruction-tile");
    VBox text = new VBox(instruction, detail);
    text.getStyleClass().add("instruction-text");
    text.setAlignment(Pos.CENTER_LEFT);
    text.setMinWidth(0);
    HBox.setHgrow(text, Priority.ALWAYS);
    HBox chip = new HBox(queue);
    chip.getStyleClass().add("instruction-queue");
    chip.setAlignment(Pos.CENTER);
    chip.visibleProperty().bind(queue.textProperty().isNotEmpty());
    chip.managedProperty().bind(queue.textProperty().isNotEmpty());
    getChildren().addAll(tile, text, chip);
  }

  /// `waiting`: scans that are not yet taken.
  public void show(Means means, String imperative, Optional<String> more, int waiting) {
    tile.getStyleClass().setAll("instruction-tile", styleClass(means));
    glyph.draw(
        switch (means) {
          case SCAN -> Pictogram.SCAN_BARCODE;
          case TOUCH -> Pictogram.LIST_CHECKS;
          case DECIDE -> Pictogram.TRIANGLE_ALERT;
          case PIN -> Pictogram.KEYBOARD;
        });
    instruction.setText(imperative);
    detail.setText(more.orElse(""));
    detail.setVisible(more.isPresent());
    detail.setManaged(more.isPresent());
    queue.setText(waiting == 0 ? "" : "+" + waiting);
  }

  /// The keypad is open: the next thing is to type.
  public void showTyping(String imperative, Optional<String> more) {
    show(Means.TOUCH, imperative, more, 0);
    glyph.draw(Pictogram.KEYBOARD);
  }

  private static String styleClass(Means means) {
    return switch (means) {
      case SCAN -> "scan";
      case TOUCH, PIN -> "touch";
      case DECIDE -> "decide";
    };
  }
}
