package dev.stockwright.vocabulary.gs1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.vocabulary.gs1.Reading.Amount;
import dev.stockwright.vocabulary.gs1.Reading.Count;
import dev.stockwright.vocabulary.gs1.Reading.Day;
import dev.stockwright.vocabulary.gs1.Reading.Days;
import dev.stockwright.vocabulary.gs1.Reading.Measure;
import dev.stockwright.vocabulary.gs1.Reading.Moment;
import dev.stockwright.vocabulary.gs1.Reading.Percent;
import dev.stockwright.vocabulary.gs1.Reading.Text;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadingTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 12, 1);

  private static Reading read(String data) {
    Elements elements = assertInstanceOf(Elements.class, ElementString.parse(data), data);
    return Reading.of(elements.list().getFirst(), TODAY);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "3103001250|measure 1.250 kg",
        "3100001250|measure 1250 kg",
        "3105001250|measure 0.01250 kg",
        "3102000000|measure 0.00 kg",
        "3302012345|measure 123.45 kg",
        "3152000125|measure 1.25 l",
        "3370000012|measure 12 kg/m²",
        "3563000012|measure 0.012 oz tr",
        "3572000012|measure 0.12 fl oz",
        "3641000012|measure 1.2 in³",
        "4330006850|measure 68.50 °F",
        "4331001850-|measure -18.50 °C",
        "39021999|amount 19.99",
        "39005|amount 5",
        "39095|amount 0.000000005",
        "3909999999999999999|amount 999999.999999999",
        "39329781999|amount 19.99 EUR",
        "39123920500|amount 5.00 JPY",
        "3950001999|amount 1999",
        "39410125|percent 12.5",
        "3012|count 12",
        "3799999999|count 99999999",
        "10L1|text L1",
        "8005001999|text 001999",
      })
  void numbersAreExact(String data, String expected) {
    assertEquals(
        expected,
        switch (read(data)) {
          case Measure(Decimal value, String unit) -> "measure " + value + " " + unit;
          case Amount(Decimal value, var currency) ->
              "amount " + value + currency.map(letters -> " " + letters).orElse("");
          case Percent(Decimal value) -> "percent " + value;
          case Count(long pieces) -> "count " + pieces;
          case Text(String text) -> "text " + text;
          case Reading other -> other.toString();
        });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "17270131|2027-01-31",
        "17270200|2027-02-28",
        "11760101|2076-01-01",
        "11770101|1977-01-01",
        "4326270131|2027-01-31",
        "70032701312359|2027-01-31T23:59",
        "7006270131|2027-01-31",
        "7007260901|2026-09-01",
        "7007260901261015|2026-09-01..2026-10-15",
        "7007981231990101|1998-12-31..1999-01-01",
        "70112701310930|2027-01-31T09:30",
        "7011270131|2027-01-31",
        "43242701311200|2027-01-31T12:00",
        "43242702000000|2027-02-28T00:00",
        "800826120108|2026-12-01T08:00",
        "80082612010830|2026-12-01T08:30",
        "8008261201083015|2026-12-01T08:30:15",
        "725019991231|1999-12-31",
        "7251199912312359|1999-12-31T23:59",
      })
  void datesAndTimesAreRead(String data, String expected) {
    assertEquals(
        expected,
        switch (read(data)) {
          case Day(LocalDate day) -> day.toString();
          case Days(LocalDate first, LocalDate last) -> first + ".." + last;
          case Moment(var time) -> time.toString();
          case Reading other -> other.toString();
        });
  }

  @Test
  void aDecimalIsExactOnBothWays() {
    assertEquals(new BigDecimal("-18.50"), new Decimal(-1850, 2).toBigDecimal());
    assertThrows(IllegalArgumentException.class, () -> new Decimal(1, 10));
  }

  /// Every measure has a unit, and every value of the table a reading.
  @Test
  void everyIdentifierIsRead() {
    RandomElements random = new RandomElements(11);
    for (ApplicationIdentifier ai : ApplicationIdentifiers.all()) {
      for (int round = 0; round < 20; round++) {
        Reading reading = Reading.of(new Element(ai, random.value(ai), 0), TODAY);
        if (ai.code().matches("3[1-6]..")) {
          assertTrue(!assertInstanceOf(Measure.class, reading).unit().isBlank());
        }
        if (ai.title().contains("DATE")) {
          assertTrue(
              reading instanceof Day || reading instanceof Days || reading instanceof Moment);
        }
      }
    }
  }
}
