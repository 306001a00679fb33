package dev.stockwright.client.replica;

import dev.stockwright.client.known.EarlierReceipt;
import dev.stockwright.protocol.Command;
import dev.stockwright.protocol.Envelope;
import dev.stockwright.protocol.ReceiveGoods;
import dev.stockwright.protocol.ReceivingCommand;
import dev.stockwright.vocabulary.CommandId;
import dev.stockwright.vocabulary.HandlingUnit;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.SerialNumber;
import dev.stockwright.vocabulary.Sku;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// The pieces and handling units that people have received on this device, with who, when and
/// where: such a thing comes once. What was undone, or refused, has not come. Its owner
/// synchronizes.
final class OwnArrivals {
  private static final int ARRIVALS_MAX = 5_000;

  private static final class Arrival {
    private final Optional<Sku> sku;
    private final List<SerialNumber> pieces;
    private final Optional<HandlingUnit> unit;
    private final EarlierReceipt how;
    private Optional<CommandId> undoneBy = Optional.empty();

    Arrival(
        Optional<Sku> sku,
        List<SerialNumber> pieces,
        Optional<HandlingUnit> unit,
        EarlierReceipt how) {
      this.sku = sku;
      this.pieces = List.copyOf(pieces);
      this.unit = unit;
      this.how = how;
    }
  }

  private final Map<CommandId, Arrival> arrivals = new LinkedHashMap<>();

  Optional<EarlierReceipt> of(Sku sku, SerialNumber piece) {
    return first(each -> each.sku.filter(sku::equals).isPresent() && each.pieces.contains(piece));
  }

  Optional<EarlierReceipt> of(HandlingUnit unit) {
    return first(each -> each.unit.filter(unit::equals).isPresent());
  }

  private Optional<EarlierReceipt> first(Predicate<Arrival> which) {
    return arrivals.values().stream()
        .filter(each -> each.undoneBy.isEmpty())
        .filter(which)
        .map(each -> each.how)
        .findFirst();
  }

  /// A command that receives something is on its way.
  void added(Envelope envelope, Instant at) {
    arrival(envelope, at).ifPresent(arrival -> arrivals.putIfAbsent(envelope.id(), arrival));
    if (arrivals.size() > ARRIVALS_MAX) {
      arrivals.remove(arrivals.keySet().iterator().next());
    }
  }

  private static Optional<Arrival> arrival(Envelope envelope, Instant at) {
    Command command = envelope.command();
    Optional<LocationCode> place =
        switch (command) {
          case ReceiveGoods c -> c.location();
          case ReceivingCommand.ReceiveLine c -> c.location();
          case ReceivingCommand.ReceiveUnit c -> c.location();
          default -> Optional.empty(); // receives nothing
        };
    EarlierReceipt how = new EarlierReceipt(at, envelope.author(), place);
    return switch (command) {
      case ReceiveGoods c when c.serial().isPresent() || c.handlingUnit().isPresent() ->
          Optional.of(
              new Arrival(
                  Optional.of(c.sku()), c.serial().stream().toList(), c.handlingUnit(), how));
      case ReceivingCommand.ReceiveLine c when !c.serials().isEmpty() ->
          Optional.of(new Arrival(Optional.of(c.sku()), c.serials(), Optional.empty(), how));
      case ReceivingCommand.ReceiveUnit c ->
          Optional.of(new Arrival(Optional.empty(), List.of(), Optional.of(c.unit()), how));
      default -> Optional.empty(); // nothing that comes once
    };
  }

  void undone(CommandId receipt, CommandId by) {
    Arrival arrival = arrivals.get(receipt);
    if (arrival != null && arrival.undoneBy.isEmpty()) {
      arrival.undoneBy = Optional.of(by);
    }
  }

  /// A receipt that was refused has not come.
  void refused(CommandId receipt) {
    arrivals.remove(receipt);
  }

  /// An undo that was refused has changed nothing.
  void undoRefused(CommandId receipt, CommandId by) {
    Arrival arrival = arrivals.get(receipt);
    if (arrival != null && arrival.undoneBy.equals(Optional.of(by))) {
      arrival.undoneBy = Optional.empty();
    }
  }
}
