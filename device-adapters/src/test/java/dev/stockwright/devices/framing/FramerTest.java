package dev.stockwright.devices.framing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.devices.framing.Framing.Mark;
import dev.stockwright.vocabulary.DeviceId;
import dev.stockwright.vocabulary.Identified;
import dev.stockwright.vocabulary.Scan;
import dev.stockwright.vocabulary.gs1.ScanReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FramerTest {
  private static final Framing BY_CR = Framing.of(EnumSet.of(Mark.CR, Mark.LF));
  private static final Framing BY_STX = Framing.of(EnumSet.of(Mark.STX_ETX));
  private static final Framing BY_SILENCE = Framing.of(EnumSet.of(Mark.SILENCE));
  private static final long SILENT = Duration.ofMillis(500).toNanos();

  private final List<String> frames = new ArrayList<>();

  private void hear(Frame frame) {
    frames.add(
        switch (frame) {
          case Frame.Complete(Scan.Raw raw) -> shown(raw);
          case Frame.Refused(Frame.Cause cause, Scan.Raw raw) -> cause.code() + ":" + shown(raw);
        });
  }

  private static String shown(Scan.Raw raw) {
    return raw.text().replace('\u001d', '~').replace("\r", "\\r").replace("\n", "\\n");
  }

  /// `<` STX, `>` ETX, `~` GS, `\r \n \t \0` as usual, `_` a silence of half a second.
  private List<String> framesOf(Framing framing, String script) {
    Framer framer = new Framer(framing);
    long now = 0;
    String bytes =
        script
            .replace('<', '\u0002')
            .replace('>', '\u0003')
            .replace('~', '\u001d')
            .replace("\\r", "\r")
            .replace("\\n", "\n")
            .replace("\\t", "\t")
            .replace("\\0", "\0");
    for (byte b : bytes.getBytes(StandardCharsets.ISO_8859_1)) {
      now += 1_000_000;
      if (b == '_') {
        framer.silent(now += SILENT, this::hear);
      } else {
        framer.accept(new byte[] {b}, 1, now, this::hear);
      }
    }
    return frames;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "A\\rB\\nC\\r\\nD\\tE\\r|A,B,C,D,E",
        "<]C101~17>|]C101~17",
        "<A\\r\\nB>C\\r|A\\r\\nB,C",
        "A\\n\\r\\r\\n\\nB\\r|A,B",
        "no-suffix_next_|no-suffix,next",
        "A_\\r_B\\r|A,B",
        "A<B>|A,B",
        "<A<B>|unfinished:A,B",
        "<A_B\\r|unfinished:A,B",
        "A>B\\r|A,B",
        "~A~~B~\\r|~A~~B~",
        "A\\0B\\rC\\r|noise:A\0B,C",
        "<>\\r_|",
      })
  void automaticTakesEveryMark(String script, @Nullable String expected) {
    assertEquals(
        expected == null ? List.of() : List.of(expected.split(",")),
        framesOf(Framing.AUTOMATIC, script));
  }

  @Test
  void withAnEndingSetAPauseTearsNothingAndAMissingEndIsSaid() {
    Framer framer = new Framer(BY_CR);
    framer.accept(bytes("AB"), 2, 0, this::hear);
    framer.silent(Duration.ofMillis(499).toNanos(), this::hear);
    framer.accept(bytes("C\r\nD"), 4, Duration.ofMillis(499).toNanos(), this::hear);
    assertEquals(List.of("ABC"), frames);
    framer.silent(Duration.ofMillis(998).toNanos(), this::hear);
    assertEquals(List.of("ABC"), frames);
    framer.silent(Duration.ofMillis(999).toNanos(), this::hear);
    assertEquals(List.of("ABC", "unfinished:D"), frames);
    assertFalse(framer.pending());
  }

  @Test
  void aFrameEndsAfterTheGapAndNotBefore() {
    Framer framer = new Framer(Framing.AUTOMATIC);
    framer.accept(bytes("A"), 1, 0, this::hear);
    framer.silent(Duration.ofMillis(59).toNanos(), this::hear);
    assertTrue(framer.pending());
    framer.silent(Duration.ofMillis(60).toNanos(), this::hear);
    assertEquals(List.of("A"), frames);
  }

  @Test
  void aScannerThatSendsAnEndingMayPauseLongerInsideAScan() {
    Framer framer = new Framer(Framing.AUTOMATIC);
    framer.accept(bytes("A\rB"), 3, 0, this::hear);
    framer.silent(Duration.ofMillis(149).toNanos(), this::hear);
    assertEquals(List.of("A"), frames);
    framer.silent(Duration.ofMillis(150).toNanos(), this::hear);
    assertEquals(List.of("A", "B"), frames);
    // One frame without an ending may be a torn one; after two in a row there is none.
    framer.accept(bytes("C"), 1, 0, this::hear);
    framer.silent(Duration.ofMillis(149).toNanos(), this::hear);
    assertEquals(List.of("A", "B"), frames);
    framer.silent(Duration.ofMillis(150).toNanos(), this::hear);
    framer.accept(bytes("D"), 1, 0, this::hear);
    framer.silent(Duration.ofMillis(60).toNanos(), this::hear);
    assertEquals(List.of("A", "B", "C", "D"), frames);
  }

  @Test
  void lateReadsJoinNothingAndTearNothing() {
    Framer framer = new Framer(Framing.AUTOMATIC);
    framer.accept(bytes("9501101"), 7, 0, this::hear);
    framer.accept(bytes("530003\r"), 7, Duration.ofSeconds(3).toNanos(), this::hear);
    assertEquals(List.of("9501101530003"), frames);
  }

  @Test
  void lineBreaksInsideACodeSurviveStxAndSilenceFraming() {
    assertEquals(List.of("a\\r\\nb"), framesOf(BY_STX, "<a\\r\\nb>\\r\\n_"));
    frames.clear();
    assertEquals(List.of("a\\r\\nb"), framesOf(BY_SILENCE, "a\\r\\nb\\r\\n_"));
  }

  @Test
  void aLineEndThatTheSettingsDoNotNameIsNoData() {
    assertEquals(List.of("A", "B"), framesOf(Framing.of(EnumSet.of(Mark.CR)), "A\\r\\nB\\r\\n_"));
    frames.clear();
    assertEquals(List.of("a\\nb"), framesOf(Framing.of(EnumSet.of(Mark.CR)), "a\\nb\\r"));
  }

  @Test
  void blanksAreData() {
    assertEquals(List.of(" A "), framesOf(Framing.AUTOMATIC, " A \\r"));
  }

  @Test
  void withStxSetWhatStandsOutsideIsRefusedAloud() {
    assertEquals(List.of("unfinished:junk", "A"), framesOf(BY_STX, "junk<A>"));
  }

  @Test
  void aFrameThatNeverEndsIsRefusedOnceAndTheNextOneIsWhole() {
    Framer framer = new Framer(new Framing(EnumSet.of(Mark.CR), ms(60), ms(500), 10));
    framer.accept(bytes("0123456789ABCDEFGHIJKLMNOP"), 26, 0, this::hear);
    framer.accept(bytes("QRS\r0123456789\r"), 15, 0, this::hear);
    assertEquals(List.of("too_long:0123456789", "0123456789"), frames);
  }

  @Test
  void anUnpluggedCableEndsWhatWasBegun() {
    Framer framer = new Framer(Framing.AUTOMATIC);
    framer.accept(bytes("950"), 3, 0, this::hear);
    framer.abandon(this::hear);
    assertEquals(List.of("unfinished:950"), frames);
  }

  /// Any tearing of the same stream gives the same frames.
  @Test
  void whereReadsAreTornPlaysNoRole() {
    long seed = 42L;
    Random random = new Random(seed);
    byte[] alphabet = bytes("0123456789AB]C1\u001d\r\n\t\u0002\u0003\u0000");
    for (int round = 0; round < 2_000; round++) {
      byte[] stream = new byte[1 + random.nextInt(300)];
      for (int i = 0; i < stream.length; i++) {
        stream[i] = alphabet[random.nextInt(alphabet.length)];
      }
      Framing framing =
          List.of(Framing.AUTOMATIC, BY_CR, BY_STX, BY_SILENCE, small()).get(round % 5);
      List<String> whole = torn(framing, stream, random, stream.length);
      assertEquals(whole, torn(framing, stream, random, 1), "seed " + seed + " round " + round);
      assertEquals(whole, torn(framing, stream, random, 7), "seed " + seed + " round " + round);
    }
  }

  private static Framing small() {
    return new Framing(EnumSet.allOf(Mark.class), ms(60), ms(500), 16);
  }

  private List<String> torn(Framing framing, byte[] stream, Random random, int most) {
    frames.clear();
    Framer framer = new Framer(framing);
    for (int at = 0; at < stream.length; ) {
      int length = Math.min(stream.length - at, 1 + random.nextInt(most));
      framer.accept(Arrays.copyOfRange(stream, at, at + length), length, at, this::hear);
      at += length;
    }
    framer.silent(stream.length + SILENT, this::hear);
    assertFalse(framer.pending());
    return List.copyOf(frames);
  }

  /// Every byte that is no mark comes out again, complete or refused.
  @Test
  void nothingVanishes() {
    long seed = 43L;
    Random random = new Random(seed);
    for (int round = 0; round < 500; round++) {
      byte[] stream = new byte[random.nextInt(400)];
      random.nextBytes(stream);
      StringBuilder out = new StringBuilder();
      Framer framer = new Framer(Framing.AUTOMATIC);
      Consumer<Frame> collect =
          frame ->
              out.append(
                  switch (frame) {
                    case Frame.Complete(Scan.Raw raw) -> raw.text();
                    case Frame.Refused(Frame.Cause cause, Scan.Raw raw) -> raw.text();
                  });
      framer.accept(stream, stream.length, 0, collect);
      framer.silent(SILENT, collect);
      String marks = "[\r\n\t\u0002\u0003]";
      assertEquals(
          new String(stream, StandardCharsets.ISO_8859_1).replaceAll(marks, ""),
          out.toString().replaceAll(marks, ""),
          "seed " + seed + " round " + round);
    }
  }

  /// A million bytes of line noise are no goods.
  @Test
  void aMillionBytesOfNoiseAreNoGoods() {
    long seed = 44L;
    Random random = new Random(seed);
    byte[] noise = new byte[1_000_000];
    random.nextBytes(noise);
    List<Scan.Raw> complete = new ArrayList<>();
    Framer framer = new Framer(Framing.AUTOMATIC);
    framer.accept(
        noise,
        noise.length,
        0,
        frame -> {
          if (frame instanceof Frame.Complete(Scan.Raw raw)) {
            complete.add(raw);
          }
        });
    List<Identified> goods =
        complete.stream()
            .map(raw -> new Scan(raw, new DeviceId("scanner-1"), Instant.EPOCH))
            .map(scan -> ScanReader.read(scan, LocalDate.of(2026, 11, 20)))
            .filter(
                what ->
                    !(what instanceof Identified.PlainCode
                        || what instanceof Identified.Unreadable))
            .toList();
    assertTrue(complete.size() > 100, "frames of noise: " + complete.size());
    assertEquals(List.of(), goods, "seed " + seed);
  }

  private static Duration ms(int millis) {
    return Duration.ofMillis(millis);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
