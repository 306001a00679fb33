package dev.stockwright.server.counting;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What comes out of what was said, as tables. Product 1 is plain, 2 has lots, 3 serial numbers.
class CountRulesTest {
  private static final Map<Integer, MergeRules.Kept> KEPT =
      Map.of(2, new MergeRules.Kept(true, false), 3, new MergeRules.Kept(false, true));

  /// Books: `product[lot] quantity`; moves: `n:product[lot] change`; said: `who@seen product[lot]
  /// quantity`, a serial with #, by radio with ~; out: `product[lot] counted/expected cause`.
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
      it fits                            | 1 10           |             | ana@5 1 10                  | 1 10/10
      several scans add up               | 1 10           |             | ana@5 1 4; ana@6 1 6        | 1 10/10
      two people add up                  | 1 10           |             | ana@5 1 4; ben@6 1 6        | 1 10/10
      what nobody counted is not there   | 1 10; 2[L] 4   |             | ana@5 1 10                  | 1 10/10; 2[L] 0/4
      moved after the scan               | 1 7            | 6:1 -3      | ana@5 1 10                  | 1 10/10
      moved before the scan              | 1 7            | 5:1 -3      | ana@5 1 7                   | 1 7/7
      all of it moved after the scan     |                | 6:1 -10     | ana@5 1 10                  | 1 10/10
      came after the scan                | 1 10           | 6:1 10      | ana@5 1 0                   | 1 0/0
      moved between two scans of it      | 1 7            | 6:1 -3      | ana@5 1 4; ana@7 1 6        | 1 10/7 moved_meanwhile
      other goods moved between          | 1 10; 2[L] 4   | 6:2[L] 4    | ana@5 1 4; ana@7 1 6; ana@7 2[L] 4 | 1 10/10; 2[L] 4/4
      found                              |                |             | ana@5 1 2                   | 1 2/0 found
      lots told apart                    | 2[L] 4; 2[M] 6 |             | ana@5 2[L] 5; ana@5 2[M] 6  | 2[L] 5/4; 2[M] 6/6
      one lot not counted                | 2[L] 4; 2[M] 6 |             | ana@5 2[L] 4                | 2[L] 4/4; 2[M] 0/6
      lots not told apart, it fits       | 2[L] 4; 2[M] 6 |             | ana@5 2 10                  | 2 10/10
      lots not told apart, it does not   | 2[L] 4; 2[M] 6 |             | ana@5 2 9                   | 2 9/10 which_lot
      one lot, not said                  | 2[L] 4         |             | ana@5 2 3                   | 2 3/4
      pieces                             | 3[a] 1; 3[b] 1 |             | ana@5 3#a 1                 | 3[a] 1/1; 3[b] 0/1
      a piece by hand and by radio       | 3[a] 1         |             | ana@5 3#a 1; ben@6 ~3#a 1   | 3[a] 1/1
      pieces without their numbers       | 3[a] 1         |             | ana@5 3 2                   | 3[] 2/0 no_serial; 3[a] 0/1
      a tally and tags of the same goods | 1 2            |             | ana@5 1 2; ben@5 ~1#x 1; ben@5 ~1#y 1 | 1 2/2
      more tags than the tally           | 1 2            |             | ana@5 1 1; ben@5 ~1#x 1; ben@5 ~1#y 1 | 1 2/2 methods_differ
      tags alone                         | 1 3            |             | ben@5 ~1#x 1; ben@5 ~1#y 1  | 1 2/3
      tags do not tell lots              | 2[L] 2         |             | ana@5 2[L] 2; ben@5 ~2#x 1; ben@5 ~2#y 1 | 2[L] 2/2
      """)
  void linesOfABin(String what, String books, String moves, String said, String expected) {
    List<Entry> entries = new ArrayList<>();
    for (String text : parts(said)) {
      entries.add(entry(text));
    }
    List<Line> lines =
        MergeRules.lines(
            new MergeRules.Bin(
                entries, book(books, moves), KEPT, Set.of(), Map.of(), "ana", 9, Instant.EPOCH));
    assertEquals(
        expected, lines.stream().map(CountRulesTest::said).collect(Collectors.joining("; ")));
  }

  private static BinBook book(String books, String moves) {
    return new BinBook(
        parts(books).stream()
            .map(
                text -> new BinBook.Heap(product(text), lot(text), "", "available", quantity(text)))
            .toList(),
        parts(moves).stream()
            .map(
                text ->
                    new BinBook.Shift(
                        Long.parseLong(text.split(":")[0]),
                        product(text.split(":")[1]),
                        lot(text),
                        "",
                        "available",
                        quantity(text)))
            .toList());
  }

  private static String said(Line line) {
    return (line.productId()
            + line.goods().lot().map(lot -> brackets(line, lot)).orElse("")
            + " "
            + line.counted()
            + "/"
            + line.expected()
            + " "
            + line.cause().code())
        .strip();
  }

  private static String brackets(Line line, String lot) {
    return lot.isEmpty() && line.productId() != 3 ? "" : "[" + lot + "]";
  }

  private static List<String> parts(String text) {
    return text == null ? List.of() : Arrays.stream(text.split(";")).map(String::strip).toList();
  }

  private static Entry entry(String text) {
    String[] words = text.split(" ");
    String goods = words[1];
    boolean radio = goods.startsWith("~");
    goods = radio ? goods.substring(1) : goods;
    String serial = goods.contains("#") ? goods.substring(goods.indexOf('#') + 1) : "";
    return new Entry(
        product(goods),
        "",
        lot(goods),
        serial,
        "",
        "",
        Long.parseLong(words[2]),
        radio,
        words[0].split("@")[0],
        Long.parseLong(words[0].split("@")[1]),
        Instant.EPOCH);
  }

  private static int product(String goods) {
    return Integer.parseInt(goods.substring(0, 1));
  }

  private static String lot(String goods) {
    return goods.contains("[") ? goods.substring(goods.indexOf('[') + 1, goods.indexOf(']')) : "";
  }

  private static long quantity(String text) {
    return Long.parseLong(text.substring(text.lastIndexOf(' ') + 1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
      five percent of 100            | 5  | 100 | 1   | 5 | 1000 | 100000 | 0 | true
      the other way                  | -5 | 100 | 1   | 5 | 1000 | 100000 | 0 | true
      just above                     | 6  | 100 | 1   | 5 | 1000 | 100000 | 0 | false
      of a few, one is too many      | 1  | 10  | 1   | 5 | 1000 | 100000 | 0 | false
      but one is free                | 1  | 10  | 1   | 5 | 1000 | 100000 | 1 | true
      too many units                 | 50 | 9999| 1   | 5 | 40   | 100000 | 0 | false
      too much money                 | 50 | 9999| 300 | 5 | 1000 | 10000  | 0 | false
      nothing was expected           | 1  | 0   | 1   | 5 | 1000 | 100000 | 9 | false
      more money than a number holds | 5  | 100 | 9223372036854775807 | 5 | 1000 | 9223372036854775806 | 0 | false
      """)
  void whatIsAdjustedWithoutAPerson(
      String what,
      long variance,
      long expected,
      long cost,
      long percent,
      long units,
      long value,
      long free,
      boolean covered) {
    assertEquals(
        covered, new Tolerance(percent, units, value, free).covers(variance, expected, cost), what);
  }
}
