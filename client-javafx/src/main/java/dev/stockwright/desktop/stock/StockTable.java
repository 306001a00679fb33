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
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.collections.ListChangeListener;
import javafx.collections.SetChangeListener;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// The table of the stock. Sorting asks the source for another order; rows change where they
/// stand.
final class StockTable extends StackPane {
  /// From this width on there is room for more columns.
  static final double WIDE = 1_150;

  private static final double WIDEST = 1_450;

  private final StockViewModel model;
  private final LiveTable<StockRow> table = new LiveTable<>("stock-table", "");
  private final ColumnWidths widths = new ColumnWidths(this::usual, this::widened);
  private double room;
  private boolean arranging;

  StockTable(StockViewModel model, SiteTime time, InstantSource clock) {
    this.model = model;
    sortable(table.words("", row -> row.sku().code(), "code", "first"), Column.SKU);
    sortable(table.words("", StockRow::product, "medium", "product"), Column.PRODUCT);
    sortable(table.words("", row -> row.warehouse().code(), "code"), Column.WAREHOUSE);
    sortable(table.figures("", StockRow::onHand), Column.ON_HAND);
    sortable(table.figures("", StockRow::reserved), Column.RESERVED);
    sortable(table.figures("", StockRow::blocked, "blocked"), Column.BLOCKED);
    sortable(table.figures("", StockRow::available, "deciding"), Column.AVAILABLE);
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
    table.setColumnResizePolicy(widths);
    model.columns().subscribe(this::showArranged);
    table.getColumns().addListener((ListChangeListener<Object>) _ -> moved());
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
      boolean here =
          column.getUserData() instanceof Column of
              && (of == Column.WAREHOUSE ? model.several() : fits(of, room, model.several()));
      column.setVisible(here && !model.hidden().contains(column.getUserData()));
    }
    widths.call(new TableView.ResizeFeatures<>(table, null, 0.0));
  }

  /// @param width of the whole screen
  void arrange(double width) {
    room = width;
    showColumns();
  }

  /// Whether a screen of this width has room for a column: where each row says where it is, others
  /// have to wait for a larger window.
  static boolean fits(Column column, double width, boolean several) {
    return switch (column) {
      case LAST_MOVED -> width >= (several ? WIDEST : WIDE);
      case SKU -> !several || width >= WIDE;
      default -> true;
    };
  }

  /// Numbers have room for their heads with the arrow of the order.
  private double usual(Column column) {
    boolean wide = room >= WIDE;
    return switch (column) {
      case SKU -> wide ? 116 : 98;
      case WAREHOUSE -> 116;
      case PRODUCT -> 200;
      case ON_HAND, BLOCKED -> wide ? 96 : 82;
      case RESERVED -> wide ? 96 : 88;
      case AVAILABLE -> wide ? 96 : 90;
      case LAST_MOVED -> 180;
    };
  }

  /// A person has made a column wider or narrower.
  private void widened(Map<Column, Double> now) {
    arranging = true;
    model.columns().set(new StockViewModel.Columns(model.columns().get().order(), now));
    arranging = false;
  }

  /// A person has moved a column.
  private void moved() {
    List<Column> now =
        table.getColumns().stream()
            .flatMap(each -> each.getUserData() instanceof Column of ? Stream.of(of) : Stream.of())
            .toList();
    if (!arranging && now.size() == model.columns().get().order().size()) {
      arranging = true;
      model.columns().set(new StockViewModel.Columns(now, model.columns().get().widths()));
      arranging = false;
    }
  }

  private void showArranged(StockViewModel.Columns wanted) {
    if (arranging) {
      return;
    }
    arranging = true;
    List<Column> order = wanted.order();
    List<TableColumn<LiveRow<StockRow>, ?>> sorted = new ArrayList<>(table.getColumns());
    sorted.sort(Comparator.comparingInt(each -> order.indexOf(each.getUserData())));
    if (!sorted.equals(table.getColumns())) {
      table.getColumns().setAll(sorted);
      showOrder(model.query().get());
    }
    widths.wanted(wanted.widths());
    arranging = false;
    showColumns();
  }

  private TableColumn<LiveRow<StockRow>, LiveRow<StockRow>> sortable(
      TableColumn<LiveRow<StockRow>, LiveRow<StockRow>> column, Column by) {
    column.setSortable(true);
    column.setReorderable(true);
    column.setUserData(by);
    column.textProperty().bind(model.speech().of(by.words()));
    return column;
  }

  /// The list itself is never sorted here: the source sends it in the wanted order.
  private boolean sorted(TableView<LiveRow<StockRow>> view) {
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
