package dev.stockwright.server.security;

import java.util.Locale;

/// What kind of work a person does; with the warehouses it decides what they may do.
public enum Role {
  WORKER,
  RECEIVER,
  COUNTER,
  SUPERVISOR,
  ADMIN,
  /// A program: a till, a shop, an ERP.
  INTEGRATION;

  /// As written on the wire and in the database.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The role that is written `code`.
  public static Role of(String code) {
    for (Role role : values()) {
      if (role.code().equals(code)) {
        return role;
      }
    }
    throw new IllegalArgumentException("role: " + code);
  }
}
