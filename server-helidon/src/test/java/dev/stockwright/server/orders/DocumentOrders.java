package dev.stockwright.server.orders;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.stockwright.db.DatabasePlace;
import io.lettuce.core.RedisClient;
import io.lettuce.core.SetArgs;
import io.lettuce.core.api.sync.RedisCommands;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import redis.embedded.RedisServer;

/// The yardstick of orders: what the source documents do, on the same PostgreSQL with the same
/// settings and a real Redis beside it. A transaction for the reservation and one for the
/// confirmation; each locks the rows of stock line by line, in order, looks whether there is
/// enough,
/// writes them back, and writes a row of the journal for every line. After the commit each line is
/// put into the cache and published. It has 20 connections and prepared statements, and no lock
/// server to ask.
///
/// So that like is compared with like it also leaves behind what the desk leaves behind and what
/// such applications usually write: the key of the request with its answer, without which a retry
/// would reserve twice; the event for whoever listens; the indexes by which lapsed reservations
/// and the holders of a product are found; and for orders the document with lines and history,
/// the lines in one round trip. [Way#PLAIN] leaves all that away, [Way#LEAN] the cache besides.
final class DocumentOrders implements AutoCloseable {
  private static final int CONNECTIONS = 20;
  private static final long UNITS = 2;
  private static final long CACHED_SECONDS = 300;

  static final String TABLES =
      """
      CREATE TABLE d_inventory (product_id integer NOT NULL, warehouse_id integer NOT NULL,
        quantity bigint NOT NULL CHECK (quantity >= 0), reserved bigint NOT NULL,
        available bigint NOT NULL, version bigint NOT NULL DEFAULT 0,
        PRIMARY KEY (product_id, warehouse_id)) WITH (fillfactor = 70);
      CREATE TABLE d_reservation (id text NOT NULL, line integer NOT NULL,
        product_id integer NOT NULL, warehouse_id integer NOT NULL, quantity bigint NOT NULL,
        state text NOT NULL, expires_at timestamptz, PRIMARY KEY (id, line));
      CREATE INDEX d_reservation_expiry ON d_reservation (expires_at) WHERE state = 'reserved';
      CREATE INDEX d_reservation_product ON d_reservation (product_id, warehouse_id)
        WHERE state IN ('reserved', 'committed');
      CREATE TABLE d_journal (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        product_id integer NOT NULL REFERENCES product,
        warehouse_id integer NOT NULL REFERENCES warehouse, kind text NOT NULL,
        quantity bigint NOT NULL, before bigint NOT NULL, after bigint NOT NULL, reference text,
        created_by text, created_at timestamptz NOT NULL DEFAULT now());
      CREATE INDEX d_journal_product ON d_journal (product_id, warehouse_id, id);
      CREATE TABLE d_request (id uuid PRIMARY KEY, answer text NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now());
      CREATE TABLE d_event (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        kind text NOT NULL, body text NOT NULL, created_at timestamptz NOT NULL DEFAULT now());
      CREATE TABLE d_order (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        number text NOT NULL UNIQUE, warehouse_id integer NOT NULL, state text NOT NULL,
        priority integer NOT NULL, created_at timestamptz NOT NULL DEFAULT now(),
        created_by text NOT NULL, changed_at timestamptz NOT NULL DEFAULT now());
      CREATE INDEX d_order_state ON d_order (warehouse_id, state, id);
      CREATE TABLE d_order_line (order_id bigint NOT NULL REFERENCES d_order,
        line integer NOT NULL, product_id integer NOT NULL, quantity bigint NOT NULL,
        PRIMARY KEY (order_id, line));
      CREATE TABLE d_order_history (id bigint GENERATED ALWAYS AS IDENTITY,
        order_id bigint NOT NULL REFERENCES d_order, state text NOT NULL, author text NOT NULL,
        at timestamptz NOT NULL DEFAULT now(), PRIMARY KEY (order_id, id));
      """;

  /// How much of the desk's work it does.
  enum Way {
    /// Stock, reservation and journal, and nobody hears of it.
    LEAN,
    /// With the cache and the message.
    PLAIN,
    /// With the request's key and the event.
    RESERVATION,
    /// With the order's document too.
    ORDER;

    boolean complete() {
      return this == RESERVATION || this == ORDER;
    }
  }

  private final HikariDataSource pool;
  private final RedisServer server;
  private final RedisClient client;
  private final RedisCommands<String, String> redis;

  DocumentOrders(DatabasePlace place) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(place.url());
    config.setUsername(place.user());
    config.setPassword(place.password());
    config.setMaximumPoolSize(CONNECTIONS);
    config.setAutoCommit(false);
    config.addDataSourceProperty("prepareThreshold", "1");
    this.pool = new HikariDataSource(config);
    try {
      int port;
      try (ServerSocket free = new ServerSocket(0)) {
        port = free.getLocalPort();
      }
      this.server = RedisServer.newRedisServer().port(port).build();
      server.start();
      this.client = RedisClient.create("redis://127.0.0.1:" + port);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    this.redis = client.connect().sync();
  }

