package dev.stockwright.vocabulary.gs1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PairingTest {
  private static List<String> warnings(String bracketed) {
    return assertInstanceOf(Elements.class, ElementString.parseBracketed(bracketed)).warnings();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "(01)09501101530003|",
        "(01)09501101530003(10)L1(17)270131(21)S1|",
        "(00)106141412345678908(02)09501101530003(37)24(10)L1|",
        "(414)9501101530003(254)A|",
        "(10)L1|(10) needs one of (01), (02), (03), (8006), (8026)",
        "(254)A|(254) needs (414)",
        "(02)09501101530003|(02) needs (37)",
        "(02)09501101530003(37)24|(37) needs (00)",
        "(01)09501101530003(250)A|(250) needs (21)",
        "(01)09501101530003(7004)1|(7004) needs (01) with (10)",
        "(01)09501101530003(10)L(7004)1|",
        "(01)09501101530003(3922)100|(3922) needs one of (30), (31nn), (32nn), (35nn), (36nn)",
        "(01)09501101530003(3922)100(3103)001000|",
        "(01)09501101530003(8041)123456789012345|(8041) needs (01) with (21) with (8040)",
        "(01)09501101530003(3102)000100(3103)001000|(3102) not (3103)",
        "(01)09501101530003(21)S(235)T|(21) not (235)",
        "(01)09501101530003(8006)095011015300030102|(8006) not (01)",
        "(00)106141412345678908(420)A(421)276B|(420) not (421)",
        // What stands twice with one value is tolerated.
        "(400)A(400)A|",
        "(8003)09501101530003(8030)AAA|(8030) needs the serial number of AI (8003) GRAI",
        "(8003)09501101530003S(8030)AAA|",
      })
  void whatBelongsTogetherIsSaid(String bracketed, @Nullable String expected) {
    String said =
        warnings(bracketed).stream()
            .map(
                w ->
                    w.replaceFirst("^AI (\\(\\d+\\)) .*? (needs|must not)", "$1 $2")
                        .replaceFirst("must not stand beside AI (\\(\\d+\\)).*", "not $1")
                        .replace(" beside it", ""))
            .collect(Collectors.joining("; "));
    assertEquals(expected == null ? "" : expected, said);
  }

  @Test
  void aWarningNamesBothByNumberAndTitle() {
    assertEquals(
        List.of(
            "AI (01) GTIN must not stand beside AI (37) COUNT",
            "AI (37) COUNT needs (00) beside it",
            "AI (37) COUNT needs one of (02), (8026) beside it"),
        warnings("(01)09501101530003(37)24"));
  }

  @Test
  void aCompositeIsJudgedWithTheKeyOfItsLinearSymbol() {
    assertEquals(List.of(), Decoder.scan("]E09501101530003|]e010L1").elements().warnings());
    assertEquals(1, Decoder.scan("]e010L1").elements().warnings().size());
  }

  /// Each pattern of a rule names an identifier that exists.
  @Test
  void rulesNameWhatIsThere() {
    List<String> numbers =
        ApplicationIdentifiers.all().stream().map(ApplicationIdentifier::code).toList();
    List<String> patterns = new ArrayList<>();
    for (AiRow row : AiRow.all()) {
      List.of("with", "not", "serial", "key")
          .forEach(
              name ->
                  row.rules(name).forEach(rule -> patterns.addAll(List.of(rule.split("[,+/]")))));
    }
    assertTrue(patterns.size() > 400, "only " + patterns.size());
    for (String pattern : patterns) {
      String regex = pattern.replace('n', '.');
      assertTrue(numbers.stream().anyMatch(number -> number.matches(regex)), pattern);
    }
    assertFalse(numbers.contains("89"), "the check above can fail");
  }

  /// Whatever stands together, an identifier is never said to exclude itself, and no pair is said
  /// twice.
  @Test
  void noPairIsSaidTwice() {
    RandomElements random = new RandomElements(5);
    int pairs = 0;
    for (int round = 0; round < 3_000; round++) {
      List<Element> elements = random.elements(30);
      Elements checked = assertInstanceOf(Elements.class, Elements.checked(elements, null));
      List<String> sorted =
          checked.warnings().stream()
              .filter(warning -> warning.contains("must not"))
              .map(
                  warning ->
                      java.util.regex.Pattern.compile("AI \\((\\d+)\\)")
                          .matcher(warning)
                          .results()
                          .map(result -> result.group(1))
                          .sorted()
                          .collect(Collectors.joining(" ")))
              .toList();
      pairs += sorted.size();
      assertEquals(sorted.stream().distinct().toList(), sorted);
    }
    assertTrue(pairs > 1_000, "only " + pairs);
  }
}
