package dev.stockwright.server.transferring;

import dev.stockwright.protocol.DocumentRefusal;
import dev.stockwright.protocol.Refusal;
import dev.stockwright.protocol.TransferStock;
import dev.stockwright.server.stock.Checks;
import dev.stockwright.server.stock.Decision;
import dev.stockwright.server.stock.Pile;
import dev.stockwright.server.stock.PileKey;
import dev.stockwright.server.stock.Posting;
import dev.stockwright.server.stock.Stock;
import dev.stockwright.server.stock.Takes;
import dev.stockwright.vocabulary.Condition;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.LotCode;
import dev.stockwright.vocabulary.ReasonCode;
import dev.stockwright.vocabulary.VirtualLocation;
import dev.stockwright.vocabulary.WarehouseCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The rules of a transfer at once: both halves in one decision, so that nothing is lost on the
/// way.
public final class TransferringRules {
  private static final ReasonCode TRANSFER = new ReasonCode("transfer");

  private TransferringRules() {}

  /// Bin -> IN_TRANSIT in one warehouse and IN_TRANSIT -> bin in the other, or why not.
  public static Decision decide(TransferStock command, Stock stock) {
    Optional<Refusal> refusal = unknown(command, stock);
    if (refusal.isPresent()) {
      return new Decision.Refuse(refusal.get());
    }
    long wanted = command.quantity().units();
    long available = stock.available(command.fromWarehouse(), command.sku());
    if (available < wanted) {
      return insufficient(command, Optional.empty(), available);
    }
    List<Pile> parts = taken(command, stock, Optional.of(""));
    if (Takes.sum(parts) < wanted) {
      long all = Takes.sum(taken(command, stock, Optional.empty()));
      return all < wanted
          ? insufficient(command, command.fromLocation(), all)
          : new Decision.Refuse(inUnits(command, Takes.sum(parts)));
    }
    LocationCode to =
        command.toLocation().orElseGet(() -> stock.receivingLocation(command.toWarehouse()));
    LocationCode way = VirtualLocation.IN_TRANSIT.code();
    List<Posting> postings = new ArrayList<>();
    for (Pile part : parts) {
      postings.add(posting(command, command.fromWarehouse(), part.key(), way, part.onHand()));
    }
    for (Pile part : parts) {
      postings.add(posting(command, command.toWarehouse(), part.key().at(way), to, part.onHand()));
    }
    return new Decision.Post(postings);
  }

  private static List<Pile> taken(TransferStock command, Stock stock, Optional<String> unit) {
    Takes.Goods goods =
        new Takes.Goods(
            Condition.AVAILABLE, command.fromLocation(), command.lot().map(LotCode::code), unit);
    return Takes.from(
        stock, command.fromWarehouse(), command.sku(), command.quantity().units(), goods);
  }

  /// A unit has one label and one content, so no part of it goes to another site; a whole one goes
  /// with a transfer that says so.
  private static Refusal inUnits(TransferStock command, long loose) {
    return new DocumentRefusal.OutOfRange(
        "quantity of " + command.sku(),
        "0 to "
            + loose
            + ", which lie loose; the others are in handling units: take them out with move_goods,"
            + " or send whole units with pack_transfer_unit",
        command.quantity().toString());
  }

  private static Optional<Refusal> unknown(TransferStock command, Stock stock) {
    Optional<Refusal> refusal =
        Checks.known(stock, command.fromWarehouse(), command.sku())
            .or(() -> Checks.known(stock, command.toWarehouse(), command.sku()))
            .or(() -> Checks.known(stock, command.fromWarehouse(), command.fromLocation()))
            .or(() -> Checks.known(stock, command.toWarehouse(), command.toLocation()));
    if (refusal.isEmpty() && command.fromWarehouse().equals(command.toWarehouse())) {
      return Optional.of(new Refusal.SamePlace(command.fromWarehouse().code()));
    }
    return refusal;
  }

  private static Decision insufficient(
      TransferStock command, Optional<LocationCode> bin, long available) {
    return new Decision.Refuse(
        new Refusal.InsufficientStock(
            command.fromWarehouse(), command.sku(), bin, command.quantity().units(), available));
  }

  private static Posting posting(
      TransferStock command, WarehouseCode warehouse, PileKey goods, LocationCode to, long part) {
    return new Posting(
        warehouse,
        command.sku(),
        goods,
        to,
        part,
        command.reason().orElse(TRANSFER),
        command.reference(),
        Optional.empty(),
        Decision.REVERSES_NOTHING);
  }
}
