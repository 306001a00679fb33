package dev.stockwright.mobile.look;

import dev.stockwright.fx.look.Glyph;
import dev.stockwright.fx.look.Pictogram;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;

/// Buttons of the kit. Their heights stand in the sheet, with and without gloves.
final class Press {
  private Press() {}

  /// A button of any content; `spoken` says what it does.
  static Button of(Node content, String spoken, Runnable action, String... classes) {
    Button button = new Target(content);
    button.getStyleClass().addAll(classes);
    button.setAccessibleText(spoken);
    button.setMaxWidth(Double.MAX_VALUE);
    button.setOnAction(event -> action.run());
    return button;
  }

  /// A picture and a label beside it, which may take two lines.
  static Button labelled(Pictogram picture, String text, Runnable action, String... classes) {
    Label label = Labels.wrapped(text, "press-label");
    HBox content = new HBox(10, new Glyph(picture, 24), label);
    content.setAlignment(Pos.CENTER);
    return of(content, text, action, classes);
  }

  /// Words alone, which may take two lines.
  static Button worded(String text, Runnable action, String... classes) {
    Label label = Labels.wrapped(text, "press-label");
    label.setTextAlignment(TextAlignment.CENTER);
    HBox content = new HBox(label);
    content.setAlignment(Pos.CENTER);
    return of(content, text, action, classes);
  }

  /// A picture above a small label.
  static Button stacked(Pictogram picture, String text, Runnable action, String... classes) {
    VBox content = new VBox(4, new Glyph(picture, 24), Labels.firm(text, "press-small"));
    content.setAlignment(Pos.CENTER);
    return of(content, text, action, classes);
  }

  /// A picture alone.
  static Button picture(Pictogram picture, String spoken, Runnable action, String... classes) {
    return of(new Glyph(picture, 24), spoken, action, classes);
  }
}
