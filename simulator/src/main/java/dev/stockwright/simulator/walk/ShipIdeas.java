package dev.stockwright.simulator.walk;

import static dev.stockwright.simulator.walk.Scene.no;

import dev.stockwright.protocol.Command;
import dev.stockwright.protocol.ReplenishCommand.Replenish;
import dev.stockwright.protocol.ReplenishCommand.ReviewReplenishment;
import dev.stockwright.protocol.ReplenishCommand.SetPickFace;
import dev.stockwright.protocol.ShippingCommand.CancelShipment;
import dev.stockwright.protocol.ShippingCommand.ClosePackage;
import dev.stockwright.protocol.ShippingCommand.LoadPackage;
import dev.stockwright.protocol.ShippingCommand.OpenShipment;
import dev.stockwright.protocol.ShippingCommand.PackGoods;
import dev.stockwright.protocol.ShippingCommand.PackOrder;
import dev.stockwright.protocol.ShippingCommand.ShipGoods;
import dev.stockwright.protocol.ShippingCommand.UnloadPackage;
import dev.stockwright.protocol.ShippingCommand.UnpackPackage;
import dev.stockwright.vocabulary.HandlingUnit;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.LotCode;
import dev.stockwright.vocabulary.Quantity;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.WarehouseCode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Packing, loading and leaving; and filling up the bins that are picked from.
final class ShipIdeas {
  private ShipIdeas() {}

  static void into(Map<Class<? extends Command>, Idea> ideas) {
    ideas.put(PackGoods.class, ShipIdeas::pack);
    ideas.put(PackOrder.class, ShipIdeas::packOrder);
    ideas.put(ClosePackage.class, ShipIdeas::close);
    ideas.put(OpenShipment.class, ShipIdeas::open);
    ideas.put(LoadPackage.class, ShipIdeas::load);
    ideas.put(UnloadPackage.class, ShipIdeas::unload);
    ideas.put(UnpackPackage.class, ShipIdeas::unpack);
    ideas.put(ShipGoods.class, ShipIdeas::ship);
    ideas.put(CancelShipment.class, ShipIdeas::cancel);
    ideas.put(SetPickFace.class, ShipIdeas::face);
    ideas.put(ReviewReplenishment.class, ShipIdeas::review);
    ideas.put(Replenish.class, ShipIdeas::replenish);
  }

  private static Optional<Look.Row> onBench(Scene scene) {
    return scene.dice.any(
        PickIdeas.pickedGoods(
            scene, "g.put_back = '' AND (l.kind = 'packing' OR l.kind = 'cart')"));
  }

  private static Optional<Attempt> pack(Scene scene) {
    Optional<Look.Row> found = onBench(scene);
    if (found.isEmpty()) {
      return no();
    }
    Look.Row row = found.get();
    Pile pile =
        new Pile(row.text(0), row.text(1), row.text(2), row.text(3), row.text(4), "available");
    Quantity quantity = new Quantity(scene.dice.from(1, row.number(5)));
    Optional<HandlingUnit> into =
        scene.dice.percent(50)
            ? scene
                .look
                .any(
                    scene.dice,
                    "SELECT k.code FROM package k JOIN sales_order o ON o.id = k.order_id"
                        + " WHERE o.number = ? AND k.state = 'open' ORDER BY 1",
                    row.text(6))
                .map(each -> new HandlingUnit(each.text(0)))
            : no();
    return Optional.of(
        Attempt.of(
                new PackGoods(
                    pile.site(),
                    new Reference(row.text(6)),
                    pile.product(),
                    quantity,
                    pile.location(),
                    Optional.of(pile.lot()).filter(lot -> !lot.isEmpty()).map(LotCode::new),
                    into))
            .doing(
                answer -> {
                  String unit =
                      into.map(HandlingUnit::code).orElseGet(() -> ReceivingIdeas.madeUnit(answer));
                  return pile.unit().isEmpty()
                      ? Effect.none().move(pile, pile.in(unit), quantity.units())
                      : Effect.none().somewhere(pile.cell(), 0);
                }));
  }

