package dev.stockwright.mobile.look;

import dev.stockwright.fx.look.Glyph;
import dev.stockwright.fx.look.Pictogram;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/// A quiet line below the goods, such as why a place was suggested.
public final class Hint extends HBox {
  private final Label text = Labels.wrapped("", "hint-text");

  public Hint() {
    super(8);
    getStyleClass().add("hint");
    setId("hint");
    setAlignment(Pos.CENTER_LEFT);
    setMinHeight(USE_PREF_SIZE);
    getChildren().addAll(new Glyph(Pictogram.LIGHTBULB, 20), text);
  }

  public void show(Optional<String> said) {
    text.setText(said.orElse(""));
  }

  public boolean filled() {
    return !text.getText().isEmpty();
  }
}
