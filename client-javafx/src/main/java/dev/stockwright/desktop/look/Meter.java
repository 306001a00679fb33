package dev.stockwright.desktop.look;

import javafx.scene.layout.Region;

/// How much of a whole is there: a bar of two parts. Unknown wholes draw empty.
public final class Meter extends Region {
  private final Region filled = new Region();
  private double part;

  public Meter() {
    getStyleClass().add("meter");
    filled.getStyleClass().add("meter-filled");
    filled.setManaged(false);
    getChildren().add(filled);
  }

  /// From 0 to 1; more than 1 is full.
  public void show(double wanted) {
    part = Math.clamp(wanted, 0, 1);
    setAccessibleText(Math.round(part * 100) + " %");
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    double inside = getWidth() - 2;
    filled.resizeRelocate(1, 1, inside * part, getHeight() - 2);
    filled.setVisible(part > 0);
  }
}
