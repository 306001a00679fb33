package dev.stockwright.simulator.walk;

import static dev.stockwright.simulator.walk.Scene.no;
import static dev.stockwright.simulator.walk.Scene.reason;

import dev.stockwright.protocol.Command;
import dev.stockwright.protocol.TransferCommand;
import dev.stockwright.protocol.TransferCommand.AcceptOver;
import dev.stockwright.protocol.TransferCommand.ApproveTransfer;
import dev.stockwright.protocol.TransferCommand.CancelTransfer;
import dev.stockwright.protocol.TransferCommand.CloseTransfer;
import dev.stockwright.protocol.TransferCommand.PackTransfer;
import dev.stockwright.protocol.TransferCommand.PackTransferUnit;
import dev.stockwright.protocol.TransferCommand.ReceiveTransfer;
import dev.stockwright.protocol.TransferCommand.RejectTransfer;
import dev.stockwright.protocol.TransferCommand.RequestTransfer;
import dev.stockwright.protocol.TransferCommand.SetLeadTime;
import dev.stockwright.protocol.TransferCommand.ShipTransfer;
import dev.stockwright.protocol.TransferCommand.TransferAtOnce;
import dev.stockwright.vocabulary.HandlingUnit;
import dev.stockwright.vocabulary.Quantity;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Goods from one warehouse to another.
final class TransferIdeas {
  private TransferIdeas() {}

  static void into(Map<Class<? extends Command>, Idea> ideas) {
    ideas.put(RequestTransfer.class, TransferIdeas::request);
    ideas.put(ApproveTransfer.class, TransferIdeas::approve);
    ideas.put(RejectTransfer.class, TransferIdeas::reject);
    ideas.put(PackTransfer.class, TransferIdeas::pack);
    ideas.put(PackTransferUnit.class, TransferIdeas::packUnit);
    ideas.put(ShipTransfer.class, TransferIdeas::ship);
    ideas.put(ReceiveTransfer.class, ArrivalIdeas::receive);
    ideas.put(CloseTransfer.class, ArrivalIdeas::close);
    ideas.put(CancelTransfer.class, TransferIdeas::cancel);
    ideas.put(TransferAtOnce.class, TransferIdeas::atOnce);
    ideas.put(AcceptOver.class, ArrivalIdeas::accept);
    ideas.put(SetLeadTime.class, TransferIdeas::lead);
  }

  private static List<TransferCommand.Wanted> wanted(Scene scene, long most) {
    List<TransferCommand.Wanted> lines = new ArrayList<>();
    for (String sku : Scene.PLAIN) {
      if (scene.dice.percent(35) || lines.isEmpty() && sku.equals(Scene.PLAIN.getLast())) {
        lines.add(new TransferCommand.Wanted(new Sku(sku), scene.units(most)));
      }
    }
    return lines;
  }

  /// At times for what is in a handling unit, so that it can go as it is.
  private static Optional<Attempt> request(Scene scene) {
    Optional<Pile> boxed =
        scene.dice.percent(40)
            ? scene.standing(
                pile -> !pile.loose() && pile.sellable() && Scene.PLAIN.contains(pile.sku()))
            : no();
    WarehouseCode from = boxed.map(Pile::site).orElseGet(scene::site);
    List<TransferCommand.Wanted> lines =
        boxed
            .map(
                pile ->
                    List.of(
                        new TransferCommand.Wanted(
                            pile.product(), new Quantity(scene.stock.at(pile)))))
            .orElseGet(() -> wanted(scene, 8));
    return Optional.of(
        Attempt.of(
                new RequestTransfer(
                    from,
                    scene.other(from),
                    scene.dice.maybe(50, scene.fresh("TRF")),
                    lines,
                    no(),
                    no()))
            .by("ana")
            .sure());
  }

  /// A transfer: number, from, to, state.
  static Optional<Look.Row> transfer(Scene scene, String states) {
    boolean any = scene.dice.percent(8);
    return scene.look.any(
        scene.dice,
        "SELECT t.number, f.code, g.code, t.state FROM transfer t"
            + " JOIN warehouse f ON f.id = t.from_warehouse_id"
            + " JOIN warehouse g ON g.id = t.to_warehouse_id WHERE "
            + (any ? "true" : "t.state IN (" + states + ")")
            + " ORDER BY t.id DESC LIMIT 8");
  }

