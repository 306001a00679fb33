package dev.stockwright.desktop.look;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.List;
import java.util.Optional;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.css.PseudoClass;
import javafx.scene.Scene;
import javafx.scene.text.Font;

/// The look of one scene: typefaces, Primer below, `stockwright.css` over it. Follows the system's
/// light or dark until somebody chooses; changes at once, without a restart.
public final class Look {
  private static final PseudoClass DARK = PseudoClass.getPseudoClass("dark");
  private static final List<String> FACES =
      List.of(
          "Sans-Regular",
          "Sans-Bold",
          "SansMedium-Regular",
          "Code-Regular",
          "Code-Bold",
          "Figures-Bold",
          "Plate-Bold");

  private final Scene scene;
  private final ReadOnlyObjectWrapper<Theme> theme = new ReadOnlyObjectWrapper<>(Theme.LIGHT);
  private Optional<Theme> chosen = Optional.empty();

  /// Dresses `scene` and keeps it dressed.
  public Look(Scene scene) {
    this.scene = scene;
    FACES.forEach(Look::load);
    scene.getStylesheets().add(resource("stockwright.css").toExternalForm());
    theme.subscribe(this::apply);
    scene.rootProperty().addListener((_, _, _) -> apply(theme.get()));
    Platform.getPreferences().colorSchemeProperty().subscribe(_ -> refresh());
  }

  public ReadOnlyObjectProperty<Theme> theme() {
    return theme.getReadOnlyProperty();
  }

  /// What somebody has chosen; absent while the system decides.
  public Optional<Theme> chosen() {
    return chosen;
  }

  /// Stays with `wanted`, whatever the system says.
  public void choose(Theme wanted) {
    chosen = Optional.of(wanted);
    refresh();
  }

  /// Takes the other one; back on the system's own it follows the system again.
  public void toggle() {
    Theme wanted = theme.get().other();
    chosen = wanted == system() ? Optional.empty() : Optional.of(wanted);
    refresh();
  }

  private void refresh() {
    theme.set(chosen.orElseGet(Look::system));
  }

  private static Theme system() {
    return Platform.getPreferences().getColorScheme() == ColorScheme.DARK
        ? Theme.DARK
        : Theme.LIGHT;
  }

  private void apply(Theme wanted) {
    scene.setUserAgentStylesheet(wanted.baseSheet());
    scene.getRoot().pseudoClassStateChanged(DARK, wanted == Theme.DARK);
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
