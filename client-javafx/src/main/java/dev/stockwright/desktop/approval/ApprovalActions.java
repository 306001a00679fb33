package dev.stockwright.desktop.approval;

/// What is done when a supervisor stands at the desk. Called on the JavaFX thread; must return at
/// once and answer through the view model.
public interface ApprovalActions {
  /// A user name was typed instead of a badge that is scanned.
  void supervisorNamed(String user);

  /// The PIN, whole.
  void supervisorPin(String digits);

  /// One step back: from the PIN to the badge, from there out of the question.
  void supervisorBack();
}
