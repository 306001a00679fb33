package dev.stockwright.devices.serial;

import dev.stockwright.devices.reasons.Told;

/// The line to a scanner cannot be opened or is gone; with what to tell people.
final class LinkFailure extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Told told;

  LinkFailure(Told told) {
    super(told.sentence());
    this.told = told;
  }

  /// What happened and what to do.
  Told told() {
    return told;
  }
}
