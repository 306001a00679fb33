package dev.stockwright.server.stock;

/// How far a reservation is.
public enum PromiseState {
  PLACED("placed", true),
  COMMITTED("committed", true),
  RELEASED("released", false),
  EXPIRED("expired", false),
  /// All of it has left.
  SHIPPED("shipped", false);

  private final String code;
  private final boolean holding;

  PromiseState(String code, boolean holding) {
    this.code = code;
    this.holding = holding;
  }

  /// As written in the database and on the wire.
  public String code() {
    return code;
  }

  /// Does it hold stock?
  public boolean holding() {
    return holding;
  }

  /// The state that is written `code`.
  public static PromiseState of(String code) {
    for (PromiseState state : values()) {
      if (state.code.equals(code)) {
        return state;
      }
    }
    throw new IllegalArgumentException("promise state " + code);
  }
}
