package dev.stockwright.devices.link;

import dev.stockwright.devices.reasons.Told;

/// The line to a device cannot be opened, or it broke.
public final class LinkGone extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Told told;

  public LinkGone(Told told) {
    super(told.sentence());
    this.told = told;
  }

  /// What happened and what to do, for people.
  public Told told() {
    return told;
  }
}
