package dev.stockwright.simulator.bench;

import java.time.Duration;

/// Something that moves stock as fast as it can for a while.
interface Contestant {
  String name();

  Run run(Duration time);
}
