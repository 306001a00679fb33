package dev.stockwright.server.putaway;

import dev.stockwright.protocol.DocumentKind;
import dev.stockwright.server.putaway.PutAwayBook.Entry;
import dev.stockwright.server.putaway.PutAwayBook.UnitPile;
import dev.stockwright.server.stock.Decision;
import dev.stockwright.server.stock.Step;
import dev.stockwright.server.tasks.KeptGoods;
import dev.stockwright.server.tasks.TaskBook;
import dev.stockwright.server.work.Work;
import dev.stockwright.vocabulary.Condition;
import dev.stockwright.vocabulary.HandlingUnit;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jooq.Record;

/// Looks again at the put-aways whose goods other commands have moved, used or judged, so that
/// nobody is sent to goods that are not there. A handling unit is followed, because it says which
/// goods it has; loose goods that went elsewhere need no put-away any more.
final class PutAwayReview {
  private final Work work;
  private final WarehouseCode warehouse;
  private final PutAwayBook book;
  private final PutAways putAways;
  private final TaskBook tasks;

  PutAwayReview(Work work, WarehouseCode warehouse) {
    this.work = work;
    this.warehouse = warehouse;
    this.book = new PutAwayBook(work, warehouse);
    this.putAways = new PutAways(work, warehouse);
    this.tasks = new TaskBook(work);
  }

  Decision review() {
    List<Step> steps = new ArrayList<>();
    for (Record row : stranded(StrandedPutAways.LOOSE)) {
      steps.addAll(loose(row));
    }
    for (Record row : stranded(StrandedPutAways.UNITS)) {
      HandlingUnit unit = new HandlingUnit(row.get(0, String.class));
      book.waiting(unit).map(entry -> unit(entry, unit)).ifPresent(steps::addAll);
    }
    return new Decision.Act(steps);
  }

  private List<Record> stranded(String which) {
    return List.copyOf(
        work.sql()
            .fetch(
                "SELECT x.* FROM warehouse w CROSS JOIN LATERAL (" + which + ") x WHERE w.id = ?",
                work.warehouseId(warehouse)));
  }

  private List<Step> loose(Record row) {
    LocationCode at = new LocationCode(row.get("place", String.class));
    Sku sku = new Sku(row.get("sku", String.class));
    String lot = row.get("lot", String.class);
    Condition condition = Condition.of(row.get("condition", String.class));
    String document = row.get("document", String.class);
    String reference = row.get("reference", String.class);
    Map<KeptGoods.Claim, Entry> claims =
        book.waiting(at, sku, lot, condition).stream()
            .filter(entry -> entry.lot().equals(lot))
            .filter(
                entry ->
                    document.isEmpty()
                        || (entry.task().document().equals(document)
                            && entry.task().reference().equals(reference)))
            .collect(
                Collectors.toMap(
                    entry -> new KeptGoods.Claim(entry.task(), entry.quantity()), entry -> entry));
    List<Step> steps = new ArrayList<>();
    KeptGoods.fewer(List.copyOf(claims.keySet()), row.get("there", Long.class), false)
        .forEach(
            (claim, kept) ->
                steps.add(
                    kept == 0
                        ? end(claim.task().id(), claim, "its goods are no longer in " + at)
                        : tasks.resize(
                            claim.task(),
                            kept,
                            kept + " instead of " + claim.quantity() + " are in " + at)));
    return steps;
  }

  private Step end(long task, KeptGoods.Claim claim, String why) {
    book.explain(task, List.of(why));
    return tasks.cancel(claim.task(), why);
  }

  private List<Step> unit(Entry entry, HandlingUnit unit) {
    KeptGoods.Claim claim = new KeptGoods.Claim(entry.task(), entry.quantity());
    long id = entry.task().id();
    List<UnitPile> piles = book.content(unit);
    if (piles.isEmpty()) {
      return List.of(end(id, claim, "nothing is on it any more"));
    }
    if (entry.task().holder().isPresent()) {
      return List.of();
    }
    LocationCode at =
        piles.stream()
            .map(UnitPile::at)
            .filter(entry.at()::equals)
            .findFirst()
            .orElseGet(() -> piles.getFirst().at());
    if (!putAways.onTheWay(at) || entry.to().filter(at::equals).isPresent()) {
      return List.of(end(id, claim, "it is in " + at + " already"));
    }
    if (piles.stream().noneMatch(pile -> pile.condition() == entry.condition())) {
      List<Step> steps = new ArrayList<>();
      steps.add(end(id, claim, "it is " + piles.getFirst().condition().code() + " now"));
      steps.addAll(anew(entry, unit, at));
      return steps;
    }
    long units = piles.stream().mapToLong(UnitPile::units).sum();
    book.at(id, at);
    return List.of(tasks.resize(entry.task(), units, units + " on it, in " + at));
  }

  /// The goods are of another condition and belong elsewhere.
  private List<Step> anew(Entry entry, HandlingUnit unit, LocationCode at) {
    Goods content = book.goods(unit).orElseThrow();
    var come =
        new PutAways.Come(
            DocumentKind.of(entry.task().document()),
            new Reference(entry.task().reference()),
            at,
            content.parts().getFirst());
    return putAways.openUnit(come, unit, content);
  }
}
