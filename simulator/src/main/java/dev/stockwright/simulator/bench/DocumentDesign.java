package dev.stockwright.simulator.bench;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.stockwright.db.DatabasePlace;
import dev.stockwright.simulator.site.DatabaseRoom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;

/// The yardstick: what the source documents do. Each event is a transaction of its own: select for
/// update, update, insert, commit; 20 connections, prepared statements, 64 callers on virtual
/// threads. It has the indexes that its queries need, no foreign key, and no cache or lock server
/// to talk to, which makes it about twice as fast as the documents' own.
final class DocumentDesign implements AutoCloseable {
  private static final int CALLERS = 64;
  private static final int CONNECTIONS = 20;

  private static final String TABLES =
      """
      CREATE TABLE inventory (
        product_id integer NOT NULL,
        warehouse_id integer NOT NULL,
        quantity bigint NOT NULL CHECK (quantity >= 0),
        reserved_quantity bigint NOT NULL DEFAULT 0,
        available_quantity bigint NOT NULL,
        last_updated timestamptz NOT NULL DEFAULT now(),
        version bigint NOT NULL DEFAULT 0,
        PRIMARY KEY (product_id, warehouse_id)
      ) WITH (fillfactor = 70);
      CREATE TABLE inventory_transactions (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        product_id integer NOT NULL,
        warehouse_id integer NOT NULL,
        transaction_type text NOT NULL,
        quantity_change bigint NOT NULL,
        quantity_before bigint NOT NULL,
        quantity_after bigint NOT NULL,
        reference_id text,
        reason text,
        created_by text NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now()
      );
      CREATE INDEX inventory_transactions_history
        ON inventory_transactions (product_id, warehouse_id, id);
      """;

  private final HikariDataSource pool;
  private final Grid grid;

  private DocumentDesign(HikariDataSource pool, Grid grid) {
    this.pool = pool;
    this.grid = grid;
  }

  /// Makes its tables at `place`, an empty database, and fills them.
  static DocumentDesign at(DatabasePlace place, Grid grid) throws SQLException {
    try (Connection connection = DatabaseRoom.connect(place);
        Statement statement = connection.createStatement()) {
      statement.execute(TABLES);
      statement.execute(
          "INSERT INTO inventory (product_id, warehouse_id, quantity, available_quantity) SELECT p,"
              + " w, %d, %d FROM generate_series(1, %d) p, generate_series(1, %d) w ORDER BY p, w"
                  .formatted(Grid.OPENING, Grid.OPENING, grid.products(), grid.warehouses()));
      statement.execute("VACUUM ANALYZE inventory");
    }
    HikariConfig config = new HikariConfig();
    config.setPoolName("document-design");
    config.setJdbcUrl(place.url());
    config.setUsername(place.user());
    config.setPassword(place.password());
    config.setMaximumPoolSize(CONNECTIONS);
    config.setMinimumIdle(CONNECTIONS);
    config.setAutoCommit(false);
    config.addDataSourceProperty("prepareThreshold", "1");
    return new DocumentDesign(new HikariDataSource(config), grid);
  }

  Contestant contestant(String name, Keys keys) {
    return new Contestant() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public Run run(Duration time) {
        return race(keys, time);
      }
    };
  }

  @Override
  public void close() {
    pool.close();
  }

  private Run race(Keys keys, Duration time) {
    long start = System.nanoTime();
    long end = start + time.toNanos();
    Histogram all = Run.histogram();
    try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<Histogram>> tasks =
          IntStream.range(0, CALLERS)
              .<Callable<Histogram>>mapToObj(i -> () -> call(keys, new SplittableRandom(i), end))
              .toList();
      for (Future<Histogram> each : callers.invokeAll(tasks)) {
        all.add(each.get());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("the document design failed", e);
    }
    return new Run(all.getTotalCount(), 0, Duration.ofNanos(System.nanoTime() - start), all);
  }

  private Histogram call(Keys keys, SplittableRandom random, long end) throws SQLException {
    Histogram micros = Run.histogram();
    for (long began = System.nanoTime(); began < end; ) {
      int row = keys.next(random);
      event(
          row / grid.warehouses() + 1, row % grid.warehouses() + 1, random.nextInt(9) < 5 ? 1 : -1);
      long now = System.nanoTime();
      micros.recordValue(Run.micros(began, now));
      began = now;
    }
    return micros;
  }

  private void event(int product, int warehouse, int change) throws SQLException {
    try (Connection connection = pool.getConnection()) {
      long before;
      long reserved;
      try (PreparedStatement select =
          connection.prepareStatement(
              "SELECT quantity, reserved_quantity FROM inventory"
                  + " WHERE product_id = ? AND warehouse_id = ? FOR UPDATE")) {
        select.setInt(1, product);
        select.setInt(2, warehouse);
        try (ResultSet rows = select.executeQuery()) {
          rows.next();
          before = rows.getLong(1);
          reserved = rows.getLong(2);
        }
      }
      long after = before + change;
      if (after - reserved < 0) {
        throw new IllegalStateException("the opening stock is used up");
      }
      try (PreparedStatement update =
          connection.prepareStatement(
              "UPDATE inventory SET quantity = ?, available_quantity = ?, last_updated = now(),"
                  + " version = version + 1 WHERE product_id = ? AND warehouse_id = ?")) {
        update.setLong(1, after);
        update.setLong(2, after - reserved);
        update.setInt(3, product);
        update.setInt(4, warehouse);
        update.executeUpdate();
      }
      insert(connection, product, warehouse, before, after);
      connection.commit();
    }
  }

  private static void insert(
      Connection connection, int product, int warehouse, long before, long after)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO inventory_transactions (product_id, warehouse_id, transaction_type,"
                + " quantity_change, quantity_before, quantity_after, reference_id, reason,"
                + " created_by) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
      insert.setInt(1, product);
      insert.setInt(2, warehouse);
      insert.setString(3, after > before ? "STOCK_IN" : "ADJUSTMENT");
      insert.setLong(4, after - before);
      insert.setLong(5, before);
      insert.setLong(6, after);
      insert.setString(7, "PO-1");
      insert.setString(8, "receipt");
      insert.setString(9, "bench");
      insert.executeUpdate();
    }
  }
}
