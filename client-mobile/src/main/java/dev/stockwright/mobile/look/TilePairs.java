package dev.stockwright.mobile.look;

import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/// Buttons two beside each other, all as high as the highest.
final class TilePairs extends Pane {
  private static final double GAP = 8;

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  private static double each(double width) {
    return Math.floor((width - GAP) / 2);
  }

  private double high(double width) {
    return getManagedChildren().stream()
        .mapToDouble(child -> Heights.of((Region) child, each(width)))
        .max()
        .orElse(0);
  }

  @Override
  protected double computePrefHeight(double width) {
    int lines = (getManagedChildren().size() + 1) / 2;
    return lines * (high(width) + GAP) - GAP;
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  protected void layoutChildren() {
    double high = high(getWidth());
    List<Node> all = getManagedChildren();
    for (int i = 0; i < all.size(); i++) {
      int line = i / 2;
      boolean alone = i == all.size() - 1 && i % 2 == 0;
      all.get(i)
          .resizeRelocate(
              i % 2 * (each(getWidth()) + GAP),
              line * (high + GAP),
              alone ? getWidth() : each(getWidth()),
              high);
    }
  }
}
