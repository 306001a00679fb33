package dev.stockwright.desktop.picking;

import dev.stockwright.client.words.BoardPhrase;
import dev.stockwright.desktop.look.LiveRow;
import dev.stockwright.desktop.look.LiveTable;
import dev.stockwright.desktop.look.SiteTime;
import dev.stockwright.desktop.look.Speech;
import dev.stockwright.desktop.look.Words;
import dev.stockwright.fx.look.Figures;
import dev.stockwright.fx.look.Glyph;
import dev.stockwright.fx.look.Pictogram;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// The orders of the board, one row each; rows change where they stand.
final class BoardTable extends StackPane {
  /// Wider than this figures stand too far from what they are of.
  private static final double FIGURES_MORE = 20;

  private final BoardViewModel model;
  private final SiteTime time;
  private final InstantSource clock;
  private final LiveTable<BoardOrder> table = new LiveTable<>("board-table", "");
  private boolean following;

  BoardTable(BoardViewModel model, SiteTime time, InstantSource clock) {
    this.model = model;
    this.time = time;
    this.clock = clock;
    column(
        BoardColumn.STAGE,
        table.words("", order -> model.say(order.stage().words()), "first", "product"));
    column(
        BoardColumn.ORDER,
        table.drawn("", Marked::new, (cell, order) -> cell.show(order.number(), marked(order))));
    column(BoardColumn.CUSTOMER, table.words("", BoardOrder::customer, "product"));
    column(
        BoardColumn.DUE,
        table.drawn("", Marked::new, (cell, order) -> cell.late(due(order), model.overdue(order))));
    column(BoardColumn.PRIORITY, table.words("", order -> Figures.of(order.priority()), "figures"));
    column(
        BoardColumn.LINES,
        table.words("", order -> of(order.linesPicked(), order.lines()), "figures", "product"));
    column(
        BoardColumn.UNITS,
        table.words(
            "", order -> of(order.picked(), order.ordered()), "figures", "deciding", "product"));
    column(BoardColumn.SHORT, table.figures("", BoardOrder::missing, "blocked"));
    column(BoardColumn.WHO, table.words("", BoardOrder::who, "product", "last"));
    Speech words = model.speech();
    table.accessibleTextProperty().bind(words.of(BoardPhrase.TITLE));
    table.setPlaceholder(Words.of(""));
    table.setItems(model.rows());
    table.setSortPolicy(this::sorted);
    words.follow(table::refresh);
    model.marked().subscribe(_ -> table.refresh());
    model.totals().subscribe(_ -> table.refresh());
    model.arrangement().subscribe(this::showOrder);
    model.selected().subscribe(_ -> followModel());
    model.rows().addListener((ListChangeListener<LiveRow<BoardOrder>>) _ -> followModel());
    table.getSelectionModel().selectedItemProperty().subscribe(this::followTable);
    visibleProperty().bind(model.opened().map(Optional::isEmpty));
    getChildren().add(table);
  }

  LiveTable<BoardOrder> table() {
    return table;
  }

  @Override
  public void requestFocus() {
    table.requestFocus();
  }

  private void column(
      BoardColumn what, TableColumn<LiveRow<BoardOrder>, LiveRow<BoardOrder>> column) {
    column.setSortable(true);
    column.setUserData(what);
    column.textProperty().bind(model.speech().of(what.head()));
    column.setMinWidth(what.width());
    column.setPrefWidth(what.width());
    if (column.getStyleClass().contains("figures")) {
      column.setMaxWidth(what.width() + FIGURES_MORE);
    }
  }

  private boolean marked(BoardOrder order) {
    return model.marked().get().contains(order.number());
  }

  private String of(long done, long all) {
    return model.say(BoardPhrase.OF, done, all);
  }

  private String due(BoardOrder order) {
    Instant now = clock.instant();
    return order
        .due()
        .map(at -> time.brief(at, now, model.speech()))
        .map(at -> model.overdue(order) ? model.say(BoardPhrase.OVERDUE_AT, at) : at)
        .orElse("");
  }

  /// Words with a mark before them.
  private static final class Marked extends HBox {
    private final Label words = Words.of("", "essential");

    Marked() {
      super(3);
      setAlignment(Pos.CENTER_LEFT);
      words.setWrapText(true);
      getChildren().add(words);
    }

    void show(String text, boolean marked) {
      fill(text, marked ? Optional.of(Pictogram.CHECK) : Optional.empty());
      words.getStyleClass().remove("medium");
      words.getStyleClass().add("medium");
    }

    void late(String text, boolean late) {
      fill(text, late ? Optional.of(Pictogram.TRIANGLE_ALERT) : Optional.empty());
      words.getStyleClass().remove("medium");
      if (late) {
        words.getStyleClass().add("medium");
      }
    }

    private void fill(String text, Optional<Pictogram> mark) {
      words.setText(text);
      getChildren().setAll(words);
      mark.ifPresent(glyph -> getChildren().addFirst(new Glyph(glyph, 14)));
    }
  }

  /// The arrow at the head of the column by which the orders stand.
  private void showOrder(Arrangement wanted) {
    var type =
        wanted.descending() ? TableColumn.SortType.DESCENDING : TableColumn.SortType.ASCENDING;
    following = true;
    for (TableColumn<LiveRow<BoardOrder>, ?> column : table.getColumns()) {
      if (column.getUserData() == wanted.sort()) {
        column.setSortType(type);
        table.getSortOrder().setAll(java.util.List.of(column));
      }
    }
    following = false;
  }

  /// The list itself is never sorted here: the view model has it in the wanted order.
  private boolean sorted(TableView<LiveRow<BoardOrder>> view) {
    if (following) {
      return true;
    }
    Optional<TableColumn<LiveRow<BoardOrder>, ?>> first = view.getSortOrder().stream().findFirst();
    if (first.isPresent() && first.get().getUserData() instanceof BoardColumn by) {
      model.sort(by, first.get().getSortType() == TableColumn.SortType.DESCENDING);
    } else {
      model.sort(BoardColumn.STAGE, false);
    }
    return true;
  }

  private void followModel() {
    int row = model.indexOfSelected();
    if (row < 0) {
      table.getSelectionModel().clearSelection();
    } else if (table.getSelectionModel().getSelectedIndex() != row) {
      table.getSelectionModel().clearAndSelect(row);
      table.reveal(row);
    }
  }

  // JavaFX says null for "none".
  private void followTable(@Nullable LiveRow<BoardOrder> row) {
    if (row != null) {
      row.value().get().ifPresent(order -> model.select(Optional.of(order.number())));
    }
  }
}
