package dev.stockwright.simulator.walk;

import static dev.stockwright.simulator.walk.Scene.no;
import static dev.stockwright.simulator.walk.Scene.reason;

import dev.stockwright.protocol.Command;
import dev.stockwright.protocol.DocumentKind;
import dev.stockwright.protocol.ReceivingCommand.CloseReceipt;
import dev.stockwright.protocol.ReceivingCommand.GatherReceipt;
import dev.stockwright.protocol.ReceivingCommand.HoldGoods;
import dev.stockwright.protocol.ReceivingCommand.MatchReceipt;
import dev.stockwright.protocol.ReceivingCommand.MatchedLine;
import dev.stockwright.protocol.ReceivingCommand.ReceiveLine;
import dev.stockwright.protocol.ReceivingCommand.ReceiveReturn;
import dev.stockwright.protocol.ReceivingCommand.ReceiveUnit;
import dev.stockwright.protocol.ReceivingCommand.RejectGoods;
import dev.stockwright.protocol.ReceivingCommand.ReleaseGoods;
import dev.stockwright.protocol.ReceivingCommand.StartReceipt;
import dev.stockwright.protocol.ReceivingCommand.TakeBackLine;
import dev.stockwright.vocabulary.Condition;
import dev.stockwright.vocabulary.HandlingUnit;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.LotCode;
import dev.stockwright.vocabulary.Operator;
import dev.stockwright.vocabulary.Quantity;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.SerialNumber;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Deliveries and returns come in, and it is decided about their quality.
final class ReceivingIdeas {
  private ReceivingIdeas() {}

  static void into(Map<Class<? extends Command>, Idea> ideas) {
    ideas.put(StartReceipt.class, ReceivingIdeas::start);
    ideas.put(ReceiveLine.class, ReceivingIdeas::line);
    ideas.put(ReceiveUnit.class, ReceivingIdeas::unit);
    ideas.put(TakeBackLine.class, ReceivingIdeas::takeBack);
    ideas.put(CloseReceipt.class, ReceivingIdeas::close);
    ideas.put(GatherReceipt.class, ReceivingIdeas::gather);
    ideas.put(MatchReceipt.class, ReceivingIdeas::match);
    ideas.put(ReceiveReturn.class, ReceivingIdeas::giveBack);
    ideas.put(HoldGoods.class, ReceivingIdeas::hold);
    ideas.put(ReleaseGoods.class, ReceivingIdeas::release);
    ideas.put(RejectGoods.class, ReceivingIdeas::reject);
  }

  private static Optional<Attempt> start(Scene scene) {
    int kind = (int) scene.dice.from(0, 2);
    Optional<Look.Row> expected =
        kind == 0
            ? InboundIdeas.orderLine(scene)
            : scene.look.any(
                scene.dice,
                "SELECT a.number, w.code FROM asn a JOIN warehouse w ON w.id = a.warehouse_id"
                    + " WHERE a.state IN ('announced', 'arriving') ORDER BY a.id");
    Optional<Reference> number = kind == 2 ? no() : expected.map(row -> new Reference(row.text(0)));
    WarehouseCode site =
        number.isPresent() ? new WarehouseCode(expected.orElseThrow().text(1)) : scene.site();
    return Optional.of(
        Attempt.of(
                new StartReceipt(
                    site,
                    scene.dice.maybe(30, scene.fresh("RC")),
                    kind == 0 ? number : no(),
                    kind == 0 ? no() : number,
                    number.isPresent() ? no() : scene.dice.maybe(50, new Reference("BOLT")),
                    scene.dice.maybe(30, Scene.STAGE),
                    scene.dice.percent(10)))
            .sureIf(number.isEmpty()));
  }

  /// An open receipt: number, site, location, purchase order, ASN.
  private static Optional<Look.Row> receipt(Scene scene) {
    return scene.look.any(
        scene.dice,
        """
        SELECT r.number, w.code, r.location, r.purchase_order, r.asn FROM receipt r
          JOIN warehouse w ON w.id = r.warehouse_id
         WHERE r.state = 'open' AND r.kind <> 'return' ORDER BY r.id DESC LIMIT 8
        """);
  }

