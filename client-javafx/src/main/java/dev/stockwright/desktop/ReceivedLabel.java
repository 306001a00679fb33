package dev.stockwright.desktop;

import dev.stockwright.client.ClientCore;
import dev.stockwright.client.known.CodedProduct;
import dev.stockwright.client.known.PackLevel;
import dev.stockwright.client.known.Product;
import dev.stockwright.client.outbox.Entry;
import dev.stockwright.client.replica.Catalogue;
import dev.stockwright.devices.labels.LabelContent;
import dev.stockwright.protocol.ReceiveGoods;
import dev.stockwright.protocol.UndoCommand;
import dev.stockwright.vocabulary.CommandId;
import dev.stockwright.vocabulary.Gtin;
import dev.stockwright.vocabulary.InvalidValue;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// What the label says of the product that was received last.
final class ReceivedLabel {
  /// So many steps back are looked at.
  private static final int STEPS_MAX = 200;

  private final ClientCore client;

  ReceivedLabel(ClientCore client) {
    this.client = client;
  }

  /// The last receipt of this desk that was neither undone nor refused; absent without one. Reads
  /// the store.
  Optional<LabelContent> last() {
    Set<CommandId> undone = new HashSet<>();
    for (Entry entry : client.history(STEPS_MAX)) {
      boolean counts = entry.fate() == Entry.Fate.WAITING || entry.fate() == Entry.Fate.ACCEPTED;
      if (counts && entry.envelope().command() instanceof UndoCommand undo) {
        undone.add(undo.undone());
      }
      if (counts
          && entry.envelope().command() instanceof ReceiveGoods receive
          && !undone.contains(entry.envelope().id())) {
        return Optional.of(of(receive));
      }
    }
    return Optional.empty();
  }

  private LabelContent of(ReceiveGoods receive) {
    Catalogue catalogue = client.catalogue();
    return new LabelContent.Product(
        receive.sku(),
        catalogue.product(receive.sku()).map(Product::name).orElse(receive.sku().code()),
        catalogue.barcodes(receive.sku()).stream()
            .filter(barcode -> barcode.pack().units() == PackLevel.EACH.units())
            .map(CodedProduct.Barcode::code)
            .flatMap(code -> gtin(code).stream())
            .findFirst(),
        receive.lot(),
        receive.expiry(),
        receive.serial());
  }

  /// A barcode may be any text.
  private static Optional<Gtin> gtin(String code) {
    try {
      return Optional.of(Gtin.of(code));
    } catch (InvalidValue e) {
      return Optional.empty();
    }
  }
}
