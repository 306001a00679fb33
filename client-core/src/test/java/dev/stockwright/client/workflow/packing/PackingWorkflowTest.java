package dev.stockwright.client.workflow.packing;

import static dev.stockwright.client.workflow.Sights.DRILL;
import static dev.stockwright.client.workflow.Sights.HAMMER;
import static dev.stockwright.client.workflow.WorkflowTable.give;
import static dev.stockwright.client.workflow.WorkflowTable.press;
import static dev.stockwright.client.workflow.packing.PackingTable.DONE;
import static dev.stockwright.client.workflow.packing.PackingTable.DRILL_9;
import static dev.stockwright.client.workflow.packing.PackingTable.HAMMERS;
import static dev.stockwright.client.workflow.packing.PackingTable.LP1;
import static dev.stockwright.client.workflow.packing.PackingTable.SO1;
import static dev.stockwright.client.workflow.packing.PackingTable.TEN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.stockwright.client.card.Card;
import dev.stockwright.client.card.Input;
import dev.stockwright.client.card.Key;
import dev.stockwright.client.workflow.Scenes;
import dev.stockwright.client.workflow.Sights;
import dev.stockwright.client.workflow.Step;
import dev.stockwright.client.workflow.WorkflowTable.Event;
import dev.stockwright.client.workflow.WrittenBooks;
import dev.stockwright.client.workflow.packing.PackingState.Begun;
import dev.stockwright.client.workflow.packing.PackingState.Fill;
import dev.stockwright.protocol.Command;
import dev.stockwright.protocol.ShippingCommand.ClosePackage;
import dev.stockwright.protocol.ShippingCommand.PackGoods;
import dev.stockwright.protocol.ShippingCommand.PackOrder;
import dev.stockwright.protocol.Wire;
import dev.stockwright.vocabulary.HandlingUnit;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.LotCode;
import dev.stockwright.vocabulary.Quantity;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class PackingWorkflowTest {
  private static final Reference ORDER = new Reference("SO-1");
  private static final LocationCode BENCH = new LocationCode("P-1");
  private static final HandlingUnit UNIT = new HandlingUnit("LP-1");

  @TestFactory
  Stream<DynamicTest> theTable() {
    return PackingTable.all().tests();
  }

  @Test
  void thePageShowsThisTable() throws IOException {
    PackingTable.all()
        .isThePage(
            "packing-steps",
            """
            # Packing, on a device

            The order (or the tote its goods came in), the package, what goes in, and its weight. A device
            is not told which packages are open: those that a person has begun it remembers, those of others
            are named by their label. A label that nobody knows is a new package; without one the device
            makes a number that is written on it. What the server makes of it stands in
            [packing and shipping](packing-and-shipping.md).
            """);
  }

  @Test
  void anythingCanBeScannedAnywhere() {
    Sights.anythingAnywhere(
        new PackingWorkflow(), PackingTable.all().states(), PackingTable.scene());
    Sights.anythingAnywhere(
        new PackingWorkflow(), PackingTable.all().states(), Scenes.offline(WrittenBooks.of()));
  }

  private static Command command(Event... events) {
    Step<PackingState> step = PackingTable.table().step(List.of(events));
    Step.Recorded<?> recorded = assertInstanceOf(Step.Recorded.class, step, step.toString());
    return recorded.commands().getFirst();
  }

  private static PackGoods packed(Sku sku, long units, Optional<LotCode> lot) {
    return new PackGoods(
        Scenes.NORTH, ORDER, sku, new Quantity(units), BENCH, lot, Optional.of(UNIT));
  }

  @Test
  void goodsGoFromTheBenchIntoThePackage() {
    assertEquals(packed(HAMMER.sku(), 10, Optional.empty()), command(SO1, LP1, TEN, HAMMERS));
    assertEquals(
        packed(DRILL.sku(), 1, Optional.of(new LotCode("SN-9"))), command(SO1, LP1, DRILL_9));
    assertEquals(
        new PackOrder(Scenes.NORTH, ORDER, BENCH, Optional.of(UNIT)),
        command(SO1, LP1, press(Key.ALL)));
  }

  @Test
  void aQuantityIsForOneScanOnly() {
    assertEquals(
        packed(HAMMER.sku(), 1, Optional.empty()), command(SO1, LP1, TEN, HAMMERS, HAMMERS));
  }

  @Test
  void nobodyNeedsToWeigh() {
    assertEquals(new ClosePackage(Scenes.NORTH, UNIT, 0), command(SO1, LP1, DONE, press(Key.OK)));
    assertEquals(
        new ClosePackage(Scenes.NORTH, UNIT, 2_500),
        command(SO1, LP1, DONE, give(new Input.Keyed(2_500))));
  }

  @Test
  void whatWasBegunIsKnownUntilItIsClosedAlsoWhenTheBenchWasLeft() {
    PackingState begun = PackingTable.table().after(List.of(SO1, LP1, HAMMERS));
    assertEquals(List.of(new Begun(ORDER, BENCH, UNIT)), begun.open());
    assertEquals(
        Optional.of(List.of(new Begun(ORDER, BENCH, UNIT))),
        new PackingWorkflow().kept(begun).map(PackingState::open));
    PackingState closed =
        PackingTable.table().after(List.of(SO1, LP1, HAMMERS, DONE, press(Key.OK)));
    assertEquals(List.of(), closed.open());
  }

  @Test
  void twoPackagesWithoutLabelsHaveTwoNumbers() {
    PackingState state = PackingTable.table().after(List.of(SO1));
    Event own = press(Key.WITHOUT_DOCUMENT);
    List<HandlingUnit> units =
        Stream.of(
                PackingTable.scene(), Scenes.later(PackingTable.scene(), Scenes.NOW.plusMillis(1)))
            .map(scene -> own.on(new PackingWorkflow(), state, scene).state().phase())
            .map(Fill.class::cast)
            .map(Fill::unit)
            .distinct()
            .toList();
    assertEquals(2, units.size());
  }

  @Test
  void anOrderThatTheServerDidNotPackIsPackedAgain() {
    PackingState state = PackingTable.table().after(List.of(SO1, LP1, press(Key.ALL)));
    assertEquals(
        new Fill(ORDER, BENCH, UNIT),
        new PackingWorkflow().refused(state, command(SO1, LP1, press(Key.ALL))).phase());
    assertEquals(state, new PackingWorkflow().refused(state, command(SO1, LP1, HAMMERS)));
  }

  @Test
  void whatWaitsIsListedWithItsBench() {
    Card card =
        new PackingWorkflow()
            .card(
                PackingTable.table().after(List.of(SO1, LP1, HAMMERS, press(Key.BACK))),
                PackingTable.scene());
    assertEquals(
        List.of(
            "LP-1 (Still open, order SO-1)",
            "SO-1 (To pack at P-1)",
            "SO-2 (To pack at P-1)",
            "SO-2 (To pack at P-2)"),
        card.rows().stream()
            .map(
                row ->
                    Sights.ENGLISH.say(row.head())
                        + " ("
                        + Sights.ENGLISH.say(row.detail().orElseThrow())
                        + ")")
            .toList());
  }

  /// A device that was killed goes on at the same step.
  @Test
  void everyStateCanBeWrittenDownAndReadAgain() {
    var form = Wire.full().type(PackingState.class);
    PackingTable.all()
        .states()
        .forEach(state -> assertEquals(state, form.fromJson(form.toJson(state))));
  }
}