  private static Optional<Attempt> line(Scene scene) {
    Optional<Look.Row> found = receipt(scene);
    if (found.isEmpty()) {
      return no();
    }
    Look.Row row = found.get();
    WarehouseCode site = new WarehouseCode(row.text(1));
    Optional<Sku> ordered =
        scene
            .look
            .any(
                scene.dice,
                "SELECT p.sku FROM purchase_order o JOIN purchase_order_line l"
                    + " ON l.purchase_order_id = o.id JOIN product p ON p.id = l.product_id"
                    + " WHERE o.number = ? ORDER BY 1",
                row.text(3))
            .map(line -> new Sku(line.text(0)));
    Sku sku = ordered.filter(any -> scene.dice.percent(85)).orElseGet(scene::anySku);
    boolean single = sku.code().equals(Scene.SINGLE);
    Optional<LotCode> lot = sku.code().equals(Scene.LOTTED) ? Optional.of(scene.lot()) : no();
    Quantity quantity = single ? scene.units(3) : scene.units(25);
    List<SerialNumber> serials = single ? InboundIdeas.serials(scene, quantity) : List.of();
    boolean newUnit = scene.dice.percent(35);
    boolean damaged = scene.dice.percent(12);
    boolean inspected = !damaged && scene.dice.percent(12);
    Condition condition =
        damaged ? Condition.DAMAGED : inspected ? Condition.QUARANTINE : Condition.AVAILABLE;
    LocationCode at = new LocationCode(row.text(2));
    ReceiveLine command =
        new ReceiveLine(
            site,
            new Reference(row.text(0)),
            sku,
            quantity,
            no(),
            lot,
            lot.map(scene::expiry),
            serials,
            no(),
            newUnit,
            inspected || damaged ? Optional.of(condition) : no(),
            damaged ? Optional.of(reason("damage")) : no());
    Pile pile = Pile.plain(site, at, sku).now(condition);
    return Optional.of(
        Attempt.of(command)
            .doing(
                answer -> {
                  Pile there = newUnit ? pile.in(madeUnit(answer)) : pile;
                  Effect effect = Effect.none();
                  serials.forEach(serial -> effect.add(there.of(serial.code()), 1));
                  return single
                      ? effect
                      : effect.add(there.of(lot.map(LotCode::code).orElse("")), quantity.units());
                })
            .sureIf(row.text(3).isEmpty() && row.text(4).isEmpty() && scene.open(site, at)));
  }

  /// The handling unit that the server has made.
  static String madeUnit(dev.stockwright.protocol.Answer.Accepted answer) {
    return answer.documents().stream()
        .filter(document -> document.document() == DocumentKind.HANDLING_UNIT)
        .map(document -> document.number().code())
        .findFirst()
        .orElse("");
  }

  private static Optional<Attempt> unit(Scene scene) {
    Optional<Look.Row> found =
        scene.look.any(
            scene.dice,
            """
            SELECT DISTINCT l.handling_unit, w.code, w.receiving_location, a.number
              FROM asn_line l JOIN asn a ON a.id = l.asn_id JOIN warehouse w ON w.id = a.warehouse_id
             WHERE l.handling_unit <> '' AND l.received = 0
               AND a.state IN ('announced', 'arriving') ORDER BY 1
            """);
    if (found.isEmpty()) {
      return no();
    }
    Look.Row row = found.get();
    WarehouseCode site = new WarehouseCode(row.text(1));
    boolean damaged = scene.dice.percent(10);
    LocationCode at = scene.dice.percent(50) ? Scene.STAGE : Scene.DOCK;
    Effect effect = Effect.none();
    for (Look.Row line :
        scene.look.rows(
            "SELECT p.sku, l.lot, l.announced FROM asn_line l JOIN asn a ON a.id = l.asn_id"
                + " JOIN product p ON p.id = l.product_id WHERE l.handling_unit = ?"
                + " AND a.number = ?",
            row.text(0),
            row.text(3))) {
      effect.add(
          Pile.plain(site, at, new Sku(line.text(0)))
              .of(line.text(1))
              .in(row.text(0))
              .now(damaged ? Condition.DAMAGED : Condition.AVAILABLE),
          line.number(2));
    }
    return Optional.of(
        Attempt.of(
                new ReceiveUnit(
                    site,
                    new HandlingUnit(row.text(0)),
                    no(),
                    Optional.of(at),
                    damaged ? Optional.of(Condition.DAMAGED) : no(),
                    damaged ? Optional.of(reason("damage")) : no()))
            .doing(effect));
  }

  private static Optional<Attempt> takeBack(Scene scene) {
    Optional<Look.Row> found =
        scene.look.any(
            scene.dice,
            """
            SELECT r.number, w.code, l.line, p.sku, l.quantity, l.lot, l.handling_unit, l.condition,
                   l.location, l.taken_back_at IS NOT NULL
              FROM receipt_line l JOIN receipt r ON r.id = l.receipt_id
              JOIN warehouse w ON w.id = r.warehouse_id JOIN product p ON p.id = l.product_id
             WHERE r.state = 'open' ORDER BY r.id DESC, l.line DESC LIMIT 12
            """);
    return found.map(
        row -> {
          Pile pile =
              new Pile(
                  row.text(1), row.text(8), row.text(3), row.text(5), row.text(6), row.text(7));
          boolean gone = scene.stock.at(pile) < row.number(4);
          Attempt attempt =
              Attempt.of(
                      new TakeBackLine(
                          new WarehouseCode(row.text(1)),
                          new Reference(row.text(0)),
                          (int) row.number(2)))
                  .doing(Effect.none().add(pile, -row.number(4)));
          return row.flag(9) || gone ? attempt.wrong() : attempt;
        });
  }

  private static Optional<Attempt> close(Scene scene) {
    return scene
        .look
        .any(
            scene.dice,
            "SELECT r.number, w.code, r.state FROM receipt r JOIN warehouse w"
                + " ON w.id = r.warehouse_id ORDER BY r.state, r.id LIMIT 10")
        .map(
            row -> {
              Attempt attempt =
                  Attempt.of(
                      new CloseReceipt(new WarehouseCode(row.text(1)), new Reference(row.text(0))));
              return row.text(2).equals("open") ? attempt.sure() : attempt.wrong();
            });
  }

