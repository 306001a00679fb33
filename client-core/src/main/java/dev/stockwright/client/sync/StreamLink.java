package dev.stockwright.client.sync;

import dev.stockwright.client.replica.Position;
import dev.stockwright.client.replica.StockReplica;
import dev.stockwright.protocol.ClientFrame;
import dev.stockwright.protocol.Wire;
import dev.stockwright.vocabulary.WarehouseCode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The stream of one warehouse into its replica, and of others that somebody looks at into theirs,
/// for ever tried again. Its one thread connects, subscribes from each replica's position, asks
/// with a ping every 4 seconds whether the other side
/// is there and gives a connection up that was silent for 9, so that a worker sees within 10 that
/// nobody hears them. Everything that is sent is sent by this thread; everything that comes is
/// taken in by the [StreamSession] of the connection.
final class StreamLink {
  /// The smallest frame there is; the server answers with one of the same size.
  static final Duration PING = Duration.ofSeconds(4);

  /// A ping may go out just before the server pauses: it may pause for the rest, 5 seconds.
  static final Duration DEAD_AFTER = Duration.ofSeconds(9);

  /// For all of it: the socket, the upgrade, the answer.
  private static final Duration CONNECT_DEADLINE = Duration.ofSeconds(8);

  private static final Duration SEND_DEADLINE = Duration.ofSeconds(4);
  private static final Logger LOG = LoggerFactory.getLogger(StreamLink.class);

  private final HttpClient client;
  private final URI address;
  private final ServerLink server;
  private final StockReplica replica;
  private final LinkHealth health;
  private final InstantSource clock;
  private final BackOff backOff;
  private final Runnable ring;
  private final Runnable connected;
  private volatile List<StockReplica> besides = List.of();
  private Optional<Connection> connection = Optional.empty();

  /// @param besides those of the other warehouses that it was subscribed to
  private record Connection(WebSocket socket, StreamSession session, Set<StockReplica> besides) {}

  /// @param ring wakes the thread of this link
  StreamLink(
      StreamSettings settings,
      ServerLink server,
      StockReplica replica,
      LinkHealth health,
      Runnable ring) {
    this.client = settings.client();
    this.address = settings.address();
    this.clock = settings.clock();
    this.backOff = new BackOff(settings.random());
    this.connected = settings.connected();
    this.server = server;
    this.replica = replica;
    this.health = health;
    this.ring = ring;
  }

  /// What a stream link is made with.
  ///
  /// @param address of the stream, `ws://...` or `wss://...`
  /// @param connected called when the server has taken a connection
  record StreamSettings(
      HttpClient client,
      URI address,
      InstantSource clock,
      RandomGenerator random,
      Runnable connected) {
    static URI addressOf(URI server) {
      String scheme = "https".equalsIgnoreCase(server.getScheme()) ? "wss" : "ws";
      return URI.create(scheme + "://" + server.getRawAuthority() + "/api/v1/stream");
    }
  }

  /// Follows these besides its own, and no others any more. Any thread; rings.
  void follow(List<StockReplica> wanted) {
    besides = List.copyOf(wanted);
    ring.run();
  }

  /// Connects, or looks after the connection; says when to come again.
  Duration step() throws InterruptedException {
    if (connection.isEmpty()) {
      return connect();
    }
    Connection now = connection.get();
    if (now.session().ended().isPresent()) {
      return ended(now, now.session().ended().get());
    }
    Duration left = DEAD_AFTER.minus(quiet());
    if (left.toMillis() <= 0) {
      LOG.warn("stream silent for {}, given up", DEAD_AFTER);
      return drop(now, backOff.failed());
    }
    if (!followedBesides(now) || !sent(now.socket().sendPing(ByteBuffer.allocate(0)))) {
      return drop(now, backOff.failed());
    }
    return left.compareTo(PING) < 0 ? left : PING;
  }

  /// For how long nothing was heard. A clock that was set back does not know; by how much it was
  /// set back is then as good, and the connection is made again.
  Duration quiet() {
    return connection
        .map(now -> Duration.between(now.session().heard(), clock.instant()).abs())
        .orElse(Duration.ZERO);
  }

  /// What came is being put into the replica.
  boolean storing() {
    return connection.filter(now -> now.session().storing()).isPresent();
  }

