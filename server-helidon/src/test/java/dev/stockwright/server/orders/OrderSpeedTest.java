package dev.stockwright.server.orders;

import static dev.stockwright.server.desk.TestSite.W1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.stockwright.protocol.Answer;
import dev.stockwright.protocol.ConfirmReservation;
import dev.stockwright.protocol.OrderCommand;
import dev.stockwright.protocol.PlaceReservation;
import dev.stockwright.server.desk.TestSite;
import dev.stockwright.vocabulary.Quantity;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Orders of three lines reserved and confirmed by 32 clients, beside what the source documents do
/// on the same PostgreSQL: a transaction for the reservation and one for the confirmation, each
/// with a row lock, an update and a journal row for every line.
@Tag("thorough")
class OrderSpeedTest {
  private static final int CLIENTS = 32;
  private static final int PRODUCTS = 10_000;
  private static final int LINES = 3;
  private static final Duration WARM = Duration.ofSeconds(6);
  private static final Duration TIME = Duration.ofSeconds(8);
  private static final double FLOOR = 5;
  private static final TestSite SITE = new TestSite((warehouse, epoch, events) -> {});
  private static final AtomicLong MADE = new AtomicLong();

  private static final HikariDataSource DOCUMENTS = pool();

  /// As many connections as the yardstick of the benchmarks has.
  private static HikariDataSource pool() {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(SITE.place().url());
    config.setUsername(SITE.place().user());
    config.setPassword(SITE.place().password());
    config.setMaximumPoolSize(20);
    config.setAutoCommit(false);
    config.addDataSourceProperty("prepareThreshold", "1");
    return new HikariDataSource(config);
  }

  @AfterAll
  static void close() {
    DOCUMENTS.close();
    SITE.close();
  }

  @BeforeAll
  static void fill() {
    SITE.change(
        """
        INSERT INTO product (sku, name) SELECT 'G-' || i, 'Goods' FROM generate_series(0, %1$d) i;
        INSERT INTO stock_level (warehouse_id, product_id, on_hand, supplier)
        SELECT w.id, p.id, 1000000, -1000000 FROM warehouse w, product p
         WHERE w.code = 'W1' AND p.sku LIKE 'G-%%';
        INSERT INTO balance (warehouse_id, product_id, location_id, on_hand)
        SELECT l.warehouse_id, l.product_id, o.id, l.on_hand
          FROM stock_level l JOIN location o ON o.warehouse_id = l.warehouse_id AND o.code = 'DOCK';
        CREATE TABLE d_inventory (product_id integer PRIMARY KEY, quantity bigint NOT NULL,
          reserved bigint NOT NULL, available bigint NOT NULL, version bigint NOT NULL DEFAULT 0)
          WITH (fillfactor = 70);
        INSERT INTO d_inventory SELECT i, 1000000, 0, 1000000 FROM generate_series(0, %1$d) i;
        CREATE TABLE d_reservation (id text NOT NULL, line integer NOT NULL, product_id integer NOT NULL,
          quantity bigint NOT NULL, state text NOT NULL, expires_at timestamptz, PRIMARY KEY (id, line));
        CREATE TABLE d_journal (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
          product_id integer NOT NULL, kind text NOT NULL, quantity bigint NOT NULL,
          before bigint NOT NULL, after bigint NOT NULL, reference text, created_by text,
          created_at timestamptz NOT NULL DEFAULT now());
        CREATE INDEX d_journal_product ON d_journal (product_id, id);
        ANALYZE;
        """
            .formatted(PRODUCTS - 1));
  }

  @Test
  void ordersAreFiveTimesAsFastAsTheDocumentsDesignAndNeverOversold() throws Exception {
    Client documents = OrderSpeedTest::documents;
    Client orders = OrderSpeedTest::order;
    Client bare = OrderSpeedTest::reservation;
    for (Client each : List.of(documents, orders, bare)) {
      race(each, WARM);
    }
    double yardstick = race(documents, TIME);
    double ordersRate = race(orders, TIME);
    double bareRate = race(bare, TIME);
    System.out.printf(
        "document design %.0f/s, orders %.0f/s (%.1f : 1), bare reservations %.0f/s (%.1f : 1)%n",
        yardstick, ordersRate, ordersRate / yardstick, bareRate, bareRate / yardstick);
    assertEquals(
        "0",
        text(
            """
            SELECT count(*) FROM stock_level l
              LEFT JOIN (SELECT warehouse_id, product_id, sum(quantity) AS held FROM reservation_line
                          WHERE open GROUP BY 1, 2) r USING (warehouse_id, product_id)
             WHERE l.reserved <> coalesce(r.held, 0) OR l.reserved > l.on_hand"""));
    assertTrue(bareRate / yardstick >= FLOOR, "bare " + bareRate + " : " + yardstick);
    assertTrue(ordersRate / yardstick >= FLOOR, "orders " + ordersRate + " : " + yardstick);
  }

