package dev.stockwright.server.orders;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.db.DatabasePlace;
import dev.stockwright.protocol.Answer;
import dev.stockwright.protocol.ConfirmReservation;
import dev.stockwright.protocol.OrderCommand;
import dev.stockwright.protocol.PlaceReservation;
import dev.stockwright.server.desk.TestSite;
import dev.stockwright.server.orders.DocumentOrders.Way;
import dev.stockwright.vocabulary.Quantity;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Orders of three lines reserved and confirmed by 32 clients, beside what the source documents do
/// ([DocumentOrders]), with 100 000 products in 5 warehouses. An order is for one warehouse, each
/// as likely as the others, and so are products.
@Tag("thorough")
class OrderSpeedTest {
  private static final int CLIENTS = 32;
  private static final int PRODUCTS = 100_000;
  private static final int WAREHOUSES = 5;
  private static final int LINES = 3;
  private static final int ROUNDS = 3;
  private static final Duration WARM = Duration.ofSeconds(5);
  private static final Duration WARM_MOST = Duration.ofSeconds(60);

  /// Orders after which the compiler of a busy machine has done with them too.
  private static final int WARM_ORDERS = 40_000;

  private static final Duration TIME = Duration.ofSeconds(5);
  private static final double FLOOR = 5;

  private static final TestSite SITE = new TestSite((warehouse, epoch, events) -> {});
  private static final DocumentOrders DOCUMENTS = new DocumentOrders(SITE.place());
  private static final AtomicLong MADE = new AtomicLong();

  @AfterAll
  static void close() {
    DOCUMENTS.close();
    SITE.close();
  }

  /// By a connection of its own, which waits as long as it takes.
  @BeforeAll
  static void fill() throws SQLException {
    String sql =
        """
        INSERT INTO warehouse (code, name, receiving_location)
        SELECT 'W' || i, 'More', 'DOCK' FROM generate_series(3, %2$d) i;
        INSERT INTO warehouse_counter (warehouse_id)
        SELECT id FROM warehouse w
         WHERE NOT EXISTS (SELECT 1 FROM warehouse_counter c WHERE c.warehouse_id = w.id);
        INSERT INTO location (warehouse_id, code, kind)
        SELECT w.id, 'DOCK', 'dock' FROM warehouse w
         WHERE NOT EXISTS (SELECT 1 FROM location l WHERE l.warehouse_id = w.id);
        INSERT INTO product (sku, name) SELECT 'G-' || i, 'Goods' FROM generate_series(0, %1$d) i;
        INSERT INTO stock_level (warehouse_id, product_id, on_hand, supplier)
        SELECT w.id, p.id, 1000000, -1000000 FROM warehouse w, product p
         WHERE p.sku LIKE 'G-%%' ORDER BY 1, 2;
        INSERT INTO balance (warehouse_id, product_id, location_id, on_hand)
        SELECT l.warehouse_id, l.product_id, o.id, l.on_hand
          FROM stock_level l JOIN location o ON o.warehouse_id = l.warehouse_id AND o.code = 'DOCK'
         ORDER BY 1, 2;
        INSERT INTO d_inventory
        SELECT p, w, 1000000, 0, 1000000
          FROM generate_series(1, %1$d + 1) p, generate_series(1, %2$d) w ORDER BY 1, 2;
        ANALYZE;
        """
            .formatted(PRODUCTS - 1, WAREHOUSES);
    DatabasePlace place = SITE.place();
    try (Connection connection =
            DriverManager.getConnection(place.url(), place.user(), place.password());
        Statement statement = connection.createStatement()) {
      statement.execute(DocumentOrders.TABLES + sql);
    }
  }

