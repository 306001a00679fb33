package dev.stockwright.devices.framing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.devices.framing.Framing.Mark;
import dev.stockwright.vocabulary.Scan;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What a pause inside a scan may do: tear nothing that names goods, join nothing.
class FramerTearTest {
  private static final long MS = 1_000_000L;
  private static final List<String> CODES =
      List.of(
          "]C1010950110153000310ABC123\u001d17251231",
          "]d201095011015300032112345670",
          "010950110153000310LOT-7",
          "01095011015300031725123110A1",
          "]E09501101530003",
          "9501101530003",
          "19501101530000",
          "]C100106141412345678908",
          "00106141412345678908",
          "106141412345678908",
          "https://id.gs1.org/01/09501101530003/10/AB",
          "(01)09501101530003(10)AB");
  private static final Pieces NOTHING_IS_GOODS =
      new Pieces() {
        @Override
        public boolean mayBeGoods(Scan.Raw piece) {
          return false;
        }

        @Override
        public boolean isGoods(Scan.Raw piece) {
          return false;
        }
      };

  private final List<String> complete = new ArrayList<>();
  private final List<String> refused = new ArrayList<>();
  private long now;

  private void hear(Frame frame) {
    switch (frame) {
      case Frame.Complete(Scan.Raw raw) -> complete.add(raw.text());
      case Frame.Refused(Frame.Cause cause, Scan.Raw raw) -> refused.add(raw.text());
    }
  }

  private void sends(Framer framer, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    now += MS;
    framer.accept(bytes, bytes.length, now, this::hear);
  }

  /// The reader looks every 10 ms.
  private void silent(Framer framer, long millis) {
    for (long waited = 0; waited < millis; waited += 10) {
      now += Math.min(10, millis - waited) * MS;
      framer.silent(now, this::hear);
    }
  }

  /// Scans that end with CR, each torn once or twice, in places that differ.
  private List<String> torn(Framer framer, Random random, int scans, int pauseMillis) {
    List<String> sent = new ArrayList<>();
    sends(framer, "LOC-A\r");
    for (int i = 0; i < scans; i++) {
      String code = CODES.get(random.nextInt(CODES.size()));
      sent.add(code);
      int first = random.nextInt(code.length() + 1);
      int second = first + random.nextInt(code.length() + 1 - first);
      sends(framer, code.substring(0, first));
      silent(framer, random.nextInt(pauseMillis));
      sends(framer, code.substring(first, second));
      silent(framer, second == first ? 0 : random.nextInt(pauseMillis));
      sends(framer, code.substring(second) + "\r");
      silent(framer, 50 + random.nextInt(3000));
    }
    return sent;
  }

  private List<String> goods() {
    Pieces pieces = Pieces.of(Wrapping.NONE);
    return complete.stream()
        .filter(text -> pieces.isGoods(new Scan.Raw(text.getBytes(StandardCharsets.ISO_8859_1))))
        .toList();
  }

  @Test
  void noPieceOfAScanThatAPauseToreBecomesGoods() {
    long seed = 11L;
    torn(new Framer(Framing.AUTOMATIC), new Random(seed), 5_000, 950);
    List<String> wrong = goods().stream().filter(text -> !CODES.contains(text)).toList();
    assertEquals(List.of(), wrong, "seed " + seed);
    assertTrue(goods().size() > 1_000, "whole ones: " + goods().size());
  }

  /// The same with a framer that knows no goods: the check above can fail.
  @Test
  void withoutTheKnowledgeOfGoodsPiecesGetThrough() {
    torn(new Framer(Framing.AUTOMATIC, NOTHING_IS_GOODS), new Random(11L), 5_000, 950);
    assertFalse(goods().stream().allMatch(CODES::contains));
  }

  @Test
  void withAnEndingSetNoPieceBecomesGoodsEither() {
    long seed = 12L;
    Framing byCr = Framing.of(EnumSet.of(Mark.CR, Mark.LF));
    torn(new Framer(byCr), new Random(seed), 5_000, 950);
    assertTrue(goods().stream().allMatch(CODES::contains), "seed " + seed);
    complete.clear();
    torn(new Framer(byCr, NOTHING_IS_GOODS), new Random(seed), 5_000, 950);
    assertFalse(goods().stream().allMatch(CODES::contains));
  }

  /// Codes in which no beginning is goods by itself, torn at every byte for just under half a
  /// second.
  @Test
  void pausesUnderThePatienceTearNoGoods() {
    for (String code : CODES) {
      for (int cut = 0; cut <= code.length(); cut++) {
        complete.clear();
        Framer framer = new Framer(Framing.AUTOMATIC);
        sends(framer, "LOC-A\r");
        sends(framer, code.substring(0, cut));
        silent(framer, 490);
        sends(framer, code.substring(cut) + "\r");
        boolean link = code.startsWith("https") && cut < 4 && cut > 0;
        assertEquals(link ? List.of() : List.of(code), goods(), code + " cut at " + cut);
      }
    }
  }

  @Test
  void aLostEndingJoinsNoTwoScans() {
    for (String first : CODES) {
      for (String second : CODES) {
        complete.clear();
        Framer framer = new Framer(Framing.AUTOMATIC);
        sends(framer, "LOC-A\r");
        sends(framer, first);
        silent(framer, 300);
        sends(framer, second + "\r");
        assertEquals(List.of("LOC-A"), complete, first + " then " + second);
      }
    }
  }

  @Test
  void aScannerWithoutAnEndingIsHeardFromTheFirstScanOn() {
    Framer framer = new Framer(Framing.AUTOMATIC);
    List<String> sent = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      String code = CODES.get(i % CODES.size());
      sent.add(code);
      sends(framer, code);
      // The first two wait for an ending that might come; then silence of 60 ms is enough.
      silent(framer, i < 2 ? 500 : 60);
    }
    assertEquals(sent, complete);
    assertEquals(List.of(), refused);
  }

  @Test
  void whoeverSwitchesTheEndingOffIsToldTwiceAndThenHeard() {
    Framer framer = new Framer(Framing.AUTOMATIC);
    sends(framer, "9501101530003\r");
    for (int i = 0; i < 4; i++) {
      silent(framer, 2_000);
      sends(framer, "]E09501101530003");
    }
    silent(framer, 2_000);
    assertEquals(2, refused.size());
    assertEquals(3, complete.size());
  }

  /// What comes after a cut is refused where it names goods; a second later it is a scan again.
  @Test
  void theRestOfACutScanIsNoGoods() {
    for (int apart : IntStream.of(100, 990, 1_010).toArray()) {
      complete.clear();
      Framer framer = new Framer(Framing.AUTOMATIC);
      sends(framer, "]C1029501");
      framer.abandon(this::hear);
      silent(framer, apart);
      sends(framer, "9501101530003\r");
      assertEquals(apart < 1_000 ? List.of() : List.of("9501101530003"), complete);
    }
  }
}