  /// What somebody received without a document, or would have.
  private static Optional<Attempt> gather(Scene scene) {
    return scene
        .look
        .any(
            scene.dice,
            """
            SELECT DISTINCT w.code, m.author FROM movement m JOIN warehouse w ON w.id = m.warehouse_id
             WHERE m.from_location_id = 1 AND m.reference IS NULL AND m.reverses_n IS NULL
               AND NOT EXISTS (SELECT FROM receipt_line l WHERE l.command_id = m.command_id)
               AND NOT EXISTS (SELECT FROM movement r WHERE r.reverses_n = m.n
                                  AND r.warehouse_id = m.warehouse_id)
             ORDER BY 1, 2
            """)
        .map(
            row ->
                Attempt.of(
                    new GatherReceipt(
                        new WarehouseCode(row.text(0)),
                        scene.dice.maybe(30, scene.fresh("RC")),
                        Optional.of(new Operator(row.text(1))))));
  }

  /// A receipt without an order and an order that may want some of it.
  private static Optional<Attempt> match(Scene scene) {
    return scene
        .look
        .any(
            scene.dice,
            """
            SELECT w.code, r.number, o.number, l.line, l.quantity FROM receipt r
              JOIN warehouse w ON w.id = r.warehouse_id
              JOIN receipt_line l ON l.receipt_id = r.id AND l.taken_back_at IS NULL
              JOIN purchase_order_line q ON q.product_id = l.product_id
              JOIN purchase_order o ON o.id = q.purchase_order_id
                                   AND o.warehouse_id = r.warehouse_id
             WHERE r.kind = 'unannounced' AND r.party IN ('', 'BOLT')
             ORDER BY o.state DESC, r.id DESC, l.line, o.id LIMIT 20
            """)
        .map(
            row ->
                Attempt.of(
                    new MatchReceipt(
                        new WarehouseCode(row.text(0)),
                        new Reference(row.text(1)),
                        new Reference(row.text(2)),
                        scene.dice.percent(60)
                            ? List.of()
                            : List.of(
                                new MatchedLine(
                                    (int) row.number(3),
                                    new Quantity(scene.dice.from(1, row.number(4))))))));
  }

  private static Optional<Attempt> giveBack(Scene scene) {
    WarehouseCode site = scene.site();
    Sku sku = scene.plain();
    Quantity quantity = scene.units(5);
    Condition grade =
        scene.dice.one(List.of(Condition.AVAILABLE, Condition.DAMAGED, Condition.QUARANTINE));
    LocationCode at = scene.place();
    return Optional.of(
        Attempt.of(
                new ReceiveReturn(
                    site,
                    no(),
                    scene.dice.maybe(50, new Reference("C-1")),
                    sku,
                    quantity,
                    grade,
                    reason("unwanted"),
                    Optional.of(at),
                    no(),
                    no(),
                    List.of(),
                    no()))
            .doing(Effect.none().add(Pile.plain(site, at, sku).now(grade), quantity.units())));
  }

  private static Optional<Attempt> hold(Scene scene) {
    return scene
        .standing(Pile::sellable)
        .map(
            pile -> {
              Quantity quantity = scene.some(pile);
              Attempt attempt =
                  Attempt.of(
                          new HoldGoods(
                              pile.site(),
                              pile.product(),
                              pile.location(),
                              quantity,
                              pile.lotCode(),
                              pile.handlingUnit(),
                              reason("quality")))
                      .doing(Effect.none().move(pile, pile.now(Condition.HOLD), quantity.units()));
              boolean promised = scene.available(pile) < quantity.units();
              return promised ? attempt.wrong() : attempt;
            });
  }

  private static Optional<Attempt> release(Scene scene) {
    return scene
        .standing(pile -> !pile.sellable())
        .map(
            pile -> {
              Quantity quantity = scene.some(pile);
              return Attempt.of(
                      new ReleaseGoods(
                          pile.site(),
                          pile.product(),
                          pile.location(),
                          quantity,
                          pile.lotCode(),
                          pile.handlingUnit(),
                          Optional.of(Condition.of(pile.condition())),
                          reason("inspected")))
                  .doing(Effect.none().move(pile, pile.now(Condition.AVAILABLE), quantity.units()));
            });
  }

  private static Optional<Attempt> reject(Scene scene) {
    return scene
        .standing(pile -> pile.condition().equals("quarantine") || pile.condition().equals("hold"))
        .map(
            pile -> {
              Quantity quantity = scene.some(pile);
              return Attempt.of(
                      new RejectGoods(
                          pile.site(),
                          pile.product(),
                          pile.location(),
                          quantity,
                          pile.lotCode(),
                          pile.handlingUnit(),
                          Optional.of(Condition.of(pile.condition())),
                          reason("quality")))
                  .doing(Effect.none().move(pile, pile.now(Condition.DAMAGED), quantity.units()));
            });
  }
}
