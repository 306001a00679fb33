package dev.stockwright.simulator.walk;

import static dev.stockwright.simulator.walk.Scene.no;
import static dev.stockwright.simulator.walk.Scene.reason;

import dev.stockwright.protocol.TransferCommand;
import dev.stockwright.protocol.TransferCommand.AcceptOver;
import dev.stockwright.protocol.TransferCommand.CloseTransfer;
import dev.stockwright.protocol.TransferCommand.ReceiveTransfer;
import dev.stockwright.vocabulary.Condition;
import dev.stockwright.vocabulary.HandlingUnit;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.LotCode;
import dev.stockwright.vocabulary.Quantity;
import dev.stockwright.vocabulary.Sku;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What arrives from another warehouse, and what does not.
final class ArrivalIdeas {
  private ArrivalIdeas() {}

  static Optional<Attempt> receive(Scene scene) {
    Optional<Look.Row> found = TransferIdeas.transfer(scene, "'shipped', 'short'");
    if (found.isEmpty()) {
      return no();
    }
    Look.Row row = found.get();
    List<TransferCommand.Arrived> arrived = new ArrayList<>();
    List<HandlingUnit> units = new ArrayList<>();
    Effect effect = Effect.none();
    Optional<Look.Row> boxed =
        scene.dice.any(
            TransferIdeas.contents(scene, row.text(0)).stream()
                .filter(each -> !each.text(2).isEmpty() && each.number(5) > 0)
                .toList());
    if (boxed.isPresent() && scene.dice.percent(50)) {
      units.add(new HandlingUnit(boxed.get().text(2)));
      Set<String> whole = whole(scene, boxed.get().text(2));
      for (Look.Row each : TransferIdeas.contents(scene, row.text(0))) {
        if (whole.contains(each.text(2))) {
          effect.somewhere(new Cell(row.text(2), each.text(0)), each.number(5));
        }
      }
    } else {
      for (Look.Row line : TransferIdeas.lines(scene, row.text(0))) {
        arrive(scene, line, arrived);
      }
      for (TransferCommand.Arrived each : arrived) {
        effect.somewhere(
            new Cell(row.text(2), each.sku().code()), each.good() + each.damaged() + each.over());
      }
    }
    boolean last = scene.dice.percent(40) || arrived.isEmpty() && units.isEmpty();
    return Optional.of(
        TransferIdeas.inState(
            Attempt.of(
                    new ReceiveTransfer(
                        TransferIdeas.to(row),
                        TransferIdeas.number(row),
                        arrived,
                        units,
                        Optional.of(Scene.DOCK),
                        last,
                        Optional.empty()))
                .doing(effect),
            row,
            Set.of("shipped", "short")));
  }

  /// A unit with all that it carries.
  private static Set<String> whole(Scene scene, String unit) {
    return scene
        .look
        .rows(
            """
            WITH RECURSIVE w(code) AS (
              SELECT ?::text COLLATE "C" UNION SELECT n.inner_code FROM handling_unit_nest n JOIN w
                  ON n.outer_code = w.code)
            SELECT code FROM w""",
            unit)
        .stream()
        .map(found -> found.text(0))
        .collect(Collectors.toSet());
  }

  private static void arrive(Scene scene, Look.Row line, List<TransferCommand.Arrived> arrived) {
    long way = line.number(4);
    if (way == 0 || scene.dice.percent(20)) {
      return;
    }
    long good = scene.dice.percent(70) ? way : scene.dice.from(0, way);
    long damaged = scene.dice.percent(25) ? way - good : 0;
    long over = good + damaged == way && scene.dice.percent(60) ? scene.dice.from(1, 3) : 0;
    if (good + damaged + over > 0) {
      arrived.add(
          new TransferCommand.Arrived(new Sku(line.text(0)), no(), no(), good, damaged, over));
    }
  }

  static Optional<Attempt> close(Scene scene) {
    Optional<Look.Row> found = TransferIdeas.transfer(scene, "'shipped', 'short'");
    if (found.isEmpty() || scene.dice.percent(50)) {
      return no();
    }
    Look.Row row = found.get();
    boolean back = scene.dice.percent(40);
    LocationCode place = scene.bin();
    Effect effect = Effect.none();
    if (back) {
      for (Look.Row line : TransferIdeas.lines(scene, row.text(0))) {
        effect.somewhere(new Cell(row.text(1), line.text(0)), line.number(4));
      }
    }
    return Optional.of(
        TransferIdeas.inState(
            Attempt.of(
                    new CloseTransfer(
                        TransferIdeas.from(row),
                        TransferIdeas.number(row),
                        reason(back ? "not_sent" : scene.dice.one(List.of("lost", "damage"))),
                        List.of(),
                        back ? Optional.of(place) : no()))
                .doing(effect),
            row,
            Set.of("shipped", "short")));
  }

  static Optional<Attempt> accept(Scene scene) {
    Optional<Look.Row> found =
        scene.look.any(
            scene.dice,
            """
            SELECT t.number, f.code, g.code, p.sku, l.over - l.kept FROM transfer_line l
              JOIN transfer t ON t.id = l.transfer_id
              JOIN warehouse f ON f.id = t.from_warehouse_id
              JOIN warehouse g ON g.id = t.to_warehouse_id
              JOIN product p ON p.id = l.product_id WHERE l.over > l.kept ORDER BY t.id, l.line
            """);
    if (found.isEmpty()) {
      return no();
    }
    Look.Row row = found.get();
    Optional<Pile> held =
        scene.standing(
            pile ->
                pile.warehouse().equals(row.text(2))
                    && pile.sku().equals(row.text(3))
                    && pile.condition().equals("hold")
                    && pile.loose());
    Optional<Pile> source =
        scene.standing(
            pile ->
                pile.warehouse().equals(row.text(1))
                    && pile.sku().equals(row.text(3))
                    && pile.sellable()
                    && pile.loose());
    if (held.isEmpty() || source.isEmpty()) {
      return no();
    }
    Pile in = held.get();
    Pile out = source.get();
    Quantity quantity =
        new Quantity(Math.min(row.number(4), Math.min(scene.stock.at(in), scene.stock.at(out))));
    return Optional.of(
        Attempt.of(
                new AcceptOver(
                    TransferIdeas.from(row),
                    TransferIdeas.to(row),
                    TransferIdeas.number(row),
                    in.product(),
                    quantity,
                    out.location(),
                    in.location(),
                    in.lotCode().map(LotCode::code).map(LotCode::new)))
            .doing(
                Effect.none()
                    .add(out, -quantity.units())
                    .move(in, in.now(Condition.AVAILABLE), quantity.units())));
  }
}
