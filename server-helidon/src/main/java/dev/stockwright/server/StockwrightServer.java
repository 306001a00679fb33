package dev.stockwright.server;

import dev.stockwright.db.Database;
import dev.stockwright.db.DatabasePlace;
import dev.stockwright.db.EmbeddedDatabase;
import dev.stockwright.protocol.PlaceCommand;
import dev.stockwright.server.config.ServerSettings;
import dev.stockwright.server.config.SettingsUnfit;
import dev.stockwright.server.desk.Desk;
import dev.stockwright.server.desk.Submission;
import dev.stockwright.server.health.Health;
import dev.stockwright.server.health.ServerMetrics;
import dev.stockwright.server.http.HttpDoor;
import dev.stockwright.server.jobs.Jobs;
import dev.stockwright.server.jobs.StandingJobs;
import dev.stockwright.server.masterdata.People;
import dev.stockwright.server.notify.Notifier;
import dev.stockwright.server.security.Pepper;
import dev.stockwright.server.security.SecretHasher;
import dev.stockwright.server.security.Sessions;
import dev.stockwright.server.security.SignIn;
import io.helidon.webserver.WebServer;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A running server. Everything with a long life is made here and stopped here, last made first.
public final class StockwrightServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(StockwrightServer.class);

  private final ServerSettings settings;
  private final InstantSource clock;
  private final Deque<Stopping> running = new ArrayDeque<>();
  private final Parts parts;

  private record Stopping(String what, AutoCloseable closer) {}

  private record Parts(
      Database database, People people, Sessions sessions, Health health, WebServer web) {}

  private StockwrightServer(ServerSettings settings, Wiring wiring, InstantSource clock) {
    this.settings = settings;
    this.clock = clock;
    try {
      this.parts = open(wiring);
    } catch (RuntimeException e) {
      stopAll();
      throw e;
    }
  }

  /// Starts one; it serves when this returns.
  ///
  /// @throws SettingsUnfit when a folder, file or port of the settings cannot be used
  /// @throws dev.stockwright.db.DatabaseUnfit when the database cannot be used
  public static StockwrightServer start(ServerSettings settings, Wiring wiring) {
    return start(settings, wiring, InstantSource.system());
  }

  /// The same with a clock of one's own.
  public static StockwrightServer start(
      ServerSettings settings, Wiring wiring, InstantSource clock) {
    return new StockwrightServer(settings, wiring, clock);
  }

  /// The port it listens on.
  public int port() {
    return parts.web().port();
  }

  /// Where a client on this machine finds it.
  public String url() {
    return "http://localhost:" + port();
  }

  /// To add people.
  public People people() {
    return parts.people();
  }

  /// The books, for whoever starts the server in its own process.
  public Database database() {
    return parts.database();
  }

  private Parts open(Wiring wiring) {
    makeDataFolder();
    Pepper pepper = Pepper.in(settings.dataFolder());
    Database database = openDatabase();
    SecretHasher hasher = new SecretHasher(pepper);
    People people = new People(database, hasher);
    if (pepper.fresh() && !people.none()) {
      throw new SettingsUnfit(
          "The database has people but "
              + settings.dataFolder().resolve("pepper")
              + " was not there, so no password would fit; bring the file back from a backup");
    }
    Sessions sessions = new Sessions(database, settings.signIn().session(), clock);
    SignIn signIn = new SignIn(database, hasher, sessions, settings.signIn(), clock);
    ServerMetrics metrics = kept("metrics", new ServerMetrics());

    OpenStream stream = wiring.stream(database, sessions, settings);
    OpenDesk desk = wiring.desk(database, settings.desk(), stream.commits(), clock);
    running.push(new Stopping("desk", desk.stop()::run));

    Supplier<Duration> silence = Health.longer(desk.sinceLastTick(), stream.sinceLastBeat());
    Health health = new Health(database, settings.dataFolder(), clock, silence);
    metrics.connections(database);
    metrics.gauge("stockwright.desk.waiting", "submissions that wait", desk.waiting());
    metrics.gauge(
        "stockwright.desk.silence.seconds",
        "how long the slowest writer of the desk has been at its batch",
        () -> desk.sinceLastTick().get().toMillis() / 1_000.0);
    metrics.total("stockwright.desk.transactions", "committed by the desk", desk.transactions());
    metrics.total("stockwright.desk.answered", "submissions answered", desk.answered());
    metrics.gauge("stockwright.stream.sessions", "clients on the stream", stream.sessions());
    metrics.gauge("stockwright.sessions", "sign-ins in use", sessions::inUse);
    HttpDoor door =
        new HttpDoor(
            new HttpDoor.Parts(
                database, heeding(desk.desk(), sessions), sessions, signIn, health, metrics),
            settings);
    if (settings.jobs()) {
      Notifier notifier = kept("notifier", new Notifier(database, settings.mail(), clock));
      Jobs jobs =
          kept("jobs", StandingJobs.start(database, desk.desk(), desk.tidy(), notifier, clock));
      metrics.total("stockwright.jobs.failures", "runs of jobs that failed", jobs::failures);
    }
    WebServer web = listen(door, stream);
    running.push(new Stopping("listener", web::stop));
    // The sessions of the stream are told before the listener stops and would cut them off.
    running.push(new Stopping("stream", stream.stop()::run));
    FirstPerson.welcome(people, settings.dataFolder())
        .ifPresent(file -> LOG.info("The first sign-in is in {}", file));
    return new Parts(database, people, sessions, health, web);
  }

  /// Whoever has all warehouses has a new one from the moment it is there.
  private static Desk heeding(Desk desk, Sessions sessions) {
    return submission ->
        submission.asked() instanceof Submission.Asked.Order(PlaceCommand.OpenWarehouse _)
            ? desk.submit(submission).whenComplete((answer, fault) -> sessions.forget())
            : desk.submit(submission);
  }

  private void makeDataFolder() {
    try {
      Files.createDirectories(settings.dataFolder());
    } catch (IOException e) {
      throw new SettingsUnfit(
          "data.folder "
              + settings.dataFolder()
              + " cannot be made; check that its parent is ours and the disk is not full");
    }
  }

  private Database openDatabase() {
    DatabasePlace place = settings.database().orElseGet(this::embedded);
    return kept("database", Database.open(place));
  }

  private DatabasePlace embedded() {
    DatabasePlace found =
        kept("PostgreSQL", EmbeddedDatabase.start(settings.embeddedFolder())).place();
    return new DatabasePlace(
        found.url(),
        found.user(),
        found.password(),
        settings.desk().writers() + 4,
        found.readConnections());
  }

  private WebServer listen(HttpDoor door, OpenStream stream) {
    try {
      WebServer web = door.listen(stream.served());
      // Where the port cannot be had, Helidon logs it and returns a server that does not run.
      if (web.isRunning() && web.port() > 0) {
        return web;
      }
    } catch (RuntimeException e) {
      throw portUnfit();
    }
    throw portUnfit();
  }

  private SettingsUnfit portUnfit() {
    return new SettingsUnfit(
        "Cannot listen on "
            + settings.http().host()
            + " port "
            + settings.http().port()
            + "; another program may use it: stop that one or set http.port to another"
            + " (0 takes any free one)");
  }

  private <T extends AutoCloseable> T kept(String what, T part) {
    running.push(new Stopping(what, part));
    return part;
  }

  /// Stops in the order that loses nothing: not ready, a moment for the balancers to see it, the
  /// stream's clients told, no new connections, requests in work finished, the desk emptied, pools
  /// closed, PostgreSQL stopped.
  @Override
  public void close() {
    parts.health().stopping();
    drain(settings.http().drain());
    stopAll();
  }

  private static void drain(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void stopAll() {
    while (!running.isEmpty()) {
      Stopping part = running.pop();
      try {
        part.closer().close();
      } catch (Exception e) {
        LOG.error("The {} did not stop well", part.what(), e);
      }
    }
  }
}
