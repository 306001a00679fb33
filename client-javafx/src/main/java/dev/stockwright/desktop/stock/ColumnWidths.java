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
    int at = shown.indexOf(features.getColumn());
    if (at >= 0) {
      drag(shown, at, features.getDelta());
    }
    double left = features.getContentWidth();
    for (TableColumnBase<?, ?> each : shown) {
      if (!flexible(each)) {
        left -= width(each);
      }
    }
    for (TableColumnBase<?, ?> each : shown) {
      set(features, each, flexible(each) ? Math.max(PRODUCT_LEAST, left) : width(each));
    }
    return true;
  }

  /// The border of the product's name moves the one beside it the other way.
  private void drag(List<? extends TableColumnBase<?, ?>> shown, int at, double by) {
    boolean name = flexible(shown.get(at));
    int moved = name ? at + 1 : at;
    if (moved < shown.size() && shown.get(moved).getUserData() instanceof Column column) {
      double wide = width(shown.get(moved)) + (name ? -by : by);
      Map<Column, Double> now = new HashMap<>(widths);
      now.put(column, (double) Math.round(Math.max(StockLayout.LEAST, wide)));
      widths = Map.copyOf(now);
      chosen.accept(widths);
    }
  }

  private double width(TableColumnBase<?, ?> column) {
    return column.getUserData() instanceof Column known
        ? widths.getOrDefault(known, usual.applyAsDouble(known))
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
