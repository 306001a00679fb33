package dev.stockwright.fx.sound;

import dev.stockwright.client.workflow.Signal;

/// How outcomes are heard. Returns at once.
public interface Sounds {
  void play(Signal signal);

  /// Soft: a scanner read the same code again at once, and it was taken once.
  void tick();
}
