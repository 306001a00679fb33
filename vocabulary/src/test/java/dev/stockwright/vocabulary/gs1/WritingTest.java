package dev.stockwright.vocabulary.gs1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class WritingTest {
  private static final long SEED = 20261201L;

  private static Elements elements(String bracketed) {
    return assertInstanceOf(Elements.class, ElementString.parseBracketed(bracketed));
  }

  private static String pairs(List<Element> elements) {
    return elements.stream().map(e -> e.ai() + "=" + e.value()).collect(Collectors.joining(" "));
  }

  private static Elements collected(List<Element> elements) {
    ElementsToWrite toWrite = Elements.toWrite();
    elements.forEach(element -> toWrite.with(element.ai().code(), element.value()));
    return assertInstanceOf(Elements.class, toWrite.done(), () -> pairs(elements));
  }

  /// `~` stands for the separator.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "(01)09501101530003(17)270131(10)L1|010950110153000317270131" + "10L1",
        "(10)L1(01)09501101530003|10L1~0109501101530003",
        "(01)09501101530003(10)L1(21)S/2|010950110153000310L1~21S/2",
        // Eight digits, but not of predefined length by its number.
        "(7006)270131(400)A|7006270131~400A",
        "(00)106141412345678908|00106141412345678908",
      })
  void aSeparatorStandsWhereTheReaderNeedsOne(String bracketed, String data) {
    assertEquals(
        data.replace('~', ElementString.SEPARATOR),
        elements(bracketed).elementString(Opening.NONE));
  }

  @Test
  void whatHasAPredefinedLengthComesFirstOnRequest() {
    assertEquals(
        "(01)09501101530003(17)270131(10)L1(21)S",
        elements("(10)L1(01)09501101530003(21)S(17)270131").predefinedFirst().bracketed());
  }

  @ParameterizedTest
  @CsvSource({
    "NONE, 10L1~21S",
    "SEPARATOR, ~10L1~21S",
    "CARET, ^10L1^21S",
    "GS1_128, ]C110L1~21S",
    "GS1_DATABAR, ]e010L1~21S",
    "GS1_DATAMATRIX, ]d210L1~21S",
    "GS1_QR, ]Q310L1~21S",
    "GS1_DOTCODE, ]J110L1~21S",
  })
  void theFirstFnc1IsWrittenAsAsked(Opening opening, String data) {
    assertEquals(
        data.replace('~', ElementString.SEPARATOR), elements("(10)L1(21)S").elementString(opening));
  }

  @Test
  void anOpeningBracketInAValueHasABackslash() {
    assertEquals("(10)A\\(1)", collected(List.of(element("10", "A(1)"))).bracketed());
  }

  private static Element element(String code, String value) {
    return new Element(ApplicationIdentifiers.known(code), value, 0);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "(01)09501101530003|https://id.example.com/01/09501101530003",
        "(17)270131(21)S1(10)L 1|wrong",
        "(17)270131(21)S1(01)09501101530003(10)L/1"
            + "|https://id.example.com/01/09501101530003/10/L%2F1/21/S1?17=270131",
        // 235 and 10 are of two orders; 10 may stand in the query, 235 may not.
        "(01)09501101530003(10)L1(235)T" + "|https://id.example.com/01/09501101530003/235/T?10=L1",
        "(00)106141412345678908(02)09501101530003(37)24"
            + "|https://id.example.com/00/106141412345678908?02=09501101530003&37=24",
        "(8004)9501101X(01)09501101530003"
            + "|https://id.example.com/8004/9501101X?01=09501101530003",
        "(414)9501101530003(254)%+&|https://id.example.com/414/9501101530003/254/%25%2B%26",
        "(10)L1|no_key (01)",
        "(01)09501101530003(7041)PX|not_in_query AI (7041) UFRGT UNIT TYPE",
        "(01)09501101530003(22)A(235)T|not_in_query AI (235) TPX",
        "(8006)095011015300030102(235)T|not_in_query AI (235) TPX",
        "(01)09501101530003(10)..|dot_segment AI (10) BATCH/LOT",
        "(01)09501101530003(10)...|https://id.example.com/01/09501101530003/10/...",
      })
  void linksAreWritten(String bracketed, String expected) {
    if (!(ElementString.parseBracketed(bracketed) instanceof Elements elements)) {
      assertEquals("wrong", expected);
      return;
    }
    switch (elements.digitalLink("https://id.example.com")) {
      case WrittenLink.Link(String uri) -> assertEquals(expected, uri);
      case Malformed(String code, int at, String message) -> {
        assertEquals(expected.split(" ")[0], code);
        assertTrue(message.contains(expected.substring(expected.indexOf(' ') + 1)), message);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "https://example.com/p/, https://example.com/p/01/09501101530003",
    "http://[2001:db8::1]:8080, http://[2001:db8::1]:8080/01/09501101530003",
    "ftp://example.com, no_web_address",
    "example.com, no_web_address",
    "https://, wrong_domain",
    "https://exa mple.com, wrong_character",
    "https://example.com?a=1, wrong_character",
    "https://example.com/#a, wrong_character",
    "https://exa$mple.com, wrong_domain",
    "https://example.com:, wrong_domain",
  })
  void theStemIsChecked(String stem, String expected) {
    assertEquals(
        expected,
        switch (elements("(01)09501101530003").digitalLink(stem)) {
          case WrittenLink.Link(String uri) -> uri;
          case Malformed fault -> fault.code();
        });
  }

  @ParameterizedTest
  @CsvSource({
    "01, 09501101530004, wrong_check_digit, 0, AI (01) GTIN",
    "10, A^B, wrong_character, 1, AI (10) BATCH/LOT",
    "17, 271301, invalid_date, 0, AI (17) USE BY",
    "21, ABCDEFGHIJKLMNOPQRSTU, too_long, 20, AI (21) SERIAL",
    "89, 1, unknown_ai, 0, (89)",
    "1, 1, unknown_ai, 0, (1)",
  })
  void whatIsNotInOrderIsRefusedByIdentifierPositionAndRule(
      String code, String value, String fault, int at, String named) {
    Malformed refused =
        assertInstanceOf(
            Malformed.class, Elements.toWrite().with("400", "X").with(code, value).done());
    assertEquals(fault, refused.code());
    assertEquals(at, refused.at());
    assertTrue(refused.message().contains(named), refused.message());
  }

  @Test
  void contradictionsAndNothingAreRefused() {
    assertEquals(
        "contradiction",
        assertInstanceOf(Malformed.class, Elements.toWrite().with("10", "A").with("10", "B").done())
            .code());
    assertEquals("empty", assertInstanceOf(Malformed.class, Elements.toWrite().done()).code());
  }

  @Test
  void everyIdentifierComesBack() {
    RandomElements random = new RandomElements(SEED);
    for (ApplicationIdentifier ai : ApplicationIdentifiers.all()) {
      for (int round = 0; round < 20; round++) {
        String value = random.value(ai);
        List<Element> wanted = List.of(new Element(ai, value, ai.code().length()));
        Elements read =
            assertInstanceOf(
                Elements.class, ElementString.parse(ai.code() + value), ai.code() + value);
        assertEquals(wanted, read.list(), () -> "seed " + SEED);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Opening.class)
  void whatIsWrittenIsRead(Opening opening) {
    RandomElements random = new RandomElements(SEED);
    for (int round = 0; round < 2_000; round++) {
      List<Element> elements = random.elements(8);
      String data = collected(elements).elementString(opening);
      Decoded decoded =
          switch (opening) {
            case NONE -> Decoder.element(data);
            case CARET -> Decoder.element(data.substring(1).replace('^', ElementString.SEPARATOR));
            default -> Decoder.scan(data);
          };
      assertEquals(pairs(elements), pairs(decoded.elements().list()), () -> "seed " + SEED);
    }
  }

  @Test
  void whatIsWrittenInBracketsIsRead() {
    RandomElements random = new RandomElements(SEED);
    for (int round = 0; round < 5_000; round++) {
      List<Element> elements = random.elements(8);
      String text = collected(elements).bracketed();
      assertEquals(pairs(elements), pairs(elements(text).list()), () -> "seed " + SEED);
    }
  }

  /// The order differs: the key comes first.
  @Test
  void whatIsWrittenAsALinkIsRead() {
    RandomElements random = new RandomElements(SEED);
    int links = 0;
    for (int round = 0; round < 20_000; round++) {
      List<Element> elements = round % 2 == 0 ? random.elements(4) : random.typical();
      if (collected(elements).digitalLink("https://id.example.com/x")
          instanceof WrittenLink.Link(String uri)) {
        links++;
        Elements read = assertInstanceOf(Elements.class, Decoder.scan("]Q1" + uri).elements(), uri);
        assertEquals(sorted(elements), sorted(read.list()), () -> "seed " + SEED + " " + uri);
      }
    }
    assertTrue(links > 5_000, "only " + links + " were links");
  }

  private static String sorted(List<Element> elements) {
    return pairs(
        elements.stream().sorted(Comparator.comparing(element -> element.ai().code())).toList());
  }

  /// Damage is either no damage to the rules, or refused by a message that names the identifier and
  /// by a position inside the value. That there is damage that is found is shown by the count.
  @Test
  void damagedValuesAreRefusedByTheirIdentifier() {
    RandomElements random = new RandomElements(SEED);
    int refused = 0;
    for (ApplicationIdentifier ai : ApplicationIdentifiers.all()) {
      for (int round = 0; round < 40; round++) {
        String damaged = random.damaged(random.value(ai), "0159AZaz-/%~ \u001d\u00e9");
        if (Elements.toWrite().with(ai.code(), damaged).done()
            instanceof Malformed(String code, int at, String message)) {
          refused++;
          assertTrue(message.contains("AI (" + ai + ")"), message);
          assertTrue(at >= 0 && at <= damaged.length(), message + " at " + at);
          assertTrue(!code.isEmpty() && message.length() > 20, message);
        }
      }
      String tooLong = "1".repeat(ai.maxLength() + 1);
      assertInstanceOf(Malformed.class, Elements.toWrite().with(ai.code(), tooLong).done());
      assertInstanceOf(Malformed.class, Elements.toWrite().with(ai.code(), "").done());
    }
    assertTrue(refused > 10_000, "only " + refused + " were refused");
  }
}
