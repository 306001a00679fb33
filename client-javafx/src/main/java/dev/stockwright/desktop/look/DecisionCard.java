package dev.stockwright.desktop.look;

import dev.stockwright.fx.look.Glyph;
import dev.stockwright.fx.look.Pictogram;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// A question in the middle of work, docked where the eye is: no window, no scrim. Keys 1 to 3
/// answer it; the screen hands them to the view model.
public final class DecisionCard extends HBox {
  /// What a character of an option needs, and what stands beside its words.
  private static final double CHARACTER = 7.2;

  private static final double BESIDE_WORDS = 64;
  private static final double BESIDE_OPTIONS = 96;

  /// More options below each other would leave no room for what they are about.
  private static final int COLUMN_MAX = 3;

  private final VBox content = new VBox();
  private final IntConsumer chosen;
  private final ObservableValue<Optional<Decision>> decision;
  private boolean sideBySide;

  public DecisionCard(ObservableValue<Optional<Decision>> decision, IntConsumer chosen) {
    this.decision = decision;
    this.chosen = chosen;
    setId("decision");
    getStyleClass().add("decision");
    StackPane tile = new StackPane(new Glyph(Pictogram.TRIANGLE_ALERT, 24));
    tile.getStyleClass().add("decision-tile");
    content.getStyleClass().add("decision-content");
    HBox.setHgrow(content, Priority.ALWAYS);
    getChildren().addAll(tile, content);
    decision.subscribe(_ -> rebuild());
    widthProperty().subscribe(_ -> arrange());
  }

  private void arrange() {
    if (decision.getValue().isPresent() && fits(decision.getValue().get()) != sideBySide) {
      rebuild();
    }
  }

  /// Whether the options have room beside each other without a word being cut.
  private boolean fits(Decision question) {
    int longest =
        question.options().stream()
            .mapToInt(o -> Math.max(o.verb().length(), o.consequence().length()))
            .max()
            .orElse(0);
    double each = (getWidth() - BESIDE_OPTIONS) / question.options().size();
    return longest * CHARACTER + BESIDE_WORDS <= each;
  }

  private void rebuild() {
    Optional<Decision> now = decision.getValue();
    setVisible(now.isPresent());
    setManaged(now.isPresent());
    content.getChildren().clear();
    now.ifPresent(this::fill);
  }

  private void fill(Decision question) {
    Label scanned = Words.of(question.scanned(), "decision-head", "essential");
    Label reason = Words.of(question.reason(), "decision-reason", "essential");
    reason.setWrapText(true);
    reason.setMinHeight(USE_PREF_SIZE);
    sideBySide = fits(question);
    setAccessibleText(question.scanned() + ". " + question.reason());
    List<Button> options = new ArrayList<>();
    for (int i = 0; i < question.options().size(); i++) {
      options.add(option(question.options().get(i), i + 1));
    }
    content.getChildren().addAll(scanned, reason);
    if (sideBySide) {
      HBox row = new HBox(8);
      options.forEach(button -> HBox.setHgrow(button, Priority.ALWAYS));
      options.forEach(button -> button.setPrefWidth(200));
      row.getChildren().addAll(options);
      content.getChildren().add(row);
    } else if (options.size() > COLUMN_MAX) {
      content.getChildren().add(twoColumns(options));
    } else {
      VBox column = new VBox(8);
      column.getChildren().addAll(options);
      content.getChildren().add(column);
    }
  }

  private static GridPane twoColumns(List<Button> options) {
    GridPane grid = new GridPane(8, 8);
    ColumnConstraints half = new ColumnConstraints();
    half.setPercentWidth(50);
    grid.getColumnConstraints().addAll(half, half);
    for (int i = 0; i < options.size(); i++) {
      grid.add(options.get(i), i % 2, i / 2);
    }
    return grid;
  }

  private Button option(Decision.Option option, int number) {
    Label key = Words.firm(Integer.toString(number), "decision-key");
    VBox words = new VBox(Words.of(option.verb(), "medium", "essential"));
    if (!option.consequence().isEmpty()) {
      words.getChildren().add(Words.of(option.consequence(), "small", "essential"));
    }
    words.setAlignment(Pos.CENTER_LEFT);
    HBox graphic = new HBox(10, key, words);
    graphic.setAlignment(Pos.CENTER_LEFT);
    Button button = new Button("", graphic);
    button.setId("option-" + number);
    button.getStyleClass().setAll("button", "decision-option");
    if (number == 1) {
      button.getStyleClass().add("primary");
    }
    button.setMaxWidth(Double.MAX_VALUE);
    button.setAccessibleText(number + ": " + option.verb() + ". " + option.consequence());
    button.setOnAction(_ -> chosen.accept(number));
    return button;
  }
}