  private Duration connect() throws InterruptedException {
    Optional<String> token = server.token();
    if (token.isEmpty()) {
      health.nobodySignedIn();
      return OutboxSender.IDLE; // signing in rings
    }
    StreamSession session = new StreamSession(this::followed, clock, ring);
    try {
      WebSocket socket =
          client
              .newWebSocketBuilder()
              .header("Authorization", "Bearer " + token.get())
              .connectTimeout(CONNECT_DEADLINE)
              .buildAsync(address, session)
              .get(CONNECT_DEADLINE.toMillis(), TimeUnit.MILLISECONDS);
      Connection made = new Connection(socket, session, new HashSet<>());
      if (!subscribed(socket, replica) || !followedBesides(made)) {
        socket.abort();
        return backOff.failed();
      }
      connection = Optional.of(made);
      health.streamUp();
      connected.run();
      return PING;
    } catch (ExecutionException | TimeoutException | CompletionException e) {
      return refused(e);
    }
  }

  private static boolean subscribed(WebSocket socket, StockReplica stock)
      throws InterruptedException {
    Optional<Position> position = stock.position();
    ClientFrame subscribe =
        new ClientFrame.Subscribe(
            stock.warehouse(), position.map(Position::epoch), position.map(Position::n));
    return sent(socket.sendText(Wire.CLIENT_FRAME.text(subscribe), true));
  }

  /// Subscribes to what is looked at since; what is not any more grows old. False when it could not
  /// be sent.
  private boolean followedBesides(Connection now) throws InterruptedException {
    List<StockReplica> wanted = besides;
    for (StockReplica each : List.copyOf(now.besides())) {
      if (!wanted.contains(each)) {
        now.besides().remove(each);
        each.cut();
      }
    }
    for (StockReplica each : wanted) {
      if (now.besides().add(each) && !subscribed(now.socket(), each)) {
        return false;
      }
    }
    return true;
  }

  private Optional<StockReplica> followed(WarehouseCode warehouse) {
    return warehouse.equals(replica.warehouse())
        ? Optional.of(replica)
        : besides.stream().filter(each -> each.warehouse().equals(warehouse)).findFirst();
  }

  private Duration refused(Exception thrown) {
    if (thrown.getCause() instanceof WebSocketHandshakeException handshake) {
      health.streamRefused(); // the server is there, but gives no stream
      if (handshake.getResponse().statusCode() == 401) {
        health.signInNeeded();
        return OutboxSender.IDLE;
      }
    } else {
      health.streamDown();
    }
    LOG.debug("stream not reached: {}", String.valueOf(thrown.getMessage()));
    return backOff.failed();
  }

  private Duration ended(Connection ended, StreamSession.End end) {
    LOG.info("stream ended: {}", end);
    return switch (end) {
      case RESUME, START_OVER, TOO_SLOW -> {
        disconnect(ended);
        health.streamRefused(); // the server is there; connected again in a moment
        yield Duration.ofMillis(1);
      }
      case CUT, UNREADABLE -> drop(ended, backOff.failed());
      case ELSEWHERE -> drop(ended, BackOff.LONGEST);
      case NOT_ALLOWED -> {
        Duration wait = drop(ended, OutboxSender.IDLE);
        health.signInNeeded();
        yield wait;
      }
    };
  }

  private Duration drop(Connection dropped, Duration wait) {
    disconnect(dropped);
    health.streamDown();
    return wait;
  }

  private void disconnect(Connection dropped) {
    if (dropped.session().worked()) {
      backOff.worked();
    }
    dropped.session().close();
    dropped.socket().abort();
    connection = Optional.empty();
    replica.cut();
    dropped.besides().forEach(StockReplica::cut);
  }

  private static boolean sent(CompletableFuture<WebSocket> sending) throws InterruptedException {
    try {
      return !sending.get(SEND_DEADLINE.toMillis(), TimeUnit.MILLISECONDS).isOutputClosed();
    } catch (ExecutionException | TimeoutException e) {
      LOG.debug("not sent: {}", String.valueOf(e.getMessage()));
      return false;
    }
  }

  /// Ends the connection; called after the thread has ended.
  void close() {
    connection.ifPresent(this::disconnect);
    health.streamDown();
  }
}
