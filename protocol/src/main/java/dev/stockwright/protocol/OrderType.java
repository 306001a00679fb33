package dev.stockwright.protocol;

import dev.stockwright.vocabulary.InvalidValue;

/// What an order is: a customer's order, a cart that somebody is still filling, or one that was
/// written by hand.
public enum OrderType {
  ORDER("order"),
  CART("cart"),
  MANUAL("manual");

  private final String code;

  OrderType(String code) {
    this.code = code;
  }

  /// As written on the wire and in the database.
  public String code() {
    return code;
  }

  /// The type that is written `code`.
  public static OrderType of(String code) {
    for (OrderType type : values()) {
      if (type.code.equals(code)) {
        return type;
      }
    }
    throw new InvalidValue(
        "invalid_type", "type " + code + " is not known; use order, cart or manual");
  }
}
