package dev.stockwright.simulator.walk;

import static dev.stockwright.simulator.walk.Scene.no;
import static dev.stockwright.simulator.walk.Scene.reason;

import dev.stockwright.protocol.Command;
import dev.stockwright.protocol.PurchaseCommand;
import dev.stockwright.protocol.PurchaseCommand.AllowOverReceipt;
import dev.stockwright.protocol.PurchaseCommand.AnnounceDelivery;
import dev.stockwright.protocol.PurchaseCommand.CancelPurchaseOrder;
import dev.stockwright.protocol.PurchaseCommand.ChangePurchaseOrder;
import dev.stockwright.protocol.PurchaseCommand.CloseAsn;
import dev.stockwright.protocol.PurchaseCommand.ClosePurchaseOrder;
import dev.stockwright.protocol.PurchaseCommand.OpenPurchaseOrder;
import dev.stockwright.vocabulary.HandlingUnit;
import dev.stockwright.vocabulary.LotCode;
import dev.stockwright.vocabulary.Quantity;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.SerialNumber;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;

/// What is expected: purchase orders and announced deliveries. Nothing moves.
final class InboundIdeas {
  private InboundIdeas() {}

  static void into(Map<Class<? extends Command>, Idea> ideas) {
    ideas.put(OpenPurchaseOrder.class, InboundIdeas::open);
    ideas.put(ChangePurchaseOrder.class, InboundIdeas::change);
    ideas.put(ClosePurchaseOrder.class, InboundIdeas::close);
    ideas.put(CancelPurchaseOrder.class, InboundIdeas::cancel);
    ideas.put(AllowOverReceipt.class, InboundIdeas::allow);
    ideas.put(AnnounceDelivery.class, InboundIdeas::announce);
    ideas.put(CloseAsn.class, InboundIdeas::closeAsn);
  }

  private static Optional<Attempt> open(Scene scene) {
    List<PurchaseCommand.Line> lines = new ArrayList<>();
    List<String> skus = new ArrayList<>(Scene.PLAIN);
    skus.add(Scene.LOTTED);
    skus.add(Scene.SINGLE);
    for (String sku : skus) {
      if (scene.dice.percent(35) || lines.isEmpty() && sku.equals(Scene.SINGLE)) {
        lines.add(new PurchaseCommand.Line(new Sku(sku), scene.units(30)));
      }
    }
    Optional<Reference> used =
        scene
            .look
            .any(scene.dice, "SELECT number FROM purchase_order ORDER BY number")
            .map(row -> new Reference(row.text(0)));
    boolean again = used.isPresent() && scene.dice.percent(10);
    Attempt attempt =
        Attempt.of(
            new OpenPurchaseOrder(
                scene.site(),
                again ? used.get() : scene.fresh("PO"),
                new Reference(scene.dice.one(List.of("ACME", "BOLT"))),
                scene.dice.maybe(60, scene.today().plusDays(scene.dice.from(-2, 5))),
                scene.dice.maybe(40, scene.dice.from(0, 20)),
                scene.dice.percent(20),
                lines));
    return Optional.of(again ? attempt.wrong() : attempt.sure());
  }

  /// Number, site, version, whether something has come for it, and its state.
  private static Optional<Look.Row> order(Scene scene) {
    return scene.look.any(
        scene.dice,
        """
        SELECT o.number, w.code, o.version, EXISTS (SELECT FROM purchase_order_line l
                 WHERE l.purchase_order_id = o.id AND l.received > 0), o.state
          FROM purchase_order o JOIN warehouse w ON w.id = o.warehouse_id
         ORDER BY o.state <> 'open', o.id DESC LIMIT 6
        """);
  }

  /// A line of an open purchase order: number, site, SKU, ordered, received.
  static Optional<Look.Row> orderLine(Scene scene) {
    return scene.look.any(
        scene.dice,
        """
        SELECT o.number, w.code, p.sku, l.ordered, l.received FROM purchase_order o
          JOIN warehouse w ON w.id = o.warehouse_id
          JOIN purchase_order_line l ON l.purchase_order_id = o.id
          JOIN product p ON p.id = l.product_id
         WHERE o.state = 'open' ORDER BY o.number, l.line
        """);
  }

