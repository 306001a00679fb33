package dev.stockwright.vocabulary.gs1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ElementStringTest {
  private static String written(ElementString read) {
    return switch (read) {
      case Elements elements ->
          elements.list().stream()
              .map(e -> "(" + e.ai().code() + ")" + e.value())
              .collect(Collectors.joining());
      case Malformed(String code, int at, String message) -> code + " " + at;
    };
  }

  /// `~` stands for the separator.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0109501101530003|(01)09501101530003",
        "010950110153000310ABC123~17251231|(01)09501101530003(10)ABC123(17)251231",
        "010950110153000317251231" + "10ABC123|(01)09501101530003(17)251231(10)ABC123",
        // A separator behind a fixed length, and one at the end, are tolerated.
        "0109501101530003~10L1~|(01)09501101530003(10)L1",
        "00106141412345678908|(00)106141412345678908",
        "020950110153000337" + "24|(02)09501101530003(37)24",
        "3103000195" + "10A|(3103)000195(10)A",
        "39321234" + "56|unknown_currency 4",
        "39329781995|(3932)9781995",
        "423528276|(423)528276",
        "4235282|wrong_length 3",
        "8008261120|wrong_length 4",
        "800826112011|(8008)26112011",
        "253950110153000" + "3X17|(253)9501101530003X17",
        // What looks like an identifier inside a value of variable length is part of it.
        "10LOT17251231|(10)LOT17251231",
        "10L1~10L1|(10)L1(10)L1",
        "10L1~10L2|contradiction 7",
        "|empty 0",
        "0109501101530004|wrong_check_digit 2",
        "010950110153000|wrong_length 2",
        "01095011015~0003|wrong_length 2",
        "0109501101530O03|wrong_character 13",
        "17251301|invalid_date 2",
        "17250229|invalid_date 2",
        "17240229|(17)240229",
        "17251200|(17)251200",
        "700625" + "1200|invalid_date 4",
        "10|empty 2",
        "10~17251231|empty 2",
        "10ABCDEFGHIJKLMNOPQRSTU|too_long 22",
        "10AB^C|wrong_character 4",
        "10A B|wrong_character 3",
        "3712A|wrong_character 4",
        "891234|unknown_ai 0",
        // Predefined length by its first digits, but not assigned: nothing behind it is trusted.
        "3198123456" + "10A|unknown_ai 0",
        "010950110153000399~|empty 18",
        "0109501101530003X|unknown_ai 16",
        "80131987654Ad4X4bL5ttr2310c2K|(8013)1987654Ad4X4bL5ttr2310c2K",
        "80131987654Ad4X4bL5ttr2310c2L|wrong_check_pair 4",
        "8007GB82WEST12345698765432|(8007)GB82WEST12345698765432",
        "8007GB82WEST12345698765433|invalid_iban 4",
      })
  void elementStringsAreRead(@Nullable String data, String expected) {
    String sent = data == null ? "" : data.replace('~', ElementString.SEPARATOR);
    assertEquals(expected, written(ElementString.parse(sent)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "(01)09501101530003(10)ABC|(01)09501101530003(10)ABC",
        "(10)A\\(1)|(10)A(1)",
        "(01)09501101530004|wrong_check_digit 4",
        "(1)5|unknown_ai 1",
        "(10|no_bracket 0",
        "10)A|no_bracket 0",
        "(10)|empty 4",
      })
  void theFormForPeopleIsRead(String text, String expected) {
    assertEquals(expected, written(ElementString.parseBracketed(text)));
  }

  @Test
  void aMessageNamesTheIdentifierAndTheRule() {
    assertEquals(
        new Malformed(
            "wrong_check_digit",
            2,
            "the value of AI (01) GTIN is refused: the check digit is wrong"),
        ElementString.parse("0109501101530004"));
  }

  @Test
  void theFirstTwoDigitsSayWhichIdentifiersHaveAPredefinedLength() {
    assertTrue(ApplicationIdentifiers.all().size() > 500);
    for (ApplicationIdentifier ai : ApplicationIdentifiers.all()) {
      int firstTwo = Integer.parseInt(ai.code().substring(0, 2));
      assertEquals(
          ApplicationIdentifiers.predefinedLength(firstTwo), ai.predefinedLength(), ai.code());
    }
  }

  @Test
  void noIdentifierBeginsAnother() {
    for (ApplicationIdentifier ai : ApplicationIdentifiers.all()) {
      assertSame(ai, ApplicationIdentifiers.at(ai.code() + "12345", 0), ai.code());
    }
  }

  /// Whatever stands there, the reading ends, and what it returns is the input again.
  @Test
  void anyTextIsReadOrRefusedAndNothingIsInvented() {
    long seed = 20261120L;
    Random random = new Random(seed);
    String alphabet = "0123456789012345678901234567890123456789AZ()^ \u001d\u001d\u0000\u00e9";
    int whole = 0;
    for (int round = 0; round < 200_000; round++) {
      StringBuilder data = new StringBuilder();
      int length = random.nextInt(40);
      for (int i = 0; i < length; i++) {
        data.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      String text = data.toString();
      if (ElementString.parse(text) instanceof Elements elements) {
        whole++;
        String again =
            elements.list().stream()
                .map(e -> e.ai().code() + e.value())
                .collect(Collectors.joining());
        assertEquals(text.replace("\u001d", ""), again, "seed " + seed);
      }
    }
    assertTrue(whole > 1000, "only " + whole + " were element strings, seed " + seed);
  }

  @Test
  void elementsAreAskedByIdentifier() {
    Elements elements = assertInstanceOf(Elements.class, ElementString.parse("10L1"));
    assertEquals(Optional.of("L1"), elements.value("10"));
    assertEquals(Optional.empty(), elements.value("17"));
  }
}
