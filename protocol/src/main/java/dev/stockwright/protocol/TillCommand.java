package dev.stockwright.protocol;

import dev.stockwright.vocabulary.InvalidValue;
import dev.stockwright.vocabulary.Quantity;
import dev.stockwright.vocabulary.ReasonCode;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import io.avaje.jsonb.Json;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What the tills of a store, or another system that sells, report: it has happened already, so
/// nothing of it is refused for ever. What cannot be posted is kept until somebody has decided.
@Json(typeProperty = "kind", naming = Json.Naming.LowerUnderscore)
@Json.SubType(type = TillCommand.PostTillBatch.class, name = "post_till_batch")
@Json.SubType(type = TillCommand.RetryTillEntries.class, name = "retry_till_entries")
@Json.SubType(type = TillCommand.CorrectTillEntry.class, name = "correct_till_entry")
@Json.SubType(type = TillCommand.CoverTillEntry.class, name = "cover_till_entry")
@Json.SubType(type = TillCommand.DismissTillEntry.class, name = "dismiss_till_entry")
public sealed interface TillCommand extends WorkCommand {
  int ENTRIES_MAX = 1000;

  /// The longest name of a till, and the longest of its numbers.
  int TILL_MAX = 20;

  int NUMBER_MAX = 40;

  /// The store.
  WarehouseCode warehouse();

  @Override
  default List<WarehouseCode> warehouses() {
    return List.of(warehouse());
  }

  /// One product on one slip, as the till knows it. Only till and number must have their form:
  /// whatever else cannot be read is kept for review.
  ///
  /// @param till which till of the store
  /// @param number the till's own number of this line, such as `4711-2`, once for ever
  /// @param type `sale` or `return`
  /// @param code a barcode or a SKU
  /// @param quantity in packs of the barcode, or base units of the SKU
  /// @param at when it was sold, by the till's clock
  /// @param order the order that was handed over with it; its promise is used up
  /// @param condition of goods that were returned; `available` when absent
  @Json(naming = Json.Naming.LowerUnderscore)
  record Entry(
      Reference till,
      Reference number,
      String type,
      String code,
      long quantity,
      Instant at,
      Optional<Reference> order,
      Optional<String> condition) {
    public Entry {
      Required.field("till", till);
      Required.field("number", number);
      Required.field("type", type);
      Required.field("code", code);
      Required.field("at", at);
      order = Required.orEmpty(order);
      condition = Required.orEmpty(condition);
      if (till.code().length() > TILL_MAX || number.code().length() > NUMBER_MAX) {
        throw new InvalidValue(
            "invalid_number",
            "till " + till + " or its number " + number + " is longer than 20 or 40 characters");
      }
    }
  }

  /// Sales and returns, each applied once.
  ///
  /// @param batch the sender's number of it
  /// @param entries 1 to 1000
  @Json(naming = Json.Naming.LowerUnderscore)
  record PostTillBatch(WarehouseCode warehouse, Reference batch, @Filled List<Entry> entries)
      implements TillCommand {
    public PostTillBatch {
      Required.field("warehouse", warehouse);
      Required.field("batch", batch);
      entries = Required.orEmpty(entries);
      if (entries.isEmpty() || entries.size() > ENTRIES_MAX) {
        throw new InvalidValue(
            "invalid_entries", "a batch has 1 to 1000 entries, this one has " + entries.size());
      }
    }
  }

  /// Try again what is kept: barcodes may be known by now. What is short is left to a person.
  @Json(naming = Json.Naming.LowerUnderscore)
  record RetryTillEntries(WarehouseCode warehouse) implements TillCommand {
    public RetryTillEntries {
      Required.field("warehouse", warehouse);
    }
  }

  /// Post an entry that is kept, as this product.
  ///
  /// @param entry its number in the list of what waits
  /// @param quantity base units; as the entry says when 0
  @Json(naming = Json.Naming.LowerUnderscore)
  record CorrectTillEntry(WarehouseCode warehouse, Reference entry, Sku sku, long quantity)
      implements TillCommand {
    public CorrectTillEntry {
      Required.field("warehouse", warehouse);
      Required.field("entry", entry);
      Required.field("sku", sku);
      if (quantity < 0 || quantity > Quantity.MAX) {
        throw new InvalidValue(
            "invalid_quantity", "quantity " + quantity + " is not from 1 to 1000000000");
      }
    }
  }

  /// The goods that were missing for a sale were booked in afterwards: take them from the stock.
  @Json(naming = Json.Naming.LowerUnderscore)
  record CoverTillEntry(WarehouseCode warehouse, Reference entry) implements TillCommand {
    public CoverTillEntry {
      Required.field("warehouse", warehouse);
      Required.field("entry", entry);
    }
  }

  /// Nothing more is to be done about an entry that waits.
  @Json(naming = Json.Naming.LowerUnderscore)
  record DismissTillEntry(WarehouseCode warehouse, Reference entry, ReasonCode reason)
      implements TillCommand {
    public DismissTillEntry {
      Required.field("warehouse", warehouse);
      Required.field("entry", entry);
      Required.field("reason", reason);
    }
  }
}