  /// Of each line: SKU, requested, approved, packed, in transit, over, kept.
  static List<Look.Row> lines(Scene scene, String number) {
    return scene.look.rows(
        "SELECT p.sku, l.requested, l.approved, l.packed, l.in_transit, l.over, l.kept"
            + " FROM transfer_line l JOIN transfer t ON t.id = l.transfer_id"
            + " JOIN product p ON p.id = l.product_id WHERE t.number = ? ORDER BY l.line",
        number);
  }

  static Reference number(Look.Row row) {
    return new Reference(row.text(0));
  }

  static WarehouseCode from(Look.Row row) {
    return new WarehouseCode(row.text(1));
  }

  static WarehouseCode to(Look.Row row) {
    return new WarehouseCode(row.text(2));
  }

  private static String promise(String number) {
    return "transfer:" + number;
  }

  static Attempt inState(Attempt attempt, Look.Row row, Set<String> good) {
    return good.contains(row.text(3)) ? attempt : attempt.wrong();
  }

  private static Optional<Attempt> approve(Scene scene) {
    Optional<Look.Row> found = transfer(scene, "'requested'");
    if (found.isEmpty()) {
      return no();
    }
    Look.Row row = found.get();
    List<TransferCommand.Granted> granted = new ArrayList<>();
    Map<Cell, Long> promised = new HashMap<>();
    boolean there = true;
    for (Look.Row line : lines(scene, row.text(0))) {
      Cell cell = new Cell(row.text(1), line.text(0));
      long available = scene.stock.available(cell, scene.now());
      long units =
          scene.dice.percent(70) ? Math.clamp(available, 0, line.number(1)) : line.number(1);
      if (units < line.number(1)) {
        granted.add(new TransferCommand.Granted(new Sku(line.text(0)), units));
      }
      there &= units <= available;
      if (units > 0) {
        promised.put(cell, units);
      }
    }
    Attempt attempt =
        Attempt.of(new ApproveTransfer(from(row), number(row), granted))
            .by("eve")
            .doing(
                promised.isEmpty()
                    ? Effect.none()
                    : Effect.none()
                        .hold(new Reference(promise(row.text(0))), promised, Optional.empty()));
    return Optional.of(inState(there ? attempt : attempt.wrong(), row, Set.of("requested")));
  }

  private static Optional<Attempt> reject(Scene scene) {
    if (scene.dice.percent(50)) {
      return no();
    }
    return transfer(scene, "'requested'")
        .map(
            row ->
                inState(
                    Attempt.of(new RejectTransfer(from(row), number(row), reason("unwanted"))),
                    row,
                    Set.of("requested")));
  }

  private static Optional<Attempt> pack(Scene scene) {
    Optional<Look.Row> found = transfer(scene, "'approved'");
    if (found.isEmpty()) {
      return no();
    }
    Look.Row row = found.get();
    Optional<Look.Row> line =
        scene.dice.any(
            lines(scene, row.text(0)).stream()
                .filter(each -> each.number(3) < each.number(2))
                .toList());
    Optional<Pile> source =
        line.flatMap(
            each ->
                scene.standing(
                    pile ->
                        pile.warehouse().equals(row.text(1))
                            && pile.sku().equals(each.text(0))
                            && (pile.loose() || scene.dice.percent(10))
                            && pile.sellable()));
    if (line.isEmpty() || source.isEmpty()) {
      return no();
    }
    Pile pile = source.get();
    long left = line.get().number(2) - line.get().number(3);
    Quantity quantity = new Quantity(Math.min(left, scene.stock.at(pile)));
    Optional<HandlingUnit> onto = scene.dice.maybe(40, new HandlingUnit(scene.fresh("BOX").code()));
    String unit = onto.map(HandlingUnit::code).orElse("");
    PackTransfer command =
        new PackTransfer(
            from(row),
            number(row),
            pile.product(),
            quantity,
            pile.location(),
            pile.lotCode(),
            pile.handlingUnit(),
            onto,
            Optional.of(Scene.STAGE));
    return Optional.of(
        inState(
            Attempt.of(command)
                .doing(Effect.none().move(pile, pile.at(Scene.STAGE).in(unit), quantity.units())),
            row,
            Set.of("approved")));
  }

