package dev.stockwright.mobile.look;

import dev.stockwright.client.workflow.Signal;

/// How outcomes are felt. Returns at once.
@FunctionalInterface
public interface Haptics {
  /// Where nothing vibrates: a computer, and any phone as long as there is no service for it.
  Haptics NONE = signal -> {};

  void pulse(Signal signal);
}
