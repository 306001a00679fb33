package dev.stockwright.devices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.devices.llrp.simulated.ReaderModel;
import dev.stockwright.devices.llrp.simulated.SimulatedReader;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ReaderMainTest {
  /// An SGTIN-96: GTIN 80614141123458, serial 6789.
  private static final String SGTIN = "3074257bf7194e4000001a85";

  private final Printed out = new Printed();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final CountDownLatch stop = new CountDownLatch(1);
  private final SimulatedReader simulated = new SimulatedReader(ReaderModel.impinj(), 0);

  @AfterEach
  void switchOff() {
    simulated.close();
  }

  private int run(String... words) {
    return ReaderMain.run(
        List.of(words),
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8),
        stop);
  }

  private List<String> lines() {
    return out.toString(StandardCharsets.UTF_8).lines().toList();
  }

  @FunctionalInterface
  private interface Doing {
    void run() throws Exception;
  }

  /// Runs the command while something happens in front of the antennas.
  private int listening(Doing doing, String... words) throws Exception {
    List<Throwable> mistakes = new ArrayList<>();
    Thread happening =
        Thread.ofVirtual()
            .start(
                () -> {
                  try {
                    assertTrue(simulated.awaitReading(Duration.ofSeconds(10)));
                    doing.run();
                  } catch (Exception | AssertionError e) {
                    mistakes.add(e);
                  } finally {
                    stop.countDown();
                  }
                });
    int status = run(words);
    happening.join();
    assertEquals(List.of(), mistakes);
    return status;
  }

  private void awaitLine(String part) throws InterruptedException {
    out.await(part);
  }

  /// What was printed; lets tests wait for it.
  private static final class Printed extends ByteArrayOutputStream {
    @Override
    public synchronized void write(byte[] bytes, int from, int length) {
      super.write(bytes, from, length);
      notifyAll();
    }

    synchronized void await(String part) throws InterruptedException {
      long until = System.nanoTime() + 10_000_000_000L;
      while (!toString(StandardCharsets.UTF_8).contains(part)) {
        long left = (until - System.nanoTime()) / 1_000_000;
        assertTrue(left > 0, "no " + part + " in " + toString(StandardCharsets.UTF_8));
        wait(Math.max(1, left));
      }
    }
  }

  @Test
  void tellsWhoTheReaderIsAndEachRead() throws Exception {
    int status =
        listening(
            () -> {
              simulated.hear(2, SGTIN, -51);
              awaitLine("\"event\":\"read\"");
            },
            "127.0.0.1:" + simulated.port(),
            "--json",
            "--reads");
    assertEquals(0, status);
    List<String> lines = lines();
    assertTrue(lines.getFirst().contains("\"state\":\"connecting\""), lines.toString());
    String ready =
        lines.stream().filter(l -> l.contains("\"state\":\"ready\"")).findFirst().orElseThrow();
    assertTrue(
        ready.contains(
            "\"simulated\":true,\"maker\":\"Impinj\",\"model\":\"Speedway R420\","
                + "\"firmware\":\"5.14.0.240 (simulated)\",\"antennas\":4,\"time\":\""),
        ready);
    String read =
        lines.stream().filter(l -> l.contains("\"event\":\"read\"")).findFirst().orElseThrow();
    assertTrue(
        read.startsWith(
            "{\"event\":\"read\",\"epc\":\""
                + SGTIN
                + "\",\"id_uri\":\"urn:epc:id:sgtin:0614141.812345.6789\","
                + "\"antenna\":2,\"rssi\":-51,\"count\":1,\"time\":\""),
        read);
  }

  @Test
  void linesForPeopleNameTheReaderAsSimulated() throws Exception {
    int status =
        listening(
            () -> {
              simulated.hear(2, "00ff", -51);
              awaitLine("00ff");
            },
            "127.0.0.1:" + simulated.port(),
            "--reads");
    assertEquals(0, status);
    assertTrue(
        lines()
            .contains(
                "This is a SIMULATED Impinj Speedway R420, firmware 5.14.0.240 (simulated), 4 antennas."),
        lines().toString());
    assertTrue(lines().stream().anyMatch(l -> l.endsWith("read      00ff antenna 2, -51 dBm")));
    assertEquals("1 reads, 0 reports refused, 0 reconnects.", lines().getLast());
  }

  @Test
  void theRawTrafficIsKept(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("traffic");
    listening(
        () -> {
          simulated.hear(2, SGTIN, -51);
          awaitLine("\"event\":\"read\"");
        },
        "127.0.0.1:" + simulated.port(),
        "--json",
        "--reads",
        "--record",
        file.toString());
    String kept = Files.readString(file);
    assertTrue(kept.contains(" reader-1 out 0401"), kept);
    assertTrue(kept.contains("8d" + SGTIN), kept);
  }

  @Test
  void aReaderThatIsNotThereIsExitCodeThree() {
    simulated.close();
    assertEquals(3, run("127.0.0.1:" + simulated.port(), "--seconds", "1", "--json"));
    assertTrue(lines().stream().anyMatch(l -> l.contains("\"state\":\"lost\"")));
  }

  @Test
  void wrongUseIsExitCodeTwo() {
    List<List<String>> wrong =
        List.of(
            List.of(),
            List.of("one", "two"),
            List.of("host:99999"),
            List.of("host:x"),
            List.of("host", "--seconds"),
            List.of("host", "--seconds", "soon"),
            List.of("host", "--session", "4"),
            List.of("host", "--antennas", "0"),
            List.of("host", "--antennas", "1,,2"),
            List.of("host", "--power", "strong"),
            List.of("host", "--door", "1"),
            List.of("host", "--colour"));
    for (List<String> words : wrong) {
      assertEquals(2, run(words.toArray(new String[0])), words.toString());
      assertTrue(err.toString(StandardCharsets.UTF_8).startsWith("reader: "));
    }
    assertEquals(0, run("--help"));
  }
}
