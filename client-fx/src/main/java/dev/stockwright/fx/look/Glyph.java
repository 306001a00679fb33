package dev.stockwright.fx.look;

import javafx.scene.layout.Pane;
import javafx.scene.shape.SVGPath;
import javafx.scene.transform.Scale;

/// A pictogram of 16, 20, 24 or 36 px in the colour of the text around it.
public final class Glyph extends Pane {
  private static final double GRID = 24;
  private final SVGPath path = new SVGPath();

  public Glyph(Pictogram picture, double size) {
    getStyleClass().add("glyph");
    path.getStyleClass().add("glyph-path");
    path.getTransforms().add(new Scale(size / GRID, size / GRID));
    path.setManaged(false);
    getChildren().add(path);
    setMinSize(size, size);
    setPrefSize(size, size);
    setMaxSize(size, size);
    setMouseTransparent(true);
    draw(picture);
  }

  /// Becomes another pictogram of the same size.
  public void draw(Pictogram picture) {
    path.setContent(picture.outline());
  }

  /// The outline that is drawn now.
  public String outline() {
    return path.getContent();
  }
}
