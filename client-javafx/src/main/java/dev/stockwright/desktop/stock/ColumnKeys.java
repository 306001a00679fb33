package dev.stockwright.desktop.stock;

import dev.stockwright.desktop.stock.StockQuery.Column;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// The columns of the stock by keyboard. F7 sorts by the next column, with Shift the other way; the
/// column by which the list is sorted moves left and right with Ctrl+Shift and an arrow, and gets
/// narrower and wider with Ctrl+Shift and the other two.
final class ColumnKeys {
  /// So much wider or narrower at each press, in pixels.
  private static final double STEP = 16;

  private final StockViewModel model;
  private final TableView<?> table;

  ColumnKeys(StockViewModel model, TableView<?> table) {
    this.model = model;
    this.table = table;
  }

  /// To be asked before anything else that has the focus on the screen of the stock.
  void pressed(KeyEvent event) {
    boolean sorts = event.getCode() == KeyCode.F7 && !event.isShortcutDown();
    boolean arranges =
        event.getCode().isArrowKey() && event.isShortcutDown() && event.isShiftDown();
    if (event.isAltDown() || !(sorts || arranges)) {
      return;
    }
    switch (event.getCode()) {
      case F7 -> sort(event.isShiftDown());
      case LEFT -> move(-1);
      case RIGHT -> move(1);
      case UP -> widen(STEP);
      case DOWN -> widen(-STEP);
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void sort(boolean turned) {
    StockQuery now = model.query().get();
    if (turned) {
      model.sort(now.sort(), !now.descending());
      return;
    }
    List<Column> shown = shown();
    Column next = shown.get((shown.indexOf(now.sort()) + 1) % shown.size());
    model.sort(next, false);
  }

  /// Past the next column that is shown; those that are hidden keep their places beside it.
  private void move(int by) {
    List<Column> shown = shown();
    Column column = model.query().get().sort();
    int to = shown.indexOf(column) + by;
    if (shown.contains(column) && to >= 0 && to < shown.size()) {
      List<Column> order = new ArrayList<>(model.columns().get().order());
      order.remove(column);
      order.add(order.indexOf(shown.get(to)) + Math.max(0, by), column);
      model.columns().set(new StockViewModel.Columns(order, model.columns().get().widths()));
    }
  }

  private void widen(double by) {
    for (TableColumn<?, ?> column : table.getVisibleLeafColumns()) {
      if (column.getUserData() == model.query().get().sort()) {
        widen(table, column, by);
        return;
      }
    }
  }

  // A column of a table, whatever its rows are.
  @SuppressWarnings({"unchecked", "rawtypes"})
  private static void widen(TableView table, TableColumn column, double by) {
    table.resizeColumn(column, by);
  }

  private List<Column> shown() {
    List<Column> shown = new ArrayList<>();
    for (TableColumn<?, ?> column : table.getVisibleLeafColumns()) {
      if (column.getUserData() instanceof Column of) {
        shown.add(of);
      }
    }
    return shown;
  }
}
