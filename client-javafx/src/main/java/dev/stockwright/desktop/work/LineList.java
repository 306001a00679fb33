package dev.stockwright.desktop.work;

import dev.stockwright.client.card.Input;
import dev.stockwright.client.words.FloorPhrase;
import dev.stockwright.desktop.look.Words;
import dev.stockwright.fx.look.Glyph;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The lines of a card. Arrows choose among those that mean something; the model knows which.
final class LineList extends StackPane {
  private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

  private final WorkViewModel model;
  private final ListView<WorkPicture.Line> list = new ListView<>();

  LineList(WorkViewModel model) {
    this.model = model;
    getStyleClass().add("work-lines");
    list.setId("lines");
    list.accessibleTextProperty().bind(model.speech().of(FloorPhrase.LINES));
    list.setCellFactory(_ -> new LineCell());
    getChildren().add(list);
    model
        .picture()
        .subscribe(
            picture -> {
              if (!list.getItems().equals(picture.lines())) {
                list.getItems().setAll(picture.lines());
              }
              setVisible(!picture.lines().isEmpty());
            });
    model.selected().subscribe(this::reveal);
  }

  ListView<WorkPicture.Line> list() {
    return list;
  }

  private void reveal(Optional<Input> selected) {
    for (int i = 0; i < list.getItems().size() && selected.isPresent(); i++) {
      if (list.getItems().get(i).input().equals(selected)) {
        list.scrollTo(Math.max(0, i - 2));
      }
    }
    list.refresh();
  }

  private final class LineCell extends ListCell<WorkPicture.Line> {
    private LineCell() {
      setOnMouseClicked(
          _ -> {
            if (getItem() != null) {
              model.choose(getItem());
            }
          });
    }

    // JavaFX passes null for an empty cell.
    @Override
    protected void updateItem(WorkPicture.@Nullable Line line, boolean empty) {
      super.updateItem(line, empty);
      setText(null);
      if (empty || line == null) {
        setGraphic(null);
        return;
      }
      setGraphic(row(line));
      setAccessibleText(
          String.join(", ", line.head(), line.detail(), line.value()).replace(", ,", ","));
    }

    private HBox row(WorkPicture.Line line) {
      Label head = Words.wrap(Words.of(line.head(), "medium", "essential"));
      VBox words = new VBox(head);
      if (!line.detail().isEmpty()) {
        words.getChildren().add(Words.wrap(Words.of(line.detail(), "small", "muted", "essential")));
      }
      words.setAlignment(Pos.CENTER_LEFT);
      words.setMinWidth(0);
      HBox.setHgrow(words, Priority.ALWAYS);
      HBox row =
          new HBox(
              14, new Glyph(line.icon(), 20), words, Words.firm(line.value(), "strong", "number"));
      row.setAlignment(Pos.CENTER_LEFT);
      row.getStyleClass().add("work-line");
      row.prefWidthProperty().bind(list.widthProperty().subtract(16));
      boolean chosen = line.input().isPresent() && model.selected().get().equals(line.input());
      row.pseudoClassStateChanged(CHOSEN, chosen);
      return row;
    }
  }
}
