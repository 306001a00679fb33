package dev.stockwright.mobile.look;

import dev.stockwright.client.words.HandheldPhrase;
import dev.stockwright.client.words.Text;
import dev.stockwright.fx.look.Glyph;
import dev.stockwright.fx.look.Pictogram;
import java.util.Optional;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/// What was recorded last, and the way to take it back.
public final class LastActionRow extends HBox {
  private final Function<Text, String> words;
  private final Label said = Labels.wrapped("", "last-said");
  private final Button undo;

  public LastActionRow(Function<Text, String> words, Runnable takeBack) {
    this.words = words;
    getStyleClass().add("last");
    setAlignment(Pos.CENTER_LEFT);
    setMinHeight(USE_PREF_SIZE);
    StackPane icon = new StackPane(new Glyph(Pictogram.HISTORY, 20));
    icon.getStyleClass().add("row-icon");
    HBox.setHgrow(said, Priority.ALWAYS);
    said.setMaxWidth(Double.MAX_VALUE);
    undo =
        Press.labelled(
            Pictogram.UNDO_2, words.apply(Text.of(HandheldPhrase.UNDO)), takeBack, "flat", "undo");
    undo.setId("undo");
    undo.setMinWidth(Region.USE_PREF_SIZE);
    getChildren().addAll(icon, said, undo);
  }

  public void show(Optional<LastAction> last) {
    said.setText(last.map(LastAction::said).map(words).orElse(""));
    boolean undoable = last.isPresent() && last.get().undoable();
    undo.setVisible(undoable);
    undo.setManaged(undoable);
  }
}
