package dev.stockwright.client.workflow.shipping;

import static dev.stockwright.client.workflow.WorkflowTable.press;
import static dev.stockwright.client.workflow.shipping.ShippingTable.D1;
import static dev.stockwright.client.workflow.shipping.ShippingTable.DONE;
import static dev.stockwright.client.workflow.shipping.ShippingTable.LP1;
import static dev.stockwright.client.workflow.shipping.ShippingTable.LP2;
import static dev.stockwright.client.workflow.shipping.ShippingTable.LP9;
import static dev.stockwright.client.workflow.shipping.ShippingTable.NUMBER;
import static dev.stockwright.client.workflow.shipping.ShippingTable.OTHERS;
import static dev.stockwright.client.workflow.shipping.ShippingTable.YES;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.client.card.Card;
import dev.stockwright.client.card.Key;
import dev.stockwright.client.workflow.Scenes;
import dev.stockwright.client.workflow.Sights;
import dev.stockwright.client.workflow.Step;
import dev.stockwright.client.workflow.WorkflowTable.Event;
import dev.stockwright.client.workflow.WrittenBooks;
import dev.stockwright.client.workflow.shipping.ShippingState.AtDock;
import dev.stockwright.client.workflow.shipping.ShippingState.Vehicle;
import dev.stockwright.protocol.Command;
import dev.stockwright.protocol.ShippingCommand.LoadPackage;
import dev.stockwright.protocol.ShippingCommand.OpenShipment;
import dev.stockwright.protocol.ShippingCommand.ShipGoods;
import dev.stockwright.protocol.Wire;
import dev.stockwright.vocabulary.HandlingUnit;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.Reference;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ShippingWorkflowTest {
  private static final Reference SHIPMENT = new Reference(NUMBER);
  private static final LocationCode DOCK = new LocationCode("D-1");
  private static final HandlingUnit UNIT = new HandlingUnit("LP-1");

  @TestFactory
  Stream<DynamicTest> theTable() {
    return ShippingTable.all().tests();
  }

  @Test
  void thePageShowsThisTable() throws IOException {
    ShippingTable.all()
        .isThePage(
            "shipping-steps",
            """
            # Shipping, on a device

            The dock, then each package with one scan, and one question before the vehicle leaves. A device
            is not told which shipments are open: those of the person it remembers, those of others go on by
            their number. What the server makes of it stands in
            [packing and shipping](packing-and-shipping.md).
            """);
  }

  @Test
  void anythingCanBeScannedAnywhere() {
    Sights.anythingAnywhere(
        new ShippingWorkflow(), ShippingTable.all().states(), ShippingTable.scene());
    Sights.anythingAnywhere(
        new ShippingWorkflow(), ShippingTable.all().states(), Scenes.offline(WrittenBooks.of()));
  }

  private static Step.Recorded<?> recorded(Event... events) {
    Step<ShippingState> step = ShippingTable.table().step(List.of(events));
    return assertInstanceOf(Step.Recorded.class, step, step.toString());
  }

  private static Command command(Event... events) {
    return recorded(events).commands().getFirst();
  }

  private static ShippingState after(Event... events) {
    return ShippingTable.table().after(List.of(events));
  }

  @Test
  void aShipmentHasItsNumberBeforeTheServerKnowsIt() {
    assertEquals(
        new OpenShipment(Scenes.NORTH, Optional.of(SHIPMENT), DOCK, Optional.empty()),
        command(D1, YES));
    assertEquals(new LoadPackage(Scenes.NORTH, SHIPMENT, UNIT), command(D1, YES, LP1));
    assertEquals(new ShipGoods(Scenes.NORTH, SHIPMENT), command(D1, YES, LP1, DONE, YES));
  }

  @Test
  void aShipmentOfSomebodyElseGoesOnByItsNumber() {
    assertEquals(
        new LoadPackage(Scenes.NORTH, new Reference("SH-77"), UNIT), command(D1, OTHERS, LP1));
  }

  @Test
  void whatTheDeviceDoesNotKnowIsLoadedWhenAPersonInsists() {
    Step.Recorded<?> step = recorded(D1, YES, LP9, press(Key.INSIST));
    assertTrue(step.insisted());
    assertEquals(
        List.of(new LoadPackage(Scenes.NORTH, SHIPMENT, new HandlingUnit("LP-9"))),
        step.commands());
  }

  @Test
  void leavingKeepsTheOpenShipment() {
    ShippingState state = after(D1, YES, LP1);
    assertEquals(
        Optional.of(List.of(new Vehicle(DOCK, SHIPMENT, List.of(UNIT)))),
        new ShippingWorkflow().kept(state).map(ShippingState::open));
    assertEquals(List.of(), after(D1, YES, LP1, DONE, YES).open());
  }

  @Test
  void whatTheServerRefusesIsNotSo() {
    ShippingWorkflow workflow = new ShippingWorkflow();
    ShippingState loaded = after(D1, YES, LP1);
    assertEquals(
        List.of(new Vehicle(DOCK, SHIPMENT, List.of())),
        workflow.refused(loaded, command(D1, YES, LP1)).open());
    ShippingState none = workflow.refused(loaded, command(D1, YES));
    assertEquals(List.of(), none.open());
    assertEquals(new AtDock(), none.phase());
    ShippingState left = after(D1, YES, LP1, DONE, YES);
    assertEquals(loaded.open(), workflow.refused(left, command(D1, YES, LP1, DONE, YES)).open());
    assertEquals(loaded, workflow.refused(loaded, new LoadPackage(Scenes.NORTH, SHIPMENT, OTHER)));
  }

  private static final HandlingUnit OTHER = new HandlingUnit("LP-5");

  @Test
  void whatWaitsIsListedUntilItIsLoaded() {
    Card card = new ShippingWorkflow().card(after(D1, YES, LP2), ShippingTable.scene());
    assertEquals(
        List.of("Load LP-1", "LP-2"),
        card.rows().stream().map(row -> Sights.ENGLISH.say(row.head())).toList());
    assertEquals("Ship 1", Sights.ENGLISH.say(card.primary().orElseThrow().label()));
  }

  /// A device that was killed goes on at the same step.
  @Test
  void everyStateCanBeWrittenDownAndReadAgain() {
    var form = Wire.full().type(ShippingState.class);
    ShippingTable.all()
        .states()
        .forEach(state -> assertEquals(state, form.fromJson(form.toJson(state))));
  }
}
