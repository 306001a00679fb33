package dev.stockwright.simulator.walk;

import static dev.stockwright.simulator.walk.Scene.no;
import static dev.stockwright.simulator.walk.Scene.reason;

import dev.stockwright.protocol.Command;
import dev.stockwright.protocol.PickingCommand.CancelWave;
import dev.stockwright.protocol.PickingCommand.DecideSubstitute;
import dev.stockwright.protocol.PickingCommand.DropGoods;
import dev.stockwright.protocol.PickingCommand.PickStock;
import dev.stockwright.protocol.PickingCommand.ProposeSubstitute;
import dev.stockwright.protocol.PickingCommand.PutBackGoods;
import dev.stockwright.protocol.PickingCommand.ReleaseToPick;
import dev.stockwright.protocol.PickingCommand.ReviewPicks;
import dev.stockwright.protocol.PickingCommand.ShortPick;
import dev.stockwright.protocol.PickingCommand.SkipPick;
import dev.stockwright.protocol.PickingCommand.SwapPick;
import dev.stockwright.vocabulary.HandlingUnit;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.Quantity;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.WarehouseCode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Taking goods out of bins for orders.
final class PickIdeas {
  private static final String PICKED =
      """
      SELECT w.code, l.code, p.sku, g.lot, g.handling_unit, g.quantity, o.number, g.tote, g.put_back
        FROM picked_goods g JOIN warehouse w ON w.id = g.warehouse_id
        JOIN location l ON l.id = g.location_id JOIN product p ON p.id = g.product_id
        JOIN sales_order o ON o.id = g.order_id
      """;

  private PickIdeas() {}

  static void into(Map<Class<? extends Command>, Idea> ideas) {
    ideas.put(ReleaseToPick.class, PickIdeas::release);
    ideas.put(CancelWave.class, PickIdeas::cancel);
    ideas.put(PickStock.class, PickIdeas::take);
    ideas.put(ShortPick.class, PickIdeas::shorten);
    ideas.put(SkipPick.class, PickIdeas::skip);
    ideas.put(SwapPick.class, PickIdeas::swap);
    ideas.put(ProposeSubstitute.class, PickIdeas::propose);
    ideas.put(DecideSubstitute.class, PickIdeas::decide);
    ideas.put(DropGoods.class, PickIdeas::drop);
    ideas.put(PutBackGoods.class, PickIdeas::putBack);
    ideas.put(ReviewPicks.class, PickIdeas::review);
  }

  private static Optional<Attempt> release(Scene scene) {
    WarehouseCode site = scene.site();
    List<Reference> orders =
        scene
            .look
            .rows(
                "SELECT o.number FROM sales_order o JOIN warehouse w ON w.id = o.warehouse_id"
                    + " WHERE w.code = ? AND o.state = 'committed' ORDER BY o.id DESC LIMIT 4",
                site.code())
            .stream()
            .filter(row -> scene.dice.percent(50))
            .map(row -> new Reference(row.text(0)))
            .toList();
    if (orders.isEmpty()) {
      return no();
    }
    return Optional.of(
        Attempt.of(
                new ReleaseToPick(
                    site,
                    scene.dice.maybe(30, scene.fresh("WAVE")),
                    orders,
                    scene.dice.maybe(
                        80, scene.dice.one(List.of("single", "batch", "cluster", "zone"))),
                    scene.dice.maybe(
                        60, scene.dice.one(List.of("fefo", "fifo", "closest", "fewest_stops")))))
            .doing(Effect.none().unsettledIn(site.code())));
  }

  private static Optional<Attempt> cancel(Scene scene) {
    return scene
        .look
        .any(
            scene.dice,
            "SELECT v.number, w.code, v.state FROM wave v JOIN warehouse w ON w.id = v.warehouse_id"
                + " ORDER BY v.state IN ('picked', 'cancelled'), v.id DESC LIMIT 6")
        .map(
            row -> {
              Attempt attempt =
                  Attempt.of(
                      new CancelWave(
                          new WarehouseCode(row.text(1)),
                          new Reference(row.text(0)),
                          reason("unwanted")));
              boolean over = row.text(2).equals("picked") || row.text(2).equals("cancelled");
              return over ? attempt.wrong() : attempt.doing(Effect.none().unsettledIn(row.text(1)));
            });
  }

