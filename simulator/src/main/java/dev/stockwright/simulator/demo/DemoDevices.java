package dev.stockwright.simulator.demo;

import dev.stockwright.devices.labels.simulated.SimulatedPrinter;
import dev.stockwright.devices.llrp.simulated.ReaderModel;
import dev.stockwright.devices.llrp.simulated.SimulatedReader;
import dev.stockwright.devices.rfid.scenes.DockPhysics;
import dev.stockwright.devices.rfid.scenes.DockScenes;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The simulated devices of the demo: an RFID reader at two dock doors where pallets come and go, and
/// a printer that draws its labels into a folder. Each listens on this machine only, at any free port.
final class DemoDevices implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(DemoDevices.class);
  private static final Duration BETWEEN_SCENES = Duration.ofSeconds(10);
  private static final Duration LABEL_TIME = Duration.ofMillis(400);

  private final SimulatedReader reader;
  private final SimulatedPrinter printer;
  private final Thread scenes;

  private DemoDevices(SimulatedReader reader, SimulatedPrinter printer) {
    this.reader = reader;
    this.printer = printer;
    this.scenes = Thread.ofVirtual().name("demo-scenes").start(this::play);
  }

  /// @param labels where the printer's labels go, as pictures and as ZPL
  static DemoDevices start(Path labels) {
    SimulatedReader reader = new SimulatedReader(ReaderModel.impinj(), 0);
    try {
      return new DemoDevices(
          reader,
          SimulatedPrinter.start(
              new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
              Optional.of(labels),
              LABEL_TIME,
              label -> LOG.info("a label came out: {}", label)));
    } catch (IOException e) {
      reader.close();
      throw new DemoUnfit("The simulated printer cannot be started: " + e, e);
    }
  }

  List<DemoDevice> list() {
    return List.of(
        new DemoDevice("reader", "127.0.0.1:" + reader.port(), true),
        new DemoDevice("printer", "127.0.0.1:" + printer.port(), true));
  }

  /// One scene after another, each while somebody listens.
  private void play() {
    try {
      for (int seed = 1; !Thread.currentThread().isInterrupted(); seed++) {
        reader.play(DockScenes.scene(seed, DockPhysics.standard()));
        reader.rest(BETWEEN_SCENES);
      }
    } catch (InterruptedException e) {
      LOG.debug("the demo ends");
    }
  }

  @Override
  public void close() {
    scenes.interrupt();
    reader.close();
    printer.close();
  }
}
