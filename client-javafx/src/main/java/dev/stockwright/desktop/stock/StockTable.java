package dev.stockwright.desktop.stock;

import dev.stockwright.client.words.StockPhrase;
import dev.stockwright.desktop.look.LiveRow;
import dev.stockwright.desktop.look.LiveTable;
import dev.stockwright.desktop.look.SiteTime;
import dev.stockwright.desktop.look.Words;
import dev.stockwright.desktop.stock.StockQuery.Column;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.collections.SetChangeListener;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// The table of the stock. Sorting asks the source for another order; rows change where they
/// stand.
final class StockTable extends StackPane {
  /// On hand, reserved, blocked, available: their heads with the arrow of the order.
  private static final int[] NARROW = {82, 88, 82, 90};

  private final StockViewModel model;
  private final LiveTable<StockRow> table = new LiveTable<>("stock-table", "");
  private final TableColumn<?, ?> sku;
  private final TableColumn<?, ?> warehouse;
  private final TableColumn<?, ?> lastMovement;
  private final List<TableColumn<?, ?>> numbers = new ArrayList<>();
  private boolean wide;

  StockTable(StockViewModel model, SiteTime time, InstantSource clock) {
    this.model = model;
    sku = sortable(table.words("", row -> row.sku().code(), "code", "first"), Column.SKU);
    sortable(table.words("", StockRow::product, "medium", "product"), Column.PRODUCT);
    warehouse = sortable(table.words("", row -> row.warehouse().code(), "code"), Column.WAREHOUSE);
    numbers.add(sortable(table.figures("", StockRow::onHand), Column.ON_HAND));
    numbers.add(sortable(table.figures("", StockRow::reserved), Column.RESERVED));
    numbers.add(sortable(table.figures("", StockRow::blocked, "blocked"), Column.BLOCKED));
    numbers.add(sortable(table.figures("", StockRow::available, "deciding"), Column.AVAILABLE));
    lastMovement =
        sortable(
            table.drawn(
                "",
                MovementCell::new,
                (cell, row) -> cell.show(when(row, time, clock.instant()), row.lastMovement()),
                "last"),
            Column.LAST_MOVED);
    table.accessibleTextProperty().bind(model.speech().of(StockPhrase.STOCK));
    model.speech().follow(table::refresh);
    table.setPlaceholder(Words.of(""));
    table.setItems(model.rows());
    table.setSortPolicy(this::sorted);
    showOrder(model.query().get());
    model.query().subscribe(this::showOrder);
    model.hidden().addListener((SetChangeListener<Column>) _ -> showColumns());
    model.scope().subscribe(_ -> showColumns());
    getChildren().add(table);
    table.getSelectionModel().selectedItemProperty().subscribe(this::choose);
    model.chosen().subscribe(this::followModel);
  }

  private String when(StockRow row, SiteTime time, Instant now) {
    return row.lastUpdated().equals(Instant.EPOCH)
        ? ""
        : time.brief(row.lastUpdated(), now, model.speech());
  }

  @Override
  public void requestFocus() {
    table.requestFocus();
  }

  LiveTable<StockRow> table() {
    return table;
  }

  /// The arrow at the head of the column by which the list is sorted.
  private void showOrder(StockQuery query) {
    for (TableColumn<LiveRow<StockRow>, ?> column : table.getColumns()) {
      var type =
          query.descending() ? TableColumn.SortType.DESCENDING : TableColumn.SortType.ASCENDING;
      boolean shown = table.getSortOrder().equals(List.of(column)) && column.getSortType() == type;
      if (column.getUserData() == query.sort() && !shown) {
        column.setSortType(type);
        table.getSortOrder().setAll(List.of(column));
      }
    }
  }

  private void showColumns() {
    for (TableColumn<?, ?> column : table.getColumns()) {
      boolean room = wide || !column.equals(lastMovement);
      boolean here = model.several() || !column.equals(warehouse);
      column.setVisible(room && here && !model.hidden().contains(column.getUserData()));
    }
  }

  void arrange(boolean roomy) {
    wide = roomy;
    LiveTable.width(sku, wide ? 116 : 98);
    LiveTable.width(warehouse, wide ? 116 : 98);
    for (int i = 0; i < numbers.size(); i++) {
      LiveTable.width(numbers.get(i), wide ? 96 : NARROW[i]);
    }
    showColumns();
    LiveTable.width(lastMovement, 180);
  }

  private TableColumn<LiveRow<StockRow>, LiveRow<StockRow>> sortable(
      TableColumn<LiveRow<StockRow>, LiveRow<StockRow>> column, Column by) {
    column.setSortable(true);
    column.setUserData(by);
    column.textProperty().bind(model.speech().of(by.words()));
    return column;
  }

  /// The list itself is never sorted here: the source sends it in the wanted order.
  private boolean sorted(javafx.scene.control.TableView<LiveRow<StockRow>> view) {
    Optional<TableColumn<LiveRow<StockRow>, ?>> first = view.getSortOrder().stream().findFirst();
    if (first.isPresent() && first.get().getUserData() instanceof Column by) {
      model.sort(by, first.get().getSortType() == TableColumn.SortType.DESCENDING);
    } else {
      model.sort(StockQuery.ALL.sort(), StockQuery.ALL.descending());
    }
    return true;
  }

  // JavaFX says null for "none".
  private void choose(@Nullable LiveRow<StockRow> row) {
    if (row != null) {
      row.value().get().ifPresent(model::choose);
    }
  }

  private void followModel(Optional<StockRow> chosen) {
    if (chosen.isEmpty()) {
      table.getSelectionModel().clearSelection();
      return;
    }
    int index = model.indexOfChosen();
    if (index >= 0 && table.getSelectionModel().getSelectedIndex() != index) {
      table.getSelectionModel().clearAndSelect(index);
      table.reveal(index);
    }
  }

  /// A time and what happened then.
  private static final class MovementCell extends HBox {
    private final Label at = Words.firm("", "muted");
    private final Label what = Words.of("");

    MovementCell() {
      super(6);
      setAlignment(javafx.geometry.Pos.CENTER_LEFT);
      getChildren().addAll(at, what);
    }

    void show(String when, String movement) {
      at.setText(when);
      what.setText(movement);
    }
  }
}
