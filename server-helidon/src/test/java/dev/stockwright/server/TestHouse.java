package dev.stockwright.server;

import dev.stockwright.db.Database;
import dev.stockwright.db.DatabasePlace;
import dev.stockwright.db.EmbeddedDatabase;
import dev.stockwright.server.config.ServerSettings;
import dev.stockwright.server.desk.CommitListener;
import dev.stockwright.server.masterdata.NewPerson;
import dev.stockwright.server.security.Role;
import dev.stockwright.server.security.Sessions;
import dev.stockwright.vocabulary.Operator;
import dev.stockwright.vocabulary.WarehouseCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/// One server with a small site for all tests of this module: two warehouses, a few people, a real
/// port, a real PostgreSQL and a desk that answers as it is told.
public final class TestHouse {
  public static final String PASSWORD = "correct-horse-battery";
  public static final String PIN = "274916";
  private static final Holder HOLDER = new Holder();

  private final EmbeddedDatabase postgres;
  private final Path folder;
  private final ManualClock clock = new ManualClock(Instant.parse("2026-11-20T10:00:00Z"));
  private final ScriptedDesk desk = new ScriptedDesk();
  private final StockwrightServer server;
  private final Caller caller;
  private final Map<String, Token> tokens = new ConcurrentHashMap<>();

  private record Token(String text, Instant since) {}

  /// Made by the first test that asks and stopped with the JVM.
  private static final class Holder {
    private final TestHouse house = new TestHouse();

    private Holder() {
      Runtime.getRuntime().addShutdownHook(new Thread(house::close, "test-house"));
    }
  }

  private TestHouse() {
    try {
      folder = Files.createTempDirectory("stockwright-house");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    postgres = EmbeddedDatabase.start(folder.resolve("postgres"));
    server = StockwrightServer.start(settings(Map.of()), wiring(desk), clock);
    caller = new Caller(server.url());
    TestSite.fill(server.database());
    add("root", Role.ADMIN, "", Optional.empty());
    add("sam", Role.SUPERVISOR, "NORTH SOUTH", Optional.empty());
    add("ana", Role.RECEIVER, "NORTH", Optional.of(new NewPerson.Badge("7001", PIN)));
    add("wim", Role.WORKER, "SOUTH", Optional.of(new NewPerson.Badge("7002", PIN)));
    add("cora", Role.COUNTER, "NORTH", Optional.empty());
    add("till", Role.INTEGRATION, "NORTH", Optional.empty());
  }

  public static TestHouse shared() {
    HOLDER.house.desk.forget();
    return HOLDER.house;
  }

  /// The settings of this house with changes.
  public ServerSettings settings(Map<String, String> changes) {
    DatabasePlace place = postgres.place();
    Map<String, String> values =
        new HashMap<>(
            Map.of(
                "http.port", "0",
                "http.host", "127.0.0.1",
                "http.drain", "0ms",
                "http.grace", "200ms",
                "http.request-deadline", "2s",
                "sign-in.slow-down", "0ms",
                "jobs", "off",
                "data.folder", folder.resolve("data").toString(),
                "database.url", place.url(),
                "database.user", place.user()));
    values.putAll(changes);
    return ServerSettings.of(values);
  }

  public static Wiring wiring(ScriptedDesk desk) {
    return new Wiring() {
      @Override
      public OpenStream stream(Database database, Sessions sessions, ServerSettings settings) {
        return OpenStream.none();
      }

      @Override
      public OpenDesk desk(
          Database database,
          ServerSettings.Desk settings,
          CommitListener commits,
          InstantSource clock) {
        return new OpenDesk(
            desk, () -> 0, () -> 0, () -> 0, () -> Duration.ZERO, () -> 0, () -> {});
      }
    };
  }

  public Path folder() {
    return folder;
  }

  public ManualClock clock() {
    return clock;
  }

  public ScriptedDesk desk() {
    return desk;
  }

  public StockwrightServer server() {
    return server;
  }

  public Caller caller() {
    return caller;
  }

  public Database database() {
    return server.database();
  }

  /// The token of somebody who signed in without a device; a new one when the clock has gone on.
  public String token(String user) {
    return tokens
        .compute(
            user,
            (name, known) ->
                known != null && known.since().plus(Duration.ofHours(5)).isAfter(clock.instant())
                    ? known
                    : new Token(signIn(name, Optional.empty()), clock.instant()))
        .text();
  }

  /// A new token of somebody on a device.
  public String signIn(String user, Optional<String> device) {
    String on = device.map(code -> ",\"device\":\"" + code + "\"").orElse("");
    Caller.Heard heard =
        caller.post(
            "/api/v1/sessions",
            "",
            "{\"user\":\"" + user + "\",\"password\":\"" + PASSWORD + "\"" + on + "}");
    if (heard.status() != 201) {
      throw new IllegalStateException("sign-in: " + heard);
    }
    return heard.text("token");
  }

  public void add(String user, Role role, String warehouses, Optional<NewPerson.Badge> badge) {
    server
        .people()
        .add(
            new NewPerson(
                new Operator(user),
                user + " full",
                role,
                Arrays.stream(warehouses.split(" "))
                    .filter(code -> !code.isEmpty())
                    .map(WarehouseCode::new)
                    .collect(Collectors.toSet()),
                Optional.of(PASSWORD),
                badge));
  }

  private void close() {
    server.close();
    postgres.close();
  }
}
