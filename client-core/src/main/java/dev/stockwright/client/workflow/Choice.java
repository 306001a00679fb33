package dev.stockwright.client.workflow;

/// What a worker can answer to a question of a workflow.
public enum Choice {
  /// Leave it; nothing is recorded.
  DISCARD,
  /// It goes with the other document that wants it; change over to that one.
  USE_OTHER_ORDER,
  /// It came with this document all the same.
  EXTRA_LINE,
  /// Record it although the books say otherwise.
  INSIST,
  /// The large quantity is meant.
  CONFIRM,
  /// Take it in, but not to be used.
  QUARANTINE,
  /// Put it beside for somebody to look.
  SET_ASIDE
}
