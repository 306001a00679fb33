package dev.stockwright.desktop.attention;

/// What can be done with refused work. Called on the JavaFX thread; must return at once.
public interface AttentionActions {
  /// Sends the same again as a new command, because what was in the way is gone.
  void sendAgain(String id);

  /// Sends it again as a decision of a supervisor: it happened, although the books say otherwise.
  void insist(String id);

  /// Sends it to a supervisor, who decides about it; it stays in the list until then.
  void refer(String id);

  /// Gives it up; the reason is kept with it.
  void discard(String id, String reason);
}
