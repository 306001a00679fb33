package dev.stockwright.devices.tryout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.devices.scanner.TestCode;
import dev.stockwright.devices.serial.PseudoTerminal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScannerCommandTest {
  @TempDir Path directory;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final ByteArrayOutputStream errors = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
  private final PrintStream err = new PrintStream(errors, true, StandardCharsets.UTF_8);

  private final PipedOutputStream keys = new PipedOutputStream();

  private void types(String line) throws IOException {
    keys.write((line + "\n").getBytes(StandardCharsets.UTF_8));
    keys.flush();
  }

  private int run(String typed, String... words) throws InterruptedException {
    return ScannerCommand.run(
        List.of(words), new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)), out, err);
  }

  private String said() {
    return bytes.toString(StandardCharsets.UTF_8);
  }

  /// Starts the command on a thread of its own, as from a program without a terminal.
  private CompletableFuture<Integer> started(String... words) {
    CompletableFuture<Integer> code = new CompletableFuture<>();
    Thread.ofPlatform()
        .start(
            () -> {
              try (PipedInputStream input = new PipedInputStream(keys)) {
                code.complete(ScannerCommand.run(List.of(words), input, out, err));
              } catch (IOException | InterruptedException | RuntimeException e) {
                code.completeExceptionally(e);
              }
            });
    return code;
  }

  private void await(String text) throws InterruptedException {
    for (long end = System.nanoTime() + 15_000_000_000L; !said().contains(text); ) {
      assertTrue(System.nanoTime() < end, "\"" + text + "\" was not said: " + said());
      Thread.sleep(5);
    }
  }

  @Test
  void asksReadsAndWritesTheProfile() throws IOException, InterruptedException {
    PseudoTerminal.assumeThatSocatIsHere();
    Path profile = directory.resolve("gun.scanner");
    try (PseudoTerminal line = PseudoTerminal.in(directory)) {
      CompletableFuture<Integer> code =
          started(line.device(), "--lane", "till", "--profile", profile.toString());
      await("[1 of 4] Scan code 1");
      line.sends("~" + TestCode.LAYOUT.content() + "\r\n");
      await("[2 of 4]");
      line.sends("hello\r\n");
      await("This is no code of the test page: hello<CR><LF>. Scan code 2");
      line.sends("~" + TestCode.GS1.content().replace("\u001d", "") + "\r\n");
      await("This scanner drops GS characters");
      line.sends("~" + TestCode.LINES.content() + "\r\n");
      await("Code 4 was read.");
      line.sends("~" + TestCode.EAN.content() + "\r\n");
      assertEquals(0, code.join(), said());
    }
    String written = Files.readString(profile);
    assertTrue(written.contains("lane=till\n"), written);
    assertTrue(written.contains("ends=cr,lf\n"), written);
    assertTrue(written.contains("prefix=~\n"), written);
    assertTrue(said().contains("PROBLEM  This scanner drops GS"), said());
    assertTrue(said().contains("The profile is in " + profile + "."), said());
  }

  @Test
  void jsonIsOneObjectALine() throws IOException, InterruptedException {
    PseudoTerminal.assumeThatSocatIsHere();
    try (PseudoTerminal line = PseudoTerminal.in(directory)) {
      CompletableFuture<Integer> code = started(line.device(), "--json");
      await("\"event\":\"prompt\"");
      line.sends(TestCode.EAN.content() + "\r");
      await("\"event\":\"answer\"");
      types("q");
      assertEquals(0, code.join(), said());
    }
    List<String> events = new ArrayList<>();
    for (String line : said().split("\n", -1)) {
      if (!line.isEmpty()) {
        assertTrue(line.matches("\\{\"event\":\"[a-z]+\",.*\\}"), line);
        events.add(line.replaceAll("\\{\"event\":\"([a-z]+)\".*", "$1"));
      }
    }
    assertEquals(
        List.of("state", "state", "prompt", "answer", "finding"), events.subList(0, 5), said());
    assertEquals("profile", events.getLast());
  }

  @Test
  void theSpeedIsSearchedAndItsScanCounts() throws IOException, InterruptedException {
    PseudoTerminal.assumeThatSocatIsHere();
    try (PseudoTerminal line = PseudoTerminal.in(directory)) {
      CompletableFuture<Integer> code = started(line.device(), "--baud", "auto", "--seconds", "5");
      await("Listening at 9600 baud.");
      line.sends("\u00f8\u0000\u00e0\r");
      await("Listening at 115200 baud.");
      // The port is being opened anew; what comes before it is open is lost, as with a real one.
      for (int i = 0; i < 20 && !said().contains("sends at"); i++) {
        line.sends(TestCode.LAYOUT.content() + "\r");
        Thread.sleep(100);
      }
      await("The scanner sends at 115200 baud.");
      await("Code 1 was read.");
      types("q");
      assertEquals(0, code.join(), said());
      assertTrue(said().contains("baud=115200\n"), said());
    }
  }

  @Test
  void garbageAtTheUsualSpeedStartsTheSearch() throws IOException, InterruptedException {
    PseudoTerminal.assumeThatSocatIsHere();
    try (PseudoTerminal line = PseudoTerminal.in(directory)) {
      CompletableFuture<Integer> code = started(line.device(), "--seconds", "3");
      await("[1 of 4]");
      line.sends("\u00f8\u0000\u00e0\r");
      await("Scan code 1 again and again");
      assertEquals(3, code.join(), said());
    }
  }

  @Test
  void theWatchShowsBytesCountersAndStates() throws IOException, InterruptedException {
    PseudoTerminal.assumeThatSocatIsHere();
    CompletableFuture<Integer> code;
    try (PseudoTerminal line = PseudoTerminal.in(directory)) {
      code = started(line.device(), "--watch");
      await("ready: Ready at");
      line.sends("]C1010950110153000310A\u001d17251231\r");
      await("reads 1, bounces 0, rejects 0, reconnects 0");
      line.sends("]C1010950110153000310A\u001d17251231\r");
      line.sends("x\u0000\r");
      await("rejects 1");
    }
    await("lost: ");
    try (PseudoTerminal line = PseudoTerminal.in(directory)) {
      // Until the scanner has come back, nobody hears it.
      for (int i = 0; i < 40 && !said().contains("reconnects 1"); i++) {
        line.sends("back\r");
        Thread.sleep(50);
      }
      await("reconnects 1");
      types("q");
      assertEquals(0, code.join(), said());
    }
    assertTrue(said().contains("]C1010950110153000310A<GS>17251231  (0 ms"), said());
    assertTrue(said().contains("5D 43 31 30 31"), said());
    assertTrue(
        said()
            .contains(
                "element string (01)09501101530003 (10)A (17)251231: product 09501101530003, lot A,"
                    + " expiry 2025-12-31"),
        said());
    assertTrue(said().contains("refused (noise): The scanner sent noise."), said());
  }

  @Test
  void aScannerThatIsNotThereIsSaidAndIsThree() throws InterruptedException {
    String path = directory.resolve("nothing").toString();
    assertEquals(3, run("", path, "--seconds", "1"));
    assertTrue(said().contains("lost: No scanner at " + path), said());
    assertTrue(said().endsWith("The scanner is not there, so nothing is known of it.\n"), said());
    assertEquals(3, run("", path, "--watch", "--seconds", "1"));
    assertEquals(3, run("", path, "--baud", "auto", "--seconds", "1"));
  }

  @Test
  void whoSkipsAllLearnsNothing() throws IOException, InterruptedException {
    PseudoTerminal.assumeThatSocatIsHere();
    try (PseudoTerminal line = PseudoTerminal.in(directory)) {
      assertEquals(3, run("\n\nskip\n\n", line.device()));
      assertTrue(said().contains("No test code was read"), said());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/dev/a /dev/b",
        "/dev/a --fast",
        "/dev/a --baud",
        "/dev/a --baud quick",
        "/dev/a --baud 12",
        "/dev/a --baud 9999999",
        "/dev/a --seconds soon",
        "/dev/a --lane a_b",
        "/dev/a --preset nobody",
        "--codes page.gif",
        "--codes /no/such/place/page.svg",
      })
  void wrongUseIsTwoAndSaysWhere(String words) throws InterruptedException {
    assertEquals(2, run("", words.isEmpty() ? new String[0] : words.split(" ")));
    String said = errors.toString(StandardCharsets.UTF_8);
    assertTrue(said.startsWith("scanner: "), said);
    assertTrue(said.endsWith("; try stockwright scanner --help\n"), said);
  }

  @Test
  void aBrokenProfileIsRefusedInWords() throws IOException, InterruptedException {
    Path profile = directory.resolve("gun.scanner");
    Files.writeString(profile, "lane=1\ncolour=red\npath=x\n");
    assertEquals(2, run("", "/dev/a", "--watch", "--profile", profile.toString()));
    assertTrue(
        errors.toString(StandardCharsets.UTF_8).contains("unknown key \"colour\""),
        errors.toString(StandardCharsets.UTF_8));
  }

  @Test
  void helpPresetsAndPages() throws IOException, InterruptedException {
    assertEquals(0, run("", "--help"));
    assertEquals(0, run("", "--presets"));
    assertTrue(said().contains("zebra_usb"), said());
    for (String ending : List.of("svg", "png")) {
      Path page = directory.resolve("page." + ending);
      assertEquals(0, run("", "--codes", page.toString()));
      assertTrue(Files.size(page) > 1_000);
    }
  }
}
