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
import dev.stockwright.protocol.UndoCommand;
import dev.stockwright.vocabulary.Condition;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.LotCode;
import dev.stockwright.vocabulary.Quantity;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.SerialNumber;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The commands that need no document.
final class StockIdeas {
  private StockIdeas() {}

  static void into(Map<Class<? extends Command>, Idea> ideas) {
    ideas.put(ReceiveGoods.class, StockIdeas::receive);
    ideas.put(MoveStock.class, StockIdeas::move);
    ideas.put(AdjustStock.class, StockIdeas::adjust);
    ideas.put(TransferStock.class, StockIdeas::transfer);
    ideas.put(PlaceReservation.class, StockIdeas::promise);
    ideas.put(ConfirmReservation.class, StockIdeas::confirm);
    ideas.put(ReleaseReservation.class, StockIdeas::release);
    ideas.put(UndoCommand.class, StockIdeas::undo);
  }

  static Optional<Attempt> receive(Scene scene) {
    WarehouseCode site = scene.site();
    Sku sku = scene.anySku();
    LocationCode to = scene.place();
    boolean single = sku.code().equals(Scene.SINGLE);
    boolean lotted = sku.code().equals(Scene.LOTTED);
    Quantity quantity = single ? new Quantity(1) : scene.units(60);
    Optional<SerialNumber> serial =
        single ? Optional.of(new SerialNumber(scene.fresh("SN").code())) : no();
    Optional<LotCode> lot = lotted ? Optional.of(scene.lot()) : no();
    Pile pile =
        Pile.plain(site, to, sku)
            .of(serial.map(SerialNumber::code).or(() -> lot.map(LotCode::code)).orElse(""));
    ReceiveGoods command =
        new ReceiveGoods(
            site,
            sku,
            quantity,
            Optional.of(to),
            lot,
            lot.map(scene::expiry),
            serial,
            no(),
            no(),
            no(),
            no());
    return Optional.of(
        Attempt.of(command)
            .doing(Effect.none().add(pile, quantity.units()))
            .sureIf(scene.open(site, to)));
  }

  private static Optional<Attempt> move(Scene scene) {
    Optional<Pile> found = scene.standing(Pile::loose);
    if (found.isEmpty()) {
      return no();
    }
    Pile from = found.get();
    LocationCode to = scene.place();
    long there = scene.stock.at(from);
    boolean tooMuch = scene.dice.percent(10) && !from.sku().equals(Scene.SINGLE);
    Quantity quantity = tooMuch ? new Quantity(there + scene.dice.from(1, 5)) : scene.some(from);
    MoveStock command =
        new MoveStock(
            from.site(),
            from.product(),
            quantity,
            from.location(),
            to,
            from.lotCode(),
            no(),
            from.given(),
            no());
    Attempt attempt = Attempt.of(command);
    if (to.equals(from.location())) {
      return Optional.of(attempt.wrong());
    }
    boolean open = scene.open(from.site(), to) && scene.open(from.site(), from.location());
    if (tooMuch && scene.dice.percent(50)) {
      Effect effect =
          Effect.none()
              .move(from, from.at(to), there)
              .add(from.at(to).now(Condition.HOLD), quantity.units() - there);
      return Optional.of(
          new Attempt(command, answer -> effect, Attempt.Forecast.ACCEPTED, no(), true));
    }
    return Optional.of(
        tooMuch
            ? attempt.wrong()
            : attempt.doing(Effect.none().move(from, from.at(to), quantity.units())).sureIf(open));
  }

  private static Optional<Attempt> adjust(Scene scene) {
    Optional<Pile> found = scene.standing(pile -> true);
    if (found.isEmpty()) {
      return no();
    }
    Pile pile = found.get();
    boolean more = scene.dice.percent(50) && !pile.sku().equals(Scene.SINGLE);
    long units = scene.some(pile).units();
    boolean anywhere = scene.dice.percent(15) && !more;
    AdjustStock command =
        new AdjustStock(
            pile.site(),
            pile.product(),
            more ? units : -units,
            Optional.of(reason(scene.dice.one(List.of("count", "damage", "lost", "found")))),
            anywhere ? no() : Optional.of(pile.location()),
            anywhere ? no() : pile.lotCode(),
            anywhere ? no() : pile.handlingUnit(),
            anywhere ? no() : pile.given());
    if (anywhere) {
      return Optional.of(
          Attempt.of(command)
              .doing(Effect.none().somewhere(pile.cell(), -units))
              .sureIf(pile.sellable() && scene.available(pile) >= units));
    }
    Attempt attempt = Attempt.of(command).doing(Effect.none().add(pile, more ? units : -units));
    boolean promised = !more && pile.sellable() && scene.available(pile) < units;
    return Optional.of(promised ? attempt.wrong() : attempt.sure());
  }

