package dev.stockwright.protocol;

import dev.stockwright.vocabulary.CommandId;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import io.avaje.jsonb.Json;
import java.util.List;

/// What the server says to one envelope. [Accepted] and [Refused] are final and remembered for
/// ever: the same envelope gets the same answer again. [Deferred] is not remembered: send it again.
@Json(typeProperty = "status", naming = Json.Naming.LowerUnderscore)
@Json.SubType(type = Answer.Accepted.class, name = "accepted")
@Json.SubType(type = Answer.Refused.class, name = "refused")
@Json.SubType(type = Answer.Deferred.class, name = "deferred")
public sealed interface Answer {
  /// The command that is answered.
  CommandId id();

  /// Done and durable.
  ///
  /// @param changes what changed, one for each warehouse and product that was touched
  /// @param documents those that were made or changed, in the order in which that happened
  @Json(naming = Json.Naming.LowerUnderscore)
  record Accepted(CommandId id, List<Change> changes, List<Document> documents) implements Answer {
    public Accepted {
      changes = Required.orEmpty(changes);
      documents = Required.orEmpty(documents);
    }

    /// Where no document is concerned.
    public Accepted(CommandId id, List<Change> changes) {
      this(id, changes, List.of());
    }
  }

  /// Not done, for ever.
  ///
  /// @param message the sentence of the refusal, says what to do
  @Json(naming = Json.Naming.LowerUnderscore)
  record Refused(CommandId id, Refusal refusal, String message) implements Answer {}

  /// Not judged yet: the server is busy, or a number of the device is missing.
  ///
  /// @param code `busy`, `unavailable`, `sequence_gap`
  /// @param resendFrom the sequence that the server waits for; 0 when it does not matter
  @Json(naming = Json.Naming.LowerUnderscore)
  record Deferred(CommandId id, String code, String message, long retryAfterMs, long resendFrom)
      implements Answer {}

  /// How a command changed one product in one warehouse.
  ///
  /// @param firstN first event of this command there
  /// @param lastN last event of this command there; a replica that is this far has seen it all
  /// @param oldQuantity on hand before
  /// @param newQuantity on hand after
  @Json(naming = Json.Naming.LowerUnderscore)
  record Change(
      WarehouseCode warehouse,
      Sku sku,
      long oldQuantity,
      long newQuantity,
      long firstN,
      long lastN) {}

  /// A document that a command made or changed.
  ///
  /// @param state as it is after the command
  @Json(naming = Json.Naming.LowerUnderscore)
  record Document(DocumentKind document, Reference number, String state) {}
}
