package dev.stockwright.server.tasks;

import java.util.Locale;

/// What a task is.
public enum TaskKind {
  RECEIVE,
  PUT_AWAY,
  PICK,
  REPLENISH,
  COUNT,
  /// Look whether a bin is really empty.
  ZERO_CHECK,
  PACK,
  LOAD,
  TRANSFER,
  /// Look at something that the books cannot explain.
  CHECK;

  /// As written in the database and on the wire.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
