package dev.stockwright.server.watching;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// When an alert stands: limits, then level after level, and what stands after each.
class AlertRulesTest {
  private static final String TABLE =
      """
      low 10 over above 10      | 11 10 11            | -    low  -
      low 10 over above 15      | 11 10 12 15 16 11   | -    low  low  low  -    -
      low 10 over above 15      | 3 15 16 15 10       | low  low  -    -    low
      out                       | 2 0 1 0             | -    out  -    out
      low 5 over above 8 and out| 6 5 0 1 8 9         | -    low  low+out low low  -
      over 100 over below 100   | 99 100 99           | -    over -
      over 100 over below 90    | 100 95 90 89 99     | over over over -    -
      nothing                   | 5 0 500             | -    -    -
      """;

  static Stream<String> rows() {
    return TABLE.lines();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void anAlertStandsAsTheTableSays(String row) {
    String[] parts = row.split("\\|");
    Limits limits = limits(parts[0]);
    List<String> stood = new ArrayList<>();
    int before = 0;
    for (String level : parts[1].trim().split(" ")) {
      long amount = Long.parseLong(level);
      before = AlertRules.standing(limits, before, amount, amount);
      stood.add(words(before));
    }
    assertEquals(List.of(parts[2].trim().split(" +")), stood);
  }

  @Test
  void lowLooksAtWhatIsAvailableAndOverAtWhatIsOnHand() {
    Limits limits = Limits.of(10, 10, 100, 100, true);
    assertEquals("low+out+over", words(AlertRules.standing(limits, 0, 0, 120)));
  }

  @Test
  void whatIsWatchedNoLongerStandsNoLonger() {
    assertEquals(0, AlertRules.standing(Limits.of(0, 0, 0, 0, false), 7, 0, 500));
  }

  @Test
  void aLotIsToldFromTheDayOnThatIsSoFarAwayAndWhenItHasExpired() {
    assertEquals(
        "31:no 30:yes 0:yes -1:yes",
        Stream.of(31L, 30L, 0L, -1L)
            .map(left -> left + ":" + (AlertRules.expiring(left, 30) ? "yes" : "no"))
            .reduce((one, other) -> one + " " + other)
            .orElseThrow());
  }

  @Test
  void theReasonNamesTheVeryFigures() {
    Limits limits = Limits.of(10, 15, 0, 0, false);
    assertEquals(
        "12 available. Raised at 10 or below, over above 15: it stands, because it is not over yet.",
        AlertRules.explained(AlertKind.LOW, limits, true, 12));
    assertEquals(
        "12 available. Raised at 10 or below, over above 15: it does not stand.",
        AlertRules.explained(AlertKind.LOW, limits, false, 12));
    assertEquals(
        "No rule says what is too much.", AlertRules.explained(AlertKind.OVER, limits, false, 12));
  }

  private static Limits limits(String words) {
    long low = number(words, "\\blow (\\d+)");
    long over = number(words, "\\bover (\\d+) over below");
    return Limits.of(
        low,
        low == 0 ? 0 : number(words, "above (\\d+)"),
        over,
        over == 0 ? 0 : number(words, "below (\\d+)"),
        words.contains("out"));
  }

  private static long number(String words, String pattern) {
    var found = java.util.regex.Pattern.compile(pattern).matcher(words);
    return found.find() ? Long.parseLong(found.group(1)) : 0;
  }

  private static String words(int standing) {
    String all =
        AlertKind.OF_LEVELS.stream()
            .filter(kind -> (standing & kind.bit()) != 0)
            .map(AlertKind::code)
            .reduce((one, other) -> one + "+" + other)
            .orElse("-");
    return all;
  }
}
