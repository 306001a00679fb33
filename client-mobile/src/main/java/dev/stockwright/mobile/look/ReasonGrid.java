package dev.stockwright.mobile.look;

import dev.stockwright.client.card.Card.Row;
import dev.stockwright.client.card.Input;
import dev.stockwright.client.words.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.text.TextAlignment;

/// Reasons to choose from, two beside each other; with gloves one below the other.
public final class ReasonGrid extends Region {
  private static final double GAP = 8;
  private static final double EDGE = 12;

  private final Function<Text, String> words;
  private final Consumer<Input> given;
  private final List<Button> reasons = new ArrayList<>();
  private boolean oneColumn;

  public ReasonGrid(Function<Text, String> words, Consumer<Input> given) {
    this.words = words;
    this.given = given;
    getStyleClass().add("reasons");
    setId("reasons");
    setMinHeight(USE_PREF_SIZE);
  }

  public static boolean isReason(Row row) {
    return row.input().filter(Input.Because.class::isInstance).isPresent();
  }

  public void show(List<Row> rows) {
    reasons.clear();
    for (Row row : rows) {
      Input input = row.input().orElseThrow();
      String text = words.apply(row.head());
      Label label = Labels.wrapped(text, "reason-text");
      label.setTextAlignment(TextAlignment.CENTER);
      label.setAlignment(Pos.CENTER);
      reasons.add(Press.of(label, text, () -> given.accept(input), "reason"));
    }
    getChildren().setAll(reasons);
    requestLayout();
  }

  /// With gloves.
  public void oneColumn(boolean wanted) {
    oneColumn = wanted;
    layoutReasons();
  }

  private double each(double width) {
    return oneColumn ? width - 2 * EDGE : (width - 2 * EDGE - GAP) / 2;
  }

  private double lineHeight(double width) {
    return reasons.stream().mapToDouble(r -> Heights.of(r, each(width))).max().orElse(0);
  }

  @Override
  protected double computePrefHeight(double width) {
    int columns = oneColumn ? 1 : 2;
    int lines = (reasons.size() + columns - 1) / columns;
    return lines == 0 ? 0 : EDGE + lines * (lineHeight(width) + GAP) - GAP + EDGE;
  }

  @Override
  protected void layoutChildren() {
    layoutReasons();
  }

  private void layoutReasons() {
    int columns = oneColumn ? 1 : 2;
    double width = each(getWidth());
    double height = lineHeight(getWidth());
    for (int i = 0; i < reasons.size(); i++) {
      double x = EDGE + i % columns * (width + GAP);
      int line = i / columns;
      reasons.get(i).resizeRelocate(x, EDGE + line * (height + GAP), width, height);
    }
  }
}
