package dev.stockwright.server.queries;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.stockwright.server.desk.TestSite;
import dev.stockwright.server.stock.Usable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// The expiry report says of every lot what allocation and the check of a scan say of it, at the
/// edges of the days of the site.
class ExpiryDayTest {
  private static final long SEED = 25;
  private static final LocalDate LAST = LocalDate.of(2026, 3, 29);

  @Test
  void theReportSaysWhatTheRuleSaysAtTheEdgesOfTheDay() {
    Random random = new Random(SEED);
    List<String> zones = ZoneId.getAvailableZoneIds().stream().sorted().toList();
    try (TestSite site = new TestSite((warehouse, epoch, events) -> {})) {
      AgeQueries ages = new AgeQueries(site.database);
      site.change(
          """
          INSERT INTO lot (product_id, code, expires_on)
          SELECT id, 'L', '2026-03-29' FROM product WHERE sku IN ('S-1', 'S-2');
          UPDATE product SET days_left_min = 3 WHERE sku = 'S-2';
          INSERT INTO balance (warehouse_id, product_id, location_id, lot, on_hand)
          SELECT l.warehouse_id, p.id, l.id, 'L', 5 FROM product p, location l, warehouse w
           WHERE p.sku IN ('S-1', 'S-2') AND l.code = 'A-01' AND w.id = l.warehouse_id
             AND w.code = 'W1'
          """);
      for (int round = 0; round < 60; round++) {
        ZoneId zone = ZoneId.of(zones.get(random.nextInt(zones.size())));
        site.change("UPDATE warehouse SET time_zone = '" + zone + "' WHERE code = 'W1'");
        ZonedDateTime midnight = LAST.plusDays(2L - random.nextInt(5)).atStartOfDay(zone);
        for (Instant at : List.of(midnight.toInstant().minusMillis(1), midnight.toInstant())) {
          for (AgeQueries.ExpiryLine line :
              ages.expiring(new Scope(List.of("W1")), at, 30, 10, Optional.empty()).items()) {
            int left = line.sku().equals("S-2") ? 3 : 0;
            assertEquals(
                Usable.usable(Optional.of(LAST), at, zone, left),
                line.usable(),
                () -> "seed " + SEED + ": " + line + " at " + at + " in " + zone);
            assertEquals(
                Usable.usable(Optional.of(LAST), at, zone, 0), line.daysLeft() >= 0, zone.getId());
          }
        }
      }
    }
  }
}
