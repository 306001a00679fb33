package dev.stockwright.simulator.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.devices.DeviceHealth;
import dev.stockwright.devices.labels.DirectPrint;
import dev.stockwright.devices.labels.ZplPrinter;
import dev.stockwright.devices.link.TcpLink;
import dev.stockwright.devices.llrp.LlrpReader;
import dev.stockwright.devices.llrp.ReaderSettings;
import dev.stockwright.devices.rfid.TagListener;
import dev.stockwright.devices.rfid.TagSighting;
import dev.stockwright.vocabulary.DeviceId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The demo's devices, as whoever tries them out meets them.
class DemoDevicesTest {
  @TempDir private Path folder;
  private DemoDevices devices;

  @BeforeEach
  void switchOn() {
    devices = DemoDevices.start(folder.resolve("labels"));
  }

  @AfterEach
  void switchOff() {
    devices.close();
  }

  private int port(String kind) {
    DemoDevice device =
        devices.list().stream().filter(one -> one.kind().equals(kind)).findFirst().orElseThrow();
    assertTrue(device.simulated());
    assertTrue(device.address().startsWith("127.0.0.1:"), device.address());
    return Integer.parseInt(device.address().substring("127.0.0.1:".length()));
  }

  @Test
  void palletsComeToTheReadersDoors() throws InterruptedException {
    BlockingQueue<TagSighting> heard = new LinkedBlockingQueue<>();
    ReaderSettings settings =
        ReaderSettings.of(new DeviceId("reader-1"), "127.0.0.1", port("reader"));
    try (LlrpReader reader = new LlrpReader(settings, InstantSource.system())) {
      reader.start(new Ear(heard));
      TagSighting sighting = heard.poll(20, TimeUnit.SECONDS);
      assertTrue(sighting != null && sighting.antenna() <= 4, "nothing was heard");
      assertTrue(reader.health().simulated(), reader.health()::toString);
    }
  }

  private record Ear(BlockingQueue<TagSighting> heard) implements TagListener {
    @Override
    public void sighted(List<TagSighting> sightings) {
      heard.addAll(sightings);
    }

    @Override
    public void inputChanged(int port, boolean on) {}

    @Override
    public void healthChanged(DeviceHealth health) {}
  }

  @Test
  void thePrinterDrawsItsLabels() throws Exception {
    ZplPrinter printer =
        ZplPrinter.at(new DeviceId("printer-1"), TcpLink.to("127.0.0.1", port("printer")));
    DirectPrint.Outcome outcome =
        DirectPrint.print(
            printer, "^XA^FO50,50^A0N,40,40^FDHello^FS^XZ", Duration.ofSeconds(20));
    assertTrue(outcome.printed(), outcome.sentence());
    try (Stream<Path> files = Files.list(folder.resolve("labels"))) {
      assertEquals(1, files.filter(file -> file.toString().endsWith(".png")).count());
    }
  }
}
