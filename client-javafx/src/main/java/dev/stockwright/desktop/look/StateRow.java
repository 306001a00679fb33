package dev.stockwright.desktop.look;

import dev.stockwright.fx.look.Glyph;
import dev.stockwright.fx.look.Pictogram;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Why a list looks as it does: nothing there, all filtered away, not loaded, not live.
public final class StateRow extends HBox {
  /// The kind of state; each has its own pictogram and colour.
  public enum Kind {
    EMPTY("empty", Pictogram.PACKAGE_CHECK),
    FILTERED("filtered", Pictogram.FILTER),
    ERROR("error", Pictogram.TRIANGLE_ALERT),
    STALE("stale", Pictogram.CLOCK),
    LOADING("loading", Pictogram.LOADER);

    private final String styleClass;
    private final Pictogram icon;

    Kind(String styleClass, Pictogram icon) {
      this.styleClass = styleClass;
      this.icon = icon;
    }
  }

  private final Label head = Words.of("", "medium", "essential");
  private final Label next = Words.of("", "muted", "essential");

  public StateRow(Kind kind, String fact, String nextStep) {
    getStyleClass().addAll("state-row", kind.styleClass);
    setAlignment(Pos.CENTER_LEFT);
    VBox words = new VBox(head, next);
    words.setAlignment(Pos.CENTER_LEFT);
    HBox.setHgrow(words, Priority.ALWAYS);
    getChildren().addAll(new Glyph(kind.icon, 24), words);
    say(fact, nextStep);
  }

  /// With a button at the right, such as Retry or Clear.
  public StateRow(Kind kind, String fact, String nextStep, Button action) {
    this(kind, fact, nextStep);
    action.setMinWidth(USE_PREF_SIZE);
    getChildren().add(action);
  }

  /// Other words, same state.
  public void say(String fact, String nextStep) {
    head.setText(fact);
    next.setText(nextStep);
    setAccessibleText(fact + ". " + nextStep);
  }
}
