package dev.stockwright.simulator.stack;

import dev.stockwright.client.sync.Credentials;
import dev.stockwright.db.DatabasePlace;
import dev.stockwright.db.EmbeddedDatabase;
import dev.stockwright.server.ProductionWiring;
import dev.stockwright.server.StockwrightServer;
import dev.stockwright.server.config.ServerSettings;
import dev.stockwright.server.masterdata.NewPerson;
import dev.stockwright.server.masterdata.site.Site;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The real server in this process, with a site and a person.
public final class ServerHere implements AutoCloseable {
  private final StockwrightServer server;
  private final DatabasePlace place;
  private final Credentials.Password who;
  private final Runnable after;

  private ServerHere(
      StockwrightServer server, DatabasePlace place, Credentials.Password who, Runnable after) {
    this.server = server;
    this.place = place;
    this.who = who;
    this.after = after;
  }

  /// Starts one with its data in `folder`, and an embedded PostgreSQL that is started once for the
  /// enrolment and the server ([ServerProcess] has the server start its own).
  public static ServerHere start(Path folder, Site site) {
    EmbeddedDatabase postgres = EmbeddedDatabase.start(folder.resolve("data").resolve("postgres"));
    try {
      return start(folder, site, new Way(postgres.place(), postgres.place()), postgres::close);
    } catch (RuntimeException e) {
      postgres.close();
      throw e;
    }
  }

  /// Starts one with more people; see [ShiftSite].
  public static ServerHere start(Path folder, Site site, List<NewPerson> people) {
    ServerHere started = start(folder, site);
    Staff.enrol(started.place(), folder.resolve("data"), people);
    return started;
  }

  /// Starts one over another PostgreSQL.
  ///
  /// @param seenFrom how the server reaches it
  public static ServerHere start(
      Path folder, Site site, DatabasePlace place, DatabasePlace seenFrom) {
    return start(folder, site, new Way(place, seenFrom), () -> {});
  }

  /// To a PostgreSQL: where it is, and where the server sees it.
  private record Way(DatabasePlace place, DatabasePlace seenFrom) {}

  private static ServerHere start(Path folder, Site site, Way way, Runnable after) {
    Path data = folder.resolve("data");
    Credentials.Password who = Staff.enrol(way.place(), data, site);
    DatabasePlace seenFrom = way.seenFrom();
    ServerHere started =
        new ServerHere(
            serve(
                data,
                Map.of(
                    "database.url", seenFrom.url(),
                    "database.user", seenFrom.user(),
                    "database.password", seenFrom.password())),
            way.place(),
            who,
            after);
    Books.awaitFirstRounds(started.place());
    return started;
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
    after.run();
  }
}
