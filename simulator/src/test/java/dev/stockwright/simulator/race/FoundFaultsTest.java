package dev.stockwright.simulator.race;

import static dev.stockwright.simulator.race.RaceSite.EAST;
import static dev.stockwright.simulator.race.RaceSite.NORTH;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.stockwright.protocol.AdjustStock;
import dev.stockwright.protocol.Answer;
import dev.stockwright.protocol.ConfirmReservation;
import dev.stockwright.protocol.PlaceReservation;
import dev.stockwright.protocol.ReceiveGoods;
import dev.stockwright.protocol.Refusal;
import dev.stockwright.protocol.TransferStock;
import dev.stockwright.protocol.UndoCommand;
import dev.stockwright.vocabulary.Condition;
import dev.stockwright.vocabulary.LotCode;
import dev.stockwright.vocabulary.Quantity;
import dev.stockwright.vocabulary.ReasonCode;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/// Faults that the ledger's model or a reader of the rules found, one test each.
@TestInstance(Lifecycle.PER_CLASS)
class FoundFaultsTest {
  private RaceSite site;

  @BeforeAll
  void open(@TempDir Path folder) throws SQLException {
    site = new RaceSite(folder);
  }

  @AfterAll
  void close() {
    site.close();
  }

  @AfterEach
  void theLedgerIsRight() throws SQLException {
    assertEquals(List.of(), site.violations());
  }

  @Test
  void theConfirmationTellsTheLevelAsItStands() {
    Sku sku = site.freshProduct();
    site.one(RaceSite.receive(NORTH, sku, 1));
    site.one(RaceSite.reserve("CONFIRMED", sku, 1, 600));
    assertInstanceOf(
        Answer.Accepted.class, site.one(new ConfirmReservation(new Reference("CONFIRMED"))));
  }

  @Test
  void anAcceptedAnswerWithoutAChangeCanBeReadAgain() {
    Sku sku = site.freshProduct();
    site.one(RaceSite.receive(NORTH, sku, 1));
    site.one(RaceSite.reserve("TWICE", sku, 1, 600));
    site.one(new ConfirmReservation(new Reference("TWICE")));
    Answer second = site.one(new ConfirmReservation(new Reference("TWICE")));
    refusedFor(Refusal.NothingToUndo.class, site.one(new UndoCommand(second.id())));
  }

  @Test
  void aLossOfHeldGoodsDoesNotTakeGoodsThatArePromised() {
    Sku sku = site.freshProduct();
    site.one(RaceSite.receive(NORTH, sku, 5));
    site.one(RaceSite.reserve("PROMISED", sku, 5, 600));
    refusedFor(
        Refusal.InsufficientStock.class,
        site.one(
            new AdjustStock(
                NORTH,
                sku,
                -5,
                Optional.of(new ReasonCode("count")),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(Condition.HOLD))));
  }

  @Test
  void anotherLapsedPromiseDoesNotStandInTheWayOfALateConfirmation() throws SQLException {
    Sku sku = site.freshProduct();
    site.one(RaceSite.receive(NORTH, sku, 5));
    site.one(RaceSite.reserve("LATE-1", sku, 4, 600));
    lapse("LATE-1");
    site.one(RaceSite.reserve("LATE-2", sku, 4, 600));
    lapse("LATE-2");
    assertInstanceOf(
        Answer.Accepted.class, site.one(new ConfirmReservation(new Reference("LATE-1"))));
  }

  @Test
  void undoingATransferOfTwoLotsLeavesWhatIsPromised() {
    Sku sku = site.freshProduct();
    site.one(RaceSite.receive(NORTH, sku, 4));
    site.one(
        new ReceiveGoods(
            NORTH,
            sku,
            new Quantity(3),
            Optional.empty(),
            Optional.of(new LotCode("L1")),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty()));
    Answer transfer =
        site.one(
            new TransferStock(
                NORTH,
                EAST,
                sku,
                new Quantity(7),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
    PlaceReservation.Line line = new PlaceReservation.Line(sku, EAST, new Quantity(2));
    site.one(new PlaceReservation(new Reference("LOTS"), List.of(line), 600));
    refusedFor(Refusal.InsufficientStock.class, site.one(new UndoCommand(transfer.id())));
  }

  private void lapse(String order) throws SQLException {
    site.change(
        "UPDATE reservation SET expires_at = '2020-01-01' WHERE order_code = '%s'"
            .formatted(order));
  }

  private static void refusedFor(Class<? extends Refusal> why, Answer answer) {
    Answer.Refused refused = assertInstanceOf(Answer.Refused.class, answer);
    assertInstanceOf(why, refused.refusal(), () -> refused.toString());
  }
}
