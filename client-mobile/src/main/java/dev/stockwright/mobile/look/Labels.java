package dev.stockwright.mobile.look;

import javafx.scene.control.Label;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;

/// Texts of the kit.
final class Labels {
  static final String FIGURES = "Stockwright Figures";
  static final String PLATE = "Stockwright Plate";
  static final String SANS = "Stockwright Sans";

  private Labels() {}

  /// One line that is never cut: whatever lies beside it gives way.
  static Label firm(String text, String... classes) {
    Label label = new Label(text);
    label.getStyleClass().addAll(classes);
    label.setMinWidth(Label.USE_PREF_SIZE);
    label.setMinHeight(Label.USE_PREF_SIZE);
    return label;
  }

  /// As many lines as it needs.
  static Label wrapped(String text, String... classes) {
    Label label = new Label(text);
    label.getStyleClass().addAll(classes);
    label.setWrapText(true);
    label.setMinWidth(0);
    label.setMinHeight(Label.USE_PREF_SIZE);
    return label;
  }

  /// How wide a line of bold text is.
  static double width(String text, String family, double size) {
    Text line = new Text(text);
    line.setFont(Font.font(family, FontWeight.BOLD, size));
    return Math.ceil(line.getLayoutBounds().getWidth());
  }

  /// How wide a line of text is in a face that is in use.
  static double plainWidth(String text, Font font) {
    Text line = new Text(text);
    line.setFont(font);
    return Math.ceil(line.getLayoutBounds().getWidth());
  }

  /// The first of `steps` in which `text` fits into `room`; the last one when none does.
  static int fitting(String text, String family, double room, int... steps) {
    for (int step : steps) {
      if (width(text, family, step) <= room) {
        return step;
      }
    }
    return steps[steps.length - 1];
  }
}
