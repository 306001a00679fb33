package dev.stockwright.protocol;

import dev.stockwright.vocabulary.CommandId;
import io.avaje.jsonb.Json;

/// Reverse the movements of an earlier command by new ones; nothing is deleted. Refused when it was
/// undone before or when the goods have moved on.
@Json(naming = Json.Naming.LowerUnderscore)
public record UndoCommand(CommandId undone) implements StockCommand {
  public UndoCommand {
    Required.field("undone", undone);
  }
}