  /// What lies loose somewhere: which of it is taken is left to the server.
  private static Optional<Attempt> transfer(Scene scene) {
    Optional<Pile> found = scene.standing(pile -> pile.sellable() && pile.loose());
    if (found.isEmpty()) {
      return no();
    }
    Pile from = found.get();
    WarehouseCode to = scene.other(from.site());
    Quantity quantity = scene.some(from);
    LocationCode place = scene.place();
    TransferStock command =
        new TransferStock(
            from.site(),
            to,
            from.product(),
            quantity,
            Optional.of(from.location()),
            Optional.of(place),
            from.lotCode(),
            scene.dice.maybe(30, scene.fresh("REF")),
            no());
    Attempt attempt =
        Attempt.of(command)
            .doing(
                Effect.none()
                    .somewhere(from.cell(), -quantity.units())
                    .somewhere(new Cell(to.code(), from.sku()), quantity.units()));
    if (scene.available(from) < quantity.units()) {
      return Optional.of(attempt.wrong());
    }
    return Optional.of(
        attempt.sureIf(
            scene.open(to, place)
                && scene.open(from.site(), from.location())
                && !from.sku().equals(Scene.SINGLE)));
  }

  private static Optional<Attempt> promise(Scene scene) {
    Map<Cell, Long> lines = new HashMap<>();
    List<PlaceReservation.Line> wanted =
        java.util.stream.IntStream.rangeClosed(1, (int) scene.dice.from(1, 3))
            .mapToObj(i -> line(scene, lines))
            .toList();
    boolean there =
        lines.entrySet().stream()
            .allMatch(line -> scene.stock.available(line.getKey(), scene.now()) >= line.getValue());
    long ttl = scene.dice.percent(30) ? scene.dice.from(1, 90) : 0;
    Reference order = scene.fresh("R");
    PlaceReservation command = new PlaceReservation(order, wanted, ttl);
    Attempt attempt =
        Attempt.of(command)
            .doing(
                answer ->
                    Effect.none()
                        .hold(
                            order,
                            lines,
                            Optional.of(scene.now().plusSeconds(command.ttlSeconds()))));
    return Optional.of(there ? attempt.sure() : attempt.wrong());
  }

  private static PlaceReservation.Line line(Scene scene, Map<Cell, Long> lines) {
    WarehouseCode site = scene.site();
    Sku sku = scene.plain();
    Quantity quantity = scene.units(12);
    lines.merge(new Cell(site.code(), sku.code()), quantity.units(), Long::sum);
    return new PlaceReservation.Line(sku, site, quantity);
  }

  private static Optional<Attempt> confirm(Scene scene) {
    Optional<String> order = reserved(scene);
    if (order.isEmpty()) {
      return no();
    }
    Optional<PlainStock.Hold> hold = scene.stock.hold(order.get());
    Attempt attempt =
        Attempt.of(new ConfirmReservation(new Reference(order.get())))
            .doing(Effect.none().commit(order.get()));
    if (hold.isEmpty()) {
      return Optional.of(attempt.wrong());
    }
    boolean there =
        hold.get().holds(scene.now())
            || hold.get().lines().entrySet().stream()
                .allMatch(
                    line -> scene.stock.available(line.getKey(), scene.now()) >= line.getValue());
    return Optional.of(there ? attempt.sure() : attempt.wrong());
  }

  private static Optional<Attempt> release(Scene scene) {
    Optional<String> order = reserved(scene);
    if (order.isEmpty()) {
      return no();
    }
    boolean holds =
        scene.stock.hold(order.get()).filter(hold -> hold.holds(scene.now())).isPresent();
    Attempt attempt =
        Attempt.of(new ReleaseReservation(new Reference(order.get())))
            .doing(Effect.none().drop(order.get()));
    return Optional.of(holds ? attempt.sure() : attempt.wrong());
  }

  /// A bare reservation that was ever placed.
  private static Optional<String> reserved(Scene scene) {
    return scene
        .look
        .any(
            scene.dice,
            "SELECT DISTINCT order_code FROM reservation WHERE order_code LIKE 'R-%' ORDER BY 1")
        .map(row -> row.text(0));
  }

  /// What was done by a document's work is taken back with the document, or not at all; which, the
  /// guards say.
  private static Optional<Attempt> undo(Scene scene) {
    Optional<Scene.Done> found = scene.dice.any(scene.done);
    if (found.isEmpty()) {
      return no();
    }
    Scene.Done done = found.get();
    Effect back = Effect.none();
    done.piles().forEach((pile, units) -> back.add(pile, -units));
    scene.done.remove(done);
    return Optional.of(Attempt.of(new UndoCommand(done.id())).doing(back));
  }
}
