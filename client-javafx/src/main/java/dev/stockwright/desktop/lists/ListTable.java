package dev.stockwright.desktop.lists;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ChangeListener;
import javafx.collections.ListChangeListener;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;
import org.jspecify.annotations.Nullable;

/// One table for all lists: its columns are those of the list in front, as the person wants them.
final class ListTable extends TableView<ListRow> {
  private static final double ROW = 43;
  private static final double LEAST = 48;

  private final ListsViewModel model;
  private boolean building;

  ListTable(ListsViewModel model) {
    this.model = model;
    setId("list-table");
    setFixedCellSize(ROW);
    setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_NEXT_COLUMN);
    setItems(model.rows());
    setSortPolicy(_ -> sorted());
    model.kind().subscribe(this::build);
    accessibleTextProperty().bind(model.kind().map(kind -> model.say(kind.title())));
    model.speech().follow(this::sayHeads);
    model.layout().subscribe(_ -> showLayout());
    getSelectionModel().selectedItemProperty().subscribe(this::chosen);
    model.selected().subscribe(this::reveal);
    model.rows().addListener((ListChangeListener<ListRow>) _ -> reveal(model.selected().get()));
    getColumns().addListener((ListChangeListener<TableColumn<ListRow, ?>>) _ -> keepColumns());
  }

  private void build(ListKind kind) {
    building = true;
    getColumns().clear();
    List<ListKind.Column> columns = kind.columns();
    for (int i = 0; i < columns.size(); i++) {
      getColumns().add(column(columns.get(i), i));
    }
    building = false;
    showLayout();
  }

  /// Another language is spoken.
  private void sayHeads() {
    for (ListKind.Column shown : model.kind().get().columns()) {
      getColumns().stream()
          .filter(column -> id(column).equals(shown.id()))
          .forEach(column -> column.setText(model.say(shown.head())));
    }
  }

  private TableColumn<ListRow, ListRow.Cell> column(ListKind.Column shown, int at) {
    TableColumn<ListRow, ListRow.Cell> column = new TableColumn<>(model.say(shown.head()));
    column.setUserData(shown.id());
    column.setMinWidth(LEAST);
    column.setPrefWidth(shown.width());
    column.setSortable(true);
    column.getStyleClass().add(shown.figure() ? "figures" : "words");
    List<String> also = also(shown, at);
    column.getStyleClass().addAll(also);
    column.setCellValueFactory(
        row ->
            new ReadOnlyObjectWrapper<>(
                at < row.getValue().cells().size()
                    ? row.getValue().cells().get(at)
                    : ListRow.Cell.of("")));
    column.setCellFactory(
        _ -> {
          WordsCell cell = new WordsCell();
          cell.getStyleClass().add(shown.figure() ? "figures" : "product");
          cell.getStyleClass().addAll(also);
          return cell;
        });
    ChangeListener<Number> resized = (_, _, _) -> keepColumns();
    column.widthProperty().addListener(resized);
    return column;
  }

  /// The first column begins where the screen does, and figures end where it does; of a count its
  /// variance is what matters.
  private List<String> also(ListKind.Column shown, int at) {
    if (at == 0) {
      return List.of("first");
    }
    if (shown.figure() && at == model.kind().get().columns().size() - 1) {
      return List.of("last");
    }
    return shown.id().equals("variance") ? List.of("deciding") : List.of();
  }

  /// Words of a cell; long ones go on in a second line.
  private static final class WordsCell extends TableCell<ListRow, ListRow.Cell> {
    // JavaFX passes null for an empty cell.
    @Override
    protected void updateItem(ListRow.@Nullable Cell cell, boolean empty) {
      super.updateItem(cell, empty);
      setText(empty || cell == null ? null : cell.words());
    }
  }

  /// Columns and order as they were left.
  private void showLayout() {
    if (building) {
      return;
    }
    building = true;
    ListLayout layout = model.layout().get();
    if (!layout.widths().isEmpty()) {
      List<String> ids = List.copyOf(layout.widths().keySet());
      boolean moved = !ids.equals(ids());
      if (moved) {
        getColumns().sort((a, b) -> ids.indexOf(id(a)) - ids.indexOf(id(b)));
      }
      for (TableColumn<ListRow, ?> column : getColumns()) {
        double wanted = layout.widths().getOrDefault(id(column), column.getPrefWidth());
        if (Math.abs(wanted - column.getWidth()) > 1) {
          column.setPrefWidth(wanted);
        }
      }
    }
    Optional<TableColumn<ListRow, ?>> by =
        getColumns().stream().filter(each -> layout.sort().equals(Optional.of(id(each)))).findAny();
    by.ifPresent(
        column ->
            column.setSortType(
                layout.descending()
                    ? TableColumn.SortType.DESCENDING
                    : TableColumn.SortType.ASCENDING));
    getSortOrder().setAll(by.stream().toList());
    building = false;
  }

  private List<String> ids() {
    return getColumns().stream().map(ListTable::id).toList();
  }

  private static String id(TableColumn<?, ?> column) {
    return String.valueOf(column.getUserData());
  }

  /// A person has moved or widened a column.
  private void keepColumns() {
    boolean whole = getColumns().size() == model.kind().get().columns().size();
    if (building || !whole || getScene() == null || getWidth() <= 0) {
      return;
    }
    Map<String, Double> widths = new LinkedHashMap<>();
    getColumns().forEach(column -> widths.put(id(column), (double) Math.round(column.getWidth())));
    building = true;
    model.widths(widths);
    building = false;
  }

  /// The rows are sorted by the model, so that what comes later has its place too.
  private boolean sorted() {
    if (!building) {
      Optional<TableColumn<ListRow, ?>> first = getSortOrder().stream().findFirst();
      model.sort(
          first.map(ListTable::id),
          first.filter(c -> c.getSortType() == TableColumn.SortType.DESCENDING).isPresent());
    }
    return true;
  }

  // JavaFX says null for "none".
  private void chosen(@Nullable ListRow row) {
    if (row != null && !model.selected().get().equals(Optional.of(row.id()))) {
      model.select(Optional.of(row.id()));
    }
  }

  private void reveal(Optional<String> selected) {
    int index = model.indexOfSelected();
    if (selected.isEmpty() || index < 0) {
      getSelectionModel().clearSelection();
    } else if (getSelectionModel().getSelectedIndex() != index) {
      getSelectionModel().clearAndSelect(index);
      if (!inView(index)) {
        scrollTo(Math.max(0, index - 2));
      }
    }
  }

  private boolean inView(int index) {
    return lookup(".virtual-flow") instanceof VirtualFlow<?> flow
        && flow.getFirstVisibleCell() != null
        && flow.getFirstVisibleCell().getIndex() <= index
        && index < flow.getLastVisibleCell().getIndex();
  }
}
