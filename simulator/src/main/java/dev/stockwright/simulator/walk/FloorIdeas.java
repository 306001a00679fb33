package dev.stockwright.simulator.walk;

import static dev.stockwright.simulator.walk.Scene.no;
import static dev.stockwright.simulator.walk.Scene.reason;

import dev.stockwright.protocol.AdjustmentCommand.ApproveAdjustment;
import dev.stockwright.protocol.AdjustmentCommand.ProposeAdjustment;
import dev.stockwright.protocol.AdjustmentCommand.RejectAdjustment;
import dev.stockwright.protocol.Command;
import dev.stockwright.protocol.DocumentKind;
import dev.stockwright.protocol.MoveCommand.FreeHandlingUnit;
import dev.stockwright.protocol.MoveCommand.MoveGoods;
import dev.stockwright.protocol.MoveCommand.MoveHandlingUnit;
import dev.stockwright.protocol.MoveCommand.NestHandlingUnit;
import dev.stockwright.protocol.TaskCommand.CancelTask;
import dev.stockwright.protocol.TaskCommand.HandOverTask;
import dev.stockwright.protocol.TaskCommand.KeepTask;
import dev.stockwright.protocol.TaskCommand.RankTask;
import dev.stockwright.protocol.TaskCommand.ReturnTask;
import dev.stockwright.protocol.TaskCommand.SkipTask;
import dev.stockwright.protocol.TaskCommand.TakeTask;
import dev.stockwright.vocabulary.HandlingUnit;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.Operator;
import dev.stockwright.vocabulary.Quantity;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.WarehouseCode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Moves and handling units, adjustments, and what people do with tasks.
final class FloorIdeas {
  private FloorIdeas() {}

  static void into(Map<Class<? extends Command>, Idea> ideas) {
    ideas.put(MoveGoods.class, FloorIdeas::move);
    ideas.put(MoveHandlingUnit.class, FloorIdeas::moveUnit);
    ideas.put(NestHandlingUnit.class, FloorIdeas::nest);
    ideas.put(FreeHandlingUnit.class, FloorIdeas::free);
    ideas.put(ProposeAdjustment.class, FloorIdeas::propose);
    ideas.put(ApproveAdjustment.class, FloorIdeas::approve);
    ideas.put(RejectAdjustment.class, FloorIdeas::reject);
    ideas.put(TakeTask.class, FloorIdeas::take);
    ideas.put(KeepTask.class, FloorIdeas::keep);
    ideas.put(SkipTask.class, FloorIdeas::skip);
    ideas.put(ReturnTask.class, FloorIdeas::back);
    ideas.put(HandOverTask.class, FloorIdeas::handOver);
    ideas.put(RankTask.class, FloorIdeas::rank);
    ideas.put(CancelTask.class, FloorIdeas::cancel);
  }

  private static Optional<Attempt> move(Scene scene) {
    Optional<Pile> found = scene.standing(pile -> true);
    if (found.isEmpty()) {
      return no();
    }
    Pile from = found.get();
    LocationCode to = scene.place();
    boolean tooMuch = scene.dice.percent(10);
    Quantity quantity = tooMuch ? new Quantity(scene.stock.at(from) + 1) : scene.some(from);
    Optional<HandlingUnit> onto = scene.dice.maybe(45, new HandlingUnit(scene.fresh("BOX").code()));
    MoveGoods command =
        new MoveGoods(
            from.site(),
            from.product(),
            quantity,
            from.location(),
            to,
            from.lotCode(),
            from.handlingUnit(),
            onto,
            from.given(),
            no());
    Attempt attempt =
        Attempt.of(command)
            .doing(
                Effect.none()
                    .move(
                        from,
                        from.at(to).in(onto.map(HandlingUnit::code).orElse("")),
                        quantity.units()));
    boolean nowhere = to.equals(from.location()) && onto.isEmpty() && from.loose();
    return Optional.of(tooMuch || nowhere ? attempt.wrong() : attempt);
  }

