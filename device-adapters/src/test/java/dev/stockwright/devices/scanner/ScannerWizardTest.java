package dev.stockwright.devices.scanner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.devices.framing.Frame;
import dev.stockwright.devices.framing.Framer;
import dev.stockwright.devices.framing.Framing;
import dev.stockwright.devices.framing.Framing.Mark;
import dev.stockwright.devices.framing.Wrapping;
import dev.stockwright.devices.scanner.Finding.Weight;
import dev.stockwright.devices.serial.SerialSettings.Parity;
import dev.stockwright.vocabulary.Scan;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScannerWizardTest {
  private static final long MS = 1_000_000L;
  private ScannerWizard wizard =
      new ScannerWizard(ScannerProfile.serial("1", "/dev/serial/by-id/gun"));
  private long now;

  /// Each character on its own, so many milliseconds apart, then silence.
  private Optional<Answer> hears(String text, long gapMillis) {
    for (int i = 0; i < text.length(); i++) {
      now += gapMillis * MS;
      wizard.came(text.substring(i, i + 1), now);
    }
    now += 500 * MS;
    return wizard.quiet(now);
  }

  private Step.Done through(PlayedScanner scanner, long gapMillis) {
    for (TestCode code : TestCode.values()) {
      Answer answer = hears(scanner.sends(code), gapMillis).orElseThrow();
      assertEquals(Optional.of(code), answer.code(), answer.sentence());
    }
    return assertInstanceOf(Step.Done.class, wizard.step());
  }

  private static List<String> codes(Step.Done done) {
    return done.findings().stream().map(Finding::code).toList();
  }

  private static List<String> problems(Step.Done done) {
    return done.findings().stream()
        .filter(finding -> finding.weight() == Weight.PROBLEM)
        .map(Finding::code)
        .toList();
  }

  @Test
  void asksOneCodeAfterTheOtherAndTakesThemInAnyOrder() {
    assertEquals(new Step.Ask(TestCode.LAYOUT, 1, 4, TestCode.LAYOUT.prompt()), wizard.step());
    hears(PlayedScanner.FACTORY.sends(TestCode.EAN), 1);
    assertEquals(TestCode.LAYOUT, assertInstanceOf(Step.Ask.class, wizard.step()).code());
    hears(PlayedScanner.FACTORY.sends(TestCode.LAYOUT), 1);
    hears(PlayedScanner.FACTORY.sends(TestCode.GS1), 1);
    assertEquals(new Step.Ask(TestCode.LINES, 4, 4, TestCode.LINES.prompt()), wizard.step());
    wizard.skip();
    assertInstanceOf(Step.Done.class, wizard.step());
  }

  @Test
  void whatIsNoTestCodeIsSaidAndChangesNothing() {
    Answer answer = hears("5901234123457\r", 1).orElseThrow();
    assertEquals(Optional.empty(), answer.code());
    assertEquals(
        "This is no code of the test page: 5901234123457<CR>. " + TestCode.LAYOUT.prompt(),
        answer.sentence());
    assertEquals(1, assertInstanceOf(Step.Ask.class, wizard.step()).number());
  }

  @Test
  void allSkippedIsNothing() {
    for (int i = 0; i < 4; i++) {
      wizard.skip();
    }
    assertInstanceOf(Step.Nothing.class, wizard.step());
  }

  @ParameterizedTest
  @CsvSource({
    "'\\r', false, CR",
    "'\\n', false, LF",
    "'\\r\\n', false, CR LF",
    "'\\t', false, TAB",
    "'\\x', true, STX_ETX",
    "'\\x\\r\\n', true, STX_ETX",
    "'', false, SILENCE",
  })
  void findsTheEnding(String written, boolean stx, String marks) {
    String ending =
        written.replace("\\r", "\r").replace("\\n", "\n").replace("\\t", "\t").replace("\\x", "\3");
    Step.Done done = through(PlayedScanner.FACTORY.ending(ending, stx), 1);
    Set<Mark> wanted = EnumSet.noneOf(Mark.class);
    Arrays.stream(marks.split(" ")).map(Mark::valueOf).forEach(wanted::add);
    assertEquals(wanted, done.profile().framing().marks());
    assertEquals(List.of(), problems(done));
    assertEquals(ending.isEmpty(), codes(done).contains("no_ending"), done.findings().toString());
  }

  @Test
  void findsThatTheEndingIsNotAlwaysTheSame() {
    hears(PlayedScanner.FACTORY.sends(TestCode.LAYOUT), 1);
    hears(PlayedScanner.FACTORY.ending("\t", false).sends(TestCode.EAN), 1);
    wizard.skip();
    wizard.skip();
    Step.Done done = assertInstanceOf(Step.Done.class, wizard.step());
    assertEquals(List.of("ending_varies"), problems(done));
    assertEquals(Framing.AUTOMATIC, done.profile().framing());
  }

  @ParameterizedTest
  @CsvSource({"~,", ", #", "~P:, #E", "$, $"})
  void findsPrefixAndSuffixWithAndWithoutAim(String prefix, String suffix) {
    String before = prefix == null ? "" : prefix;
    String behind = suffix == null ? "" : suffix;
    for (PlayedScanner scanner : List.of(PlayedScanner.FACTORY, PlayedScanner.FACTORY.withAim())) {
      wizard.restart();
      Step.Done done = through(scanner.with(before, behind), 1);
      assertEquals(new Wrapping(before, behind, ""), done.profile().wrapping());
      assertEquals(scanner.aim(), done.profile().aimIds());
      assertEquals(List.of(), problems(done));
    }
  }

  @Test
  void findsThatGs1IsTakenForPlainCode128() {
    hears("]C0" + TestCode.GS1.content() + "\r", 1);
    for (int i = 0; i < 3; i++) {
      wizard.skip();
    }
    assertEquals(List.of("not_gs1"), problems(assertInstanceOf(Step.Done.class, wizard.step())));
  }

  @Test
  void findsAMakersOwnCodeIds() {
    hears("B3" + PlayedScanner.FACTORY.sends(TestCode.LAYOUT), 1);
    hears("e0" + PlayedScanner.FACTORY.sends(TestCode.GS1), 1);
    hears("A" + PlayedScanner.FACTORY.sends(TestCode.EAN), 1);
    wizard.skip();
    assertEquals(List.of("code_id"), problems(assertInstanceOf(Step.Done.class, wizard.step())));
  }

  @ParameterizedTest
  @CsvSource({
    "'\u001d', gs_kept, GOOD, ''",
    "'|', gs_replaced, HINT, '|'",
    "'<GS>', gs_substitute_unsafe, PROBLEM, ''",
    "'^]', gs_replaced, HINT, '^]'",
    "'', gs_dropped, PROBLEM, ''",
    "'A', gs_substitute_unsafe, PROBLEM, ''",
  })
  void findsWhatBecomesOfGs(String gs, String code, Weight weight, String substitute) {
    Step.Done done = through(PlayedScanner.FACTORY.withGs(gs), 1);
    Finding finding =
        done.findings().stream().filter(f -> f.code().startsWith("gs_")).findFirst().orElseThrow();
    assertEquals(code, finding.code());
    assertEquals(weight, finding.weight());
    assertEquals(substitute, done.profile().wrapping().gsSubstitute());
  }

  @Test
  void findsCaseAndLayout() {
    assertEquals(List.of("case_upper"), garbled(text -> text.toUpperCase(java.util.Locale.ROOT)));
    assertEquals(List.of("case_swapped"), garbled(ScannerWizardTest::swapped));
    assertEquals(List.of("layout_german"), garbled(keys("yzYZ]-/+", "zyZY+\u00df-`")));
    assertEquals(List.of("layout_german"), garbled(keys("yzYZ]-/", "zyZY+\u00df-", '+')));
    assertEquals(
        List.of("layout_french"),
        garbled(keys("aqzwmAQZWM1234567890]-/", "qawz,QAWZ?&\u00e9\"'(-\u00e8_\u00e7\u00e0$)!")));
    assertEquals(List.of("layout_spanish"), garbled(keys("]-/+", "+'-\u00bf")));
    assertEquals(List.of("layout_italian"), garbled(keys("]-/+", "+'-^")));
  }

  private List<String> garbled(UnaryOperator<String> garble) {
    wizard = new ScannerWizard(ScannerProfile.wedge("2"));
    return problems(through(PlayedScanner.FACTORY.withAim().garbled(garble), 5));
  }

  private static UnaryOperator<String> keys(String from, String to, char... gone) {
    return text -> {
      StringBuilder typed = new StringBuilder();
      for (int i = 0; i < text.length(); i++) {
        int key = from.indexOf(text.charAt(i));
        if (new String(gone).indexOf(text.charAt(i)) < 0) {
          typed.append(key < 0 ? text.charAt(i) : to.charAt(key));
        }
      }
      return typed.toString();
    };
  }

  private static String swapped(String text) {
    StringBuilder swapped = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      swapped.append(
          Character.isUpperCase(c) ? Character.toLowerCase(c) : Character.toUpperCase(c));
    }
    return swapped.toString();
  }

  @Test
  void findsSevenBitsWithParity() {
    UnaryOperator<String> even =
        text -> {
          StringBuilder sent = new StringBuilder();
          text.chars()
              .forEach(c -> sent.append((char) (Integer.bitCount(c) % 2 == 0 ? c : c | 0x80)));
          return sent.toString();
        };
    for (TestCode code : TestCode.values()) {
      hears(even.apply(PlayedScanner.FACTORY.sends(code)), 1);
    }
    Step.Done done = assertInstanceOf(Step.Done.class, wizard.step());
    assertEquals(
        new ScannerProfile.Line.Serial("/dev/serial/by-id/gun", 9600, 7, 1, Parity.EVEN),
        done.profile().line());
    assertTrue(codes(done).contains("seven_bits"));
  }

  @Test
  void findsAMissingCheckDigitAndALongCodeThatIsCut() {
    hears("950110153000\r", 1);
    hears(TestCode.LINES.content().substring(0, 80) + "\r", 1);
    wizard.skip();
    wizard.skip();
    Step.Done done = assertInstanceOf(Step.Done.class, wizard.step());
    assertEquals(List.of("check_digit_missing", "long_code_cut"), problems(done));
  }

  @Test
  void findsLineBreaksThatAreDropped() {
    hears(TestCode.LINES.content().replace("\r\n", "") + "\r", 1);
    for (int i = 0; i < 3; i++) {
      wizard.skip();
    }
    assertTrue(
        codes(assertInstanceOf(Step.Done.class, wizard.step())).contains("line_breaks_changed"));
  }

  @Test
  void theSilenceIsSetByTheLongestPauseInside() {
    Step.Done fast = through(PlayedScanner.FACTORY.ending("", false), 1);
    assertEquals(Duration.ofMillis(60), fast.profile().framing().gap());
    wizard.restart();
    Step.Done slow = through(PlayedScanner.FACTORY.ending("", false), 40);
    assertEquals(Duration.ofMillis(120), slow.profile().framing().gap());
    assertEquals(Duration.ofMillis(500), slow.profile().framing().patience());
  }

  @Test
  void aScanThatCameTwiceCountsOnce() {
    String twice = PlayedScanner.FACTORY.with("~", "").sends(TestCode.EAN);
    assertEquals(Optional.of(TestCode.EAN), hears(twice + twice, 1).orElseThrow().code());
    assertEquals(Optional.of(TestCode.EAN), wizard.quiet(now).orElseThrow().code());
    assertEquals(Optional.empty(), wizard.quiet(now));
    for (int i = 0; i < 3; i++) {
      wizard.skip();
    }
    Step.Done done = assertInstanceOf(Step.Done.class, wizard.step());
    assertEquals(new Wrapping("~", "", ""), done.profile().wrapping());
    assertEquals(Set.of(Mark.CR), done.profile().framing().marks());
  }

  /// Whoever scans the page quickly leaves less than the wizard's silence between two codes.
  @ParameterizedTest
  @ValueSource(strings = {"\r", "\t", "\r\n", "\u0003", ""})
  void scansThatCameTogetherAreToldApart(String ending) {
    PlayedScanner scanner =
        PlayedScanner.FACTORY.with("~", "#").ending(ending, ending.equals("\u0003")).withAim();
    for (TestCode code : TestCode.values()) {
      now += 100 * MS;
      wizard.came(scanner.sends(code), now);
    }
    List<TestCode> read = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      now += 200 * MS;
      wizard.quiet(now).flatMap(Answer::code).ifPresent(read::add);
    }
    assertEquals(List.of(TestCode.values()), read);
    Step.Done done = assertInstanceOf(Step.Done.class, wizard.step());
    assertEquals(new Wrapping("~", "#", ""), done.profile().wrapping());
    assertEquals(List.of(), problems(done));
    assertEquals(Duration.ofMillis(60), done.profile().framing().gap());
  }

  /// With the profile that the wizard made, the scanner's own bytes become the codes again.
  @ParameterizedTest
  @ValueSource(strings = {"\r", "\r\n", "\n", "\t", "\u0003", ""})
  void theProfileReadsTheScanner(String ending) {
    List<String> codes =
        List.of("010950110153000310A1\u001d17251231", "]E09501101530003", "LOC-A-01");
    for (String gs : List.of("\u001d", "|")) {
      for (String prefix : List.of("", "~", "{PRE}")) {
        for (String suffix : List.of("", "#")) {
          wizard.restart();
          PlayedScanner scanner =
              PlayedScanner.FACTORY
                  .withGs(gs)
                  .with(prefix, suffix)
                  .ending(ending, ending.equals("\u0003"));
          ScannerProfile profile = through(scanner, 1).profile();
          assertEquals(codes, read(profile, codes.stream().map(scanner::sends).toList()));
        }
      }
    }
  }

  private List<String> read(ScannerProfile profile, List<String> sent) {
    List<String> read = new ArrayList<>();
    Framer framer = new Framer(profile.framing(), profile.wrapping());
    for (String text : sent) {
      byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
      now += MS;
      framer.accept(bytes, bytes.length, now, frame -> hear(frame, profile, read));
      now += 1000 * MS;
      framer.silent(now, frame -> hear(frame, profile, read));
    }
    return read;
  }

  private static void hear(Frame frame, ScannerProfile profile, List<String> read) {
    read.add(
        switch (frame) {
          case Frame.Complete(Scan.Raw raw) ->
              profile.wrapping().unwrap(raw).map(Scan.Raw::text).orElse("unwrapped");
          case Frame.Refused(Frame.Cause cause, Scan.Raw raw) -> cause.code();
        });
  }

  @Test
  void noiseIsNoTestCodeAndDoesNoHarm() {
    long seed = 21L;
    Random random = new Random(seed);
    int recognised = 0;
    for (int round = 0; round < 1_000; round++) {
      byte[] noise = new byte[1 + random.nextInt(300)];
      random.nextBytes(noise);
      String text = new String(noise, StandardCharsets.ISO_8859_1);
      now += MS;
      wizard.came(text, now);
      now += 500 * MS;
      recognised += wizard.quiet(now).flatMap(Answer::code).isPresent() ? 1 : 0;
    }
    assertEquals(0, recognised, "seed " + seed);
    assertEquals(1, assertInstanceOf(Step.Ask.class, wizard.step()).number());
  }

  /// Test codes with characters changed, dropped and added: no exception, and an end.
  @Test
  void damagedTestCodesDoNoHarm() {
    long seed = 22L;
    Random random = new Random(seed);
    for (int round = 0; round < 1_000; round++) {
      TestCode code = List.of(TestCode.values()).get(random.nextInt(4));
      StringBuilder sent = new StringBuilder(PlayedScanner.FACTORY.withAim().sends(code));
      for (int i = random.nextInt(4); i > 0; i--) {
        int at = random.nextInt(sent.length());
        switch (random.nextInt(3)) {
          case 0 -> sent.setCharAt(at, (char) random.nextInt(0x180));
          case 1 -> sent.deleteCharAt(at);
          default -> sent.insert(at, (char) random.nextInt(0x180));
        }
      }
      hears(sent.toString(), 1);
      if (!(wizard.step() instanceof Step.Ask)) {
        assertFalse(codes(assertInstanceOf(Step.Done.class, wizard.step())).isEmpty());
        wizard.restart();
      }
    }
  }

  @Test
  void aLineThatNeverFallsSilentIsBoundedAndSaid() {
    for (int i = 0; i < 1_000; i++) {
      now += MS;
      wizard.came("0123456789".repeat(10), now);
    }
    Answer answer = wizard.quiet(now + 500 * MS).orElseThrow();
    assertEquals(Optional.empty(), answer.code());
    assertTrue(answer.sentence().length() < 250, answer.sentence());
  }
}
