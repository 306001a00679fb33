package dev.stockwright.simulator.walk;

import dev.stockwright.protocol.AdjustStock;
import dev.stockwright.protocol.DocumentKind;
import dev.stockwright.protocol.GuardRefusal;
import dev.stockwright.protocol.MoveStock;
import dev.stockwright.protocol.TransferStock;
import dev.stockwright.vocabulary.Condition;
import dev.stockwright.vocabulary.HandlingUnit;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.LotCode;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Goods that were picked, packed or set aside for a document, by what the document and the
/// ledger's movements say: picked for an order and still where its movements left them, in a
/// package as its list says, packed for a transfer that has not left.
final class HeldGoods {
  /// Picks that no movement of their order brought where they are said to lie are no claim.
  private static final String CLAIMS =
      """
      SELECT w.code, l.code, p.sku, g.lot, g.handling_unit, 'order', o.number, o.state,
             sum(g.quantity)
        FROM picked_goods g JOIN warehouse w ON w.id = g.warehouse_id
        JOIN location l ON l.id = g.location_id JOIN product p ON p.id = g.product_id
        JOIN sales_order o ON o.id = g.order_id
       WHERE g.quantity <= (
             SELECT sum(m.quantity) FROM movement m
              WHERE m.warehouse_id = g.warehouse_id AND m.product_id = g.product_id
                AND m.lot = g.lot AND m.reference = o.number
                AND m.to_location_id = g.location_id
                AND m.reason IN ('pick', 'drop', 'unpack'))
       GROUP BY 1, 2, 3, 4, 5, 6, 7, 8
      UNION ALL
      SELECT w.code, '', p.sku, q.lot, q.code, 'order', o.number, o.state, sum(q.quantity)
        FROM package_line q JOIN package k ON k.code = q.code JOIN product p ON p.id = q.product_id
        JOIN warehouse w ON w.id = k.warehouse_id JOIN sales_order o ON o.id = k.order_id
       WHERE k.state <> 'put_back' AND k.shipped_at IS NULL
       GROUP BY 1, 2, 3, 4, 5, 6, 7, 8
      UNION ALL
      SELECT w.code, CASE c.handling_unit WHEN '' THEN c.place ELSE '' END, p.sku, c.lot,
             c.handling_unit, 'transfer', t.number, t.state, sum(c.packed)
        FROM transfer_content c JOIN transfer t ON t.id = c.transfer_id
        JOIN transfer_line n ON n.transfer_id = t.id AND n.line = c.line
        JOIN warehouse w ON w.id = t.from_warehouse_id JOIN product p ON p.id = n.product_id
       WHERE t.state IN ('approved', 'packed') AND t.shipped_at IS NULL AND n.packed > 0
       GROUP BY 1, 2, 3, 4, 5, 6, 7, 8
       ORDER BY 1, 2, 3, 4, 5, 6, 7
      """;

  private final Scene scene;

  /// @param place empty: wherever the unit stands
  record Claim(
      String warehouse,
      String place,
      String sku,
      String lot,
      String unit,
      DocumentKind kind,
      Reference number,
      String state,
      long units) {
    /// Only what could be sold was picked.
    boolean on(Pile pile) {
      return pile.warehouse().equals(warehouse)
          && (place.isEmpty() || place.equals(pile.place()))
          && pile.sku().equals(sku)
          && pile.lot().equals(lot)
          && pile.unit().equals(unit)
          && pile.sellable();
    }
  }

  HeldGoods(Scene scene) {
    this.scene = scene;
  }

  static List<Claim> claims(Look look) {
    return look.rows(CLAIMS).stream()
        .map(
            row ->
                new Claim(
                    row.text(0),
                    row.text(1),
                    row.text(2),
                    row.text(3),
                    row.text(4),
                    DocumentKind.of(row.text(5)),
                    new Reference(row.text(6)),
                    row.text(7),
                    row.number(8)))
        .toList();
  }

  List<GuardRefusal> of(MoveStock c) {
    return of(
        pile(c.warehouse(), c.from(), c.sku(), c.lot(), c.handlingUnit(), c.condition()),
        c.quantity().units());
  }

  List<GuardRefusal> of(AdjustStock c) {
    return c.location().isEmpty() || c.quantityChange() > 0
        ? List.of()
        : of(
            pile(
                c.warehouse(),
                c.location().get(),
                c.sku(),
                c.lot(),
                c.handlingUnit(),
                c.condition()),
            -c.quantityChange());
  }

  /// The server takes what lies there, lot by lot.
  List<GuardRefusal> of(TransferStock c) {
    return c.fromLocation()
        .map(
            from ->
                of(
                    scene.stock.like(
                        pile ->
                            pile.warehouse().equals(c.fromWarehouse().code())
                                && pile.place().equals(from.code())
                                && pile.sku().equals(c.sku().code())
                                && pile.sellable()
                                && c.lot().map(lot -> lot.code().equals(pile.lot())).orElse(true)),
                    c.sku(),
                    from,
                    c.quantity().units()))
        .orElseGet(List::of);
  }

  private static Pile pile(
      WarehouseCode site,
      LocationCode place,
      Sku sku,
      Optional<LotCode> lot,
      Optional<HandlingUnit> unit,
      Optional<Condition> condition) {
    return new Pile(
        site.code(),
        place.code(),
        sku.code(),
        lot.map(LotCode::code).orElse(""),
        unit.map(HandlingUnit::code).orElse(""),
        condition.orElse(Condition.AVAILABLE).code());
  }

  private List<GuardRefusal> of(Pile pile, long wanted) {
    return of(List.of(pile), pile.product(), pile.location(), wanted);
  }

  private List<GuardRefusal> of(List<Pile> piles, Sku sku, LocationCode place, long wanted) {
    List<Claim> all = claims(scene.look);
    List<Claim> biting = new ArrayList<>();
    long free = 0;
    for (Pile pile : piles) {
      List<Claim> here = all.stream().filter(claim -> claim.on(pile)).toList();
      biting.addAll(here);
      long claimed = here.stream().mapToLong(Claim::units).sum();
      free += Math.max(0, scene.stock.at(pile) - claimed);
    }
    long left = free;
    return wanted <= free
        ? List.of()
        : biting.stream()
            .<GuardRefusal>map(
                claim ->
                    new GuardRefusal.GoodsOfDocument(
                        sku,
                        Optional.of(place),
                        wanted,
                        left,
                        claim.kind(),
                        claim.number(),
                        claim.state(),
                        ""))
            .distinct()
            .toList();
  }
}
