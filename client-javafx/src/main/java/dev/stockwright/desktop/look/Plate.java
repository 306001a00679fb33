package dev.stockwright.desktop.look;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/// A place as the sign on a rack: what differs from the last place is bright and underlined.
public final class Plate extends HBox {
  /// `code` as target; the segments that it shares with `last` from the left are dim.
  public Plate(String code, String last) {
    getStyleClass().add("plate");
    setAlignment(Pos.CENTER_LEFT);
    int same = shared(code, last);
    if (same > 0) {
      getChildren().add(part(code.substring(0, same), "plate-same"));
    }
    if (same < code.length()) {
      getChildren().add(part(code.substring(same), same > 0 ? "plate-new" : "plate-all"));
    }
    setAccessibleText(code);
  }

  private static Label part(String text, String styleClass) {
    return Words.firm(text, "plate-text", styleClass, "essential");
  }

  /// How many characters of whole segments (`A-03-`) both have at the left.
  static int shared(String code, String last) {
    int same = 0;
    for (int i = 0; i < Math.min(code.length(), last.length()); i++) {
      if (code.charAt(i) != last.charAt(i)) {
        return same;
      }
      if (code.charAt(i) == '-') {
        same = i + 1;
      }
    }
    return code.equals(last) ? code.length() : same;
  }
}
