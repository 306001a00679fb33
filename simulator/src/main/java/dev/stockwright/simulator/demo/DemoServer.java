package dev.stockwright.simulator.demo;

import dev.stockwright.db.DatabasePlace;
import java.nio.file.Path;
import java.util.List;

/// The server as the demo needs it: started in this process, stopped with it.
interface DemoServer extends AutoCloseable {
  /// The port it listens on.
  int port();

  /// Stops it within a few seconds: no new work, what was begun is answered.
  @Override
  void close();

  /// How it is started.
  interface Start {
    /// Makes sure that `people` can sign in, then serves on the loop-back interface.
    ///
    /// @param people those who may be new; nobody when all are known
    /// @param folder where the server may keep files of its own
    /// @param port 0 for any free one
    /// @throws DemoUnfit when it cannot, with the reason
    DemoServer start(DatabasePlace database, Path folder, int port, List<Person> people);
  }
}
