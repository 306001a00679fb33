package dev.stockwright.server;

import dev.stockwright.db.Database;
import dev.stockwright.server.config.ServerSettings;
import dev.stockwright.server.desk.CommitListener;
import dev.stockwright.server.security.Sessions;
import java.time.InstantSource;

/// How the two parts that other packages own are opened.
public interface Wiring {
  /// Opens the stream; before the desk, which tells it of commits.
  OpenStream stream(Database database, Sessions sessions, ServerSettings settings);

  /// Opens the command desk.
  OpenDesk desk(
      Database database, ServerSettings.Desk settings, CommitListener commits, InstantSource clock);
}
