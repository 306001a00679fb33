package dev.stockwright.vocabulary;

/// A value from outside that does not have the form of the noun it claims to be. Borders catch it
/// and answer with its code; inside the house it is never thrown, because values are checked once.
public final class InvalidValue extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final String code;

  /// @param code stable, written out, for machines: `invalid_quantity`
  /// @param message a sentence for people that says what to give instead
  public InvalidValue(String code, String message) {
    super(message);
    this.code = code;
  }

  /// The stable code, such as `invalid_quantity`.
  public String code() {
    return code;
  }
}
