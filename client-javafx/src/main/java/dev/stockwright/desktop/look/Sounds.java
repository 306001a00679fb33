package dev.stockwright.desktop.look;

/// How outcomes are heard. Returns at once.
public interface Sounds {
  void play(Outcome outcome);

  /// Soft: a scanner read the same code again at once, and it was taken once.
  void tick();
}
