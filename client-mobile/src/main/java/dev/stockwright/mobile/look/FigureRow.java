package dev.stockwright.mobile.look;

import dev.stockwright.client.card.Card;
import dev.stockwright.client.words.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// A few numbers side by side, each above its name; two in a line where the names are too long.
public final class FigureRow extends Region {
  private static final double GAP = 12;

  private final Function<Text, String> words;
  private final List<Cell> cells = new ArrayList<>();
  private boolean compact;

  public FigureRow(Function<Text, String> words) {
    this.words = words;
    getStyleClass().add("figures");
    setId("figures");
    setMinHeight(USE_PREF_SIZE);
  }

  public void show(List<Card.Figure> figures) {
    cells.clear();
    figures.forEach(one -> cells.add(new Cell(words.apply(one.value()), words.apply(one.label()))));
    getChildren().setAll(cells);
    requestLayout();
  }

  /// The form for screens below 600 px.
  public void compact(boolean wanted) {
    compact = wanted;
    requestLayout();
  }

  public boolean filled() {
    return !cells.isEmpty();
  }

  private final class Cell extends VBox {
    private final String number;
    private final Figure value;
    private final Label label;

    Cell(String number, String name) {
      this.number = number;
      value = new Figure(number, 1.0, "figure");
      label = Labels.wrapped(name, "figure-label");
      setMinWidth(0);
      getChildren().addAll(value, label);
    }

    /// Whether the name breaks between its words only.
    boolean holds(double width) {
      for (String word : label.getText().split(" ", -1)) {
        if (Labels.plainWidth(word, label.getFont()) > width) {
          return false;
        }
      }
      return true;
    }

    int fitting(double width) {
      return Labels.fitting(number, Labels.FIGURES, width, compact ? 28 : 40, 28, 22, 18, 16);
    }

    double high(double width, int size) {
      value.size(size);
      value.applyCss();
      return Math.ceil(value.prefHeight(-1) + label.prefHeight(width));
    }
  }

  private double inner(double width) {
    return width - getInsets().getLeft() - getInsets().getRight();
  }

  private double each(double width, int columns) {
    return Math.floor((inner(width) - (columns - 1) * GAP) / columns);
  }

  private int columns(double width) {
    int all = Math.max(1, cells.size());
    boolean fits = cells.stream().allMatch(cell -> cell.holds(each(width, all)));
    return fits || all <= 2 ? all : 2;
  }

  @Override
  protected double computePrefHeight(double width) {
    double y = getInsets().getTop() + getInsets().getBottom();
    int columns = columns(width);
    for (int i = 0; i < cells.size(); i += columns) {
      y += (i > 0 ? 4 : 0) + line(i, columns, each(width, columns));
    }
    return y;
  }

  /// All numbers of the row are of one size: that of the longest.
  private int size(double each) {
    return cells.stream().mapToInt(cell -> cell.fitting(each)).min().orElse(16);
  }

  private double line(int from, int columns, double each) {
    int size = size(each);
    return cells.subList(from, Math.min(from + columns, cells.size())).stream()
        .mapToDouble(cell -> cell.high(each, size))
        .max()
        .orElse(0);
  }

  @Override
  protected void layoutChildren() {
    int columns = columns(getWidth());
    double each = each(getWidth(), columns);
    double y = getInsets().getTop();
    for (int i = 0; i < cells.size(); i += columns) {
      double high = line(i, columns, each);
      for (int j = i; j < Math.min(i + columns, cells.size()); j++) {
        double x = getInsets().getLeft() + (j - i) * (each + GAP);
        cells.get(j).resizeRelocate(x, y, each, high);
      }
      y += high + 4;
    }
  }
}