  private static Optional<Attempt> packUnit(Scene scene) {
    Optional<Look.Row> found = transfer(scene, "'approved'");
    if (found.isEmpty()) {
      return no();
    }
    Look.Row row = found.get();
    return scene
        .standing(
            pile ->
                pile.warehouse().equals(row.text(1))
                    && !pile.loose()
                    && lines(scene, row.text(0)).stream()
                        .anyMatch(
                            line ->
                                line.text(0).equals(pile.sku())
                                    && line.number(2) - line.number(3) >= scene.stock.at(pile)))
        .map(
            pile ->
                inState(
                    Attempt.of(
                            new PackTransferUnit(
                                from(row),
                                number(row),
                                pile.handlingUnit().orElseThrow(),
                                Optional.of(Scene.STAGE)))
                        .doing(
                            PutAwayIdeas.whole(
                                scene, Effect.none(), row.text(1), pile.unit(), Scene.STAGE)),
                    row,
                    Set.of("approved")));
  }

  private static Optional<Attempt> ship(Scene scene) {
    Optional<Look.Row> found = transfer(scene, "'approved', 'packed'");
    if (found.isEmpty()) {
      return no();
    }
    Look.Row row = found.get();
    Effect effect = Effect.none().drop(promise(row.text(0)));
    for (Look.Row content : contents(scene, row.text(0))) {
      Pile packed =
          new Pile(
              row.text(1),
              content.text(3),
              content.text(0),
              content.text(1),
              content.text(2),
              "available");
      Pile there =
          packed.loose()
              ? packed
              : scene.stock.like(pile -> pile.at(packed.location()).equals(packed)).stream()
                  .findFirst()
                  .orElse(packed);
      effect.add(there, -content.number(4));
    }
    boolean incomplete = row.text(3).equals("approved") || scene.dice.percent(30);
    return Optional.of(
        inState(
            Attempt.of(new ShipTransfer(from(row), number(row), incomplete)).doing(effect),
            row,
            Set.of("approved", "packed")));
  }

  /// What is packed: SKU, lot, unit, place, packed, still under way.
  static List<Look.Row> contents(Scene scene, String number) {
    return scene.look.rows(
        """
        SELECT p.sku, c.lot, c.handling_unit, c.place, c.packed, c.shipped - c.settled
          FROM transfer_content c JOIN transfer t ON t.id = c.transfer_id
          JOIN transfer_line l ON l.transfer_id = c.transfer_id AND l.line = c.line
          JOIN product p ON p.id = l.product_id WHERE t.number = ? ORDER BY c.id
        """,
        number);
  }

  private static Optional<Attempt> cancel(Scene scene) {
    if (scene.dice.percent(75)) {
      return no();
    }
    return transfer(scene, "'requested', 'approved', 'packed'")
        .map(
            row ->
                inState(
                    Attempt.of(
                            new CancelTransfer(
                                scene.dice.percent(50) ? from(row) : to(row),
                                number(row),
                                reason("unwanted")))
                        .doing(Effect.none().drop(promise(row.text(0)))),
                    row,
                    Set.of("requested", "approved", "packed")));
  }

  private static Optional<Attempt> atOnce(Scene scene) {
    WarehouseCode from = scene.site();
    WarehouseCode to = scene.other(from);
    List<TransferCommand.Wanted> lines = wanted(scene, 6);
    Effect effect = Effect.none();
    boolean there = true;
    for (TransferCommand.Wanted line : lines) {
      Cell cell = new Cell(from.code(), line.sku().code());
      long units = line.quantity().units();
      there &= scene.stock.available(cell, scene.now()) >= units;
      effect.somewhere(cell, -units).somewhere(new Cell(to.code(), line.sku().code()), units);
    }
    Attempt attempt =
        Attempt.of(
                new TransferAtOnce(
                    from, to, scene.dice.maybe(40, scene.fresh("TRF")), lines, no(), no()))
            .doing(effect);
    return Optional.of(there ? attempt : attempt.wrong());
  }

  private static Optional<Attempt> lead(Scene scene) {
    WarehouseCode from = scene.site();
    return Optional.of(
        Attempt.of(new SetLeadTime(from, scene.other(from), scene.dice.from(0, 90))).sure());
  }
}