  /// A unit that stands somewhere with something in it: label, site, place.
  private static Optional<Pile> unit(Scene scene) {
    return scene.standing(pile -> !pile.loose());
  }

  private static Optional<Attempt> moveUnit(Scene scene) {
    return unit(scene)
        .map(
            pile -> {
              LocationCode to = scene.place();
              Attempt attempt =
                  Attempt.of(
                          new MoveHandlingUnit(
                              pile.site(), pile.handlingUnit().orElseThrow(), to, no()))
                      .doing(
                          PutAwayIdeas.whole(
                              scene, Effect.none(), pile.warehouse(), pile.unit(), to));
              return to.equals(pile.location()) ? attempt.wrong() : attempt;
            });
  }

  private static Optional<Attempt> nest(Scene scene) {
    Optional<Pile> inner = unit(scene);
    Optional<Pile> outer =
        inner.flatMap(
            one ->
                scene.standing(
                    pile ->
                        !pile.loose()
                            && pile.warehouse().equals(one.warehouse())
                            && (scene.dice.percent(15) || pile.place().equals(one.place()))
                            && !pile.unit().equals(one.unit())));
    return outer.map(
        pile -> {
          Pile one = inner.orElseThrow();
          Attempt attempt =
              Attempt.of(
                  new NestHandlingUnit(
                      one.site(),
                      one.handlingUnit().orElseThrow(),
                      pile.handlingUnit().orElseThrow()));
          return one.place().equals(pile.place()) ? attempt : attempt.wrong();
        });
  }

  private static Optional<Attempt> free(Scene scene) {
    return scene
        .look
        .any(
            scene.dice,
            "SELECT n.inner_code, w.code FROM handling_unit_nest n JOIN handling_unit u"
                + " ON u.code = n.inner_code JOIN warehouse w ON w.id = u.warehouse_id ORDER BY 1")
        .map(
            row ->
                Attempt.of(
                    new FreeHandlingUnit(
                        new WarehouseCode(row.text(1)), new HandlingUnit(row.text(0)))));
  }

  private static Optional<Attempt> propose(Scene scene) {
    return scene
        .standing(pile -> !pile.sku().equals(Scene.SINGLE))
        .map(
            pile -> {
              boolean more = scene.dice.percent(50);
              long units = scene.dice.percent(70) ? scene.some(pile).units() : 60;
              long change = more ? units : -units;
              return Attempt.of(
                      new ProposeAdjustment(
                          pile.site(),
                          pile.product(),
                          change,
                          pile.location(),
                          reason(scene.dice.one(List.of("count", "lost", "damaged", "found"))),
                          pile.lotCode(),
                          pile.handlingUnit(),
                          pile.given(),
                          scene.dice.maybe(30, scene.fresh("ADJ")),
                          no()))
                  .doing(
                      answer ->
                          answer.documents().stream()
                                  .anyMatch(
                                      document ->
                                          document.document() == DocumentKind.ADJUSTMENT
                                              && document.state().equals("applied"))
                              ? Effect.none().add(pile, change)
                              : Effect.none());
            });
  }

  /// An adjustment: number, site, place, SKU, lot, unit, condition, change, who, state.
  private static Optional<Look.Row> adjustment(Scene scene) {
    return scene.look.any(
        scene.dice,
        """
        SELECT a.number, w.code, a.place, p.sku, a.lot, a.handling_unit, a.condition, a.change,
               a.proposed_by, a.state
          FROM adjustment a JOIN warehouse w ON w.id = a.warehouse_id
          JOIN product p ON p.id = a.product_id ORDER BY a.state <> 'waiting', a.id DESC LIMIT 6
        """);
  }

  private static Attempt decided(Scene scene, Attempt attempt, Look.Row row) {
    boolean own = scene.dice.percent(20);
    Attempt given = attempt.by(own ? row.text(8) : row.text(8).equals("ana") ? "eve" : "ana");
    return own || !row.text(9).equals("waiting") ? given.wrong() : given;
  }

