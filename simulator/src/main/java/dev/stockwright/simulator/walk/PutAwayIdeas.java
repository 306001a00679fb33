package dev.stockwright.simulator.walk;

import static dev.stockwright.simulator.walk.Scene.no;
import static dev.stockwright.simulator.walk.Scene.reason;

import dev.stockwright.protocol.Command;
import dev.stockwright.protocol.PutAwayCommand.DirectPutAway;
import dev.stockwright.protocol.PutAwayCommand.OpenPutAway;
import dev.stockwright.protocol.PutAwayCommand.PutAway;
import dev.stockwright.protocol.PutAwayCommand.PutUnitAway;
import dev.stockwright.protocol.PutAwayCommand.RedirectPutAway;
import dev.stockwright.protocol.PutAwayCommand.ReviewPutAways;
import dev.stockwright.vocabulary.HandlingUnit;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.Quantity;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.WarehouseCode;
import java.util.Map;
import java.util.Optional;

/// From the dock to the bins.
final class PutAwayIdeas {
  private PutAwayIdeas() {}

  static void into(Map<Class<? extends Command>, Idea> ideas) {
    ideas.put(OpenPutAway.class, PutAwayIdeas::open);
    ideas.put(PutAway.class, PutAwayIdeas::put);
    ideas.put(PutUnitAway.class, PutAwayIdeas::putUnit);
    ideas.put(RedirectPutAway.class, PutAwayIdeas::redirect);
    ideas.put(DirectPutAway.class, PutAwayIdeas::direct);
    ideas.put(
        ReviewPutAways.class,
        scene -> Optional.of(Attempt.of(new ReviewPutAways(scene.site())).doing(Effect.none())));
  }

  private static Optional<Attempt> open(Scene scene) {
    return scene
        .standing(pile -> !Scene.BINS.contains(pile.place()))
        .map(
            pile ->
                Attempt.of(
                    new OpenPutAway(
                        pile.site(),
                        pile.product(),
                        pile.location(),
                        scene.some(pile),
                        pile.lotCode(),
                        pile.handlingUnit(),
                        pile.given())));
  }

  /// A task: number, site, place, to, SKU, quantity, lot, unit, condition, state, holder.
  private static Optional<Look.Row> task(Scene scene) {
    return scene.look.any(
        scene.dice,
        """
        SELECT t.number, w.code, t.place, t.to_place, p.sku, t.quantity, t.lot, t.handling_unit,
               a.condition, t.state, t.leased_to
          FROM task t JOIN put_away a ON a.task_id = t.id JOIN warehouse w ON w.id = t.warehouse_id
          LEFT JOIN product p ON p.id = t.product_id
         WHERE t.kind = 'put_away'
         ORDER BY t.state NOT IN ('open', 'leased'), t.id DESC LIMIT 12
        """);
  }

  private static boolean over(Look.Row row) {
    return row.text(9).equals("done") || row.text(9).equals("cancelled");
  }

  private static Pile pile(Look.Row row) {
    return new Pile(row.text(1), row.text(2), row.text(4), row.text(6), row.text(7), row.text(8));
  }

  private static Optional<Attempt> put(Scene scene) {
    Optional<Look.Row> found = task(scene);
    if (found.isEmpty()) {
      return no();
    }
    Look.Row row = found.get();
    LocationCode to =
        row.text(3).isEmpty() || scene.dice.percent(10)
            ? scene.bin()
            : new LocationCode(row.text(3));
    Optional<Quantity> part =
        row.number(5) > 1 && row.text(7).isEmpty()
            ? scene.dice.maybe(30, new Quantity(scene.dice.from(1, row.number(5) - 1)))
            : no();
    Attempt attempt =
        Attempt.of(
            new PutAway(new WarehouseCode(row.text(1)), new Reference(row.text(0)), to, part));
    if (over(row)) {
      return Optional.of(attempt.wrong());
    }
    Effect effect = Effect.none();
    if (row.text(4).isEmpty() || !row.text(7).isEmpty()) {
      whole(scene, effect, row.text(1), row.text(7), to);
    } else if (row.text(4).equals(Scene.SINGLE)) {
      effect.somewhere(pile(row).cell(), 0);
    } else {
      Pile pile = pile(row);
      effect.move(pile, pile.at(to), part.map(Quantity::units).orElse(row.number(5)));
    }
    return Optional.of(by(attempt.doing(effect), row.text(10)));
  }

  private static Attempt by(Attempt attempt, String holder) {
    return holder.isEmpty() ? attempt : attempt.by(holder);
  }

  /// Everything in a handling unit, and in those that it carries, goes there.
  static Effect whole(Scene scene, Effect effect, String site, String unit, LocationCode to) {
    for (String each : carried(scene, unit)) {
      for (Pile pile : scene.stock.like(some -> some.unit().equals(each))) {
        if (pile.warehouse().equals(site) && !pile.place().equals(to.code())) {
          effect.move(pile, pile.at(to), scene.stock.at(pile));
        }
      }
    }
    return effect;
  }

  /// The unit and all that stand on or in it.
  static java.util.List<String> carried(Scene scene, String unit) {
    return scene
        .look
        .rows(
            """
            WITH RECURSIVE on_it(code) AS (
              SELECT ?::text COLLATE "C"
              UNION SELECT n.inner_code FROM handling_unit_nest n JOIN on_it o ON n.outer_code = o.code)
            SELECT code FROM on_it ORDER BY 1
            """,
            unit)
        .stream()
        .map(row -> row.text(0))
        .toList();
  }

  private static Optional<Attempt> putUnit(Scene scene) {
    return scene
        .look
        .any(
            scene.dice,
            """
            SELECT t.handling_unit, w.code, t.to_place, t.leased_to FROM task t
              JOIN warehouse w ON w.id = t.warehouse_id
             WHERE t.kind = 'put_away' AND t.handling_unit <> '' AND t.state IN ('open', 'leased')
             ORDER BY t.id DESC LIMIT 12
            """)
        .map(
            row -> {
              boolean elsewhere = row.text(2).isEmpty() || scene.dice.percent(30);
              LocationCode to = elsewhere ? scene.bin() : new LocationCode(row.text(2));
              return by(
                  Attempt.of(
                          new PutUnitAway(
                              new WarehouseCode(row.text(1)),
                              new HandlingUnit(row.text(0)),
                              to,
                              elsewhere ? Optional.of(reason("full")) : no()))
                      .doing(whole(scene, Effect.none(), row.text(1), row.text(0), to)),
                  row.text(3));
            });
  }

  private static Optional<Attempt> redirect(Scene scene) {
    return task(scene)
        .map(
            row -> {
              Attempt attempt =
                  Attempt.of(
                      new RedirectPutAway(
                          new WarehouseCode(row.text(1)),
                          new Reference(row.text(0)),
                          scene.bin(),
                          row.text(7).isEmpty()
                              ? scene.dice.maybe(30, scene.units(row.number(5)))
                              : no(),
                          reason(scene.dice.percent(90) ? "full" : "no_such_reason")));
              return over(row) ? attempt.wrong() : by(attempt, row.text(10));
            });
  }

  private static Optional<Attempt> direct(Scene scene) {
    return task(scene)
        .map(
            row -> {
              Attempt attempt =
                  Attempt.of(
                      new DirectPutAway(
                          new WarehouseCode(row.text(1)), new Reference(row.text(0))));
              return over(row) ? attempt.wrong() : by(attempt, row.text(10));
            });
  }
}