  /// A pick: number, site, place, SKU, lot, unit, what is left, state, task's holder, tote, method,
  /// who proposed a substitute.
  private static Optional<Look.Row> pick(Scene scene, String which) {
    return scene.look.any(
        scene.dice,
        """
        SELECT 'P-' || k.id, w.code, l.code, p.sku, k.lot, k.handling_unit, k.quantity - k.picked,
               k.state, CASE WHEN t.state = 'leased' THEN t.leased_to END, o.tote, v.method,
               k.proposed_by
          FROM pick k JOIN warehouse w ON w.id = k.warehouse_id JOIN wave v ON v.id = k.wave_id
          JOIN wave_order o ON o.wave_id = k.wave_id AND o.order_id = k.order_id
          JOIN product p ON p.id = k.product_id LEFT JOIN location l ON l.id = k.location_id
          LEFT JOIN task t ON t.warehouse_id = k.warehouse_id AND t.number = k.task
        """
            + " WHERE "
            + which
            + " ORDER BY k.id");
  }

  private static Attempt by(Attempt attempt, Look.Row row) {
    return row.text(8).isEmpty() ? attempt : attempt.by(row.text(8));
  }

  private static Optional<Attempt> take(Scene scene) {
    Optional<Look.Row> found = pick(scene, "k.state = 'open'");
    if (found.isEmpty()) {
      return no();
    }
    Look.Row row = found.get();
    long left = row.number(6);
    Quantity quantity = new Quantity(scene.dice.percent(75) ? left : scene.dice.from(1, left + 1));
    boolean cluster = row.text(10).equals("cluster");
    Optional<HandlingUnit> tote =
        cluster
            ? Optional.of(
                row.text(9).isEmpty()
                    ? new HandlingUnit(scene.fresh("TOTE").code())
                    : new HandlingUnit(row.text(9)))
            : no();
    LocationCode cart = scene.dice.percent(70) ? Scene.CART : Scene.CART_2;
    Pile from =
        new Pile(row.text(1), row.text(2), row.text(3), row.text(4), row.text(5), "available");
    PickStock command =
        new PickStock(
            new WarehouseCode(row.text(1)),
            new Reference(row.text(0)),
            quantity,
            cart,
            scene.dice.maybe(50, from.location()),
            no(),
            no(),
            tote);
    Attempt attempt =
        by(
            Attempt.of(command)
                .doing(
                    Effect.none()
                        .move(from, from.at(cart).in(""), quantity.units())
                        .unsettledIn(row.text(1))),
            row);
    boolean gone = scene.stock.at(from) < quantity.units();
    boolean batch = row.text(10).equals("batch") || row.text(10).equals("zone");
    return Optional.of(gone || quantity.units() > left && !batch ? attempt.wrong() : attempt);
  }

  private static Optional<Attempt> shorten(Scene scene) {
    return pick(scene, "k.state = 'open'")
        .map(
            row ->
                by(
                    Attempt.of(
                            new ShortPick(
                                new WarehouseCode(row.text(1)),
                                new Reference(row.text(0)),
                                reason(scene.dice.one(List.of("empty", "damaged", "blocked")))))
                        .doing(Effect.none().unsettledIn(row.text(1))),
                    row));
  }

  private static Optional<Attempt> skip(Scene scene) {
    return pick(scene, "k.state IN ('open', 'done')")
        .map(
            row -> {
              Attempt attempt =
                  Attempt.of(
                      new SkipPick(
                          new WarehouseCode(row.text(1)),
                          new Reference(row.text(0)),
                          reason("blocked")));
              return row.text(7).equals("open") ? by(attempt, row) : attempt.wrong();
            });
  }

  private static Optional<Attempt> swap(Scene scene) {
    return pick(scene, "k.state = 'open'")
        .map(
            row -> {
              Optional<Pile> other =
                  scene.goods(
                      pile ->
                          pile.warehouse().equals(row.text(1))
                              && pile.sku().equals(row.text(3))
                              && pile.sellable()
                              && Scene.BINS.contains(pile.place())
                              && !pile.place().equals(row.text(2)));
              return by(
                  Attempt.of(
                          new SwapPick(
                              new WarehouseCode(row.text(1)),
                              new Reference(row.text(0)),
                              Optional.of(other.map(Pile::location).orElseGet(scene::bin)),
                              other.flatMap(Pile::lotCode)))
                      .doing(Effect.none().unsettledIn(row.text(1))),
                  row);
            });
  }

