package dev.stockwright.devices.labels.simulated;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class SimulatePrinterTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);

  private int run(String input, String... arguments) throws IOException, InterruptedException {
    return SimulatePrinter.run(
        List.of(arguments),
        new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
        print,
        print);
  }

  private String said() {
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void itSaysThatItIsSimulatedAndTakesItsFaults(@TempDir Path folder)
      throws IOException, InterruptedException {
    assertEquals(
        0, run("paper-out\nrain\nok\nquit\n", "--port", "0", "--folder", folder.toString()));
    assertTrue(said().startsWith("SIMULATED printer at 127.0.0.1:"), said());
    assertTrue(said().contains("SIMULATED printer: paper-out"), said());
    assertTrue(said().contains("not one of quit, ok, paper-out, paper-out-silent"), said());
  }

  @ParameterizedTest
  @ValueSource(strings = {"--port", "--port x", "--port 70000", "--fault rain", "--what 1"})
  void wrongUseIsSaid(String arguments) throws IOException, InterruptedException {
    assertEquals(2, run("", arguments.split(" ", -1)));
    assertTrue(said().contains("--help"), said());
  }

  @Test
  void aPortThatIsTakenIsSaid() throws IOException, InterruptedException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertEquals(3, run("", "--port", "" + taken.getLocalPort()));
    }
    assertTrue(said().contains("is taken"), said());
  }

  @Test
  void labelsInPiecesInHeapsAndHalfOnesAreTold() throws IOException, InterruptedException {
    try (SimulatedPrinter printer =
            SimulatedPrinter.start(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                Optional.empty(),
                Duration.ZERO,
                label -> {});
        Socket line = new Socket(InetAddress.getLoopbackAddress(), printer.port())) {
      line.setTcpNoDelay(true);
      byte[] bytes =
          "^XA^FD1\u00e4^FS^XZ noise ^XA^FDhalf ^XA^FD2^FS^XZ~HS^XA^FDcut"
              .getBytes(StandardCharsets.UTF_8);
      for (byte b : bytes) {
        line.getOutputStream().write(b);
      }
      line.getOutputStream().flush();
      assertEquals(2, line.getInputStream().read(), "it answers");
      line.shutdownOutput();
      assertTrue(printer.awaitPrinted(2, Duration.ofSeconds(20)));
      assertEquals(
          List.of("^XA^FD1\u00e4^FS^XZ", "^XA^FD2^FS^XZ"),
          printer.printed().stream().map(PrintedLabel::zpl).toList());
    }
  }
}