  private interface Client {
    void reserveAndConfirm(int[] products) throws Exception;
  }

  private static double race(Client client, Duration time) throws Exception {
    long began = System.nanoTime();
    long end = began + time.toNanos();
    AtomicLong done = new AtomicLong();
    try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<Void>> all = new ArrayList<>();
      for (int i = 0; i < CLIENTS; i++) {
        SplittableRandom random = new SplittableRandom(i + MADE.incrementAndGet());
        all.add(
            () -> {
              while (System.nanoTime() < end) {
                int[] products =
                    random.ints(0, PRODUCTS).distinct().limit(LINES).sorted().toArray();
                client.reserveAndConfirm(products);
                done.incrementAndGet();
              }
              return null;
            });
      }
      for (Future<Void> each : pool.invokeAll(all)) {
        each.get();
      }
    }
    return done.get() * 1e9 / (System.nanoTime() - began);
  }

  private static void order(int[] products) {
    Reference order = new Reference("SO-" + MADE.incrementAndGet());
    List<OrderCommand.Line> lines = new ArrayList<>();
    for (int product : products) {
      lines.add(new OrderCommand.Line(sku(product), new Quantity(2)));
    }
    accept(
        SITE.ask(
            new OrderCommand.PlaceOrder(
                W1,
                order,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                lines,
                Optional.empty(),
                Optional.empty(),
                900,
                false,
                false,
                List.of())));
    accept(SITE.ask(new OrderCommand.ConfirmOrder(W1, order)));
  }

  private static void reservation(int[] products) {
    Reference order = new Reference("R-" + MADE.incrementAndGet());
    List<PlaceReservation.Line> lines = new ArrayList<>();
    for (int product : products) {
      lines.add(new PlaceReservation.Line(sku(product), W1, new Quantity(2)));
    }
    accept(SITE.ask(new PlaceReservation(order, lines, 900)));
    accept(SITE.ask(new ConfirmReservation(order)));
  }

  private static void accept(Answer answer) {
    if (!(answer instanceof Answer.Accepted)) {
      throw new IllegalStateException("" + answer);
    }
  }

  private static Sku sku(int product) {
    return new Sku("G-" + product);
  }

  private static void documents(int[] products) throws SQLException {
    String order = "D-" + MADE.incrementAndGet();
    try (Connection connection = DOCUMENTS.getConnection()) {
      int line = 0;
      for (int product : products) {
        change(connection, product, order, false);
        run(
            connection,
            "INSERT INTO d_reservation VALUES (?, ?, ?, 2, 'reserved', now() + interval '15 minutes')",
            order,
            ++line,
            product);
      }
      connection.commit();
      try (PreparedStatement s =
          connection.prepareStatement("SELECT * FROM d_reservation WHERE id = ? FOR UPDATE")) {
        s.setString(1, order);
        s.executeQuery().close();
      }
      for (int product : products) {
        change(connection, product, order, true);
      }
      run(connection, "UPDATE d_reservation SET state = 'committed' WHERE id = ?", order);
      connection.commit();
    }
  }

  /// A confirmation takes the goods out of the reserved and the quantity.
  private static void change(Connection connection, int product, String order, boolean confirm)
      throws SQLException {
    long quantity;
    long reserved;
    try (PreparedStatement s =
        connection.prepareStatement(
            "SELECT quantity, reserved FROM d_inventory WHERE product_id = ? FOR UPDATE")) {
      s.setInt(1, product);
      try (ResultSet rows = s.executeQuery()) {
        rows.next();
        quantity = rows.getLong(1);
        reserved = rows.getLong(2);
      }
    }
    if (!confirm && quantity - reserved < 2) {
      throw new IllegalStateException("used up");
    }
    long now = confirm ? quantity - 2 : quantity;
    long held = confirm ? reserved - 2 : reserved + 2;
    run(
        connection,
        "UPDATE d_inventory SET quantity = ?, reserved = ?, available = ?, version = version + 1"
            + " WHERE product_id = ?",
        now,
        held,
        now - held,
        product);
    run(
        connection,
        "INSERT INTO d_journal (product_id, kind, quantity, before, after, reference, created_by)"
            + " VALUES (?, ?, 2, ?, ?, ?, 'bench')",
        product,
        confirm ? "CONFIRM" : "RESERVE",
        quantity,
        now,
        order);
  }

  private static void run(Connection connection, String sql, Object... values) throws SQLException {
    try (PreparedStatement s = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        s.setObject(i + 1, values[i]);
      }
      s.executeUpdate();
    }
  }

  private static String text(String sql) {
    return SITE.database.reading().fetch(sql).get(0).get(0, String.class);
  }
}
