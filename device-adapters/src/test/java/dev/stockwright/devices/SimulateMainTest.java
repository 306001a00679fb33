package dev.stockwright.devices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.devices.serial.PseudoTerminal;
import dev.stockwright.devices.serial.SerialScanner;
import dev.stockwright.devices.serial.SerialSettings;
import dev.stockwright.vocabulary.DeviceId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SimulateMainTest {
  private static final Duration SOON = Duration.ofSeconds(20);

  @TempDir Path directory;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

  private int run(String... words) throws IOException, InterruptedException {
    return SimulateMain.run(
        List.of(words),
        new PrintStream(bytes, true, StandardCharsets.UTF_8),
        new PrintStream(errors, true, StandardCharsets.UTF_8));
  }

  private String said() {
    return bytes.toString(StandardCharsets.UTF_8);
  }

  @Test
  void aSimulatedScannerIsHeardByARealOne() throws IOException, InterruptedException {
    PseudoTerminal.assumeThatSocatIsHere();
    RecordingListener heard = new RecordingListener();
    Path codes = directory.resolve("codes.txt");
    Files.writeString(codes, "]E09501101530003\n");
    try (PseudoTerminal line = PseudoTerminal.in(directory);
        SerialScanner scanner =
            new SerialScanner(
                new DeviceId("scanner-1"),
                SerialSettings.of(line.device()).withBounceWindow(Duration.ZERO),
                InstantSource.system())) {
      scanner.start(heard);
      heard.await(SOON, () -> scanner.health().state() == DeviceState.READY);
      String to = directory.resolve("gun").toString();
      for (String ending : List.of("cr", "lf", "crlf", "tab", "stx_etx")) {
        assertEquals(
            0,
            run(
                "scanner",
                "--to",
                to,
                "--code",
                "]C10195011015300032112{GS}10A",
                "--from",
                codes.toString(),
                "--every",
                "1",
                "--ending",
                ending));
      }
      heard.await(SOON, () -> heard.scans.size() == 10);
      assertEquals("]C10195011015300032112\u001d10A", heard.texts().getFirst());
      assertEquals("]E09501101530003", heard.texts().getLast());
      assertTrue(said().contains("simulated scan: ]E09501101530003"), said());
    }
  }

  @Test
  void aRecordingIsPlayedToAPort() throws IOException, InterruptedException {
    PseudoTerminal.assumeThatSocatIsHere();
    RecordingListener heard = new RecordingListener();
    Path recording = directory.resolve("traffic.txt");
    Files.writeString(
        recording, "0 scanner-1 in 410d;\n10 scanner-2 in 580d;\n20 scanner-1 in 420d;\n99 s");
    try (PseudoTerminal line = PseudoTerminal.in(directory);
        SerialScanner scanner =
            new SerialScanner(
                new DeviceId("scanner-1"),
                SerialSettings.of(line.device()),
                InstantSource.system())) {
      scanner.start(heard);
      heard.await(SOON, () -> scanner.health().state() == DeviceState.READY);
      assertEquals(
          0,
          run(
              "replay",
              recording.toString(),
              "--to",
              directory.resolve("gun").toString(),
              "--device",
              "scanner-1"));
      heard.await(SOON, () -> heard.scans.size() == 2);
      assertEquals(List.of("A", "B"), heard.texts());
      assertTrue(said().contains("Simulated: played 4 bytes in 2 pieces"), said());
      assertTrue(said().contains("1 lines were cut"), said());
    }
  }

  @Test
  void aRecordingIsPlayedOverTheNetworkBothWays() throws IOException, InterruptedException {
    Path recording = directory.resolve("traffic.txt");
    Files.writeString(recording, "0 reader in 0102;\n500 reader out ff;\n900 reader in 03;\n");
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String to = "127.0.0.1:" + server.getLocalPort();
      assertEquals(0, run("replay", recording.toString(), "--to", to, "--no-delay"));
      try (Socket socket = server.accept()) {
        assertEquals(
            List.of((byte) 1, (byte) 2, (byte) 3), bytesOf(socket.getInputStream().readAllBytes()));
      }
    }
    CompletableFuture<Integer> code = new CompletableFuture<>();
    Thread.ofPlatform()
        .start(
            () -> {
              try {
                code.complete(
                    run("replay", recording.toString(), "--listen", "0", "--direction", "out"));
              } catch (IOException | InterruptedException | RuntimeException e) {
                code.completeExceptionally(e);
              }
            });
    new RecordingListener().await(SOON, () -> said().contains("connection at port "));
    int port = Integer.parseInt(said().replaceAll("(?s).*at port (\\d+)\\..*", "$1"));
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      assertEquals(List.of((byte) -1), bytesOf(socket.getInputStream().readAllBytes()));
    }
    assertEquals(0, code.join());
  }

  private static List<Byte> bytesOf(byte[] bytes) {
    List<Byte> list = new java.util.ArrayList<>();
    for (byte b : bytes) {
      list.add(b);
    }
    return list;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "toaster",
        "scanner",
        "scanner --to",
        "scanner --to x --ending never",
        "scanner --to x --every soon",
        "scanner --to x y",
        "replay",
        "replay a",
        "replay a --to b --listen 1",
        "replay a --listen high",
        "replay a --listen 70000",
        "replay a --to host:70000",
        "replay a --to b --direction up",
      })
  void wrongUseIsTwo(String words) throws IOException, InterruptedException {
    assertEquals(2, run(words.split(" ")), words);
    assertTrue(errors.toString(StandardCharsets.UTF_8).startsWith("simulate "), words);
  }

  @ParameterizedTest
  @ValueSource(strings = {"scanner --to /no/such/port --code A", "replay /no/such/file --to /x"})
  void whatIsNotThereIsThree(String words) throws IOException, InterruptedException {
    assertEquals(3, run(words.split(" ")), words);
    assertTrue(errors.toString(StandardCharsets.UTF_8).endsWith(".\n"), words);
  }

  @Test
  void helpNamesEverySimulation() throws IOException, InterruptedException {
    assertEquals(0, run("--help"));
    assertTrue(said().contains("  scanner "), said());
    assertTrue(said().contains("  replay "), said());
    assertEquals(0, run("scanner", "--help"));
    assertEquals(0, run("replay", "--help"));
    assertEquals(2, run());
  }
}
