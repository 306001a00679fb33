package dev.stockwright.devices.serial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.devices.framing.Frame;
import dev.stockwright.devices.framing.Framer;
import dev.stockwright.devices.framing.Framing;
import dev.stockwright.devices.reasons.Told;
import dev.stockwright.devices.scanner.TestCode;
import dev.stockwright.vocabulary.Scan;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A pseudo-terminal ignores the speed, so a scripted line that garbles at the wrong one is the
/// test.
class BaudFinderTest {
  private static final Duration SOON = Duration.ofSeconds(8);

  @TempDir Path directory;

  private static final List<String> CODES =
      List.of(
          "9501101530003",
          "LOC-A-01",
          "]C0BADGE-7",
          "00106141412345678908",
          "]E09501101530003",
          TestCode.LAYOUT.content(),
          TestCode.LINES.content());

  private final List<Integer> tried = new ArrayList<>();

  /// Somebody scans code 1 again and again with a scanner at this speed.
  private static final class Gun implements SerialLink.Opener {
    private final int speed;

    private Gun(int speed) {
      this.speed = speed;
    }

    @Override
    public SerialLink open(SerialSettings settings) {
      ScriptedLink link = new ScriptedLink();
      for (int i = 0; i < 3; i++) {
        link.sends(heardAt(settings.baud(), TestCode.LAYOUT.content() + "\r"));
      }
      return link;
    }

    private String heardAt(int baud, String text) {
      byte[] sent = text.getBytes(StandardCharsets.ISO_8859_1);
      return new String(WrongSpeed.heard(sent, speed, baud), StandardCharsets.ISO_8859_1);
    }
  }

  private BaudFinder.Outcome find(SerialLink.Opener opener) throws InterruptedException {
    return new BaudFinder(TestCode::isOne, LineTap.NOBODY, opener)
        .find(SerialSettings.of("/dev/scripted"), SOON, tried::add);
  }

  @ParameterizedTest
  @ValueSource(ints = {9600, 115_200, 38_400, 19_200, 57_600})
  void findsEachSpeed(int speed) throws InterruptedException {
    BaudFinder.Outcome.Found found =
        assertInstanceOf(BaudFinder.Outcome.Found.class, find(new Gun(speed)));
    assertEquals(speed, found.baud());
    assertEquals(TestCode.LAYOUT.content(), found.text());
    assertEquals(BaudSearch.SPEEDS.subList(0, tried.size()), tried);
  }

  /// Whatever is scanned, and though the garbage is the same each time: no wrong speed is taken.
  @Test
  void noWrongSpeedIsTaken() {
    for (String code : CODES) {
      for (int sentAt : BaudSearch.SPEEDS) {
        for (int heardAt : BaudSearch.SPEEDS) {
          byte[] sent = (code + "\r").getBytes(StandardCharsets.ISO_8859_1);
          byte[] heard = WrongSpeed.heard(sent, sentAt, heardAt);
          List<Frame> frames = new ArrayList<>();
          Framer framer = new Framer(Framing.AUTOMATIC);
          framer.accept(heard, heard.length, 0, frames::add);
          framer.silent(Duration.ofSeconds(1).toNanos(), frames::add);
          boolean taken = false;
          for (Frame frame : frames) {
            BaudSearch search = new BaudSearch(TestCode::isOne, 0);
            taken |= search.heard(frame, 1).isPresent() || search.heard(frame, 2).isPresent();
          }
          boolean proof = sentAt == heardAt && !code.equals("LOC-A-01");
          assertEquals(proof, taken, code + " " + sentAt + " heard at " + heardAt);
        }
      }
    }
  }

  /// The scripted gun really garbles: at another speed nothing of the code is left.
  @Test
  void theGunGarblesAtTheWrongSpeed() {
    String text = TestCode.LAYOUT.content() + "\r";
    assertEquals(text, new Gun(9600).heardAt(9600, text));
    assertNotEquals(text, new Gun(9600).heardAt(19_200, text));
  }

  @Test
  void anUnusualSpeedIsNotFoundAndSaid() throws InterruptedException {
    BaudFinder finder = new BaudFinder(TestCode::isOne, LineTap.NOBODY, new Gun(1_200));
    BaudFinder.Outcome.NotFound notFound =
        assertInstanceOf(
            BaudFinder.Outcome.NotFound.class,
            finder.find(SerialSettings.of("/dev/scripted"), Duration.ofMillis(1_500), tried::add));
    assertTrue(notFound.sentence().startsWith("Something came, but"), notFound.sentence());
  }

  @Test
  void silenceIsSaid() throws InterruptedException {
    BaudFinder finder =
        new BaudFinder(TestCode::isOne, LineTap.NOBODY, settings -> new ScriptedLink());
    BaudFinder.Outcome.NotFound notFound =
        assertInstanceOf(
            BaudFinder.Outcome.NotFound.class,
            finder.find(SerialSettings.of("/dev/scripted"), Duration.ofMillis(300), tried::add));
    assertTrue(notFound.sentence().startsWith("Nothing came"), notFound.sentence());
  }

  @Test
  void aPortThatIsNotThereIsSaid() throws InterruptedException {
    assertInstanceOf(
        BaudFinder.Outcome.Failed.class,
        find(
            settings -> {
              throw new LinkFailure(Told.asIs("No scanner here. Plug it in."));
            }));
  }

  @Test
  void theFirstReadableFrameOfARealLineIsEnough() throws IOException, InterruptedException {
    PseudoTerminal.assumeThatSocatIsHere();
    try (PseudoTerminal line = PseudoTerminal.in(directory)) {
      BaudFinder finder = new BaudFinder(TestCode::isOne, LineTap.NOBODY);
      BaudFinder.Outcome outcome =
          finder.find(
              SerialSettings.of(line.device()),
              SOON,
              baud -> {
                try {
                  line.sends("9501101530003\r");
                } catch (IOException e) {
                  throw new AssertionError(e);
                }
              });
      assertEquals(new BaudFinder.Outcome.Found(9600, "9501101530003"), outcome);
    }
  }

  private static Frame frame(String text) {
    return new Frame.Complete(new Scan.Raw(text.getBytes(StandardCharsets.ISO_8859_1)));
  }

  @Test
  void whatProvesASpeedAndWhatDoesNot() {
    for (String proof : List.of("9501101530003", "]C0anything", "]C1010950110153000310A")) {
      assertEquals(Optional.of(proof), new BaudSearch(t -> false, 0).heard(frame(proof), 1), proof);
    }
    for (String none : List.of("x", "12345", "LOC-A-01", "\u00f8\u00e0\u00fe", "\u0001ABCDEFG")) {
      BaudSearch search = new BaudSearch(t -> false, 0);
      assertEquals(Optional.empty(), search.heard(frame(none), 1), none);
      assertEquals(115_200, search.baud(), none);
    }
  }

  @Test
  void silenceMovesOnAndAllSpeedsComeInTurn() {
    BaudSearch search = new BaudSearch(t -> false, 0);
    List<Integer> speeds = new ArrayList<>();
    for (int i = 1; i <= 6; i++) {
      speeds.add(search.baud());
      search.silent(i * BaudSearch.DWELL_NANOS - 1);
      assertEquals(speeds.getLast(), search.baud());
      search.silent(i * BaudSearch.DWELL_NANOS);
    }
    assertEquals(List.of(9600, 115_200, 38_400, 19_200, 57_600, 9600), speeds);
  }
}
