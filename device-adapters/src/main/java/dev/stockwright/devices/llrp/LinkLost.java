package dev.stockwright.devices.llrp;

import dev.stockwright.devices.reasons.Told;

/// The connection to a reader ended. What it tells people says what to do.
final class LinkLost extends Exception {
  private static final long serialVersionUID = 1;

  private final transient Told told;
  private final boolean busy;

  LinkLost(Told told) {
    this(told, false);
  }

  private LinkLost(Told told, boolean busy) {
    super(told.sentence(), null, false, false);
    this.told = told;
    this.busy = busy;
  }

  /// Somebody else has the reader: it makes no sense to ask again at once.
  static LinkLost busy(Told told) {
    return new LinkLost(told, true);
  }

  boolean busy() {
    return busy;
  }

  Told told() {
    return told;
  }
}
