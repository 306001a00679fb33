package dev.stockwright.client.rfid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BeatsTest {
  @ParameterizedTest
  @CsvSource({
    "-128, 1200, 0",
    "-80, 1200, 0",
    "-67.5, 645, 25",
    "-55, 346, 50",
    "-42.5, 186, 75",
    "-30, 100, 100",
    "-5, 100, 100"
  })
  void theNearerTheQuicker(double rssiDbm, long millis, int percent) {
    assertEquals(Duration.ofMillis(millis), Beats.pause(rssiDbm));
    assertEquals(percent, Beats.percent(rssiDbm));
  }

  @Test
  void eachStepNearerIsHeard() {
    for (double dbm = Beats.FAR_DBM; dbm < Beats.NEAR_DBM; dbm++) {
      assertTrue(Beats.pause(dbm).compareTo(Beats.pause(dbm + 1)) > 0, "at " + dbm);
    }
  }
}