  private static Optional<Attempt> propose(Scene scene) {
    return pick(scene, "k.state IN ('open', 'waiting')")
        .map(
            row ->
                by(
                    Attempt.of(
                            new ProposeSubstitute(
                                new WarehouseCode(row.text(1)),
                                new Reference(row.text(0)),
                                scene.plain()))
                        .doing(Effect.none().unsettledIn(row.text(1))),
                    row));
  }

  private static Optional<Attempt> decide(Scene scene) {
    return pick(scene, "k.substitute_id IS NOT NULL AND k.state IN ('open', 'waiting')")
        .map(
            row -> {
              Attempt attempt =
                  Attempt.of(
                          new DecideSubstitute(
                              new WarehouseCode(row.text(1)),
                              new Reference(row.text(0)),
                              scene.dice.percent(60)))
                      .doing(Effect.none().unsettledIn(row.text(1)));
              return scene.dice.percent(20)
                  ? attempt.by(row.text(11)).wrong()
                  : attempt.by(row.text(11).equals("ana") ? "eve" : "ana");
            });
  }

  /// What lies there for orders goes there: rows as [#PICKED] has them.
  static Effect moved(List<Look.Row> goods, LocationCode to, String unit) {
    Effect effect = Effect.none();
    for (Look.Row row : goods) {
      Pile pile = picked(row);
      effect.move(pile, pile.at(to).in(unit.isEmpty() ? pile.unit() : unit), row.number(5));
    }
    return effect;
  }

  private static Pile picked(Look.Row row) {
    return new Pile(row.text(0), row.text(1), row.text(2), row.text(3), row.text(4), "available");
  }

  /// Goods that were picked; which of them, as a condition.
  static List<Look.Row> pickedGoods(Scene scene, String which, Object... values) {
    return scene.look.rows(PICKED + " WHERE " + which + " ORDER BY g.id", values);
  }

  private static Optional<Attempt> drop(Scene scene) {
    Optional<Look.Row> found =
        scene.dice.any(pickedGoods(scene, "l.kind = 'cart' AND g.put_back = ''"));
    if (found.isEmpty()) {
      return no();
    }
    Look.Row row = found.get();
    boolean tote = !row.text(7).isEmpty() && scene.dice.percent(50);
    LocationCode to = scene.dice.percent(80) ? Scene.BENCH : Scene.STAGE;
    List<Look.Row> goods =
        pickedGoods(
            scene,
            "w.code = ? AND l.code = ? AND g.put_back = ''"
                + (tote ? " AND g.tote = '" + row.text(7) + "'" : ""),
            row.text(0),
            row.text(1));
    return Optional.of(
        Attempt.of(
                new DropGoods(
                    new WarehouseCode(row.text(0)),
                    new LocationCode(row.text(1)),
                    tote ? Optional.of(new HandlingUnit(row.text(7))) : no(),
                    to))
            .doing(moved(goods, to, "")));
  }

  private static Optional<Attempt> putBack(Scene scene) {
    return scene
        .dice
        .any(pickedGoods(scene, "g.put_back <> ''"))
        .map(
            row -> {
              LocationCode to = scene.bin();
              Effect effect = Effect.none();
              for (Look.Row each :
                  pickedGoods(scene, "w.code = ? AND g.put_back = ?", row.text(0), row.text(8))) {
                Pile pile = picked(each);
                effect.move(pile, pile.at(to).in(""), each.number(5));
              }
              return Attempt.of(
                      new PutBackGoods(
                          new WarehouseCode(row.text(0)), new Reference(row.text(8)), to))
                  .doing(effect);
            });
  }

  private static Optional<Attempt> review(Scene scene) {
    WarehouseCode site = scene.site();
    return Optional.of(
        Attempt.of(new ReviewPicks(site)).doing(Effect.none().unsettledIn(site.code())));
  }
}