  private static Optional<Attempt> approve(Scene scene) {
    return adjustment(scene)
        .map(
            row -> {
              Pile pile =
                  new Pile(
                      row.text(1), row.text(2), row.text(3), row.text(4), row.text(5), row.text(6));
              return decided(
                  scene,
                  Attempt.of(
                          new ApproveAdjustment(
                              new WarehouseCode(row.text(1)), new Reference(row.text(0))))
                      .doing(Effect.none().add(pile, row.number(7))),
                  row);
            });
  }

  private static Optional<Attempt> reject(Scene scene) {
    return adjustment(scene)
        .map(
            row ->
                decided(
                    scene,
                    Attempt.of(
                        new RejectAdjustment(
                            new WarehouseCode(row.text(1)),
                            new Reference(row.text(0)),
                            reason("other"))),
                    row));
  }

  /// Otherwise counts and put-aways, of which there are most and which wait for goods, would be
  /// nearly all that is drawn.
  private static final String LAST_OF_A_KIND =
      "t.id IN (SELECT max(id) FROM task WHERE state IN ('open', 'leased') GROUP BY kind)";

  /// A task: number, site, kind, state, holder.
  private static Optional<Look.Row> task(Scene scene, String which) {
    return scene.look.any(
        scene.dice,
        "SELECT t.number, w.code, t.kind, t.state, t.leased_to FROM task t"
            + " JOIN warehouse w ON w.id = t.warehouse_id WHERE "
            + which
            + " ORDER BY t.id DESC LIMIT 15");
  }

  private static Optional<Attempt> take(Scene scene) {
    Optional<Look.Row> wanted = scene.dice.percent(40) ? task(scene, "t.state = 'open'") : no();
    WarehouseCode site = wanted.map(row -> new WarehouseCode(row.text(1))).orElseGet(scene::site);
    return Optional.of(
        Attempt.of(
            new TakeTask(
                site,
                wanted.map(row -> new Reference(row.text(0))),
                wanted.isEmpty() && scene.dice.percent(30)
                    ? List.of(scene.dice.one(List.of("pick", "put_away", "count")))
                    : List.of(),
                no(),
                scene.dice.maybe(30, scene.bin()))));
  }

  private interface OfTask {
    Command of(WarehouseCode site, Reference task);
  }

  /// What its holder does with a task; over ones are refused.
  private static Optional<Attempt> held(Scene scene, OfTask command) {
    boolean over = scene.dice.percent(10);
    return task(scene, over ? "t.state IN ('done', 'cancelled')" : "t.state = 'leased'")
        .map(
            row -> {
              Attempt attempt =
                  Attempt.of(
                      command.of(new WarehouseCode(row.text(1)), new Reference(row.text(0))));
              return over ? attempt.wrong() : attempt.by(row.text(4));
            });
  }

  private static Optional<Attempt> keep(Scene scene) {
    return held(scene, KeepTask::new);
  }

  private static Optional<Attempt> skip(Scene scene) {
    return held(scene, (site, task) -> new SkipTask(site, task, reason("blocked")));
  }

  private static Optional<Attempt> back(Scene scene) {
    return held(scene, ReturnTask::new);
  }

  private static Optional<Attempt> handOver(Scene scene) {
    return held(
        scene,
        (site, task) -> new HandOverTask(site, task, new Operator(scene.dice.one(Scene.PEOPLE))));
  }

  private static Optional<Attempt> rank(Scene scene) {
    return held(scene, (site, task) -> new RankTask(site, task, (int) scene.dice.from(0, 100)));
  }

  private static Optional<Attempt> cancel(Scene scene) {
    if (scene.dice.percent(50)) {
      return no();
    }
    return task(scene, LAST_OF_A_KIND)
        .map(
            row -> {
              Attempt attempt =
                  Attempt.of(
                      new CancelTask(
                          new WarehouseCode(row.text(1)),
                          new Reference(row.text(0)),
                          reason("unwanted")));
              return row.text(2).equals("pick") ? attempt.wrong() : attempt.sure();
            });
  }
}
