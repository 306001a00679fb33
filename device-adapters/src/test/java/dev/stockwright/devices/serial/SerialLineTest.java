package dev.stockwright.devices.serial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.devices.DeviceState;
import dev.stockwright.devices.RecordingListener;
import dev.stockwright.devices.framing.Framing;
import dev.stockwright.vocabulary.DeviceId;
import dev.stockwright.vocabulary.Identified;
import dev.stockwright.vocabulary.gs1.ScanReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The real serial library at real pseudo-terminals.
class SerialLineTest {
  private static final Duration SOON = Duration.ofSeconds(20);

  @TempDir Path directory;
  private final RecordingListener heard = new RecordingListener();

  @BeforeAll
  static void needsSocat() {
    PseudoTerminal.assumeThatSocatIsHere();
  }

  private static SerialScanner scannerAt(String path) {
    return scanner(SerialSettings.of(path));
  }

  private static SerialScanner scanner(SerialSettings settings) {
    return new SerialScanner(new DeviceId("scanner-1"), settings, InstantSource.system());
  }

  private void ready(SerialScanner scanner) throws InterruptedException {
    scanner.start(heard);
    heard.await(SOON, () -> scanner.health().state() == DeviceState.READY);
  }

  /// The gap is longer than the default one, because on a busy machine socat too may pause.
  @Test
  void everyFormOfFrameArrives() throws IOException, InterruptedException {
    Framing patient =
        new Framing(Framing.AUTOMATIC.marks(), Duration.ofMillis(400), Duration.ofSeconds(1), 8192);
    try (PseudoTerminal line = PseudoTerminal.in(directory);
        SerialScanner scanner = scanner(SerialSettings.of(line.device()).withFraming(patient))) {
      ready(scanner);
      line.sends("9501101530003\r");
      line.sends("\u0002]C1010950110153000310ABC123\u001d17251231\u0003");
      line.sends("no-suffix-frame");
      heard.await(SOON, () -> heard.scans.size() == 3);
      line.sends("split");
      Thread.sleep(20); // The pause is what is tested.
      line.sends("frame\r\n");
      line.sends("a\rb\r\nc\n");
      heard.await(SOON, () -> heard.scans.size() == 7);
      assertEquals(
          List.of(
              "9501101530003",
              "]C1010950110153000310ABC123\u001d17251231",
              "no-suffix-frame",
              "splitframe",
              "a",
              "b",
              "c"),
          heard.texts());
      assertEquals(List.of(), heard.refused);
    }
  }

  @Test
  void unpluggedIsSeenWithinASecondAndReplugNeedsNobody() throws IOException, InterruptedException {
    try (SerialScanner scanner = scannerAt(directory.resolve("dev").toString())) {
      try (PseudoTerminal line = PseudoTerminal.in(directory)) {
        ready(scanner);
        line.sends("before\r");
        heard.await(SOON, () -> heard.scans.size() == 1);
        line.unplug();
        heard.await(Duration.ofSeconds(1), () -> scanner.health().state() == DeviceState.LOST);
      }
      assertTrue(scanner.health().reason().contains("unplugged"), scanner.health().reason());
      for (int replug = 1; replug <= 3; replug++) {
        try (PseudoTerminal line = PseudoTerminal.in(directory)) {
          heard.await(Duration.ofSeconds(3), () -> scanner.health().state() == DeviceState.READY);
          String text = "after-replug-" + replug;
          line.sends(text + "\r");
          heard.await(SOON, () -> heard.texts().contains(text));
        }
        heard.await(Duration.ofSeconds(1), () -> scanner.health().state() == DeviceState.LOST);
      }
      assertEquals(3, scanner.health().reconnects());
      assertEquals(4, heard.scans.size());
    }
  }

  @Test
  void aScannerThatIsNotThereYetIsTakenWhenItComes() throws IOException, InterruptedException {
    try (SerialScanner scanner = scannerAt(directory.resolve("dev").toString())) {
      scanner.start(heard);
      heard.await(SOON, () -> scanner.health().state() == DeviceState.LOST);
      assertTrue(scanner.health().reason().startsWith("No scanner at "), scanner.health().reason());
      try (PseudoTerminal line = PseudoTerminal.in(directory)) {
        heard.await(SOON, () -> scanner.health().state() == DeviceState.READY);
        line.sends("A\r");
        heard.await(SOON, () -> heard.scans.size() == 1);
      }
    }
  }

