package dev.stockwright.devices.llrp;

/// The connection to a reader ended. The sentence is for people and says what to do.
final class LinkLost extends Exception {
  private static final long serialVersionUID = 1;

  private final boolean busy;

  LinkLost(String sentence) {
    this(sentence, false);
  }

  private LinkLost(String sentence, boolean busy) {
    super(sentence, null, false, false);
    this.busy = busy;
  }

  /// Somebody else has the reader: it makes no sense to ask again at once.
  static LinkLost busy(String sentence) {
    return new LinkLost(sentence, true);
  }

  boolean busy() {
    return busy;
  }

  String sentence() {
    return String.valueOf(getMessage());
  }
}
