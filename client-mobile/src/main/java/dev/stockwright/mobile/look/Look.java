package dev.stockwright.mobile.look;

import dev.stockwright.fx.look.Colours;
import dev.stockwright.fx.look.Faces;
import dev.stockwright.fx.look.Resource;
import javafx.scene.Parent;
import javafx.scene.Scene;

/// The look of a scene: typefaces, the sheet, the theme and the glove mode as classes of its root.
/// All of it changes at once, without a restart.
public final class Look {
  private static final String GLOVE = "glove";

  private Look() {}

  /// Before the first scene: the widths of texts are computed with these faces.
  public static void loadFaces() {
    Faces.load();
  }

  /// Gives `scene` the sheet, and the look of `theme`.
  public static void dress(Scene scene, Theme theme, boolean glove) {
    Colours.below(scene, Resource.of(Look.class, "handheld.css").toExternalForm());
    Parent root = scene.getRoot();
    for (Theme other : Theme.values()) {
      root.getStyleClass().remove(other.styleClass());
    }
    root.getStyleClass().add(theme.styleClass());
    root.getStyleClass().remove(GLOVE);
    if (glove) {
      root.getStyleClass().add(GLOVE);
    }
  }
}
