package dev.stockwright.simulator.path;

import dev.stockwright.client.replica.Position;
import dev.stockwright.client.replica.ReplicaChange;
import dev.stockwright.client.sync.Credentials;
import dev.stockwright.client.sync.SyncState;
import dev.stockwright.client.sync.SyncStatus;
import dev.stockwright.client.workflow.Outcome;
import dev.stockwright.protocol.Level;
import dev.stockwright.simulator.stack.Books;
import dev.stockwright.simulator.stack.ChaosProxy;
import dev.stockwright.simulator.stack.CodedSite;
import dev.stockwright.simulator.stack.FloorPost;
import dev.stockwright.simulator.stack.Waiting;
import dev.stockwright.vocabulary.CommandId;
import dev.stockwright.vocabulary.DeviceId;
import dev.stockwright.vocabulary.Scan;
import dev.stockwright.vocabulary.Sku;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// A floor post behind a line of its own, with a record of what its replica and its pill said since
/// it went to work. Guarded by this.
final class WatchedPost implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final DeviceId device;
  private final ChaosProxy line;
  private final FloorPost post;
  private final BlockingQueue<Outcome> told = new LinkedBlockingQueue<>();
  private final List<SyncState> states = new ArrayList<>();
  private final List<String> complaints = new ArrayList<>();
  private final long firstN;
  private long lastEvent = -1; // none was seen yet
  private long toldN = -1; // nothing was told yet
  private int events;
  private int snapshots;

  WatchedPost(Path folder, String name, InetSocketAddress server, Credentials who) {
    device = new DeviceId(name);
    line = new ChaosProxy(server);
    post =
        new FloorPost(
            new FloorPost.Place(
                folder.resolve(name + ".db"),
                device,
                URI.create("http://127.0.0.1:" + line.port()),
                CodedSite.NORTH),
            who,
            (scan, outcome) -> told.add(outcome));
    post.desk().stock().listen(this::changed);
    firstN = n();
    post.core().onSync(this::said);
  }

  ChaosProxy line() {
    return line;
  }

  FloorPost post() {
    return post;
  }

  /// Scans a product and returns its command when the worker was told that it is safe.
  CommandId scan(int product) {
    post.scanned(
        Scan.ofText("]E0" + CodedSite.ean(product), device, InstantSource.system().instant()));
    try {
      Outcome outcome = told.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      if (outcome == null) {
        throw new IllegalStateException("nobody was told of the scan");
      }
      return outcome.command().orElseThrow(() -> new IllegalStateException(outcome.toString()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("stopped", e);
    }
  }

  SyncStatus status() {
    return post.core().syncStatus();
  }

  boolean live() {
    return post.desk().stock().freshness().live();
  }

  /// The number that its replica has.
  long n() {
    return position().n();
  }

  Position position() {
    return post.desk().stock().position().orElse(new Position(0, 0));
  }

  void awaitNumber(long n) {
    Waiting.until(
        () -> "event " + n + " at " + device + ", which has " + n(),
        Duration.ofSeconds(60),
        () -> n() == n && live() && toldAll(n));
  }

  /// The replica has a number a moment before it tells of it.
  private synchronized boolean toldAll(long n) {
    return toldN == n || toldN < 0 && firstN == n;
  }

  /// Forgets what was counted so far.
  synchronized void forget() {
    events = 0;
    snapshots = 0;
  }

  private synchronized void changed(ReplicaChange change) {
    if (change.all()) {
      snapshots++;
      lastEvent = -1;
      toldN = n();
    }
    change
        .events()
        .forEach(
            event -> {
              if (lastEvent >= 0 && event.n() != lastEvent + 1) {
                complaints.add(event.n() + " came after " + lastEvent);
              }
              lastEvent = event.n();
              toldN = event.n();
              events++;
            });
  }

  private synchronized void said(SyncStatus status) {
    states.add(status.state());
  }

  /// Events that were applied one by one.
  synchronized int events() {
    return events;
  }

  synchronized int snapshots() {
    return snapshots;
  }

  synchronized boolean wasOffline() {
    return states.stream().anyMatch(SyncState.Offline.class::isInstance);
  }

  /// Events out of order, and levels that are not those of the database.
  synchronized List<String> complaints(Books books) throws SQLException {
    List<String> found = new ArrayList<>(complaints);
    String sql =
        "SELECT p.sku, l.on_hand, l.reserved, l.blocked, l.n FROM stock_level l"
            + " JOIN product p ON p.id = l.product_id JOIN warehouse w ON w.id = l.warehouse_id"
            + " WHERE w.code = 'NORTH' AND l.n > 0";
    int rows = 0;
    try (Statement statement = books.connection().createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      while (row.next()) {
        rows++;
        Sku sku = new Sku(row.getString(1));
        String stored =
            shown(row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5))
                + " and 0 to come";
        var here = post.desk().stock().level(sku);
        String held =
            here.level().map(WatchedPost::shown).orElse("nothing")
                + (" and " + here.pending() + " to come");
        if (!held.equals(stored)) {
          found.add(sku + ": the device says " + held + ", the database " + stored);
        }
      }
    }
    if (rows == 0) {
      found.add("the database has no levels to compare with");
    }
    return found;
  }

  private static String shown(Level level) {
    return shown(level.quantity(), level.reserved(), level.blocked(), level.n());
  }

  private static String shown(long onHand, long reserved, long blocked, long n) {
    return "%d on hand, %d reserved, %d blocked at %d".formatted(onHand, reserved, blocked, n);
  }

  @Override
  public void close() {
    post.close();
    line.close();
  }
}
