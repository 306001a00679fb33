package dev.stockwright.mobile.look;

import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/// A large number or code in a line no higher than its size: a face leaves room above and below
/// its digits that a screen of this size has not got.
final class Figure extends Region {
  private final Label label;
  private final double ratio;

  Figure(String text, double ratio, String... classes) {
    this.ratio = ratio;
    label = Labels.firm(text, classes);
    getChildren().add(label);
    setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
    setMaxHeight(USE_PREF_SIZE);
  }

  /// The size of its letters in px.
  Figure size(int px) {
    label.setStyle("-fx-font-size: " + px + "px;");
    return this;
  }

  void text(String text) {
    label.setText(text);
  }

  @Override
  protected double computePrefWidth(double height) {
    return snapSizeX(label.prefWidth(-1)) + getInsets().getLeft() + getInsets().getRight();
  }

  @Override
  protected double computePrefHeight(double width) {
    return Math.ceil(label.getFont().getSize() * ratio)
        + getInsets().getTop()
        + getInsets().getBottom();
  }

  @Override
  public double getBaselineOffset() {
    double line = Math.ceil(label.getFont().getSize() * ratio);
    return getInsets().getTop() + (line - label.prefHeight(-1)) / 2 + label.getBaselineOffset();
  }

  @Override
  protected void layoutChildren() {
    double line = getHeight() - getInsets().getTop() - getInsets().getBottom();
    double height = label.prefHeight(-1);
    label.resizeRelocate(
        getInsets().getLeft(),
        getInsets().getTop() + (line - height) / 2,
        label.prefWidth(-1),
        height);
  }
}
