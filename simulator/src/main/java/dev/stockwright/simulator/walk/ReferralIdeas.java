package dev.stockwright.simulator.walk;

import static dev.stockwright.simulator.walk.Scene.no;

import dev.stockwright.protocol.Command;
import dev.stockwright.protocol.ReceiveGoods;
import dev.stockwright.protocol.ReferralCommand.NoteMismatch;
import dev.stockwright.protocol.ReferralCommand.RecordReferral;
import dev.stockwright.protocol.ReferralCommand.ReferRefusal;
import dev.stockwright.protocol.ReferralCommand.RejectReferral;
import dev.stockwright.protocol.Wire;
import dev.stockwright.vocabulary.CommandId;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.WarehouseCode;
import java.util.Map;
import java.util.Optional;

/// Refused work that is referred to a supervisor, and mismatches. What is referred here is a
/// receipt for an order that there is not: refused, and possible once it is insisted on.
final class ReferralIdeas {
  private static final Reference NO_ORDER = new Reference("PO-NOWHERE");
  private static final String WAITING =
      """
      SELECT r.refused::text, r.told, w.code FROM referral r JOIN warehouse w ON w.id = r.warehouse_id
       WHERE r.state = 'waiting' ORDER BY r.refused""";

  private ReferralIdeas() {}

  static void into(Map<Class<? extends Command>, Idea> ideas) {
    ideas.put(ReferRefusal.class, ReferralIdeas::refer);
    ideas.put(RecordReferral.class, ReferralIdeas::record);
    ideas.put(RejectReferral.class, ReferralIdeas::reject);
    ideas.put(NoteMismatch.class, ReferralIdeas::note);
  }

  private static Optional<Attempt> refer(Scene scene) {
    if (scene.refused.isEmpty()) {
      return Optional.of(
          Attempt.of(
                  new ReceiveGoods(
                      scene.site(),
                      scene.plain(),
                      scene.units(5),
                      Optional.of(Scene.DOCK),
                      no(),
                      no(),
                      no(),
                      no(),
                      no(),
                      Optional.of(NO_ORDER),
                      no()))
              .by("ben")
              .wrong());
    }
    Scene.Refused refused = scene.refused.removeFirst();
    return Optional.of(
        Attempt.of(
            new ReferRefusal(
                refused.goods().warehouse(),
                refused.id(),
                Wire.COMMAND.text(refused.goods()),
                refused.by(),
                no(),
                scene.dice.maybe(50, "It is here"))));
  }

  /// Remembers it when it was refused and can be referred.
  static void refused(Scene scene, Scene.Refused refused) {
    if (refused.goods().purchaseOrder().equals(Optional.of(NO_ORDER))
        && Scene.SITES.contains(refused.goods().warehouse().code())) {
      scene.refused.add(refused);
    }
  }

  private static Optional<Attempt> record(Scene scene) {
    return scene
        .look
        .any(scene.dice, WAITING)
        .map(
            row -> {
              ReceiveGoods goods = (ReceiveGoods) Wire.COMMAND.read(row.text(1));
              return Attempt.of(
                      new RecordReferral(
                          new WarehouseCode(row.text(2)), CommandId.of(row.text(0))))
                  .doing(
                      Effect.none()
                          .somewhere(
                              new Cell(goods.warehouse().code(), goods.sku().code()),
                              goods.quantity().units()))
                  .by("ana");
            });
  }

  private static Optional<Attempt> reject(Scene scene) {
    return scene
        .look
        .any(scene.dice, WAITING)
        .map(
            row ->
                Attempt.of(
                        new RejectReferral(
                            new WarehouseCode(row.text(2)),
                            CommandId.of(row.text(0)),
                            "It went back"))
                    .by("eve"));
  }

  private static Optional<Attempt> note(Scene scene) {
    return Optional.of(
        Attempt.of(
                new NoteMismatch(
                    scene.site(),
                    "pick",
                    no(),
                    "location",
                    scene.bin().code(),
                    scene.bin().code()))
            .sure());
  }
}
