package dev.stockwright.server.counting;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// When a day is taken, by the clocks of the people there.
class NightTimeTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
      an ordinary night                 | Europe/Berlin    | 2026-11-20 | 02:00 | 2026-11-20T01:00:00Z
      02:00 does not exist, it is 03:00 | Europe/Berlin    | 2026-03-29 | 02:00 | 2026-03-29T01:00:00Z
      02:00 comes twice, the first      | Europe/Berlin    | 2026-10-25 | 02:00 | 2026-10-25T00:00:00Z
      02:00 does not exist there        | America/New_York | 2026-03-08 | 02:00 | 2026-03-08T07:00:00Z
      01:00 comes twice there           | America/New_York | 2026-11-01 | 01:00 | 2026-11-01T05:00:00Z
      02:00 comes once there            | America/New_York | 2026-11-01 | 02:00 | 2026-11-01T07:00:00Z
      half an hour                      | Asia/Kolkata     | 2026-11-20 | 02:00 | 2026-11-19T20:30:00Z
      a day that was left out           | Pacific/Apia     | 2011-12-30 | 02:00 | 2011-12-30T12:00:00Z
      """)
  void aDayIsTakenOnceWhateverTheClocksDo(
      String what, String zone, LocalDate day, LocalTime at, Instant expected) {
    assertEquals(expected, NightTime.of(day, at, ZoneId.of(zone)), what);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
      Europe/Berlin | 2026-11-20T00:59:59Z | 2026-11-19 | 2026-11-20T01:00:00Z
      Europe/Berlin | 2026-11-20T01:00:00Z | 2026-11-20 | 2026-11-21T01:00:00Z
      Europe/Berlin | 2026-03-29T00:59:59Z | 2026-03-28 | 2026-03-29T01:00:00Z
      Europe/Berlin | 2026-03-29T01:00:00Z | 2026-03-29 | 2026-03-30T00:00:00Z
      Europe/Berlin | 2026-10-24T23:59:59Z | 2026-10-24 | 2026-10-25T00:00:00Z
      Europe/Berlin | 2026-10-25T00:30:00Z | 2026-10-25 | 2026-10-26T01:00:00Z
      Europe/Berlin | 2026-10-25T01:30:00Z | 2026-10-25 | 2026-10-26T01:00:00Z
      """)
  void theLastDayAndTheNextTime(String zone, Instant now, LocalDate last, Instant next) {
    assertEquals(last, NightTime.lastDue(now, NightTime.USUAL, ZoneId.of(zone)));
    assertEquals(next, NightTime.next(now, NightTime.USUAL, ZoneId.of(zone)));
  }
}
