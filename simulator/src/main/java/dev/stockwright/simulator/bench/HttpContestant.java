package dev.stockwright.simulator.bench;

import java.time.Duration;

/// Commands through HTTP, as fast as they are answered: each connection sends its next call when it
/// has its answer.
final class HttpContestant implements Contestant {
  private static final int CONNECTIONS_FOR_ONE = 128;
  private static final int CONNECTIONS_FOR_MANY = 16;

  private final String name;
  private final BenchServer server;
  private final int commandsPerCall;
  private final int connections;
  private long salt;

  HttpContestant(String name, BenchServer server, int commandsPerCall) {
    this.name = name;
    this.server = server;
    this.commandsPerCall = commandsPerCall;
    this.connections = commandsPerCall == 1 ? CONNECTIONS_FOR_ONE : CONNECTIONS_FOR_MANY;
    this.salt = name.hashCode();
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Run run(Duration time) {
    Keys keys = Keys.uniform(server.grid().rows());
    CommandNumbers numbers = new CommandNumbers(++salt);
    Calls calls = Calls.of(commandsPerCall, server, keys, numbers);
    try (HttpLoad load = new HttpLoad(server.address(), connections, calls)) {
      return load.closed(time);
    }
  }
}
