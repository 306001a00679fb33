package dev.stockwright.simulator.stack;

import dev.stockwright.db.DatabasePlace;
import dev.stockwright.db.EmbeddedDatabase;
import dev.stockwright.server.ServerMain;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The server as it is shipped, in a process of its own.
public final class ServerProcess implements AutoCloseable {
  private static final String READY = "Stockwright is ready: ";

  private final ChildJvm child;
  private final Path folder;
  private final URI url;

  private ServerProcess(ChildJvm child, Path folder, URI url) {
    this.child = child;
    this.folder = folder;
    this.url = url;
  }

  /// Starts one on a free port of the loop-back interface and waits until it serves.
  ///
  /// @param folder its `data.folder`; its log is `server.log` beside it
  /// @param options for the JVM
  /// @param settings more settings of the server
  public static ServerProcess start(
      Path folder, List<String> options, Map<String, String> settings) {
    List<String> arguments = new ArrayList<>();
    arguments.add("--http.host=127.0.0.1");
    arguments.add("--http.port=0");
    arguments.add("--http.drain=0s");
    arguments.add("--http.grace=2s");
    arguments.add("--log.level=warn");
    arguments.add("--data.folder=" + folder);
    settings.forEach((key, value) -> arguments.add("--" + key + "=" + value));
    ChildJvm child =
        ChildJvm.start(
            new ChildJvm.Call(ServerMain.class, options, arguments),
            folder.resolveSibling("server.log"));
    URI url = URI.create(child.await(READY).strip());
    child.listen(line -> {});
    return new ServerProcess(child, folder, url);
  }

  public URI url() {
    return url;
  }

  public InetSocketAddress address() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), url.getPort());
  }

  public ProcessHandle handle() {
    return child.handle();
  }

  /// Its embedded PostgreSQL.
  public DatabasePlace place() {
    return EmbeddedDatabase.running(postgresFolder()).orElseThrow();
  }

  /// kill -9; its PostgreSQL is left an orphan.
  public void kill() {
    child.kill();
  }

  /// kill -9 of its PostgreSQL, all of it.
  public void killPostgres() {
    Processes.kill(Processes.stopped(postgresFolder()));
  }

  private Path postgresFolder() {
    return folder.resolve("postgres");
  }

  @Override
  public void close() {
    child.close();
  }
}
