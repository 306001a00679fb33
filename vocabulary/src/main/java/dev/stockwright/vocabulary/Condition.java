package dev.stockwright.vocabulary;

/// The condition of goods; part of the key of every balance. Only `AVAILABLE` goods can be
// promised.
public enum Condition {
  AVAILABLE("available"),
  QUARANTINE("quarantine"),
  DAMAGED("damaged"),
  HOLD("hold");

  private final String code;

  Condition(String code) {
    this.code = code;
  }

  /// As written on the wire and in the database.
  public String code() {
    return code;
  }

  /// The condition that is written `code`.
  public static Condition of(String code) {
    for (Condition condition : values()) {
      if (condition.code.equals(code)) {
        return condition;
      }
    }
    throw Form.invalid("condition", code, "one of available, quarantine, damaged, hold");
  }
}
