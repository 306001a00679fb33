package dev.stockwright.client.workflow.transferring;

import static dev.stockwright.client.workflow.Sights.HAMMER;
import static dev.stockwright.client.workflow.Sights.MILK;
import static dev.stockwright.client.workflow.WorkflowTable.press;
import static dev.stockwright.client.workflow.transferring.TransferringTable.A1;
import static dev.stockwright.client.workflow.transferring.TransferringTable.B2;
import static dev.stockwright.client.workflow.transferring.TransferringTable.DRILL_9;
import static dev.stockwright.client.workflow.transferring.TransferringTable.HAMMERS;
import static dev.stockwright.client.workflow.transferring.TransferringTable.HAMMER_CASE;
import static dev.stockwright.client.workflow.transferring.TransferringTable.LOST;
import static dev.stockwright.client.workflow.transferring.TransferringTable.LOT;
import static dev.stockwright.client.workflow.transferring.TransferringTable.LP2;
import static dev.stockwright.client.workflow.transferring.TransferringTable.LP5;
import static dev.stockwright.client.workflow.transferring.TransferringTable.LP9;
import static dev.stockwright.client.workflow.transferring.TransferringTable.MILKS;
import static dev.stockwright.client.workflow.transferring.TransferringTable.PALLET;
import static dev.stockwright.client.workflow.transferring.TransferringTable.TR1;
import static dev.stockwright.client.workflow.transferring.TransferringTable.TR2;
import static dev.stockwright.client.workflow.transferring.TransferringTable.TR3;
import static dev.stockwright.client.workflow.transferring.TransferringTable.TR4;
import static dev.stockwright.client.workflow.transferring.TransferringTable.TWENTY;
import static dev.stockwright.client.workflow.transferring.TransferringTable.all;
import static dev.stockwright.client.workflow.transferring.TransferringTable.scene;
import static dev.stockwright.client.workflow.transferring.TransferringTable.table;
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
import dev.stockwright.protocol.Command;
import dev.stockwright.protocol.TransferCommand.Arrived;
import dev.stockwright.protocol.TransferCommand.CloseTransfer;
import dev.stockwright.protocol.TransferCommand.PackTransfer;
import dev.stockwright.protocol.TransferCommand.PackTransferUnit;
import dev.stockwright.protocol.TransferCommand.ReceiveTransfer;
import dev.stockwright.protocol.TransferCommand.ShipTransfer;
import dev.stockwright.protocol.Wire;
import dev.stockwright.vocabulary.HandlingUnit;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.LotCode;
import dev.stockwright.vocabulary.Quantity;
import dev.stockwright.vocabulary.ReasonCode;
import dev.stockwright.vocabulary.Reference;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class TransferringWorkflowTest {
  @TestFactory
  Stream<DynamicTest> theTable() {
    return all().tests();
  }

  @Test
  void thePageShowsThisTable() throws IOException {
    all()
        .isThePage(
            "transfer-steps",
            """
            # Transfers, on a device

            Goods leave for another warehouse in one scan for each handling unit and a touch, and are
            received there in one scan each; the site decides which of the two it is. What nobody sent is
            never recorded by a scan. What the server makes of it stands in [transfers](transfers.md).
            """);
  }

  @Test
  void anythingCanBeScannedAnywhere() {
    Sights.anythingAnywhere(new TransferringWorkflow(), all().states(), scene());
    Sights.anythingAnywhere(
        new TransferringWorkflow(), all().states(), Scenes.offline(WrittenBooks.of()));
  }

  private static Command command(Event... events) {
    Step<TransferringState> step = table(scene()).step(List.of(events));
    Step.Recorded<?> recorded = assertInstanceOf(Step.Recorded.class, step, step.toString());
    return recorded.commands().getFirst();
  }

  private static ReceiveTransfer received(List<Arrived> arrived, List<String> units, boolean last) {
    return new ReceiveTransfer(
        Scenes.NORTH,
        new Reference("TR-2"),
        arrived,
        units.stream().map(HandlingUnit::new).toList(),
        Optional.empty(),
        last,
        Optional.empty());
  }

  private static Arrived hammers(long good, long damaged, long over) {
    return new Arrived(HAMMER.sku(), Optional.empty(), Optional.empty(), good, damaged, over);
  }

  @Test
  void goodsArePackedFromTheirBinAndOutOfTheirUnit() {
    PackTransfer packed =
        new PackTransfer(
            Scenes.NORTH,
            new Reference("TR-1"),
            HAMMER.sku(),
            new Quantity(24),
            new LocationCode("A-01"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    assertEquals(packed, command(TR1, A1, HAMMER_CASE));
    assertEquals(
        Optional.of(new HandlingUnit("LP-6")), ((PackTransfer) command(TR1, B2, HAMMERS)).outOf());
    assertEquals(
        Optional.of(new LotCode("SN-9")), ((PackTransfer) command(TR1, A1, DRILL_9)).lot());
  }

  @Test
  @DisplayName("3.7: n units are shipped in n scans and a touch, and received in n scans")
  void effortOfUnits() {
    assertEquals(
        new PackTransferUnit(
            Scenes.NORTH, new Reference("TR-1"), new HandlingUnit("LP-1"), Optional.empty()),
        command(TR1, PALLET));
    assertEquals(
        new ShipTransfer(Scenes.NORTH, new Reference("TR-4"), true),
        command(TR4, press(Key.DONE), press(Key.CONFIRM)));
    assertEquals(received(List.of(), List.of("LP-2"), false), command(LP2));
  }

  @Test
  void whatComesIsGoodDamagedOrOver() {
    assertEquals(received(List.of(hammers(1, 0, 0)), List.of(), false), command(TR2, HAMMERS));
    assertEquals(
        received(List.of(hammers(0, 24, 0)), List.of(), false),
        command(TR2, press(Key.DAMAGED), HAMMER_CASE));
    assertEquals(
        received(List.of(hammers(30, 0, 450)), List.of(), false),
        command(TR2, TWENTY, HAMMER_CASE, press(Key.INSIST)));
    assertEquals(
        received(List.of(), List.of(), true), command(TR2, press(Key.DONE), press(Key.CONFIRM)));
  }

  @Test
  @DisplayName("H36: a unit that is not on the transfer is not posted before somebody decides")
  void aStrangerIsNotPosted() {
    for (Event answer : List.of(press(Key.SET_ASIDE), press(Key.DISCARD))) {
      Step<TransferringState> step = table(scene()).step(List.of(TR2, LP9, answer));
      assertInstanceOf(Step.Asked.class, step);
    }
    Card card = new TransferringWorkflow().card(table(scene()).after(List.of(TR2, LP5)), scene());
    assertEquals(
        List.of("Open TR-5", "Set it aside", "Leave it"),
        card.question().orElseThrow().answers().stream()
            .map(answer -> Sights.ENGLISH.say(answer.label()))
            .toList());
  }

  @Test
  @DisplayName("H36: the rest as shipped is a supervisor's, and recorded as unverified")
  void theRestAsSentIsMarked() {
    Step<TransferringState> step = table(scene()).step(List.of(TR2, press(Key.AS_SENT)));
    Step.Recorded<?> recorded = assertInstanceOf(Step.Recorded.class, step);
    assertTrue(recorded.insisted());
    Arrived milk1 =
        new Arrived(MILK.sku(), Optional.of(new LotCode("L1")), Optional.empty(), 6, 0, 0);
    Arrived milk2 =
        new Arrived(MILK.sku(), Optional.of(new LotCode("L2")), Optional.empty(), 6, 0, 0);
    assertEquals(
        List.of(
            new ReceiveTransfer(
                Scenes.NORTH,
                new Reference("TR-2"),
                List.of(hammers(6, 0, 0), milk1, milk2),
                List.of(new HandlingUnit("LP-2")),
                Optional.empty(),
                false,
                Optional.of(true))),
        recorded.commands());
    Card card = new TransferringWorkflow().card(table(scene()).after(List.of(TR2)), scene());
    assertEquals(
        List.of("Receive the rest as sent"),
        card.more().stream()
            .filter(Card.Action::supervisor)
            .map(action -> Sights.ENGLISH.say(action.label()))
            .toList());
  }

  /// Each way of receiving, after a question as well as at once.
  @Test
  void whatComesIsBookedWhereItIsPut() {
    Event done = press(Key.DONE);
    Event yes = press(Key.CONFIRM);
    Stream.of(
            List.of(TR2, A1, LP2),
            List.of(TR2, A1, HAMMERS),
            List.of(TR2, A1, HAMMERS, HAMMERS),
            List.of(TR2, A1, MILKS, LOT),
            List.of(TR2, A1, TWENTY, HAMMER_CASE, press(Key.INSIST)),
            List.of(TR2, A1, LP9, press(Key.SET_ASIDE), LP2),
            List.of(TR2, A1, press(Key.DAMAGED), HAMMERS),
            List.of(TR2, A1, press(Key.AS_SENT)),
            List.of(TR2, A1, done, LP2),
            List.of(TR2, A1, done, yes))
        .map(events -> command(events.toArray(Event[]::new)))
        .map(ReceiveTransfer.class::cast)
        .forEach(c -> assertEquals(Optional.of(new LocationCode("A-01")), c.to(), c::toString));
  }

  @Test
  void whatIsMissingIsExplainedByASupervisor() {
    assertEquals(
        new CloseTransfer(
            Scenes.NORTH,
            new Reference("TR-3"),
            new ReasonCode("lost"),
            List.of(),
            Optional.of(new LocationCode("A-01"))),
        command(TR3, A1, LOST, press(Key.CONFIRM)));
    Card card = new TransferringWorkflow().card(table(scene()).after(List.of(TR3, LOST)), scene());
    assertTrue(card.question().orElseThrow().answers().getFirst().supervisor());
  }

  @Test
  void aTransferThatEndedMeanwhileIsLeft() {
    TransferringState state = table(scene()).after(List.of(TR1, A1));
    Step<TransferringState> step =
        HAMMERS.on(new TransferringWorkflow(), state, Scenes.online(WrittenBooks.of()));
    assertEquals("TR-1 is not open any more.", Sights.ENGLISH.say(step.said().headline()));
    assertEquals(TransferringState.start(), step.state());
  }

  @Test
  void onlyWhatIsToBeDoneHereIsListed() {
    Card card = new TransferringWorkflow().card(TransferringState.start(), scene());
    assertEquals(
        List.of(
            "TR-1: ship to SOUTH 0/44",
            "TR-2: receive from SOUTH 10/52",
            "TR-3: on its way to SOUTH 8/10",
            "TR-4: ship to SOUTH 24/30",
            "TR-5: receive from SOUTH 0/24"),
        card.rows().stream()
            .map(
                row ->
                    Sights.ENGLISH.say(row.head())
                        + " "
                        + Sights.ENGLISH.say(row.value().orElseThrow()))
            .toList());
  }

  /// A device that was killed goes on at the same step.
  @Test
  void everyStateCanBeWrittenDownAndReadAgain() {
    var form = Wire.full().type(TransferringState.class);
    all().states().forEach(state -> assertEquals(state, form.fromJson(form.toJson(state))));
  }
}