  private static Optional<Attempt> packOrder(Scene scene) {
    Optional<Look.Row> found = onBench(scene);
    if (found.isEmpty()) {
      return no();
    }
    Look.Row row = found.get();
    LocationCode at = new LocationCode(row.text(1));
    List<Look.Row> goods =
        PickIdeas.pickedGoods(
            scene,
            "w.code = ? AND l.code = ? AND o.number = ? AND g.put_back = ''",
            row.text(0),
            row.text(1),
            row.text(6));
    return Optional.of(
        Attempt.of(
                new PackOrder(new WarehouseCode(row.text(0)), new Reference(row.text(6)), at, no()))
            .doing(answer -> PickIdeas.moved(goods, at, ReceivingIdeas.madeUnit(answer))));
  }

  /// A package: label, site, state, shipment.
  private static Optional<Look.Row> packed(Scene scene, String state) {
    return scene.look.any(
        scene.dice,
        "SELECT k.code, w.code, k.state, s.number FROM package k"
            + " JOIN warehouse w ON w.id = k.warehouse_id"
            + " LEFT JOIN shipment s ON s.id = k.shipment_id WHERE k.state = ? ORDER BY k.code",
        state);
  }

  private static Optional<Attempt> close(Scene scene) {
    boolean again = scene.dice.percent(10);
    return packed(scene, again ? "closed" : "open")
        .map(
            row -> {
              Attempt attempt =
                  Attempt.of(
                      new ClosePackage(
                          new WarehouseCode(row.text(1)),
                          new HandlingUnit(row.text(0)),
                          scene.dice.from(0, 9000)));
              return again ? attempt.wrong() : attempt.sure();
            });
  }

  private static Optional<Attempt> open(Scene scene) {
    return Optional.of(
        Attempt.of(
                new OpenShipment(
                    scene.site(),
                    scene.dice.maybe(40, scene.fresh("TRUCK")),
                    Scene.DOCK,
                    scene.dice.maybe(50, "Carrier")))
            .sure());
  }

  private static Optional<Look.Row> shipment(Scene scene, String site) {
    return scene.look.any(
        scene.dice,
        "SELECT s.number, w.code, s.state, EXISTS (SELECT FROM package k"
            + " WHERE k.shipment_id = s.id AND k.state = 'loaded')"
            + " FROM shipment s JOIN warehouse w ON w.id = s.warehouse_id"
            + " WHERE ? IN ('', w.code) ORDER BY 4 DESC, s.state <> 'open', s.id DESC LIMIT 3",
        site);
  }

  private static Optional<Attempt> load(Scene scene) {
    boolean early = scene.dice.percent(10);
    return packed(scene, early ? "open" : "closed")
        .flatMap(
            row ->
                shipment(scene, row.text(1))
                    .map(
                        truck -> {
                          Attempt attempt =
                              Attempt.of(
                                      new LoadPackage(
                                          new WarehouseCode(row.text(1)),
                                          new Reference(truck.text(0)),
                                          new HandlingUnit(row.text(0))))
                                  .doing(
                                      PutAwayIdeas.whole(
                                          scene,
                                          Effect.none(),
                                          row.text(1),
                                          row.text(0),
                                          Scene.DOCK));
                          return early || !truck.text(2).equals("open") ? attempt.wrong() : attempt;
                        }));
  }

  private static Optional<Attempt> unload(Scene scene) {
    return packed(scene, "loaded")
        .map(
            row -> {
              LocationCode to = scene.dice.percent(60) ? Scene.BENCH : Scene.STAGE;
              return Attempt.of(
                      new UnloadPackage(
                          new WarehouseCode(row.text(1)), new HandlingUnit(row.text(0)), to))
                  .doing(PutAwayIdeas.whole(scene, Effect.none(), row.text(1), row.text(0), to));
            });
  }

