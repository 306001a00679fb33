package dev.stockwright.fx.look;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import javafx.scene.text.Font;

/// Our typefaces: cuts of Inter (SIL Open Font License) by names of their own.
public final class Faces {
  private static final List<String> FACES =
      List.of(
          "Sans-Regular",
          "Sans-Bold",
          "SansMedium-Regular",
          "Code-Regular",
          "Code-Bold",
          "Figures-Bold",
          "Plate-Bold");

  private Faces() {}

  /// Before the first scene: the widths of texts are computed with them.
  public static void load() {
    FACES.forEach(Faces::load);
  }

  private static void load(String face) {
    String file = "fonts/Stockwright" + face + ".ttf";
    try (InputStream in = Resource.of(Faces.class, file).openStream()) {
      if (Font.loadFont(in, 14) == null) {
        throw new IllegalStateException(file + " is not a font");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
