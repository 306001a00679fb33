package dev.stockwright.vocabulary.gs1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.vocabulary.DeviceId;
import dev.stockwright.vocabulary.Identified;
import dev.stockwright.vocabulary.Identified.Contained;
import dev.stockwright.vocabulary.Identified.Content;
import dev.stockwright.vocabulary.Identified.LogisticUnit;
import dev.stockwright.vocabulary.Identified.PlainCode;
import dev.stockwright.vocabulary.Identified.TradeItem;
import dev.stockwright.vocabulary.Identified.Unreadable;
import dev.stockwright.vocabulary.Scan;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScanReaderTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

  private static Identified read(byte[] bytes) {
    Scan scan = new Scan(new Scan.Raw(bytes), new DeviceId("scanner-1"), Instant.EPOCH);
    return ScanReader.read(scan, TODAY);
  }

  private static Identified read(String text) {
    return read(
        text.replace('~', ElementString.SEPARATOR)
            .getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
  }

  /// One line for a whole value: kind, then each part that is present.
  private static String line(Identified identified) {
    return switch (identified) {
      case TradeItem item ->
          "item "
              + item.gtin()
              + part("lot", item.lot())
              + part("serial", item.serial())
              + part("expiry", item.expiry())
              + (item.count().isPresent() ? " count " + item.count().getAsLong() : "");
      case LogisticUnit(var sscc, var content) ->
          "unit " + sscc + content.map(c -> " of " + line(c)).orElse("");
      case Contained(Content content) -> "contained " + line(content);
      case PlainCode(String text) -> "plain " + text;
      case Unreadable unreadable -> unreadable.code();
    };
  }

  private static String line(Content content) {
    return content.count()
        + " x "
        + content.gtin()
        + part("lot", content.lot())
        + part("expiry", content.expiry());
  }

  private static String part(String name, Optional<?> value) {
    return value.map(v -> " " + name + " " + v).orElse("");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "]C1010950110153000310ABC123~17251231|item 09501101530003 lot ABC123 expiry 2025-12-31",
        "]d20109501101530003172702002" + "1S1|item 09501101530003 serial S1 expiry 2027-02-28",
        "]Q30109501101530003|item 09501101530003",
        "]J10109501101530003|item 09501101530003",
        "]e00109501101530003|item 09501101530003",
        "]C1~0109501101530003|item 09501101530003",
        "]C101095011015300033050~10L1|item 09501101530003 lot L1 count 50",
        "]C1010950110153000315270131|item 09501101530003 expiry 2027-01-31",
        "]C101095011015300031527013117270228|item 09501101530003 expiry 2027-02-28",
        "]C10109501101530003" + "70032703011200|item 09501101530003 expiry 2027-03-01",
        "]C100106141412345678908|unit 106141412345678908",
        "]C1001061414123456789080209501101530003"
            + "3724~10L1"
            + "|unit 106141412345678908 of 24 x 09501101530003 lot L1",
        "]C1001061414123456789080109501101530003|unit 106141412345678908 of 1 x 09501101530003",
        "]C102095011015300033724|contained 24 x 09501101530003",
        "]C102095011015300033724~1727013110L1"
            + "|contained 24 x 09501101530003 lot L1 expiry 2027-01-31",
        "]E09501101530003|item 09501101530003",
        "]E0036000291452|item 00036000291452",
        "]E496385074|item 00000096385074",
        "]E3950110153000312|item 09501101530003",
        "]E004252614|item 00042100005264",
        "]E09501101530003]e010L1|item 09501101530003 lot L1",
        "]I119501101530000|item 19501101530000",
        "]E09501101530003,]e010L1|item 09501101530003 lot L1",
        "]C0A-01-02|plain A-01-02",
        "]C09501101530003|plain 9501101530003",
        "]A0BADGE 7 |plain BADGE 7",
        "]Q1hello|plain hello",
        "]C191BIN-A|plain BIN-A",
        "]Q1https://shop.example/01/09501101530003/10/L1|item 09501101530003 lot L1",
      })
  @DisplayName("H22 Counts are read where they belong")
  void theAimIdentifierIsBelieved(String text, String expected) {
    assertEquals(expected, line(read(text.replace(',', '|'))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "9501101530003|item 09501101530003",
        "036000291452|item 00036000291452",
        "96385074|item 00000096385074",
        "19501101530000|item 19501101530000",
        "106141412345678908|unit 106141412345678908",
        "00106141412345678908|unit 106141412345678908",
        "~010950110153000310L1|item 09501101530003 lot L1",
        "010950110153000310L1|item 09501101530003 lot L1",
        "(01)09501101530003(10)L1|item 09501101530003 lot L1",
        "020950110153000337" + "12|contained 12 x 09501101530003",
        // No proof: plain, as it stands there.
        "9501101530004|plain 9501101530004",
        "010950110153000410L1|plain 010950110153000410L1",
        "0109501101530003?|plain 0109501101530003?",
        "10L1|plain 10L1",
        "00000000|plain 00000000",
        "A-01-02|plain A-01-02",
        "] 12|plain ] 12",
        "https://shop.example/menu|plain https://shop.example/menu",
      })
  void withoutAimIdentifierTheTextMustProveWhatItIs(String text, String expected) {
    assertEquals(expected, line(read(text)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "]E09501101530004|wrong_check_digit",
        "]E496385075|wrong_check_digit",
        "]I119501101530001|wrong_check_digit",
        "]C10109501101530004|wrong_check_digit",
        "]C100106141412345678907|wrong_check_digit",
        "(01)09501101530004|wrong_check_digit",
        "~0109501101530004|wrong_check_digit",
        "]E0950110153|wrong_length",
        "]E00000000000000|wrong_check_digit",
        "]C10109501101530003172513" + "01|invalid_date",
        "]C1|empty",
        "]C1891234|unknown_ai",
        "]C101095011015300033724|count_without_content",
        "]C1001061414123456789083724|count_without_content",
        "]C10209501101530003|count_missing",
        "]C102095011015300033700|zero_count",
        "]C101095011015300033000|zero_count",
        "]C101095011015300030209501101530003" + "3724|contradiction",
        "]C110L1|no_product",
        "]C117270131|no_product",
        "]C10100000000000000|zero_key",
        "]C10200000000000000" + "3724|zero_key",
        "00000000000000000000|zero_key",
        "0100000000000000|zero_key",
        "AB~CD|noise",
        "]C0|empty",
        "]Q1https://shop.example/menu|no_key",
      })
  @DisplayName("H22 A count where none belongs is refused, with what to do")
  void whatCannotBeReadSaysWhyAndWhatToDo(String text, String code) {
    Unreadable unreadable = assertInstanceOf(Unreadable.class, read(text));
    assertEquals(code, unreadable.code());
    assertTrue(
        unreadable.message().matches(".*\\b(Scan|scan|Count|enter|check)\\b.*\\."),
        unreadable.message());
  }

  @ParameterizedTest
  @ValueSource(strings = {"00", "ff", "39353031ff", "0d", "e4f6fc", "0241420003", "80818283"})
  void bytesThatAreNoTextAreNoise(String hex) {
    assertEquals("noise", line(read(java.util.HexFormat.of().parseHex(hex))));
  }

  @Test
  void utf8IsTextAndLatin1IsItWhereAnAimIdentifierProvesTheLine() {
    assertEquals(
        "plain Größe", line(read("Größe".getBytes(java.nio.charset.StandardCharsets.UTF_8))));
    assertEquals("plain Größe", line(read("]Q1Größe")));
    assertEquals("noise", line(read("Größe")));
  }

  /// A line at the wrong speed never becomes a product or a unit.
  @Test
  void randomBytesAreNeverGoods() {
    long seed = 7L;
    Random random = new Random(seed);
    for (int round = 0; round < 200_000; round++) {
      byte[] bytes = new byte[1 + random.nextInt(24)];
      random.nextBytes(bytes);
      Identified identified = read(bytes);
      assertFalse(
          identified instanceof TradeItem
              || identified instanceof LogisticUnit
              || identified instanceof Contained,
          () -> "seed " + seed + ": " + java.util.HexFormat.of().formatHex(bytes));
    }
  }

  @Test
  @DisplayName("H22 (37) beside (01) is not read as goods, but tells what a person may say of it")
  void aCountBesideAProductIsForAPersonToSay() {
    assertEquals(
        Optional.of("item 09501101530003 lot L1 count 24"),
        meant("]C10109501101530003" + "3724~10L1"));
    assertEquals(Optional.empty(), meant("]C101095011015300033700"));
    assertEquals(Optional.empty(), meant("]C1001061414123456789083724"));
  }

  private static Optional<String> meant(String text) {
    Unreadable not = (Unreadable) read(text);
    assertEquals("count_without_content", not.code());
    return not.meant().map(ScanReaderTest::line);
  }
}
