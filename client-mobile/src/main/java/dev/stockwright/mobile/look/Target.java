package dev.stockwright.mobile.look;

import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Button;

/// A button that grows with its words: one of JavaFX does not ask its content how high it is in
/// the width that it gets.
final class Target extends Button {
  Target(Node content) {
    super("", content);
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computePrefHeight(double width) {
    double sides = snappedLeftInset() + snappedRightInset();
    double inner = width < 0 ? -1 : width - sides;
    double height = getGraphic() == null ? 0 : getGraphic().prefHeight(inner);
    return Math.max(height + snappedTopInset() + snappedBottomInset(), getMinHeight());
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }
}
