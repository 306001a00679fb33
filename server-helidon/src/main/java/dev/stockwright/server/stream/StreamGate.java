package dev.stockwright.server.stream;

import io.helidon.http.Headers;
import java.util.Optional;

/// Knows who may open a session.
public interface StreamGate {
  /// The caller behind the headers of an upgrade; empty when they name nobody who is signed in. May
  /// read the database.
  Optional<Caller> admit(Headers headers);
}