  /// 200 scans, torn at any byte: none lost, none joined, in order. With the ending set no pause
  /// can tear a scan, however busy the machine is.
  @Test
  void twoHundredScansInARowAllArrive() throws IOException, InterruptedException {
    long seed = 5L;
    Random random = new Random(seed);
    List<String> sent = new ArrayList<>();
    try (PseudoTerminal line = PseudoTerminal.in(directory);
        SerialScanner scanner =
            scanner(
                SerialSettings.of(line.device())
                    .withFraming(Framing.of(Set.of(Framing.Mark.CR, Framing.Mark.LF))))) {
      ready(scanner);
      for (int i = 0; i < 200; i++) {
        String text = "]C1010950110153000310L" + i + "\u001d17270131";
        byte[] bytes = (text + "\r\n").getBytes(StandardCharsets.ISO_8859_1);
        int cut = random.nextInt(bytes.length + 1);
        line.sends(Arrays.copyOfRange(bytes, 0, cut));
        Thread.sleep(random.nextInt(20)); // The pause inside a scan is what is tested.
        line.sends(Arrays.copyOfRange(bytes, cut, bytes.length));
        sent.add(text);
      }
      heard.await(SOON, () -> heard.scans.size() >= 200);
      assertEquals(sent, heard.texts(), "seed " + seed);
      assertEquals(200, scanner.health().reads());
      assertEquals(0, scanner.health().rejects());
    }
  }

  @Test
  void aPortInUseSaysWhatToDoAndIsTakenWhenItIsFree() throws IOException, InterruptedException {
    RecordingListener other = new RecordingListener();
    try (PseudoTerminal line = PseudoTerminal.in(directory);
        SerialScanner second = scannerAt(line.device())) {
      try (SerialScanner first = scannerAt(line.device())) {
        ready(first);
        second.start(other);
        other.await(SOON, () -> second.health().state() == DeviceState.LOST);
        assertEquals(
            "Another program or scanner entry uses "
                + line.device()
                + ". Close or remove that one.",
            second.health().reason());
      }
      other.await(SOON, () -> second.health().state() == DeviceState.READY);
      line.sends("A\r");
      other.await(SOON, () -> other.scans.size() == 1);
    }
  }

  @Test
  void aPortThatAnotherProgramHoldsSaysSo() throws IOException, InterruptedException {
    try (PseudoTerminal line = PseudoTerminal.in(directory);
        SerialScanner scanner = scannerAt(line.device())) {
      Process holder = new ProcessBuilder("flock", "-F", line.device(), "cat").start();
      try {
        heard.await(SOON, () -> holder.isAlive());
        Thread.sleep(200); // flock does not tell when it holds the lock.
        scanner.start(heard);
        heard.await(SOON, () -> scanner.health().state() == DeviceState.LOST);
        assertTrue(scanner.health().reason().startsWith("Another program"), heard.health::toString);
      } finally {
        holder.destroy();
      }
      heard.await(SOON, () -> scanner.health().state() == DeviceState.READY);
    }
  }

  @Test
  void noiseOnTheLineIsNoGoodsAndTheScannerRecovers() throws IOException, InterruptedException {
    long seed = 6L;
    byte[] noise = new byte[100_000];
    new Random(seed).nextBytes(noise);
    try (PseudoTerminal line = PseudoTerminal.in(directory);
        SerialScanner scanner = scannerAt(line.device())) {
      ready(scanner);
      line.sends(noise);
      heard.await(SOON, () -> heard.states().contains(DeviceState.DEGRADED));
      // The noise may end inside a frame, which is given up after half a second of silence.
      heard.await(
          SOON,
          () -> {
            try {
              line.sends("9501101530003\r");
              Thread.sleep(600);
            } catch (IOException | InterruptedException e) {
              throw new AssertionError(e);
            }
            return heard.texts().contains("9501101530003");
          });
      assertEquals(DeviceState.READY, scanner.health().state());
      assertTrue(
          heard.scans.stream()
              .filter(scan -> !scan.text().equals("9501101530003"))
              .map(scan -> ScanReader.read(scan, LocalDate.of(2026, 11, 20)))
              .allMatch(
                  what ->
                      what instanceof Identified.PlainCode
                          || what instanceof Identified.Unreadable),
          "seed " + seed);
    }
  }

  /// From the last byte on the line to the listener: a terminated frame waits for nothing.
  @Test
  void aTerminatedScanIsHeardAtOnce() throws IOException, InterruptedException {
    try (PseudoTerminal line = PseudoTerminal.in(directory);
        SerialScanner scanner = scannerAt(line.device())) {
      ready(scanner);
      List<Duration> took = new ArrayList<>();
      for (int i = 1; i <= 20; i++) {
        int wanted = i;
        line.sends("scan-" + i + "\r");
        took.add(heard.await(SOON, () -> heard.scans.size() == wanted));
      }
      took.sort(null);
      // The median, so that one pause of the machine decides nothing.
      assertTrue(took.get(10).toMillis() < 50, "sorted: " + took);
    }
  }

  @Test
  void withoutNativeAccessTheApplicationLivesAndSaysWhy() throws IOException, InterruptedException {
    try (PseudoTerminal line = PseudoTerminal.in(directory)) {
      Process child =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "--illegal-native-access=deny",
                  "-cp",
                  System.getProperty("java.class.path"),
                  OneHealth.class.getName(),
                  line.device())
              .redirectErrorStream(true)
              .start();
      String said = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertTrue(said.contains("LOST Serial ports cannot be used"), said);
      assertEquals(0, child.waitFor(), said);
    }
  }
}
