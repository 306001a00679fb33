package dev.stockwright.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.db.Database;
import dev.stockwright.db.DatabasePlace;
import dev.stockwright.server.health.Health;
import dev.stockwright.server.health.ServerMetrics;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

class HealthTest {
  private final TestHouse house = TestHouse.shared();

  @Test
  void itLivesAsLongAsTheDeskGoesRound() {
    Duration[] since = {Duration.ofSeconds(59)};
    Health health = new Health(house.database(), house.folder(), house.clock(), () -> since[0]);
    assertTrue(health.alive());
    since[0] = Duration.ofSeconds(60);
    assertFalse(health.alive());
    assertEquals(
        since[0], Health.longer(() -> Duration.ofSeconds(2), () -> since[0]).get(), "the feed's");
    assertEquals(since[0], Health.longer(() -> since[0], () -> Duration.ZERO).get(), "the desk's");
  }

  @Test
  void itIsNotReadyWithoutItsDatabaseAndTheAnswerIsKeptForASecond() {
    StockwrightServer second =
        StockwrightServer.start(
            house.settings(Map.of()), TestHouse.wiring(new ScriptedDesk()), house.clock());
    Health health =
        new Health(second.database(), house.folder(), house.clock(), () -> Duration.ZERO);
    assertTrue(health.ready().ready());
    second.close();
    assertTrue(health.ready().database());
    house.clock().advance(Duration.ofSeconds(1));
    assertEquals(new Health.Report(false, true, false, house.clock().instant()), health.ready());
  }

  @Test
  void theFiguresShowConnectionsThatAreLentOutAndThreadsThatWait() throws SQLException {
    DatabasePlace place = house.settings(Map.of()).database().orElseThrow();
    DatabasePlace small = new DatabasePlace(place.url(), place.user(), place.password(), 2, 2);
    try (Database database = Database.open(small);
        ServerMetrics metrics = new ServerMetrics()) {
      metrics.connections(database);
      CountDownLatch enough = new CountDownLatch(1);
      try (Connection one = database.readConnection();
          Connection two = database.readConnection()) {
        assertFalse(one.equals(two));
        assertEquals("2.0 in use, 0.0 waiting", shown(metrics, "reads"));
        assertEquals("0.0 in use, 0.0 waiting", shown(metrics, "commands"));
        Thread.ofVirtual().start(() -> borrow(database, enough));
        await(() -> shown(metrics, "reads").equals("2.0 in use, 1.0 waiting"));
      }
      await(() -> shown(metrics, "reads").equals("1.0 in use, 0.0 waiting"));
      enough.countDown();
    }
  }

  private static void borrow(Database database, CountDownLatch enough) {
    try (Connection connection = database.readConnection()) {
      enough.await();
      assertFalse(connection.isClosed());
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void await(BooleanSupplier so) {
    long end = System.nanoTime() + 30_000_000_000L;
    while (!so.getAsBoolean()) {
      assertTrue(System.nanoTime() < end, "not within 30 s");
      LockSupport.parkNanos(1_000_000);
    }
  }

  private static String shown(ServerMetrics metrics, String pool) {
    String of = "{pool=\"" + pool + "\"";
    return figure(metrics, "stockwright_database_connections" + of + ",state=\"in_use\"}")
        + " in use, "
        + figure(metrics, "stockwright_database_waiting" + of + "}")
        + " waiting";
  }

  private static String figure(ServerMetrics metrics, String name) {
    return metrics
        .scrape()
        .lines()
        .filter(line -> line.startsWith(name + " "))
        .map(line -> line.substring(name.length() + 1))
        .findFirst()
        .orElse("nothing");
  }
}
