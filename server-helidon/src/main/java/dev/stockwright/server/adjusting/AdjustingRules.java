package dev.stockwright.server.adjusting;

import dev.stockwright.protocol.AdjustStock;
import dev.stockwright.protocol.Refusal;
import dev.stockwright.server.stock.Checks;
import dev.stockwright.server.stock.Decision;
import dev.stockwright.server.stock.Pile;
import dev.stockwright.server.stock.PileKey;
import dev.stockwright.server.stock.Posting;
import dev.stockwright.server.stock.Stock;
import dev.stockwright.server.stock.Takes;
import dev.stockwright.vocabulary.Condition;
import dev.stockwright.vocabulary.HandlingUnit;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.LotCode;
import dev.stockwright.vocabulary.ReasonCode;
import dev.stockwright.vocabulary.VirtualLocation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The rules of adjusting. What is promised to orders cannot be adjusted away: release it first.
public final class AdjustingRules {
  /// Losses with these reasons are known to be gone; all others may be found again.
  private static final Set<String> SCRAPPED = Set.of("damage", "damaged", "expired", "scrap");

  private AdjustingRules() {}

  /// Between bins and LOST_AND_FOUND (or SCRAP), or why not.
  public static Decision decide(AdjustStock command, Stock stock) {
    Optional<Refusal> refusal =
        Checks.known(stock, command.warehouse(), command.sku())
            .or(() -> Checks.known(stock, command.warehouse(), command.location()));
    if (refusal.isPresent()) {
      return new Decision.Refuse(refusal.get());
    }
    return command.quantityChange() > 0 ? gain(command, stock) : loss(command, stock);
  }

  private static Decision gain(AdjustStock command, Stock stock) {
    LocationCode to =
        command.location().orElseGet(() -> stock.receivingLocation(command.warehouse()));
    PileKey goods = key(command, VirtualLocation.LOST_AND_FOUND.code());
    return new Decision.Post(List.of(posting(command, goods, to, command.quantityChange())));
  }

  private static Decision loss(AdjustStock command, Stock stock) {
    long wanted = -command.quantityChange();
    boolean sellable = command.condition().orElse(Condition.AVAILABLE) == Condition.AVAILABLE;
    long available = stock.available(command.warehouse(), command.sku());
    if (sellable && available < wanted) {
      return insufficient(command, Optional.empty(), wanted, available);
    }
    List<Pile> parts = parts(command, stock, wanted);
    if (Takes.sum(parts) < wanted) {
      return insufficient(command, command.location(), wanted, Takes.sum(parts));
    }
    LocationCode to =
        SCRAPPED.contains(reason(command).code())
            ? VirtualLocation.SCRAP.code()
            : VirtualLocation.LOST_AND_FOUND.code();
    List<Posting> postings = new ArrayList<>();
    for (Pile part : parts) {
      postings.add(posting(command, part.key(), to, part.onHand()));
    }
    return new Decision.Post(postings);
  }

  private static List<Pile> parts(AdjustStock command, Stock stock, long wanted) {
    if (command.location().isPresent()) {
      PileKey key = key(command, command.location().get());
      long there = stock.onHand(command.warehouse(), command.sku(), key);
      return there == 0 ? List.of() : List.of(new Pile(key, Math.min(there, wanted)));
    }
    Takes.Goods goods =
        new Takes.Goods(
            command.condition().orElse(Condition.AVAILABLE),
            Optional.empty(),
            command.lot().map(LotCode::code),
            command.handlingUnit().map(HandlingUnit::code));
    return Takes.from(stock, command.warehouse(), command.sku(), wanted, goods);
  }

  private static PileKey key(AdjustStock command, LocationCode location) {
    return new PileKey(
        location,
        command.lot().map(LotCode::code).orElse(""),
        command.handlingUnit().map(HandlingUnit::code).orElse(""),
        command.condition().orElse(Condition.AVAILABLE),
        "");
  }

  private static Decision insufficient(
      AdjustStock command, Optional<LocationCode> bin, long wanted, long available) {
    return new Decision.Refuse(
        new Refusal.InsufficientStock(command.warehouse(), command.sku(), bin, wanted, available));
  }

  private static Posting posting(
      AdjustStock command, PileKey goods, LocationCode to, long quantity) {
    return new Posting(
        command.warehouse(),
        command.sku(),
        goods,
        to,
        quantity,
        reason(command),
        Optional.empty(),
        Optional.empty(),
        Decision.REVERSES_NOTHING);
  }

  private static ReasonCode reason(AdjustStock command) {
    return command.reason().orElseThrow();
  }
}
