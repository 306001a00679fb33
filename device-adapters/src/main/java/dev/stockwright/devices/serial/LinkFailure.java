package dev.stockwright.devices.serial;

/// The line to a scanner cannot be opened or is gone; the message is a sentence for people.
final class LinkFailure extends Exception {
  private static final long serialVersionUID = 1L;

  LinkFailure(String sentence) {
    super(sentence);
  }

  /// What happened and what to do.
  String sentence() {
    return String.valueOf(getMessage());
  }
}
