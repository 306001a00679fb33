package dev.stockwright.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.server.health.Health;
import java.time.Duration;
import java.util.Map;
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
}
