package dev.stockwright.mobile.look;

import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.SVGPath;
import javafx.scene.shape.Shape;

/// Drawings for screens that have nothing else to show yet: what to take in hand, not how it works.
public final class Drawings {
  private static final int[] BARS = {0, 7, 13, 23, 29, 36, 44, 49, 60, 66, 73, 79};

  private Drawings() {}

  /// A badge below the line of a scanner.
  public static Region badge() {
    Pane pane = pane(184, 196);
    Rectangle clip = rectangle(85, 0, 14, 20, "drawing-edge");
    Rectangle card = rectangle(26, 20, 132, 172, "drawing-card");
    card.setArcWidth(20);
    card.setArcHeight(20);
    Rectangle slot = rectangle(74, 32, 36, 8, "drawing-ink");
    slot.setArcWidth(8);
    slot.setArcHeight(8);
    SVGPath person = new SVGPath();
    person.setContent(
        "M92 58a18 18 0 1 0 0 36a18 18 0 1 0 0 -36M61 116c2 -16 14 -25 31 -25s29 9 31 25");
    person.getStyleClass().add("drawing-line");
    pane.getChildren().addAll(clip, card, slot, person);
    for (int i = 0; i < BARS.length; i++) {
      pane.getChildren().add(rectangle(50 + BARS[i], 134, i % 3 == 0 ? 5 : 3, 40, "drawing-ink"));
    }
    pane.getChildren().add(rectangle(0, 151, 184, 4, "drawing-act"));
    return pane;
  }

  /// From one shelf to another.
  public static Region move() {
    Pane pane = pane(206, 88);
    pane.getChildren()
        .addAll(rectangle(2, 2, 72, 84, "drawing-card"), line(2, 44, 74, 44, "drawing-line"));
    pane.getChildren().add(rectangle(13, 13, 25, 25, "drawing-ink"));
    SVGPath arrow = new SVGPath();
    arrow.setContent("M86 44h30M104 32l12 12l-12 12");
    arrow.getStyleClass().addAll("drawing-line", "drawing-arrow");
    Rectangle other = rectangle(132, 2, 72, 84, "drawing-card");
    other.getStyleClass().add("drawing-later");
    pane.getChildren()
        .addAll(arrow, other, line(132, 44, 204, 44, "drawing-line", "drawing-later"));
    return pane;
  }

  private static Pane pane(double width, double height) {
    Pane pane = new Pane();
    pane.setMinSize(width, height);
    pane.setPrefSize(width, height);
    pane.setMaxSize(width, height);
    return pane;
  }

  private static Rectangle rectangle(
      double x, double y, double width, double height, String styleClass) {
    Rectangle rectangle = new Rectangle(x, y, width, height);
    rectangle.getStyleClass().add(styleClass);
    rectangle.setArcWidth(6);
    rectangle.setArcHeight(6);
    return rectangle;
  }

  private static Shape line(double x, double y, double endX, double endY, String... classes) {
    Line line = new Line(x, y, endX, endY);
    line.getStyleClass().addAll(classes);
    return line;
  }
}