  private static Optional<Attempt> unpack(Scene scene) {
    return packed(scene, scene.dice.percent(50) ? "open" : "closed")
        .map(
            row -> {
              Effect effect = Effect.none();
              for (Pile pile : scene.stock.like(each -> each.unit().equals(row.text(0)))) {
                long units = scene.stock.at(pile);
                effect
                    .add(pile, -units)
                    .add(
                        new Pile(
                            pile.warehouse(),
                            pile.place(),
                            pile.sku(),
                            pile.lot(),
                            "",
                            pile.condition()),
                        units);
              }
              return Attempt.of(
                      new UnpackPackage(
                          new WarehouseCode(row.text(1)), new HandlingUnit(row.text(0))))
                  .doing(effect);
            });
  }

  private static Optional<Attempt> ship(Scene scene) {
    Optional<Look.Row> found = shipment(scene, "");
    if (found.isEmpty()) {
      return no();
    }
    Look.Row row = found.get();
    Effect effect = Effect.none();
    for (Look.Row unit :
        scene.look.rows(
            "SELECT k.code, o.number FROM package k JOIN shipment s ON s.id = k.shipment_id"
                + " JOIN sales_order o ON o.id = k.order_id JOIN warehouse w"
                + " ON w.id = s.warehouse_id WHERE s.number = ? AND w.code = ?"
                + " AND k.state = 'loaded' ORDER BY 1",
            row.text(0),
            row.text(1))) {
      for (Pile pile : scene.stock.like(each -> each.unit().equals(unit.text(0)))) {
        effect
            .add(pile, -scene.stock.at(pile))
            .lower(unit.text(1), pile.cell(), scene.stock.at(pile));
      }
    }
    Attempt attempt =
        Attempt.of(new ShipGoods(new WarehouseCode(row.text(1)), new Reference(row.text(0))))
            .doing(effect);
    return Optional.of(row.text(2).equals("open") && row.flag(3) ? attempt : attempt.wrong());
  }

  private static Optional<Attempt> cancel(Scene scene) {
    return shipment(scene, "")
        .map(
            row -> {
              Attempt attempt =
                  Attempt.of(
                      new CancelShipment(
                          new WarehouseCode(row.text(1)), new Reference(row.text(0))));
              return row.text(2).equals("open") && !row.flag(3) ? attempt.sure() : attempt.wrong();
            });
  }

  private static Optional<Attempt> face(Scene scene) {
    long least = scene.dice.from(0, 15);
    return Optional.of(
        Attempt.of(
                new SetPickFace(
                    scene.site(),
                    scene.bin(),
                    scene.plain(),
                    least,
                    scene.dice.percent(85) ? least + scene.dice.from(1, 30) : least))
            .sure());
  }

  private static Optional<Attempt> review(Scene scene) {
    return Optional.of(Attempt.of(new ReviewReplenishment(scene.site())).sure());
  }

  private static Optional<Attempt> replenish(Scene scene) {
    return scene
        .look
        .any(
            scene.dice,
            """
            SELECT t.number, w.code, t.place, t.to_place, p.sku, t.quantity, t.lot, t.handling_unit,
                   CASE WHEN t.state = 'leased' THEN t.leased_to END
              FROM task t JOIN warehouse w ON w.id = t.warehouse_id
              JOIN product p ON p.id = t.product_id
             WHERE t.kind = 'replenish' AND t.state IN ('open', 'leased') ORDER BY t.id
            """)
        .map(
            row -> {
              Pile from =
                  new Pile(
                      row.text(1), row.text(2), row.text(4), row.text(6), row.text(7), "available");
              Quantity quantity =
                  new Quantity(
                      scene.dice.percent(70)
                          ? row.number(5)
                          : scene.dice.from(1, row.number(5) + 1));
              Attempt attempt =
                  Attempt.of(
                          new Replenish(
                              new WarehouseCode(row.text(1)), new Reference(row.text(0)), quantity))
                      .doing(
                          Effect.none()
                              .move(
                                  from,
                                  from.at(new LocationCode(row.text(3))).in(""),
                                  quantity.units()));
              boolean tooMuch =
                  quantity.units() > row.number(5) || scene.stock.at(from) < quantity.units();
              Attempt given = row.text(8).isEmpty() ? attempt : attempt.by(row.text(8));
              return tooMuch ? given.wrong() : given;
            });
  }
}
