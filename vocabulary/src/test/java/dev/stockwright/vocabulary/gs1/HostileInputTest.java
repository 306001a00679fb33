package dev.stockwright.vocabulary.gs1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.vocabulary.DeviceId;
import dev.stockwright.vocabulary.Identified;
import dev.stockwright.vocabulary.Scan;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What no label carries: noise, damage, and what is made to be slow.
class HostileInputTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 12, 1);
  private static final long MICROS = 10_000;
  private static final DeviceId SOURCE = new DeviceId("scanner-1");

  /// Pieces of all forms, so that random texts get further than their first character.
  private static final List<String> PIECES =
      List.of(
          "]C1",
          "]e0",
          "]d2",
          "]Q3",
          "]Q1",
          "]E0",
          "]E4",
          "]I1",
          "]E3",
          "|]e0",
          "\u001d",
          "^",
          "(",
          ")",
          "\\(",
          "\\",
          "01",
          "00",
          "02",
          "10",
          "17",
          "21",
          "37",
          "8003",
          "7003",
          "8008",
          "8030",
          "https://",
          "http://",
          "a.example",
          "/01/",
          "/10/",
          "/8004/",
          "?",
          "&",
          "17=",
          "99=",
          "#",
          "%",
          "%2F",
          "%00",
          "%c3%a9",
          "%ff",
          "+",
          "09501101530003",
          "106141412345678908",
          "9501101530003",
          "96385074",
          "270131",
          "000000",
          "99",
          "A",
          "z",
          " ",
          "\u0000",
          "\u00e9",
          "\ufffd",
          "\ud83d",
          "epc:",
          "[::1]",
          ":80",
          ":",
          ".",
          "..",
          "//");

  private final Random random;
  private final RandomElements elements;

  HostileInputTest() {
    long seed = 20261202L;
    random = new Random(seed);
    elements = new RandomElements(seed);
  }

  private String text() {
    StringBuilder text = new StringBuilder();
    switch (random.nextInt(4)) {
      case 0 -> {
        int length = random.nextInt(60);
        for (int i = 0; i < length; i++) {
          text.append((char) random.nextInt(256));
        }
      }
      case 1 -> {
        int pieces = 1 + random.nextInt(12);
        for (int i = 0; i < pieces; i++) {
          text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
      }
      default -> text.append(elements.damaged(written(), "0159AZ()%/?&=#^|]\\ \u001d\u0000\u00e9"));
    }
    return text.toString();
  }

  private String written() {
    Elements written = new Elements(elements.typical(), List.of());
    return switch (random.nextInt(3)) {
      case 0 -> written.elementString(Opening.GS1_128);
      case 1 -> written.bracketed();
      default ->
          written.digitalLink("https://a.example/x") instanceof WrittenLink.Link(String uri)
              ? uri
              : "";
    };
  }

  /// What every answer must satisfy, whatever was asked.
  private static void look(Decoded decoded, String text) {
    decoded
        .error()
        .ifPresent(
            fault ->
                assertTrue(
                    fault.at() >= 0 && fault.at() <= text.length() && !fault.message().isEmpty(),
                    () -> fault + " of " + text));
    if (decoded.error().isPresent()) {
      assertEquals(List.of(), decoded.elements().list(), text);
    }
    for (Element element : decoded.elements().list()) {
      String value = element.value();
      assertNull(element.ai().fault(value, 0, value.length()), text);
    }
  }

  private int read(int inputs) {
    int whole = 0;
    for (int i = 0; i < inputs; i++) {
      String text = text();
      Decoded scanned = Decoder.scan(text);
      look(scanned, text);
      look(Decoder.element(text), text);
      look(Decoder.bracketed(text), text);
      look(Decoder.digitalLink(text), text);
      Scan.Raw raw = new Scan.Raw(text.getBytes(StandardCharsets.UTF_8));
      Identified identified = ScanReader.read(new Scan(raw, SOURCE, Instant.EPOCH), TODAY);
      if (!(identified instanceof Identified.Unreadable)) {
        whole++;
      }
    }
    return whole;
  }

  /// Each text is read in five ways.
  @Test
  void anythingIsAnswered() {
    int whole = read(50_000);
    assertTrue(whole > 2_500, () -> "only " + whole + " went through; too wild to prove much");
  }

  @Test
  @Tag("thorough")
  void twoMillionTextsAreAnswered() {
    int whole = read(2_000_000);
    assertTrue(whole > 100_000, () -> "only " + whole + " went through; too wild to prove much");
  }

  /// 8 kB is the longest that a scanner's frame may be. Each is what a reader that looks ahead or
  /// back would be slow at.
  private static List<String> long8k() {
    String codes =
        ApplicationIdentifiers.all().stream()
            .map(ApplicationIdentifier::code)
            .collect(Collectors.joining("="));
    String query =
        ApplicationIdentifiers.all().stream()
            .filter(ai -> ai.row().linkAttribute())
            .filter(ai -> !ai.code().equals("01") && !ai.code().equals("10"))
            .map(ai -> ai.code() + "=" + LinkText.escaped(new RandomElements(3).value(ai)))
            .collect(Collectors.joining("&"));
    String distinct =
        ApplicationIdentifiers.all().stream()
            .filter(ai -> ai.code().matches("3[1-6]..") && ai.predefinedLength())
            .map(ai -> ai.code() + "000001")
            .collect(Collectors.joining());
    return Stream.of(
            "2001".repeat(2_000),
            "]C1" + "2001".repeat(2_000),
            distinct + "3695000001".repeat(300),
            "10" + "A".repeat(8_000),
            "10A\u001d".repeat(2_000),
            "99" + "\u001d".repeat(8_000),
            "(10)A".repeat(1_600),
            "(10)" + "\\(".repeat(4_000),
            "(" + "1".repeat(8_000),
            "(".repeat(8_000),
            "(10)A" + ")".repeat(8_000),
            "(01" + " ".repeat(8_000) + ")",
            "https://a.example/" + "01/".repeat(2_600),
            "https://a.example/" + "10/A/".repeat(1_600),
            "https://a.example/01/09501101530003?" + query,
            "https://a.example/01/09501101530003?" + "99=A&".repeat(1_600),
            "https://a.example/01/09501101530003?" + "&".repeat(8_000),
            "https://a.example/01/09501101530003/10/" + "%41".repeat(2_600),
            "https://" + "a.".repeat(4_000) + "/01/09501101530003",
            "https://" + "a-".repeat(4_000) + "$",
            "https://[" + ":".repeat(8_000),
            "https://a.example/" + codes,
            "]E0" + "9".repeat(8_000),
            "]E09501101530003" + "|]e0".repeat(2_000),
            "0".repeat(8_192),
            "\u001d".repeat(8_192),
            "0109501101530003" + "10A\u001d".repeat(2_000))
        .map(text -> text.substring(0, Math.min(text.length(), 8_192)))
        .toList();
  }

  private static void readInFiveWays(String text) {
    Decoder.scan(text);
    Decoder.element(text);
    Decoder.bracketed(text);
    Decoder.digitalLink(text);
    ScanReader.read(Scan.ofText(text, SOURCE, Instant.EPOCH), TODAY);
  }

  /// The best of some rounds, and no more than one good one, so that a machine that is busy or has
  /// not compiled yet does not fail this.
  private static long micros(int rounds, Consumer<String> reader, String text) {
    long best = Long.MAX_VALUE;
    for (int round = 0; round < rounds && best > MICROS * 1_000; round++) {
      long from = System.nanoTime();
      reader.accept(text);
      best = Math.min(best, System.nanoTime() - from);
    }
    return best / 1_000;
  }

  @Test
  void eightKilobytesTakeAFewMilliseconds() {
    for (String text : long8k()) {
      long micros = micros(200, HostileInputTest::readInFiveWays, text);
      assertTrue(
          micros < MICROS, () -> micros + " µs in five ways for " + text.substring(0, 40) + "...");
    }
  }

  /// A reader that looks at everything behind each character would be found.
  @Test
  void whatIsNotLinearIsFound() {
    int[] sum = {0};
    Consumer<String> quadratic =
        text -> {
          for (int i = 0; i < text.length(); i++) {
            for (int j = 0; j < text.length(); j++) {
              sum[0] = sum[0] * 31 + (text.charAt(i) ^ text.charAt(j));
            }
          }
        };
    assertTrue(micros(3, quadratic, long8k().getLast()) > MICROS, () -> "sum " + sum[0]);
  }

  @Test
  void anAnswerThatIsNotInOrderIsFound() {
    Element broken = new Element(ApplicationIdentifiers.known("01"), "09501101530004", 2);
    Elements elements = new Elements(List.of(broken), List.of());
    Malformed outside = new Malformed("empty", 99, "there is nothing in it");
    Decoded wrong = Decoder.element("0109501101530003");
    assertThrows(
        AssertionError.class,
        () -> look(new Decoded(wrong.kind(), wrong.symbology(), "", elements, wrong.error()), ""));
    assertThrows(
        AssertionError.class,
        () ->
            look(
                new Decoded(
                    wrong.kind(), wrong.symbology(), "", Elements.NONE, Optional.of(outside)),
                ""));
  }
}
