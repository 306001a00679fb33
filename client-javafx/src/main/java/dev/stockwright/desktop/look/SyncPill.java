package dev.stockwright.desktop.look;

import dev.stockwright.client.words.FramePhrase;
import dev.stockwright.fx.look.Glyph;
import dev.stockwright.fx.look.Pictogram;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;

/// Whether device and server agree, at the top right of every screen. A click shows what waits.
public final class SyncPill extends Button {
  private final Speech speech;
  private String stateClass = "live";

  public SyncPill(ObservableValue<SyncState> state, Speech speech, Runnable onClick) {
    this.speech = speech;
    setId("sync");
    getStyleClass().setAll("sync-pill", stateClass);
    setOnAction(_ -> onClick.run());
    setMinWidth(USE_PREF_SIZE);
    state.subscribe(this::show);
    speech.follow(() -> show(state.getValue()));
  }

  private void show(SyncState state) {
    String next =
        switch (state) {
          case SyncState.Live() -> "live";
          case SyncState.Sending _ -> "sending";
          case SyncState.Offline _ -> "offline";
          case SyncState.SignInNeeded(int unsent) -> unsent == 0 ? "sending" : "needs-you";
          case SyncState.NeedsYou _, SyncState.Stuck _ -> "needs-you";
        };
    getStyleClass().remove(stateClass);
    getStyleClass().add(next);
    stateClass = next;
    setText(speech.say(state.words()));
    setAccessibleText(speech.say(FramePhrase.CONNECTION, state.words()));
    setGraphic(
        switch (state) {
          case SyncState.Live() -> dot();
          case SyncState.Sending _ -> new Glyph(Pictogram.REFRESH_CW, 16);
          case SyncState.Offline _ -> new Glyph(Pictogram.CLOUD_OFF, 16);
          case SyncState.SignInNeeded _ -> new Glyph(Pictogram.LOCK, 16);
          case SyncState.NeedsYou _, SyncState.Stuck _ -> new Glyph(Pictogram.TRIANGLE_ALERT, 16);
        });
  }

  private static Region dot() {
    Region dot = new Region();
    dot.getStyleClass().add("dot");
    return dot;
  }
}
