package dev.stockwright.client.store;

/// The device's store did not take or give something. What a worker can be told is in
/// [#sentence()].
public final class StoreFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /// What is wrong.
  public enum Kind {
    /// No space is left on the device.
    FULL("The storage of this device is full. Free some space, then scan again."),
    /// The file may not be written.
    READ_ONLY("The storage of this device is read-only. Ask a supervisor."),
    /// The file does not hold what was written.
    CORRUPT("The storage of this device is damaged. Restart the app, then check the last scans."),
    /// Another process has it open.
    IN_USE("The app is open already on this device. Close the other one."),
    /// A newer release of the app wrote it.
    TOO_NEW("A newer app wrote this storage. Install the newer app again."),
    /// Anything else.
    BROKEN("The storage of this device does not work. Restart the app.");

    private final String sentence;

    Kind(String sentence) {
      this.sentence = sentence;
    }

    /// For people: the fact, then what to do.
    public String sentence() {
      return sentence;
    }
  }

  private final Kind kind;

  public StoreFailure(Kind kind, String detail) {
    super(kind + ": " + detail);
    this.kind = kind;
  }

  public StoreFailure(Kind kind, String detail, Throwable cause) {
    super(kind + ": " + detail, cause);
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }

  /// For people: the fact, then what to do.
  public String sentence() {
    return kind.sentence();
  }
}
