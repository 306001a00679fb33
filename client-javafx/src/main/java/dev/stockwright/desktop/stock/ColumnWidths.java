package dev.stockwright.desktop.stock;

import dev.stockwright.desktop.stock.StockQuery.Column;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import javafx.scene.control.ConstrainedColumnResizeBase;
import javafx.scene.control.TableColumnBase;
import javafx.scene.control.TableView;
import javafx.util.Callback;

/// How wide columns are: as somebody has made them, or as usual; the product's name has what is
/// left, so that the table always fills its room.
@SuppressWarnings("rawtypes") // as JavaFX declares a resize policy
final class ColumnWidths extends ConstrainedColumnResizeBase
    implements Callback<TableView.ResizeFeatures, Boolean> {
  private static final double PRODUCT_LEAST = 140;

  private final ToDoubleFunction<Column> usual;
  private final Consumer<Map<Column, Double>> chosen;
  private Map<Column, Double> widths = Map.of();

  /// @param usual as at first
  /// @param chosen hears what a person has made of it
  ColumnWidths(ToDoubleFunction<Column> usual, Consumer<Map<Column, Double>> chosen) {
    this.usual = usual;
    this.chosen = chosen;
  }

  /// As somebody wants them from now on.
  void wanted(Map<Column, Double> wanted) {
    widths = wanted;
  }

  @Override
  public Boolean call(TableView.ResizeFeatures features) {
    if (!(features.getTableControl() instanceof TableView<?> table)) {
      return false;
    }
    List<? extends TableColumnBase<?, ?>> shown = table.getVisibleLeafColumns();
    double room = features.getContentWidth();
    int at = shown.indexOf(features.getColumn());
    if (at >= 0) {
      drag(shown, at, features.getDelta(), room);
    }
    double left = left(shown, room, widths);
    // What was made for a larger window must not push others out of a smaller one.
    Map<Column, Double> now = left < PRODUCT_LEAST && room > 0 ? Map.of() : widths;
    for (TableColumnBase<?, ?> each : shown) {
      double product = Math.max(PRODUCT_LEAST, left(shown, room, now));
      set(features, each, flexible(each) ? product : width(each, now));
    }
    return true;
  }

  private double left(
      List<? extends TableColumnBase<?, ?>> shown, double room, Map<Column, Double> made) {
    return room
        - shown.stream()
            .filter(each -> !flexible(each))
            .mapToDouble(each -> width(each, made))
            .sum();
  }

  /// The border of the product's name moves the one beside it the other way.
  private void drag(List<? extends TableColumnBase<?, ?>> shown, int at, double by, double room) {
    boolean name = flexible(shown.get(at));
    int moved = name ? at + 1 : at;
    if (moved < shown.size() && shown.get(moved).getUserData() instanceof Column column) {
      double most = room > 0 ? left(shown, room, widths) - PRODUCT_LEAST : Double.MAX_VALUE;
      double wide = width(shown.get(moved), widths) + Math.min(name ? -by : by, most);
      Map<Column, Double> now = new HashMap<>(widths);
      now.put(column, (double) Math.round(Math.max(StockLayout.LEAST, wide)));
      widths = Map.copyOf(now);
      chosen.accept(widths);
    }
  }

  private double width(TableColumnBase<?, ?> column, Map<Column, Double> made) {
    return column.getUserData() instanceof Column known
        ? made.getOrDefault(known, usual.applyAsDouble(known))
        : column.getWidth();
  }

  private static boolean flexible(TableColumnBase<?, ?> column) {
    return column.getUserData() == Column.PRODUCT;
  }

  // The features of a table name no type of its rows.
  @SuppressWarnings({"unchecked", "rawtypes"})
  private static void set(
      TableView.ResizeFeatures features, TableColumnBase<?, ?> column, double width) {
    features.setColumnWidth((TableColumnBase) column, width);
  }
}
