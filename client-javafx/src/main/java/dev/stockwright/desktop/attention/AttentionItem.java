package dev.stockwright.desktop.attention;

import java.time.Instant;

/// One refused command.
///
/// @param id of the command
/// @param done what was done on the floor, such as `Received 24 Tape measure 5 m`
/// @param why the sentence of the refusal; says what to do
/// @param who person and device
public record AttentionItem(String id, Instant at, String done, String why, String who) {}