  @Test
  void ordersAreFiveTimesAsFastAsTheDocumentsDesignAndNeverOversold() {
    Map<String, Client> clients = new LinkedHashMap<>();
    clients.put("lean", (w, p) -> documents(Way.LEAN, w, p));
    clients.put("plain", (w, p) -> documents(Way.PLAIN, w, p));
    clients.put("reservations", (w, p) -> documents(Way.RESERVATION, w, p));
    clients.put("orders", (w, p) -> documents(Way.ORDER, w, p));
    clients.put("our reservations", OrderSpeedTest::reservation);
    clients.put("our orders", OrderSpeedTest::order);
    clients.values().forEach(OrderSpeedTest::warm);
    Map<String, double[]> rates = new LinkedHashMap<>();
    for (int round = 0; round < ROUNDS; round++) {
      for (Map.Entry<String, Client> each : clients.entrySet()) {
        rates.computeIfAbsent(each.getKey(), any -> new double[ROUNDS])[round] =
            race(each.getValue(), TIME);
      }
    }
    rates.forEach((name, each) -> System.out.println(name + " " + Arrays.toString(each)));
    double reservations = median(rates, "our reservations") / median(rates, "reservations");
    double orders = median(rates, "our orders") / median(rates, "orders");
    System.out.printf(
        "reservations %.2f : 1, orders %.2f : 1 (against the lean design %.2f : 1 and %.2f : 1)%n",
        reservations,
        orders,
        median(rates, "our reservations") / median(rates, "lean"),
        median(rates, "our orders") / median(rates, "lean"));
    nothingIsOversold();
    double plain = median(rates, "our reservations") / median(rates, "plain");
    assertTrue(plain >= FLOOR, "reservations against the plain design " + plain + " : 1");
    assertTrue(reservations >= FLOOR, "reservations " + reservations + " : 1");
    assertTrue(orders >= FLOOR, "orders " + orders + " : 1");
  }

  private static double median(Map<String, double[]> rates, String name) {
    double[] sorted = rates.getOrDefault(name, new double[1]).clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  private static void nothingIsOversold() {
    assertEquals(
        "0",
        text(
            """
            SELECT count(*) FROM stock_level l
              LEFT JOIN (SELECT warehouse_id, product_id, sum(quantity) AS held FROM reservation_line
                          WHERE open GROUP BY 1, 2) r USING (warehouse_id, product_id)
             WHERE l.reserved <> coalesce(r.held, 0) OR l.reserved > l.on_hand"""));
  }

  private interface Client {
    void reserveAndConfirm(int warehouse, List<Integer> products) throws Exception;
  }

  private static void warm(Client client) {
    long began = System.nanoTime();
    double orders = 0;
    while (orders < WARM_ORDERS && System.nanoTime() - began < WARM_MOST.toNanos()) {
      orders += race(client, WARM) * WARM.toSeconds();
    }
  }

  private static double race(Client client, Duration time) {
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
                List<Integer> products =
                    random.ints(0, PRODUCTS).distinct().limit(LINES).sorted().boxed().toList();
                client.reserveAndConfirm(1 + random.nextInt(WAREHOUSES), products);
                done.incrementAndGet();
              }
              return null;
            });
      }
      for (Future<Void> each : pool.invokeAll(all)) {
        each.get();
      }
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
    return done.get() * 1e9 / (System.nanoTime() - began);
  }

  private static void documents(Way way, int warehouse, List<Integer> products) throws Exception {
    List<Integer> ids = products.stream().map(p -> p + 1).toList(); // their numbers begin with 1
    DOCUMENTS.reserveAndConfirm(way, "D-" + MADE.incrementAndGet(), warehouse, ids);
  }

  private static void order(int number, List<Integer> products) {
    Reference order = new Reference("SO-" + MADE.incrementAndGet());
    WarehouseCode warehouse = new WarehouseCode("W" + number);
    List<OrderCommand.Line> lines =
        products.stream().map(p -> new OrderCommand.Line(sku(p), new Quantity(2))).toList();
    accept(
        SITE.ask(
            new OrderCommand.PlaceOrder(
                warehouse,
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
    accept(SITE.ask(new OrderCommand.ConfirmOrder(warehouse, order)));
  }

  private static void reservation(int number, List<Integer> products) {
    Reference order = new Reference("R-" + MADE.incrementAndGet());
    WarehouseCode warehouse = new WarehouseCode("W" + number);
    List<PlaceReservation.Line> lines =
        products.stream()
            .map(p -> new PlaceReservation.Line(sku(p), warehouse, new Quantity(2)))
            .toList();
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

  private static String text(String sql) {
    return SITE.database.reading().fetch(sql).get(0).get(0, String.class);
  }
}
