package dev.stockwright.server.transferring;

import dev.stockwright.server.putaway.Goods;
import dev.stockwright.server.putaway.ProductCard;
import dev.stockwright.server.putaway.ProductCards;
import dev.stockwright.server.putaway.PutAways;
import dev.stockwright.server.stock.Step;
import dev.stockwright.server.work.Work;
import dev.stockwright.vocabulary.Condition;
import dev.stockwright.vocabulary.HandlingUnit;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Has goods of a transfer that stand by a door brought to bins, by the rules that hold for every
/// delivery. Goods that are set down in a bin stay there.
final class Onward {
  private final Transfer transfer;
  private final Work work;
  private final PutAways putAways;

  Onward(Transfer transfer, WarehouseCode warehouse, Work work) {
    this.transfer = transfer;
    this.work = work;
    this.putAways = new PutAways(work, warehouse);
  }

  /// Some of them.
  ///
  /// @param unit the handling unit that they are in; empty: loose
  /// @param units how many have come; 0: they were in their unit already
  record Part(Sku sku, String lot, String unit, long units, Condition condition) {}

  private record Kind(Sku sku, String lot, Condition condition) {}

  /// Opens the tasks.
  ///
  /// @param place where they stand
  List<Step> open(LocationCode place, List<Part> parts) {
    Map<Sku, ProductCard> cards =
        ProductCards.read(work.sql(), parts.stream().map(Part::sku).toList());
    Map<Kind, Long> loose = new LinkedHashMap<>();
    Map<String, List<Part>> units = new LinkedHashMap<>();
    for (Part part : parts) {
      if (part.unit().isEmpty()) {
        boolean pieces = card(cards, part.sku()).tracking().serial();
        loose.merge(
            new Kind(part.sku(), pieces ? "" : part.lot(), part.condition()),
            part.units(),
            Long::sum);
      } else {
        units.computeIfAbsent(part.unit(), any -> new ArrayList<>()).add(part);
      }
    }
    List<Step> steps = new ArrayList<>();
    loose.forEach(
        (kind, count) ->
            steps.addAll(
                putAways.open(
                    come(place, new Goods.Part(card(cards, kind.sku()), kind.lot(), count)),
                    kind.condition())));
    units.forEach((unit, content) -> steps.addAll(unit(place, unit, content, cards)));
    return steps;
  }

  /// One task moves all that is in a unit, wherever goods belong that can be used.
  private List<Step> unit(
      LocationCode place, String code, List<Part> arrived, Map<Sku, ProductCard> cards) {
    HandlingUnit unit = new HandlingUnit(code);
    List<Goods.Part> all = new ArrayList<>();
    putAways.content(unit).ifPresent(content -> all.addAll(content.parts()));
    arrived.stream()
        .filter(part -> part.units() > 0)
        .forEach(
            part -> all.add(new Goods.Part(card(cards, part.sku()), part.lot(), part.units())));
    if (all.isEmpty()) {
      return List.of();
    }
    Condition condition =
        arrived.stream().anyMatch(part -> part.condition() == Condition.AVAILABLE)
            ? Condition.AVAILABLE
            : arrived.getFirst().condition();
    return putAways.openUnit(come(place, all.getLast()), unit, new Goods(all, condition, true));
  }

  private PutAways.Come come(LocationCode place, Goods.Part part) {
    return new PutAways.Come(Transfer.KIND, transfer.number(), place, part);
  }

  private static ProductCard card(Map<Sku, ProductCard> cards, Sku sku) {
    ProductCard card = cards.get(sku);
    if (card == null) {
      throw new IllegalStateException("no card of " + sku);
    }
    return card;
  }

  /// What stood ready belongs in bins again.
  static List<Step> back(Transfer transfer, Work work) {
    Map<LocationCode, List<Onward.Part>> ready = new LinkedHashMap<>();
    for (Transfer.Content content : transfer.contents()) {
      ready
          .computeIfAbsent(content.place(), any -> new ArrayList<>())
          .add(
              new Onward.Part(
                  content.sku(),
                  content.lot(),
                  content.unit(),
                  content.unit().isEmpty() ? content.packed() : 0,
                  Condition.AVAILABLE));
    }
    Onward onward = new Onward(transfer, transfer.from(), work);
    List<Step> steps = new ArrayList<>();
    ready.forEach((place, parts) -> steps.addAll(onward.open(place, parts)));
    return steps;
  }
}
