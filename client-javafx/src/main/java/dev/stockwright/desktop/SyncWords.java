package dev.stockwright.desktop;

import dev.stockwright.client.sync.SyncState;
import dev.stockwright.client.sync.SyncStatus;
import dev.stockwright.client.words.FramePhrase;
import dev.stockwright.client.words.Text;
import dev.stockwright.client.words.Wording;
import dev.stockwright.desktop.look.Feedback;
import dev.stockwright.desktop.look.SiteTime;
import dev.stockwright.desktop.look.StatusCell;
import dev.stockwright.fx.look.Pictogram;
import java.util.Optional;
import java.util.function.Supplier;

/// How the state of the links reads on the screen.
final class SyncWords {
  private final SiteTime time;
  private final Supplier<Wording> wording;

  SyncWords(SiteTime time, Supplier<Wording> wording) {
    this.time = time;
    this.wording = wording;
  }

  private String say(FramePhrase phrase, Object... parts) {
    return wording.get().say(Text.of(phrase, parts));
  }

  dev.stockwright.desktop.look.SyncState pill(SyncStatus status) {
    return switch (status.state()) {
      case SyncState.Live() -> new dev.stockwright.desktop.look.SyncState.Live();
      case SyncState.Sending(int unsent) ->
          new dev.stockwright.desktop.look.SyncState.Sending(unsent);
      case SyncState.Offline(int unsent, _) ->
          new dev.stockwright.desktop.look.SyncState.Offline(unsent);
      case SyncState.NeedsYou(int refused) ->
          new dev.stockwright.desktop.look.SyncState.NeedsYou(refused);
      case SyncState.SignInNeeded(int unsent) ->
          new dev.stockwright.desktop.look.SyncState.SignInNeeded(unsent);
      case SyncState.Stuck(int unsent, _) ->
          new dev.stockwright.desktop.look.SyncState.Stuck(unsent);
    };
  }

  StatusCell server(SyncStatus status) {
    return switch (status.state()) {
      case SyncState.Live _, SyncState.Sending _, SyncState.NeedsYou _ ->
          cell(Pictogram.SERVER, say(FramePhrase.SERVER_LIVE), StatusCell.Health.FINE);
      case SyncState.Offline(_, var since) ->
          cell(
              Pictogram.CLOUD_OFF,
              say(FramePhrase.NO_SERVER_SINCE, time.clock(since)),
              StatusCell.Health.BROKEN);
      case SyncState.SignInNeeded _ ->
          cell(Pictogram.SERVER, say(FramePhrase.WANTS_SIGN_IN), StatusCell.Health.ATTENTION);
      case SyncState.Stuck(_, String sentence) ->
          cell(Pictogram.CLOUD_OFF, sentence, StatusCell.Health.BROKEN);
    };
  }

  /// What is said aloud when `now` follows `before`; only what changes the work.
  Optional<Feedback> news(SyncStatus before, SyncStatus now) {
    if (before.online() && now.state() instanceof SyncState.Offline(int unsent, var since)) {
      return Optional.of(
          Feedback.system(
              Pictogram.CLOUD_OFF,
              say(FramePhrase.OFFLINE_SINCE, time.clock(since)),
              unsent == 0
                  ? say(FramePhrase.WORK_KEPT)
                  : say(FramePhrase.WORK_KEPT_UNSENT, unsent)));
    }
    if (now.refused() > before.refused()) {
      return Optional.of(
          Feedback.system(
              Pictogram.TRIANGLE_ALERT,
              say(FramePhrase.REFUSED_STEP),
              say(FramePhrase.LOOK_AT_IT)));
    }
    return Optional.empty();
  }

  private static StatusCell cell(Pictogram icon, String words, StatusCell.Health health) {
    return new StatusCell("server", icon, words, health);
  }
}
