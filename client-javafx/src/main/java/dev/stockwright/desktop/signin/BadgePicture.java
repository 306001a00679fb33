package dev.stockwright.desktop.signin;

import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.SVGPath;
import javafx.scene.shape.Shape;

/// A badge under a scanner's beam, drawn in the colours of the theme.
final class BadgePicture extends Pane {
  private static final double WIDTH = 184;
  private static final double LEFT = 24;
  private static final double TOP = 20;
  private static final int[] BARS = {5, 3, 2, 4, 6, 3, 3, 3, 5, 4, 2, 3, 6, 3, 2, 3, 4, 3, 2, 3, 5};

  BadgePicture() {
    setMinSize(WIDTH, 200);
    setMaxSize(WIDTH, 200);
    setMouseTransparent(true);
    Region card = new Region();
    card.getStyleClass().add("badge");
    card.relocate(LEFT, TOP);
    getChildren().add(shape(new Rectangle(LEFT + 60, 2, 16, 20), "badge-clip"));
    getChildren().add(card);
    Rectangle slot = new Rectangle(LEFT + 50, TOP + 14, 36, 8);
    slot.setArcWidth(8);
    slot.setArcHeight(8);
    getChildren().add(shape(slot, "badge-bar"));
    SVGPath person = new SVGPath();
    person.setContent("M92 54a14 14 0 1 0 0.01 0M62 116a30 26 0 0 1 60 0");
    getChildren().add(shape(person, "badge-line"));
    double x = LEFT + 28;
    for (int i = 0; i < BARS.length; i++) {
      if (i % 2 == 0) {
        getChildren().add(shape(new Rectangle(x, TOP + 116, BARS[i], 40), "badge-bar"));
      }
      x += BARS[i];
    }
    getChildren().add(shape(new Rectangle(0, TOP + 133, WIDTH, 4), "badge-beam"));
  }

  private static Shape shape(Shape shape, String styleClass) {
    shape.getStyleClass().add(styleClass);
    return shape;
  }
}
