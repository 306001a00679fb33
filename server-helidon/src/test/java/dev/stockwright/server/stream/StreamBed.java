package dev.stockwright.server.stream;

import dev.stockwright.db.Database;
import dev.stockwright.server.TestDatabase;
import dev.stockwright.server.feed.EventLog;
import dev.stockwright.server.feed.FakeDesk;
import dev.stockwright.server.feed.Feed;
import dev.stockwright.server.feed.FeedSettings;
import dev.stockwright.vocabulary.DeviceId;
import dev.stockwright.vocabulary.Operator;
import dev.stockwright.vocabulary.WarehouseCode;
import io.helidon.http.HeaderNames;
import io.helidon.http.Headers;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// A real server with nothing but the stream on a free port, over an embedded PostgreSQL. The token
/// of a device is its name; a name that begins with `stranger` is not let in.
final class StreamBed implements AutoCloseable {
  static final StreamSettings QUICK =
      new StreamSettings(
          Duration.ofSeconds(10),
          Duration.ofMillis(5), // the tests wait until nothing is left, most of them twice
          Duration.ofSeconds(45),
          Duration.ofSeconds(10),
          Duration.ofSeconds(1),
          Duration.ofSeconds(60),
          2_500,
          50,
          200,
          Set.of("https://desk.example"));

  final Database database;
  final Feed feed;
  final Set<WarehouseCode> warehouses = ConcurrentHashMap.newKeySet();
  final Set<String> signedOut = ConcurrentHashMap.newKeySet();
  private final TestDatabase own = TestDatabase.fresh();
  private StreamEndpoint endpoint;
  private WebServer server;
  private int made;

  StreamBed(FeedSettings feedSettings, StreamSettings settings) {
    database = Database.open(own.place());
    feed = new Feed(new EventLog(database), feedSettings);
    endpoint = endpoint(settings);
    server = server(endpoint);
  }

  /// The same with other limits, on another port.
  void restart(StreamSettings settings) {
    endpoint.close();
    server.stop();
    endpoint = endpoint(settings);
    server = server(endpoint);
  }

  private StreamEndpoint endpoint(StreamSettings settings) {
    return new StreamEndpoint(feed, this::admit, settings, Clock.systemUTC());
  }

  private static WebServer server(StreamEndpoint endpoint) {
    HttpRouting.Builder http = HttpRouting.builder();
    endpoint.refusals(http);
    return WebServer.builder()
        .port(0)
        .shutdownHook(false)
        .backlog(4096)
        .connectionOptions(
            options -> options.tcpNoDelay(true).socketSendBufferSize(StreamEndpoint.SEND_BUFFER))
        .addProtocol(endpoint.protocol())
        .addRouting(http)
        .addRouting(endpoint.routing())
        .build()
        .start();
  }

  private Optional<Caller> admit(Headers headers) {
    return headers
        .value(HeaderNames.AUTHORIZATION)
        .filter(value -> value.startsWith("Bearer ") && !value.startsWith("Bearer stranger"))
        .map(value -> new DeviceId(value.substring("Bearer ".length())))
        .map(device -> new TestCaller(device, warehouses, signedOut));
  }

  int port() {
    return server.port();
  }

  int sessions() {
    return endpoint.sessions();
  }

  void stopSessions() {
    endpoint.close();
  }

  FakeDesk desk(int products) {
    FakeDesk desk = new FakeDesk(database, "W" + ++made, products);
    warehouses.add(desk.warehouse());
    return desk;
  }

  /// Receives and tells the feed, as the real desk does.
  void receive(FakeDesk desk, int count) {
    feed.committed(desk.warehouse(), 1, desk.receive(count));
  }

  static void await(String what, BooleanSupplier condition) {
    long until = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - until > 0) {
        throw new AssertionError("not in 20 s: " + what);
      }
      LockSupport.parkNanos(5_000_000);
    }
  }

  @Override
  public void close() {
    endpoint.close();
    server.stop();
    feed.close();
    database.close();
    own.close();
  }

  private record TestCaller(DeviceId device, Set<WarehouseCode> warehouses, Set<String> signedOut)
      implements Caller {
    @Override
    public Operator operator() {
      return new Operator("ana");
    }

    @Override
    public boolean alive() {
      return !signedOut.contains(device.code());
    }
  }
}
