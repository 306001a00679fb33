package dev.stockwright.devices.scales;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.devices.scales.ScaleAnswer.Moving;
import dev.stockwright.devices.scales.ScaleAnswer.Stable;
import dev.stockwright.devices.scales.ScaleAnswer.Unreadable;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MtSicsTest {
  @Test
  void aStableWeightIsExactInEveryCountry() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.GERMANY);
      assertEquals(
          new Stable(new Weight(10000, 2, WeightUnit.GRAM)), MtSics.read("S S     100.00 g"));
      assertEquals("100.00 g", new Weight(10000, 2, WeightUnit.GRAM).toString());
    } finally {
      Locale.setDefault(before);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'S S      1.240 kg', '1.240 kg', 1240",
    "'S S      0.305 kg', '0.305 kg', 305",
    "'S S     0.0005 kg', '0.0005 kg', -1",
    "'S S     100.50 g',  '100.50 g', -1",
    "'S S          7 g',  '7 g', 7",
    "'S S      1.000 lb', '1.000 lb', -1",
    "'S S     100000 lb', '100000 lb', 45359237",
    "'S S  800000.00 oz', '800000.00 oz', -1",
    "'S S     -0.120 kg', '-0.120 kg', -120"
  })
  void gramsAreWholeOrNone(String line, String shown, long grams) {
    Stable stable = assertInstanceOf(Stable.class, MtSics.read(line));
    assertEquals(shown, stable.weight().toString());
    assertEquals(
        grams == -1 ? OptionalLong.empty() : OptionalLong.of(grams), stable.weight().wholeGrams());
  }

  @Test
  void whatMovesIsMoving() {
    assertEquals(new Moving(new Weight(9812, 2, WeightUnit.GRAM)), MtSics.read("S D      98.12 g"));
    assertEquals(new ScaleAnswer.NotReady(), MtSics.read("S I"));
    assertEquals(new ScaleAnswer.Overload(), MtSics.read("S +"));
    assertEquals(new ScaleAnswer.Underload(), MtSics.read("S -"));
    assertEquals(new ScaleAnswer.Done(), MtSics.read("Z A"));
    assertEquals(new ScaleAnswer.Done(), MtSics.read("T S      98.12 g"));
    for (String error : List.of("ES", "EL", "ET")) {
      assertEquals(new ScaleAnswer.Refused(error), MtSics.read(error));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "S S     100,00 g",
        "S S    100.00 g",
        "S S      100.00 g",
        "S S     100.00 ct",
        "S S     100.00 G",
        "S S     100.00g",
        "S S     100.00",
        "S S   1 100.00 g",
        "S S    0100.00 g",
        "S S     1e2.00 g",
        "S S    +100.00 g",
        "S S           . g",
        "SS      100.00 g",
        "s S     100.00 g",
        "S S     100.00 g ",
        "100.00 g",
        "S X     100.00 g",
        ""
      })
  void everythingElseIsNoWeight(String line) {
    assertInstanceOf(Unreadable.class, MtSics.read(line));
  }

  @Test
  void linesComeInAnyPieces() {
    byte[] bytes = "S S     100.00 g\r\nS D      98.12 g\r\n".getBytes(StandardCharsets.US_ASCII);
    for (int cut = 0; cut <= bytes.length; cut++) {
      ScaleLines lines = new ScaleLines();
      List<ScaleAnswer> answers = new java.util.ArrayList<>(lines.accept(bytes, cut));
      byte[] rest = java.util.Arrays.copyOfRange(bytes, cut, bytes.length);
      answers.addAll(lines.accept(rest, rest.length));
      assertEquals(
          List.of(
              new Stable(new Weight(10000, 2, WeightUnit.GRAM)),
              new Moving(new Weight(9812, 2, WeightUnit.GRAM))),
          answers,
          "cut at " + cut);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "S S     100.00 g\n",
        "S S     100.00 g\r",
        "S S     1\u000000.00 g\r\n",
        "S S     1\r00.00 g\r\n",
        "\u00ffS S     100.00 g\r\n",
        "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxS S     100.00 g\r\n"
      })
  void aSpoiledLineIsNoWeight(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    assertTrue(
        new ScaleLines().accept(bytes, bytes.length).stream().noneMatch(Stable.class::isInstance),
        text);
  }

  @Test
  void noiseIsNoWeight() {
    assertEquals(0, weightsInNoise(21, 30_000));
    assertTrue(weightsInLines(22, 2_000) > 500, "the control: whole lines are read");
  }

  @Test
  @Tag("thorough")
  void aMillionLinesOfNoiseAreNoWeight() {
    assertEquals(0, weightsInNoise(23, 1_000_000));
  }

  /// Random lines of the characters of real ones.
  private static long weightsInNoise(long seed, int lines) {
    Random random = new Random(seed);
    String signs = "SSDI+-.0123456789 gklboz\u0000\u00ff";
    ScaleLines reader = new ScaleLines();
    long weights = 0;
    for (int i = 0; i < lines; i++) {
      byte[] line = new byte[random.nextInt(24) + 2];
      for (int n = 0; n < line.length; n++) {
        line[n] = (byte) signs.charAt(random.nextInt(signs.length()));
      }
      line[line.length - 2] = '\r';
      line[line.length - 1] = '\n';
      weights += reader.accept(line, line.length).stream().filter(Stable.class::isInstance).count();
    }
    return weights;
  }

  private static long weightsInLines(long seed, int lines) {
    Random random = new Random(seed);
    long weights = 0;
    for (int i = 0; i < lines; i++) {
      Weight weight = new Weight(random.nextInt(1_000_000), random.nextInt(4), WeightUnit.KILOGRAM);
      String line = MtSics.written(random.nextInt(2) == 0, weight) + "\r\n";
      byte[] bytes = line.getBytes(StandardCharsets.US_ASCII);
      weights +=
          new ScaleLines()
              .accept(bytes, bytes.length).stream()
                  .filter(answer -> answer.equals(new Stable(weight)))
                  .count();
    }
    return weights;
  }
}
