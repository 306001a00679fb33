package dev.stockwright.desktop.picking;

import dev.stockwright.client.words.BoardPhrase;
import dev.stockwright.desktop.look.StateRow;
import dev.stockwright.desktop.look.Words;
import dev.stockwright.fx.look.Glyph;
import dev.stockwright.fx.look.Pictogram;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The lines of one order, over the board: what is picked where by whom, and what is wrong.
final class OrderPane extends VBox {
  private static final double ROW = 43;

  private final BoardViewModel model;
  private final TableView<BoardLine> lines = new TableView<>();
  private final Label number = Words.firm("", "title");
  private final Label about = Words.of("", "muted", "essential");
  private final StackPane told = new StackPane();

  OrderPane(BoardViewModel model) {
    this.model = model;
    setId("board-order");
    getStyleClass().add("board-order");
    lines.setId("board-lines");
    lines.setFixedCellSize(ROW);
    lines.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    lines.setPlaceholder(Words.of(""));
    lines.accessibleTextProperty().bind(model.speech().of(BoardPhrase.LINES_OF_ORDER));
    column(BoardPhrase.PRODUCT, 230, "first", BoardLine::product);
    column(BoardPhrase.PLACE, 108, "words", BoardLine::place);
    column(
        BoardPhrase.TAKEN,
        96,
        "figures",
        line -> model.say(BoardPhrase.OF, line.picked(), line.wanted()));
    column(BoardPhrase.WHO, 100, "words", BoardLine::who);
    column(BoardPhrase.STATE, 130, "words", BoardLine::state);
    column(BoardPhrase.WHY, 220, "words", BoardLine::why);
    told.setPadding(new Insets(50, 16, 16, 16));
    told.setPickOnBounds(false);
    StackPane body = new StackPane(lines, told);
    body.setMinHeight(0);
    VBox.setVgrow(body, Priority.ALWAYS);
    getChildren().addAll(head(), body);
    setVisible(false);
    managedProperty().bind(visibleProperty());
    model.opened().subscribe(this::show);
    model.speech().follow(() -> show(model.opened().get()));
  }

  TableView<BoardLine> lines() {
    return lines;
  }

  private Node head() {
    Button back = new Button("", Words.key("Esc"));
    back.setId("board-back");
    back.textProperty().bind(model.speech().of(BoardPhrase.TITLE));
    back.accessibleTextProperty().bind(model.speech().keyed(BoardPhrase.TITLE, "Esc"));
    back.setMinWidth(USE_PREF_SIZE);
    back.setOnAction(_ -> model.escape());
    HBox head =
        new HBox(new Glyph(Pictogram.SHOPPING_CART, 20), number, about, Words.space(), back);
    HBox.setHgrow(about, Priority.SOMETIMES);
    about.setWrapText(true);
    head.setAlignment(Pos.CENTER_LEFT);
    head.getStyleClass().add("tool-bar-row");
    return head;
  }

  private void column(
      BoardPhrase head, double width, String styleClass, Function<BoardLine, String> words) {
    TableColumn<BoardLine, String> column = new TableColumn<>();
    column.textProperty().bind(model.speech().of(head));
    column.setSortable(false);
    column.setReorderable(false);
    column.setMinWidth(60);
    column.setPrefWidth(width);
    column.getStyleClass().add(styleClass);
    column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(words.apply(row.getValue())));
    column.setCellFactory(_ -> new WordsCell(styleClass));
    lines.getColumns().add(column);
  }

  /// Words of a cell; long ones go on in a second line.
  private static final class WordsCell extends TableCell<BoardLine, String> {
    WordsCell(String styleClass) {
      getStyleClass().addAll(styleClass, "product");
    }

    // JavaFX passes null for an empty cell.
    @Override
    protected void updateItem(@Nullable String words, boolean empty) {
      super.updateItem(words, empty);
      setText(empty ? null : words);
    }
  }

  private void show(Optional<Opened> opened) {
    boolean appears = opened.isPresent() && !isVisible();
    setVisible(opened.isPresent());
    opened.ifPresent(this::fill);
    if (appears) {
      lines.requestFocus();
    }
  }

  private void fill(Opened opened) {
    BoardOrder order = opened.order();
    number.setText(order.number());
    String stage = model.say(order.stage().words());
    about.setText(order.customer().isEmpty() ? stage : order.customer() + " · " + stage);
    if (!lines.getItems().equals(opened.lines())) {
      int at = lines.getSelectionModel().getSelectedIndex();
      lines.getItems().setAll(opened.lines());
      if (at >= 0) {
        lines.getSelectionModel().select(at);
      }
    }
    told.getChildren().clear();
    switch (opened.progress()) {
      case ASKING -> tell(StateRow.Kind.LOADING, BoardPhrase.ASKING, BoardPhrase.ASKING_HINT);
      case UNANSWERED ->
          tell(StateRow.Kind.ERROR, BoardPhrase.NOT_ANSWERED, BoardPhrase.NOT_ANSWERED_HINT);
      case SHOWN -> {
        // The lines say it.
      }
    }
  }

  private void tell(StateRow.Kind kind, BoardPhrase fact, BoardPhrase next) {
    StateRow row = new StateRow(kind, model.say(fact), model.say(next));
    StackPane.setAlignment(row, Pos.TOP_CENTER);
    told.getChildren().add(row);
  }

  /// The arrow keys go through the lines.
  void move(int by) {
    int last = lines.getItems().size() - 1;
    if (last >= 0) {
      int at = Math.clamp(lines.getSelectionModel().getSelectedIndex() + (long) by, 0, last);
      lines.getSelectionModel().clearAndSelect(at);
      lines.scrollTo(Math.max(0, at - 2));
    }
  }
}
