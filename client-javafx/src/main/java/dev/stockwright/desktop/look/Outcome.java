package dev.stockwright.desktop.look;

/// What a step came to. Each has its own colour, pictogram, word and tone, so that none of them is
/// needed alone.
public enum Outcome {
  /// Counted and saved.
  ACCEPT("accept", Icon.CHECK, "Accepted"),
  /// Counted, and with it a line or a receipt is complete.
  DONE("done", Icon.CHECK_CHECK, "Done"),
  /// Waits for a decision; nothing is counted yet.
  ATTENTION("attention", Icon.TRIANGLE_ALERT, "Decide"),
  /// Nothing has changed.
  REJECT("reject", Icon.OCTAGON_X, "Not counted"),
  /// About a device or the connection, not about the goods.
  SYSTEM("system", Icon.CLOUD_OFF, "System");

  private final String styleClass;
  private final Icon icon;
  private final String word;

  Outcome(String styleClass, Icon icon, String word) {
    this.styleClass = styleClass;
    this.icon = icon;
    this.word = word;
  }

  /// Its class in `stockwright.css`.
  public String styleClass() {
    return styleClass;
  }

  public Icon icon() {
    return icon;
  }

  /// One word for it, read out before the headline.
  public String word() {
    return word;
  }
}
