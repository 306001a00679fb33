package dev.stockwright.simulator.bench;

import dev.stockwright.devices.rfid.practice.DirectionScore;
import dev.stockwright.devices.rfid.practice.DockPractice;
import dev.stockwright.devices.rfid.scenes.DockPhysics;
import dev.stockwright.simulator.jmh.ReadingGs1;
import java.nio.file.Path;

/// Everything that hangs on the floor: codes, scanners, readers.
final class DeviceRace {
  private static final int READINGS = 4_000_000;

  private DeviceRace() {}

  static void measure(Path folder, BenchOptions options, Report report) {
    codes(report);
    ScannerRace.measure(folder, report);
    directions(report);
    ReportRatio.measure(report);
    ReaderPromptness.measure(report);
    ReaderRace.run(4, 1_000, options.readerTime(), report);
    ReaderRace.run(1, 8_000, options.readerTime(), report);
  }

  private static void directions(Report report) {
    report.heading("Direction at dock doors, made-up scenes of seeds 1001 to 1100");
    DirectionScore score =
        DirectionScore.of(1_001, 1_100, DockPhysics.standard(), DockPractice::passes);
    report.note(score.toString());
    report.atLeast("told rightly", 100 * score.rightPart(), 97, "%");
    report.atLeast("told rightly, of those that passed", 100 * score.passedRightPart(), 97, "%");
    report.none("stationary tags booked", score.booked());
  }

  private static void codes(Report report) {
    report.heading("GS1 element strings, one thread");
    readings(READINGS);
    long start = System.nanoTime();
    long elements = readings(READINGS);
    double seconds = (System.nanoTime() - start) / 1e9;
    report.atLeast("element strings read", READINGS / seconds, 1_000_000, "/s");
    report.figure("elements in them", elements / seconds, "/s");
  }

  private static long readings(int times) {
    ReadingGs1 codes = new ReadingGs1();
    long elements = 0;
    for (int i = 0; i < times; i++) {
      elements += codes.cartons().elements().list().size();
    }
    return elements;
  }
}
