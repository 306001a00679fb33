package dev.stockwright.desktop.attention;

import java.time.Instant;
import java.util.Optional;

/// One refused command.
///
/// @param id of the command
/// @param done what was done on the floor, such as `Received 24 Tape measure 5 m`
/// @param why the sentence of the refusal; says what to do
/// @param who person and device
/// @param held that a supervisor has it, and since when; then there is nothing to do here
public record AttentionItem(
    String id, Instant at, String done, String why, String who, Optional<String> held) {
  public AttentionItem(String id, Instant at, String done, String why, String who) {
    this(id, at, done, why, who, Optional.empty());
  }
}
