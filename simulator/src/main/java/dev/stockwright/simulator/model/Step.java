package dev.stockwright.simulator.model;

import dev.stockwright.protocol.Command;

/// One thing that a history does. Steps name earlier ones by their index, which stays when others
/// are dropped.
///
/// @param index in the history as it was drawn
public record Step(int index, Act act) {
  /// What is done.
  public sealed interface Act {
    /// A new command.
    ///
    /// @param numbered sent by the device that numbers
    record Order(Command command, boolean numbered, boolean insisted) implements Act {}

    /// A new command that undoes an earlier one.
    record UndoOf(int step) implements Act {}

    /// The same envelope again.
    record Repeat(int step) implements Act {}

    /// The id of an earlier envelope with other content.
    record Twist(int step, Command command) implements Act {}

    /// A new command with a number beyond the next one.
    record Gap(Command command) implements Act {}

    /// A new command with a number that was used before.
    record Reuse(Command command) implements Act {}
  }
}
