package dev.stockwright.protocol;

import dev.stockwright.vocabulary.Operator;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.WarehouseCode;
import io.avaje.jsonb.Json;

/// Why a task cannot be had.
public sealed interface TaskRefusal extends WorkRefusal {
  /// Somebody else works on it.
  @Json(naming = Json.Naming.LowerUnderscore)
  record TaskTaken(Reference number, Operator who) implements TaskRefusal {
    @Override
    public String sentence() {
      return who + " works on task " + number + ". Take another one.";
    }
  }

  /// Nothing waits for this person.
  @Json(naming = Json.Naming.LowerUnderscore)
  record NoTask(WarehouseCode warehouse) implements TaskRefusal {
    @Override
    public String sentence() {
      return "No task waits in " + warehouse + ". Ask again in a while.";
    }

    @Override
    public Sort sort() {
      return Sort.UNKNOWN;
    }
  }
}
