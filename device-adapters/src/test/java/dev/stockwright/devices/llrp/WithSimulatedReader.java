package dev.stockwright.devices.llrp;

import dev.stockwright.devices.llrp.simulated.ReaderModel;
import dev.stockwright.devices.llrp.simulated.SimulatedReader;
import dev.stockwright.vocabulary.DeviceId;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;

/// A simulated reader, a client for it, and what that hears.
abstract class WithSimulatedReader {
  static final DeviceId NAME = new DeviceId("reader-1");
  static final Duration KEEPALIVE = Duration.ofMillis(250);
  static final String EPC = "00a1feadbeef001122334455";

  final SimulatedReader simulated = new SimulatedReader(ReaderModel.impinj(), 0);
  final HeardTags heard = new HeardTags();
  final ReaderSettings settings =
      ReaderSettings.of(NAME, "127.0.0.1", simulated.port())
          .signs(KEEPALIVE, ReaderSettings.Reports.each());

  @AfterEach
  void switchOff() {
    simulated.close();
  }

  LlrpReader started(ReaderSettings with) {
    LlrpReader reader = new LlrpReader(with, InstantSource.system());
    reader.start(heard);
    return reader;
  }
}
