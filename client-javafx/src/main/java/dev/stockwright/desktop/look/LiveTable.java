package dev.stockwright.desktop.look;

import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;

/// A table of [LiveRow]s in the desk's look: rows of 43, numbers at the right, changes tinted.
public final class LiveTable<T> extends TableView<LiveRow<T>> {
  public static final double ROW = 43;

  public LiveTable(String id, String spoken) {
    setId(id);
    setAccessibleText(spoken);
    setFixedCellSize(ROW);
    setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
  }

  /// A column of words.
  public TableColumn<LiveRow<T>, LiveRow<T>> words(
      String head, Function<T, String> text, String... styleClasses) {
    return column(head, () -> new LiveCell.Words<>(text), styleClasses);
  }

  /// A column of numbers that tints when they change.
  public TableColumn<LiveRow<T>, LiveRow<T>> figures(
      String head, ToLongFunction<T> figure, String... styleClasses) {
    TableColumn<LiveRow<T>, LiveRow<T>> column =
        column(head, () -> new LiveCell.Figure<>(figure), styleClasses);
    column.getStyleClass().add("figures");
    return column;
  }

  /// A column that draws a node of its own, made once per cell and filled per row.
  public <N extends Node> TableColumn<LiveRow<T>, LiveRow<T>> drawn(
      String head, Supplier<N> node, BiConsumer<N, T> fill, String... styleClasses) {
    return column(head, () -> new LiveCell.Drawn<>(node.get(), fill), styleClasses);
  }

  private TableColumn<LiveRow<T>, LiveRow<T>> column(
      String head, Supplier<LiveCell<T>> cell, String... styleClasses) {
    TableColumn<LiveRow<T>, LiveRow<T>> column = new TableColumn<>(head);
    column.getStyleClass().addAll(styleClasses);
    column.setReorderable(false);
    column.setSortable(false);
    column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
    column.setCellFactory(
        _ -> {
          LiveCell<T> made = cell.get();
          made.getStyleClass().addAll(styleClasses);
          return made;
        });
    getColumns().add(column);
    return column;
  }

  /// Brings a row into view; nothing moves when it is there already.
  public void reveal(int index) {
    if (lookup(".virtual-flow") instanceof VirtualFlow<?> flow
        && flow.getFirstVisibleCell() != null
        && flow.getFirstVisibleCell().getIndex() <= index
        && index < flow.getLastVisibleCell().getIndex()) {
      return;
    }
    scrollTo(Math.max(0, index - 2));
  }

  /// Fixes the width of a column.
  public static void width(TableColumn<?, ?> column, double width) {
    column.setMinWidth(width);
    column.setPrefWidth(width);
    column.setMaxWidth(width);
    column.setResizable(false);
  }
}
