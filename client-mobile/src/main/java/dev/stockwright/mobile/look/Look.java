package dev.stockwright.mobile.look;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.List;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.text.Font;

/// The look of a scene: typefaces, the sheet, the theme and the glove mode as classes of its root.
/// All of it changes at once, without a restart.
public final class Look {
  private static final String GLOVE = "glove";
  private static final List<String> FACES =
      List.of(
          "Sans-Regular",
          "Sans-Bold",
          "SansMedium-Regular",
          "Code-Regular",
          "Code-Bold",
          "Figures-Bold",
          "Plate-Bold");

  private Look() {}

  /// Before the first scene: the widths of texts are computed with these faces.
  public static void loadFaces() {
    FACES.forEach(Look::load);
  }

  /// Gives `scene` the sheet, and the look of `theme`.
  public static void dress(Scene scene, Theme theme, boolean glove) {
    String sheet = resource("handheld.css").toExternalForm();
    if (!scene.getStylesheets().contains(sheet)) {
      scene.getStylesheets().add(sheet);
    }
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

  private static void load(String face) {
    String file = "fonts/Stockwright" + face + ".ttf";
    try (InputStream in = resource(file).openStream()) {
      if (Font.loadFont(in, 14) == null) {
        throw new IllegalStateException(file + " is not a font");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static URL resource(String name) {
    URL url = Look.class.getResource(name);
    if (url == null) {
      throw new IllegalStateException(name + " is not on the path");
    }
    return url;
  }
}
