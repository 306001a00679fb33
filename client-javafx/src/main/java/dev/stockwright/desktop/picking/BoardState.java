package dev.stockwright.desktop.picking;

import java.time.Duration;
import java.time.Instant;

/// How the board stands with the server.
public sealed interface BoardState {
  record Asking() implements BoardState {}

  /// @param more the server has more orders than are shown
  record Shown(Instant at, boolean more) implements BoardState {}

  /// The server has never answered.
  record Unanswered() implements BoardState {}

  /// How old the picture is when it does not follow the server.
  record Old(Instant since, Duration age) {}
}
