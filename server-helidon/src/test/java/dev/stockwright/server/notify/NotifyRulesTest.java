package dev.stockwright.server.notify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NotifyRulesTest {
  private static final ZoneId OSLO = ZoneId.of("Europe/Oslo");

  @ParameterizedTest(name = "a {0} at {1}, quiet {2}, digest {3} min, is told at {4}")
  @CsvSource(
      textBlock =
          """
          warning,  2026-03-02T14:05, 22:00-06:30,    0, 2026-03-02T14:05
          warning,  2026-03-02T23:05, 22:00-06:30,    0, 2026-03-03T06:30
          warning,  2026-03-03T05:00, 22:00-06:30,    0, 2026-03-03T06:30
          warning,  2026-03-03T06:30, 22:00-06:30,    0, 2026-03-03T06:30
          warning,  2026-03-02T22:00, 22:00-06:30,    0, 2026-03-03T06:30
          critical, 2026-03-02T23:05, 22:00-06:30,    0, 2026-03-02T23:05
          critical, 2026-03-02T23:05, 22:00-06:30,   60, 2026-03-02T23:05
          warning,  2026-03-02T12:10, 12:00-13:00,    0, 2026-03-02T13:00
          warning,  2026-03-02T13:10, 12:00-13:00,    0, 2026-03-02T13:10
          notice,   2026-03-02T14:05, none,          60, 2026-03-02T15:00
          notice,   2026-03-02T15:00, none,          60, 2026-03-02T16:00
          notice,   2026-03-02T14:05, none,         420, 2026-03-02T21:00
          notice,   2026-03-02T22:05, none,         420, 2026-03-03T00:00
          notice,   2026-03-02T14:05, none,        1440, 2026-03-03T00:00
          notice,   2026-03-02T21:30, 22:00-06:30,   60, 2026-03-03T06:30
          # the night in which summer time begins has no 02:30: it is told when that would have been
          warning,  2026-03-29T01:30, 22:00-02:30,    0, 2026-03-29T03:30
          # and in autumn 02:30 comes twice: the first one counts
          warning,  2026-10-25T01:30, 22:00-02:30,    0, 2026-10-25T02:30
          """)
  void whenSomethingIsTold(String severity, String at, String quiet, int digest, String told) {
    int number = severity.equals("critical") ? 1 : severity.equals("warning") ? 2 : 3;
    assertEquals(
        LocalDateTime.parse(told),
        LocalDateTime.ofInstant(
            NotifyRules.dueAt(channel("", 3, 0, quiet, digest), number, local(at)), OSLO));
  }

  @ParameterizedTest(name = "{3} {2} alert {1} in warehouse {4}: {5}")
  @CsvSource(
      textBlock =
          """
          '',        opened,       low,      2, 7, yes
          '',        resolved,     low,      2, 7, yes
          '',        escalated,    low,      2, 7, yes
          '',        woken,        low,      2, 7, yes
          '',        acknowledged, low,      2, 7, no
          '',        snoozed,      low,      2, 7, no
          'low out', opened,       out,      1, 7, yes
          'low out', opened,       expiring, 2, 7, no
          '',        opened,       low,      3, 7, no
          '',        opened,       low,      2, 8, no
          """)
  void whatAChannelOfWarningsInWarehouse7IsTold(
      String kinds, String what, String kind, int severity, int warehouse, String wanted) {
    Telling telling =
        new Telling(
            1, what, "AL-1", kind, severity, warehouse, "W", "S-1 is low.", "ana", Instant.EPOCH);
    assertEquals(wanted.equals("yes"), NotifyRules.wants(channel(kinds, 2, 7, "none", 0), telling));
  }

  @Test
  void pausesDoubleUpToSixHoursAndDifferFromMessageToMessage() {
    Duration before = Duration.ZERO;
    Duration all = Duration.ZERO;
    for (int tries = 1; tries <= NotifyRules.TRIES_MAX; tries++) {
      Duration pause = NotifyRules.pause(tries, 0);
      assertTrue(pause.compareTo(before) >= 0 && pause.compareTo(Duration.ofHours(6)) <= 0);
      Duration spread = NotifyRules.pause(tries, -77_777_777_777L);
      assertTrue(spread.compareTo(pause) >= 0 && spread.toMillis() <= pause.toMillis() * 12 / 10);
      before = pause;
      all = all.plus(pause);
    }
    assertEquals(Duration.ofSeconds(30), NotifyRules.pause(1, 0));
    assertTrue(all.toHours() >= 24, all + " is less than a day");
  }

  static Channel channel(String kinds, int severity, int warehouse, String quiet, int digest) {
    Optional<Channel.Quiet> hours =
        quiet.equals("none")
            ? Optional.empty()
            : Optional.of(
                new Channel.Quiet(
                    LocalTime.parse(quiet.substring(0, 5)), LocalTime.parse(quiet.substring(6))));
    return new Channel(
        1,
        "office",
        Channel.Medium.EMAIL,
        "office@example.org",
        "",
        warehouse,
        kinds.isEmpty() ? Set.of() : Set.of(kinds.split(" ")),
        severity,
        hours,
        Duration.ofMinutes(digest),
        OSLO);
  }

  private static Instant local(String text) {
    return LocalDateTime.parse(text).atZone(OSLO).toInstant();
  }
}
