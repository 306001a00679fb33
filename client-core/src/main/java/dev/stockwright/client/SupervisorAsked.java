package dev.stockwright.client;

import java.util.Optional;

/// A supervisor is asked at a desk, over the work of whoever is signed in there.
///
/// @param name of the supervisor, where the device knows whose badge it is; else what was typed
public record SupervisorAsked(Stage stage, Optional<String> name) {
  /// What is expected next.
  public enum Stage {
    /// A supervisor's badge, or their user name by the keyboard.
    BADGE,
    /// The PIN of it.
    PIN,
    /// The server's answer.
    ASKING
  }
}
