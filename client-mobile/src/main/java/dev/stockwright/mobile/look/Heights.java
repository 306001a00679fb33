package dev.stockwright.mobile.look;

import javafx.scene.layout.Region;

/// How high a part must be in a given width: what it needs, and no less than the sheet says.
public final class Heights {
  private Heights() {}

  public static double of(Region part, double width) {
    return Math.ceil(Math.max(part.minHeight(width), part.prefHeight(width)));
  }
}