  @Override
  public void close() {
    pool.close();
    client.shutdown();
    try {
      server.stop();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Reserves two of each product in the warehouse for this order, then confirms it.
  void reserveAndConfirm(Way way, String order, int warehouse, List<Integer> products)
      throws SQLException {
    step(way, order, "reserved", warehouse, products);
    step(way, order, "committed", warehouse, products);
  }

  private void step(Way way, String order, String state, int warehouse, List<Integer> products)
      throws SQLException {
    List<Long> available = transact(way, order, state, warehouse, products);
    if (way != Way.LEAN) {
      tell(products, warehouse, available);
    }
  }

  private List<Long> transact(
      Way way, String order, String state, int warehouse, List<Integer> products)
      throws SQLException {
    boolean fresh = state.equals("reserved");
    try (Connection connection = pool.getConnection()) {
      UUID request = UUID.randomUUID();
      if (way.complete()) {
        look(connection, "SELECT answer FROM d_request WHERE id = ?", request);
      }
      Optional<Long> id =
          way == Way.ORDER ? Optional.of(document(connection, order, fresh)) : Optional.empty();
      if (!fresh) {
        look(connection, "SELECT * FROM d_reservation WHERE id = ? FOR UPDATE", order);
      }
      int line = 0;
      List<Long> available = new ArrayList<>();
      for (int product : products) {
        available.add(stock(connection, product, warehouse, order, !fresh));
        if (fresh) {
          run(
              connection,
              "INSERT INTO d_reservation VALUES (?, ?, ?, ?, ?, 'reserved', now() + interval '15"
                  + " minutes')",
              order,
              ++line,
              product,
              warehouse,
              UNITS);
        }
      }
      if (!fresh) {
        run(connection, "UPDATE d_reservation SET state = 'committed' WHERE id = ?", order);
      }
      if (id.isPresent()) {
        history(connection, id.get(), state, products, fresh);
      }
      if (way.complete()) {
        String body = "{\"order\":\"" + order + "\",\"state\":\"" + state + "\"}";
        run(connection, "INSERT INTO d_event (kind, body) VALUES (?, ?)", state, body);
        run(connection, "INSERT INTO d_request (id, answer) VALUES (?, ?)", request, body);
      }
      connection.commit();
      return available;
    }
  }

  private void tell(List<Integer> products, int warehouse, List<Long> available) {
    for (int i = 0; i < products.size(); i++) {
      String key = "inventory:" + products.get(i) + ":" + warehouse;
      String body =
          "{\"product\":%d,\"warehouse\":%d,\"available\":%d}"
              .formatted(products.get(i), warehouse, available.get(i));
      redis.set(key, body, SetArgs.Builder.ex(CACHED_SECONDS));
      redis.publish("inventory", body);
    }
  }

  private static long document(Connection connection, String order, boolean fresh)
      throws SQLException {
    return fresh
        ? number(
            connection,
            "INSERT INTO d_order (number, warehouse_id, state, priority, created_by) VALUES (?, 1,"
                + " 'reserved', 50, 'bench') RETURNING id",
            order)
        : number(
            connection,
            "UPDATE d_order SET state = 'committed', changed_at = now() WHERE number = ?"
                + " RETURNING id",
            order);
  }

  private static void history(
      Connection connection, long id, String state, List<Integer> products, boolean fresh)
      throws SQLException {
    if (fresh) {
      try (PreparedStatement s =
          connection.prepareStatement("INSERT INTO d_order_line VALUES (?, ?, ?, ?)")) {
        int line = 0;
        for (int product : products) {
          s.setLong(1, id);
          s.setInt(2, ++line);
          s.setInt(3, product);
          s.setLong(4, UNITS);
          s.addBatch();
        }
        s.executeBatch();
      }
    }
    run(
        connection,
        "INSERT INTO d_order_history (order_id, state, author) VALUES (?, ?, 'bench')",
        id,
        state);
  }

  /// A confirmation takes the goods out of the reserved and the quantity. Returns what is available
  /// then.
  private static long stock(
      Connection connection, int product, int warehouse, String order, boolean confirm)
      throws SQLException {
    long quantity;
    long reserved;
    try (PreparedStatement s =
        connection.prepareStatement(
            "SELECT quantity, reserved FROM d_inventory WHERE product_id = ? AND warehouse_id = ?"
                + " FOR UPDATE")) {
      s.setInt(1, product);
      s.setInt(2, warehouse);
      try (ResultSet rows = s.executeQuery()) {
        rows.next();
        quantity = rows.getLong(1);
        reserved = rows.getLong(2);
      }
    }
    if (!confirm && quantity - reserved < UNITS) {
      throw new IllegalStateException("used up");
    }
    long now = confirm ? quantity - UNITS : quantity;
    long held = confirm ? reserved - UNITS : reserved + UNITS;
    run(
        connection,
        "UPDATE d_inventory SET quantity = ?, reserved = ?, available = ?, version = version + 1"
            + " WHERE product_id = ? AND warehouse_id = ?",
        now,
        held,
        now - held,
        product,
        warehouse);
    run(
        connection,
        "INSERT INTO d_journal (product_id, warehouse_id, kind, quantity, before, after, reference,"
            + " created_by) VALUES (?, ?, ?, ?, ?, ?, ?, 'bench')",
        product,
        warehouse,
        confirm ? "CONFIRM" : "RESERVE",
        UNITS,
        quantity,
        now,
        order);
    return now - held;
  }

  private static void look(Connection connection, String sql, Object key) throws SQLException {
    try (PreparedStatement s = connection.prepareStatement(sql)) {
      s.setObject(1, key);
      s.executeQuery().close();
    }
  }

  private static long number(Connection connection, String sql, String key) throws SQLException {
    try (PreparedStatement s = connection.prepareStatement(sql)) {
      s.setString(1, key);
      try (ResultSet rows = s.executeQuery()) {
        rows.next();
        return rows.getLong(1);
      }
    }
  }

  private static void run(Connection connection, String sql, Object... values) throws SQLException {
    try (PreparedStatement s = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        s.setObject(i + 1, values[i]);
      }
      s.executeUpdate();
    }
  }
}
