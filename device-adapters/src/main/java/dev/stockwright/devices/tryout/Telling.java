package dev.stockwright.devices.tryout;

import dev.stockwright.devices.DeviceHealth;
import dev.stockwright.devices.RefusedRead;
import dev.stockwright.devices.scanner.Answer;
import dev.stockwright.devices.scanner.Step;
import dev.stockwright.vocabulary.Scan;
import java.time.Duration;

/// How what happens is told: in sentences or as JSON lines. Any thread may tell.
interface Telling {
  /// A sentence for people that stands for nothing else.
  void say(String code, String sentence);

  void ask(Step.Ask step);

  void answer(Answer answer);

  void done(Step.Done done);

  void state(DeviceHealth health);

  /// @param gap since the frame before
  void scan(Scan scan, boolean bounce, Duration gap, DeviceHealth counters);

  void refused(RefusedRead refused, Duration gap, DeviceHealth counters);

  /// The last word of a watch.
  void counters(DeviceHealth counters);
}
