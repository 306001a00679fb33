package dev.stockwright.simulator.walk;

import static dev.stockwright.simulator.walk.Scene.no;
import static dev.stockwright.simulator.walk.Scene.reason;

import dev.stockwright.protocol.AdjustStock;
import dev.stockwright.protocol.Command;
import dev.stockwright.protocol.ConfirmReservation;
import dev.stockwright.protocol.MoveStock;
import dev.stockwright.protocol.PlaceReservation;
import dev.stockwright.protocol.ReceiveGoods;
import dev.stockwright.protocol.ReleaseReservation;
import dev.stockwright.protocol.TransferStock;
import dev.stockwright.vocabulary.HandlingUnit;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.Quantity;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Commands about stock alone that reach for what documents hold. Whether they may is what
/// [Guards] says.
final class GuardedIdeas {
  private GuardedIdeas() {}

  /// They come besides the ideas that there are.
  static void into(Map<Class<? extends Command>, Idea> ideas) {
    besides(ideas, MoveStock.class, GuardedIdeas::move);
    besides(ideas, AdjustStock.class, GuardedIdeas::adjust);
    besides(ideas, TransferStock.class, GuardedIdeas::transfer);
    besides(ideas, ReceiveGoods.class, GuardedIdeas::receive);
    besides(ideas, PlaceReservation.class, GuardedIdeas::place);
    besides(ideas, ConfirmReservation.class, scene -> promise(scene, ConfirmReservation::new));
    besides(ideas, ReleaseReservation.class, scene -> promise(scene, ReleaseReservation::new));
  }

  private static void besides(
      Map<Class<? extends Command>, Idea> ideas, Class<? extends Command> kind, Idea reaching) {
    ideas.computeIfPresent(
        kind,
        (any, idea) ->
            scene ->
                scene.dice.percent(25)
                    ? reaching.draw(scene).or(() -> idea.draw(scene))
                    : idea.draw(scene));
  }

  /// Goods where something is claimed, also those beside the claimed ones.
  private static Optional<Pile> claimed(Scene scene) {
    List<HeldGoods.Claim> claims = HeldGoods.claims(scene.look);
    return scene.goods(
        pile ->
            claims.stream()
                .anyMatch(
                    claim ->
                        claim.on(pile)
                            || claim.place().equals(pile.place())
                                && claim.warehouse().equals(pile.warehouse())
                                && claim.sku().equals(pile.sku())
                                && pile.loose()));
  }

  /// Of what is in a unit all, because it stays one.
  private static Quantity some(Scene scene, Pile pile) {
    return pile.loose() ? scene.some(pile) : new Quantity(scene.stock.at(pile));
  }

  private static Optional<Attempt> move(Scene scene) {
    return claimed(scene)
        .map(
            from -> {
              Quantity quantity = some(scene, from);
              LocationCode to = scene.bin();
              MoveStock command =
                  new MoveStock(
                      from.site(),
                      from.product(),
                      quantity,
                      from.location(),
                      to,
                      from.lotCode(),
                      from.handlingUnit(),
                      from.given(),
                      no());
              Attempt attempt =
                  Attempt.of(command)
                      .doing(Effect.none().move(from, from.at(to), quantity.units()));
              return to.equals(from.location()) ? attempt.wrong() : attempt;
            });
  }

  private static Optional<Attempt> adjust(Scene scene) {
    return claimed(scene)
        .map(
            pile -> {
              long units = some(scene, pile).units();
              return Attempt.of(
                      new AdjustStock(
                          pile.site(),
                          pile.product(),
                          -units,
                          Optional.of(reason("lost")),
                          Optional.of(pile.location()),
                          pile.lotCode(),
                          pile.handlingUnit(),
                          pile.given()))
                  .by("till") // a program needs no second person
                  .doing(Effect.none().add(pile, -units));
            });
  }

  /// From where all of it lies loose, because a part of what is in a unit may be taken.
  private static Optional<Attempt> transfer(Scene scene) {
    return claimed(scene)
        .filter(
            pile ->
                scene
                    .stock
                    .like(
                        other ->
                            other.cell().equals(pile.cell()) && other.place().equals(pile.place()))
                    .stream()
                    .allMatch(Pile::loose))
        .map(
            from -> {
              WarehouseCode to = scene.other(from.site());
              Quantity quantity = some(scene, from);
              return Attempt.of(
                      new TransferStock(
                          from.site(),
                          to,
                          from.product(),
                          quantity,
                          Optional.of(from.location()),
                          Optional.of(scene.bin()),
                          from.lotCode(),
                          no(),
                          no()))
                  .doing(
                      Effect.none()
                          .somewhere(from.cell(), -quantity.units())
                          .somewhere(new Cell(to.code(), from.sku()), quantity.units()));
            });
  }

  /// A unit that is announced, under way or packed, or what a notice has announced.
  private static Optional<Attempt> receive(Scene scene) {
    boolean unit = scene.dice.percent(60);
    Optional<Look.Row> found =
        scene.look.any(
            scene.dice,
            unit
                ? """
                  SELECT w.code, u.code FROM handling_unit u JOIN warehouse w ON w.id = u.warehouse_id
                   WHERE u.state IN ('in_transit', 'loaded')
                      OR EXISTS (SELECT FROM package p WHERE p.code = u.code AND p.state = 'closed')
                      OR EXISTS (SELECT FROM asn_line l JOIN asn a ON a.id = l.asn_id
                                  WHERE l.handling_unit = u.code AND u.state = 'announced'
                                    AND a.state IN ('announced', 'arriving'))
                   ORDER BY 2
                  """
                : """
                  SELECT w.code, a.purchase_order FROM asn a JOIN warehouse w ON w.id = a.warehouse_id
                   WHERE a.purchase_order <> '' AND a.state IN ('announced', 'arriving') ORDER BY 2
                  """);
    return found.map(
        row -> {
          ReceiveGoods command =
              new ReceiveGoods(
                  new WarehouseCode(row.text(0)),
                  scene.plain(),
                  scene.units(9),
                  Optional.of(Scene.DOCK),
                  no(),
                  no(),
                  no(),
                  unit ? Optional.of(new HandlingUnit(row.text(1))) : no(),
                  no(),
                  unit ? no() : Optional.of(new Reference(row.text(1))),
                  no());
          return Attempt.of(command).wrong();
        });
  }

  /// The number of an order or a transfer, as its promise bears it.
  private static Optional<Reference> number(Scene scene) {
    return scene
        .look
        .any(
            scene.dice,
            """
            SELECT number FROM (
              (SELECT number, changed_at AS at FROM sales_order) UNION ALL
              (SELECT 'transfer:' || number, requested_at FROM transfer)) d
             ORDER BY at DESC, number LIMIT 25
            """)
        .map(row -> new Reference(row.text(0)));
  }

  private static Optional<Attempt> place(Scene scene) {
    Sku sku = scene.plain();
    return number(scene)
        .map(
            order ->
                Attempt.of(
                        new PlaceReservation(
                            order,
                            List.of(new PlaceReservation.Line(sku, scene.site(), new Quantity(1))),
                            0))
                    .wrong());
  }

  private interface OfPromise {
    Command of(Reference order);
  }

  private static Optional<Attempt> promise(Scene scene, OfPromise command) {
    return number(scene)
        .map(order -> Attempt.of(command.of(order)).doing(Effect.none().unsettled(order.code())));
  }
}
