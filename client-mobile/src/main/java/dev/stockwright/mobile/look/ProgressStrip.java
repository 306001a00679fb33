package dev.stockwright.mobile.look;

import dev.stockwright.client.card.Card.Progress;
import dev.stockwright.client.words.Text;
import java.util.Optional;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;

/// How far the whole task is: one slim line with its words.
public final class ProgressStrip extends HBox {
  private final Function<Text, String> words;
  private final Label what = Labels.wrapped("", "progress-text");
  private final StackPane bar = new StackPane();

  public ProgressStrip(Function<Text, String> words) {
    super(12);
    this.words = words;
    getStyleClass().add("progress");
    setId("progress");
    setAlignment(Pos.CENTER_LEFT);
    setMinHeight(USE_PREF_SIZE);
    bar.setMinWidth(72);
    bar.setPrefWidth(72);
    HBox.setHgrow(bar, Priority.ALWAYS);
    getChildren().addAll(what, bar);
  }

  /// @param above the line below the title, which need not be said twice
  public void show(Optional<Progress> progress, Optional<Text> above) {
    Optional<Text> said =
        progress.map(Progress::what).filter(text -> !above.equals(Optional.of(text)));
    what.setText(said.map(words).orElse(""));
    what.setManaged(said.isPresent());
    bar.getChildren()
        .setAll(progress.map(made -> new SegmentBar(made.done(), made.of())).stream().toList());
  }

  public boolean filled() {
    return !bar.getChildren().isEmpty();
  }
}
