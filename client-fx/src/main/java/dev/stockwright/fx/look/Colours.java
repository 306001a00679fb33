package dev.stockwright.fx.look;

import javafx.collections.ObservableList;
import javafx.scene.Scene;

/// The colours of both apps by name, for each theme, in one sheet below those of the apps.
public final class Colours {
  private Colours() {}

  /// Gives `scene` the colours and over them the app's own sheet, once.
  ///
  /// @param sheet the address of the app's sheet
  public static void below(Scene scene, String sheet) {
    ObservableList<String> sheets = scene.getStylesheets();
    if (!sheets.contains(sheet)) {
      sheets.addAll(Resource.of(Colours.class, "colours.css").toExternalForm(), sheet);
    }
  }
}
