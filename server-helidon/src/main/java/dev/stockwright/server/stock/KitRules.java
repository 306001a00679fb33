package dev.stockwright.server.stock;

import dev.stockwright.protocol.AdjustStock;
import dev.stockwright.protocol.ConfirmReservation;
import dev.stockwright.protocol.DocumentRefusal;
import dev.stockwright.protocol.MoveStock;
import dev.stockwright.protocol.PlaceReservation;
import dev.stockwright.protocol.ReceiveGoods;
import dev.stockwright.protocol.Refusal;
import dev.stockwright.protocol.ReleaseReservation;
import dev.stockwright.protocol.StockCommand;
import dev.stockwright.protocol.TransferStock;
import dev.stockwright.protocol.UndoCommand;
import dev.stockwright.vocabulary.Sku;
import java.util.List;
import java.util.Optional;

/// A kit is sold as one and lies on no shelf: only its components are stock. Insisting does not
/// help, because what lies there can be said with their names. Pure.
public final class KitRules {
  private KitRules() {}

  /// Why the command cannot name its product; empty when it can. What undoing brings back, its own
  /// rules say.
  public static Optional<Refusal> refusal(StockCommand command, Gates gates) {
    return switch (command) {
      case ReceiveGoods c -> refusal(c.sku(), gates);
      case MoveStock c -> refusal(c.sku(), gates);
      case AdjustStock c -> refusal(c.sku(), gates);
      case TransferStock c -> refusal(c.sku(), gates);
      case PlaceReservation c ->
          c.lines().stream().flatMap(line -> refusal(line.sku(), gates).stream()).findFirst();
      case ConfirmReservation _, ReleaseReservation _, UndoCommand _ -> Optional.empty();
    };
  }

  /// Why there can be no stock of this product; empty when there can.
  public static Optional<Refusal> refusal(Sku sku, Gates gates) {
    return refusal(sku, gates.components(sku));
  }

  /// The same where it has just been read what it is made of.
  public static Optional<Refusal> refusal(Sku sku, List<Sku> components) {
    return components.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new DocumentRefusal.Mismatch(
                "product",
                String.join(", ", components.stream().map(Sku::code).toList()),
                sku + ", a kit of these"));
  }
}
