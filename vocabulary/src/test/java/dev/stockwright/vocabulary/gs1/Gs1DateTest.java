package dev.stockwright.vocabulary.gs1;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Gs1DateTest {
  @ParameterizedTest
  @CsvSource({
    "261231, 2026-11-20, 2026-12-31",
    "270200, 2026-11-20, 2027-02-28",
    "280200, 2026-11-20, 2028-02-29",
    "260400, 2026-11-20, 2026-04-30",
    // 50 years ahead is still this century, 51 is the last one.
    "760101, 2026-11-20, 2076-01-01",
    "770101, 2026-11-20, 1977-01-01",
    "990101, 2026-11-20, 1999-01-01",
    // 49 years back is still this century, 50 is the next one.
    "500101, 2099-06-01, 2050-01-01",
    "490101, 2099-06-01, 2149-01-01",
    "000229, 2026-11-20, 2000-02-29",
    // 2100 is no leap year: the nearest day stands for it.
    "000229, 2099-06-01, 2100-02-28",
  })
  void theCenturyIsTheNearestAndDayZeroIsTheLast(String text, LocalDate today, LocalDate day) {
    assertEquals(day, Gs1Date.of(text, today));
  }
}
