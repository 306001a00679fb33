package dev.stockwright.server.receiving;

import dev.stockwright.protocol.DocumentKind;
import dev.stockwright.protocol.DocumentRefusal;
import dev.stockwright.protocol.Refusal;
import dev.stockwright.server.putaway.Goods;
import dev.stockwright.server.putaway.ProductCard;
import dev.stockwright.server.putaway.ProductCards;
import dev.stockwright.server.putaway.PutAways;
import dev.stockwright.server.stock.Decision;
import dev.stockwright.server.stock.GuardRules;
import dev.stockwright.server.stock.Pile;
import dev.stockwright.server.stock.PileKey;
import dev.stockwright.server.stock.Posting;
import dev.stockwright.server.stock.Step;
import dev.stockwright.server.work.Work;
import dev.stockwright.vocabulary.Condition;
import dev.stockwright.vocabulary.HandlingUnit;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.LotCode;
import dev.stockwright.vocabulary.Quantity;
import dev.stockwright.vocabulary.ReasonCode;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.VirtualLocation;
import dev.stockwright.vocabulary.WarehouseCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Gives goods another condition: held, released, rejected. In the ledger they leave to
/// LOST_AND_FOUND as they were and come back as they are now, so that every balance stays
/// explained.
final class Quality {
  private static final LocationCode BETWEEN = VirtualLocation.LOST_AND_FOUND.code();

  private final Work work;
  private final WarehouseCode warehouse;

  Quality(Work work, WarehouseCode warehouse) {
    this.work = work;
    this.warehouse = warehouse;
  }

  /// Which goods, and why.
  ///
  /// @param lot or serial number; of goods kept by piece any pieces when absent
  record Judged(
      Sku sku,
      LocationCode at,
      Quantity quantity,
      Optional<LotCode> lot,
      Optional<HandlingUnit> handlingUnit,
      ReasonCode why) {}

  Decision judge(Judged goods, Condition from, Condition to) {
    Optional<ProductCard> card = ProductCards.read(work.sql(), goods.sku());
    if (card.isEmpty()) {
      return new Decision.Refuse(new Refusal.UnknownProduct(goods.sku()));
    }
    List<Pile> there = there(goods, card.get(), from);
    List<Pile> piles = taken(goods, there);
    Optional<Refusal> wrong =
        work.wrongReason(goods.why(), "quality")
            .or(() -> wrongCondition(from, to))
            .or(() -> tooFew(goods, there, from));
    if (wrong.isPresent()) {
      return new Decision.Refuse(wrong.get());
    }
    List<Step> steps = new ArrayList<>();
    for (Pile pile : piles) {
      PileKey after = with(pile.key(), to);
      steps.add(move(goods, pile.key(), BETWEEN, pile.onHand()));
      steps.add(move(goods, after.at(BETWEEN), goods.at(), pile.onHand()));
    }
    boolean pieces = card.get().tracking().serial() && goods.handlingUnit().isEmpty();
    String lot = goods.lot().map(LotCode::code).orElse("");
    var part = new Goods.Part(card.get(), pieces ? "" : lot, goods.quantity().units());
    var come =
        new PutAways.Come(
            DocumentKind.LOCATION, new Reference(goods.at().code()), goods.at(), part);
    steps.addAll(new PutAways(work, warehouse).judged(come, from, to, goods.handlingUnit()));
    return new Decision.Act(steps);
  }

  private List<Pile> there(Judged goods, ProductCard card, Condition from) {
    String lot = goods.lot().map(LotCode::code).orElse("");
    String unit = goods.handlingUnit().map(HandlingUnit::code).orElse("");
    boolean anyPiece = card.tracking().serial() && goods.lot().isEmpty();
    return work.stock().piles(warehouse, goods.sku()).stream()
        .filter(pile -> pile.key().location().equals(goods.at()))
        .filter(pile -> pile.key().condition() == from)
        .filter(pile -> pile.key().handlingUnit().equals(unit))
        .filter(pile -> anyPiece || pile.key().lot().equals(lot))
        .toList();
  }

  /// Of what lies there, what no document has.
  private List<Pile> taken(Judged goods, List<Pile> there) {
    List<Pile> taken = new ArrayList<>();
    long left = goods.quantity().units();
    for (Pile pile : there) {
      long free = work.stock().documents().free(warehouse, goods.sku(), pile.key(), pile.onHand());
      long part = Math.min(left, free);
      if (part > 0) {
        taken.add(new Pile(pile.key(), part));
        left -= part;
      }
    }
    return taken;
  }

  private static Optional<Refusal> wrongCondition(Condition from, Condition to) {
    return from == to
        ? Optional.of(
            new DocumentRefusal.Mismatch("condition", "another than " + to.code(), from.code()))
        : Optional.empty();
  }

  private Optional<Refusal> tooFew(Judged goods, List<Pile> piles, Condition from) {
    long there = piles.stream().mapToLong(Pile::onHand).sum();
    long wanted = goods.quantity().units();
    if (there < wanted) {
      return Optional.of(
          new Refusal.InsufficientStock(
              warehouse, goods.sku(), Optional.of(goods.at()), wanted, there));
    }
    Optional<Refusal> held =
        GuardRules.taking(
            work.stock(), new GuardRules.Wanted(warehouse, goods.sku(), goods.at(), wanted), piles);
    if (held.isPresent()) {
      return held;
    }
    long free = work.stock().available(warehouse, goods.sku());
    return from == Condition.AVAILABLE && free < wanted
        ? Optional.of(
            new Refusal.InsufficientStock(
                warehouse, goods.sku(), Optional.empty(), wanted, Math.max(0, free)))
        : Optional.empty();
  }

  private static PileKey with(PileKey key, Condition condition) {
    return new PileKey(key.location(), key.lot(), key.handlingUnit(), condition, key.owner());
  }

  private Step move(Judged goods, PileKey from, LocationCode to, long units) {
    return new Step.Move(
        new Posting(
            warehouse,
            goods.sku(),
            from,
            to,
            units,
            goods.why(),
            Optional.empty(),
            Optional.empty(),
            Decision.REVERSES_NOTHING));
  }
}
