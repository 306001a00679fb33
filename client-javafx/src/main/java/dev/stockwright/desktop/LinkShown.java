package dev.stockwright.desktop;

import dev.stockwright.client.sync.SyncStatus;
import dev.stockwright.client.words.FramePhrase;
import dev.stockwright.desktop.look.Feedback;
import dev.stockwright.desktop.look.StatusCell;
import dev.stockwright.desktop.look.SyncState;
import dev.stockwright.desktop.shell.ShellViewModel;
import dev.stockwright.fx.look.Pictogram;
import java.net.URI;
import java.util.function.Consumer;

/// What the frame shows of the link to the server. Owned by the JavaFX thread.
final class LinkShown {
  private final SyncWords words;
  private final ShellViewModel shell;
  private final URI server;
  private final Consumer<Feedback> said;
  private SyncStatus shown;
  private boolean reached;

  /// @param said is told what changes the work
  LinkShown(FloorApp app, URI server, SyncWords words, Consumer<Feedback> said) {
    this.words = words;
    this.shell = app.shell();
    this.server = server;
    this.said = said;
    this.shown = app.client().syncStatus();
    begin();
  }

  /// Before anybody has signed in nothing is known of the server.
  private void begin() {
    shell.sync().set(new SyncState.SignInNeeded(shown.unsent()));
    String name = shell.speech().say(FramePhrase.SERVER_AT, server.getAuthority());
    shell.showStatus(new StatusCell("server", Pictogram.SERVER, name, StatusCell.Health.FINE));
    shell.showUnsent(shown.unsent());
  }

  void show(SyncStatus status) {
    reached = true;
    shell.sync().set(words.pill(status));
    shell.showStatus(words.server(status));
    shell.showUnsent(status.unsent());
    if (shell.signedIn().get()) {
      words.news(shown, status).ifPresent(said);
    }
    shown = status;
  }

  /// Another language is spoken.
  void spoken() {
    if (reached) {
      show(shown);
    } else {
      begin();
    }
  }
}
