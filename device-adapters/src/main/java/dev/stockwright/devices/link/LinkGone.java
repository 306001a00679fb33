package dev.stockwright.devices.link;

/// The line to a device cannot be opened, or it broke.
public final class LinkGone extends Exception {
  private static final long serialVersionUID = 1L;

  public LinkGone(String sentence) {
    super(sentence);
  }

  /// What happened and what to do, for people.
  public String sentence() {
    return String.valueOf(getMessage());
  }
}
