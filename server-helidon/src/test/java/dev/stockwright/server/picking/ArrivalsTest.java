package dev.stockwright.server.picking;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArrivalsTest {
  private static final int PRODUCT = 7;

  /// `1:10>101` is 10 that move from location 1 to 101; the movements are numbered 1, 2, 3, ...
  /// those with a `+` belong to the command of the one before. Locations up to 100 are virtual.
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          what came first is oldest             | 1:10>101 1:10>102                             | 101=1 102=2
          it stays so in another bin            | 1:10>101 1:10>102 101:10>103                  | 101=0 102=2 103=1
          and in one that holds newer goods     | 1:10>101 1:10>102 101:4>102                   | 101=1 102=1
          the oldest leave first                | 1:5>101 1:5>101 101:5>2                       | 101=2
          a part leaves the rest as old         | 1:5>101 1:5>101 101:4>102                     | 101=1 102=1
          what is moved on and on               | 1:5>101 101:5>102 102:5>103 103:5>101         | 101=1
          another handling unit, the same goods | 1:5>101 1:5>102 101:5>3 +3:5>103              | 103=1 102=2
          judged and released, the same goods   | 1:5>101 101:5>4 +4:5>101                      | 101=1
          lost, and found by somebody later     | 1:5>101 1:5>102 101:5>4 4:5>101               | 101=4 102=2
          taken back and put away again         | 1:5>101 101:5>2 2:5>102                       | 102=3
          what nobody saw come                  | 105:5>101                                     | 101=1 105=0
          """)
  void goodsAreAsOldAsTheirArrival(String rule, String movements, String ages) {
    Arrivals arrivals = new Arrivals();
    UUID command = new UUID(0, 0);
    long n = 0;
    for (String each : movements.split(" ")) {
      n++;
      command = each.startsWith("+") ? command : new UUID(0, n);
      String[] part = each.replace("+", "").split("[:>]");
      arrivals.moved(
          new Arrivals.Moved(
              n,
              command,
              PRODUCT,
              "",
              Integer.parseInt(part[0]),
              Integer.parseInt(part[2]),
              Long.parseLong(part[1])));
    }
    for (String each : ages.split(" ")) {
      String[] age = each.split("=");
      assertEquals(
          Long.parseLong(age[1]),
          arrivals.oldest(new Arrivals.Goods(Integer.parseInt(age[0]), PRODUCT, "")),
          each);
    }
  }
}
