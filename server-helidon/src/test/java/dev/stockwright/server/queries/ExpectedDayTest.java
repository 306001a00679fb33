package dev.stockwright.server.queries;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.stockwright.server.desk.TestSite;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// What is expected today, and what is late, by the calendar of each warehouse: that of Java, whose
/// zones are those of the rules, for every name that a zone may have.
class ExpectedDayTest {
  private static final long SEED = 41;
  private static final LocalDate DUE = LocalDate.of(2026, 7, 15);

  @Test
  void anOrderIsDueAndLateByTheDayAtTheSite() {
    Random random = new Random(SEED);
    List<String> zones = ZoneId.getAvailableZoneIds().stream().sorted().toList();
    try (TestSite site = new TestSite((warehouse, epoch, events) -> {})) {
      site.change(
          """
          UPDATE purchase_order SET expected_on = '2026-07-15' WHERE number = 'PO-1';
          INSERT INTO supplier (code, name) VALUES ('ACME', 'Acme');
          INSERT INTO asn (warehouse_id, number, supplier_id, expected_on, made_at, made_by)
          SELECT w.id, 'ASN-1', s.id, '2026-07-15', now(), 'x' FROM warehouse w, supplier s
           WHERE w.code = 'W1';
          INSERT INTO asn_line (asn_id, line, product_id, announced)
          SELECT a.id, 1, p.id, 4 FROM asn a, product p WHERE p.sku = 'S-1'
          """);
      check(site, "WET"); // for PostgreSQL an abbreviation that knows no summer time
      for (int round = 0; round < 30; round++) {
        check(site, zones.get(random.nextInt(zones.size())));
      }
    }
  }

  private static void check(TestSite site, String zone) {
    site.change("UPDATE warehouse SET time_zone = '" + zone + "' WHERE code = 'W1'");
    ZonedDateTime begins = DUE.atStartOfDay(ZoneId.of(zone));
    Instant ends = DUE.plusDays(1).atStartOfDay(ZoneId.of(zone)).toInstant();
    assertEquals(List.of(), shown(site, begins.toInstant().minusMillis(1)), zone);
    assertEquals(List.of("ASN-1 false", "PO-1 false"), shown(site, begins.toInstant()), zone);
    assertEquals(List.of("ASN-1 false", "PO-1 false"), shown(site, ends.minusMillis(1)), zone);
    assertEquals(List.of("ASN-1 true", "PO-1 true"), shown(site, ends), zone);
  }

  private static List<String> shown(TestSite site, Instant now) {
    return new PurchaseQueries(site.database, InstantSource.fixed(now))
            .expected(new Scope(List.of("W2", "W1")), Optional.empty(), true, 10, Optional.empty())
            .items()
            .stream()
            .map(each -> each.number() + " " + each.late())
            .toList();
  }
}
