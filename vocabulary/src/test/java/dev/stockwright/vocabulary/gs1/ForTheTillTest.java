package dev.stockwright.vocabulary.gs1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.vocabulary.CheckDigit;
import dev.stockwright.vocabulary.gs1.Decoded.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The symbols that carry digits only: EAN, UPC, ITF-14.
class ForTheTillTest {
  /// The zeros that are left out, by the sixth digit.
  @ParameterizedTest
  @CsvSource({
    "04252614, 042100005264",
    "01234505, 012000003455",
    "01234514, 012100003454",
    "01234523, 012200003453",
    "01234531, 012300000451",
    "01234543, 012340000053",
    "01234558, 012345000058",
    "01234565, 012345000065",
    "01234572, 012345000072",
    "01234589, 012345000089",
    "01234596, 012345000096",
    "11234562, 112345000062",
    "04252615, none",
    "24252614, none",
    "0425261, none",
    "0425261A, none",
  })
  void upcEIsExpanded(String eight, String twelve) {
    assertEquals(twelve, UpcE.expanded(eight).orElse("none"));
  }

  /// `!` stands for the bar in front of a composite component.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "]E09501101530003|09501101530003",
        "]E00042100005264|00042100005264",
        "]E004252614|00042100005264",
        "]E496385074|00000096385074",
        "]E3950110153000312|09501101530003",
        "]E3950110153000312345|09501101530003",
        "]I119501101530000|19501101530000",
        "]e00109501101530003|09501101530003",
        "]E09501101530003!]e010L1|09501101530003",
        "]E09501101530003]e010L1|09501101530003",
        "]E496385074!]e010L1|00000096385074",
        "]E004252614]e010L1|00042100005264",
        "9501101530003|09501101530003",
        "042100005264|00042100005264",
        "96385074|00000096385074",
        "19501101530000|19501101530000",
        // Six and seven digits lack the check digit or the number system: nothing proves them.
        "]E0425261|wrong_length 3",
        "]E00425261|wrong_length 3",
        "]E004252615|wrong_length 3",
        "]E495263848|wrong_check_digit 10",
        "]E404252614|wrong_check_digit 10",
        "]E39501101530003123|wrong_length 3",
        "]E395011015300031A|wrong_character 17",
        "]E09501101530003!|wrong_character 16",
        "]E09501101530003!]e0|empty 20",
        "]E09501101530003!]e010L^|wrong_character 23",
        "]I119501101530001|wrong_check_digit 16",
      })
  void theGtinHasFourteenDigits(String scan, String expected) {
    Decoded decoded = Decoder.scan(scan.replace('!', '|'));
    assertEquals(
        expected,
        decoded
            .error()
            .map(fault -> fault.code() + " " + fault.at())
            .orElseGet(() -> decoded.gtin().orElseThrow().digits()));
  }

  @Test
  void aUpcEThatWasNotExpandedIsSaid() {
    assertEquals(
        List.of("the reader sends UPC-E with 8 digits instead of 13"),
        Decoder.scan("]E004252614").elements().warnings());
  }

  @Test
  void eightDigitsWithoutAimIdentifierAreAGtin8OrNothing() {
    Decoded upcE = Decoder.scan("04252614");
    assertEquals(Kind.PLAIN, upcE.kind());
    int both = 0;
    for (int i = 1; i <= 100_000; i++) {
      String seven = String.format(Locale.ROOT, "%07d", i * 19);
      String eight = seven + CheckDigit.of(seven);
      Decoded decoded = Decoder.scan(eight);
      Optional<String> twelve = UpcE.expanded(eight);
      if (twelve.isPresent()) {
        both++;
        assertEquals("000000" + eight, decoded.gtin().orElseThrow().digits());
        assertEquals(
            List.of("read as GTIN-8; as UPC-E the same digits would be " + twelve.get()),
            decoded.elements().warnings());
      }
    }
    // More than half of them: why the eight digits alone prove nothing.
    assertTrue(both > 50_000 && both < 65_000, both + " of 100000");
  }
}
