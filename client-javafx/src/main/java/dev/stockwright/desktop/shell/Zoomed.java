package dev.stockwright.desktop.shell;

import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;

/// Draws the whole app larger or smaller. Laid out is the room that is left then, and never less
/// than the smallest window: larger than what fits it does not become.
final class Zoomed extends Region {
  private static final double HUNDRED = 100;

  private final Node content;
  private final ReadOnlyIntegerProperty percent;
  private final Scale scale = new Scale(1, 1);

  Zoomed(Node content, ReadOnlyIntegerProperty percent) {
    this.content = content;
    this.percent = percent;
    content.getTransforms().add(scale);
    getChildren().add(content);
    percent.subscribe(_ -> requestLayout());
  }

  /// The most that leaves room for the smallest window.
  private double factor() {
    double most =
        Math.min(getWidth() / FloorWindow.MIN_WIDTH, getHeight() / FloorWindow.MIN_HEIGHT);
    return Math.min(percent.get() / HUNDRED, Math.max(1, most));
  }

  @Override
  protected void layoutChildren() {
    double factor = factor();
    scale.setX(factor);
    scale.setY(factor);
    content.resizeRelocate(0, 0, getWidth() / factor, getHeight() / factor);
  }
}
