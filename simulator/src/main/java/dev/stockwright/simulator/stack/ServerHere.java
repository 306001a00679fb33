package dev.stockwright.simulator.stack;

import dev.stockwright.client.sync.Credentials;
import dev.stockwright.db.DatabasePlace;
import dev.stockwright.db.EmbeddedDatabase;
import dev.stockwright.server.ProductionWiring;
import dev.stockwright.server.StockwrightServer;
import dev.stockwright.server.config.ServerSettings;
import dev.stockwright.server.masterdata.site.Site;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/// The real server in this process, with its embedded PostgreSQL, a site and a person.
public final class ServerHere implements AutoCloseable {
  private final StockwrightServer server;
  private final DatabasePlace place;
  private final Credentials.Password who;

  private ServerHere(StockwrightServer server, DatabasePlace place, Credentials.Password who) {
    this.server = server;
    this.place = place;
    this.who = who;
  }

  /// Starts one with its data in `folder`.
  public static ServerHere start(Path folder, Site site) {
    Path data = folder.resolve("data");
    Credentials.Password who = Staff.enrol(data, site);
    StockwrightServer server = serve(data, Map.of());
    return new ServerHere(
        server, EmbeddedDatabase.running(data.resolve("postgres")).orElseThrow(), who);
  }

  /// Starts one over another PostgreSQL.
  ///
  /// @param seenFrom how the server reaches it
  public static ServerHere start(
      Path folder, Site site, DatabasePlace place, DatabasePlace seenFrom) {
    Path data = folder.resolve("data");
    Credentials.Password who = Staff.enrol(place, data, site);
    return new ServerHere(
        serve(
            data,
            Map.of(
                "database.url", seenFrom.url(),
                "database.user", seenFrom.user(),
                "database.password", seenFrom.password())),
        place,
        who);
  }

  private static StockwrightServer serve(Path data, Map<String, String> more) {
    Map<String, String> settings = new HashMap<>(more);
    settings.put("http.host", "127.0.0.1");
    settings.put("http.port", "0");
    settings.put("http.drain", "0ms");
    settings.put("http.grace", "1s");
    settings.put("data.folder", data.toString());
    return StockwrightServer.start(ServerSettings.of(settings), new ProductionWiring());
  }

  public URI url() {
    return URI.create("http://127.0.0.1:" + server.port());
  }

  public int port() {
    return server.port();
  }

  /// Its database, to look into.
  public DatabasePlace place() {
    return place;
  }

  /// Who can sign in.
  public Credentials.Password who() {
    return who;
  }

  @Override
  public void close() {
    server.close();
  }
}
