package dev.stockwright.devices.serial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.devices.DeviceState;
import dev.stockwright.devices.RecordingListener;
import dev.stockwright.devices.framing.Wrapping;
import dev.stockwright.devices.recording.RawRecorder;
import dev.stockwright.devices.recording.RecordedBytes;
import dev.stockwright.devices.recording.Replay;
import dev.stockwright.devices.scanner.ScannerLanes;
import dev.stockwright.devices.scanner.ScannerProfile;
import dev.stockwright.vocabulary.DeviceId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/// What is promised in figures, over a real pseudo-terminal and with the settings that nobody has
/// changed.
class SerialPaceTest {
  private static final Duration SOON = Duration.ofSeconds(20);

  @TempDir Path directory;

  private final RecordingListener heard = new RecordingListener();

  @BeforeAll
  static void socat() {
    PseudoTerminal.assumeThatSocatIsHere();
  }

  private SerialScanner scanner(SerialSettings settings) {
    return new SerialScanner(new DeviceId("scanner-1"), settings, InstantSource.system());
  }

  private void ready(SerialScanner scanner) throws InterruptedException {
    scanner.start(heard);
    heard.await(SOON, () -> scanner.health().state() == DeviceState.READY);
  }

  /// Sends 200 scans, each torn at some byte with a pause there.
  private List<String> twoHundred(PseudoTerminal line, String ending)
      throws IOException, InterruptedException {
    Random random = new Random(81L);
    List<String> sent = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      String text = "]C1010950110153000310L" + i + "\u001d17270131";
      byte[] bytes = (text + ending).getBytes(StandardCharsets.ISO_8859_1);
      int cut = i % (bytes.length + 1);
      line.sends(Arrays.copyOfRange(bytes, 0, cut));
      Thread.sleep(random.nextInt(40)); // The pause inside a scan is what is tested.
      line.sends(Arrays.copyOfRange(bytes, cut, bytes.length));
      sent.add(text);
    }
    return sent;
  }

  @Test
  void twoHundredScansInTenSecondsWithoutAnySetting(TestReporter reporter)
      throws IOException, InterruptedException {
    try (PseudoTerminal line = PseudoTerminal.in(directory);
        SerialScanner scanner = scanner(SerialSettings.of(line.device()))) {
      ready(scanner);
      long begin = System.nanoTime();
      List<String> sent = twoHundred(line, "\r");
      heard.await(SOON, () -> heard.scans.size() >= 200);
      long took = Duration.ofNanos(System.nanoTime() - begin).toMillis();
      assertEquals(sent, heard.texts());
      assertEquals(List.of(), heard.refused);
      assertTrue(took < 10_000, "took " + took + " ms");
      reporter.publishEntry("200 scans, ms", Long.toString(took));
    }
  }

  /// The same without an ending: the scans run together, and the check above sees it.
  @Test
  void withoutAnEndingTheSamePaceCannotBeReadAndTheCheckSeesIt()
      throws IOException, InterruptedException {
    try (PseudoTerminal line = PseudoTerminal.in(directory);
        SerialScanner scanner = scanner(SerialSettings.of(line.device()))) {
      ready(scanner);
      List<String> sent = twoHundred(line, "");
      heard.await(SOON, () -> scanner.health().reads() + scanner.health().rejects() > 0);
      assertNotEquals(sent, heard.texts());
    }
  }

  @Test
  void aPauseInsideAScanMendsOrRefusesAndNeverTears() throws IOException, InterruptedException {
    try (PseudoTerminal line = PseudoTerminal.in(directory);
        SerialScanner scanner = scanner(SerialSettings.of(line.device()))) {
      ready(scanner);
      line.sends("LOC-A\r");
      line.sends("]C10109501101530003");
      Thread.sleep(300); // The pause inside a scan is what is tested.
      line.sends("10ABC\r");
      heard.await(SOON, () -> heard.scans.size() == 2);
      assertEquals("]C1010950110153000310ABC", heard.texts().getLast());
      line.sends("]C10109501101530003");
      heard.await(SOON, () -> heard.refused.size() == 1);
      assertEquals("unfinished", heard.refused.getFirst().code());
      assertEquals(2, heard.scans.size());
    }
  }

  @Test
  void unpluggedIsShownAndBackWorksInFigures(TestReporter reporter)
      throws IOException, InterruptedException {
    List<Long> shown = new ArrayList<>();
    List<Long> back = new ArrayList<>();
    Path device = directory.resolve("dev");
    try (SerialScanner scanner = scanner(SerialSettings.of(device.toString()))) {
      scanner.start(heard);
      for (int round = 0; round < 5; round++) {
        String text = "round-" + round;
        try (PseudoTerminal line = PseudoTerminal.in(directory)) {
          long plugged = System.nanoTime();
          heard.await(SOON, () -> scanner.health().state() == DeviceState.READY);
          line.sends(text + "\r");
          heard.await(SOON, () -> heard.texts().contains(text));
          back.add(Duration.ofNanos(System.nanoTime() - plugged).toMillis());
          line.unplug();
          long pulled = System.nanoTime();
          heard.await(SOON, () -> scanner.health().state() == DeviceState.LOST);
          shown.add(Duration.ofNanos(System.nanoTime() - pulled).toMillis());
        }
      }
      assertEquals(4, scanner.health().reconnects());
      assertEquals(5, scanner.health().reads());
    }
    shown.sort(null);
    back.sort(null);
    assertTrue(shown.getLast() < 3_000, "unplugged -> shown, ms: " + shown);
    assertTrue(back.getLast() < 10_000, "back -> a scan is heard, ms: " + back);
    reporter.publishEntry("unplugged -> shown, ms", shown.toString());
    reporter.publishEntry("back -> a scan is heard, ms", back.toString());
  }

  @Test
  @DisplayName("H23 A substitute for the GS1 separator on a line is the separator")
  void prefixAndSubstituteAreTakenOffAndTheRawBytesStay() throws IOException, InterruptedException {
    try (PseudoTerminal line = PseudoTerminal.in(directory);
        SerialScanner scanner =
            scanner(SerialSettings.of(line.device()).withWrapping(new Wrapping("~", "#", "|")))) {
      ready(scanner);
      line.sends("~]C1010950110153000310A|17251231#\r");
      line.sends("9501101530003\r");
      heard.await(SOON, () -> heard.scans.size() == 1 && heard.refused.size() == 1);
      assertEquals("]C1010950110153000310A\u001d17251231", heard.texts().getFirst());
      assertEquals("~]C1010950110153000310A|17251231#", heard.scans.getFirst().raw().text());
      assertEquals("unwrapped", heard.refused.getFirst().code());
      assertEquals(1, scanner.health().rejects());
    }
  }

  @Test
  void scannersAtTwoLanesAreToldApart() throws IOException, InterruptedException {
    Path left = java.nio.file.Files.createDirectory(directory.resolve("left"));
    Path right = java.nio.file.Files.createDirectory(directory.resolve("right"));
    try (PseudoTerminal one = PseudoTerminal.in(left);
        PseudoTerminal two = PseudoTerminal.in(right);
        ScannerLanes lanes =
            new ScannerLanes(
                List.of(
                    ScannerProfile.serial("1", one.device()),
                    ScannerProfile.serial("till", two.device()),
                    ScannerProfile.wedge("3")),
                InstantSource.system())) {
      lanes.start(heard);
      heard.await(
          SOON,
          () ->
              lanes.sources().stream()
                  .allMatch(source -> source.health().state() == DeviceState.READY));
      for (int i = 0; i < 20; i++) {
        one.sends("left-" + i + "\r");
        two.sends("right-" + i + "\r");
      }
      heard.await(SOON, () -> heard.scans.size() == 40);
      assertEquals(
          List.of("scanner-1", "scanner-till"),
          lanes.sources().stream().map(source -> source.source().code()).toList());
      assertTrue(
          heard.scans.stream()
              .allMatch(
                  scan ->
                      scan.source()
                          .code()
                          .equals(scan.text().startsWith("left") ? "scanner-1" : "scanner-till")));
      assertEquals("till", lanes.profile(new DeviceId("scanner-till")).orElseThrow().lane());
    }
  }

  @Test
  void aRecordedLineHoldsEveryByte() throws IOException, InterruptedException {
    Path file = directory.resolve("traffic.txt");
    DeviceId source = new DeviceId("scanner-1");
    try (PseudoTerminal line = PseudoTerminal.in(directory);
        RawRecorder recorder = RawRecorder.to(file);
        SerialScanner scanner =
            new SerialScanner(
                source,
                SerialSettings.of(line.device()),
                InstantSource.system(),
                LineTap.to(recorder, source).and(LineTap.NOBODY))) {
      ready(scanner);
      line.sends("A\r");
      line.sends("\u0002B\u001d\u0003");
      heard.await(SOON, () -> heard.scans.size() == 2);
    }
    List<RecordedBytes> played = new ArrayList<>();
    new Replay(file, bytes -> bytes.device().equals("scanner-1")).atOnce(played::add);
    assertEquals(
        "A\r\u0002B\u001d\u0003",
        played.stream()
            .map(bytes -> new String(bytes.bytes(), StandardCharsets.ISO_8859_1))
            .collect(Collectors.joining()));
  }
}
