package dev.stockwright.desktop.devices;

import dev.stockwright.desktop.look.SiteTime;
import dev.stockwright.desktop.look.Speech;
import dev.stockwright.desktop.look.Words;
import dev.stockwright.fx.look.Glyph;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// One frame: when, its characters over its bytes, what it means.
final class FrameRow extends HBox {
  private static final double MEANING_WIDTH = 320;

  FrameRow(FrameLine frame, SiteTime time, Speech speech) {
    String became = speech.say(frame.kind().words());
    getStyleClass().add("frame-row");
    setAlignment(Pos.TOP_LEFT);
    Label at = Words.firm(time.seconds(frame.at()), "muted", "small", "essential");
    Label text = Words.wrap(Words.of(frame.text(), "code", "essential"));
    Label hex = Words.wrap(Words.of(frame.hex(), "code", "small", "muted", "essential"));
    VBox bytes = frame.hex().isEmpty() ? new VBox(text) : new VBox(2, text, hex);
    bytes.setMinWidth(0);
    HBox.setHgrow(bytes, Priority.ALWAYS);
    Label meaning = Words.wrap(Words.of(frame.meaning(), "essential"));
    Label kind = Words.wrap(Words.of(became, "muted", "small", "essential"));
    VBox what = new VBox(2, meaning, kind);
    what.setMinWidth(MEANING_WIDTH);
    what.setMaxWidth(MEANING_WIDTH);
    Glyph glyph = DevicesView.glyph(frame.kind());
    getChildren().addAll(at, glyph, bytes, what);
    setAccessibleText(became + ": " + frame.text() + ". " + frame.meaning());
  }
}
