package dev.stockwright.simulator.demo;

import dev.stockwright.db.DatabasePlace;
import java.nio.file.Path;
import java.util.List;

/// Starts the real server in this process.
final class ServerInProcess {
  private ServerInProcess() {}

  /// @throws DemoUnfit always: this build has no server yet
  @SuppressWarnings("DoNotCallSuggester")
  static DemoServer start(DatabasePlace database, Path folder, int port, List<Person> people) {
    throw new DemoUnfit("This build has no server to start yet");
  }
}
