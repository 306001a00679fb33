package dev.stockwright.desktop.look;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// Pieces of text in the type scale of `stockwright.css`, and the room between them.
public final class Words {
  private Words() {}

  /// A line of text. `essential` among the classes: it must never be cut (a test looks).
  public static Label of(String text, String... styleClasses) {
    Label label = new Label(text);
    label.getStyleClass().addAll(styleClasses);
    label.setMinWidth(0);
    return label;
  }

  /// A line of text that follows a value.
  public static Label of(ObservableValue<String> text, String... styleClasses) {
    Label label = of("", styleClasses);
    label.textProperty().bind(text);
    return label;
  }

  /// Text that never gives way to others.
  public static Label firm(String text, String... styleClasses) {
    Label label = of(text, styleClasses);
    label.setMinWidth(Region.USE_PREF_SIZE);
    return label;
  }

  /// A line of text that follows a value and never gives way.
  public static Label firm(ObservableValue<String> text, String... styleClasses) {
    Label label = firm("", styleClasses);
    label.textProperty().bind(text);
    return label;
  }

  /// Makes a text go on in the next line where it would be cut.
  public static Label wrap(Label label) {
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }

  /// What pushes its neighbours apart.
  public static Region space() {
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    return space;
  }

  /// A key as it is printed on a keyboard.
  public static Label key(String name) {
    return firm(name, "keycap");
  }
}