  private static Optional<Attempt> change(Scene scene) {
    Optional<Look.Row> line = orderLine(scene);
    if (line.isEmpty()) {
      return no();
    }
    Look.Row row = line.get();
    long received = row.number(4);
    long ordered = scene.dice.from(0, 40);
    Attempt attempt =
        Attempt.of(
            new ChangePurchaseOrder(
                new WarehouseCode(row.text(1)),
                new Reference(row.text(0)),
                0,
                scene.dice.maybe(40, scene.today().plusDays(3)),
                no(),
                List.of(new PurchaseCommand.Change(new Sku(row.text(2)), ordered))));
    return Optional.of(ordered < received ? attempt.wrong() : attempt);
  }

  private static Optional<Attempt> close(Scene scene) {
    return order(scene)
        .map(
            row -> {
              Attempt attempt =
                  Attempt.of(
                      new ClosePurchaseOrder(
                          new WarehouseCode(row.text(1)),
                          new Reference(row.text(0)),
                          reason("not_delivered"),
                          List.of()));
              return row.text(4).equals("open") ? attempt.sure() : attempt.wrong();
            });
  }

  private static Optional<Attempt> cancel(Scene scene) {
    return order(scene)
        .map(
            row -> {
              boolean fine = row.text(4).equals("open") && !row.flag(3);
              Attempt attempt =
                  Attempt.of(
                      new CancelPurchaseOrder(
                          new WarehouseCode(row.text(1)),
                          new Reference(row.text(0)),
                          reason("unwanted")));
              return fine ? attempt : attempt.wrong();
            });
  }

  private static Optional<Attempt> allow(Scene scene) {
    return orderLine(scene)
        .map(
            row ->
                Attempt.of(
                    new AllowOverReceipt(
                        new WarehouseCode(row.text(1)),
                        new Reference(row.text(0)),
                        new Sku(row.text(2)),
                        scene.units(20),
                        reason("more_sent"))));
  }

  private static Optional<Attempt> announce(Scene scene) {
    WarehouseCode site = scene.site();
    List<PurchaseCommand.Content> contents = new ArrayList<>();
    int units = (int) scene.dice.from(1, 2);
    for (int i = 0; i < units; i++) {
      HandlingUnit unit = new HandlingUnit(scene.fresh("HU").code());
      contents.add(content(scene, Optional.of(unit), scene.anySku()));
      if (scene.dice.percent(40)) {
        contents.add(content(scene, Optional.of(unit), scene.plain()));
      }
    }
    if (scene.dice.percent(30)) {
      contents.add(content(scene, no(), scene.plain()));
    }
    return Optional.of(
        Attempt.of(
            new AnnounceDelivery(
                site,
                scene.fresh("ASN"),
                new Reference("ACME"),
                no(),
                scene.dice.maybe(50, scene.today().plusDays(1)),
                scene.dice.percent(20),
                contents)));
  }

  private static PurchaseCommand.Content content(
      Scene scene, Optional<HandlingUnit> unit, Sku sku) {
    boolean single = sku.code().equals(Scene.SINGLE);
    Optional<LotCode> lot = sku.code().equals(Scene.LOTTED) ? Optional.of(scene.lot()) : no();
    Quantity quantity = single ? scene.units(3) : scene.units(20);
    return new PurchaseCommand.Content(
        unit,
        sku,
        quantity,
        lot,
        lot.map(scene::expiry),
        single ? serials(scene, quantity) : List.of());
  }

  static List<SerialNumber> serials(Scene scene, Quantity quantity) {
    return LongStream.range(0, quantity.units())
        .mapToObj(i -> new SerialNumber(scene.fresh("SN").code()))
        .toList();
  }

  private static Optional<Attempt> closeAsn(Scene scene) {
    return scene
        .look
        .any(
            scene.dice,
            "SELECT a.number, w.code, a.state FROM asn a JOIN warehouse w ON w.id = a.warehouse_id"
                + " ORDER BY a.id DESC LIMIT 8")
        .map(
            row -> {
              boolean open = row.text(2).equals("announced") || row.text(2).equals("arriving");
              Attempt attempt =
                  Attempt.of(
                      new CloseAsn(
                          new WarehouseCode(row.text(1)),
                          new Reference(row.text(0)),
                          reason("not_delivered")));
              return open ? attempt : attempt.wrong();
            });
  }
}
