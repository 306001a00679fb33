package dev.stockwright.devices.labels;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.devices.labels.LabelPaper.Resolution;
import dev.stockwright.devices.labels.LabelPrinter.Answer;
import dev.stockwright.devices.labels.LabelPrinter.Handed;
import dev.stockwright.devices.labels.simulated.Fault;
import dev.stockwright.devices.labels.simulated.SimulatedPrinter;
import dev.stockwright.devices.link.SocatLine;
import dev.stockwright.devices.link.TcpLink;
import dev.stockwright.devices.serial.SerialLine;
import dev.stockwright.devices.serial.SerialSettings;
import dev.stockwright.vocabulary.DeviceId;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ZplPrinterTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final DeviceId NAME = new DeviceId("printer-1");

  private final MadeLabel.Ready label =
      Samples.ready(
          Samples.MAKER.make(
              Samples.location("A-03-02"), Samples.paper("57x32", Resolution.DPI_203), 1));

  private static SimulatedPrinter printer(Optional<Path> folder) throws IOException {
    return SimulatedPrinter.start(
        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
        folder,
        Duration.ZERO,
        printed -> {});
  }

  private static ZplPrinter at(SimulatedPrinter printer) {
    return new ZplPrinter(
        NAME, TcpLink.to("127.0.0.1", printer.port()), true, Duration.ofMillis(300));
  }

  @Test
  void aLabelIsPrintedAndDrawn(@TempDir Path folder) throws IOException, InterruptedException {
    try (SimulatedPrinter printer = printer(Optional.of(folder))) {
      DirectPrint.Outcome outcome = DirectPrint.print(at(printer), label.zpl(), PATIENCE);
      assertTrue(outcome.printed(), outcome.sentence());
      assertEquals(1, printer.printed().size());
      assertEquals(label.zpl().strip(), printer.printed().getFirst().zpl());
      byte[] png = Files.readAllBytes(folder.resolve("0001.png"));
      assertEquals(List.of("]C0A-03-02"), SymbolReader.read(label.zpl(), png));
      assertEquals(label.zpl().strip(), Files.readString(folder.resolve("0001.zpl")));
    }
  }

  @Test
  void whatKeepsThePrinterFromPrintingIsSaid() throws IOException, InterruptedException {
    try (SimulatedPrinter printer = printer(Optional.empty())) {
      ZplPrinter port = at(printer);
      printer.suffer(Fault.PAPER_OUT);
      assertOutcome(false, "Not printed. Out of labels.", port);
      printer.suffer(Fault.HEAD_OPEN);
      assertOutcome(false, "Not printed. The print head is open.", port);
      printer.suffer(Fault.PAUSED);
      assertOutcome(false, "Not printed. The printer is paused.", port);
      assertEquals(0, printer.printed().size(), "nothing was handed over");
      printer.suffer(Fault.PAPER_OUT_SILENT);
      assertEquals(new Answer.Silent(), port.ask());
      assertFalse(DirectPrint.status(port).printed());
      printer.suffer(Fault.SILENT);
      assertOutcome(false, "Sent, not confirmed.", port);
      assertTrue(printer.awaitPrinted(1, PATIENCE));
      printer.suffer(Fault.DROPS);
      DirectPrint.Outcome dropped = DirectPrint.print(port, label.zpl(), PATIENCE);
      assertFalse(dropped.printed(), dropped.sentence());
      assertEquals(1, printer.printed().size());
    }
  }

  private void assertOutcome(boolean printed, String begin, ZplPrinter port)
      throws InterruptedException {
    DirectPrint.Outcome outcome = DirectPrint.print(port, label.zpl(), PATIENCE);
    assertEquals(printed, outcome.printed(), outcome.sentence());
    assertTrue(outcome.sentence().startsWith(begin), outcome.sentence());
  }

  @Test
  void aPrinterThatIsNotThereIsAway() throws IOException, InterruptedException {
    int port;
    try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = closed.getLocalPort();
    }
    ZplPrinter away = ZplPrinter.at(NAME, TcpLink.to("127.0.0.1", port));
    Answer.Away answer = assertInstanceOf(Answer.Away.class, away.ask());
    assertTrue(answer.why().sentence().contains("Switch the device on"), answer.why().sentence());
    assertInstanceOf(Handed.Nothing.class, away.hand(label.zpl(), true));
    ZplPrinter unnamed = ZplPrinter.at(NAME, TcpLink.to("no-such-host.invalid", 9100));
    assertInstanceOf(Answer.Away.class, unnamed.ask());
  }

  @Test
  void aPrinterThatReadsNothingEndsInATimeOut() throws IOException, InterruptedException {
    try (ServerSocket deaf = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      deaf.setReceiveBufferSize(1024);
      ZplPrinter port =
          new ZplPrinter(
              NAME,
              TcpLink.to(
                  "127.0.0.1", deaf.getLocalPort(), Duration.ofSeconds(2), Duration.ofMillis(300)),
              false,
              Duration.ofMillis(200));
      assertEquals(new Answer.Silent(), port.ask());
      String huge = "^XA^FX" + "x".repeat(20_000_000) + "^XZ";
      Handed.Nothing nothing = assertInstanceOf(Handed.Nothing.class, port.hand(huge, false));
      assertTrue(nothing.why().sentence().contains("takes no more data"), nothing.why().sentence());
    }
  }

  @Test
  void aSerialPrinterWorksTheSame(@TempDir Path directory)
      throws IOException, InterruptedException {
    try (SimulatedPrinter printer = printer(Optional.empty());
        SocatLine line = SocatLine.to(directory, "TCP:127.0.0.1:" + printer.port())) {
      ZplPrinter port =
          new ZplPrinter(
              NAME,
              SerialLine.at(SerialSettings.of(line.device()), "printer"),
              true,
              Duration.ofSeconds(5));
      assertInstanceOf(Answer.Is.class, port.ask());
    }
    ZplPrinter gone = ZplPrinter.serial(NAME, SerialSettings.of(directory.resolve("a").toString()));
    Answer.Away away = assertInstanceOf(Answer.Away.class, gone.ask());
    assertTrue(away.why().sentence().startsWith("No printer at"), away.why().sentence());
  }

  @Test
  void aLabelGoesOverASerialLine(@TempDir Path directory) throws IOException, InterruptedException {
    try (SimulatedPrinter printer = printer(Optional.empty());
        SocatLine line = SocatLine.to(directory, "TCP:127.0.0.1:" + printer.port())) {
      ZplPrinter port =
          new ZplPrinter(
              NAME,
              SerialLine.at(SerialSettings.of(line.device()), "printer"),
              true,
              Duration.ofSeconds(5));
      assertInstanceOf(Handed.All.class, port.hand(label.zpl(), true));
      assertTrue(printer.awaitPrinted(1, PATIENCE));
      assertEquals(label.zpl().strip(), printer.printed().getFirst().zpl());
    }
  }
}
