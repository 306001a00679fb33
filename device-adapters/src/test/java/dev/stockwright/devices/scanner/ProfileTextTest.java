package dev.stockwright.devices.scanner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.devices.framing.Framing;
import dev.stockwright.devices.framing.Framing.Mark;
import dev.stockwright.devices.framing.Wrapping;
import dev.stockwright.devices.scanner.ScannerProfile.Line;
import dev.stockwright.devices.serial.SerialSettings.Parity;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProfileTextTest {
  private static ScannerProfile read(String text) {
    return assertInstanceOf(ProfileText.Reading.Read.class, ProfileText.read(text)).profile();
  }

  private static List<String> wrong(String text) {
    return assertInstanceOf(ProfileText.Reading.Wrong.class, ProfileText.read(text)).sentences();
  }

  @Test
  void aProfileIsReadAsItWasWritten() {
    long seed = 51L;
    Random random = new Random(seed);
    for (int round = 0; round < 2_000; round++) {
      ScannerProfile profile = random(random);
      assertEquals(profile, read(ProfileText.write(profile)), "seed " + seed);
    }
  }

  private static ScannerProfile random(Random random) {
    Set<Mark> marks = EnumSet.of(Mark.SILENCE);
    for (Mark mark : Mark.values()) {
      if (random.nextBoolean()) {
        marks.add(mark);
      }
    }
    Duration gap = Duration.ofMillis(1 + random.nextInt(400));
    return new ScannerProfile(
        "N" + text(random),
        "dock-" + random.nextInt(100),
        random.nextInt(4) == 0
            ? new Line.Wedge()
            : new Line.Serial(
                "/dev/" + text(random),
                300 + random.nextInt(1_000_000),
                5 + random.nextInt(4),
                1 + random.nextInt(2),
                List.of(Parity.values()).get(random.nextInt(3))),
        new Framing(marks, gap, gap.plusMillis(random.nextInt(500)), 1 + random.nextInt(65_536)),
        new Wrapping(text(random), text(random), text(random)),
        random.nextBoolean(),
        Duration.ofMillis(random.nextInt(60_001)),
        Duration.ofMillis(random.nextInt(60_001)));
  }

  /// Any characters of one byte, blanks and control characters at the ends included.
  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(12); i > 0; i--) {
      text.append((char) random.nextInt(0x100));
    }
    return text.toString();
  }

  @Test
  void aLaneAndAPathAreEnough() {
    assertEquals(ScannerProfile.serial("2", "/dev/ttyACM0"), read("lane=2\npath=/dev/ttyACM0\n"));
    assertEquals(ScannerProfile.wedge("2"), read("lane=2\nline=wedge\n"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "lane=1;path=x;colour=red|The profile has an unknown key \"colour\".",
        "lane=1;path=x;baud=fast|\"baud\" is a number, not \"fast\".",
        "lane=1;path=x;parity=mark|\"parity\" is one of even, none, odd, not \"mark\".",
        "lane=1;path=x;ends=cr,dot|\"ends\" is a list of cr, lf, tab, stx_etx and silence, not"
            + " \"dot\".",
        "lane=1;path=x;aim_ids=maybe|\"aim_ids\" is one of no, yes, not \"maybe\".",
        "lane=1|Wrong values in the profile: a serial scanner needs path, baud from 300 to 4000000,"
            + " data_bits 5 to 8 and stop_bits 1 or 2.",
        "path=x|Wrong values in the profile: name has 1 to 64 characters, lane up to 32 letters,"
            + " digits and hyphens.",
        "lane=1;path=x;gap_ms=0|Wrong values in the profile: gap_ms is at least 1, patience_ms not"
            + " less than it, max_bytes from 1 to 65536.",
        "lane=1;path=x;max_bytes=900000|Wrong values in the profile: gap_ms is at least 1,"
            + " patience_ms not less than it, max_bytes from 1 to 65536.",
        "lane=1;path=\\u12|The profile has a \\u without four hexadecimal digits behind it.",
      })
  void whatIsWrongIsSaid(String lines, String sentence) {
    assertEquals(List.of(sentence), wrong(lines.replace(';', '\n')));
  }

  @Test
  void damagedProfilesAreReadOrRefusedAndNeverThrow() {
    long seed = 52L;
    Random random = new Random(seed);
    List<String> refused = new ArrayList<>();
    for (int round = 0; round < 5_000; round++) {
      StringBuilder text = new StringBuilder(ProfileText.write(random(random)));
      for (int i = 1 + random.nextInt(5); i > 0; i--) {
        int at = random.nextInt(text.length());
        switch (random.nextInt(3)) {
          case 0 -> text.setCharAt(at, (char) random.nextInt(0x100));
          case 1 -> text.delete(at, Math.min(text.length(), at + random.nextInt(20)));
          default -> text.insert(at, "\\u00");
        }
      }
      if (ProfileText.read(text.toString()) instanceof ProfileText.Reading.Wrong no) {
        refused.addAll(no.sentences());
      }
    }
    assertTrue(refused.size() > 1_000, "refused: " + refused.size());
    assertTrue(refused.stream().allMatch(s -> s.endsWith(".")), "seed " + seed);
  }

  @Test
  void aLongTextIsNoProfile() {
    assertEquals(List.of("This is no scanner profile: it is too long."), wrong("#".repeat(20_000)));
  }
}
