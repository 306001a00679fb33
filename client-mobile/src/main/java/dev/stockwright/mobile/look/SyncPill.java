package dev.stockwright.mobile.look;

import dev.stockwright.client.sync.SyncState;
import dev.stockwright.client.words.HandheldPhrase;
import dev.stockwright.client.words.Text;
import dev.stockwright.fx.look.Glyph;
import dev.stockwright.fx.look.Pictogram;
import java.util.Optional;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// How the device stands with the server: quiet while all is well, solid when it is not.
final class SyncPill extends HBox {
  private record Face(String styleClass, Optional<Pictogram> picture, Text text) {}

  private final Function<Text, String> words;
  private String styleClass = "live";

  SyncPill(Function<Text, String> words) {
    this.words = words;
    getStyleClass().addAll("pill", styleClass);
    setAlignment(Pos.CENTER);
  }

  /// Shows `state` and gives back how it is said.
  String show(SyncState state) {
    Face face = face(state);
    getStyleClass().remove(styleClass);
    styleClass = face.styleClass();
    getStyleClass().add(styleClass);
    String text = words.apply(face.text());
    Region mark = face.picture().<Region>map(p -> new Glyph(p, 16)).orElseGet(SyncPill::dot);
    getChildren().setAll(mark, Labels.firm(text, "pill-text"));
    return text;
  }

  private static Region dot() {
    Region dot = new Region();
    dot.getStyleClass().add("pill-dot");
    dot.setMinSize(10, 10);
    dot.setMaxSize(10, 10);
    return dot;
  }

  private static Face face(SyncState state) {
    return switch (state) {
      case SyncState.Live live -> new Face("live", Optional.empty(), Text.of(HandheldPhrase.LIVE));
      case SyncState.Sending sending ->
          new Face(
              "sending",
              Optional.of(Pictogram.CLOUD_UPLOAD),
              Text.of(HandheldPhrase.SENDING, sending.unsent()));
      case SyncState.Offline offline ->
          new Face(
              "offline",
              Optional.of(Pictogram.CLOUD_OFF),
              offline.unsent() == 0
                  ? Text.of(HandheldPhrase.OFFLINE)
                  : Text.of(HandheldPhrase.OFFLINE_WAITING, offline.unsent()));
      case SyncState.NeedsYou needed ->
          new Face(
              "needs-you",
              Optional.of(Pictogram.TRIANGLE_ALERT),
              Text.of(HandheldPhrase.NEEDS_YOU, needed.refused()));
      case SyncState.SignInNeeded signIn ->
          new Face("needs-you", Optional.of(Pictogram.USER), Text.of(HandheldPhrase.SIGN_IN));
      case SyncState.Stuck stuck ->
          new Face("offline", Optional.of(Pictogram.PLUG_ZAP), Text.of(HandheldPhrase.STUCK));
    };
  }
}
