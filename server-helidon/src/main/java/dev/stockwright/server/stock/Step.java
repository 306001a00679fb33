package dev.stockwright.server.stock;

import dev.stockwright.protocol.DocumentKind;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// One thing that a command of an activity does to the ledger.
public sealed interface Step {
  /// Goods move.
  record Move(Posting posting) implements Step {}

  /// Stock is promised.
  ///
  /// @param lines one for each warehouse and product
  /// @param until when the promise ends by itself; absent: committed at once
  record Promise(
      Reference order,
      List<dev.stockwright.server.stock.Promise.Line> lines,
      Optional<Instant> until)
      implements Step {
    public Promise {
      lines = List.copyOf(lines);
    }
  }

  /// The promise to `order` changes to `state`.
  record Turn(Reference order, PromiseState state) implements Step {}

  /// The promise to `order`, which is placed, holds until then.
  record Renew(Reference order, Instant until) implements Step {}

  /// More (or less, below 0) of a product is promised to `order`, whose promise holds. The goods
  /// that leave for an order are promised no longer.
  record Resize(Reference order, WarehouseCode warehouse, Sku sku, long change) implements Step {}

  /// A document was made or changed; this becomes an event of the warehouse and part of the answer.
  record Note(
      WarehouseCode warehouse,
      DocumentKind document,
      Reference number,
      String state,
      Optional<String> detail)
      implements Step {}
}
