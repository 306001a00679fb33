package dev.stockwright.mobile.look;

import dev.stockwright.client.words.Text;

/// What was recorded last.
///
/// @param said such as when it was, and whether the server has it
/// @param undoable it can still be taken back
public record LastAction(Text said, boolean undoable) {}
