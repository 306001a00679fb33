package dev.stockwright.server.stream;

import io.helidon.http.Status;

/// Whether an upgrade is let in.
sealed interface Admission {
  /// Come in.
  record Granted(Caller caller) implements Admission {}

  /// Not now, or not you.
  ///
  /// @param code stable, for machines
  /// @param detail a sentence for people
  record Turned(Status status, String code, String detail) implements Admission {}
}
