package dev.stockwright.mobile.harness;

import dev.stockwright.client.card.Input;
import dev.stockwright.client.card.Key;
import dev.stockwright.client.known.OpenOrder;
import dev.stockwright.client.known.OrderLine;
import dev.stockwright.client.known.PackLevel;
import dev.stockwright.client.known.Product;
import dev.stockwright.client.known.TransferSheet;
import dev.stockwright.client.known.TransferSheet.Line;
import dev.stockwright.client.workflow.Scene;
import dev.stockwright.client.workflow.Scenes;
import dev.stockwright.client.workflow.Sighting;
import dev.stockwright.client.workflow.Sighting.Paper.Kind;
import dev.stockwright.client.workflow.lookup.LookUpState;
import dev.stockwright.client.workflow.lookup.LookUpWorkflow;
import dev.stockwright.client.workflow.packing.PackingState;
import dev.stockwright.client.workflow.packing.PackingWorkflow;
import dev.stockwright.client.workflow.receiving.ReceivingState;
import dev.stockwright.client.workflow.receiving.ReceivingWorkflow;
import dev.stockwright.client.workflow.returning.ReturningState;
import dev.stockwright.client.workflow.returning.ReturningWorkflow;
import dev.stockwright.client.workflow.shipping.ShippingState;
import dev.stockwright.client.workflow.shipping.ShippingWorkflow;
import dev.stockwright.client.workflow.transferring.TransferringState;
import dev.stockwright.client.workflow.transferring.TransferringWorkflow;
import dev.stockwright.mobile.card.Shown;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.WarehouseCode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The screens at docks and benches, and of looking up.
final class DockCards {
  private static final PackLevel CASE = new PackLevel("case", 24);
  private static final WarehouseCode SOUTH = new WarehouseCode("SOUTH");
  private static final OpenOrder ORDER =
      new OpenOrder(
          new Reference("PO-1001"),
          "Fischer Schrauben GmbH",
          Optional.of(LocalDate.of(2026, 11, 20)),
          List.of(line(Hall.BOLT, 1_200, 0), line(Hall.ANCHOR, 96, 24), line(Hall.MILK, 60, 0)),
          Scenes.NOW);

  private final Map<String, Shown> all;

  private DockCards(Map<String, Shown> all) {
    this.all = all;
  }

  static void add(Map<String, Shown> all) {
    DockCards cards = new DockCards(all);
    cards.receiving();
    cards.transferring();
    cards.packing();
    cards.shipping();
    cards.lookingUp();
    cards.returning();
  }

  private static OrderLine line(Product product, long ordered, long received) {
    return new OrderLine(product.sku(), product.name(), ordered, received, ordered);
  }

  private static TransferSheet transfer(String number, boolean leaves) {
    long shipped = leaves ? 0 : 48;
    return new TransferSheet(
        new Reference(number),
        leaves ? Scenes.NORTH : SOUTH,
        leaves ? SOUTH : Scenes.NORTH,
        leaves ? "approved" : "shipped",
        List.of(
            new Line(1, Hall.ANCHOR.sku(), Hall.ANCHOR.name(), 48, shipped, shipped, 0, shipped)),
        leaves
            ? List.of()
            : List.of(new TransferSheet.Packed(1, Optional.empty(), Optional.empty(), 48, 48, 0)));
  }

  private static Scene scene() {
    return Hall.scene(List.of(ORDER, transfer("TR-2001", true), transfer("TR-2002", false)));
  }

  private void receiving() {
    new Walk<>(all, new ReceivingWorkflow(), ReceivingState.start(Scenes.NORTH), scene())
        .at("receive-1-choose")
        .scan(new Sighting.Document(ORDER))
        .at("receive-2-order")
        .scan(Hall.at("STAGE-1", "staging"))
        .at("receive-3-place")
        .scan(Hall.goods(Hall.ANCHOR, CASE, ""))
        .at("receive-4-goods")
        .scan(Hall.goods(Hall.MILK))
        .at("receive-5-lot")
        .press(Key.BACK)
        .scan(Hall.bin("A-01-02"))
        .at("receive-6-wrong")
        .press(Key.DONE)
        .at("receive-7-close");
  }

  private void transferring() {
    new Walk<>(all, new TransferringWorkflow(), TransferringState.start(), scene())
        .at("transfer-1-choose")
        .scan(Hall.paper("TR-2001", Kind.TRANSFER))
        .at("transfer-2-leaves")
        .scan(Hall.goods(Hall.ANCHOR))
        .at("transfer-3-goods");
    new Walk<>(all, new TransferringWorkflow(), TransferringState.start(), scene())
        .scan(Hall.paper("TR-2002", Kind.TRANSFER))
        .at("transfer-4-comes")
        .scan(Hall.goods(Hall.ANCHOR))
        .at("transfer-5-taken")
        .press(Key.DONE)
        .at("transfer-6-done");
  }

  private void returning() {
    new Walk<>(all, new ReturningWorkflow(), ReturningState.start(), scene())
        .at("return-1-which")
        .scan(Hall.paper("SO-2210", Kind.ORDER))
        .at("return-2-what")
        .scan(Hall.goods(Hall.MILK))
        .at("return-3-lot")
        .press(Key.BACK)
        .scan(Hall.goods(Hall.ANCHOR, CASE, ""))
        .at("return-4-grade")
        .scan(Hall.bin("A-01-02"))
        .at("return-5-wrong")
        .press(Key.QUARANTINE)
        .at("return-6-why")
        .give(new Input.Because("r1"))
        .at("return-7-done");
  }

  private void packing() {
    new Walk<>(all, new PackingWorkflow(), PackingState.start(), scene())
        .at("pack-1-choose")
        .scan(Hall.paper("SO-2210", Kind.ORDER))
        .at("pack-2-bench")
        .scan(Hall.at("PACK-1", "packing"))
        .at("pack-3-into")
        .scan(Hall.unit("LP-900001"))
        .at("pack-4-fill")
        .scan(Hall.goods(Hall.BOLT))
        .at("pack-5-one")
        .press(Key.DONE)
        .at("pack-6-weigh");
  }

  private void shipping() {
    new Walk<>(all, new ShippingWorkflow(), ShippingState.start(), scene())
        .at("ship-1-dock")
        .scan(Hall.at("DOCK-1", "dock"))
        .at("ship-2-begin")
        .press(Key.OK)
        .at("ship-3-load")
        .scan(Hall.unit("LP-900001"))
        .at("ship-4-loaded");
  }

  private void lookingUp() {
    new Walk<>(all, new LookUpWorkflow(), LookUpState.start(), scene())
        .at("look-1-scan")
        .scan(Hall.goods(Hall.ANCHOR))
        .at("look-2-goods")
        .scan(Hall.bin("A-01-02"))
        .at("look-3-bin")
        .scan(Hall.unit("LP-004182"))
        .at("look-4-unit")
        .scan(Hall.goods(Hall.MILK, PackLevel.EACH, "L2408-17"))
        .at("look-5-lot")
        .scan(Hall.paper("TR-2001", Kind.TRANSFER))
        .at("look-6-paper")
        .give(new Input.Press(Key.BACK))
        .at("look-7-back");
    new Walk<>(all, new LookUpWorkflow(), LookUpState.start(), Scenes.offline(Hall.scene().books()))
        .scan(Hall.goods(Hall.MILK))
        .at("look-8-dead-spot");
  }
}
