package dev.stockwright.server.stock;

import dev.stockwright.protocol.DocumentKind;
import dev.stockwright.vocabulary.CommandId;
import dev.stockwright.vocabulary.HandlingUnit;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// What documents hold of the stock, as rules see it: commands about stock alone must not take it
/// from under them.
public interface Documents {
  /// A document as it is.
  ///
  /// @param begun some of its goods have been taken or have left
  record Document(DocumentKind kind, Reference number, String state, boolean begun) {}

  /// Goods of a pile that belong to a document.
  record Held(Document by, long quantity) {}

  /// The documents that an earlier command made or changed, as it left them; none when it was
  /// about stock alone.
  List<Document> of(CommandId command);

  /// The order or transfer whose promise stands under this number; absent when it is a bare one.
  Optional<Document> promised(Reference order);

  /// Reads at once what will be asked about these products.
  default void bring(WarehouseCode warehouse, Collection<Sku> skus) {}

  /// What of a pile was picked, packed or set aside for documents.
  List<Held> on(WarehouseCode warehouse, Sku sku, PileKey pile);

  /// What brings a handling unit here, or takes it away; absent when nothing does.
  Optional<Document> carrying(HandlingUnit unit);

  /// The notice of what a purchase order brings that has not all come yet.
  Optional<Document> announcing(Reference purchaseOrder);

  /// Where nobody keeps documents.
  Documents NONE =
      new Documents() {
        @Override
        public List<Document> of(CommandId command) {
          return List.of();
        }

        @Override
        public Optional<Document> promised(Reference order) {
          return Optional.empty();
        }

        @Override
        public List<Held> on(WarehouseCode warehouse, Sku sku, PileKey pile) {
          return List.of();
        }

        @Override
        public Optional<Document> carrying(HandlingUnit unit) {
          return Optional.empty();
        }

        @Override
        public Optional<Document> announcing(Reference purchaseOrder) {
          return Optional.empty();
        }
      };

  /// What of a pile belongs to no document.
  ///
  /// @param onHand what is there
  default long free(WarehouseCode warehouse, Sku sku, PileKey pile, long onHand) {
    long held = on(warehouse, sku, pile).stream().mapToLong(Held::quantity).sum();
    return Math.max(0, onHand - held);
  }
}
